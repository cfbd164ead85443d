package loaders

import "testing"

// FuzzGroupHeader holds that a column of a group has a label.
func FuzzGroupHeader(f *testing.F) {
	for _, s := range []string{"White", "BME staff", "White %", "A White - British", "N", "Total", "", "\x1b[2J", "Wh\u200bite", "(ED)"} {
		f.Add(s)
	}
	l := newLoading(f.Context(), nil, Options{})
	f.Fuzz(func(t *testing.T, raw string) {
		clear(l.ethnicities)
		if g, ok := l.groupHeader(raw, nil, true); ok && !g.total && g.label == "" {
			t.Errorf("%q is a column of a group without a label", raw)
		}
	})
}
