package tui_test

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"wres/loaders"
	"wres/loaders/kinds"
	"wres/model"
	"wres/model/indicator"
	"wres/tui"
	"wres/tui/theme"
)

// loadedFrom is what the app has of some files.
func loadedFrom(t *testing.T, files map[string]string) *tui.Loaded {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	o, report, err := loaders.Open(context.Background(), fsys, loaders.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &tui.Loaded{Results: indicator.Compute(o), Report: report}
}

// A panel without figures names the file that would give them with its columns, and the
// row of status.csv that says why there are none, at every width; a folder that is given
// that row says so.
func TestWithoutFiguresTheColumnsAreNamed(t *testing.T) {
	some := map[string]string{"survey.csv": "year,indicator,ethnicity,percentage\n2024,5,White,20\n2024,5,BME,25\n"}
	other := map[string]string{"workforce.csv": "year,White,BME\n2024,100,40\n"}
	row := regexp.MustCompile(`in status\.csv under (\S+) the row (\S+) `)
	for _, ind := range indicator.Catalogue() {
		files := some
		if ind.Extract == "survey" {
			files = other
		}
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			d := open(t, loadedFrom(t, files), theme.Full, size[0], size[1])
			d.open(ind.ID)
			screen := ""
			for range 12 { // as far as it scrolls
				screen += d.frame()
				d.keys("down")
			}
			words := strings.Join(strings.Fields(strings.NewReplacer("│", " ", "↓ more below", " ").Replace(screen)), " ")
			at := slices.IndexFunc(kinds.Extracts(), func(e *kinds.Extract) bool { return e.Kind == ind.Extract })
			for _, column := range append([]string{ind.Extract + ".csv"}, kinds.Extracts()[at].Init...) {
				if !strings.Contains(words, column) {
					t.Errorf("%s at %v does not name %s:\n%s", ind.ID, size, column, d.frame())
				}
			}
			if size[0] != 80 {
				continue
			}
			said := row.FindStringSubmatch(words)
			if said == nil {
				t.Errorf("%s: no row of status.csv:\n%s", ind.ID, screen)
				continue
			}
			with := map[string]string{"status.csv": said[1] + "\n" + said[2] + "\n"}
			for name, text := range files {
				with[name] = text
			}
			if f := loadedFrom(t, with).Results.Indicator(ind.ID).Figure(2024); f.State != model.Withheld || f.Reason != "why" {
				t.Errorf("%s: with %q it is %s, %q", ind.ID, said[2], f.State, f.Reason)
			}
		}
	}
}
