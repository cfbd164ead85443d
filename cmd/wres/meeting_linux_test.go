package main

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"wres/loaders/notefile"
)

// note opens the meeting and types a note on its first page.
func (s *session) note(text string) {
	s.t.Helper()
	s.press("m")
	s.see("Appointed from shortlist", "1 of 4")
	s.press("n")
	for _, letter := range text {
		s.press(string(letter))
	}
}

// see waits until the screen has shown some words.
func (s *session) see(words ...string) {
	s.t.Helper()
	for _, w := range words {
		s.wait(w, func(seen string) bool { return strings.Contains(ansi.Strip(seen), w) })
	}
}

// A note that is typed is there after the program was killed a second later, with what
// could not be read kept beside it; and one of a program that ended at once, too.
func TestNotesOutliveTheProgram(t *testing.T) {
	data := t.TempDir()
	folder := filepath.Join(data, "wres", "example")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(folder, notefile.Name)
	if err := os.WriteFile(file, []byte("damaged"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := startAgain(t, data)
	s.note("campaigns?")
	kept := func() bool { // it is written by itself, however slow the machine is
		notes, err := (&notefile.Keeper{Folder: folder}).Read()
		return err == nil && slices.Contains(slices.Collect(maps.Values(notes)), "campaigns?")
	}
	for tries := 0; !kept(); tries++ {
		if time.Sleep(50 * time.Millisecond); tries == 600 {
			t.Fatal("the note is not written")
		}
	}
	s.cmd.Process.Kill()
	s.cmd.Wait()
	aside, err := filepath.Glob(filepath.Join(folder, ".wres-notes-unread-*.json"))
	if err != nil || len(aside) != 1 {
		t.Fatalf("%q, %v", aside, err)
	}
	if was, err := os.ReadFile(aside[0]); err != nil || string(was) != "damaged" {
		t.Errorf("%q, %v", was, err)
	}
	s = startAgain(t, data)
	s.press("m")
	s.see("campaigns?")
	s.press("n")
	if _, err := s.tty.WriteString(" dates\r\x1b[27uq"); err != nil { // all at once
		t.Fatal(err)
	}
	if status, after := s.end(); status != 0 {
		t.Errorf("exit status %d, then %q", status, after)
	}
	notes, err := (&notefile.Keeper{Folder: folder}).Read()
	for _, text := range notes {
		if text != "campaigns? dates" {
			t.Errorf("%q", text)
		}
	}
	if err != nil || len(notes) != 1 {
		t.Errorf("%v, %v", notes, err)
	}
}

// Where another wres has the plan its notes are not written over.
func TestNotesOfAPlanOpenElsewhere(t *testing.T) {
	data := t.TempDir()
	first := startAgain(t, data)
	first.openPlan()
	first.press("x") // the plan's folder is made, and locked
	first.see("saved")
	second := startAgain(t, data)
	second.note("x")
	second.see("Not kept: the plan is open")
	if exists(filepath.Join(data, "wres", "example", notefile.Name)) {
		t.Error("a note was written all the same")
	}
}
