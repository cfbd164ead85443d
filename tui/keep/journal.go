package keep

import (
	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
)

// journal is what the journal was last told of the unsaved work, and whether
// that is on the disk.
type journal struct {
	append    func(plan.Entry) (wait func() error) // nil: there is none
	entry     plan.Entry                           // the last one that was handed over
	given     int                                  // how many were
	written   int                                  // of them, those whose outcome is known
	lost      error                                // why the last of these is not on the disk
	wait      func() error
	waiting   bool        // a command waits for an outcome
	abandoned bool        // the user chose to lose what is unsaved
	kept      *plan.Draft // what was typed in a form and left for later; nil: nothing was
}

// journalledMsg is the outcome of a number of entries.
type journalledMsg struct {
	result
	number int
	err    error
}

// Journal hands over all that would be lost if the app ended now, if it is not what
// it was. draft is the text of the form that is open; nil: it holds none.
func (k *Model) Journal(draft *plan.Draft) tea.Cmd {
	k.draft = draft
	e := plan.Entry{At: k.deps.Now(), Kept: k.kept}
	if !k.abandoned {
		e.Draft = draft
		if k.Dirty() {
			e.Edits = plan.Unsaved(k.disk.Plan, k.history.Current())
		}
	}
	if e.Equal(k.entry) {
		return nil
	}
	return k.handOver(e)
}

// handOver gives an entry to the journal. The command waits until it, or a later
// one, is on the disk; there is one such command at a time.
func (j *journal) handOver(e plan.Entry) tea.Cmd {
	j.entry = e
	if j.append == nil {
		return nil
	}
	j.given++
	j.wait = j.append(e)
	return j.await()
}

// Abandon forgets what is unsaved: the user chose to lose it.
func (j *journal) Abandon() { j.abandoned = true }

// KeepDraft keeps what was typed in a form that was left, until it is taken up or thrown
// away; there is one at a time. nil: it was.
func (j *journal) KeepDraft(d *plan.Draft) { j.kept = d }

// KeptDraft gives what was kept; nil: nothing.
func (j *journal) KeptDraft() *plan.Draft { return j.kept }

// DraftAtRisk reports whether what was kept would be lost if the app ended now.
func (j *journal) DraftAtRisk() bool { return j.kept != nil && (j.append == nil || j.lost != nil) }

// Kept reports whether something is unsaved and was handed to the journal, which the
// next start offers it from.
func (j *journal) Kept() bool { return j.append != nil && !j.entry.Empty() }

// Safe reports whether all that is unsaved is in the journal, on the disk.
func (j *journal) Safe() bool { return j.given > 0 && j.written == j.given && j.lost == nil }

func (j *journal) await() tea.Cmd {
	if j.waiting || j.written == j.given {
		return nil
	}
	j.waiting = true
	number, wait := j.given, j.wait
	return func() tea.Msg { return journalledMsg{number: number, err: wait()} }
}

// settled takes in an outcome, and waits for that of what was typed meanwhile.
func (j *journal) settled(msg journalledMsg) tea.Cmd {
	j.waiting = false
	j.written, j.lost = msg.number, msg.err
	return j.await()
}

// state says, for the footer, whether what stands in the form would survive the end
// of the program.
func (j *journal) state(clean func(string) string) (text string, bad bool) {
	switch {
	case j.Safe():
		return "typing, journalled", false
	case j.lost != nil:
		return "typing, not journalled: " + brief(clean, j.lost), true
	}
	return "typing", false
}
