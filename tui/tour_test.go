package tui_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/theme"
	"wres/tui/tour"
)

// Each step of the tour stands over the screen that it is about, at every size, and the end is
// where it began.
func TestTour(t *testing.T) {
	over := []string{"staff ·", "2 Appointed", "where the figure", "Action plan", "[c]"}
	for _, charset := range []theme.Charset{theme.ASCII, theme.Full} {
		for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}, {200, 60}} {
			d := open(t, example(t), charset, size[0], size[1])
			before := d.frame()
			d.keys("9", ":")
			d.write("tour")
			d.keys("enter")
			for i := range tour.Steps() {
				d.shows(fmt.Sprintf("Tour, %d of 5", i+1))
				d.fits(size[0], size[1])
				if size[1] >= 24 && charset == theme.Full {
					d.shows(over[i])
				}
				d.keys("enter")
			}
			d.hides("Tour,")
			d.keys("esc")
			if after := d.frame(); after != before {
				t.Errorf("at %v the tour ends on\n%s", size, after)
			}
		}
	}
}

// Esc ends it at once; a key that is none of the tour's ends it and does what it does.
func TestTourIsLeft(t *testing.T) {
	first := func() *driver {
		d := &driver{TB: t}
		d.m = tui.New(tui.Deps{BeginDeps: tui.BeginDeps{Tour: true}, Load: func() <-chan tui.LoadEvent { return d.events },
			Deps: keep.Deps{Now: now, Clean: csvfile.Clean}, CleanLines: strings.TrimSpace, Choices: kinds.Choices()})
		d.send(tea.WindowSizeMsg{Width: 100, Height: 30})
		d.load(example(t))
		d.shows("Tour, 1 of 5")
		return d
	}
	d := first()
	d.keys("enter", "left", "left")
	d.shows("Tour, 1 of 5")
	d.keys("esc")
	d.hides("Tour,")
	d.offer(example(t))
	d.keys("r")
	d.hides("Tour,")
	d = first()
	d.keys("enter", "enter", "p")
	d.hides("Tour,", "where the figure")
	d.shows("Action plan")
	d = first()
	d.keys("enter", "enter", "enter", "enter") // the publication view
	d.keys("1")
	d.hides("Tour,")
	d.shows("internal")
	d = first()
	d.keys("q")
	if !d.quit {
		t.Error("q does not quit")
	}
}
