package words

import (
	"testing"

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

// A table's legend names every indicator once, whatever the number of its digits.
func TestLegendIDs(t *testing.T) {
	for want, places := range map[string][]int{"1": {0}, "2, 4": {1, 3}, "5-8": {4, 5, 6, 7}, "5, 6": {4, 5}, "5, 6, 8": {4, 5, 7}} {
		if got := ids(places); got != want {
			t.Errorf("%v: %q, want %q", places, got, want)
		}
	}
}
