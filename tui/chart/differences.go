package chart

import (
	"slices"

	"wres/model/scale"
	"wres/tui/theme"
)

// Differences shows values on both sides of zero, such as the gap between two shares in
// percentage points: a dot on a stem from the zero line.
//
//	    −20          0          20
//	2023     ●━━━━━━━│            −12.6
//	2024             │━●           +3.0
//	     ◂ lower among BME │ higher among BME ▸
//
// When narrow the axis shrinks to 11 cells and its numbers thin out, columns go
// from the highest Drop number down, labels get a line of their own, and last the drawing
// goes. Lines are not padded.
type Differences struct {
	Rows      []DifferenceRow
	Columns   []BarColumn // of the rows' texts
	Unit      string      // after the numbers of the axis
	Sides     []Sides     // what the directions mean, in the most words first
	Interval  string      // what the whiskers are
	Explained int         // the column whose title says it too
	Space     int         // blank lines between rows

	Cursor   bool
	Selected int
}

// DifferenceRow is one year or one group.
type DifferenceRow struct {
	Label        string
	Value        float64
	Defined      bool
	Texts        []string // by Differences.Columns: the figure first
	Lower, Upper *float64 // both nil: no interval; one nil or infinite: open there
	Reason       string   // why there is no dot
}

// Lines returns the line of the axis, those of each row, and those that say what the two
// directions mean.
func (d Differences) Lines(t theme.Theme, width int) (head []string, rows [][]string, foot []string) {
	s := columnSheet(t, width, 11, wishAxis, d.Cursor, d.Columns)
	axis := d.axis()
	for i, row := range d.Rows {
		s.add(entry{
			label: row.Label, texts: slices.Clone(row.Texts), inks: inksOf(d.Columns),
			selected: d.Cursor && i == d.Selected,
			draw:     func(c canvas) { d.difference(s, c, axis, row) },
		}, row.Defined && finite(row.Value), row.Reason)
	}
	l := s.fit()
	rows = s.each(l, d.Space, func(c canvas) { d.zero(s, c, axis) })
	if !s.drawn() {
		return nil, rows, nil
	}
	head = s.scaleLine(l, centred(linearNumbers(t, axis, d.Unit, l.plot), l.plot))
	foot = append(s.captionLines(l, d.Sides), s.whiskersKey(l, d.Interval, d.Explained).lines(t, width)...)
	return cut(head, width), rows, cut(foot, width)
}

// axis holds all values and ends of intervals, with 0 in its middle.
func (d Differences) axis() scale.Linear {
	var values []float64
	for _, row := range d.Rows {
		if !row.Defined {
			continue
		}
		values = append(values, row.Value)
		for _, p := range []*float64{row.Lower, row.Upper} {
			if v, ok := given(p); ok {
				values = append(values, v)
			}
		}
	}
	return scale.Difference(values...)
}

// zero draws the line that stands in every row.
func (Differences) zero(s sheet, c canvas, axis scale.Linear) {
	if axis.Holds(0) {
		c.put(c.place(axis.At(0)), s.t.Glyphs.Reference, inkReference)
	}
}

// difference draws one row. The stem lies over the arms of an interval but under
// its ends, and stops at the zero line.
func (d Differences) difference(s sheet, c canvas, axis scale.Linear, row DifferenceRow) {
	at := func(v float64) (float64, bool) { return axis.At(v), axis.Holds(v) }
	zero, dot := c.place(axis.At(0)), c.place(axis.At(row.Value))
	whiskers := s.whiskers(c, row.Lower, row.Upper, at)
	whiskers.arms(c)
	c.fill(min(zero, dot), max(zero, dot)+1, s.t.Glyphs.Stem, inkAccent)
	d.zero(s, c, axis)
	whiskers.ends(c, dot)
	c.put(dot, s.t.Glyphs.Dot, inkAccent)
}
