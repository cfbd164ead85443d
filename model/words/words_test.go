package words

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
)

// Every shape has its phrases: without them the first sentence on its figure is a panic.
func TestEveryShapeHasPhrases(t *testing.T) {
	for _, ind := range indicator.Catalogue() {
		if phrasesOf(ind) == nil {
			t.Errorf("indicator %s: its shape %q has no entry in phrasebook", ind.ID, ind.Shape)
		}
	}
}

// Every kind of warning can be said.
func TestEveryWarningHasWords(t *testing.T) {
	for kind, say := range warnings {
		if say == nil {
			t.Errorf("warning kind %d has no words", kind)
		}
	}
}

// The numbers of the indicators end with the last of the catalogue, and the legend of a
// table names each indicator once.
func TestIndicatorsAreNumbered(t *testing.T) {
	all := indicator.Catalogue()
	if got := IndicatorNumbers(); !strings.HasPrefix(got, all[0].ID) || !strings.HasSuffix(got, all[len(all)-1].ID) {
		t.Errorf("the indicators are %s", got)
	}
	named := map[string]int{}
	for part := range strings.SplitSeq(Legend(For(model.DefaultSettings())), " · ") {
		ids, _, _ := strings.Cut(part, ": ")
		for run := range strings.SplitSeq(ids, ", ") {
			first, last, _ := strings.Cut(run, "-")
			from := slices.IndexFunc(all, func(ind *indicator.Indicator) bool { return ind.ID == first })
			to := slices.IndexFunc(all, func(ind *indicator.Indicator) bool { return ind.ID == cmp.Or(last, first) })
			for _, ind := range all[from : to+1] {
				named[ind.ID]++
			}
		}
	}
	for _, ind := range all {
		if named[ind.ID] != 1 {
			t.Errorf("the legend names indicator %s %d times", ind.ID, named[ind.ID])
		}
	}
}
