package people

import (
	"slices"
	"testing"

	"wres/loaders/kinds"
)

// TestListColumnsAreRead: every column of a list is read by somebody.
func TestListColumnsAreRead(t *testing.T) {
	for _, e := range kinds.Extracts() {
		if e.List == nil {
			continue
		}
		for _, c := range e.AllColumns() {
			if !slices.Contains(fieldNames[:], c.Name) && c.Name != "survey_year" {
				t.Errorf("%s: nobody reads %s", e.Kind, c.Name)
			}
		}
	}
	for f, words := range noteWords {
		if words.words == "" {
			t.Errorf("note %d has no words", f)
		}
	}
}
