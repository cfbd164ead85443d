package loaders

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wres/loaders/kinds"
	"wres/loaders/settings"
	"wres/model/source"
)

// TestComplete writes what is missing of a new folder, and leaves what is there as it is.
func TestComplete(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "board.csv"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	written, err := settings.Complete(dir)
	if err != nil || len(written) == 0 || slices.Contains(written, filepath.Join(dir, "board.csv")) {
		t.Errorf("wrote %v, %v", written, err)
	}
	if text, err := os.ReadFile(filepath.Join(dir, "board.csv")); err != nil || string(text) != "mine" {
		t.Errorf("%q, %v", text, err)
	}
	if again, err := settings.Complete(dir); err != nil || len(again) > 0 {
		t.Errorf("wrote again %v, %v", again, err)
	}
	if _, err := settings.Complete(filepath.Join(dir, "none")); err == nil {
		t.Error("no error of a folder that is not there")
	}
}

func TestInit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	written, err := settings.Init(dir)
	counted := 0
	for _, e := range kinds.Extracts() {
		if e.List == nil && len(e.Init) > 0 {
			counted++
		}
	}
	if err != nil || len(written) != counted+1 {
		t.Fatalf("wrote %v, %v", written, err)
	}
	_, report, err := Open(context.Background(), os.DirFS(dir), Options{Folder: dir}, nil)
	checkReport(t, report)
	if !errors.Is(err, ErrNothingUsable) || report.Errors() > 0 || len(report.Files) != counted {
		t.Fatalf("%v %q", err, said(report))
	}
	for _, f := range report.Files {
		if f.Kind != strings.TrimSuffix(f.Name, ".csv") || f.Outcome != source.Loaded {
			t.Errorf("%+v", f)
		}
	}
	for _, e := range kinds.Extracts() {
		if e.List != nil || len(e.Init) == 0 {
			continue
		}
		name := filepath.Join(dir, e.Kind+".csv")
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(text, exampleRow(t, e)+"\r\n"...), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, report, err = Open(context.Background(), os.DirFS(dir), Options{Folder: dir}, nil)
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("with rows: %v %q", err, said(report))
	}
	for _, f := range report.Files {
		if f.RowsUsed != 1 && f.Kind != "recruitment" {
			t.Errorf("%+v", f)
		}
	}
}

// exampleRow gives the first row of a kind's example, in the columns that Init writes.
func exampleRow(t *testing.T, e *kinds.Extract) string {
	t.Helper()
	text, err := os.ReadFile("../testdata/kinds/" + e.Kind + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	row := make([]string, len(e.Init))
	for i, name := range e.Init {
		if at := slices.Index(rows[0], name); at >= 0 {
			row[i] = rows[1][at]
		}
		switch name {
		case "White", "BME": // the examples have a row for each group
			row[i] = "51"
		case "Unknown":
			row[i] = "0"
		}
	}
	if at := slices.Index(e.Init, "count"); at >= 0 {
		var all []string
		for _, count := range e.Counts {
			row[at] = count
			all = append(all, strings.Join(row, ","))
		}
		return strings.Join(all, "\r\n")
	}
	return strings.Join(row, ",")
}

func TestInitOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"survey.csv", "wres.toml"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	written, err := settings.Init(dir)
	if !errors.Is(err, fs.ErrExist) || len(written) > 0 || !strings.Contains(err.Error(), "survey.csv and wres.toml") {
		t.Errorf("wrote %v, %v", written, err)
	}
	entries, _ := os.ReadDir(dir)
	if len(entries) != 2 {
		t.Errorf("%d files; want the two that were there", len(entries))
	}
	if text, _ := os.ReadFile(filepath.Join(dir, "survey.csv")); string(text) != "mine" {
		t.Errorf("survey.csv is %q", text)
	}
}
