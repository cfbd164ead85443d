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
	for i, want := range []string{"! overdue", "due soon", "due soon", "", "", ""} {
		if got := p.due(p.rows[i].action); got != want {
			t.Errorf("%s: %q", p.rows[i].action.Text, got)
		}
	}
}
