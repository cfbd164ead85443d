package picture

import (
	"fmt"
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

// What a cell's text may be beside its colours, as bits: the numbers are lipgloss's,
// in whose cells they stand, and which has no names for them.
const (
	bold = 1 << iota
	faint
	italic
	_ // blinks, which a picture does not
	_
	reverse
	concealed
	struck
)

// cell is one place of the frame, with its colours as they are seen.
type cell struct {
	text       string // a whole character, with its marks; "" beside a wide one
	wide       bool   // it takes the next place too
	ink, paper color.RGBA
	line       color.RGBA // under it; transparent: none
	bold       bool
	italic     bool
	struck     bool
}

// cells takes a frame apart. All rows are as long as the widest line.
func cells(frame string, look Look) [][]cell {
	lines := strings.Split(frame, "\n")
	width := 0
	for _, line := range lines {
		width = max(width, ansi.StringWidth(line))
	}
	canvas := lipgloss.NewCanvas(width, len(lines)).Compose(lipgloss.NewLayer(frame))
	rows := make([][]cell, len(lines))
	for y := range rows {
		rows[y] = make([]cell, width)
		for x := range rows[y] {
			c := canvas.CellAt(x, y)
			seen := &rows[y][x]
			seen.text, seen.wide = c.Content, c.Width > 1
			seen.bold, seen.italic, seen.struck = c.Style.Attrs&bold != 0, c.Style.Attrs&italic != 0, c.Style.Attrs&struck != 0
			seen.ink, seen.paper = opaque(c.Style.Fg, look.Ink), opaque(c.Style.Bg, look.Paper)
			if c.Style.Attrs&reverse != 0 {
				seen.ink, seen.paper = seen.paper, seen.ink
			}
			if c.Style.Attrs&faint != 0 {
				seen.ink = mix(seen.ink, seen.paper, 0.55)
			}
			if c.Style.Underline != ansi.UnderlineNone {
				seen.line = opaque(c.Style.UnderlineColor, seen.ink)
			}
			if c.Style.Attrs&concealed != 0 {
				seen.text = " "
			}
		}
	}
	return rows
}

// opaque gives a colour without its transparency, or another where there is none.
func opaque(c color.Color, none color.RGBA) color.RGBA {
	if c == nil {
		return none
	}
	r, g, b, _ := c.RGBA()
	return color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xFF}
}

// mix lays a colour over another, of which a part is seen: 1 is the first alone.
func mix(over, under color.RGBA, part float64) color.RGBA {
	channel := func(a, b uint8) uint8 { return uint8(float64(a)*part + float64(b)*(1-part) + 0.5) }
	return color.RGBA{channel(over.R, under.R), channel(over.G, under.G), channel(over.B, under.B), 0xFF}
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
