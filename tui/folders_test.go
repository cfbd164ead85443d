package tui_test

import (
	"errors"
	"strings"
	"testing"

	"wres/model/funnel"
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
	if next := tui.Next(d.m); !d.quit || next == nil || next.Path != "/up/2023" {
		t.Errorf("ended: %v; next is %v", d.quit, next)
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
	if next := tui.Next(d.m); !d.quit || next != nil {
		t.Errorf("ended: %v; next is %v, and q was pressed", d.quit, next)
	}
}

// What cannot be listed is said.
func TestFolderThatCannotBeLookedInto(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.failing = errors.New("no permission\x07")
	d.keys("O")
	d.shows("the folder cannot be looked into: no permission<U+0007>")
}

// region is what loading gives of a folder of two organisations.
func region(t *testing.T) *tui.Loaded {
	l := example(t)
	l.Organisation.Choices = []string{"North", "South\x1b[2J"}
	var members []funnel.Member
	for _, name := range l.Organisation.Choices {
		members = append(members, funnel.Member{Name: name, Results: l.Results})
	}
	l.Members = funnel.NewSet(members, false)
	return l
}

// An organisation is chosen by its name, and so are all together; where there is one there is
// no such line.
func TestChooseAnOrganisation(t *testing.T) {
	for keys, want := range map[string]string{"north": "North", "all 2": ""} {
		d := open(t, region(t), theme.Full, 80, 24)
		d.keys(":")
		for _, k := range keys {
			d.keys(map[rune]string{' ': "space"}[k] + strings.TrimSpace(string(k)))
		}
		d.shows("organisation")
		d.keys("enter")
		if next := tui.Next(d.m); !d.quit || next == nil || !next.Owner || next.Path != want {
			t.Errorf("%q: ended %v; next is %v", keys, d.quit, next)
		}
	}
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys(":", "t", "o", "g", "e", "t", "h", "e", "r")
	d.hides("All 2 organisations")
}

// B sets them beside each other, of the year that is shown, at every size.
func TestOrganisationsBesideEachOther(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 60}} {
		d := open(t, region(t), theme.ASCII, size[0], size[1])
		d.keys("B")
		d.shows("2 organisations beside all")
		d.fits(size[0], size[1])
		d.keys("[")
		if size[0] > 40 {
			d.shows(", 2023")
		}
		d.keys("B")
		d.hides("beside all")
	}
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("B")
	d.shows("of one organisation")
}
