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

// palette makes the colours of a theme. With 256 colours they are the nearest, but for those
// that are named, which could not be read then.
func (s scheme) palette(profile colorprofile.Profile) palette {
	pick := func(tone, of256 string) color.Color {
		if of256 != "" && profile == colorprofile.ANSI256 {
			tone = of256
		}
		return profile.Convert(lipgloss.Color(tone))
	}
	t, n := s.tones, s.of256
	return palette{
		text:     pick(t.text, n.text),
		muted:    pick(t.muted, n.muted),
		faint:    pick(t.faint, n.faint),
		accent:   pick(t.accent, n.accent),
		second:   pick(t.second, n.second),
		third:    pick(t.third, n.third),
		care:     pick(t.care, n.care),
		saved:    pick(t.saved, n.saved),
		bad:      pick(t.bad, n.bad),
		bar:      pick(t.bar, n.bar),
		chip:     pick(t.chip, n.chip),
		cursor:   pick(t.cursor, n.cursor),
		filled:   pick(t.filled, n.filled),
		onFilled: pick(t.onFilled, n.onFilled),
		onCare:   pick(t.onCare, n.onCare),
	}
}

// styles makes the styles of a theme with the colours that the terminal has.
func (s scheme) styles(profile colorprofile.Profile) Styles {
	switch {
	case s.filled(profile):
		return s.palette(profile).styles()
	case profile == colorprofile.ANSI:
		return s.sixteen.reversed()
	}
	return palette{}.reversed()
}

// filled reports whether the theme has surfaces on a terminal with these colours.
func (s scheme) filled(profile colorprofile.Profile) bool {
	return s.tones != (tones{}) && profile >= colorprofile.ANSI256
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
