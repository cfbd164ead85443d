package plan

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// anyPlan makes a plan of a few actions out of few texts, so that two of them
// often say the same.
func anyPlan(t *rapid.T, name string) Plan {
	texts := rapid.SampledFrom([]string{"", "a", "b", "c\nd"})
	var p Plan
	for range rapid.IntRange(0, 4).Draw(t, name) {
		p, _ = p.Add(Action{Text: texts.Draw(t, "text"), Lead: texts.Draw(t, "lead")})
	}
	return p
}

// anyEdits edits, adds and deletes.
func anyEdits(t *rapid.T, p Plan) Plan {
	for range rapid.IntRange(0, 5).Draw(t, "edits") {
		actions := p.Actions()
		if len(actions) == 0 || rapid.Bool().Draw(t, "add") {
			p, _ = p.Add(Action{Text: rapid.SampledFrom([]string{"new", "a"}).Draw(t, "text")})
			continue
		}
		a := rapid.SampledFrom(actions).Draw(t, "action")
		var err error
		if rapid.Bool().Draw(t, "delete") {
			p, err = p.Delete(a.ID)
		} else {
			a.Progress = rapid.SampledFrom([]string{"", "p", "q"}).Draw(t, "progress")
			p, err = p.Edit(a)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return p
}

func TestUnsavedEditsLeadToThePlan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		onDisk := anyPlan(t, "on disk")
		now := anyEdits(t, onDisk)
		e := Entry{Edits: Unsaved(onDisk, now)}
		before := onDisk.Actions()
		if got := e.Apply(onDisk); !got.Equal(now) {
			t.Fatalf("%v, want %v", got.Actions(), now.Actions())
		}
		if !slices.EqualFunc(before, onDisk.Actions(), Action.Equal) {
			t.Fatal("the plan on the disk was changed")
		}
		if got := e.Pending(now); !got.Empty() {
			t.Fatalf("%+v is pending after it was made", got)
		}
		if (len(e.Edits) == 0) != onDisk.Equal(now) {
			t.Fatalf("%d edits", len(e.Edits))
		}
	})
}

// Whatever became of the plan on the disk, each text of it is there after the
// edits are made, unless it is what the edit replaced, and so is each that the
// edits hold; and to make them again changes nothing.
func TestApplyToAnotherPlanLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		base := anyPlan(t, "base")
		mine, theirs := anyEdits(t, base), anyEdits(t, base)
		e := Entry{Edits: Unsaved(base, mine)}
		both := e.Apply(theirs)
		for _, edit := range e.Edits {
			if edit.Now != nil && !both.holds(*edit.Now) && !says(both, *edit.Now) {
				t.Fatalf("mine is lost: %+v", *edit.Now)
			}
		}
		for _, a := range theirs.Actions() {
			was, known := base.Find(a.ID)
			if changed := !known || !was.Equal(a); changed && !both.holds(a) {
				t.Fatalf("theirs is lost: %+v", a)
			}
		}
		if again := e.Apply(both); !again.Equal(both) {
			t.Fatalf("made twice: %v, %v", both.Actions(), again.Actions())
		}
	})
}

// Found by the test above. The plan on the disk gave the further action another
// number, so that it was not known again and was added twice; and one that says the
// same stood for it until it was deleted.
func TestFurtherActionsAreAddedOnce(t *testing.T) {
	one := Action{ID: "A-0003", Number: "1", Text: "a"}
	theirs := Plan{actions: []Action{{ID: "A-0003", Number: "3", Text: "a"}}, highest: 3}
	if got := (Entry{Edits: []Edit{{Now: &one}}}).Apply(theirs); !got.Equal(theirs) {
		t.Errorf("%v has an action twice", got.Actions())
	}
	old := Action{ID: "A-0002", Number: "1", Text: "a"}
	both := Plan{actions: []Action{old, {ID: "A-0003", Number: "3", Text: "theirs"}}, highest: 3}
	if got := (Entry{Edits: []Edit{{Now: &one}, {Was: &old}}}).Apply(both); !got.holds(one) || got.Len() != 2 {
		t.Errorf("%v lacks the new action", got.Actions())
	}
}

// says reports whether some action says what a does but for its number, which a
// further action may be given anew.
func says(p Plan, a Action) bool {
	return slices.ContainsFunc(p.Actions(), func(b Action) bool { return b.Text == a.Text && b.Progress == a.Progress && b.Lead == a.Lead })
}

