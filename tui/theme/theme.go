// Package theme turns a palette into what the terminal shows: which characters
// (Charset, Glyphs) and which colours and weights (Styles). cmd or tui makes one
// Theme from the flags, the environment and what the terminal answers, and hands
// it down; tui/panel and tui/chart take every mark and style from it and name no
// colour themselves. A Theme is a value: nothing here is global or changes.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// Theme is all that drawing needs to know about the terminal.
type Theme struct {
	Charset Charset
	Glyphs  Glyphs
	Styles  Styles
}

// Styles are named by what they say, not by how they look. None has padding,
// margin or a width, so that a style never changes how many cells a text takes.
type Styles struct {
	Title lipgloss.Style
	Text  lipgloss.Style
	Muted lipgloss.Style // counts, notes, reasons
	Faint lipgloss.Style // rules and ticks; never a word

	Accent lipgloss.Style // the group that the panel is about
	Second lipgloss.Style // the group it is compared with
	Third  lipgloss.Style // unknown, not stated

	Reference lipgloss.Style
	Benchmark lipgloss.Style

	Selected  lipgloss.Style // always beside Glyphs.Mark
	ActiveTab lipgloss.Style
	Key       lipgloss.Style
	KeyText   lipgloss.Style
	Notice    lipgloss.Style
	Error     lipgloss.Style
	Saved     lipgloss.Style
	Overlay   lipgloss.Style // border of an overlay
}

// New returns the theme for a background, a character set and the colours that
// the terminal has. The profile is asked for because greys fall together when a
// renderer reduces them to 16 colours: there the palette names its own. Without
// colour (NO_COLOR) weights, underlines and reverse remain.
func New(dark bool, charset Charset, profile colorprofile.Profile) Theme {
	return Theme{
		Charset: charset,
		Glyphs:  charset.Glyphs(),
		Styles:  newPalette(dark, profile).styles(),
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

// palette holds the colours before they become styles. Blue and orange are the
// Analysis Function's pair (#12436D, #F46A25), which colour-blind readers can
// tell apart; each is moved until text in it can be read on its background.
type palette struct {
	accent, second, third, benchmark, muted, faint, saved, bad color.Color
}

func newPalette(dark bool, profile colorprofile.Profile) palette {
	complete := lipgloss.Complete(profile)
	background := lipgloss.LightDark(dark)
	pick := func(light, dark string, light16, dark16 color.Color) color.Color {
		exact := background(lipgloss.Color(light), lipgloss.Color(dark))
		return complete(background(light16, dark16), colorprofile.ANSI256.Convert(exact), exact)
	}
	// With 16 colours text on a dark background is never bright black (8), which
	// several schemes set to the background itself, nor blue (4).
	return palette{
		accent:    pick("#12436D", "#7DB8E8", lipgloss.Blue, lipgloss.BrightCyan),
		second:    pick("#595F66", "#A9AFB6", lipgloss.BrightBlack, lipgloss.White),
		third:     pick("#6F4BA0", "#C4A9F0", lipgloss.Cyan, lipgloss.BrightMagenta),
		benchmark: pick("#AD4208", "#FFA366", lipgloss.Magenta, lipgloss.BrightYellow),
		muted:     pick("#595F66", "#A9AFB6", lipgloss.BrightBlack, lipgloss.White),
		faint:     pick("#9AA0A6", "#6C737A", lipgloss.BrightBlack, lipgloss.BrightBlack),
		saved:     pick("#17694F", "#74D3AE", lipgloss.Green, lipgloss.BrightGreen),
		bad:       pick("#A80F2C", "#FF9AA2", lipgloss.Red, lipgloss.BrightRed),
	}
}

func (p palette) styles() Styles {
	in := func(c color.Color) lipgloss.Style { return lipgloss.NewStyle().Foreground(c) }
	return Styles{
		Title:     lipgloss.NewStyle().Bold(true),
		Text:      lipgloss.NewStyle(),
		Muted:     in(p.muted),
		Faint:     in(p.faint),
		Accent:    in(p.accent),
		Second:    in(p.second),
		Third:     in(p.third),
		Reference: lipgloss.NewStyle().Bold(true),
		Benchmark: in(p.benchmark).Bold(true),
		Selected:  lipgloss.NewStyle().Bold(true).Reverse(true),
		ActiveTab: in(p.accent).Bold(true).Underline(true),
		Key:       in(p.accent).Bold(true),
		KeyText:   in(p.muted),
		Notice:    in(p.benchmark).Bold(true),
		Error:     in(p.bad).Bold(true).Reverse(true),
		Saved:     in(p.saved),
		Overlay:   in(p.accent),
	}
}
