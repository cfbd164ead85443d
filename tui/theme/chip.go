package theme

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Badge is how a verdict is marked, by how much of it may be concluded.
type Badge int

const (
	// Strong is for what is clear.
	Strong Badge = iota
	// Quiet is for what is not, or cannot be told.
	Quiet
	// Hollow is for what has no figures, and for what a source notes of its figures: it
	// stands beside a verdict and is none.
	Hollow
	// Care is for what has to be read with care.
	Care
)

// Badge marks a verdict, always with its word; it takes two cells more than that. On a
// terminal without surfaces it stands in brackets: [CLEAR], (cannot be told).
func (t Theme) Badge(b Badge, word string) string {
	upper := strings.ToUpper(word)
	style, ends := t.Styles.Quiet, "()"
	switch b {
	case Strong:
		style, ends, word = t.Styles.Strong, "[]", upper
	case Care:
		style, ends, word = t.Styles.Care, "[]", upper
	case Hollow:
		style = t.Styles.Muted
		if t.solid {
			return style.Render(t.Glyphs.EdgeLeft + t.Text(upper) + t.Glyphs.EdgeRight)
		}
	}
	if t.solid {
		return t.filled(style, Style{}, upper)
	}
	return style.Render(t.Text(ends[:1] + word + ends[1:]))
}

// Chip puts a word on a surface of its own, on the surface of another style; it takes two
// cells more than the word. Without surfaces it stands in brackets.
func (t Theme) Chip(chip, on Style, word string) string {
	if t.solid {
		return t.filled(chip, on, word)
	}
	return chip.Render("[" + t.Text(word) + "]")
}

// filled draws a chip whose ends are half a cell wide.
func (t Theme) filled(chip, on Style, word string) string {
	ends := newStyle(on.Look().Foreground(chip.Look().GetBackground()))
	return ends.Render(t.Glyphs.ChipLeft) + chip.Render(t.Text(word)) + ends.Render(t.Glyphs.ChipRight)
}

// Spread puts two texts at the ends of a line that a surface fills. Where both do not fit
// the left one is cut.
func (t Theme) Spread(surface Style, left, right string, width int) string {
	room := width - Width(right)
	left = ansi.Truncate(left, max(room, 0), t.Glyphs.Ellipsis)
	gap := max(room-Width(left), 0)
	return left + surface.Render(strings.Repeat(" ", gap)) + right
}
