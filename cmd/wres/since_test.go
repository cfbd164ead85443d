package main

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"wres/loaders/visitfile"
)

// TestSinceTheLastVisit: the first opening says nothing, a load of the same run is held
// against the visit before it, and the next run against this one.
func TestSinceTheLastVisit(t *testing.T) {
	dir := t.TempDir()
	write := func(appointed string) {
		if err := os.WriteFile(filepath.Join(dir, "recruitment.csv"), []byte("year,ethnicity,shortlisted,appointed\n2024,White,427,144\n2024,BME,371,"+appointed+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := &cli{}
	opened := func(v *visitfile.Keeper) string {
		f, err := folderAt(dir, nil)
		if err != nil {
			t.Fatal(err)
		}
		read, err := c.read(context.Background(), f, nil)
		if err != nil {
			t.Fatal(err)
		}
		return strings.Join(v.Since(visitfile.Opened{Path: f.path, FS: f.fsys, Results: read.results, Files: read.report.Names()}), "\n")
	}
	write("51")
	if said := opened(&visitfile.Keeper{}); said != "" {
		t.Errorf("the first time: %s", said)
	}
	write("151")
	second := &visitfile.Keeper{}
	for range 2 {
		if said := opened(second); !strings.Contains(said, "recruitment.csv was changed on ") || !strings.Contains(said, "2 Appointed from shortlist, 2024: 2.45 then, 0.83 now.") {
			t.Errorf("the second time: %s", said)
		}
	}
	if said := opened(&visitfile.Keeper{}); !strings.HasSuffix(said, ", nothing has moved.") {
		t.Errorf("the third time: %s", said)
	}
	names, _ := filepath.Glob(filepath.Join(dir, ".*"))
	if !slices.Equal(names, []string{filepath.Join(dir, visitfile.Name)}) {
		t.Errorf("%q", names)
	}
	if err := os.Remove(filepath.Join(dir, visitfile.Name)); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, visitfile.Name), 0o700); err != nil {
		t.Fatal(err)
	}
	if said := opened(&visitfile.Keeper{}); !strings.Contains(said, "What this folder holds now could not be kept for the next time: ") {
		t.Errorf("where it cannot be kept: %s", said)
	}
	if v := (&visitfile.Keeper{}); v.Since(visitfile.Opened{}) != nil {
		t.Error("of a folder without figures")
	}
}
