package indicator

import (
	"errors"

	"wres/model"
	"wres/model/stats"
)

// likelihood is how likely an event is in each group, and the ratio of two.
type likelihood struct{}

func (likelihood) String() string { return "likelihood" }

// Headline is the ratio.
func (likelihood) Headline(f *Figure) *stats.Estimate { return f.Ratio }

func (likelihood) Of(ind *Indicator) Comparison {
	if ind.Compare == model.BME {
		return BMEOverWhite
	}
	return WhiteOverBME
}

func (likelihood) Sides(ind *Indicator, f *Figure) []Side {
	return sidesOf(f.Groups[ind.Compare], f.Groups[ind.Reference])
}

func (likelihood) Values(ind *Indicator, f *Figure) []Value {
	return append(groupValues(f), Value{Measure: "ratio", Group: ind.Compare.String() + " / " + ind.Reference.String(), Value: f.Ratio, HiddenValue: f.HiddenRatio()},
		Value{Measure: "difference", Group: "bme - white", Value: f.Difference, HiddenValue: f.HiddenRatio()})
}

func (likelihood) Grouped() bool { return true }

func (likelihood) Beside() []model.Group { return nil }

func (likelihood) Census() bool { return false }

func (likelihood) Measures(b model.Benchmark) bool { return b.Measure == model.Ratio }

// amongWorkforce is so of events whose extract has no headcount of its own.
func (likelihood) amongWorkforce(ind *Indicator, ret *model.Return) bool {
	events := ret.Events[ind.Extract]
	return events != nil && events.Headcount.Empty()
}

func (likelihood) changes(c *computation, ind *Indicator, from, to *Figure) []Change {
	return []Change{c.ratioChange(ind, from, to)}
}

func recruitmentFigure(c *computation, ind *Indicator, ret *model.Return) Figure {
	var shortlisted, appointed model.Tally
	for _, part := range ret.Recruitment {
		shortlisted.AddTally(part.Shortlisted)
		appointed.AddTally(part.Appointed)
	}
	if shortlisted.Empty() && appointed.Empty() {
		return Figure{}
	}
	lack := c.lack(ind, ret)
	f := c.likelihood(ind, appointed, shortlisted, lack)
	f.ratioBetween(ind, appointed, shortlisted, lack)
	c.addParts(&f, ind, ret.Recruitment, lack)
	c.adjust(&f, ind, ret.Recruitment)
	return f
}

// figure counts the events of one year, or by setting the mean of two: the events
// of both years over the headcounts of both.
func (likelihood) figure(c *computation, ind *Indicator, ret *model.Return) Figure {
	events, staff, ok := eventsOf(ret, ind)
	if !ok {
		return Figure{}
	}
	lack := c.lack(ind, ret)
	if !ind.OfTwoYears(c.settings) {
		f := c.likelihood(ind, events, staff, lack)
		f.ratioBetween(ind, events, staff, lack)
		return f
	}
	before := c.organisation.Return(ret.Year - 1)
	if before == nil || before.Events[ind.Extract] == nil || before.Statuses[ind.ID].State == model.Withheld {
		return Figure{Needs: ret.Year - 1}
	}
	e, s, _ := eventsOf(before, ind)
	for _, g := range model.Groups() {
		if events.Has(g) && !staff.Has(g) || e.Has(g) && !s.Has(g) {
			staff, s = staff.Without(g), s.Without(g) // two years' cases over one year's staff would double the rate
		}
	}
	events.AddTally(e)
	staff.AddTally(s)
	f := c.likelihood(ind, events, staff, lack)
	f.ratioBetween(ind, events, staff, lack)
	f.warn(Warning{Kind: MeanOfTwoYears, Year: ret.Year})
	return f
}

// eventsOf gives an indicator's events of a year and the headcount behind them: the
// extract's own where it has one, else the workforce.
func eventsOf(ret *model.Return, ind *Indicator) (events, staff model.Tally, ok bool) {
	e := ret.Events[ind.Extract]
	if e == nil || e.Count.Empty() {
		return events, staff, false
	}
	if e.Headcount.Empty() && withheldWorkforce(ret) {
		return e.Count, staff, true // the workforce must not show through its events
	}
	if e.Headcount.Empty() {
		return e.Count, ret.Headcount(), true
	}
	return e.Count, e.Headcount, true
}

// likelihood makes a figure of events and those at risk. Unknown ethnicity has a
// rate of its own and is on neither side of the ratio. A group of which a count is missing
// has none: what is hidden is hidden for being small, so what is left would tilt it.
func (c *choices) likelihood(ind *Indicator, events, atRisk model.Tally, lack model.Refusals) Figure {
	f := Figure{State: model.Reported}
	var counts [model.GroupCount]*stats.Count
	for _, g := range model.Groups() {
		gf := &f.Groups[g]
		if lack.Groups[g] {
			f.warn(Warning{Kind: GroupRefusedTilts, Group: g})
			continue
		}
		if events.Has(g) {
			n := events.Group(g)
			gf.Events = &n
		}
		if atRisk.Has(g) {
			n := atRisk.Group(g)
			gf.AtRisk = &n
		}
		switch {
		case g == model.Unknown && gf.Events == nil:
			continue
		case gf.Events == nil || gf.AtRisk == nil:
			f.warn(Warning{Kind: missingPart(gf), Group: g})
			continue
		case *gf.Events > *gf.AtRisk:
			f.warn(Warning{Kind: MoreThanAtRisk, Group: g, N: *gf.Events, Of: *gf.AtRisk})
			continue
		}
		counts[g] = &stats.Count{Events: *gf.Events, AtRisk: *gf.AtRisk}
		rate, err := c.proportion(*counts[g])
		if err != nil && g != model.Unknown {
			f.warn(Warning{Kind: NobodyAtRisk, Group: g})
		}
		gf.Rate = rate
	}
	f.All = together(f.Groups)
	c.compare(ind, &f, counts, !lack.Any())
	return f
}

func together(groups [model.GroupCount]GroupFigure) GroupFigure {
	var events, atRisk int
	for _, g := range groups {
		if g.Events == nil || g.AtRisk == nil {
			return GroupFigure{}
		}
		events, atRisk = events+*g.Events, atRisk+*g.AtRisk
	}
	return GroupFigure{Events: &events, AtRisk: &atRisk}
}

func missingPart(g *GroupFigure) WarningKind {
	if g.Events == nil {
		return NoNumerator
	}
	return NoDenominator
}

// compare sets the two rates beside each other, and judges them where nothing is missing.
func (c *choices) compare(ind *Indicator, f *Figure, counts [model.GroupCount]*stats.Count, whole bool) {
	top, bottom := counts[ind.Compare], counts[ind.Reference]
	if top == nil || bottom == nil {
		return
	}
	all, verdict := c.rules().Rates(*top, *bottom)
	if all == nil {
		return // the counts were checked, so that this does not happen
	}
	if errors.Is(all.RatioReason, stats.ErrNoReferenceEvents) {
		f.warn(Warning{Kind: NoReferenceEvents, N: bottom.AtRisk})
	}
	f.Ratio = all.Ratio
	f.Difference = c.difference(*counts[model.BME], *counts[model.White])
	if !whole {
		return
	}
	f.Test, f.Verdict = all.Test, verdict
	c.judge(ind, f, *top, *bottom, counts[model.Unknown])
}
