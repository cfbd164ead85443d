package counts

import (
	"strings"
	"testing"

	"wres/loaders/kinds"
)

// TestPrintedFiguresAreExplained: what the help says a printed figure may be is what is
// read.
func TestPrintedFiguresAreExplained(t *testing.T) {
	for _, e := range kinds.Extracts() {
		if e.Figures != kinds.Published {
			continue
		}
		_, list, _ := strings.Cut(e.More, "A figure is ")
		list, _, _ = strings.Cut(list, ".")
		list = strings.NewReplacer(" (of staff with an event, or of answers)", "", " or ", ", ").Replace(list)
		if want := strings.Join(figureNames, ", "); list != want {
			t.Errorf("the help lists %q; want %q", list, want)
		}
	}
}
