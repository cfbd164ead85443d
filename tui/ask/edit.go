package ask

import (
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
)

// Edit makes another plan of p and says in a few words what it did; clean is what of a
// text may reach the screen. After an error nothing has changed.
type Edit func(p plan.Plan, today time.Time, clean func(string) string) (changed plan.Plan, said string, err error)

func (e Edit) Of(app App) tea.Cmd { return app.Change(e) }

// DoneToggledMsg marks an action as done, or a done one as in progress.
type DoneToggledMsg struct{ ID string }

func (m DoneToggledMsg) Of(app App) tea.Cmd { return app.Change(m.edit) }

func (m DoneToggledMsg) edit(p plan.Plan, today time.Time, clean func(string) string) (plan.Plan, string, error) {
	a, _ := p.Find(m.ID) // SetStatus says where it is not there
	status := plan.StatusDone
	if a.Done() {
		status = plan.StatusInProgress
	}
	changed, err := p.SetStatus(m.ID, status, today)
	return changed, "action " + clean(a.Number) + ": " + status, err
}

// DuplicateAskedMsg puts a copy of an action, which is not begun, behind it.
type DuplicateAskedMsg struct{ ID string }

func (m DuplicateAskedMsg) Of(app App) tea.Cmd { return app.Change(m.edit) }

func (m DuplicateAskedMsg) edit(p plan.Plan, today time.Time, clean func(string) string) (plan.Plan, string, error) {
	changed, made, err := p.Duplicate(m.ID, today)
	twin, _ := changed.Find(made)
	return changed, "copied as action " + clean(twin.Number), err
}

// MoveAskedMsg moves an action so many places down the plan, or up.
type MoveAskedMsg struct {
	ID string
	By int
}

func (m MoveAskedMsg) Of(app App) tea.Cmd { return app.Change(m.edit) }

func (m MoveAskedMsg) edit(p plan.Plan, today time.Time, clean func(string) string) (plan.Plan, string, error) {
	changed, err := p.Move(m.ID, m.By)
	if err == nil && changed.Equal(p) {
		err = errors.New("it stands at the end already")
	}
	return changed, "moved: u moves it back", err
}
