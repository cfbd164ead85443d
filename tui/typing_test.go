package tui_test

import (
	"strings"
	"testing"

	"wres/tui"
	"wres/tui/theme"
)

// Wherever letters are text the app says so, or what is pasted without a sign of it would be
// taken for keys.
func TestTyping(t *testing.T) {
	for keys, want := range map[string]bool{
		"":           false,
		"2":          false,
		"?":          true,
		"? ?":        false,
		"p":          false,
		"p /":        true,
		"p / enter":  false,
		"p N":        true,
		"p N esc":    false,
		"p F":        true,
		"p F esc":    false,
		"p a":        true,
		"p a esc":    false,
		"m":          false,
		"m n":        true,
		"m n enter":  false,
		"R":          false,
		"R /":        true,
		"R / esc":    false,
		"f":          false,
		":":          true,
		": esc":      false,
		"2 i ctrl+p": true,
	} {
		d := open(t, example(t), theme.Full, 100, 40)
		d.keys(strings.Fields(keys)...)
		if got := tui.Typing(d.m); got != want {
			t.Errorf("after %q: %v", keys, got)
		}
	}
}
