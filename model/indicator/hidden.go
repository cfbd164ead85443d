package indicator

import (
	"slices"

	"wres/model"
)

// Hidden says which counts of a row are hidden to protect people. A hidden count is nil,
// or 0 where it can't be nil, so that whoever does not ask prints nothing of it.
type Hidden struct {
	Groups   model.GroupSet
	Total    bool
	Standing bool // the verdict: it rests on rows of which a count is hidden
	Tests    bool // so do its tests
}

// Any reports whether anything of the row is hidden.
func (h Hidden) Any() bool { return h.Groups.Any() || h.Total || h.Standing }

// Share reports whether the BME share of the row is hidden.
func (h Hidden) Share() bool { return h.Groups[model.BME] || h.Total }

// HiddenRate reports whether the rate of the group is hidden.
func (g *GroupFigure) HiddenRate() bool { return g.HiddenEvents || g.HiddenAtRisk }

// HiddenRatio reports whether the ratio of a likelihood is hidden, and all that is said
// of its two groups together.
func (f *Figure) HiddenRatio() bool {
	return f.Groups[model.White].HiddenRate() || f.Groups[model.BME].HiddenRate()
}

// HiddenUnknowns reports whether what people of unknown ethnicity could change is hidden.
func (f *Figure) HiddenUnknowns() bool {
	return f.HiddenRatio() || f.Groups[model.Unknown].HiddenRate()
}

// HiddenRatio reports whether the ratio of a part of recruitment is hidden.
func (p *Part) HiddenRatio() bool {
	return p.Groups[model.White].HiddenRate() || p.Groups[model.BME].HiddenRate()
}

// HiddenHeadline reports whether the headline of a figure is hidden.
func (f *Figure) HiddenHeadline(ind *Indicator) bool {
	switch ind.Shape {
	case Bands:
		return f.Groups[model.BME].HiddenRate()
	case Board:
		row := f.BoardRow(WholeBoard)
		return row != nil && (row.Hidden.Share() || row.HiddenWorkforce)
	}
	return f.HiddenRatio()
}

// HiddenTests reports whether the p value of a figure's headline is hidden.
func (f *Figure) HiddenTests(ind *Indicator) bool {
	if ind.Shape == Bands {
		return slices.ContainsFunc(f.Bands, func(row BandRow) bool { return row.Hidden.Standing })
	}
	return f.HiddenHeadline(ind)
}

// Copy gives results whose figures can be changed without a change in the receiver's.
func (r *Results) Copy() *Results {
	c := *r
	c.Series = slices.Clone(r.Series)
	for i := range c.Series {
		s := &c.Series[i]
		s.Figures, s.Changes = slices.Clone(s.Figures), slices.Clone(s.Changes)
		for j := range s.Figures {
			f := &s.Figures[j]
			f.Bands, f.Clusters, f.Senior = slices.Clone(f.Bands), slices.Clone(f.Clusters), slices.Clone(f.Senior)
			f.Categories = slices.Clone(f.Categories)
			f.Trends, f.Disparity, f.Board, f.Parts = slices.Clone(f.Trends), slices.Clone(f.Disparity), slices.Clone(f.Board), slices.Clone(f.Parts)
			f.Warnings = slices.Clone(f.Warnings)
		}
	}
	return &c
}

// Restate says anew what is said of several figures together, from what each of them has:
// the steps between years, and the p values of a year's headlines.
func (r *Results) Restate() {
	c := &computation{choices: choices{r.Settings}}
	for i := range r.Series {
		s := &r.Series[i]
		for j := range s.Figures {
			s.Figures[j].HolmP, s.Figures[j].StaysClear = nil, false
		}
		s.Changes = c.changes(s)
	}
	for _, y := range r.Years {
		r.takeTogether(y)
	}
}
