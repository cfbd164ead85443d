package chart

import (
	"strings"

	"wres/model/scale"
	"wres/tui/theme"
)

// draw fills the cells of one bar and draws the lines through it. A line hides no bar
// of one cell.
func (b Bars) draw(s sheet, c canvas, axis scale.Linear, v Value) {
	if !v.drawn() {
		b.lines(s, c, axis, -1)
		return
	}
	lower, okLow := given(v.Lower)
	upper, okHigh := given(v.Upper)
	only := -1
	if okLow && okHigh {
		s.fade(c, axis, v, lower, upper)
	} else if end := s.bar(c, axis.At(v.Value), v.Series); end == 1 {
		only = 0
	}
	if v.Value > axis.Max || okHigh && upper > axis.Max {
		_, k := s.plain(v.Series)
		c.put(len(c)-1, s.t.Glyphs.ArrowRight, k)
	}
	b.lines(s, c, axis, only)
	if at, ok := given(v.Benchmark); ok && axis.Holds(at) {
		c.put(column(axis, at, len(c)), s.t.Glyphs.Benchmark, inkBenchmark)
	}
}

// lines draws reference and benchmark across a row, but not over one cell.
func (b Bars) lines(s sheet, c canvas, axis scale.Linear, but int) {
	line := func(m Mark, glyph string, k ink) {
		value, ok := given(m.Value)
		if !ok || !axis.Holds(value) || len(c) == 0 {
			return
		}
		i := column(axis, value, len(c))
		if i == but {
			return
		}
		if c[i].glyph == s.t.Glyphs.Sure && c[i].ink == inkAccent { // over the bar, which goes on behind it
			k = inkOver
		}
		c.put(i, glyph, k)
	}
	line(b.Benchmark, s.t.Glyphs.Benchmark, inkBenchmark)
	line(b.Reference, s.t.Glyphs.Reference, inkReference)
}

// column is the cell in which a line at a value stands.
func column(axis scale.Linear, value float64, cells int) int {
	return min(int(axis.At(value)*float64(cells)), cells-1)
}

// fade fills a bar up to its lower limit, less of it up to the figure, and least up to
// the upper limit. A figure that is not nothing has a cell of its own, and so has an
// upper limit above it.
func (s sheet) fade(c canvas, axis scale.Linear, v Value, lower, upper float64) {
	g := s.t.Glyphs
	_, k := s.plain(v.Series)
	edge := func(v float64) int { return int(axis.At(v)*float64(len(c)) + 0.5) }
	sure, figure, most := edge(lower), edge(v.Value), edge(upper)
	if figure == 0 && v.Value > 0 {
		figure = 1
	}
	if most <= figure && upper > v.Value {
		most = figure + 1
	}
	sure = min(sure, figure)
	c.fill(0, sure, g.Sure, k)
	c.fill(sure, figure, g.Likely, k)
	c.fill(figure, most, g.Possible, k)
}

// bar fills a share of the canvas and returns the first cell after the bar. What
// is not nothing shows at least the thinnest mark.
func (s sheet) bar(c canvas, at float64, series int) int {
	glyph, k := s.plain(series)
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

// named writes the names of the two lines below the bars, each touching its line; ""
// where they have no room, or where there are not both.
func (b Bars) named(s sheet, l layout, axis scale.Linear) string {
	marks := b.marks(s)
	if len(marks) == 0 || l.plot == 0 || l.above {
		return ""
	}
	var at []int
	for _, m := range []Mark{b.Reference, b.Benchmark} {
		if m.Value == nil {
			continue
		}
		value, ok := given(m.Value)
		if !ok || !axis.Holds(value) {
			return ""
		}
		at = append(at, l.start()+column(axis, value, l.plot))
	}
	if len(marks) == 2 && at[1] < at[0] {
		marks[0], marks[1] = marks[1], marks[0]
		at[0], at[1] = at[1], at[0]
	}
	left := clean(s.t.Charset, marks[0].Label)
	room := at[0] - theme.Width(left) - 1
	if room < 0 || len(marks) == 2 && at[0] == at[1] {
		return ""
	}
	styles := s.t.Styles
	var out strings.Builder
	pad(&out, room)
	out.WriteString(styles.Muted.Render(left) + " " + marks[0].Style.Render(marks[0].Glyph))
	if len(marks) == 2 {
		right := clean(s.t.Charset, marks[1].Label)
		if at[1]+2+theme.Width(right) > s.width {
			return ""
		}
		pad(&out, at[1]-at[0]-1)
		out.WriteString(marks[1].Style.Render(marks[1].Glyph) + " " + styles.Muted.Render(right))
	}
	return out.String()
}
