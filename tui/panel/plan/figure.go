package plan

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/panel"
)

// pickFigure asks which figure an action is to be measured by: of the year on screen, and
// those of its own indicators first.
func pickFigure(d panel.Data, a plan.Action) ask.Request {
	switch {
	case d.Results == nil || len(d.Results.Years) == 0:
		return ask.Notice{Text: "there are no figures to pick from: f says why"}
	case d.Results.Publication: // what is kept with an action are the full counts
		return ask.Notice{Text: "a figure is kept from the full figures: P shows those"}
	}
	var own, others []ask.Option
	for i := range d.Results.Series {
		s := &d.Results.Series[i]
		options := figuresOf(d, a, s)
		if slices.Contains(a.IndicatorIDs(), s.Indicator.ID) {
			own = append(own, options...)
		} else {
			others = append(others, options...)
		}
	}
	if len(own)+len(others) == 0 {
		return ask.Notice{Text: "no figure of " + d.Year.String() + " can be measured from"}
	}
	title := "Figure of action"
	if number := d.Line(a.Number); number != "" {
		title += " " + number
	}
	return ask.Pick{Title: title, Options: append(own, others...)}
}

// figuresOf lists the figures of an indicator that can be kept: of the whole, and of bands
// where it has them.
func figuresOf(d panel.Data, a plan.Action, s *indicator.Series) (all []ask.Option) {
	f := s.Figure(d.Year)
	kept := map[plan.Bands]plan.Evidence{}
	var written []string
	for _, e := range a.EvidenceFigures() {
		if e.Indicator != s.Indicator.ID {
			continue
		}
		kept[e.Bands] = e
		written = append(written, e.Said(d.Words))
		if then := s.Figure(e.Year); then != nil {
			written = append(written, d.Words.Baseline(s.Indicator, then))
		}
	}
	add := func(name string, e plan.Evidence) {
		kind, said := "indicator", e.Said(d.Words)
		if e.Bands != (plan.Bands{}) { // which the name says already
			kind, said = "bands", d.Words.Percent(e.Value)+" in "+e.Year.String()
		}
		if k, is := kept[e.Bands]; is && k.Year == e.Year {
			kind += ", kept"
		}
		all = append(all, ask.Option{Name: d.Clean(s.Indicator.ID + " " + name + ": " + said), Kind: kind, Does: ask.Keep(a.ID, e, d.Words, written...)})
	}
	if f == nil {
		return nil
	}
	if e, err := plan.EvidenceOf(s.Indicator, f); err == nil {
		add(d.Words.Name(s.Indicator), e)
	}
	for _, b := range bandsOf(d, f) {
		if e, err := plan.EvidenceOfBands(s.Indicator, f, b, d.Words.Level); err == nil && e.Sides[0].AtRisk >= d.Words.LeastOf {
			add(words.Capital(b.Words()), e)
		}
	}
	return all
}

// bandsOf lists the bands that a figure may be kept of: for each staff category all of them
// where there are several, the clusters, and the bands one by one.
func bandsOf(d panel.Data, f *indicator.Figure) (all []plan.Bands) {
	add := func(c model.StaffCategory, of []model.Band) {
		b := plan.Bands{Category: c}
		if len(of) > 0 {
			b.First, b.Last = of[0], of[len(of)-1]
		}
		if len(of) > 0 && !slices.Contains(all, b) {
			all = append(all, b)
		}
	}
	categories := map[model.StaffCategory][]model.Band{}
	var order []model.StaffCategory
	for _, row := range f.Bands {
		if _, part := row.Band.PartOf(); part || row.Band == model.AnyBand {
			continue
		}
		if categories[row.Category] == nil {
			order = append(order, row.Category)
		}
		categories[row.Category] = append(categories[row.Category], row.Band)
	}
	for _, c := range order {
		of := categories[c]
		if len(order) > 1 {
			add(c, of)
		}
		var cluster []model.Band
		for i, b := range of {
			if i > 0 && d.Results.Settings.Clusters[b] != d.Results.Settings.Clusters[of[i-1]] {
				add(c, cluster)
				cluster = nil
			}
			cluster = append(cluster, b)
		}
		add(c, cluster)
		for _, b := range of {
			add(c, []model.Band{b})
		}
	}
	return all
}
