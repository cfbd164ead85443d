package tui_test

import (
	"encoding/csv"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/testdata/extracts"
	"wres/tui"
	"wres/tui/theme"
)

// last is the plan that was saved last.
func (d *driver) last() plan.Plan {
	d.Helper()
	if len(d.onDisk) == 0 {
		d.Fatal("nothing was saved")
	}
	return d.onDisk[len(d.onDisk)-1]
}

// undone holds that what was last saved was one change of a plan, and takes it back.
func (d *driver) undone(saves int, before plan.Plan) {
	d.Helper()
	if len(d.onDisk) != saves {
		d.Fatalf("%d saves, want %d", len(d.onDisk), saves)
	}
	d.keys("ctrl+z")
	if !d.last().Equal(before) {
		d.Errorf("Ctrl+Z does not take it back:\n%+v", d.last().Actions())
	}
}

func TestSpaceIsDoneOrNot(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("p", "space")
	if a, _ := d.last().Find("A-0002"); !a.Done() {
		t.Errorf("%+v", a)
	}
	d.shows("DONE (1)", "action 2: done")
	d.undone(1, examplePlan())
	d.keys("x", "space")
	if a, _ := d.last().Find("A-0002"); a.Done() {
		t.Errorf("%+v", a)
	}
}

// What is late is moved from today, what is to come from its day, and what has no day gets
// one; any other key leaves it.
func TestAnotherDay(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("p", "+")
	d.shows("Action 2 was due 31 January 2025, 2 months late", "a month: 14 May 2025", "3 a quarter: 14 July 2025", "a year: 14 April 2026")
	for _, k := range []string{"q", "+", "esc", "+", "n", "+", "enter"} {
		d.keys(k)
	}
	if len(d.onDisk) != 0 || d.quit {
		t.Fatal("the day was moved, or the app was left, by a key that is no")
	}
	for i, c := range []struct{ id, down, key, want string }{
		{"A-0002", "", "m", "14 May 2025"}, {"A-0003", "down", "3", "30 September 2025"}, {"A-0001", "down", "y", "14 April 2026"},
	} {
		if c.down != "" {
			d.keys(c.down)
		}
		d.keys("+", c.key)
		a, _ := d.last().Find(c.id)
		if a.Deadline != c.want || a.Updated != "2025-04-14" {
			t.Errorf("%s: %q, updated %s; want %s", c.id, a.Deadline, a.Updated, c.want)
		}
		d.shows("due " + c.want)
		d.undone(2*i+1, examplePlan())
	}
}

// No letter of a note is a command, and it stands with today's date before older ones.
func TestNoteWithoutTheForm(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("p", "N")
	d.write("q x done? ")
	d.send(tea.PasteMsg{Content: "seen\nby \x1b[31mall"})
	d.shows("Note on 2", "q x done? seen by")
	d.keys("ctrl+c")
	d.shows("The note is not in the plan yet. Quit and lose it?")
	d.keys("n")
	if d.quit || len(d.onDisk) != 0 {
		t.Fatal("a letter of the note was a command")
	}
	d.keys("enter")
	a, _ := d.last().Find("A-0002")
	if notes := a.Notes(); len(notes) != 1 || !strings.HasPrefix(a.Progress, "2025-04-14: q x done? seen by ") || strings.Contains(a.Progress, "\x1b") {
		t.Errorf("%q", a.Progress)
	}
	d.shows("Note      14 April 2025: q x done? seen by")
	d.undone(1, examplePlan())
	d.keys("N", "enter", "N")
	d.write("no")
	d.keys("esc", "x")
	if a, _ := d.last().Find("A-0002"); a.Progress != "" || !a.Done() {
		t.Errorf("%+v", a)
	}
}

// What comes faster than by hand comes as pieces, of which each keeps its spaces.
func TestPiecesKeepTheirSpaces(t *testing.T) {
	for _, keys := range []string{"p N", "p /", "m n", ":", "R /"} {
		l := example(t)
		d := open(t, l, theme.Full, 100, 40)
		d.keys(strings.Fields(keys)...)
		for _, piece := range []string{"met", " the", " ", "staff ", "side"} {
			d.send(tea.PasteMsg{Content: piece})
		}
		d.shows("met the staff side")
	}
}

// What is typed last is in sight, in a window that is narrower than the note too; so is the
// cursor that was moved back.
func TestLongNoteIsSeenAtItsCursor(t *testing.T) {
	for _, k := range []string{"N", "/"} {
		d := open(t, example(t), theme.Full, 40, 12)
		d.keys("p", k)
		d.write("met the staff side, who agreed on the first of the two")
		d.shows("first of the two")
		d.hides("met the")
		d.keys("home")
		d.shows(": met the staff")
		d.fits(40, 12)
	}
}

// A day in a question is whole at every width.
func TestAnotherDayInANarrowWindow(t *testing.T) {
	d := open(t, example(t), theme.Full, 40, 12)
	d.keys("p", "down", "+")
	d.shows("31 July 2025", "30 September 2025", "30 June 2026")
}

