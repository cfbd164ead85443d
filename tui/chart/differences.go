package chart

import (
	"wres/model/scale"
	"wres/tui/theme"
)

// Differences shows values on both sides of zero, such as board minus workforce
// in percentage points: a dot on a stem from the zero line.
//
//	2023     ●━━━━━━━│            −12.6
//	2024             │━●           +3.0
//	     ┼───────────┼───────────┼
//	    −20          0          20
//
// When narrow the axis shrinks to 11 cells and its numbers thin out, notes become
// a mark, details go, labels get a line of their own, and last the drawing goes.
// Lines are not padded.
type Differences struct {
	Rows        []DifferenceRow
	Axis        scale.Linear // zero: chosen, with 0 in the middle
	Unit        string       // after the numbers of the axis
	Left, Right string       // what the directions mean, without arrows
	Interval    string       // what the whiskers are

	Cursor   bool
	Selected int
}

// DifferenceRow is one year or one group.
type DifferenceRow struct {
	Label        string
	Value        float64
	Defined      bool
	Text         string   // the figure, such as "−11.3"
	Detail       string   // its counts
	Lower, Upper *float64 // both nil: no interval; one nil or infinite: open there
	Note         string
	Reason       string // why there is no dot
}

// Render draws the chart.
func (d Differences) Render(t theme.Theme, width int) string {
	s := sheet{
		brush: newBrush(t), width: width, minPlot: 11, cursor: d.Cursor,
		drops: []int{0, 1},
	}
	axis := d.axis()
	for i, row := range d.Rows {
		s.add(entry{
			label: row.Label, note: row.Note, texts: []string{row.Text, row.Detail}, inks: []ink{inkText, inkMuted},
			selected: d.Cursor && i == d.Selected,
			draw:     func(c canvas) { s.difference(c, axis, row) },
		}, row.Defined && finite(row.Value), row.Reason)
	}
	l := s.fit()
	lines := append(markLegend(t, width, "", d.Interval), s.lines(l)...)
	if s.drawn() {
		lines = append(lines, s.axisLines(l, linearNumbers(t, axis, d.Unit, l.plot))...)
		lines = append(lines, s.captionLines(l, d.Left, d.Right)...)
	}
	return join(lines, width)
}

func (d Differences) axis() scale.Linear {
	if d.Axis.Valid() {
		return d.Axis
	}
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

// difference draws one row. The stem lies over the arms of an interval but under
// its ends, and stops at the zero line.
func (s sheet) difference(c canvas, axis scale.Linear, row DifferenceRow) {
	at := func(v float64) (float64, bool) { return axis.At(v), axis.Holds(v) }
	zero, dot := c.place(axis.At(0)), c.place(axis.At(row.Value))
	whiskers := s.whiskers(c, row.Lower, row.Upper, at)
	whiskers.arms(c)
	c.fill(min(zero, dot), max(zero, dot)+1, s.t.Glyphs.Stem, inkAccent)
	if axis.Holds(0) {
		c.put(zero, s.t.Glyphs.Reference, inkReference)
	}
	whiskers.ends(c, dot)
	s.dot(c, dot, row.Value < axis.Min, row.Value > axis.Max)
}
