package panel

import (
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/plan"
)

// Edit makes another plan of d's, on the day of d, and says in a few words what it
// did. After an error nothing has changed.
type Edit func(d Data) (changed plan.Plan, said string, err error)

func (e Edit) Of(app App) tea.Cmd { return app.Change(e) }

// DoneToggledMsg marks an action as done, or a done one as in progress.
type DoneToggledMsg struct{ ID string }

func (m DoneToggledMsg) Of(app App) tea.Cmd { return app.Change(m.edit) }

func (m DoneToggledMsg) edit(d Data) (plan.Plan, string, error) {
	a, _ := d.Plan.Find(m.ID) // SetStatus says where it is not there
	status := plan.StatusDone
	if a.Done() {
		status = plan.StatusInProgress
	}
	p, err := d.Plan.SetStatus(m.ID, status, d.Today)
	return p, "action " + d.Clean(a.Number) + ": " + status, err
}

// DuplicateAskedMsg puts a copy of an action, which is not begun, behind it.
type DuplicateAskedMsg struct{ ID string }

func (m DuplicateAskedMsg) Of(app App) tea.Cmd { return app.Change(m.edit) }

func (m DuplicateAskedMsg) edit(d Data) (plan.Plan, string, error) {
	p, made, err := d.Plan.Duplicate(m.ID, d.Today)
	twin, _ := p.Find(made)
	return p, "copied as action " + d.Clean(twin.Number), err
}

// MoveAskedMsg moves an action so many places down the plan, or up.
type MoveAskedMsg struct {
	ID string
	By int
}

func (m MoveAskedMsg) Of(app App) tea.Cmd { return app.Change(m.edit) }

func (m MoveAskedMsg) edit(d Data) (plan.Plan, string, error) {
	p, err := d.Plan.Move(m.ID, m.By)
	if err == nil && p.Equal(d.Plan) {
		err = errors.New("it stands at the end already")
	}
	return p, "moved: u moves it back", err
}

// deletion asks whether to delete an action.
func deletion(a plan.Action, d Data) Question {
	return Question{Edits: true, No: "keep it",
		Text: fmt.Sprintf("Delete action %s, %q?", d.Clean(a.Number), ansi.Truncate(d.Clean(a.Text), 60, d.Theme.Glyphs.Ellipsis)),
		Answers: []Answer{{Yes("delete it"), Edit(func(d Data) (plan.Plan, string, error) {
			p, err := d.Plan.Delete(a.ID)
			return p, "deleted: u brings it back", err
		})}}}
}
