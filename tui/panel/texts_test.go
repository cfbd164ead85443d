package panel

import (
	"strings"
	"testing"
)

// A piece of a text keeps the spaces at its ends, whatever cleaning does to them.
func TestPasted(t *testing.T) {
	clean := func(s string) string { return strings.ReplaceAll(strings.TrimSpace(s), "\x1b", "<ESC>") }
	for text, want := range map[string]string{
		"": "", " ": " ", "a": "a", " the": " the", "met ": "met ", "\tone\ntwo\r\nthree\n": " one two three ", "  a\x1bb  ": "  a<ESC>b  ", "\n\n": "  ",
	} {
		if got := Pasted(text, clean); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
