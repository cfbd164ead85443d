package words

import (
	"testing"

	"wres/model/indicator"
	"wres/model/judge"
)

// A step that a publication view hides says so, of a census as of any other: nothing is said of
// what it comes to, as a step without a verdict is none that there is.
func TestHiddenStepSaysNothingElse(t *testing.T) {
	for _, id := range []string{"1", "2", "6", "9"} {
		s := &indicator.Series{Indicator: indicator.Lookup(id)}
		for _, verdict := range []judge.Verdict{"", judge.NoClear, judge.Higher, judge.CannotTell} {
			if got := StepInWords(s, indicator.Change{From: 2023, To: 2024, Hidden: true, Verdict: verdict}); got != "hidden to protect people" {
				t.Errorf("indicator %s, %q: %s", id, verdict, got)
			}
		}
	}
}
