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
		chip:     pick("#C2CAD3", "#434B55", "250", "239"),
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
func (p palette) words(m maker) Styles {
	return Styles{
		Title:     m.style(lipgloss.NewStyle().Bold(true)),
		Text:      m.style(lipgloss.NewStyle()),
		Muted:     m.style(in(p.muted)),
		Faint:     m.style(in(p.faint)),
		Accent:    m.style(in(p.accent)),
		Second:    m.style(in(p.second)),
		Third:     m.style(in(p.third)),
		Reference: m.style(lipgloss.NewStyle().Bold(true)),
		Benchmark: m.style(in(p.care).Bold(true)),
		Selected:  m.style(m.selected.Look()),
		Key:       m.style(in(p.accent).Bold(true)),
		KeyText:   m.style(in(p.muted)),
		Notice:    m.style(in(p.care).Bold(true)),
		Error:     m.style(in(p.bad).Bold(true).Reverse(true)),
		Wrong:     m.style(in(p.bad).Bold(true)),
		Saved:     m.style(in(p.saved)),
		Overlay:   m.style(in(p.accent)),
	}
}

// styles are those of a terminal with surfaces.
func (p palette) styles() Styles {
	m := maker{newStyle(in(p.text).Background(p.cursor).Bold(true))}
	s := p.words(m)
	s.Frame = Frame{
		Bar:      m.style(in(p.text).Background(p.bar)),
		BarTitle: m.style(in(p.text).Background(p.bar).Bold(true)),
		BarText:  m.style(in(p.muted).Background(p.bar)),
		BarKey:   m.style(in(p.accent).Background(p.bar).Bold(true)),
		BarSaved: m.style(in(p.saved).Background(p.bar)),
		BarChip:  m.style(in(p.text).Background(p.chip)),
	}
	s.Chips = Chips{
		ActiveTab: m.style(in(p.onFilled).Background(p.filled).Bold(true)),
		Strong:    m.style(in(p.onFilled).Background(p.filled).Bold(true)),
		Quiet:     m.style(in(p.text).Background(p.chip)),
		Care:      m.style(in(p.onCare).Background(p.care).Bold(true)),
	}
	return s
}

// reversed are those of a terminal with 16 colours or none: what it writes with and what
// it writes on change places, which can be read in any scheme.
func (p palette) reversed() Styles {
	back := lipgloss.NewStyle().Reverse(true)
	m := maker{newStyle(back.Bold(true))}
	s := p.words(m)
	bar, bold := m.style(back), m.style(back.Bold(true))
	s.Frame = Frame{Bar: bar, BarTitle: bold, BarText: bar, BarKey: bold, BarSaved: bar, BarChip: bold}
	s.Chips = Chips{
		ActiveTab: m.style(in(p.accent).Bold(true).Underline(true)),
		Strong:    m.style(in(p.accent).Bold(true)),
		Quiet:     m.style(in(p.muted)),
		Care:      m.style(in(p.care).Bold(true)),
	}
	return s
}
