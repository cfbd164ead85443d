package tui_test

import (
	"errors"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui/theme"
)

func TestFindInThePlan(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("p", "/")
	d.write("qx inclus")
	d.shows("qx inclus", "No action holds these words")
	if d.quit || len(d.onDisk) != 0 {
		t.Fatal("a letter that was typed to find something was taken for a command")
	}
	d.keys("ctrl+u")
	d.send(tea.PasteMsg{Content: "INCLUS\n"})
	d.shows("2 of 3", "Tell staff", "Listen to staff")
	d.hides("Promote self")
	d.keys("down", "enter", "x", "/", "esc")
	if a := d.onDisk[0].Actions()[2]; !a.Done() {
		t.Error("the action under the cursor is not the one that was marked as done")
	}
	d.shows("Promote self")
	d.keys("/")
	d.write("zzz")
	d.keys("enter", "esc")
	d.shows("Promote self", "▐p Plan▌")
	d.keys("esc")
	d.shows("▐0 Overview▌")
}

// A line break in a field, as a list of ideas puts it there, is no character to be named.
func TestLinesOfAnActionOnOneLine(t *testing.T) {
	loaded := example(t)
	lines := func(s string) string { return s + "\n\twith\r\nlines" }
	var all []plan.Action
	for _, a := range examplePlan().Actions() {
		a.Number, a.Text, a.Indicators, a.Deadline = a.Number+"\n", lines(a.Text), strings.ReplaceAll(a.Indicators, ";", ";\n"), a.Deadline+"\n"
		a.Lead, a.Measure, a.Target, a.Baseline, a.Status = lines(a.Lead), lines("the rate"), lines("level"), lines("1.6"), "\nin\nprogress"
		all = append(all, a)
	}
	loaded.Disk.Plan = plan.New(nil, all)
	for _, size := range [][2]int{{40, 12}, {80, 24}, {200, 60}} {
		d := open(t, loaded, theme.Full, size[0], size[1])
		clean := func(keys ...string) {
			t.Helper()
			d.keys(keys...)
			if f := d.frame(); strings.Contains(f, "<U+") {
				t.Fatalf("after %q at %d columns a line break is named as a character:\n%s", keys, size[0], f)
			}
		}
		clean()
		for _, panel := range strings.Fields("1 2 3 4 5 6 7 8 9 R m f") {
			clean(panel)
			clean("enter")
			d.keys("esc", "esc")
		}
		clean("p")
		d.shows("Tell staff")
		for range all {
			clean("enter")
			clean("esc")
			for _, key := range strings.Fields("d + N F E Y y") {
				clean(key)
				d.keys("esc")
			}
			clean("J")
			clean("g")
			clean("down")
		}
		clean("p", ":")
		clean("esc", "p", "e")
	}
}

func TestOrderAndGroups(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("p", "o", "o")
	d.shows("in order of deadline")
	if f := d.frame(); strings.Index(f, "Tell staff") > strings.Index(f, "Listen to staff") || strings.Index(f, "Listen to staff") > strings.Index(f, "Promote self") {
		t.Errorf("not in the order of deadlines:\n%s", f)
	}
	d.keys("J")
	d.shows("in its own order")
	d.keys("o", "o", "o", "o", "o", "o", "g")
	d.shows("by indicator", "Indicator 6", "Indicator 8")
	d.keys("J")
	d.shows("in its own order")
	if len(d.onDisk) != 0 {
		t.Error("an action was moved in groups, where nobody sees it")
	}
	d.keys("end", "up", "x")
	d.keys("g", "g")
	d.shows("by status", "done (1)", "Without a status (2)")
	if a := d.onDisk[0].Actions()[2]; !a.Done() {
		t.Error("the cursor in groups is on another action")
	}
}

