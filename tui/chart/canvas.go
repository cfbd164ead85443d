package chart

import (
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"

	"wres/tui/theme"
)

// ink names a style, so that cells of one can be told from those of another.
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
	inkKey
	inkOver // a line that crosses a bar
	inks
)

// brush is a theme with its styles by ink.
type brush struct {
	t      theme.Theme
	styles [inks]theme.Style
}

func newBrush(t theme.Theme) *brush {
	s := t.Styles
	over := s.Reference
	if coloured(s.Strong.Look().GetBackground()) {
		over = s.Strong
	}
	return &brush{t, [inks]theme.Style{
		inkText: s.Text, inkMuted: s.Muted, inkFaint: s.Faint,
		inkAccent: s.Accent, inkSecond: s.Second, inkThird: s.Third,
		inkReference: s.Reference, inkBenchmark: s.Benchmark,
		inkSelected: s.Selected, inkKey: s.Key, inkOver: over,
	}}
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

// plain is series of bars that stand below each other, with air between them: the second
// has the full tone of its colour, and differs in its shape.
func (b *brush) plain(i int) (string, ink) {
	glyph, k := b.series(i)
	switch k {
	case inkSecond:
		glyph = b.t.Glyphs.Low
	case inkThird:
		glyph = b.t.Glyphs.Unknown
	}
	return glyph, k
}

// coloured reports whether a part of a style has a colour of its own.
func coloured(c color.Color) bool {
	_, none := c.(lipgloss.NoColor)
	return c != nil && !none
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
	var run strings.Builder
	for i := 0; i < len(c); {
		if c[i].glyph == "" {
			out.WriteByte(' ')
			i++
			continue
		}
		k := c[i].ink
		for run.Reset(); i < len(c) && c[i].glyph != "" && c[i].ink == k; i++ {
			run.WriteString(c[i].glyph)
		}
		b.styles[k].Write(out, run.String())
	}
}
