package form

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

var today = time.Date(2025, time.April, 14, 0, 0, 0, 0, time.UTC)

// inPlan is an action with a text in each field that can have one.
func inPlan() plan.Action {
	return plan.Action{ID: "A-0001", Number: "1", Text: "Train panels", Indicators: "2", Objective: "Fair panels", Measure: "Ratio", Baseline: "2.45",
		Target: "1.25", Deadline: "31 March 2026", Lead: "OD Team", Team: "HR", Status: plan.StatusInProgress, Progress: "Begun.", HighImpact: "2"}
}

// form opens the form on an action of a plan.
func form(t *testing.T, a plan.Action) *Model {
	t.Helper()
	same := func(s string) string { return s }
	d := panel.Data{Plan: plan.New(nil, []plan.Action{a}), Theme: theme.New("", true, theme.Full, colorprofile.NoTTY), Today: today, Clean: same}
	f, err := New(d, a, true, same)
	if err != nil {
		t.Fatal(err)
	}
	f.SetSize(100, 40)
	f.Update(tea.KeyPressMsg{Code: 'o', Mod: tea.ModCtrl}) // all fields
	return f
}

// on moves to the field of a column.
func (f *Model) on(t *testing.T, column string) *Field {
	t.Helper()
	for range f.Fields {
		if f.Fields[f.Focused].Column == column {
			return &f.Fields[f.Focused]
		}
		f.Update(tea.KeyPressMsg{Code: tea.KeyTab})
	}
	t.Fatalf("Tab does not lead to %s", column)
	return nil
}

func letter(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

// Whatever can be typed is text, in every field: it asks for nothing, moves nowhere and
// picks nothing.
func TestNothingTypedActs(t *testing.T) {
	var printable strings.Builder
	for r := ' '; r <= '~'; r++ {
		printable.WriteRune(r)
	}
	printable.WriteString("é–日")
	f := form(t, plan.Action{ID: "A-0001", Number: "1"})
	for _, field := range formFields() {
		ff := f.on(t, field.Column)
		before, at := ff.Text(), f.Focused
		for _, r := range printable.String() {
			if request, _ := f.Update(letter(r)); request != nil || f.Focused != at {
				t.Fatalf("%q in the field %s asks for %T and leads to field %d of %d", r, field.Column, request, f.Focused, at)
			}
		}
		if got := ff.Text(); got != before+printable.String() {
			t.Errorf("%s: typed %q and has %q", field.Column, printable.String(), got)
		}
	}
}

// That holds behind the beginning of what is offered too: a letter completes nothing.
func TestNothingTypedTakesAnOffer(t *testing.T) {
	for _, column := range []string{"lead", "team", "status", "high_impact"} {
		f := form(t, inPlan())
		ff := f.on(t, column)
		first, _ := utf8.DecodeRuneInString(ff.Text())
		for r := ' '; r <= '~'; r++ {
			f.Update(tea.KeyPressMsg{Code: 'u', Mod: tea.ModCtrl}) // empties the line
			f.Update(letter(first))
			f.Update(letter(r))
			if got := ff.Text(); got != string(first)+string(r) {
				t.Errorf("%s: typed %q and %q, and has %q", column, first, r, got)
			}
		}
	}
}

// Esc leaves at once where nothing would be lost, and asks where anything was typed, in
// whatever field. What it asks about is what the journal is given.
func TestEscAsksBeforeTextIsLost(t *testing.T) {
	esc, undo := tea.KeyPressMsg{Code: tea.KeyEscape}, tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl}
	leaves := func(f *Model, when string, want bool) {
		t.Helper()
		request, _ := f.Update(esc)
		_, left := request.(ask.Leave)
		q, asked := request.(ask.Question)
		if left != want || asked == want || (f.Draft() == nil) != want {
			t.Errorf("%s: leaves %v, asks %v, draft %+v", when, left, asked, f.Draft())
		}
		if !asked {
			return
		}
		_, saves := q.Answers[0].Does.(saved)
		kept, keeps := q.Answers[1].Does.(ask.KeepDraft)
		if _, leaves := q.Answers[2].Does.(ask.Leave); len(q.Answers) != 3 || !saves || !keeps || !leaves || !kept.Draft.Equal(*f.Draft()) {
			t.Errorf("%s: the answers are %+v", when, q.Answers)
		}
	}
	for _, field := range formFields() {
		f := form(t, inPlan())
		f.on(t, field.Column)
		leaves(f, field.Column+", nothing typed", true)
		f.Update(letter('x'))
		leaves(f, field.Column+", a letter typed", false)
		f.Update(undo)
		leaves(f, field.Column+", the letter undone", true)
	}
}

// A deadline that is no day is said while it is typed, with the reason, and kept as it
// is: it stands in nobody's way.
func TestABadDayIsSaid(t *testing.T) {
	for typed, c := range map[string]struct{ said, saved string }{
		"31/2/26": {"Kept as words: ", "31/2/26"},
		"1/13/26": {"Kept as words: ", "1/13/26"},
		"soonish": {"Kept as words: ", "soonish"},
		"31/3/25": {"Taken for Monday 31 March 2025, which is past.", "31/3/25"},
		"30 June": {"Taken for Monday 30 June 2025.", "30 June 2025 (30 June)"},
	} {
		a := inPlan()
		a.Deadline = ""
		f := form(t, a)
		f.on(t, "deadline")
		for _, r := range typed {
			f.Update(letter(r))
		}
		if text := ansi.Strip(f.View()); !strings.Contains(text, c.said) {
			t.Errorf("%s: the form does not say %q:\n%s", typed, c.said, text)
		}
		if got := f.Saved().Deadline; got != c.saved {
			t.Errorf("%s: saved as %q, want %q", typed, got, c.saved)
		}
	}
}

// An action that is not in the plan any more when it is saved is added to it: what was
// written is never lost.
func TestAnActionThatIsGoneIsAdded(t *testing.T) {
	f := form(t, inPlan())
	f.on(t, "lead")
	f.Update(letter('!'))
	request, _ := f.Update(tea.KeyPressMsg{Code: 's', Mod: tea.ModCtrl})
	changed, _, err := request.(saved).edit(plan.New(nil, nil), today, nil)
	if actions := changed.Actions(); err != nil || len(actions) != 1 || actions[0].Lead != "OD Team!" || actions[0].Text != "Train panels" {
		t.Errorf("%+v, %v", changed.Actions(), err)
	}
}
