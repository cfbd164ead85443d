package tui_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui"
	"wres/tui/pace"
	"wres/tui/theme"
)

// typedInto opens a new action's form on a field, by how many Tabs it is behind the
// words of the action.
func typedInto(t *testing.T, tabs int) *driver {
	t.Helper()
	d := open(t, example(t), theme.Full, 100, 40)
	d.keys("p", "a")
	if tabs >= onNumber {
		d.keys("ctrl+o") // which leads to the first of those
		tabs -= onNumber
	}
	for range tabs {
		d.keys("tab")
	}
	return d
}

// The fields in the order of the form, behind the words of the action.
const (
	onAction = iota
	onLead
	onDeadline
	onMeasure
	onBaseline
	onTarget
	onIndicators
	onNumber // from here on behind Ctrl+O
	onObjective
	onTeam
	onStatus
	onNote
	onProgress
	onHighImpact
)

func (d *driver) saves() plan.Action {
	d.Helper()
	d.keys("ctrl+s")
	if len(d.onDisk) == 0 { // it says first what it does not understand
		d.shows("Ctrl+S saves, Esc mends")
		d.keys("ctrl+s")
	}
	actions := d.onDisk[len(d.onDisk)-1].Actions()
	return actions[len(actions)-1]
}

func TestUndoInTheForm(t *testing.T) {
	d := typedInto(t, onAction)
	d.write("one two three")
	d.keys("ctrl+z")
	d.shows("one two ")
	d.hides("three")
	d.keys("ctrl+z", "ctrl+z", "ctrl+z")
	d.hides("one two", "not in the plan yet")
	d.keys("ctrl+y", "ctrl+y", "ctrl+r", "ctrl+r")
	d.shows("one two three")
	d.send(tea.PasteMsg{Content: "a paste\nof two lines"})
	d.keys("ctrl+z")
	d.hides("paste", "of two lines")
	d.keys("ctrl+y", "left", "X")
	d.keys("ctrl+z", "Y")
	if a := d.saves(); a.Text != "one two threea paste\nof two lineYs" {
		t.Errorf("saved %q", a.Text)
	}
	d = typedInto(t, onLead)
	d.write("one two")
	d.keys("ctrl+z", "X", "ctrl+y")
	if a := d.saves(); a.Lead != "one X" {
		t.Errorf("what was undone came back over what was typed since: %q", a.Lead)
	}
	d = typedInto(t, onNumber)
	d.write("abc")
	d.keys("left", "backspace", "backspace", "ctrl+z", "Z", "tab", "Q", "shift+tab", "ctrl+z")
	if a := d.saves(); a.Number != "abc" || a.Objective != "Q" {
		t.Errorf("saved %+v", a)
	}
}

func TestDeadlineIsTakenAsItIsTyped(t *testing.T) {
	for typed, c := range map[string]struct{ shown, saved string }{
		"31/3/26":      {"Taken for Tuesday 31 March 2026.", "31/3/26"},
		"end of March": {"Taken for Tuesday 31 March 2026.", "31 March 2026 (end of March)"},
		"Q4 2023/24":   {"which is past", "Q4 2023/24"},
		"31/2/26":      {"there is no such day", "31/2/26"},
		"ongoing":      {"never has to be finished", "ongoing"},
	} {
		d := typedInto(t, onDeadline)
		d.write(typed)
		d.shows(c.shown)
		if draft := d.journal.last().Draft; draft == nil || draft.Texts["deadline"] != typed {
			t.Errorf("%s: journalled %+v", typed, draft)
		}
		if a := d.saves(); a.Deadline != c.saved {
			t.Errorf("%s: saved %q", typed, a.Deadline)
		}
	}
}

func TestOffersInTheForm(t *testing.T) {
	d := typedInto(t, onLead)
	d.shows("picks: OD Team, OD Team / The Inclusion Team")
	d.write("od")
	d.shows("Ctrl+Space completes: OD Team")
	d.keys("right", "ctrl+o", "tab", "tab", "tab", "down", "down")
	d.shows("[on hold]")
	d.keys("up", "tab", "tab", "tab")
	d.write("6")
	d.keys("right")
	a := d.saves()
	if a.Lead != "OD Team" || a.Status != plan.StatusInProgress || !strings.HasPrefix(a.HighImpact, "6 End bullying") {
		t.Errorf("saved %+v", a)
	}
	d = typedInto(t, onTeam)
	d.keys("down") // nothing is offered: the next field
	d.shows("[not started]")
}

