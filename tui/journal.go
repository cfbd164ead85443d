package tui

import (
	"errors"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
)

// journal is what the journal was last told of the unsaved work, and whether
// that is on the disk.
type journal struct {
	entry     plan.Entry // the last one that was handed over
	given     int        // how many were
	written   int        // of them, those whose outcome is known
	err       error      // of the last of these
	wait      func() error
	waiting   bool // a command waits for an outcome
	abandoned bool // the user chose to lose what is unsaved

	recovered *Recovered // what an earlier run left, until the user has decided
}

// safe reports whether all that is unsaved is in the journal, on the disk.
func (j *journal) safe() bool { return j.given > 0 && j.written == j.given && j.err == nil }

// journalledMsg is the outcome of a number of entries.
type journalledMsg struct {
	number int
	err    error
}

// unsaved gives all that would be lost if the app ended now.
func (m *Model) unsaved() plan.Entry {
	e := plan.Entry{At: m.now()}
	if m.journal.abandoned {
		return e
	}
	if m.plan.dirty() {
		e.Edits = plan.Unsaved(m.plan.disk, m.data.Plan)
	}
	if f := m.openedForm(); m.writing() {
		draft := plan.DraftOf(f.action, f.result(), f.edited)
		e.Draft = &draft
	}
	return e
}

// journalUnsaved hands over what is unsaved if it is not what it was.
func (m *Model) journalUnsaved() tea.Cmd {
	if e := m.unsaved(); !e.Equal(m.journal.entry) {
		return m.handOver(e)
	}
	return nil
}

// handOver gives an entry to the journal. The command waits until it, or a later
// one, is on the disk; there is one such command at a time.
func (m *Model) handOver(e plan.Entry) tea.Cmd {
	j := &m.journal
	j.entry = e
	if m.deps.Journal == nil {
		return nil
	}
	j.given++
	j.wait = m.deps.Journal(e)
	return j.await()
}

func (j *journal) await() tea.Cmd {
	if j.waiting || j.written == j.given {
		return nil
	}
	j.waiting = true
	number, wait := j.given, j.wait
	return func() tea.Msg { return journalledMsg{number, wait()} }
}

// journalled takes in an outcome, and waits for that of what was typed meanwhile.
func (m *Model) journalled(msg journalledMsg) tea.Cmd {
	j := &m.journal
	j.waiting = false
	j.written, j.err = msg.number, msg.err
	return j.await()
}

// typingState says, for the footer, whether what stands in the form would survive
// the end of the program.
func (m *Model) typingState() (text string, bad bool) {
	switch j := &m.journal; {
	case j.safe():
		return "typing, journalled", false
	case j.err != nil:
		return "typing, not journalled: " + brief(m.deps.Clean, j.err), true
	}
	return "typing", false
}

// brief gives an error in the few words that a footer has room for, where it has
// them.
func brief(clean func(string) string, err error) string {
	if b, ok := errors.AsType[interface {
		error
		Brief() string
	}](err); ok {
		return clean(b.Brief())
	}
	return saveFailure(clean, err)
}

// Kept reports whether all that is unsaved was handed to the journal, which the
// next start offers it from. The screen of files has none.
func (m *Model) Kept() bool {
	return m.deps.Journal != nil && !m.journal.entry.Empty() && (m.writing() || m.unsavedText() == "")
}
