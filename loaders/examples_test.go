package loaders_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"wres/loaders/kinds"
	"wres/model/indicator"
	"wres/model/source"
)

// examples holds a file of each kind, named after it. Together they are a folder in
// which nothing is wrong and every indicator has figures.
var examples = os.DirFS("../testdata/kinds")

func exampleOf(kind string) string { return strings.ReplaceAll(kind, " ", "-") + ".csv" }

// TestEveryKindHasAnExample: a kind of extract that is new has a file of its own in
// testdata/kinds, which is read by itself as what it is.
func TestEveryKindHasAnExample(t *testing.T) {
	for _, e := range kinds.Extracts() {
		text, err := fs.ReadFile(examples, exampleOf(e.Kind))
		if errors.Is(err, fs.ErrNotExist) {
			t.Errorf("the kind %q has no example: testdata/kinds/%s", e.Kind, exampleOf(e.Kind))
			continue
		} else if err != nil {
			t.Fatal(err)
		}
		// Its columns alone tell the kind.
		for _, name := range []string{exampleOf(e.Kind), "extract.csv"} {
			_, report, said := opened(t, map[string]string{name: string(text)})
			if f := report.Files[0]; f.Kind != e.Kind || f.Outcome != source.Loaded || f.RowsUsed == 0 || report.Errors() > 0 {
				t.Errorf("the example of the kind %q, as %s: %s, %s, %d rows used\n%s", e.Kind, name, f.Kind, f.Outcome, f.RowsUsed, said)
			}
		}
	}
	entries, err := fs.ReadDir(examples, ".")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range entries {
		if !slices.ContainsFunc(kinds.Extracts(), func(e *kinds.Extract) bool { return exampleOf(e.Kind) == file.Name() }) {
			t.Errorf("testdata/kinds/%s is named after no kind", file.Name())
		}
	}
}

// TestEveryIndicatorHasAnExample: an indicator that is new has figures in the examples
// of the kinds, read from its own.
func TestEveryIndicatorHasAnExample(t *testing.T) {
	files := map[string]string{}
	for _, e := range kinds.Extracts() {
		text, _ := fs.ReadFile(examples, exampleOf(e.Kind)) // a missing one is said above
		files[exampleOf(e.Kind)] = string(text)
	}
	org, report, said := opened(t, files)
	if len(report.Problems) > 0 {
		t.Errorf("the examples together:\n%s", said)
	}
	r := indicator.Compute(org)
	for _, ind := range indicator.Catalogue() {
		f := r.Indicator(ind.ID).Figure(r.Latest())
		if f == nil || f.Headline(ind) == nil {
			t.Errorf("indicator %s has no figure of %s in the examples of testdata/kinds", ind.ID, r.Latest())
		}
		for _, kind := range ind.Extracts() {
			if origins := report.OriginsOf(kind, int(r.Latest())); len(origins) == 0 {
				t.Errorf("indicator %s: no row of a file of the kind %q is behind its figure", ind.ID, kind)
			}
		}
		others := maps.Clone(files)
		delete(others, exampleOf(ind.Extract))
		org, _, _ := opened(t, others)
		if f := indicator.Compute(org).Indicator(ind.ID).Figure(r.Latest()); f != nil && f.Headline(ind) != nil {
			t.Errorf("indicator %s has a figure without %s", ind.ID, exampleOf(ind.Extract))
		}
	}
}
