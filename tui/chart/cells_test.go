package chart

import (
	"strings"
	"testing"

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
