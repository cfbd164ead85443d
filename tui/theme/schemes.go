package theme

import (
	"slices"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
)

// scheme is a theme as data: its colours for one kind of background.
type scheme struct {
	name    string  // by which it is asked for
	dark    bool    // the background that it is for
	tones   tones   // of a terminal that shows all colours; none: without colour
	of256   tones   // in their place with 256 colours, where the nearest would not do
	sixteen palette // with 16, where greys fall together and no surface is sure to be readable
}

// tones are colours as they are written: "#RRGGBB", or the number of one of 256.
type tones struct {
	text, muted, faint                          string
	accent, second, third, care, saved, bad     string
	bar, chip, cursor, filled, onFilled, onCare string
}

// schemes are the themes. Where none is asked for, the first for the terminal's background
// is taken. That of high contrast is black and white with as little colour as tells things
// apart, and has no colour at all of 16, as nobody knows what those look like. The 16 are
// chosen by how common terminals show them: on a dark background words are never bright
// black (8), which several set to the background itself, nor blue (4); on a light one they
// are neither green (2) nor grey. Brown is what the console of Linux has for yellow (3).
func schemes() []scheme {
	return []scheme{
		{
			name: "light",
			tones: tones{
				text: "#1B1F24", muted: "#565C63", faint: "#9AA0A6",
				accent: "#12436D", second: "#75560F", third: "#565C63", care: "#A03C06", saved: "#16634B", bad: "#A80F2C",
				bar: "#E4E8ED", chip: "#C2CAD3", cursor: "#DCE8F4", filled: "#12436D", onFilled: "#FFFFFF", onCare: "#FFFFFF",
			},
			of256: tones{accent: "24", second: "58", third: "237", care: "94", bar: "254", chip: "250", cursor: "255", filled: "24"},
			sixteen: palette{
				accent: lipgloss.Blue, second: lipgloss.Magenta, care: lipgloss.Red, faint: lipgloss.BrightBlack, bad: lipgloss.Red,
			},
		},
		{
			name: "dark", dark: true,
			tones: tones{
				text: "#ECEEF1", muted: "#A9AFB6", faint: "#6C737A",
				accent: "#7DB8E8", second: "#DDC27A", third: "#A9AFB6", care: "#FFA366", saved: "#74D3AE", bad: "#FF9AA2",
				bar: "#2E343B", chip: "#434B55", cursor: "#2B3B4D", filled: "#7DB8E8", onFilled: "#0B1620", onCare: "#24140A",
			},
			of256: tones{second: "180", care: "215", bar: "236", chip: "239", cursor: "237"},
			sixteen: palette{
				accent: lipgloss.BrightCyan, second: lipgloss.BrightYellow, third: lipgloss.White, care: lipgloss.BrightRed,
				muted: lipgloss.White, faint: lipgloss.BrightBlack, saved: lipgloss.BrightGreen, bad: lipgloss.BrightRed,
			},
		},
		{
			name: "contrast",
			tones: tones{
				text: "#000000", muted: "#2E2E2E", faint: "#6E6E6E",
				accent: "#00306B", second: "#5C3A00", third: "#3F3F3F", care: "#7A1F00", saved: "#004B2F", bad: "#7D0020",
				bar: "#E6E6E6", chip: "#C9C9C9", cursor: "#DADADA", filled: "#000000", onFilled: "#FFFFFF", onCare: "#FFFFFF",
			},
			of256: tones{accent: "19", second: "53", third: "234", care: "88", saved: "235", bad: "88"},
		},
		{
			name: "contrast", dark: true,
			tones: tones{
				text: "#FFFFFF", muted: "#E4E4E4", faint: "#9E9E9E",
				accent: "#9CD3FF", second: "#FFDE6B", third: "#DADADA", care: "#FFBD8A", saved: "#9DF2C5", bad: "#FFC4C8",
				bar: "#262626", chip: "#404040", cursor: "#303030", filled: "#FFFFFF", onFilled: "#000000", onCare: "#000000",
			},
		},
		{name: "mono"},
	}
}

// Names lists the themes that can be asked for.
func Names() []string {
	var names []string
	for _, s := range schemes() {
		names = append(names, s.name)
	}
	return slices.Compact(names)
}

// find gives the theme of a name for a background, or the only one of the name. Where the
// name is empty or no theme has it, the background decides.
func find(name string, dark bool) scheme {
	var of []scheme
	for _, s := range schemes() {
		if s.name == name {
			of = append(of, s)
		}
	}
	if len(of) == 1 {
		return of[0]
	}
	if len(of) == 0 {
		of = schemes()
	}
	return of[slices.IndexFunc(of, func(s scheme) bool { return s.dark == dark })]
}

// ByBackground reports whether what a theme looks like depends on the terminal's
// background, which else need not be asked for.
func ByBackground(name string) bool { return find(name, true) != find(name, false) }

// LightByEnv reports whether COLORFGBG says that the terminal's background is light. Some
// terminals set it: "15;0", or "0;default;15" with the background last, as one of the 16
// colours. It is a guess until the terminal answers: it stays as it was when the colours
// are changed, and reaches other terminals through a shell.
func LightByEnv(getenv func(string) string) bool {
	fields := strings.Split(getenv("COLORFGBG"), ";")
	n, err := strconv.Atoi(fields[len(fields)-1])
	return err == nil && len(fields) > 1 && (n == 7 || n >= 9 && n <= 15)
}
