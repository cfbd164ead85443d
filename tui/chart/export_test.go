package chart

import (
	"strings"

	"wres/tui/theme"
)

// Render draws the legend by itself, as the charts draw it under their axis; lines are
// not padded.
func (l Legend) Render(t theme.Theme, width int) string {
	return strings.Join(l.lines(t, width), "\n")
}
