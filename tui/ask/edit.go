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

// Done marks an action as done, or a done one as in progress.
func Done(id string) Edit {
	return func(p plan.Plan, today time.Time, clean func(string) string) (plan.Plan, string, error) {
		a, _ := p.Find(id) // SetStatus says where it is not there
		status := plan.StatusDone
		if a.Done() {
			status = plan.StatusInProgress
		}
		changed, err := p.SetStatus(id, status, today)
		return changed, "action " + clean(a.Number) + ": " + status, err
	}
}

// Duplicate puts a copy of an action, which is not begun, behind it.
func Duplicate(id string) Edit {
	return func(p plan.Plan, today time.Time, clean func(string) string) (plan.Plan, string, error) {
		changed, made, err := p.Duplicate(id, today)
		twin, _ := changed.Find(made)
		return changed, "copied as action " + clean(twin.Number), err
	}
}

// Move moves an action so many places down the plan, or up.
func Move(id string, by int) Edit {
	return func(p plan.Plan, _ time.Time, _ func(string) string) (plan.Plan, string, error) {
		changed, err := p.Move(id, by)
		if err == nil && changed.Equal(p) {
			err = errors.New("it stands at the end already")
		}
		return changed, "moved: u moves it back", err
	}
}

// Delete takes an action out of the plan.
func Delete(id string) Edit {
	return func(p plan.Plan, _ time.Time, _ func(string) string) (plan.Plan, string, error) {
		changed, err := p.Delete(id)
		return changed, "deleted: u brings it back", err
	}
}