func TestCopyAndMove(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("p", "o", "home", "K")
	if len(d.onDisk) != 0 {
		t.Error("the first action was moved up")
	}
	d.keys("J", "c")
	var ids []string
	for _, a := range d.onDisk[len(d.onDisk)-1].Actions() {
		ids = append(ids, a.ID)
	}
	if got := strings.Join(ids, " "); got != "A-0002 A-0001 A-0004 A-0003" {
		t.Error(got)
	}
	d.keys("d", "y")
	if _, there := d.onDisk[len(d.onDisk)-1].Find("A-0004"); there {
		t.Error("the cursor is not on the copy")
	}
	d.keys("u", "u", "u")
	if !d.onDisk[len(d.onDisk)-1].Equal(examplePlan()) {
		t.Error("undo does not bring the plan back")
	}
}

const evidence2022 = "2 2022 white/bme 3.2 (2.6 to 3.9) 250/500 50/320"

func TestProgressAndCarryOver(t *testing.T) {
	l := example(t)
	actions := examplePlan().Actions()
	actions[0].Status = plan.StatusDone
	actions[1].Evidence, actions[1].Target = evidence2022, "1.25"
	l.Plan = plan.New(nil, actions)
	d := open(t, l, theme.Full, 120, 40)
	d.keys("p", "o", "home", "down")
	d.shows("This is the plan of 2022", "The ratio was 3.20", "is 2.45", "the target is “1.25”", "no clear change")
	d.keys("C")
	d.shows("2 of 3 actions", "action-plan-2022.csv")
	d.keys("y", "n")
	if len(d.kept) != 0 || len(d.onDisk) != 0 {
		t.Fatal("begun unasked")
	}
	d.failing = errors.New("not saved: the disk is full; make room")
	d.keys("C", "b")
	d.shows("not begun: the disk is full")
	d.failing = nil
	d.keys("C", "b")
	d.shows("2 actions carried over", "action-plan-2022.csv")
	if len(d.kept) != 1 || !d.kept[0].Equal(l.Plan) || len(d.onDisk) != 1 || d.onDisk[0].Len() != 2 {
		t.Fatalf("kept %d, saved %d", len(d.kept), len(d.onDisk))
	}
	d.shows("This is the plan of 2023")
}

// An edit that is made while the plan is being kept is in neither plan.
func TestEditWhileThePlanIsKept(t *testing.T) {
	d := open(t, example(t), theme.Full, 120, 40)
	d.keys("p", "C")
	_, keeping := d.m.Update(keyPress("b"))
	d.keys("x")
	d.run(keeping)
	d.shows("changed meanwhile")
	if last := d.onDisk[len(d.onDisk)-1]; last.Len() != 3 {
		t.Error("begun from a plan that was not kept")
	}
}

func TestCarryOverNeedsLaterFigures(t *testing.T) {
	l := example(t)
	actions := examplePlan().Actions()
	actions[1].Evidence = strings.Replace(evidence2022, "2022", "2024", 1)
	l.Plan = plan.New(nil, actions)
	d := open(t, l, theme.Full, 120, 40)
	d.keys("p", "C")
	d.shows("the plan is of 2024 already")
	d.hides("Begin a new plan")
}

// Keys that come in one read are all there before any command has run.
func TestKeysTypedAheadReachTheForm(t *testing.T) {
	d := open(t, example(t), theme.Full, 100, 40)
	var later []tea.Cmd
	for _, k := range strings.Split("p a x d q u", " ") {
		_, cmd := d.m.Update(keyPress(k))
		later = append(later, cmd)
	}
	for _, k := range []string{"ctrl+s", "x"} {
		_, cmd := d.m.Update(keyPress(k))
		later = append(later, cmd)
	}
	for _, cmd := range later {
		d.run(cmd)
	}
	last := d.onDisk[len(d.onDisk)-1].Actions()
	if d.quit || len(last) != 4 || last[3].Text != "xdqu" || last[3].Status != plan.StatusDone {
		t.Errorf("quit %v, saved %+v", d.quit, last)
	}
}
