package columns

import (
	"slices"
	"testing"

	"wres/loaders/kinds"
	"wres/loaders/labels"
)

// TestSynonymsHaveOneMeaning: a header cannot mean two columns of one kind.
func TestSynonymsHaveOneMeaning(t *testing.T) {
	l := New(labels.New())
	for _, e := range kinds.Extracts() {
		for _, c := range e.Columns {
			for _, s := range append([]string{c.Name}, c.Synonyms...) {
				if got := l.fitTo(e, l.heading([]string{s}), e.Words[0]).Field[0]; got != c.Name {
					t.Errorf("%s: the header %q is taken for %q; want %q", e.Kind, s, got, c.Name)
				}
			}
		}
	}
}

// TestLacksAgreesWithReading: what a kind is said to lack is what keeps a file from
// being of it.
func TestLacksAgreesWithReading(t *testing.T) {
	l := New(labels.New())
	for _, e := range kinds.Extracts() {
		k, _ := kinds.Choices().Kind(e.Kind)
		var header []string
		for _, need := range k.Needs {
			header = append(header, need[0])
		}
		for without := -1; without < len(header); without++ {
			names := slices.Clone(header)
			if without >= 0 {
				names = slices.Delete(names, without, without+1)
			}
			lacks := k.Lacks(func(c string) bool { return slices.Contains(names, c) })
			fits := l.fitTo(e, l.heading(names), "x.csv").ok()
			if fits != (len(lacks) == 0) || (without < 0) != fits {
				t.Errorf("%s with %v lacks %v, and fits: %v", k.Kind, names, lacks, fits)
			}
		}
		if len(k.Wide) == 0 {
			continue
		}
		names := []string{"white", "bme"}
		for _, need := range k.Needs {
			if !slices.Contains(k.Wide, need[0]) {
				names = append(names, need[0])
			}
		}
		f := l.fitTo(e, l.heading(names), "x.csv")
		if lacks := k.Lacks(func(c string) bool { return slices.Contains(names, c) }); len(lacks) > 0 || !f.Wide() || len(f.missing) > 0 {
			t.Errorf("%s in the wide form with %v lacks %v, and misses %v", k.Kind, names, lacks, f.missing)
		}
	}
}
