package keep

import (
	"errors"
	"testing"

	"wres/model/plan"
	"wres/tui/ask"
)

// A draft that is kept stays in the journal beside whatever else is unsaved, also where the
// user chooses to lose that, until it is taken up or thrown away.
func TestAKeptDraftStaysInTheJournal(t *testing.T) {
	w := &world{failing: errors.New("the disk is full")}
	k := w.keep()
	draft := &plan.Draft{Texts: map[string]string{"action": "half a sente"}}
	last := func() plan.Entry { return w.entries[len(w.entries)-1] }
	k.KeepDraft(draft)
	k.Journal(nil)
	k.Do(ask.Done("A-0001"))
	k.Journal(nil)
	if e := last(); e.Kept == nil || !e.Kept.Equal(*draft) || len(e.Edits) != 1 {
		t.Fatalf("journalled %+v", e)
	}
	k.Abandon()
	k.Journal(nil)
	if e := last(); e.Kept == nil || len(e.Edits) != 0 || !k.Kept() {
		t.Errorf("with the rest given up, journalled %+v", e)
	}
	k.KeepDraft(nil)
	k.Journal(nil)
	if e := last(); !e.Empty() || k.Kept() {
		t.Errorf("thrown away, and still journalled: %+v", e)
	}
}

// Where no other form takes its place, the draft is let go by no answer.
func TestADraftIsAskedAbout(t *testing.T) {
	k := (&world{}).keep()
	draft := plan.Draft{ID: "A-0002", Texts: map[string]string{"action": "two and a half"}, Was: map[string]string{"action": "two"}}
	k.KeepDraft(&draft)
	wanted := ask.Form{New: true}
	q := AskDraft(k, wanted)
	back, _ := q.Answers[0].Does.(ask.Choice)()
	if f, is := back.(ask.Form); !is || f.New || f.Action.ID != "A-0002" || f.Typed == nil || f.Typed.Text != "two and a half" || !f.Kept || k.KeptDraft() == nil {
		t.Errorf("brings back %+v, and keeps %+v", back, k.KeptDraft())
	}
	away, _ := q.Answers[1].Does.(ask.Choice)()
	if f, is := away.(ask.Form); !is || !f.New || f.Typed != nil || k.KeptDraft() != nil {
		t.Errorf("thrown away, it opens %+v and keeps %+v", away, k.KeptDraft())
	}
}

func TestADraftWithoutAJournalIsAtRisk(t *testing.T) {
	w := &world{}
	k := w.keep()
	if k.DraftAtRisk() {
		t.Error("at risk without a draft")
	}
	k.KeepDraft(&plan.Draft{})
	if k.DraftAtRisk() {
		t.Error("at risk beside a journal")
	}
	k.append = nil
	if text, bad := k.State(); !k.DraftAtRisk() || !bad || text != "a draft is kept here alone" {
		t.Errorf("without a journal it says %q", text)
	}
}
