package indicator

import (
	"math"

	"wres/model"
	"wres/model/stats"
)

// changes lists the steps of a series between neighbouring reported years.
func (c *computation) changes(s *Series) []Change {
	var all []Change
	var last *Figure
	for i := range s.Figures {
		f := &s.Figures[i]
		if f.State != model.Reported {
			continue
		}
		if last != nil {
			for _, step := range s.Indicator.Shape.changes(c, s.Indicator, last, f) {
				step.Reworded = f.Reworded != nil
				step.Clear = step.Clear && !step.Reworded
				all = append(all, step)
			}
		}
		last = f
	}
	return all
}

// ratioChange is the ratio of a year over that of an earlier one, with the interval
// and test that treat the two years as independent (Altman and Bland 2003).
func (c *choices) ratioChange(ind *Indicator, from, to *Figure) Change {
	step := Change{From: from.Year, To: to.Year, Of: RatioOfRatios}
	if from.Ratio == nil || to.Ratio == nil || from.Ratio.Value == 0 {
		return step
	}
	step.Value = &stats.Estimate{Value: to.Ratio.Value / from.Ratio.Value}
	var n [4]stats.Count
	for i, g := range []GroupFigure{to.Groups[ind.Compare], to.Groups[ind.Reference], from.Groups[ind.Compare], from.Groups[ind.Reference]} {
		n[i] = stats.Count{Events: *g.Events, AtRisk: *g.AtRisk}
	}
	change, err := stats.RatioOfRatios(n[0], n[1], n[2], n[3], c.settings.Level)
	if err != nil {
		return step // a group without events in one of the years: no interval
	}
	step.Value, step.P, step.Clear = &change.Estimate, &change.P, change.P < c.alpha()
	return step
}

// rateChange is the step of one group's share, in points.
func (c *choices) rateChange(from, to *Figure, g model.Group) Change {
	step := Change{From: from.Year, To: to.Year, Group: g.String(), Of: Points, SamePeople: true}
	a, b := to.Groups[g], from.Groups[g]
	if a.Rate == nil || b.Rate == nil {
		return step
	}
	step.Value = &stats.Estimate{Value: a.Rate.Value - b.Rate.Value}
	now, okNow := countsOf(a)
	then, okThen := countsOf(b)
	if !okNow || !okThen {
		return step
	}
	i, err := stats.Newcombe(now, then, c.settings.Level)
	withInterval(step.Value, i, err)
	if p, err := stats.Pearson(now, then); err == nil {
		step.P, step.Clear = &p, p < c.alpha() && step.Value.Excludes(0)
	}
	return step
}

// countsOf gives the counts behind a group's share: a published one's are worked out
// from its respondents.
func countsOf(g GroupFigure) (stats.Count, bool) {
	if g.Events == nil {
		return respondents(g)
	}
	if g.AtRisk == nil {
		return stats.Count{}, false
	}
	return stats.Count{Events: *g.Events, AtRisk: *g.AtRisk}, true
}

// MethodSquareAndAdd names the interval of a change of a gap.
const MethodSquareAndAdd = "square-and-add of newcombe"

// gapChange is the step from one difference of shares to another. Its interval is
// put together from those of the two (square-and-add: Zou and Donner 2008,
// Statistics in Medicine 27:1693).
func (c *choices) gapChange(from, to *Figure, then, now *stats.Estimate) Change {
	step := Change{From: from.Year, To: to.Year, Group: "gap", Of: Points, SamePeople: true}
	if now == nil || then == nil {
		return step
	}
	step.Value = &stats.Estimate{Value: now.Value - then.Value}
	a, b := now.Interval, then.Interval
	if a == nil || b == nil {
		return step
	}
	step.Value.Interval = &stats.Interval{
		Lower:  step.Value.Value - math.Hypot(now.Value-a.Lower, b.Upper-then.Value),
		Upper:  step.Value.Value + math.Hypot(a.Upper-now.Value, then.Value-b.Lower),
		Level:  a.Level,
		Method: MethodSquareAndAdd,
	}
	step.Clear = step.Value.Excludes(0)
	return step
}