func TestDraft(t *testing.T) {
	a := Action{ID: "A-0001", Number: "1", Text: "old", Lead: "Zoë", Updated: "2026-01-01", Extra: []string{"x"}}
	now := a
	now.Text, now.Target, now.Updated = "typed\nmore", "5%", "2026-11-23"
	d := DraftOf(a, now, true)
	want := Draft{ID: "A-0001", Texts: map[string]string{"action": "typed\nmore", "target": "5%"},
		Was: map[string]string{"action": "old", "target": ""}}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Error(diff)
	}
	fresh := DraftOf(Action{Baseline: "2.45"}, Action{Baseline: "2.45", Text: "new"}, false)
	if diff := cmp.Diff(Draft{Texts: map[string]string{"action": "new", "baseline": "2.45"}, Was: map[string]string{}}, fresh); diff != "" {
		t.Error(diff)
	}
	if !d.Equal(DraftOf(a, now, true)) || d.Equal(fresh) {
		t.Error("equal drafts differ, or others are equal")
	}

	elsewhere, theirs := a, a
	elsewhere.Lead, theirs.Text = "Sam", "theirs"
	for name, c := range map[string]struct {
		plan   Plan
		edited bool
		want   Action
	}{
		"as it was":              {New(nil, []Action{a}), true, Action{ID: "A-0001", Number: "1", Text: "typed\nmore", Target: "5%", Lead: "Zoë", Updated: "2026-01-01", Extra: []string{"x"}}},
		"another field changed":  {New(nil, []Action{elsewhere}), true, Action{ID: "A-0001", Number: "1", Text: "typed\nmore", Target: "5%", Lead: "Sam", Updated: "2026-01-01", Extra: []string{"x"}}},
		"the same field changed": {New(nil, []Action{theirs}), false, Action{Number: "1", Text: "typed\nmore", Target: "5%", Lead: "Zoë", Updated: "2026-01-01", Extra: []string{"x"}}},
		"gone":                   {Plan{}, false, Action{Text: "typed\nmore", Target: "5%"}},
	} {
		got, edited := d.Action(c.plan)
		if diff := cmp.Diff(c.want, got); diff != "" || edited != c.edited {
			t.Errorf("%s: edited %v: %s", name, edited, diff)
		}
	}
}

func TestSavedDraftIsNotPending(t *testing.T) {
	a := Action{ID: "A-0001", Text: "old"}
	now := a
	now.Text = "typed"
	for _, c := range []struct {
		draft Draft
		plan  Plan
		left  bool
	}{
		{DraftOf(a, now, true), New(nil, []Action{a}), true},
		{DraftOf(a, now, true), New(nil, []Action{now}), false},
		{DraftOf(a, now, true), New(nil, []Action{{ID: "A-0002", Text: "typed"}}), true},
		{DraftOf(a, Action{ID: "A-0001"}, true), New(nil, []Action{a}), true},
		{DraftOf(Action{}, now, false), Plan{}, true},
		{DraftOf(Action{}, now, false), New(nil, []Action{{ID: "A-0007", Text: "typed", Lead: "x"}}), false},
	} {
		e := Entry{Draft: &c.draft, Kept: &c.draft}
		if kept := e.Pending(c.plan).Kept != nil; kept != c.left {
			t.Errorf("%+v, kept: pending %v", c.draft, kept)
		}
		if left := e.Pending(c.plan).Draft != nil; left != c.left {
			t.Errorf("%+v in %v: pending %v", c.draft, c.plan.Actions(), left)
		}
	}
}

func TestEntriesEqual(t *testing.T) {
	a, b := Action{ID: "A-0001", Text: "a"}, Action{ID: "A-0001", Text: "b"}
	d := DraftOf(a, b, true)
	all := []Entry{{}, {Edits: []Edit{{Was: &a, Now: &b}}}, {Edits: []Edit{{Now: &b}}}, {Edits: []Edit{{Was: &a}}},
		{Draft: &d}, {Kept: &d}, {Draft: &d, Kept: &Draft{}}, {Draft: &Draft{}}, {Edits: []Edit{{Was: &a, Now: &b}}, Draft: &d}}
	for i, e := range all {
		for j, f := range all {
			if e.Equal(f) != (i == j) {
				t.Errorf("entries %d and %d: equal %v", i, j, e.Equal(f))
			}
		}
		if e.Empty() != (i == 0) {
			t.Errorf("entry %d: empty %v", i, e.Empty())
		}
	}
}
