package tui

import (
	"errors"
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
)

// planState is the plan with its history, and how much of it is on the disk.
// Each edit is a revision; one save is under way at a time, and a revision made
// meanwhile is saved after it.
type planState struct {
	history  plan.History
	revision int
	onDisk   int // the revision that was last saved
	disk     plan.Plan
	saving   bool
	at       time.Time // of the last save
	failed   error     // of the last save
	readOnly string

	elsewhere string // the plan is open in another wres

	gaps []plan.Gap // that the figures show
}

func (s *planState) dirty() bool { return s.revision != s.onDisk }

// locked says why the plan cannot be changed now, or "". While the folder is
// being read the plan on disk is not known yet: what was written over it then
// would be lost, or would replace it.
func (m *Model) locked() string {
	switch {
	case m.loading.stopped && m.data.Results == nil:
		return "the plan has not been read: r reads the folder"
	case m.loading.running || m.data.Results == nil:
		return "the plan is still being read: try again in a moment"
	}
	if m.plan.readOnly == "" && m.journal.recovered != nil {
		return "text that was not saved is waiting: press r and say what becomes of it"
	}
	return m.plan.readOnly
}

// What the user chose, or what came of it, after a save that failed.
type (
	besideChosenMsg struct{}
	theirsChosenMsg struct{}
	saveAgainMsg    struct{}
	besideMsg       struct {
		revision int
		name     string
		err      error
	}
)

// savedMsg is the outcome of a save.
type savedMsg struct {
	revision int
	plan     plan.Plan
	err      error
}

// change puts a new plan in place, remembers the old one for undo, and saves.
func (m *Model) change(p plan.Plan, status string) tea.Cmd {
	if why := m.locked(); why != "" {
		m.status = why
		return nil
	}
	m.plan.history = m.plan.history.Do(p)
	return m.planChanged(status)
}

// planChanged follows a new current plan of the history: onto the screen and
// onto the disk.
func (m *Model) planChanged(status string) tea.Cmd {
	m.plan.revision++
	m.data.Plan = m.plan.history.Current()
	m.appraise()
	m.status = status
	m.refresh()
	return m.save()
}

// step undoes or redoes.
func (m *Model) step(move func(plan.History) (plan.History, bool), did, nothing string) tea.Cmd {
	if why := m.locked(); why != "" {
		m.status = why
		return nil
	}
	h, moved := move(m.plan.history)
	if !moved {
		m.status = nothing
		return nil
	}
	m.plan.history = h
	return m.planChanged(did)
}

// save writes the current plan. The command holds the plan and no part of the
// model, so that later edits cannot reach what is being written.
func (m *Model) save() tea.Cmd {
	if m.plan.saving || !m.plan.dirty() {
		return nil
	}
	m.plan.saving = true
	write, p, revision := m.deps.SavePlan, m.data.Plan, m.plan.revision
	return func() tea.Msg { return savedMsg{revision, p, write(p)} }
}

func (m *Model) saveAgain() tea.Cmd {
	if !m.plan.dirty() {
		m.status = "everything is saved"
		return nil
	}
	if errors.Is(m.plan.failed, ErrChangedOutside) {
		m.explainFailure()
		return nil
	}
	return m.save()
}

// saved takes in the outcome of a save. "Saved" shows only for what is durable.
func (m *Model) saved(msg savedMsg) tea.Cmd {
	m.plan.saving = false
	m.plan.failed = msg.err
	if msg.err != nil {
		m.status = "" // what was done is not what matters now
	} else {
		m.plan.onDisk, m.plan.disk = msg.revision, msg.plan
		m.plan.at = m.now()
	}
	switch {
	case m.quitting && msg.err != nil && m.err == nil:
		m.quitting = false
		return m.askQuit()
	case m.quitting && (msg.err != nil || !m.plan.dirty()):
		return m.quit()
	case msg.err == nil:
		return m.save()
	case m.overlay == nil: // someone who types is not interrupted: the footer says it
		m.explainFailure()
	}
	return nil
}

// explainFailure says in full why the plan is not on the disk, and offers what
// can be done about it.
func (m *Model) explainFailure() {
	why := saveFailure(m.deps.Clean, m.plan.failed)
	if errors.Is(m.plan.failed, ErrChangedOutside) {
		m.ask("The plan is not saved: "+why+". Nothing was overwritten. Your version can go into a file of its own beside it; then the other version opens here.",
			"decide later",
			answer{bind("b", "write mine beside it", "b"), besideChosenMsg{}},
			answer{bind("t", "take theirs and lose mine", "t"), theirsChosenMsg{}})
		return
	}
	m.ask("The plan is not saved: "+why+". What you wrote is kept here until it is.", "later",
		answer{bind("t", "try again", "t"), saveAgainMsg{}})
}

// saveFailure gives an error's text without the words that stand before it.
func saveFailure(clean func(string) string, err error) string {
	return strings.TrimSuffix(strings.TrimPrefix(clean(err.Error()), "not saved: "), ".")
}

// saveBeside writes the user's version into a file of its own.
func (m *Model) saveBeside() tea.Cmd {
	write, p, revision := m.deps.SaveBeside, m.data.Plan, m.plan.revision
	return func() tea.Msg {
		name, err := write(p)
		return besideMsg{revision, name, err}
	}
}

