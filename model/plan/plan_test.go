package plan

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func ids(p Plan) []string {
	var result []string
	for _, action := range p.Actions() {
		result = append(result, action.ID)
	}
	return result
}

func three() Plan {
	return New([]string{"cost"}, []Action{
		{ID: "A-0001", Number: "1", Text: "one", Indicators: "2; 7", Extra: []string{"£5"}},
		{ID: "A-0002", Number: "3a", Text: "two", Indicators: "5-8"},
		{ID: "own", Number: "x", Text: "three"},
	})
}

func TestNewGivesIDs(t *testing.T) {
	p := New(nil, []Action{{Text: "a"}, {ID: "A-0003"}, {ID: " A-0003 "}, {ID: "A-0004"}, {ID: "A-99999999999999999999"}})
	if diff := cmp.Diff([]string{"A-0005", "A-0003", "A-0006", "A-0004", "A-99999999999999999999"}, ids(p)); diff != "" {
		t.Error(diff)
	}
	full := New(nil, []Action{{ID: "A-999999999"}, {ID: "A-1000000000"}, {}})
	if diff := cmp.Diff([]string{"A-999999999", "A-1000000000", "A-1000000001"}, ids(full)); diff != "" {
		t.Error(diff)
	}
	if _, id := New(nil, []Action{{ID: "A-999999999"}, {ID: "A-1000000000"}}).Add(Action{}); id != "A-1000000001" {
		t.Error(id)
	}
}

func TestAdd(t *testing.T) {
	p, id := three().Add(Action{ID: "ignored", Text: "a\r\nb\rc\x00\xff"})
	action, found := p.Find(id)
	if id != "A-0003" || !found || action.Number != "4" || action.Text != "a\nb\nc\uFFFD\uFFFD" || p.Len() != 4 {
		t.Errorf("%s: %+v", id, action)
	}
	p, id = p.Add(Action{Number: "7b"})
	if action, _ := p.Find(id); action.Number != "7b" {
		t.Errorf("%+v", action)
	}
	p, err := p.Delete(id)
	if err != nil {
		t.Fatal(err)
	}
	if _, again := p.Add(Action{}); again == id {
		t.Errorf("%s was given twice", id)
	}
	if _, first := (Plan{}).Add(Action{}); first != "A-0001" {
		t.Error(first)
	}
}

func TestEditDeleteStatus(t *testing.T) {
	now := time.Date(2026, 11, 23, 10, 42, 0, 0, time.UTC)
	p := three()
	done, err := p.Done("A-0002", now)
	action, _ := done.Find("A-0002")
	if err != nil || !action.Done() || action.Updated != "2026-11-23" || action.Text != "two" {
		t.Errorf("%v: %+v", err, action)
	}
	action.Text = "changed"
	edited, err := done.Edit(action)
	if got, _ := edited.Find("A-0002"); err != nil || got.Text != "changed" {
		t.Errorf("%v: %+v", err, got)
	}
	shorter, err := edited.Delete("own")
	if err != nil || shorter.Len() != 2 {
		t.Errorf("%v: %v", err, ids(shorter))
	}
	if p.Equal(done) || done.Equal(edited) || edited.Equal(shorter) || !p.Equal(three()) {
		t.Error("an edit that changes nothing, or the old plan too")
	}
}

func TestNoSuchAction(t *testing.T) {
	p := three()
	now := time.Now()
	_, edit := p.Edit(Action{ID: "A-0009"})
	_, remove := p.Delete("A-0009")
	_, status := p.SetStatus("A-0009", "x", now)
	same, done := p.Done("A-0009", now)
	for _, err := range []error{edit, remove, status, done} {
		if !errors.Is(err, ErrNoAction) {
			t.Error(err)
		}
	}
	if !same.Equal(p) {
		t.Error("the plan beside the error is not the old one")
	}
	if _, found := p.Find("A-0009"); found {
		t.Error("found")
	}
}

func TestForIndicator(t *testing.T) {
	for id, want := range map[string]int{"2": 1, "7": 2, "6": 1, "9": 0, "": 0} {
		if got := len(three().ForIndicator(id)); got != want {
			t.Errorf("%q: %d, want %d", id, got, want)
		}
	}
}

// Nothing that is given out or taken in may be a way to change a plan.
func TestPlanSharesNothing(t *testing.T) {
	extra, actions := []string{"cost"}, []Action{{ID: "A-0001", Indicators: "2", Extra: []string{"£5"}}}
	p := New(extra, actions)
	want := fmt.Sprintf("%+v", p)
	extra[0], actions[0].Text, actions[0].Extra[0] = "x", "x", "x"
	found, _ := p.Find("A-0001")
	found.Extra[0] = "x"
	p.Actions()[0].Extra[0] = "x"
	p.ForIndicator("2")[0].Extra[0] = "x"
	p.ExtraColumns()[0] = "x"
	edited, err := p.Edit(found)
	if err != nil {
		t.Fatal(err)
	}
	found.Extra[0] = "y"
	if got := fmt.Sprintf("%+v", p); got != want {
		t.Errorf("the plan changed:\n%s\n%s", want, got)
	}
	if action, _ := edited.Find("A-0001"); action.Extra[0] != "x" {
		t.Error("the edited plan shares the cells of the action it was given")
	}
}

