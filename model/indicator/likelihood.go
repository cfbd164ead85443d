package indicator

import (
	"errors"
	"fmt"

	"wres/model"
	"wres/model/stats"
)

func recruitmentFigure(c *computation, ind *Indicator, ret *model.Return) Figure {
	var shortlisted, appointed model.Tally
	for _, part := range ret.Recruitment {
		shortlisted.AddTally(part.Shortlisted)
		appointed.AddTally(part.Appointed)
	}
	if shortlisted.Empty() && appointed.Empty() {
		return Figure{}
	}
	f := c.likelihood(ind, appointed, shortlisted)
	c.addParts(&f, ind, ret.Recruitment)
	c.adjust(&f, ind, ret.Recruitment)
	return f
}

// eventsFigure counts the events of one year, or by setting the mean of two: the events
// of both years over the headcounts of both.
func eventsFigure(c *computation, ind *Indicator, ret *model.Return) Figure {
	events, staff, ok := eventsOf(ret, ind)
	if !ok {
		return Figure{}
	}
	if !ind.ofTwoYears(c.settings) {
		return c.likelihood(ind, events, staff)
	}
	before := c.organisation.Return(ret.Year - 1)
	if before == nil || before.Events[ind.Extract] == nil || before.Statuses[ind.ID].State == model.Withheld {
		return Figure{Reason: fmt.Sprintf("the mean of two years needs the cases of %s as well", ret.Year-1)}
	}
	e, s, _ := eventsOf(before, ind)
	events.AddTally(e)
	staff.AddTally(s)
	f := c.likelihood(ind, events, staff)
	f.warn("mean of two years: the cases and the headcounts of %s and %s together", ret.Year-1, ret.Year)
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
// rate of its own and is on neither side of the ratio.
func (c *computation) likelihood(ind *Indicator, events, atRisk model.Tally) Figure {
	f := Figure{State: model.Reported}
	var counts [model.GroupCount]*stats.Count
	for _, g := range model.Groups() {
		gf := &f.Groups[g]
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
			f.warn("%s: n/a, because no row counts %s", c.settings.Labels.Sentence(g), missingPart(ind, gf))
			continue
		case *gf.Events > *gf.AtRisk:
			f.warn("%s: n/a, because %s is more than the %s they are counted among", c.settings.Labels.Sentence(g),
				Thousands(*gf.Events), Thousands(*gf.AtRisk))
			continue
		}
		counts[g] = &stats.Count{Events: *gf.Events, AtRisk: *gf.AtRisk}
		rate, err := c.proportion(*counts[g])
		if err != nil && g != model.Unknown {
			f.warn("%s: n/a, because %s in the group", c.settings.Labels.Sentence(g), nobody(ind))
		}
		gf.Rate = rate
	}
	c.compare(ind, &f, counts)
	return f
}

func missingPart(ind *Indicator, g *GroupFigure) string {
	if g.Events == nil {
		return ind.Numerator
	}
	return ind.Denominator
}

func nobody(ind *Indicator) string { return "there are no " + ind.People }

func (c *computation) compare(ind *Indicator, f *Figure, counts [model.GroupCount]*stats.Count) {
	top, bottom := counts[ind.Compare], counts[ind.Reference]
	if top == nil || bottom == nil {
		return
	}
	all, err := stats.Compare(*top, *bottom, c.settings.Level)
	if err != nil {
		return // the counts were checked, so that this does not happen
	}
	if errors.Is(all.RatioReason, stats.ErrNoReferenceEvents) {
		f.warn("ratio: n/a, because none of the %s %s %s %s: a ratio to nought is undefined",
			Thousands(bottom.AtRisk), c.label(ind.Reference), ind.People, ind.Happened)
	}
	f.Ratio = all.Ratio
	f.Difference = c.difference(*counts[model.BME], *counts[model.White])
	c.judge(ind, f, all, counts[model.Unknown])
}
