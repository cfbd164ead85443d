package takeout_test

import (
	"context"
	"encoding/csv"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"wres/cmd/wres/takeout"
	"wres/loaders"
	"wres/loaders/csvfile"
	"wres/loaders/exampletest"
	"wres/loaders/export"
	"wres/loaders/planfile"
	"wres/model/disclosure"
	"wres/model/plan"
	"wres/model/report"
	"wres/tui"
)

// inFull matches what only the full figures of the example say.
var inFull = regexp.MustCompile(`\b1 of 1[15]\b|\b1/15\b|\b9\.1%|\b3 of 22\b`)

// taken is a panel of the example as it is taken out of the app.
func taken(t *testing.T, key, name string) tui.TakenPanel {
	t.Helper()
	full := exampletest.Results(t)
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	return tui.TakenPanel{Key: key, Name: name, Year: 2024, Results: view, Drawing: []byte("<svg/>"), Plan: plan.New(nil, []plan.Action{
		{ID: "A-0001", Number: "1", Text: "=Listen", Indicators: "9", Baseline: "9.1% in 2024", Evidence: "9 2024 bme-workforce -0.1131 1/11 380/1863"}})}
}

// deps is what the app gets, to write beside a plan in a folder.
func deps(dir string) tui.TakeDeps {
	safe := report.Safe{Line: csvfile.Clean, Lines: csvfile.CleanLines}
	return takeout.Writer{Dir: dir, Options: export.Options{Safe: safe, Sheet: planfile.Encode}, Now: func() time.Time { return time.Date(2025, 4, 14, 0, 0, 0, 0, time.UTC) }}.Deps(true)
}

// Every panel has its three files, of which the CSV is one table with the panel's own rows;
// none has a figure that only the full view has, nor a cell that is run as a formula.
func TestPanelsAreWritten(t *testing.T) {
	for _, c := range []struct {
		key, name string
		holds     []string // one of each row
		says      string   // in the Markdown
	}{
		{"0", "wres-2024-overview", []string{"1", "2", "5", "6", "7", "8", "9"}, "2.45 times as likely"},
		{"2", "wres-2024-indicator-2", []string{"2"}, "2.45 times as likely"},
		{"1", "wres-2024-indicator-1", []string{"1"}, "**Non-clinical staff by pay band, 2024**"},
		{"9", "wres-2024-indicator-9", []string{"9"}, "**Board members, all** | 8 | 15 | 11 |"},
		{"p", "wres-action-plan", nil, "Listen"},
	} {
		dir := t.TempDir()
		paths, err := deps(dir).TakePanel(taken(t, c.key, c.name))
		if err != nil || len(paths) != 3 {
			t.Fatalf("%s: %v: %q", c.key, err, paths)
		}
		for i, ending := range []string{".csv", ".md", ".svg"} {
			want := filepath.Join(dir, takeout.Folder, c.name+ending)
			content, err := os.ReadFile(paths[i])
			if err != nil || paths[i] != want {
				t.Errorf("%s: %v: %s, want %s", c.key, err, paths[i], want)
			}
			if found := inFull.Find(content); found != nil {
				t.Errorf("%s: %s has %q", c.key, paths[i], found)
			}
			switch ending {
			case ".csv":
				rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(content), "\ufeff"))).ReadAll()
				if err != nil || len(rows) < 2 {
					t.Fatalf("%s: %v: %d rows", c.key, err, len(rows))
				}
				var ids []string
				for _, row := range rows[1:] {
					if row[1] != "" && !slices.Contains(ids, row[1]) { // the race disparity ratio has none
						ids = append(ids, row[1])
					}
					if slices.ContainsFunc(row, func(cell string) bool { return strings.HasPrefix(cell, "=") }) {
						t.Errorf("%s: a formula in %q", c.key, row)
					}
				}
				for _, id := range c.holds {
					if !slices.Contains(ids, id) {
						t.Errorf("%s: no row of indicator %s: %q", c.key, id, ids)
					}
				}
				if len(c.holds) == 1 && len(ids) > 1 {
					t.Errorf("%s: rows of %q", c.key, ids)
				}
			case ".md":
				if text := string(content); !strings.Contains(text, c.says) || !strings.Contains(text, "Publication view") {
					t.Errorf("%s: %q is not in\n%s", c.key, c.says, text)
				}
			}
		}
	}
}

// What is there is never written over, and none of it is read as an extract.
func TestFilesAreNotReplaced(t *testing.T) {
	dir := t.TempDir()
	d := deps(dir)
	for _, want := range []string{"wres-action-plan", "wres-action-plan-2", "wres-action-plan-3"} {
		paths, err := d.TakePanel(taken(t, "p", "wres-action-plan"))
		if err != nil || filepath.Base(paths[1]) != want+".md" {
			t.Fatalf("%v: %q, want %s", err, paths, want)
		}
	}
	path, err := d.TakeText("wres-action-plan", "a text")
	if content, read := os.ReadFile(path); err != nil || read != nil || string(content) != "a text\n" || filepath.Base(path) != "wres-action-plan.txt" {
		t.Errorf("%v, %v: %s: %q", err, read, path, content)
	}
	if _, read, err := loaders.Open(context.Background(), os.DirFS(dir), loaders.Options{}, nil); len(read.Files) > 0 {
		t.Errorf("%v: %q were read", err, read.Names())
	}
}

// A folder that cannot be made is an error that names it.
func TestNoFolder(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, takeout.Folder), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := deps(dir).TakeText("a", "b"); err == nil || !strings.Contains(err.Error(), takeout.Folder) {
		t.Errorf("the error is %v", err)
	}
}
