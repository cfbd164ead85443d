package chart

import (
	"wres/model/scale"
	"wres/tui/theme"
)

// LogAxis shows ratios, such as relative likelihoods: one row a year, a dot on a
// logarithmic axis with 1.00 in the middle, never a bar from 0.
//
//	2023                  ·   │  · ├───●───┤        1.89
//	2024                  ·   │  ·     ├───●───┤    2.45
//	     ┼─────────┼──────┼───┼──┼──────┼─────────┼
//	   0.25       0.5  0.80 1.00 1.25  2.0       4.0
//	◂ ethnically diverse more likely │ White more likely ▸
//
// Faint ticks stand at 0.80 and 1.25. A side of an interval that has no limit, or
// lies beyond the axis, ends in an arrow; so does an estimate beyond the axis.
// When narrow the axis shrinks to 15 cells and its numbers thin out, notes become
// a mark, details go, labels get a line of their own, and last the drawing goes;
// captions move to lines of their own. Lines are not padded.
type LogAxis struct {
	Rows        []RatioRow
	Axis        scale.Log // zero: chosen to hold all estimates and interval ends
	Left, Right string    // what the directions mean, without arrows
	Benchmark   string    // what the rows' benchmark is, for the legend
	Interval    string    // what the whiskers are, such as "95% interval"

	Cursor   bool
	Selected int
}

// RatioRow is one year.
type RatioRow struct {
	Label        string
	Value        float64
	Defined      bool
	Text         string   // the figure, such as "2.45"
	Detail       string   // its counts or interval
	Lower, Upper *float64 // both nil: no interval; one nil or infinite: open there
	Benchmark    *float64
	Note         string
	Reason       string // why there is no dot
}

// Render draws the chart.
func (c LogAxis) Render(t theme.Theme, width int) string {
	s := sheet{
		brush: newBrush(t), width: width, minPlot: 15, cursor: c.Cursor,
		drops: []int{0, 1},
	}
	axis := c.axis()
	for i, row := range c.Rows {
		s.add(entry{
			label: row.Label, note: row.Note, texts: []string{row.Text, row.Detail}, inks: []ink{inkText, inkMuted},
			selected: c.Cursor && i == c.Selected,
			draw:     func(c canvas) { s.ratio(c, axis, row) },
		}, row.Defined && finite(row.Value), row.Reason)
	}
	l := s.fit()
	lines := append(markLegend(t, width, c.Benchmark, c.Interval), s.lines(l)...)
	if s.drawn() {
		lines = append(lines, s.axisLines(l, logNumbers(axis))...)
		lines = append(lines, s.captionLines(l, c.Left, c.Right)...)
	}
	return join(lines, width)
}

func (c LogAxis) axis() scale.Log {
	if c.Axis.Valid() {
		return c.Axis
	}
	var values []float64
	for _, row := range c.Rows {
		if !row.Defined {
			continue
		}
		values = append(values, row.Value)
		for _, p := range []*float64{row.Lower, row.Upper, row.Benchmark} {
			if v, ok := given(p); ok {
				values = append(values, v)
			}
		}
	}
	return scale.Ratio(values...)
}

// ratio draws one row; what matters most is drawn last. The ends of an interval
// lie over the line at 1.00: on which side of it they stand is the question.
func (s sheet) ratio(c canvas, axis scale.Log, row RatioRow) {
	g := s.t.Glyphs
	at := func(v float64) (float64, bool) { return axis.At(v), axis.Holds(v) }
	line := func(v float64, glyph string, k ink) {
		if axis.Holds(v) {
			c.put(c.place(axis.At(v)), glyph, k)
		}
	}
	line(0.8, g.Tick, inkFaint)
	line(1.25, g.Tick, inkFaint)
	dot := c.place(axis.At(row.Value))
	whiskers := s.whiskers(c, row.Lower, row.Upper, at)
	whiskers.arms(c)
	if v, ok := given(row.Benchmark); ok {
		line(v, g.Benchmark, inkBenchmark)
	}
	line(1, g.Reference, inkReference)
	whiskers.ends(c, dot)
	s.dot(c, dot, row.Value < axis.Min, row.Value > axis.Max)
}

// dot puts the estimate, as an arrow when it lies beyond the axis.
func (s sheet) dot(c canvas, at int, below, above bool) {
	glyph := s.t.Glyphs.Dot
	switch {
	case below:
		glyph = s.t.Glyphs.ArrowLeft
	case above:
		glyph = s.t.Glyphs.ArrowRight
	}
	c.put(at, glyph, inkAccent)
}

// markLegend explains benchmark and whiskers where a chart names them.
func markLegend(t theme.Theme, width int, benchmark, interval string) []string {
	g := t.Glyphs
	return Legend{
		{g.Benchmark, benchmark, t.Styles.Benchmark},
		{g.WhiskerLeft + g.Whisker + g.WhiskerRight, interval, t.Styles.Text},
	}.lines(t, width)
}
