package panel

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"wres/tui/theme"
)

// A heading with one paragraph of three lines, and rows of one line behind a head of two.
func TestFold(t *testing.T) {
	lines := []string{"chart", "chart", "", "heading", "one", "two", "three", "", "head", "rule", "row", "row", ""}
	parts := []int{2, 7, 11}
	for _, c := range []struct{ top, most, want int }{
		{0, 1, 1}, {0, 2, 2}, {0, 5, 2}, {0, 6, 2}, // the paragraph has no room
		{0, 7, 7}, {0, 8, 7}, {0, 10, 7}, {0, 11, 11}, // nor has a head without a row
		{0, 12, 12}, {0, 13, 13}, {0, 99, 13},
		{3, 3, 3},                       // what is cut above may be cut below
		{0, 3, 3}, {0, 4, 4}, {1, 3, 3}, // what is longer than the page has to be
		{10, 3, 3}, {9, 2, 2},
	} {
		if got := Fold(lines, parts, c.top, c.most); got != c.want {
			t.Errorf("%d lines from %d on: %d, want %d", c.most, c.top, got, c.want)
		}
	}
}

// A text is cut behind a word, but for a word that is longer than half of the room.
func TestCutKeepsWords(t *testing.T) {
	th := theme.New("", true, theme.ASCII, colorprofile.NoTTY)
	for _, c := range []struct {
		text  string
		width int
		want  string
	}{
		{"how inclusive recruitment works", 31, "how inclusive recruitment works"},
		{"how inclusive recruitment works", 30, "how inclusive recruitment~"},
		{"how inclusive recruitment works", 26, "how inclusive recruitment~"},
		{"how inclusive recruitment works", 25, "how inclusive~"},
		{"BME staff, all bands", 12, "BME staff~"},
		{"a counterrevolutionary", 12, "a counterre~"},
		{"abc", 0, ""},
	} {
		if got := Cut(th, c.text, c.width); got != c.want {
			t.Errorf("%q in %d cells: %q, want %q", c.text, c.width, got, c.want)
		}
	}
}
