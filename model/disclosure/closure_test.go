package disclosure_test

import (
	"fmt"
	"reflect"
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// closure looks for what stands in a view though a count behind it is hidden, for what is
// hidden without a mark, and for what is not there though all behind it is shown.
type closure struct {
	where  string
	faults []string
}

func (c *closure) fault(format string, args ...any) {
	c.faults = append(c.faults, c.where+": "+fmt.Sprintf(format, args...))
}

// count holds a count of the view against the true one.
func (c *closure) count(what string, view, full *int, hidden bool) {
	switch {
	case full == nil && (view != nil || hidden):
		c.fault("%s is not known, and the view has it or hides it", what)
	case full != nil && (view == nil) != hidden:
		c.fault("%s: there %v, marked as hidden %v", what, view != nil, hidden)
	case view != nil && full != nil && *view != *full:
		c.fault("%s is %d and not %d", what, *view, *full)
	}
}

// made holds what is made of counts against the same of the true results: it is there, and
// the same, where all of them are shown.
func (c *closure) made(what string, view, full any, shown bool) {
	there := !reflect.ValueOf(view).IsZero()
	switch {
	case !shown && there:
		c.fault("%s stands there, and a count behind it is hidden", what)
	case shown && !reflect.DeepEqual(view, full):
		c.fault("%s is not what the counts make, though all are shown", what)
	}
}

// closureOf walks over all results.
func closureOf(view, full *indicator.Results) []string {
	var c closure
	workforce := view.Indicator(indicator.WorkforceID)
	for i := range view.Series {
		v, f := &view.Series[i], &full.Series[i]
		if len(v.Figures) != len(f.Figures) || len(v.Changes) != len(f.Changes) {
			c.fault("indicator %s lacks years or steps", v.Indicator.ID)
			continue
		}
		for j := range v.Figures {
			c.where = fmt.Sprintf("indicator %s of %d", v.Indicator.ID, v.Figures[j].Year)
			c.figure(v.Indicator, &v.Figures[j], &f.Figures[j], workforce.Figure(v.Figures[j].Year))
		}
		for j := range v.Changes {
			c.where = fmt.Sprintf("indicator %s, step to %d", v.Indicator.ID, v.Changes[j].To)
			c.change(v, &v.Changes[j], &f.Changes[j])
		}
	}
	return c.faults
}

func shownRate(g indicator.GroupFigure) bool { return !g.HiddenEvents && !g.HiddenAtRisk }

func (c *closure) figure(ind *indicator.Indicator, v, f, workforce *indicator.Figure) {
	if v.State != f.State || v.Reason != f.Reason {
		c.fault("its state is not the same")
		return
	}
	c.groups(v.Groups, f.Groups)
	c.count("all events", v.All.Events, f.All.Events, v.All.HiddenEvents)
	c.count("all at risk", v.All.AtRisk, f.All.AtRisk, v.All.HiddenAtRisk)
	white, bme, unknown := shownRate(v.Groups[model.White]), shownRate(v.Groups[model.BME]), shownRate(v.Groups[model.Unknown])
	c.made("ratio", v.Ratio, f.Ratio, white && bme)
	c.made("difference", v.Difference, f.Difference, white && bme)
	doubt, truth := v.Doubt, f.Doubt
	doubt.HolmP, truth.HolmP, doubt.StaysClear, truth.StaysClear = nil, nil, false, false // of all figures of the year
	c.made("bounds of the ratio", doubt.Unknowns, truth.Unknowns, white && bme && unknown)
	doubt.Unknowns, truth.Unknowns = nil, nil
	if ind.Shape == indicator.Survey {
		doubt.LeastResponse, truth.LeastResponse = 0, 0
		if unnumbered := f.Groups[model.White].AtRisk == nil || f.Groups[model.BME].AtRisk == nil; unnumbered && workforce != nil &&
			(workforce.Groups[model.White].HiddenEvents || workforce.Groups[model.BME].HiddenEvents) { // it rests on how many staff there are
			truth = indicator.Doubt{}
		}
	}
	if ind.Shape == indicator.Board {
		c.boardOf(v, f, workforce)
	} else {
		c.made("what is said of the two groups", doubt, truth, white && bme)
	}
	if v.Adjusted != nil || v.HiddenAdjusted != (f.Adjusted != nil) {
		c.fault("the ratio within bands stands there, or is hidden without a mark")
	}
	c.partsOf(v, f)
	if ind.Shape == indicator.Bands {
		c.makeup(v, f)
	}
}

func (c *closure) groups(v, f [model.GroupCount]indicator.GroupFigure) {
	for g := range v {
		c.count(groupName(g)+" events", v[g].Events, f[g].Events, v[g].HiddenEvents)
		c.count(groupName(g)+" at risk", v[g].AtRisk, f[g].AtRisk, v[g].HiddenAtRisk)
		c.made(groupName(g)+" rate", v[g].Rate, f[g].Rate, shownRate(v[g]))
	}
}

// samePart finds a part of a view in the full figure, where campaigns stand in the order of
// their size.
func samePart(f *indicator.Figure, p *indicator.Part) *indicator.Part {
	for i := range f.Parts {
		if of := &f.Parts[i]; of.Campaign == p.Campaign && of.Without == p.Without && of.Internal == p.Internal {
			return of
		}
	}
	return nil
}

func (c *closure) partsOf(v, f *indicator.Figure) {
	if len(v.Parts) != len(f.Parts) {
		c.fault("parts are missing")
		return
	}
	for i := range v.Parts {
		p := &v.Parts[i]
		full := samePart(f, p)
		if full == nil {
			c.fault("a part is none of those of the full view")
			continue
		}
		c.groups(p.Groups, full.Groups)
		both := shownRate(p.Groups[model.White]) && shownRate(p.Groups[model.BME])
		c.made("ratio of a part", p.Ratio, full.Ratio, both)
		c.made("difference of a part", p.Difference, full.Difference, both)
		c.made("verdict on a part", p.Verdict, full.Verdict, both)
		if !both && len(p.Warnings) > 0 {
			c.fault("a part has warnings, and its counts are hidden")
		}
	}
}

func (c *closure) boardOf(v, f, workforce *indicator.Figure) {
	if len(v.Board) != len(f.Board) {
		c.fault("rows of the board are missing")
		return
	}
	share := workforce == nil || shownRate(workforce.Groups[model.BME])
	for i := range v.Board {
		row, full := &v.Board[i], &f.Board[i]
		for g := range row.Counts {
			c.count(string(row.Part)+" "+groupName(g), row.Counts[g], full.Counts[g], row.Hidden.Groups[g])
		}
		c.count(string(row.Part)+" all", row.Total, full.Total, row.Hidden.Total)
		own := !row.Hidden.Groups[model.BME] && !row.Hidden.Total
		c.made(string(row.Part)+" share", row.Share, full.Share, own)
		c.made(string(row.Part)+" workforce", row.Workforce, full.Workforce, share)
		c.made(string(row.Part)+" difference", row.Difference, full.Difference, own && share)
		if row.Part == indicator.WholeBoard {
			c.made("drawing by lot", v.Lot, f.Lot, own && share)
			c.made("verdict", v.Verdict, f.Verdict, own && share)
		}
	}
}

// makeup walks over the rows of the workforce.
func (c *closure) makeup(v, f *indicator.Figure) {
	tables := []struct {
		name       string
		view, full []indicator.BandRow
	}{{"band", v.Bands, f.Bands}, {"cluster", v.Clusters, f.Clusters}, {"senior", v.Senior, f.Senior}, {"category", v.Categories, f.Categories}}
	for _, table := range tables {
		if len(table.view) != len(table.full) {
			c.fault("rows are missing: %s", table.name)
			continue
		}
		for i := range table.view {
			c.row(table.name, &table.view[i], &table.full[i], table.view, v.Clusters)
		}
	}
	if len(v.Disparity) != len(f.Disparity) {
		c.fault("tiers are missing")
		return
	}
	for i, d := range v.Disparity {
		c.made("race disparity ratio", d.Value, f.Disparity[i].Value, !d.Hidden)
		c.made("counts of tiers", d.Counts, f.Disparity[i].Counts, !d.Hidden)
	}
	for _, trend := range v.Trends {
		if slices.ContainsFunc(v.Bands, func(r indicator.BandRow) bool { return r.Category == trend.Category && r.Hidden.Any() }) {
			c.fault("a trend stands there, and a band of it is hidden")
		}
	}
	if len(v.Trends)+len(v.HiddenTrends) != len(f.Trends) {
		c.fault("a trend is missing without a mark")
	}
}

func (c *closure) row(table string, row, full *indicator.BandRow, all, clusters []indicator.BandRow) {
	name := fmt.Sprint(table, " ", full.Category, " ", full.Band, " ", full.Cluster, " ")
	if row.Category != full.Category || row.Band != full.Band || row.Cluster != full.Cluster {
		c.fault("%sstands in another place", name)
	}
	for g := range row.Counts {
		c.count(name+groupName(g), row.Counts[g], full.Counts[g], row.Hidden.Groups[g])
	}
	if row.Hidden.Total != (row.Total == 0) || !row.Hidden.Total && row.Total != full.Total {
		c.fault("%sall: %d and not %d, marked as hidden %v", name, row.Total, full.Total, row.Hidden.Total)
	}
	c.made(name+"share", row.Share, full.Share, !row.Hidden.Groups[model.BME] && !row.Hidden.Total)
	if table == "category" {
		return
	}
	beside := all
	if table == "senior" {
		beside = clusters
	}
	shares, groups := true, true
	for _, r := range beside {
		if r.Category == row.Category {
			shares = shares && !r.Hidden.Groups[model.BME] && !r.Hidden.Total
			groups = groups && !r.Hidden.Groups.Any()
		}
	}
	if !shares && row.Standing != (judge.Standing{}) {
		c.fault("%sis set beside rows of which one is hidden", name)
	}
	if !groups && row.Verdict != judge.NoVerdict {
		c.fault("%shas a verdict, and a count beside it is hidden", name)
	}
}

func (c *closure) change(s *indicator.Series, v, full *indicator.Change) {
	shown := true
	for _, y := range []model.Year{v.From, v.To} {
		f := s.Figure(y)
		white, bme := shownRate(f.Groups[model.White]), shownRate(f.Groups[model.BME])
		switch {
		case s.Indicator.Shape == indicator.Board:
			row := f.BoardRow(indicator.WholeBoard)
			shown = shown && !row.Hidden.Groups[model.BME] && !row.Hidden.Total && !row.HiddenWorkforce
		case s.Indicator.Shape == indicator.Bands:
			shown = shown && bme && shownRate(f.Groups[model.Unknown])
		case v.Group == model.White.String():
			shown = shown && white
		case v.Group == model.BME.String():
			shown = shown && bme
		default:
			shown = shown && white && bme
		}
	}
	if v.Hidden == shown {
		c.fault("marked as hidden %v, and all behind it shown %v", v.Hidden, shown)
	}
	c.made("value", v.Value, full.Value, shown)
	c.made("p", v.P, full.P, shown)
}
