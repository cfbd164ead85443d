package keep

import (
	"errors"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/tui/ask"
)

// savedMsg is the outcome of a save, besideMsg that of one into a file beside the plan.
type (
	savedMsg struct {
		result
		revision int
		plan     plan.Plan
		err      error
	}
	besideMsg struct {
		result
		revision int
		name     string
		err      error
	}
)

// Dirty reports whether there is an edit that is not on the disk.
func (k *Model) Dirty() bool { return k.revision != k.onDisk }

// Saving reports whether a save is under way.
func (k *Model) Saving() bool { return k.saving }

// Failed says why the last save failed, or "".
func (k *Model) Failed() string {
	if k.failed == nil {
		return ""
	}
	return saveFailure(k.deps.Clean, k.failed)
}

// Save writes the current plan, unless it is on the disk or a save is under way. The
// command holds the plan and no part of the model, so that later edits cannot reach
// what is being written.
func (k *Model) Save() tea.Cmd {
	if k.saving || !k.Dirty() {
		return nil
	}
	k.saving = true
	write, p, revision := k.deps.SavePlan, k.history.Current(), k.revision
	return func() tea.Msg { return savedMsg{revision: revision, plan: p, err: write(p)} }
}

func (k *Model) saveAgain() (ask.Request, tea.Cmd) {
	switch {
	case !k.Dirty():
		return ask.Notice{Text: "everything is saved"}, nil
	case errors.Is(k.failed, ErrChangedOutside):
		return k.explainFailure(), nil
	}
	return nil, k.Save()
}

// saved takes in the outcome of a save. "Saved" shows only for what is durable.
func (k *Model) saved(msg savedMsg) (ask.Request, tea.Cmd) {
	k.saving = false
	k.failed = msg.err
	if msg.err != nil { // someone who types is not interrupted: the footer says it
		why := k.explainFailure()
		why.Sudden = true
		return why, nil
	}
	k.onDisk, k.disk.Plan = msg.revision, msg.plan
	k.at = k.deps.Now()
	return nil, k.Save()
}

// explainFailure says in full why the plan is not on the disk, and offers what
// can be done about it.
func (k *Model) explainFailure() ask.Question {
	if errors.Is(k.failed, ErrChangedOutside) {
		beside := func() (ask.Request, tea.Cmd) {
			write, p, revision := k.deps.SaveBeside, k.history.Current(), k.revision
			return nil, func() tea.Msg {
				name, err := write(p)
				return besideMsg{revision: revision, name: name, err: err}
			}
		}
		theirs := func() (ask.Request, tea.Cmd) { return k.takeTheirs("theirs is open"), nil }
		return ask.Question{Text: "The plan is not saved: " + k.Failed() + ". Nothing was overwritten. Your version can go into a file of its own beside it; then the other version opens here.",
			No: "decide later",
			Answers: []ask.Answer{
				{Binding: ask.Bind("b", "write mine beside it", "b"), Does: ask.Choice(beside)},
				{Binding: ask.Bind("t", "take theirs and lose mine", "t"), Does: ask.Choice(theirs)},
			}}
	}
	return ask.Question{Text: "The plan is not saved: " + k.Failed() + ". What you wrote is kept here until it is.",
		No: "later",
		Answers: []ask.Answer{{Binding: ask.Bind("t", "try again", "t"),
			Does: ask.Choice(func() (ask.Request, tea.Cmd) { return nil, k.Save() })}}}
}

// saveFailure gives an error's text without the words that stand before it.
func saveFailure(clean func(string) string, err error) string {
	return strings.TrimSuffix(strings.TrimPrefix(clean(err.Error()), "not saved: "), ".")
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

// savedBeside opens the other version, once the user's own is safe.
func (k *Model) savedBeside(msg besideMsg) (ask.Request, tea.Cmd) {
	if msg.err != nil {
		k.failed = msg.err
		return k.explainFailure(), nil
	}
	if msg.revision != k.revision { // edited meanwhile: that edit is safe nowhere yet
		return nil, k.Save()
	}
	return k.takeTheirs("yours is in " + k.deps.Clean(msg.name)), nil
}

// takeTheirs gives up what is not saved.
func (k *Model) takeTheirs(said string) ask.Request {
	k.onDisk, k.failed = k.revision, nil
	return ask.ReadAgain{Said: said}
}
