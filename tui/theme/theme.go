// Package theme turns a palette into what the terminal shows: which characters
// (Charset, Glyphs) and which colours and weights (Styles). cmd or tui makes one
// Theme from the flags, the environment and what the terminal answers, and hands
// it down; tui/panel and tui/chart take every mark and style from it and name no
// colour themselves. A Theme is a value: nothing here is global or changes.
package theme

import (
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme is all that drawing needs to know about the terminal.
type Theme struct {
	Charset Charset
	Glyphs  Glyphs
	Styles  Styles

	solid bool // chips and badges are filled; else they stand in brackets
}

// Styles are named by what they say, not by how they look. None has padding,
// margin or a width, so that a style never changes how many cells a text takes.
type Styles struct {
	Title lipgloss.Style
	Text  lipgloss.Style
	Muted lipgloss.Style // counts, notes, reasons
	Faint lipgloss.Style // rules and ticks; never a word

	Accent lipgloss.Style // what is clear, and the group that the standard is about
	Second lipgloss.Style // the group it is compared with
	Third  lipgloss.Style // unknown, not stated

	Reference lipgloss.Style
	Benchmark lipgloss.Style

	Selected lipgloss.Style // the row under the cursor, always beside Glyphs.Mark; see Theme.Marked
	Key      lipgloss.Style
	KeyText  lipgloss.Style
	Notice   lipgloss.Style
	Error    lipgloss.Style
	Saved    lipgloss.Style
	Overlay  lipgloss.Style // border of an overlay

	Frame
	Chips
}

// Frame is the first and the last line of the window, which have a surface of their own.
type Frame struct {
	Bar      lipgloss.Style // the surface
	BarTitle lipgloss.Style // whose figures these are
	BarText  lipgloss.Style
	BarKey   lipgloss.Style
	BarSaved lipgloss.Style
	BarChip  lipgloss.Style // the year, and how it is looked at
}

// Chips are words on a surface of their own: see Theme.Chip and Theme.Badge.
type Chips struct {
	ActiveTab lipgloss.Style
	Strong    lipgloss.Style // what is clear
	Quiet     lipgloss.Style // what is not
	Care      lipgloss.Style // what has to be read with care
}

// New returns the theme for a background, a character set and the colours that
// the terminal has. The profile is asked for because greys fall together when a
// renderer reduces them to 16 colours: there the palette names its own. Without
// colour (NO_COLOR) weights, underlines and reverse remain.
func New(dark bool, charset Charset, profile colorprofile.Profile) Theme {
	return Theme{
		Charset: charset,
		Glyphs:  charset.Glyphs(),
		Styles:  stylesFor(dark, profile),
		solid:   charset != ASCII && profile >= colorprofile.ANSI256,
	}
}

// Text returns the program's own words as the character set can show them; see
// Charset.Text.
func (t Theme) Text(s string) string { return t.Charset.Text(s) }

// Border returns the lines of a box that the character set can show.
func (t Theme) Border() lipgloss.Border {
	switch t.Charset {
	case Full:
		return lipgloss.RoundedBorder()
	case Basic:
		return lipgloss.NormalBorder()
	default:
		return lipgloss.ASCIIBorder()
	}
}
