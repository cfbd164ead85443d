package chart

import (
	"charm.land/lipgloss/v2"

	"wres/model/scale"
	"wres/tui/theme"
)

// Bars compares shares: one row a band or cluster, a bar for each series, all on
// one scale from 0.
//
//	8a ██████├▌────┤   │   12.1%  33 of 273
//
// The interval is drawn on the bar's own line: its lower end inside the bar, its
// upper arm from the bar's end, so that both ends and the estimate can be seen.
// The reference line goes through every bar. When narrow the bar shrinks to 6
// cells, notes become a mark, details go, labels get a line of their own, and
// last the bars go; see the package comment. Lines are not padded.
type Bars struct {
	Rows      []BarRow
	Series    []string // names for the legend, by Value.Series; at most three
	Max       float64  // right end of the scale; 0 chooses a round one
	Reference Mark     // overall share
	Benchmark Mark     // a second comparison
	Interval  string   // what the whiskers are, such as "95% interval"

	Cursor   bool // mark the selected row
	Selected int
}

// BarRow is one row: a line for each value, the first with the label.
type BarRow struct {
	Label  string
	Values []Value
	Note   string
	Reason string // why there is no bar, unless the value says its own
}

// Value is one bar.
type Value struct {
	Value        float64
	Defined      bool
	Text         string // the figure, such as "12.1%"
	Detail       string // its counts, such as "33 of 273"
	Series       int
	Lower, Upper *float64 // interval; drawn when both are set
	Reason       string   // why it is not defined
}

// Render draws the chart.
func (b Bars) Render(t theme.Theme, width int) string {
	s := sheet{
		brush: newBrush(t), width: width, minPlot: 6, cursor: b.Cursor,
		spare: []bool{false, true},
	}
	axis := b.axis()
	for i, row := range b.Rows {
		b.add(&s, axis, row, b.Cursor && i == b.Selected)
	}
	lines := append(b.legend(s), s.lines(s.fit())...)
	return join(lines, width)
}

func (b Bars) axis() scale.Linear {
	if b.Max > 0 && finite(b.Max) {
		return scale.Linear{Max: b.Max}
	}
	var values []float64
	add := func(p *float64) {
		if v, ok := given(p); ok {
			values = append(values, v)
		}
	}
	for _, row := range b.Rows {
		for _, v := range row.Values {
			if v.Defined {
				values = append(values, v.Value)
				add(v.Upper)
			}
		}
	}
	add(b.Reference.Value)
	add(b.Benchmark.Value)
	return scale.Share(values...)
}

func (b Bars) add(s *sheet, axis scale.Linear, row BarRow, selected bool) {
	values := row.Values
	if len(values) == 0 {
		values = []Value{{}}
	}
	for i, v := range values {
		e := entry{
			texts: []string{v.Text, v.Detail}, inks: []ink{inkText, inkMuted},
			draw: func(c canvas) { b.draw(*s, c, axis, v) },
		}
		if i == 0 {
			e.label, e.note, e.selected = row.Label, row.Note, selected
		}
		s.add(e, v.Defined && finite(v.Value), v.Reason, row.Reason)
	}
}

// draw fills the cells of one bar: bar, interval, lines, each over the one before
// as far as it hides no end of it.
func (b Bars) draw(s sheet, c canvas, axis scale.Linear, v Value) {
	end := s.bar(c, axis.At(v.Value), v.Series)
	if v.Value > axis.Max {
		c.put(len(c)-1, s.t.Glyphs.ArrowRight, inkText)
	}
	low, high := -1, -1
	lower, okLow := given(v.Lower)
	upper, okHigh := given(v.Upper)
	if okLow && okHigh {
		low, high = s.barInterval(c, end, axis, lower, upper)
	}
	line := func(m Mark, glyph string, k ink) {
		value, ok := given(m.Value)
		if !ok || !axis.Holds(value) {
			return
		}
		i := min(int(axis.At(value)*float64(len(c))), len(c)-1)
		onlyCell := i == 0 && end == 1
		if i != low && i != high && !onlyCell {
			c.put(i, glyph, k)
		}
	}
	line(b.Benchmark, s.t.Glyphs.Benchmark, inkBenchmark)
	line(b.Reference, s.t.Glyphs.Reference, inkReference)
}

// bar fills a share of the canvas and returns the first cell after the bar. What
// is not nothing shows at least the thinnest mark.
func (s sheet) bar(c canvas, at float64, series int) int {
	glyph, k := s.series(series)
	parts := 1
	if glyph == s.t.Glyphs.Fill {
		parts += len(s.t.Glyphs.Partials)
	}
	n := int(at*float64(len(c)*parts) + 0.5)
	if n == 0 && at > 0 {
		n = 1
	}
	full, rest := n/parts, n%parts
	c.fill(0, full, glyph, k)
	if rest == 0 {
		return full
	}
	c.put(full, s.t.Glyphs.Partials[rest-1], k)
	return full + 1
}

// barInterval draws whiskers on a bar that ends before cell end and returns the
// cells of their two ends, -1 for one that would hide the end of the bar.
func (s sheet) barInterval(c canvas, end int, axis scale.Linear, lower, upper float64) (low, high int) {
	g := s.t.Glyphs
	cell := func(v float64) int { return min(int(axis.At(v)*float64(len(c))), len(c)-1) }
	low, high = cell(lower), cell(upper)
	if high < end {
		high = -1
	} else {
		c.fill(end, high, g.Whisker, inkText)
		mark := g.WhiskerRight
		if upper > axis.Max {
			mark = g.ArrowRight
		}
		c.put(high, mark, inkText)
	}
	zero := end == 0 && high > 0 // of no bar, the interval shows where it starts
	if low >= end-1 && !zero {
		return -1, high
	}
	c.put(low, g.WhiskerLeft, inkText)
	return low, high
}

func (b Bars) legend(s sheet) []string {
	g, styles := s.t.Glyphs, s.t.Styles
	var l Legend
	for i, name := range b.Series {
		glyph, k := s.series(i)
		l = append(l, Key{glyph, name, s.style(k)})
	}
	if b.Reference.Value != nil {
		l = append(l, Key{g.Reference, b.Reference.Label, styles.Reference})
	}
	if b.Benchmark.Value != nil {
		l = append(l, Key{g.Benchmark, b.Benchmark.Label, styles.Benchmark})
	}
	if b.Interval != "" {
		l = append(l, Key{g.WhiskerLeft + g.Whisker + g.WhiskerRight, b.Interval, styles.Text})
	}
	return l.lines(s.t, s.width)
}

// style is the lipgloss style behind a series ink.
func (b *brush) style(k ink) lipgloss.Style {
	switch k {
	case inkSecond:
		return b.t.Styles.Second
	case inkThird:
		return b.t.Styles.Third
	default:
		return b.t.Styles.Accent
	}
}
