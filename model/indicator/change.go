package indicator

import (
	"slices"

	"wres/model"
	"wres/model/judge"
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
				if step.Reworded {
					step = step.bare()
				}
				if last.Incomplete != nil || f.Incomplete != nil || last.without() != f.without() {
					step.Value, step.P, step.Verdict = nil, nil, judge.NoVerdict
				}
				all = append(all, step)
			}
		}
		last = f
	}
	return all
}

// without names the organisations, of several together, that the figure is not of.
func (f *Figure) without() string {
	if i := slices.IndexFunc(f.Warnings, func(w Warning) bool { return w.Kind == FewerOrganisations }); i >= 0 {
		return f.Warnings[i].What
	}
	return ""
}

// bare leaves the value of a step alone, of which nothing can be said.
func (c Change) bare() Change {
	if c.P, c.Verdict = nil, judge.NoVerdict; c.Value != nil {
		c.Value = &stats.Estimate{Value: c.Value.Value}
	}
	return c
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
	if made, err := c.rules().RatioStep([2]stats.Count{n[0], n[1]}, [2]stats.Count{n[2], n[3]}); err == nil {
		step.Value, step.P, step.Verdict = made.Estimate, made.P, made.Verdict
	} // else a group has no events in one of the years: no interval
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
	if made, err := c.rules().ShareStep(now, then); err == nil {
		step.Value.Interval, step.P, step.Verdict = made.Interval, made.P, made.Verdict
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

// gapChange is the step from one difference of shares to another.
func (c *choices) gapChange(from, to *Figure, then, now *stats.Estimate) Change {
	step := Change{From: from.Year, To: to.Year, Group: "gap", Of: Points, SamePeople: true}
	if now == nil || then == nil {
		return step
	}
	made := judge.GapStep(*now, *then)
	step.Value, step.Verdict = made.Estimate, made.Verdict
	if step.Verdict != judge.NoVerdict && (from.Verdict.Unjudged() || to.Verdict.Unjudged()) {
		step.Verdict = judge.TooFew
	}
	return step
}
