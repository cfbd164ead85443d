package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"wres/cmd/wres/exit"
	"wres/testdata/extracts"
)

// TestEmptyFolderInATerminal opens an empty folder, writes the headers, looks at the example
// and ends: nothing else is left in the folder.
func TestEmptyFolderInATerminal(t *testing.T) {
	dir := t.TempDir()
	s := startOn(t, t.TempDir(), "Three files give most", dir)
	s.press("w")
	s.wait("the files", func(seen string) bool { return strings.Contains(seen, "with headers") })
	if _, err := os.Stat(filepath.Join(dir, "workforce.csv")); err != nil {
		t.Error(err)
	}
	s.press("e", "\r", "12", "\t", "3", "\x13")
	s.wait("the figures", func(seen string) bool { return strings.Contains(seen, "row of ") })
	if text, err := os.ReadFile(filepath.Join(dir, "workforce.csv")); err != nil || !strings.Contains(string(text), ",non-clinical,under band 1,12,3,") {
		t.Errorf("%q, %v", text, err)
	}
	s.press("q")
	if status, _ := s.end(); status != 0 {
		t.Errorf("status %d", status)
	}
	dir = t.TempDir()
	s = startOn(t, t.TempDir(), "Three files give most", dir)
	s.press("x")
	s.wait("the example", func(seen string) bool { return strings.Contains(seen, "2 Appointed") })
	s.press("q")
	if status, _ := s.end(); status != 0 {
		t.Errorf("status %d", status)
	}
	s = startOn(t, t.TempDir(), "Three files give most", t.TempDir())
	s.press("q")
	if status, _ := s.end(); status != exit.Nothing {
		t.Errorf("status %d of a folder with nothing", status)
	}
}

// TestTourOnce: the example shows round the first time, and never again; a folder never.
func TestTourOnce(t *testing.T) {
	data := t.TempDir()
	s := startOn(t, data, "Tour, 1 of 5")
	s.press("\r")
	s.wait("the next step", func(seen string) bool { return strings.Contains(seen, "Tour, 2 of 5") })
	s.press("\x1b")
	s.wait("the end", func(seen string) bool { return strings.Contains(seen, ":tour") })
	s.press("q")
	if status, _ := s.end(); status != 0 {
		t.Errorf("status %d", status)
	}
	s = startOn(t, data, "your own: wres DIR, or O")
	s.press("p", "q")
	s.end()
	if strings.Contains(s.output(), "Tour, ") {
		t.Error("the tour came twice")
	}
	dir := t.TempDir()
	if err := os.CopyFS(dir, extracts.FS); err != nil {
		t.Fatal(err)
	}
	s = startOn(t, t.TempDir(), "2 Appointed", dir)
	s.press("p", "q")
	s.end()
	if strings.Contains(s.output(), "Tour, ") {
		t.Error("the tour came over a folder")
	}
}