// Any run of edits leaves every plan on the way as it was, and a history steps
// back and forth through them exactly.
func TestEditsLeaveOldPlansAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		plans := []Plan{three()}
		printed := []string{fmt.Sprintf("%+v", plans[0])}
		history := NewHistory(plans[0])
		for range rapid.IntRange(1, 30).Draw(t, "edits") {
			p := rapid.SampledFrom(plans).Draw(t, "from")
			next := draw(t, p)
			plans, printed = append(plans, next), append(printed, fmt.Sprintf("%+v", next))
			history = history.Do(next)
		}
		for i, p := range plans {
			if got := fmt.Sprintf("%+v", p); got != printed[i] {
				t.Fatalf("plan %d changed:\n%s\n%s", i, printed[i], got)
			}
		}
		for i := len(plans) - 1; i > 0; i-- {
			if got := fmt.Sprintf("%+v", history.Current()); got != printed[i] {
				t.Fatalf("undo to %d: %s", i, got)
			}
			history, _ = history.Undo()
		}
		for i := range plans {
			if got := fmt.Sprintf("%+v", history.Current()); got != printed[i] {
				t.Fatalf("redo to %d: %s", i, got)
			}
			history, _ = history.Redo()
		}
	})
}

func draw(t *rapid.T, p Plan) Plan {
	actions := p.Actions()
	text := rapid.StringN(0, 5, -1).Draw(t, "text")
	if len(actions) == 0 || rapid.Bool().Draw(t, "add") {
		p, _ = p.Add(Action{Text: text})
		return p
	}
	action := rapid.SampledFrom(actions).Draw(t, "action")
	action.Text = text
	var err error
	switch rapid.IntRange(0, 2).Draw(t, "kind") {
	case 0:
		p, err = p.Edit(action)
	case 1:
		p, err = p.Delete(action.ID)
	default:
		p, err = p.Done(action.ID, time.Unix(0, 0))
	}
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestHistoryIsAValue(t *testing.T) {
	var plans []Plan
	h := NewHistory(Plan{})
	p := Plan{}
	for range 5 {
		p, _ = p.Add(Action{})
		plans = append(plans, p)
		h = h.Do(p)
	}
	back, _ := h.Undo()
	back, _ = back.Undo()
	other := back.Do(Plan{}) // a new edit after an undo
	another := back.Do(plans[0])
	if other.Current().Len() != 0 || another.Current().Len() != 1 || back.Current().Len() != 3 || h.Current().Len() != 5 {
		t.Error("histories share what they hold")
	}
	canRedo := func(h History) bool { _, ok := h.Redo(); return ok }
	if canRedo(other) || !canRedo(back) || canRedo(h) {
		t.Error("what was undone is gone after a new edit, and only there")
	}
	if again, ok := back.Redo(); !ok || again.Current().Len() != 4 {
		t.Error("redo after another history went on from here")
	}
	if prior, ok := other.Undo(); !ok || prior.Current().Len() != 3 {
		t.Error("undo of the new edit")
	}
}

// Steps taken from any history met so far, in any order, are those of a plain
// list: no history writes into what another holds.
func TestHistoryBranches(t *testing.T) {
	type state struct {
		history History
		lengths []int // of the plans, oldest first
		at      int
	}
	rapid.Check(t, func(t *rapid.T) {
		states := []state{{history: NewHistory(Plan{}), lengths: []int{0}}}
		p := Plan{}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			s := rapid.SampledFrom(states).Draw(t, "from")
			switch rapid.IntRange(0, 2).Draw(t, "step") {
			case 0:
				p, _ = p.Add(Action{})
				s.history = s.history.Do(p)
				s.lengths = append(slices.Clone(s.lengths[:s.at+1]), p.Len())
				s.at++
			case 1:
				s.history, _ = s.history.Undo()
				s.at = max(0, s.at-1)
			default:
				s.history, _ = s.history.Redo()
				s.at = min(len(s.lengths)-1, s.at+1)
			}
			states = append(states, s)
		}
		for _, s := range states {
			if got := walk(s.history); !slices.Equal(got, s.lengths) || s.history.Current().Len() != s.lengths[s.at] {
				t.Fatalf("history holds %v at %d, want %v at %d", got, s.history.Current().Len(), s.lengths, s.at)
			}
		}
	})
}

// Two lines of edits from one history must not meet in the room that append
// leaves behind a slice, whatever its length.
func TestHistoryForks(t *testing.T) {
	sized := func(n int) Plan { return New(nil, make([]Action, n)) }
	h := NewHistory(Plan{})
	for steps := range 20 {
		one := h.Do(sized(101)).Do(sized(102)).Do(sized(103))
		h.Do(sized(201)).Do(sized(202)).Do(sized(203))
		if got := walk(one)[steps+1:]; !slices.Equal(got, []int{101, 102, 103}) {
			t.Fatalf("after %d steps: %v", steps, got)
		}
		h = h.Do(sized(steps))
	}
}

// walk gives the lengths of all plans of a history, oldest first.
func walk(h History) []int {
	for ok := true; ok; {
		h, ok = h.Undo()
	}
	lengths := []int{h.Current().Len()}
	for {
		next, ok := h.Redo()
		if !ok {
			break
		}
		h = next
		lengths = append(lengths, h.Current().Len())
	}
	return lengths
}

func TestHistoryEnds(t *testing.T) {
	h := NewHistory(three())
	if _, ok := h.Undo(); ok {
		t.Error("undo of nothing")
	}
	if _, ok := h.Redo(); ok {
		t.Error("redo of nothing")
	}
	p := Plan{}
	for range HistoryLimit + 50 {
		p, _ = p.Add(Action{})
		h = h.Do(p)
	}
	steps := 0
	for ok := true; ok; steps++ {
		h, ok = h.Undo()
	}
	if steps-1 != HistoryLimit || h.Current().Len() != 50 {
		t.Errorf("%d steps back to %d actions", steps-1, h.Current().Len())
	}
}
