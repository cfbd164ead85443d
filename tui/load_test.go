package tui_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wres/tui"
	"wres/tui/theme"
)

// partly is how far a long list has come.
var partly = tui.LoadEvent{File: "staff.csv", Done: 1, Total: 3, Rows: 1_234_567, Bytes: 350, Size: 424}

// loadUpTo starts the app, or a load of it anew, and has it read as far as the events;
// what would wait for the next one is the answer.
func (d *driver) loadUpTo(cmd tea.Cmd, events ...tui.LoadEvent) (more tea.Cmd) {
	d.Helper()
	d.events = make(chan tui.LoadEvent, 16)
	for _, e := range events {
		d.events <- e
	}
	msg := cmd()
	if batch, ok := msg.(tea.BatchMsg); ok {
		msg = batch[0]()
	}
	for range events {
		_, more = d.m.Update(msg)
		if len(d.events) > 0 {
			msg = more()
		}
	}
	return more
}

func TestProgressInRows(t *testing.T) {
	d := start(t, theme.Full, 80, 24)
	d.loadUpTo(d.m.Init(), tui.LoadEvent{File: "staff.csv", Done: 1, Total: 3})
	d.shows("reading staff.csv (2 of 3)")
	d.hides("stop reading")
	d.loadUpTo(d.m.Init(), partly)
	d.shows("reading staff.csv (2 of 3): 1,234,567 rows, 82%", "Reading staff.csv (2 of 3): 1,234,567 rows, 82%. Esc stops.", "esc stop reading",
		"\n "+strings.Repeat("█", 49)+strings.Repeat("─", 11)+" ")
	d.keys("4")
	d.shows("▐4 Train", "82%. Esc stops.")
	only := partly
	only.Done, only.Total = 0, 1
	d.loadUpTo(d.m.Init(), only)
	d.shows("reading staff.csv: 1,234,567 rows, 82%")
	d.send(tea.WindowSizeMsg{Width: 40, Height: 12})
	d.shows("reading, 82%")
}

func TestEscStopsTheFirstReading(t *testing.T) {
	d := start(t, theme.Full, 80, 24)
	more := d.loadUpTo(d.m.Init(), partly)
	d.keys("esc")
	if d.hides("██"); d.stops != 1 || d.quit {
		t.Fatalf("%d stops, quit %v", d.stops, d.quit)
	}
	d.shows("Reading was stopped. r reads the folder again, q quits.")
	d.hides("82%", "stop reading")
	d.keys("p", "a")
	d.shows("the plan has not been read: r reads the folder")

	// What was on the way when it was stopped comes too late.
	d.events <- tui.LoadEvent{Err: errors.New("interrupted")}
	d.run(more)
	if d.quit {
		t.Fatal("the end of a load that was stopped ends the app")
	}
	d.offer(example(t))
	d.keys("0", "r")
	d.shows("31 March 2024")
	d.hides("stopped")
	if d.stops != 1 {
		t.Errorf("%d stops: esc with nothing to stop", d.stops)
	}
}

func TestEscStopsReadingAgainAndKeepsTheFigures(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("2")
	_, cmd := d.m.Update(keyPress("r"))
	more := d.loadUpTo(cmd, partly)
	d.shows("reading staff.csv (2 of 3): 1,234,567 rows, 82%", "144 of 427")
	d.keys("esc")
	d.shows("▐2 Appt", "144 of 427", "reading was stopped: figures as before · r reads again", "31 March 2024")
	other := example(t)
	other.Results.Organisation = "Another"
	d.events <- tui.LoadEvent{Loaded: other}
	close(d.events)
	d.run(more)
	d.hides("Another")
	d.keys("x", "esc")
	d.shows("▐0 Overview▌")
	d.offer(example(t))
	d.keys("r")
	d.shows("read again")
}

// TestEscTooLateTakesWhatWasRead: once the plan was read its file counts as such, so
// what was read comes onto the screen.
func TestEscTooLateTakesWhatWasRead(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.through = true
	_, cmd := d.m.Update(keyPress("r"))
	more := d.loadUpTo(cmd, partly)
	d.keys("esc", "esc")
	if d.stops != 1 {
		t.Errorf("%d stops", d.stops)
	}
	d.events <- tui.LoadEvent{Loaded: example(t)}
	close(d.events)
	d.run(more)
	d.shows("read again")
}

// TestEscOutrunByTheError: the error that a stop causes may come before its answer.
func TestEscOutrunByTheError(t *testing.T) {
	d := start(t, theme.Full, 80, 24)
	more := d.loadUpTo(d.m.Init(), partly)
	_, stop := d.m.Update(keyPress("esc"))
	d.events <- tui.LoadEvent{Err: errors.New("interrupted")}
	close(d.events)
	d.run(more)
	d.run(stop)
	if d.quit {
		t.Fatal("a load that was stopped ends the app")
	}
	d.shows("Reading was stopped")
}

func TestQuitWhileReading(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c"} {
		d := start(t, theme.Full, 80, 24)
		d.loadUpTo(d.m.Init(), partly)
		d.keys(key)
		if !d.quit || (d.m.Err() != nil) != (key == "ctrl+c") {
			t.Errorf("%s: quit %v, %v", key, d.quit, d.m.Err())
		}
	}
}
