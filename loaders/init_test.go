package loaders

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wres/loaders/labels"
	"wres/model/source"
)

func TestInit(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", "folder")
	written, err := Init(dir)
	if err != nil || len(written) != len(countedExtracts)+1 {
		t.Fatalf("wrote %v, %v", written, err)
	}
	_, report, err := Open(context.Background(), os.DirFS(dir), Options{Folder: dir}, nil)
	checkReport(t, report)
	if !errors.Is(err, ErrNothingUsable) || report.Errors() > 0 || len(report.Files) != len(countedExtracts) {
		t.Fatalf("%v %q", err, said(report))
	}
	for _, f := range report.Files {
		if f.Kind != strings.TrimSuffix(f.Name, ".csv") || f.Outcome != source.Loaded {
			t.Errorf("%+v", f)
		}
	}
	rows := map[string]string{
		"workforce": "2024,clinical,5,White,10", "recruitment": "2024,White,10,5", "disciplinary": "2024,White,1", "training": "2024,White,4",
		"survey": "2024,5,White,24.1,100", "board": "2024,yes,no,White,3", "status": "2024,6,withheld,why", "benchmark": "2024,2,ratio,,1.6,England,x",
		"published": "2024,1,headcount,all,,10,page 1,",
	}
	for i := range countedExtracts {
		name := filepath.Join(dir, countedExtracts[i].Kind+".csv")
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, append(text, rows[countedExtracts[i].Kind]+"\r\n"...), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	_, report, err = Open(context.Background(), os.DirFS(dir), Options{Folder: dir}, nil)
	if err != nil || len(report.Problems) > 0 {
		t.Fatalf("with rows: %v %q", err, said(report))
	}
	for _, f := range report.Files {
		if f.RowsUsed != 1 {
			t.Errorf("%+v", f)
		}
	}
}

func TestInitOverwritesNothing(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"survey.csv", "wres.toml"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	written, err := Init(dir)
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

// TestExtractsAreComplete: what each entry of the table must have.
func TestExtractsAreComplete(t *testing.T) {
	kinds := map[string]bool{}
	for i := range countedExtracts {
		e := &countedExtracts[i]
		if kinds[e.Kind] || e.Kind == "" || e.Help == "" || len(e.Words) == 0 || len(e.Columns) == 0 ||
			len(e.Init) == 0 {
			t.Errorf("%s: the entry is not complete", e.Kind)
		}
		kinds[e.Kind] = true
		names := map[string]bool{}
		required := false
		for _, c := range e.AllColumns() {
			if c.Help == "" {
				t.Errorf("%s: %s has no help", e.Kind, c.Name)
			}
			if names[c.Name] {
				t.Errorf("%s: %s stands twice", e.Kind, c.Name)
			}
			names[c.Name] = true
			required = required || c.Required
			if !rowHas(c.Name) {
				t.Errorf("%s: a Row has no %s", e.Kind, c.Name)
			}
		}
		if !required {
			t.Errorf("%s: no column is required", e.Kind)
		}
		for _, name := range slices.Concat(e.Counts, e.tells, e.oneOf, e.Init) {
			if !names[name] {
				t.Errorf("%s: there is no column %s", e.Kind, name)
			}
		}
		if (len(e.Counts) > 0) != (e.group != "") || e.Keys >= maxDims {
			t.Errorf("%s: counts %v, group %q, keys %d", e.Kind, e.Counts, e.group, e.Keys)
		}
		if !slices.Contains(e.Init, "year") {
			t.Errorf("%s: Init writes no year", e.Kind)
		}
	}
}

// TestSynonymsHaveOneMeaning: a header cannot mean two columns of one kind.
func TestSynonymsHaveOneMeaning(t *testing.T) {
	l := NewColumns(labels.New())
	for _, e := range extracts() {
		for _, c := range e.Columns {
			for _, s := range append([]string{c.Name}, c.Synonyms...) {
				if got := l.fitTo(e, l.heading([]string{s}), e.Words[0]).Field[0]; got != c.Name {
					t.Errorf("%s: the header %q is taken for %q; want %q", e.Kind, s, got, c.Name)
				}
			}
		}
	}
}
