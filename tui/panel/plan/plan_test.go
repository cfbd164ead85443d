package plan

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
	"wres/tui/panel"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// manyActions is a plan that is taller than any box of these tests.
func manyActions(charset theme.Charset) panel.Data {
	d := paneltest.Data(charset)
	d.Clean = func(s string) string { return s }
	d.Today = time.Date(2025, 4, 14, 0, 0, 0, 0, time.UTC)
	actions := []plan.Action{
		{Text: "past", Deadline: "13 April 2025"}, {Text: "today", Deadline: "14 April 2025"}, {Text: "in a month", Deadline: "15 May 2025"},
		{Text: "later", Deadline: "16 May 2025"}, {Text: "past and done", Deadline: "13 April 2025", Status: plan.StatusDone},
	}
	for i := range 60 {
		actions = append(actions, plan.Action{Text: fmt.Sprintf("action of %d", i), Indicators: fmt.Sprint(i%9 + 1), Lead: fmt.Sprint("lead ", i%4)})
	}
	d.Plan = plan.New(nil, actions)
	return d
}

func listed(d panel.Data, keys string, width, height int) *actionPlan {
	p := New().(*actionPlan)
	p.SetSize(width, height)
	p.SetData(d)
	paneltest.Press(p, keys)
	return p
}

// The list scrolls with the cursor, and the action under it is shown beside it.
func TestLongPlanKeepsCursorAndDetailInSight(t *testing.T) {
	for _, size := range [][2]int{{40, 9}, {80, 20}, {120, 36}} {
		for _, keys := range []string{"", "g", "gg", "o"} {
			p := listed(manyActions(theme.Full), keys, size[0], size[1])
			for range len(p.rows) {
				frame := ansi.Strip(p.View())
				if strings.Count(frame, "▸") != 1 {
					t.Fatalf("%v, keys %q, row %d: the cursor is not in sight:\n%s", size, keys, p.at, frame)
				}
				if want := "Action: " + p.rows[p.at].action.Text; size[1] > 10 && !strings.Contains(frame, want) {
					t.Fatalf("%v, keys %q, row %d: no %q:\n%s", size, keys, p.at, want, frame)
				}
				for i, line := range strings.Split(p.View(), "\n") {
					if w := ansi.StringWidth(line); w != size[0] {
						t.Fatalf("%v, keys %q: line %d is %d cells wide", size, keys, i, w)
					}
				}
				paneltest.Press(p, "j")
			}
		}
	}
}

func TestDueIsSaidInWords(t *testing.T) {
	p := listed(manyActions(theme.ASCII), "", 120, 40)
	for i, want := range []string{"1 day late", "14 April 2025", "15 May 2025", "16 May 2025", "", ""} {
		if got := p.due(p.rows[i].action); got != want {
			t.Errorf("%s: %q", p.rows[i].action.Text, got)
		}
	}
}

// What is late stands first and what is closed last; the plan's own order is the next one.
func TestLateStandsFirst(t *testing.T) {
	d := manyActions(theme.Full)
	all := d.Plan.Actions()
	p := listed(d, "", 120, 40)
	if first, last := p.rows[0].action.Text, p.rows[len(p.rows)-1].action.Text; first != "past" || last != "past and done" {
		t.Errorf("first %q, last %q", first, last)
	}
	paneltest.Press(p, "o")
	for i, row := range p.rows {
		if row.action.ID != all[i].ID {
			t.Fatalf("row %d is %q in the plan's own order", i, row.action.Text)
		}
	}
}

// Actions that begin alike differ in their rows, and no column is empty.
func TestRowsDiffer(t *testing.T) {
	d := manyActions(theme.Full)
	d.Plan = plan.New(nil, []plan.Action{
		{Text: "Listen to ethnically diverse staff about harassment and bullying"},
		{Text: "Listen to ethnically diverse staff about equal opportunities", Deadline: "1 April 2025"},
		{Text: "Listen"},
	})
	frame := ansi.Strip(listed(d, "", 60, 30).View())
	for _, want := range []string{"… harassment and", "… equal oppor", "  Listen ", "13 days late", "Due"} {
		if !strings.Contains(frame, want) {
			t.Errorf("no %q in\n%s", want, frame)
		}
	}
	for _, empty := range []string{"Status", "Ind.", "Lead", "No."} {
		if strings.Contains(strings.Split(frame, "\n")[1], empty) {
			t.Errorf("the column %q is empty:\n%s", empty, frame)
		}
	}
}
