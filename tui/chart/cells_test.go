package chart

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/theme"
)

func TestWrapLosesNothing(t *testing.T) {
	for _, s := range []string{
		"gap -0.9 points, from -6.2", "Mid-Cheshire Hospitals", "a  double  space ", "救急車 service", "", "incomprehensibilities",
	} {
		for width := 2; width < 40; width++ {
			lines := wrap(s, width)
			for _, line := range lines {
				if theme.Width(line) > width {
					t.Errorf("%q, width %d: %q", s, width, line)
				}
			}
			got := strings.ReplaceAll(strings.Join(lines, ""), " ", "")
			if want := strings.ReplaceAll(s, " ", ""); got != want {
				t.Errorf("%q, width %d: %q", s, width, lines)
			}
		}
	}
}

// A minus sign parted from its number would turn a fall into a rise.
func TestWrapKeepsTheMinus(t *testing.T) {
	for width := 5; width < 30; width++ {
		if got := strings.Join(wrap("gap -0.9 points", width), "\n"); !strings.Contains(got, "-0.9") {
			t.Errorf("width %d: %q", width, got)
		}
	}
}

func TestLegendBreaksBetweenEntries(t *testing.T) {
	l := Legend{{Glyph: "█", Label: "one two"}, {Glyph: "▒", Label: "three"}, {Label: ""}}
	for width, want := range map[int]string{
		40: "█ one two  ▒ three",
		18: "█ one two  ▒ three",
		17: "█ one two\n▒ three",
		5:  "█ one\ntwo\n▒\nthree",
	} {
		if got := ansi.Strip(strings.Join(l.lines(theme.New("", true, theme.Full, colorprofile.TrueColor), width), "\n")); got != want {
			t.Errorf("width %d: got %q, want %q", width, got, want)
		}
	}
}