// A note that is typed is in the journal until it is in the plan or dropped, and a signal
// leaves it there.
func TestNoteIsJournalled(t *testing.T) {
	for _, end := range []string{"enter", "esc"} {
		d := open(t, example(t), theme.Full, 100, 40)
		d.keys("p", "N")
		d.write("met them")
		d.shows("typing, journalled")
		e := d.journal.last()
		if e.Draft == nil || e.Draft.ID != "A-0002" || e.Draft.Texts["progress"] != "2025-04-14: met them" || !d.m.Unsaved() || !d.m.Kept() {
			t.Fatalf("%+v, unsaved %v, kept %v", e.Draft, d.m.Unsaved(), d.m.Kept())
		}
		d.keys(end)
		if e := d.journal.last(); !e.Empty() || d.m.Unsaved() {
			t.Errorf("after %s: %+v", end, e.Draft)
		}
	}
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "N")
	d.write("met them")
	d.send(tui.TerminatedMsg{Signal: "SIGTERM"})
	if !d.quit || d.journal.last().Draft == nil || !d.m.Kept() {
		t.Error("a signal takes a note that is typed")
	}
}

// A figure that is picked is the action's evidence, and its baseline unless it has one of its
// own; another in its place takes its baseline along.
func TestPickFigure(t *testing.T) {
	d := open(t, example(t), theme.Full, 80, 24)
	d.keys("p", "F")
	d.shows("Figure of action 2:", "▸ 2 Appointed from shortlist: 2.45 (1.85 to 3.28) in 2024")
	d.keys("enter")
	a, _ := d.last().Find("A-0002")
	if a.Evidence != "2 2024 white/bme 2.4532 (1.8479 to 3.2766) 144/427 51/371" || a.Baseline != "2.45 (1.85 to 3.28) in 2024" {
		t.Errorf("%+v", a)
	}
	d.shows("Early, indicator 2: 2.45 (1.85 to 3.28) in 2024 is kept", "Strength  4 of 6")
	d.hides("not measurable", "Not measurable")
	d.undone(1, examplePlan())
	d.keys("ctrl+r", "[", "F", "enter")
	a, _ = d.last().Find("A-0002")
	if !strings.HasPrefix(a.Evidence, "2 2023 ") || !strings.HasSuffix(a.Baseline, " in 2023") {
		t.Errorf("%+v", a)
	}
	d.keys("]", "F")
	d.write("8c to vsm")
	d.keys("enter")
	a, _ = d.last().Find("A-0002")
	if all := a.EvidenceFigures(); len(all) != 2 || all[1].Bands.Words() != "bands 8c to VSM of non-clinical staff" || !strings.HasSuffix(a.Baseline, " in 2023") {
		t.Errorf("%+v", a)
	}
	d.keys("P", "F")
	d.shows("a figure is kept from the full figures: P shows those")
}

// Nothing is changed, nor asked or typed, where the plan cannot be changed.
func TestQuickKeysOnALockedPlan(t *testing.T) {
	for _, k := range []string{"space", "+", "N", "F"} {
		l := example(t)
		l.ReadOnly = "the plan could not be understood"
		d := open(t, l, theme.Full, 120, 40)
		d.keys("p", k, "enter")
		if len(d.onDisk) != 0 || len(d.beside) != 0 {
			t.Errorf("%s changes a plan that is read-only", k)
		}
		d.shows("▐p Plan▌", "the plan could not be understood")
	}
}

// What is clear and has no open action stands on top, with the key that writes one from it.
func TestClearWithoutAction(t *testing.T) {
	l := example(t)
	actions := examplePlan().Actions()
	actions[1].Status = "stopped"
	l.Plan = plan.New(nil, actions)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		d := open(t, l, theme.Full, size[0], size[1])
		d.keys("p")
		if size[0] < 60 {
			d.shows("No action: 2 App", " a act")
		} else {
			d.shows("What is clear and has no action: 2 Appointed from shortlist", "a writes one")
		}
	}
	d := open(t, l, theme.Full, 120, 40)
	d.keys("p", "P")
	d.shows("What is clear and has no action: 2 Appointed from shortlist")
	d.hides("a writes one")
	d.keys("P", "a")
	d.shows("White 2.45 times as likely (1.85 to 3.28): 144/427 against 51/371")
	d.keys("esc", "y", "n")
	d.hides("144/427")
	d = open(t, example(t), theme.Full, 120, 40)
	d.keys("p")
	d.hides("has no action")
}

// At 80x24 the plan of the example is on one screen: each action with its lead and its day,
// and the one under the cursor down to its note.
func TestExamplePlanOnOneScreen(t *testing.T) {
	file, err := extracts.FS.Open("action-plan.csv")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var actions []plan.Action
	for _, row := range rows[1:] {
		var a plan.Action
		for i, name := range rows[0] {
			field, known := plan.FieldFor(name)
			if !known {
				t.Fatalf("no field %q", name)
			}
			a = field.With(a, row[i])
		}
		actions = append(actions, a)
	}
	l := example(t)
	l.Plan = plan.New(nil, actions)
	d := open(t, l, theme.Full, 80, 24)
	d.keys("p")
	for range actions {
		frame := d.frame()
		for _, a := range actions {
			if !strings.Contains(frame, "\n  "+a.Number+"  ") && !strings.Contains(frame, "\n▸ "+a.Number+"  ") {
				t.Errorf("action %s is not on the screen:\n%s", a.Number, frame)
			}
		}
		d.shows("Lead      Due", "Figure    none is kept", " of 6: has ", "Note      none: N adds one")
		d.keys("down")
	}
}
