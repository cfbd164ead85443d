package chart

import (
	"strings"

	"charm.land/lipgloss/v2"

	"wres/tui/theme"
)

// ink names a style that a brush has ready.
type ink int

const (
	inkText ink = iota
	inkMuted
	inkFaint
	inkAccent
	inkSecond
	inkThird
	inkReference
	inkBenchmark
	inkSelected
	inkNotice
	inkKey
	inks
)

// stroke is a style as the bytes before and after a text.
type stroke struct{ open, close string }

func newStroke(style lipgloss.Style) stroke {
	open, end, _ := strings.Cut(style.Render("x"), "x")
	return stroke{open, end}
}

func (s stroke) write(b *strings.Builder, text string) {
	if text == "" {
		return
	}
	b.WriteString(s.open)
	b.WriteString(text)
	b.WriteString(s.close)
}

// brush is a theme made ready for drawing: lipgloss works a style out anew on
// each Render, which a chart of many small pieces would pay for in every frame.
type brush struct {
	t       theme.Theme
	strokes [inks]stroke
}

func newBrush(t theme.Theme) *brush {
	s := t.Styles
	b := &brush{t: t}
	for i, style := range [inks]lipgloss.Style{
		inkText: s.Text, inkMuted: s.Muted, inkFaint: s.Faint,
		inkAccent: s.Accent, inkSecond: s.Second, inkThird: s.Third,
		inkReference: s.Reference, inkBenchmark: s.Benchmark,
		inkSelected: s.Selected, inkNotice: s.Notice,
		inkKey: s.Key,
	} {
		b.strokes[i] = newStroke(style)
	}
	return b
}

func (b *brush) paint(k ink, text string) string {
	var out strings.Builder
	b.strokes[k].write(&out, text)
	return out.String()
}

// series returns the fill and the ink of series i; a fourth series looks like
// the first, so charts have at most three.
func (b *brush) series(i int) (string, ink) {
	g := b.t.Glyphs
	switch ((i % 3) + 3) % 3 {
	case 1:
		return g.Fill2, inkSecond
	case 2:
		return g.Fill3, inkThird
	default:
		return g.Fill, inkAccent
	}
}

// cell is one place of a drawing; the zero cell is blank.
type cell struct {
	glyph string
	ink   ink
}

// canvas is the one line of cells that a row's drawing fills.
type canvas []cell

// put sets cell i; places outside the drawing are passed over.
func (c canvas) put(i int, glyph string, k ink) {
	if i >= 0 && i < len(c) {
		c[i] = cell{glyph, k}
	}
}

// fill sets the cells from i up to but not including j.
func (c canvas) fill(i, j int, glyph string, k ink) {
	for ; i < j; i++ {
		c.put(i, glyph, k)
	}
}

// place returns the cell for a position between 0 and 1 on an axis whose ends
// stand in the middle of the first and the last cell.
func (c canvas) place(at float64) int { return place(at, len(c)) }

func place(at float64, cells int) int { return int(at*float64(cells-1) + 0.5) }

// write draws the cells, neighbours of one ink in one go.
func (c canvas) write(b *brush, out *strings.Builder) {
	for i := 0; i < len(c); {
		if c[i].glyph == "" {
			out.WriteByte(' ')
			i++
			continue
		}
		k := c[i].ink
		out.WriteString(b.strokes[k].open)
		for ; i < len(c) && c[i].glyph != "" && c[i].ink == k; i++ {
			out.WriteString(c[i].glyph)
		}
		out.WriteString(b.strokes[k].close)
	}
}
