package columns

import (
	"testing"

	"wres/loaders/labels"
)

// FuzzReadHeading holds that a column of a group has a label.
func FuzzReadHeading(f *testing.F) {
	for _, s := range []string{"White", "BME staff", "White %", "A White - British", "N", "Total", "", "\x1b[2J", "Wh\u200bite", "(ED)"} {
		f.Add(s)
	}
	c := New(labels.New())
	f.Fuzz(func(t *testing.T, raw string) {
		if g := c.readHeading(raw); g.named && !g.Total && g.Label == "" {
			t.Errorf("%q is a column of a group without a label", raw)
		}
	})
}
