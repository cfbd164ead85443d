package columns

import (
	"slices"
	"testing"

	"wres/loaders/labels"
)

// TestExtractsAreComplete: what each entry of the table must have.
func TestExtractsAreComplete(t *testing.T) {
	kinds := map[string]bool{}
	for _, e := range extracts() {
		if e.List != nil {
			continue
		}
		if kinds[e.Kind] || e.Kind == "" || e.Help == "" || len(e.Words) == 0 || len(e.Columns) == 0 ||
			len(e.Init) == 0 {
			t.Errorf("%s: the entry is not complete", e.Kind)
		}
		kinds[e.Kind] = true
		names := map[string]bool{}
		required := false
		for _, c := range e.AllColumns() {
			if c.Help == "" {
				t.Errorf("%s: %s has no help", e.Kind, c.Name)
			}
			if names[c.Name] {
				t.Errorf("%s: %s stands twice", e.Kind, c.Name)
			}
			names[c.Name] = true
			required = required || c.Required
		}
		if !required {
			t.Errorf("%s: no column is required", e.Kind)
		}
		for _, name := range slices.Concat(e.Counts, e.tells, e.oneOf, e.Init) {
			if !names[name] {
				t.Errorf("%s: there is no column %s", e.Kind, name)
			}
		}
		if (len(e.Counts) > 0) != (e.Group != "") {
			t.Errorf("%s: counts %v, group %q, keys %d", e.Kind, e.Counts, e.Group, e.Keys)
		}
		if !slices.Contains(e.Init, "year") {
			t.Errorf("%s: Init writes no year", e.Kind)
		}
	}
}

// TestSynonymsHaveOneMeaning: a header cannot mean two columns of one kind.
func TestSynonymsHaveOneMeaning(t *testing.T) {
	l := New(labels.New())
	for _, e := range extracts() {
		for _, c := range e.Columns {
			for _, s := range append([]string{c.Name}, c.Synonyms...) {
				if got := l.fitTo(e, l.heading([]string{s}), e.Words[0]).Field[0]; got != c.Name {
					t.Errorf("%s: the header %q is taken for %q; want %q", e.Kind, s, got, c.Name)
				}
			}
		}
	}
}

// TestListsAreComplete: what each list must have.
func TestListsAreComplete(t *testing.T) {
	for _, e := range extracts() {
		if e.List == nil {
			continue
		}
		if e.Kind == "" || e.Help == "" || len(e.Words) == 0 || e.List == nil || len(e.Init) > 0 {
			t.Errorf("%s: the entry is not complete", e.Kind)
		}
		if !slices.ContainsFunc(extracts(), func(c *Extract) bool { return c.List == nil && c.Kind == e.List.Counted }) {
			t.Errorf("%s: no kind %s", e.Kind, e.List.Counted)
		}
		for _, c := range e.AllColumns() {
			if c.Help == "" {
				t.Errorf("%s: %s has no help", e.Kind, c.Name)
			}
		}
		for _, need := range e.List.Needs {
			for _, name := range need {
				if !e.has(name) {
					t.Errorf("%s: there is no column %s", e.Kind, name)
				}
			}
		}
	}
}

// TestLacksAgreesWithReading: what a kind is said to lack is what keeps a file from
// being of it.
func TestLacksAgreesWithReading(t *testing.T) {
	l := New(labels.New())
	for _, e := range extracts() {
		k := e.choice()
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
