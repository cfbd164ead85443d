package keep

import (
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/ask"
)

// world stands for what cmd hands over.
type world struct {
	saved   []plan.Plan
	failing error
	entries []plan.Entry
	unread  string
}

func (w *world) keep() *Model {
	k := New(Deps{
		SavePlan: func(p plan.Plan) error {
			if w.failing == nil {
				w.saved = append(w.saved, p)
			}
			return w.failing
		},
		Journal: func(e plan.Entry) func() error {
			w.entries = append(w.entries, e)
			return func() error { return nil }
		},
		Now:   func() time.Time { return time.Date(2025, time.April, 14, 10, 42, 0, 0, time.UTC) },
		Clean: func(s string) string { return s },
	}, "…", func() string { return w.unread })
	k.Take(Disk{Plan: plan.New(nil, []plan.Action{{ID: "A-0001", Text: "one"}, {ID: "A-0002", Text: "two"}})}, &indicator.Results{})
	return k
}

func TestOneSaveIsUnderWayAtATime(t *testing.T) {
	w := &world{}
	k := w.keep()
	_, _, first := k.Do(ask.Done("A-0001"))
	if _, changed, second := k.Do(ask.Done("A-0002")); !changed || second != nil {
		t.Fatalf("changed %v; a second save begins beside the first: %v", changed, second != nil)
	}
	_, next := k.Update(first())
	if next == nil || !k.Dirty() {
		t.Fatal("what was edited meanwhile is not saved after it")
	}
	if _, more := k.Update(next()); more != nil || k.Dirty() || k.Saving() {
		t.Errorf("more %v, dirty %v, saving %v", more != nil, k.Dirty(), k.Saving())
	}
	if a, _ := w.saved[1].Find("A-0002"); len(w.saved) != 2 || !a.Done() {
		t.Errorf("saved %+v", w.saved)
	}
}

// Whatever is not on the disk is journalled, once; what is no more unsaved leaves it.
func TestWhatIsUnsavedIsJournalled(t *testing.T) {
	w := &world{failing: errors.New("the disk is full")}
	k := w.keep()
	_, _, save := k.Do(ask.Done("A-0001"))
	draft := &plan.Draft{Texts: map[string]string{"action": "half a sente"}}
	wait := k.Journal(draft)
	if k.Journal(draft) != nil || len(w.entries) != 1 || len(w.entries[0].Edits) != 1 || w.entries[0].Draft == nil {
		t.Fatalf("journalled %+v", w.entries)
	}
	if k.Safe() {
		t.Error("safe before the journal is on the disk")
	}
	k.Update(wait())
	if !k.Safe() || !k.Kept() {
		t.Errorf("safe %v, kept %v", k.Safe(), k.Kept())
	}
	r, _ := k.Update(save())
	if q, asks := r.(ask.Question); !asks || !q.Sudden || k.Failed() != "the disk is full" {
		t.Errorf("a save that fails says %+v", r)
	}
	w.failing = nil
	k.Update(k.Save()())
	k.Journal(nil)
	if last := w.entries[len(w.entries)-1]; !last.Empty() || k.Kept() {
		t.Errorf("saved, and the journal still has %+v", last)
	}
}

func TestNothingIsChangedWhileThePlanOnDiskIsNotKnown(t *testing.T) {
	w := &world{unread: "the plan is still being read"}
	k := w.keep()
	for name, try := range map[string]func() (string, bool, tea.Cmd){
		"an edit": func() (string, bool, tea.Cmd) { return k.Do(ask.Done("A-0001")) },
		"undo": func() (string, bool, tea.Cmd) {
			r, save := k.Update(tea.KeyPressMsg{Code: 'u', Text: "u"})
			said, _ := r.(ask.Notice)
			return said.Text, k.Dirty(), save
		},
	} {
		if said, changed, save := try(); said != w.unread || changed || save != nil {
			t.Errorf("%s: said %q, changed %v, saves %v", name, said, changed, save != nil)
		}
	}
}
