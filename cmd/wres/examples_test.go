package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"wres/loaders/kinds"
	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
)

// kindsDir is a folder with an example of each kind of extract: see testdata/kinds and
// the tests of loaders that hold it whole. All its counts are of kindsYear.
const (
	kindsDir  = "../../testdata/kinds"
	kindsYear = 2024
)

// TestEveryIndicatorIsWritten fails where an indicator is added to the catalogue and
// a command leaves it out.
func TestEveryIndicatorIsWritten(t *testing.T) {
	text, markdown := wresData(t, "summary", kindsDir), wresData(t, "summary", "--md", kindsDir)
	var doc struct {
		Indicators []struct {
			ID    string
			Title string
			Years []struct {
				Year   int
				Status string
			}
		}
	}
	if err := json.Unmarshal([]byte(wresData(t, "summary", "--json", kindsDir)), &doc); err != nil {
		t.Fatal(err)
	}
	written := map[string]string{} // in JSON: title and status by id
	for _, ind := range doc.Indicators {
		last := ind.Years[len(ind.Years)-1]
		written[ind.ID] = fmt.Sprint(ind.Title, ", ", last.Year, " ", last.Status)
	}
	rows, err := csv.NewReader(strings.NewReader(wresData(t, "summary", "--csv", kindsDir))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	inCSV := map[string]bool{}
	for _, row := range rows {
		if row[0] == fmt.Sprint(kindsYear) && row[6] != "" && row[11] == "reported" {
			inCSV[row[1]] = true
		}
	}
	for _, ind := range indicator.Catalogue() {
		named := words.For(model.DefaultSettings()).Name(ind)
		name := regexp.QuoteMeta(ind.ID + " " + named)
		begins, _, _ := strings.Cut(named, " ") // a long name goes on in the next line
		if !regexp.MustCompile(`(?m)^` + regexp.QuoteMeta(ind.ID+" "+begins) + `.*[0-9]`).MatchString(text) {
			t.Errorf("indicator %s is not in the summary with a figure", ind.ID)
		}
		if !regexp.MustCompile(`(?m)^\| \*\*` + name + `\*\* \|.*[0-9]`).MatchString(markdown) {
			t.Errorf("indicator %s is not in the summary in Markdown with a figure", ind.ID)
		}
		if want := fmt.Sprint(ind.Title, ", ", kindsYear, " reported"); written[ind.ID] != want {
			t.Errorf("indicator %s is in the summary in JSON as %q, want %q", ind.ID, written[ind.ID], want)
		}
		if !inCSV[ind.ID] {
			t.Errorf("indicator %s is not in the summary in CSV with a figure", ind.ID)
		}
	}
}

// TestEveryKindIsWritten fails where a kind of extract is added and `wres check`
// leaves it out.
func TestEveryKindIsWritten(t *testing.T) {
	text := wresData(t, "check", kindsDir)
	var doc struct {
		Files []struct {
			Kind, Outcome string
			Used          int `json:"rows_used"`
		}
	}
	if err := json.Unmarshal([]byte(wresData(t, "check", "--json", kindsDir)), &doc); err != nil {
		t.Fatal(err)
	}
	used := map[string]int{}
	for _, f := range doc.Files {
		if f.Outcome == "loaded" {
			used[f.Kind] = f.Used
		}
	}
	for _, e := range kinds.Extracts() {
		if !strings.Contains(text, ".csv: "+e.Kind+", loaded\n") || used[e.Kind] == 0 {
			t.Errorf("wres check does not say that a file of the kind %q was loaded; in JSON it has %d rows used", e.Kind, used[e.Kind])
		}
	}
}

// TestEveryIndicatorIsAudited fails where an indicator is added whose printed figures
// nothing compares: the example prints one of each that is right, and here it is not.
func TestEveryIndicatorIsAudited(t *testing.T) {
	if page := wresData(t, "check", kindsDir); !strings.Contains(page, "Notices: 0.") {
		t.Fatalf("the printed figures are right, and something is said:\n%s", page)
	}
	folder := t.TempDir()
	if err := os.CopyFS(folder, os.DirFS(kindsDir)); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, "published.csv")
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(string(text))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var wrong strings.Builder
	for i, row := range rows {
		if i > 0 {
			row[5] = regexp.MustCompile("[0-9]").ReplaceAllString(row[5], "9")
		}
		wrong.WriteString(strings.Join(row, ",") + "\n")
	}
	if err := os.WriteFile(name, []byte(wrong.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	page := folded(wresData(t, "check", folder))
	for _, ind := range indicator.Catalogue() {
		if !strings.Contains(page, fmt.Sprintf("%d, indicator %s, ", kindsYear, ind.ID)) {
			t.Errorf("a figure of indicator %s is printed otherwise than the counts give it, and wres check does not say so", ind.ID)
		}
	}
}
