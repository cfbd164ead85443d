package files

import (
	"testing"
)

func TestNoTwoBindingsOfTheSuggestionsShareAKey(t *testing.T) {
	taken := map[string]string{}
	for _, b := range (&suggested{keys: newSuggestedKeys()}).bindings() {
		for _, k := range b.Keys() {
			if other, ok := taken[k]; ok {
				t.Errorf("%q is both %q and %q", k, other, b.Help().Desc)
			}
			taken[k] = b.Help().Desc
		}
	}
}
