package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
)

// palette holds the colours before they become styles: blue for what is clear and for
// the group that the standard is about, sand for the group beside it, grey for what is
// not known, orange for what wants care. Readers who are colour-blind can tell these
// apart, and each is moved until text in it can be read on every surface of its theme.
type palette struct {
	text, muted, faint                          color.Color
	accent, second, third, care, saved, bad     color.Color
	bar, chip, cursor, filled, onFilled, onCare color.Color // surfaces, and what is written on them
}

// newPalette picks the colours for a background. With 256 colours they are the nearest,
// but for some that could not be read then: those are named. 16 colours have their own
// palette and no surfaces, see sixteen.
func newPalette(dark bool, profile colorprofile.Profile) palette {
	background := lipgloss.LightDark(dark)
	pick := func(light, dark string, of256 ...string) color.Color {
		if len(of256) > 0 && profile == colorprofile.ANSI256 {
			light, dark = of256[0], of256[1]
		}
		return profile.Convert(background(lipgloss.Color(light), lipgloss.Color(dark)))
	}
	return palette{
		text:     pick("#1B1F24", "#ECEEF1"),
		muted:    pick("#565C63", "#A9AFB6"),
		faint:    pick("#9AA0A6", "#6C737A"),
		accent:   pick("#12436D", "#7DB8E8"),
		second:   pick("#75560F", "#DDC27A", "58", "180"),
		third:    pick("#565C63", "#A9AFB6"),
		care:     pick("#A03C06", "#FFA366", "94", "215"),
		saved:    pick("#16634B", "#74D3AE"),
		bad:      pick("#A80F2C", "#FF9AA2"),
		bar:      pick("#E4E8ED", "#2E343B", "254", "236"),
		chip:     pick("#D3DAE2", "#434B55", "252", "239"),
		cursor:   pick("#DCE8F4", "#2B3B4D", "255", "237"),
		filled:   pick("#12436D", "#7DB8E8"),
		onFilled: pick("#FFFFFF", "#0B1620"),
		onCare:   pick("#FFFFFF", "#24140A"),
	}
}

// stylesFor makes the styles of a background and of the colours that the terminal has.
func stylesFor(dark bool, profile colorprofile.Profile) Styles {
	switch {
	case profile >= colorprofile.ANSI256:
		return newPalette(dark, profile).styles()
	case profile == colorprofile.ANSI:
		return sixteen(dark).reversed()
	}
	return palette{}.reversed()
}

// sixteen is the palette of 16 colours, where greys fall together and no surface is sure
// to be readable. Text on a dark background is never bright black (8), which several
// schemes set to the background itself, nor blue (4).
func sixteen(dark bool) palette {
	if dark {
		return palette{
			accent: lipgloss.BrightCyan, second: lipgloss.Yellow, third: lipgloss.White, care: lipgloss.BrightYellow,
			muted: lipgloss.White, faint: lipgloss.BrightBlack, saved: lipgloss.BrightGreen, bad: lipgloss.BrightRed,
		}
	}
	return palette{
		accent: lipgloss.Blue, second: lipgloss.Magenta, third: lipgloss.BrightBlack, care: lipgloss.Red,
		muted: lipgloss.BrightBlack, faint: lipgloss.BrightBlack, saved: lipgloss.Green, bad: lipgloss.Red,
	}
}

// in gives a style of a colour; nil leaves the terminal's own.
func in(c color.Color) lipgloss.Style {
	if c == nil {
		return lipgloss.NewStyle()
	}
	return lipgloss.NewStyle().Foreground(c)
}

// words are the styles that have no surface.
func (p palette) words() Styles {
	return Styles{
		Title:     lipgloss.NewStyle().Bold(true),
		Text:      lipgloss.NewStyle(),
		Muted:     in(p.muted),
		Faint:     in(p.faint),
		Accent:    in(p.accent),
		Second:    in(p.second),
		Third:     in(p.third),
		Reference: lipgloss.NewStyle().Bold(true),
		Benchmark: in(p.care).Bold(true),
		Key:       in(p.accent).Bold(true),
		KeyText:   in(p.muted),
		Notice:    in(p.care).Bold(true),
		Error:     in(p.bad).Bold(true).Reverse(true),
		Saved:     in(p.saved),
		Overlay:   in(p.accent),
	}
}

// styles are those of a terminal with surfaces.
func (p palette) styles() Styles {
	s := p.words()
	s.Selected = in(p.text).Background(p.cursor).Bold(true)
	s.Frame = Frame{
		Bar:      in(p.text).Background(p.bar),
		BarTitle: in(p.text).Background(p.bar).Bold(true),
		BarText:  in(p.muted).Background(p.bar),
		BarKey:   in(p.accent).Background(p.bar).Bold(true),
		BarSaved: in(p.saved).Background(p.bar),
		BarChip:  in(p.text).Background(p.chip),
	}
	s.Chips = Chips{
		ActiveTab: in(p.onFilled).Background(p.filled).Bold(true),
		Strong:    in(p.onFilled).Background(p.filled).Bold(true),
		Quiet:     in(p.text).Background(p.chip),
		Care:      in(p.onCare).Background(p.care).Bold(true),
	}
	return s
}

// reversed are those of a terminal with 16 colours or none: what it writes with and what
// it writes on change places, which can be read in any scheme.
func (p palette) reversed() Styles {
	s := p.words()
	back := lipgloss.NewStyle().Reverse(true)
	s.Selected = back.Bold(true)
	s.Frame = Frame{Bar: back, BarTitle: back.Bold(true), BarText: back, BarKey: back.Bold(true), BarSaved: back, BarChip: back.Bold(true)}
	s.Chips = Chips{
		ActiveTab: in(p.accent).Bold(true).Underline(true),
		Strong:    in(p.accent).Bold(true),
		Quiet:     in(p.muted),
		Care:      in(p.care).Bold(true),
	}
	return s
}
