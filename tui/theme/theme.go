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
	Title Style
	Text  Style
	Muted Style // counts, notes, reasons
	Faint Style // rules and ticks; never a word

	Accent Style // what is clear, and the group that the standard is about
	Second Style // the group it is compared with
	Third  Style // unknown, not stated

	Reference Style
	Benchmark Style

	Selected Style // the row under the cursor, always beside Glyphs.Mark; see Theme.Marked
	Key      Style
	KeyText  Style
	Notice   Style
	Error    Style // a block
	Wrong    Style // the same as a word
	Saved    Style
	Overlay  Style // border of an overlay

	Frame
	Chips
}

// Frame is the first and the last line of the window, which have a surface of their own.
type Frame struct {
	Bar      Style // the surface
	BarTitle Style // whose figures these are
	BarText  Style
	BarKey   Style
	BarSaved Style
	BarChip  Style // the year, and how it is looked at
}

// Chips are words on a surface of their own: see Theme.Chip and Theme.Badge.
type Chips struct {
	ActiveTab Style
	Strong    Style // what is clear
	Quiet     Style // what is not
	Care      Style // what has to be read with care
}

// New returns the theme that is asked for by its name, one of Names, or "" for that of the
// background; a character set; and the colours that the terminal has. The profile is asked
// for because greys fall together when a renderer reduces them to 16 colours: there a theme
// names its own. Without colour (NO_COLOR) weights, underlines and reverse remain.
func New(name string, dark bool, charset Charset, profile colorprofile.Profile) Theme {
	s := find(name, dark)
	return Theme{
		Charset: charset,
		Glyphs:  charset.Glyphs(),
		Styles:  s.styles(profile),
		solid:   charset != ASCII && s.filled(profile),
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
