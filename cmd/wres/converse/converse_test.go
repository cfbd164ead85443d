package converse

import (
	"io"
	"strings"
	"testing"
)

// On a terminal a conversation is held where it is wanted in any way; elsewhere by the flag
// alone, and where there is a line. An input that is no answer is left as it is.
func TestInput(t *testing.T) {
	for _, c := range []struct {
		name                       string
		typed                      string
		reads, shows, flag, wanted bool
		held                       bool
	}{
		{"a terminal", "", true, true, false, false, false},
		{"the flag on a terminal", "", true, true, true, false, true},
		{"ACCESSIBLE on a terminal", "", true, true, false, true, true},
		{"a terminal into a file", "x\n", true, false, true, true, false},
		{"lines and the flag", "1\n", false, false, true, true, true},
		{"lines and the flag, shown on a terminal", "1\n", false, true, true, true, true},
		{"no line and the flag", "", false, false, true, true, false},
		{"lines and ACCESSIBLE", "1\n", false, false, false, true, false},
	} {
		in := strings.NewReader(c.typed)
		got := Input(in, c.reads, c.shows, c.flag, c.wanted)
		if (got != nil) != c.held {
			t.Errorf("%s: held %v", c.name, got != nil)
		}
		if got == nil && in.Len() != len(c.typed) {
			t.Errorf("%s: the input is eaten", c.name)
		}
		if got != nil {
			if all, err := io.ReadAll(got); err != nil || string(all) != c.typed {
				t.Errorf("%s: %q, %v", c.name, all, err)
			}
		}
	}
}
