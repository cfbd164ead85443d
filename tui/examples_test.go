package tui_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"wres/loaders"
	"wres/loaders/kinds"
	"wres/model/indicator"
	"wres/model/source"
	"wres/tui"
	"wres/tui/theme"
)

// kindsLoaded is a folder with an example of each kind of extract, in which every indicator
// has figures: see testdata/kinds and the tests of loaders that hold it whole.
func kindsLoaded(t testing.TB) *tui.Loaded {
	t.Helper()
	o, report, err := loaders.Open(context.Background(), os.DirFS("../testdata/kinds"), loaders.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &tui.Loaded{Results: indicator.Compute(o), Report: report}
}

// smallAndLarge are the least window and a large one.
var smallAndLarge = [][2]int{{40, 12}, {200, 60}}

// TestEveryIndicatorIsShown walks to each indicator of the catalogue by Tab. It is shown
// with its figure, explained, helped, and an action can be started from it.
func TestEveryIndicatorIsShown(t *testing.T) {
	l := kindsLoaded(t)
	for i, ind := range indicator.Catalogue() {
		for _, size := range smallAndLarge {
			t.Run(fmt.Sprintf("%s at %dx%d", ind.ID, size[0], size[1]), func(t *testing.T) {
				d := open(t, l, theme.Full, size[0], size[1])
				shows := func(where string, words ...string) {
					t.Helper()
					d.fits(size[0], size[1])
					frame := strings.Join(strings.Fields(d.frame()), " ")
					for _, w := range words {
						if !strings.Contains(frame, w) {
							t.Errorf("indicator %s, %s: the screen does not show %q:\n%s", ind.ID, where, w, d.frame())
						}
					}
				}
				for range i + 1 {
					d.keys("tab")
				}
				shows("reached by Tab", "▐"+ind.ID, ind.ID+" "+ind.Short)
				if len(ind.ID) == 1 {
					byTab := d.frame()
					d.keys("0", ind.ID)
					if d.frame() != byTab {
						t.Errorf("the key %s and Tab lead to different screens", ind.ID)
					}
				}
				d.keys("i")
				shows("explained by i", ind.ID+" "+ind.Tab, "Figure", "Rows")
				if size[1] >= 60 {
					shows("explained by i", "Counted: "+ind.Numerator+".", "Out of: "+ind.Denominator+".", "Formula")
					for _, kind := range ind.Extracts() {
						shows("explained by i", fmt.Sprintf("%s.csv (%s): ", kind, kind))
					}
				}
				d.keys("esc", "?")
				shows("helped by ?", "Row above")
				d.keys("esc", "a")
				shows("an action", "New action")
			})
		}
	}
}

// TestEveryKindIsShown opens each file of the examples from the list of files.
func TestEveryKindIsShown(t *testing.T) {
	l := kindsLoaded(t)
	files := slices.SortedFunc(slices.Values(l.Report.Files), func(a, b source.File) int { return strings.Compare(a.Name, b.Name) })
	for _, e := range kinds.Extracts() {
		at := slices.IndexFunc(files, func(f source.File) bool { return f.Kind == e.Kind })
		if at < 0 {
			t.Errorf("no example of the kind %q", e.Kind)
			continue
		}
		for _, size := range smallAndLarge {
			d := open(t, l, theme.Full, size[0], size[1])
			d.keys("f")
			for range at {
				d.keys("down")
			}
			d.fits(size[0], size[1])
			kind := ansi.Truncate(e.Kind, 12, "")
			row := strings.Fields(cursorRow(d.frame()))
			if got := strings.Join(row, " "); !strings.Contains(got, kind) || !strings.Contains(got, "loaded") {
				t.Errorf("the kind %q at %v: the list says %q", e.Kind, size, got)
			}
			d.keys("enter")
			d.fits(size[0], size[1])
			d.shows("Files ▸ "+files[at].Name, files[at].Columns[0].Field+": ")
		}
	}
}

// cursorRow gives the line of the screen with the cursor.
func cursorRow(frame string) string {
	for line := range strings.Lines(frame) {
		if strings.Contains(line, "▸ ") {
			return line
		}
	}
	return ""
}
