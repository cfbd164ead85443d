package plan

import (
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/panel"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// manyActions is a plan that is taller than any box of these tests.
func manyActions(charset theme.Charset) panel.Data {
	d := paneltest.Data(charset)
	d.Clean = func(s string) string { return s }
	d.Results = nil
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
			p.Update(tea.KeyPressMsg{Code: tea.KeyHome})
			for range len(p.list.rows) {
				frame := ansi.Strip(p.View())
				if strings.Count(frame, "▸") != 1 {
					t.Fatalf("%v, keys %q, row %d: the cursor is not in sight:\n%s", size, keys, p.list.at, frame)
				}
				a := p.list.rows[p.list.at].action
				if size[1] > 10 && strings.Count(frame, " "+a.Text) < 2 {
					t.Fatalf("%v, keys %q, row %d: %q is not below the list:\n%s", size, keys, p.list.at, a.Text, frame)
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

// A day is there at every width, and whole: how late it is, or else the date.
func TestDueAtEveryWidth(t *testing.T) {
	d := manyActions(theme.ASCII)
	d.Plan = plan.New(nil, []plan.Action{
		{Text: "long past", Deadline: "30 September 2023", Lead: "Chief People Officer"}, {Text: "past", Deadline: "13 April 2025"},
		{Text: "today", Deadline: "14 April 2025 (Monday)"}, {Text: "soon", Deadline: "15/05/2025"}, {Text: "later", Deadline: "Q2 2026/27"},
		{Text: "ongoing", Deadline: "Ongoing throughout 2025-26"}, {Text: "words", Deadline: "after the review of September 2025"}, {Text: "blank"},
		{Text: "stopped", Deadline: "1 January 2020", Status: "stopped"},
	})
	for width, want := range map[int]string{
		40:  "18 mo ago, 1 d ago, 14 Apr 25, 15 May 25, 30 Sep 26, Ongoing, after the~, , 1 Jan 20",
		80:  "18 months late, 1 day late, 14 April 2025, 15 May 2025, 30 September 2026, Ongoing, after the review~, , 1 January 2020",
		200: "30 September 2023, 18 months late, 13 April 2025, 1 day late, 14 April 2025, 15 May 2025, 30 September 2026, Ongoing throughout 2025-26, after the review of September~, , 1 January 2020",
	} {
		p := listed(d, "", width, 40)
		var got []string
		frame := ansi.Strip(p.View())
		for _, r := range p.list.rows {
			due := p.list.due(r.action)
			got = append(got, due)
			if !strings.Contains(frame, due) {
				t.Errorf("width %d: %q is not on the screen:\n%s", width, due, frame)
			}
		}
		if text := strings.Join(got, ", "); text != want {
			t.Errorf("width %d: %s\nwant %s", width, text, want)
		}
	}
	for width := 40; width <= 220; width++ {
		frame := ansi.Strip(listed(d, "", width, 30).View())
		head := strings.Split(frame, "\n")[1]
		if !strings.Contains(head, "Lead") || !strings.Contains(head, "Due") || !strings.Contains(frame, "Chief") {
			t.Errorf("width %d: no lead or no day:\n%s", width, frame)
		}
	}
}

// What is late stands first and what is closed last; the plan's own order is the next one.
func TestLateStandsFirst(t *testing.T) {
	d := manyActions(theme.Full)
	all := d.Plan.Actions()
	p := listed(d, "", 120, 40)
	if first, last := p.list.rows[0].action.Text, p.list.rows[len(p.list.rows)-1].action.Text; first != "past" || last != "past and done" {
		t.Errorf("first %q, last %q", first, last)
	}
	paneltest.Press(p, "o")
	for i, row := range p.list.rows {
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
	for _, want := range []string{"… harassment and", "… equal oppor", "  Listen ", "13 d ago", "Due"} {
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

// No two titles look alike in a column, however much they share and whatever its width.
func TestTitlesDiffer(t *testing.T) {
	word := rapid.SampledFrom([]string{"Review", "the", "panels", "again", "internationalisation", "é", "a", "b", "appraisals,", "ÿ"})
	rapid.Check(t, func(t *rapid.T) {
		d := manyActions(rapid.SampledFrom([]theme.Charset{theme.Full, theme.ASCII}).Draw(t, "charset"))
		var all []plan.Action
		for i, words := range rapid.SliceOfN(rapid.SliceOfN(word, 1, 9), 2, 9).Draw(t, "actions") {
			all = append(all, plan.Action{ID: fmt.Sprint(i), Text: strings.Join(words, " ")})
		}
		width := rapid.IntRange(10, 90).Draw(t, "width")
		seen := map[string]string{}
		for id, text := range titles(d, all, width) {
			shown := cutTo(d.Theme, text, width)
			if other, is := seen[shown]; is {
				t.Fatalf("%s and %s are both %q", id, other, shown)
			}
			seen[shown] = id
		}
		if len(seen) != len(all) {
			t.Fatalf("%d titles of %d actions", len(seen), len(all))
		}
	})
}

// The words in which a title differs are on the screen, with some before them where there
// is room.
func TestTitleIsCutAtTheFront(t *testing.T) {
	d := manyActions(theme.Full)
	for _, c := range []struct {
		width int
		texts []string
		want  string
	}{
		{40, []string{"Review panels for the same purpose and more A", "Review panels for the same purpose and more B"}, "… purpose and more A|… purpose and more B"},
		{14, []string{"Review panels A", "Review panels B"}, "… A|… B"},
		{16, []string{"Review panels A", "Review panels B"}, "Review panels A|Review panels B"},
		{12, []string{"internationalisation", "internationalised"}, "…lisation|…lised"},
		{40, []string{"Review", "Review", "Review panels"}, "Review|(2) Review|Review panels"},
	} {
		var all []plan.Action
		for i, text := range c.texts {
			all = append(all, plan.Action{ID: fmt.Sprint(i), Text: text})
		}
		made := titles(d, all, c.width)
		var got []string
		for _, a := range all {
			got = append(got, made[a.ID])
		}
		if text := strings.Join(got, "|"); text != c.want {
			t.Errorf("%q in %d: %s, want %s", c.texts, c.width, text, c.want)
		}
	}
}

// Headings stand where there are actions, with their number, and a list that scrolls has the
// heading of its first row on top.
func TestSections(t *testing.T) {
	p := listed(manyActions(theme.Full), "", 80, 20)
	frame := ansi.Strip(p.View())
	for _, want := range []string{"  LATE (1) ", "  DUE IN 90 DAYS (3)", "  NO DAY (60)"} {
		if !strings.Contains(frame, want) {
			t.Errorf("no %q in\n%s", want, frame)
		}
	}
	if strings.Contains(frame, "OPEN (") {
		t.Errorf("a heading without actions:\n%s", frame)
	}
	for p.list.at < len(p.list.rows)-1 {
		paneltest.Press(p, "j")
		frame = ansi.Strip(p.View())
		head, first := strings.Split(frame, "\n")[1], strings.Split(frame, "\n")[2]
		of := "" // the section of the first row on screen
		for _, r := range p.list.rows {
			if text := r.action.Text + " "; strings.Contains(first, " "+text) {
				of = strings.ToUpper(p.list.sections[r.section].Name)
			}
		}
		if of == "" || !strings.HasPrefix(head, "  "+of+" (") {
			t.Fatalf("row %d: the head is %q above %q", p.list.at, head, first)
		}
	}
	if !strings.Contains(frame, "DONE (1)") {
		t.Errorf("no heading of what is done:\n%s", frame)
	}
	stopped := manyActions(theme.Full)
	stopped.Plan = plan.New(nil, []plan.Action{{Text: "a", Status: "stopped"}, {Text: "b", Status: "done"}})
	if frame := ansi.Strip(listed(stopped, "", 80, 20).View()); !strings.Contains(frame, "DONE OR STOPPED (2)") {
		t.Errorf("what was stopped counts as done:\n%s", frame)
	}
}

// What is clear from counts that the publication view hides is not named there, nor is a key
// that would keep them.
func TestTopLineInTheView(t *testing.T) {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: paneltest.Counted(427, 371, 0), Appointed: paneltest.Counted(144, 3, 0)}}
	full := indicator.Compute(o)
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	for _, c := range []struct {
		results *indicator.Results
		named   bool
	}{{full, true}, {view, false}} {
		d := manyActions(theme.Full)
		d.Results, d.Year = c.results, 2024
		d.Plan = plan.New(nil, []plan.Action{{Text: "a", Deadline: "1 June 2025"}})
		p := listed(d, "", 120, 30)
		frame := ansi.Strip(p.View())
		if strings.Contains(frame, "has no action: 2 Appointed") != c.named || strings.Contains(frame, "F picks one") != c.named || p.answers() != c.named {
			t.Errorf("in the view %v:\n%s", !c.named, frame)
		}
	}
}

// No box is too small for a plan.
func TestTheLeastBoxes(t *testing.T) {
	for width := 0; width <= 24; width++ {
		for height := 0; height <= 14; height++ {
			p := listed(manyActions(theme.Full), "jjj", width, height)
			paneltest.Press(p, "Nab")
			if lines := strings.Split(p.View(), "\n"); width > 0 && height > 0 && (len(lines) != height || ansi.StringWidth(lines[0]) != width) {
				t.Errorf("%d lines in a box of %dx%d", len(lines), width, height)
			}
		}
	}
}
