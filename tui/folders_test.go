package tui_test

import (
	"errors"
	"testing"

	"wres/tui"
	"wres/tui/theme"
)

// TestAnotherFolderIsOpened looks into a folder, finds one in it by typing, and opens that: the
// app ends, and says which.
func TestAnotherFolderIsOpened(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.places = map[string][]tui.Place{
		"":    {{Path: "/a", Name: "a\x1b[2J", Kind: "opened before", Opens: true}, {Path: "/up", Name: "up", Kind: "look into the folder above"}},
		"/up": {{Path: "/up/2023", Name: "2023", Kind: "open, 3 files", Opens: true}},
	}
	d.keys("O")
	d.shows("opened before", "look into the folder above")
	d.fits(80, 24)
	d.keys("esc")
	d.hides("opened before")
	d.keys("O", "u", "p", "enter")
	d.shows("2023", "open, 3 files")
	d.keys("enter")
	if next, is := tui.Next(d.m); !d.quit || !is || next != "/up/2023" {
		t.Errorf("ended: %v; next is %q", d.quit, next)
	}
}

// A folder that was chosen is forgotten where the app stays, for what is not saved.
func TestAnotherFolderWaitsForThePlan(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.places = map[string][]tui.Place{"": {{Path: "/a", Name: "a", Kind: "opened before", Opens: true}}}
	d.keys("p")
	d.failing = errors.New("the disk is full")
	d.keys("x", "n")
	d.failing = nil
	d.keys("O")
	d.failing = errors.New("the disk is full")
	d.keys("enter")
	d.shows("The plan could not be saved", "y quit")
	d.keys("n")
	if d.quit {
		t.Fatal("the app ended with a plan that is not saved")
	}
	d.failing = nil
	d.keys("ctrl+s", "q")
	if next, is := tui.Next(d.m); !d.quit || is {
		t.Errorf("ended: %v; next is %q, and q was pressed", d.quit, next)
	}
}

// What cannot be listed is said.
func TestFolderThatCannotBeLookedInto(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.failing = errors.New("no permission\x07")
	d.keys("O")
	d.shows("the folder cannot be looked into: no permission<U+0007>")
}
