package keep

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/ask"
	"wres/tui/panel"
)

// Model is the plan with its history. Each edit is a revision; one save is under way
// at a time, and a revision made meanwhile is saved after it.
type Model struct {
	KeyMap KeyMap

	deps     Deps
	ellipsis string        // in the terminal's characters
	unread   func() string // why the plan on the disk is not known; empty: it is
	results  *indicator.Results
	history  plan.History
	revision int
	onDisk   int  // the revision that was last saved
	disk     Disk // its plan is that of the last save, once there was one
	saving   bool
	at       time.Time // of the last save
	failed   error     // of the last save
	journal
	draft *plan.Draft // of the form that is open; nil: it holds no text
	says  appraisal
}

// KeyMap is the keys that work on every panel.
type KeyMap struct{ Undo, Redo, Save key.Binding }

// appraisal is what the figures say of the plan.
type appraisal struct {
	gaps      []plan.Gap // that the figures show
	progress  map[string][]plan.Progress
	advice    []plan.Finding
	carryFrom model.Year
}

// Msg is a message of this package: what has come of one of its commands.
type Msg interface{ ofKeep() }

type result struct{}

func (result) ofKeep() {}

// Changed says that there is another plan, or that what kept it from being changed
// is gone, with a word for the footer; "": the one that is there stays. Form, if any,
// is opened then.
type Changed struct {
	Said string
	Form *ask.Form
}

func (m Changed) Of(app ask.App) tea.Cmd {
	app.Changed(m.Said)
	if m.Form == nil {
		return nil
	}
	return m.Form.Of(app)
}

// New makes an empty plan that nothing was read for yet. unread says why the plan on
// the disk is not known at the moment, or "".
func New(d Deps, ellipsis string, unread func() string) *Model {
	return &Model{deps: d, journal: journal{append: d.Journal}, ellipsis: ellipsis, unread: unread, history: plan.NewHistory(plan.Plan{}), KeyMap: KeyMap{
		Undo: ask.Bind("u", "undo", "u", "ctrl+z"),
		Redo: ask.Bind("ctrl+r", "redo", "ctrl+r"),
		Save: ask.Bind("ctrl+s", "save again", "ctrl+s"),
	}}
}

// Update takes a key of KeyMap, or what has come of a command.
func (k *Model) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch {
		case key.Matches(msg, k.KeyMap.Undo):
			return k.step(plan.History.Undo, "undone", "nothing to undo")
		case key.Matches(msg, k.KeyMap.Redo):
			return k.step(plan.History.Redo, "done again", "nothing to do again")
		case key.Matches(msg, k.KeyMap.Save):
			return k.saveAgain()
		}
	case savedMsg:
		return k.saved(msg)
	case besideMsg:
		return k.savedBeside(msg)
	case yearKeptMsg:
		return k.carryOver(msg), nil
	case journalledMsg:
		return nil, k.settled(msg)
	case setAsideMsg:
		return k.setAside(msg), nil
	case restoredMsg:
		return k.restored(msg), nil
	}
	return nil, nil
}

// Take takes in the plan as it was read, and the figures that were read with it. Edits
// that are not on the disk stay.
func (k *Model) Take(d Disk, r *indicator.Results) {
	if !k.Dirty() {
		k.history = plan.NewHistory(d.Plan)
	}
	k.disk = d
	k.Show(r)
}

// Show says anew what the figures say of the plan, from those of another view.
func (k *Model) Show(r *indicator.Results) {
	k.results = r
	k.says.gaps = findings.Gaps(r)
	k.appraise()
}

// Fill puts the plan, and what is said of it, into a snapshot.
func (k *Model) Fill(d *panel.Data) {
	d.Plan, d.PlanLocked = k.history.Current(), k.Locked()
	d.Progress, d.Advice, d.CarryFrom = k.says.progress, k.says.advice, k.says.carryFrom
}

// Locked says why the plan cannot be changed now, or "". While the folder is
// being read the plan on disk is not known yet: what was written over it then
// would be lost, or would replace it.
func (k *Model) Locked() string {
	if why := k.unread(); why != "" {
		return why
	}
	if k.disk.ReadOnly == "" && k.disk.Recovered != nil {
		return "text that was not saved is waiting: press r and say what becomes of it"
	}
	return k.disk.ReadOnly
}

// Do makes an edit, remembers the plan before it for undo, and saves. It says what was
// done, or why nothing was ("": there was nothing to do).
func (k *Model) Do(e ask.Edit) (said string, changed bool, save tea.Cmd) {
	p, said, err := e(k.history.Current(), k.deps.Now(), k.deps.Clean)
	if err != nil {
		return "", false, nil
	}
	if why := k.Locked(); why != "" {
		return why, false, nil
	}
	return said, true, k.to(k.history.Do(p))
}

// step undoes or redoes.
func (k *Model) step(move func(plan.History) (plan.History, bool), did, nothing string) (ask.Request, tea.Cmd) {
	if why := k.Locked(); why != "" {
		return ask.Notice{Text: why}, nil
	}
	h, moved := move(k.history)
	if !moved {
		return ask.Notice{Text: nothing}, nil
	}
	return Changed{Said: did}, k.to(h)
}

// to goes to another plan of the history, and onto the disk.
func (k *Model) to(h plan.History) (save tea.Cmd) {
	k.history = h
	k.revision++
	k.appraise()
	return k.Save()
}

// appraise says anew what the figures say of the plan. It follows each change of
// either, so that no panel has to.
func (k *Model) appraise() {
	if k.results == nil {
		return
	}
	k.says.progress = map[string][]plan.Progress{}
	for _, a := range k.history.Current().Actions() {
		k.says.progress[a.ID] = plan.ProgressOf(a, k.results)
	}
	k.says.advice = plan.Lint(k.history.Current(), k.says.gaps, k.deps.Now())
	k.says.carryFrom = 0
	if from := k.history.Current().Year(); from > 0 && from < k.results.Latest() && k.deps.KeepYear != nil {
		k.says.carryFrom = from
	}
}

// State says whether the plan is on the disk, for the footer, and whether that is bad.
func (k *Model) State() (text string, bad bool) {
	switch {
	case k.failed != nil && k.Dirty():
		return "not saved: " + brief(k.deps.Clean, k.failed), true
	case k.saving || k.Dirty():
		return "saving", false
	case k.draft != nil:
		return k.state(k.deps.Clean)
	case k.DraftAtRisk():
		return "a draft is kept here alone", true
	case k.disk.Elsewhere != "":
		return k.disk.Elsewhere, true
	case k.disk.ReadOnly != "":
		return "read-only", true
	case k.kept != nil:
		return "a draft is kept", false
	case !k.at.IsZero():
		return "saved " + k.at.Format("15:04"), false
	}
	return "", false
}