func TestNoteGoesBeforeTheProgress(t *testing.T) {
	d := typedInto(t, onNote)
	d.write("Panels trained")
	d.keys("tab")
	d.write("Begun.")
	if a := d.saves(); a.Progress != "2025-04-14: Panels trained\n\nBegun." {
		t.Errorf("saved %q", a.Progress)
	}
}

func TestEvidenceIsShownAndKept(t *testing.T) {
	l := example(t)
	actions := examplePlan().Actions()
	actions[1].Evidence = evidence2022
	l.Plan = plan.New(nil, actions)
	d := open(t, l, theme.Full, 100, 40)
	d.keys("p", "o", "home", "down", "e")
	d.shows("Because", "White 3.20 times as likely (2.60 to 3.90): 250/500 against 50/320")
	d.hides(evidence2022, "white/bme")
	d.write("X")
	d.keys("ctrl+s")
	if a := d.onDisk[0].Actions()[1]; a.Evidence != evidence2022 || !strings.HasSuffix(a.Text, "X") {
		t.Errorf("saved %+v", a)
	}
}

// The text area drops lines beyond its limit: a paste that does not fit is refused.
func TestNoPasteIsCutShort(t *testing.T) {
	d := typedInto(t, onAction)
	d.write("kept")
	d.send(tea.PasteMsg{Content: strings.Repeat("line\n", 10100) + "end"})
	d.shows("kept", "9,999 lines")
	l := example(t)
	l.Plan = plan.New(nil, []plan.Action{{Text: strings.Repeat("line\n", 10100) + "end"}})
	d = open(t, l, theme.Full, 100, 40)
	d.keys("p", "e")
	d.shows("9,999 lines")
	d.hides("Action 1 ")
}

// What it costs to wrap a word grows with the square of its length: one without end would
// stop the app for minutes.
func TestNoWordWithoutEnd(t *testing.T) {
	d := typedInto(t, onAction)
	d.write("kept")
	d.send(tea.PasteMsg{Content: strings.Repeat("x", 1_000_000)})
	d.shows("kept", "a word of more than 1,000 characters")
	d.send(tea.PasteMsg{Content: strings.Repeat("x", 900)})
	d.send(tea.PasteMsg{Content: strings.Repeat("x", 900)})
	d.shows("a word of more than 1,000 characters")
	d.keys("ctrl+s")
	if n := len(slices.DeleteFunc(d.onDisk[0].Actions(), func(a plan.Action) bool { return !strings.HasSuffix(a.Text, "kept"+strings.Repeat("x", 900)) })); n != 1 {
		t.Errorf("%d actions end in what was taken", n)
	}
	l := example(t)
	l.Plan = plan.New(nil, []plan.Action{{Text: strings.Repeat("x", 1_000_000)}})
	d = open(t, l, theme.Full, 100, 40)
	d.keys("p", "e")
	d.shows("a word of more than 1,000 characters")
}

func TestFormFitsEveryWindow(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {60, 16}, {80, 24}, {120, 40}, {200, 60}} {
		d := open(t, example(t), theme.Full, size[0], size[1])
		d.keys("2", "a")
		for i, key := range append(append(slices.Repeat([]string{"tab"}, 8), "ctrl+o"), append(slices.Repeat([]string{"tab"}, 14), "ctrl+l", "down", "enter", "ctrl+o")...) {
			d.fits(size[0], size[1])
			if t.Failed() {
				t.Fatal(fmt.Sprint("key ", i, ", before ", key, ", at ", size))
			}
			d.keys(key)
		}
	}
}

// BenchmarkTypedAt5000 types where a long text stands already: a letter by hand, and the
// letters of a paste without brackets.
func BenchmarkTypedAt5000(b *testing.B) {
	typed := func(b *testing.B) (*driver, *pace.Model) {
		d := open(b, example(b), theme.Full, 120, 40)
		d.keys("p", "a")
		d.send(tea.PasteMsg{Content: strings.Repeat("a few words ", 5000/12)})
		return d, pace.New(d.m, func() bool { return tui.Typing(d.m) })
	}
	b.Run("by hand", func(b *testing.B) {
		d, _ := typed(b)
		for b.Loop() {
			d.m.Update(keyPress("x"))
			_ = d.m.View().Content
		}
	})
	b.Run("in a rush", func(b *testing.B) {
		const letters = 500
		_, p := typed(b)
		for b.Loop() {
			for i := range letters {
				p.Update(keyPress(string("words "[i%6])))
				_ = p.View().Content
			}
			p.Update(tea.WindowSizeMsg{Width: 120, Height: 40}) // the rush is over
			_ = p.View().Content
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*letters), "ns/letter")
	})
}
