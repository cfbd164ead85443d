// Package chart draws the pictures of the panels: data, width and theme in,
// lines out. tui/panel fills plain structs from the results of model and calls
// Lines; marks and colours come from tui/theme, positions from model/scale. It
// keeps nothing between calls, reads nothing and knows no indicator.
//
// What every chart holds to:
//   - no line is wider than the width given, and none is padded to it: the panel
//     boxes the chart;
//   - when narrow, the drawing gets shorter first; then spare columns go; then labels
//     move to a line of their own; then the drawing goes. A label, a value or a reason is wrapped in the end, never cut;
//   - a value that is not defined shows its reason in words and draws nothing;
//   - shapes tell series apart, colour only helps.
//
// Texts are plain: the charts put them into the character set themselves and
// turn control characters into spaces.
package chart

import (
	"math"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/tui/theme"
)

// Mark is a line at one value across a chart, named in the legend.
type Mark struct {
	Value *float64 // nil for none
	Label string   // with its value, such as "whole workforce 20.4%"
}

// Key is one entry of a Legend.
type Key struct {
	Glyph string
	Label string
	Style theme.Style
}

// Legend explains marks: glyph and words side by side, on as many lines as the
// width asks for. An entry is never divided while it fits on a line.
type Legend []Key

// lines draws the legend; they are not padded.
func (l Legend) lines(t theme.Theme, width int) []string {
	if width < 1 {
		return nil
	}
	var lines []string
	var line strings.Builder
	used := 0
	flush := func() {
		if used > 0 {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
	}
	for _, key := range l {
		glyph, label := clean(t.Charset, key.Glyph), clean(t.Charset, key.Label)
		if label == "" {
			continue
		}
		need := theme.Width(glyph) + 1 + theme.Width(label)
		if need > width {
			flush()
			lines = append(lines, wrap(glyph+" "+label, width)...)
			continue
		}
		if used > 0 && used+2+need > width {
			flush()
		}
		if used > 0 {
			line.WriteString("  ")
			used += 2
		}
		line.WriteString(key.Style.Render(glyph) + " " + t.Styles.Muted.Render(label))
		used += need
	}
	flush()
	return lines
}

// clean returns s in the character set and on one line. A control character
// in a label would move the cursor, so each becomes a space.
func clean(set theme.Charset, s string) string {
	plain := true
	for i := range len(s) {
		plain = plain && s[i] >= ' ' && s[i] <= '~'
	}
	if plain {
		return s
	}
	if strings.ContainsFunc(s, isControl) {
		s = strings.Map(func(r rune) rune {
			if isControl(r) {
				return ' '
			}
			return r
		}, s)
	}
	return set.Text(s)
}

func isControl(r rune) bool { return r < ' ' || (r >= 0x7F && r < 0xA0) }

// wrap breaks s at spaces, and inside a word only when the word alone is wider.
// ansi.Wrap also breaks after a hyphen, which in ASCII is the minus of a value.
func wrap(s string, width int) []string {
	if width < 1 {
		return nil
	}
	if theme.Width(s) <= width {
		return []string{s}
	}
	var lines []string
	line := ""
	for word := range strings.SplitSeq(s, " ") {
		switch {
		case word == "":
			continue
		case line != "" && theme.Width(line)+1+theme.Width(word) <= width:
			line += " " + word
			continue
		case line != "":
			lines = append(lines, line)
		}
		parts := strings.Split(ansi.Hardwrap(word, width, true), "\n")
		lines = append(lines, parts[:len(parts)-1]...)
		line = parts[len(parts)-1]
	}
	return append(lines, line)
}

// cut keeps lines to a width. A character of two cells has no place in a width of one; that
// is the only thing that is cut here.
func cut(lines []string, width int) []string {
	if width < 4 {
		for i, line := range lines {
			lines[i] = ansi.Truncate(line, max(width, 0), "")
		}
	}
	return lines
}

// pad writes n spaces.
func pad(b *strings.Builder, n int) {
	const blank = "                                "
	for ; n > len(blank); n -= len(blank) {
		b.WriteString(blank)
	}
	if n > 0 {
		b.WriteString(blank[:n])
	}
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// given returns the value behind p when it can be drawn.
func given(p *float64) (float64, bool) {
	if p == nil || !finite(*p) {
		return 0, false
	}
	return *p, true
}