// savedBeside opens the other version, once the user's own is safe.
func (m *Model) savedBeside(msg besideMsg) tea.Cmd {
	if msg.err != nil {
		m.plan.failed = msg.err
		m.explainFailure()
		return nil
	}
	if msg.revision != m.plan.revision { // edited meanwhile: that edit is safe nowhere yet
		return m.save()
	}
	return m.takeTheirs("yours is in " + m.deps.Clean(msg.name))
}

// takeTheirs gives up what is not saved and reads the folder again.
func (m *Model) takeTheirs(status string) tea.Cmd {
	m.plan.onDisk, m.plan.failed = m.plan.revision, nil
	m.loading.notice = status
	return m.startLoading()
}

// saveState says whether the plan is on the disk, for the footer.
func (m *Model) saveState() (text string, bad bool) {
	switch s := &m.plan; {
	case s.failed != nil && s.dirty():
		return "not saved: " + brief(m.deps.Clean, s.failed), true
	case s.saving || s.dirty():
		return "saving", false
	case m.writing():
		return m.typingState()
	case s.elsewhere != "":
		return s.elsewhere, true
	case s.readOnly != "":
		return "read-only", true
	case !s.at.IsZero():
		return "saved " + s.at.Format("15:04"), false
	}
	return "", false
}

// keepAction puts what the form holds into the plan.
func (m *Model) keepAction(msg formSavedMsg) tea.Cmd {
	if why := m.locked(); why != "" { // the form stays open, with its text
		m.status = why
		return nil
	}
	m.overlay = nil
	today := m.now()
	if msg.edited {
		p, err := m.data.Plan.Edit(msg.action.UpdatedOn(today))
		if err != nil { // deleted by a reload meanwhile: the text must not be lost
			return m.addAction(msg.action)
		}
		return m.change(p, "action "+msg.action.Number+" changed")
	}
	return m.addAction(msg.action)
}

func (m *Model) addAction(a plan.Action) tea.Cmd {
	p, id := m.data.Plan.Add(a.UpdatedOn(m.now()))
	added, _ := p.Find(id)
	return m.change(p, fmt.Sprintf("action %s added to the plan", added.Number))
}

func (m *Model) deleteAction(id string) tea.Cmd {
	p, err := m.data.Plan.Delete(id)
	if err != nil {
		return nil
	}
	return m.change(p, "deleted: u brings it back")
}

// toggleDone marks an action as done, or a done one as in progress.
func (m *Model) toggleDone(id string) tea.Cmd {
	a, ok := m.data.Plan.Find(id)
	if !ok {
		return nil
	}
	status := plan.StatusDone
	if a.Done() {
		status = plan.StatusInProgress
	}
	p, err := m.data.Plan.SetStatus(id, status, m.now())
	if err != nil {
		return nil
	}
	return m.change(p, "action "+m.deps.Clean(a.Number)+": "+status)
}

// askQuit quits where nothing would be lost, and else says what would be.
func (m *Model) askQuit() tea.Cmd {
	switch {
	case m.plan.saving:
		m.quitting = true
		m.status = "saving, then quitting"
		return nil
	case m.plan.dirty() && m.plan.failed != nil:
		why := "The plan could not be saved: " + saveFailure(m.deps.Clean, m.plan.failed)
		if m.journal.safe() {
			m.ask(why+". Quit all the same? What is not saved is in the journal and is offered when wres starts again.",
				"stay", answer{yes("quit"), quitConfirmedMsg{kept: true}})
			return nil
		}
		m.ask(why+". Quit all the same and lose what is not saved?", "stay", answer{yes("quit and lose it"), quitConfirmedMsg{}})
		return nil
	case m.plan.dirty():
		m.quitting = true
		return m.save()
	}
	return m.quit()
}

// cancel is Ctrl+C: it quits at once, but asks once where text would be lost.
func (m *Model) cancel() tea.Cmd {
	_, asked := m.overlay.(*confirm)
	if !asked && m.typing() {
		it := "it"
		if im := m.importer(); im != nil {
			it = im.it()
		}
		m.ask(m.unsavedText()+" Quit and lose "+it+"?", "stay", answer{yes("quit and lose " + it), quitConfirmedMsg{}})
		return nil
	}
	m.err = ErrInterrupted
	if m.plan.saving || m.plan.dirty() && m.plan.failed == nil {
		m.quitting = true
		return m.save()
	}
	return m.quit()
}

// terminated ends the app on a signal: a save under way is finished, an edit
// that is not saved is, and nobody is asked.
func (m *Model) terminated(msg TerminatedMsg) tea.Cmd {
	if msg.Signal == "SIGINT" {
		m.err = ErrInterrupted
	} else {
		m.err = fmt.Errorf("ended by %s", msg.Signal)
	}
	if m.plan.saving {
		m.quitting = true
		return nil
	}
	if m.plan.dirty() {
		m.quitting = true
		return m.save()
	}
	return m.quit()
}

func (m *Model) quit() tea.Cmd {
	m.done = true
	return tea.Quit
}
