package chart

import (
	"math"
	"slices"

	"wres/tui/theme"
)

// Stacked shows how a whole is made up: one bar of 100% a row, divided between
// up to three groups by three fills.
//
//	Band 5 ██████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░░ 20.4%  77.4%  2.2%
//
// A group that is not nothing has at least one cell. When narrow the bar shrinks
// to 9 cells, labels get a line of their own, and last the bars go; no group's text goes. Lines are not padded.
type Stacked struct {
	Groups []string // names for the legend, in the order of the parts
	Rows   []StackRow

	Cursor   bool
	Selected int
}

// StackRow is one whole.
type StackRow struct {
	Label  string
	Parts  []float64 // counts or shares; the bar shows them of their sum
	Texts  []string  // one a part
	Reason string    // why there is no bar
}

// Lines returns the lines that explain the marks, and those of each row.
func (c Stacked) Lines(t theme.Theme, width int) (head []string, rows [][]string) {
	s := sheet{brush: newBrush(t), width: width, minPlot: 9, cursor: c.Cursor}
	for i, row := range c.Rows {
		for len(s.drops) < len(row.Texts) {
			s.drops = append(s.drops, 0)
		}
		_, ok := wholeOf(row.Parts)
		s.add(entry{
			label: row.Label, texts: slices.Clone(row.Texts),
			selected: c.Cursor && i == c.Selected,
			draw:     func(c canvas) { s.stack(c, row.Parts) },
		}, ok, row.Reason)
	}
	var legend Legend
	for i, name := range c.Groups {
		glyph, k := s.series(i)
		legend = append(legend, Key{glyph, name, s.styles[k]})
	}
	l := s.fit()
	for _, row := range s.rows {
		rows = append(rows, cut(s.row(nil, l, row), width))
	}
	return cut(legend.lines(t, width), width), rows
}

// wholeOf returns the sum of the parts, if they can be parts of one.
func wholeOf(parts []float64) (float64, bool) {
	sum := 0.0
	for _, p := range parts {
		if !finite(p) || p < 0 {
			return 0, false
		}
		sum += p
	}
	return sum, sum > 0 && finite(sum)
}

func (s sheet) stack(c canvas, parts []float64) {
	at := 0
	for i, n := range shareOut(parts, len(c)) {
		glyph, k := s.series(i)
		c.fill(at, at+n, glyph, k)
		at += n
	}
}

// shareOut divides cells between the parts by largest remainder, so that they
// always add up, and then gives a cell to each part that came away with none.
func shareOut(parts []float64, cells int) []int {
	whole, ok := wholeOf(parts)
	out := make([]int, len(parts))
	if !ok {
		return out
	}
	rest := make([]float64, len(parts))
	left := cells
	for i, p := range parts {
		exact := p / whole * float64(cells)
		out[i] = int(math.Floor(exact))
		rest[i] = exact - float64(out[i])
		left -= out[i]
	}
	for ; left > 0; left-- {
		i := slices.Index(rest, slices.Max(rest))
		out[i]++
		rest[i] = -1
	}
	for i, p := range parts {
		if big := slices.Index(out, slices.Max(out)); p > 0 && out[i] == 0 && out[big] > 1 {
			out[i]++
			out[big]--
		}
	}
	return out
}
