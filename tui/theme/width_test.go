package theme

import (
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// The short way must agree with the library, for each character and beside others.
func TestWidthAgreesWithTheLibrary(t *testing.T) {
	for r := rune(0); r <= 0xFFFF; r++ {
		if !oneCell(r) {
			continue
		}
		for _, s := range []string{string(r), "a" + string(r) + "é", string(r) + string(r)} {
			if got, want := Width(s), ansi.StringWidth(s); got != want {
				t.Fatalf("%q (%U): %d cells, the library says %d", s, r, got, want)
			}
		}
	}
	for _, s := range []string{
		"e\u0301", "救急車", "👩\u200d🚒", "a\u00adb", "▪\ufe0f", "", "a\xffb",
		"\x1b[1;38;2;0;0;0mred\x1b[m", "\x1b[4:3mcurly\x1b[0m", "\x1b[2Jcleared", "\x1b]8;;x\x1b\\link", "\x1b", "\x1b[1", "a\x1b[1m\u0301",
	} {
		if got, want := Width(s), ansi.StringWidth(s); got != want {
			t.Errorf("%q: %d cells, the library says %d", s, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := ""
		for _, part := range rapid.SliceOf(rapid.SampledFrom([]string{"a", "é", " ", "─", "救", "\u0301", "\ufe0f", "\x1b[1m", "\x1b[", "38;2m", "\x1b[m", "\n"})).Draw(t, "parts") {
			s += part
		}
		if got, want := Width(s), ansi.StringWidth(s); got != want {
			t.Fatalf("%q: %d cells, the library says %d", s, got, want)
		}
	})
}
