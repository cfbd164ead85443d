package ask

import (
	"errors"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/model/plan"
	"wres/model/plan/due"
	"wres/model/words"
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

// Due gives an action another day.
func Due(id string, day time.Time) Edit {
	return of(id, func(a plan.Action, _ time.Time) (plan.Action, string) {
		a.Deadline = due.Written(day)
		return a, "due " + a.Deadline + "; N notes why"
	})
}

// Note puts a note with the day of today before what the progress of an action says.
func Note(id, text string) Edit {
	return of(id, func(a plan.Action, today time.Time) (plan.Action, string) { return a.Noted(text, today), "noted" })
}

// Keep keeps a figure with an action, for later years to be compared with, in place of one
// of the same indicator. A baseline that is one of those that the program wrote goes with it.
func Keep(id string, e plan.Evidence, w words.Voice, written ...string) Edit {
	return of(id, func(a plan.Action, _ time.Time) (plan.Action, string) {
		if slices.Contains(written, a.Baseline) {
			a.Baseline = ""
		}
		return a.Answering(e, w), e.Said(w) + " is kept"
	})
}

// of changes one action, which then was updated today.
func of(id string, change func(a plan.Action, today time.Time) (plan.Action, string)) Edit {
	return func(p plan.Plan, today time.Time, clean func(string) string) (plan.Plan, string, error) {
		a, found := p.Find(id)
		if !found {
			return p, "", plan.ErrNoAction
		}
		a, said := change(a, today)
		changed, err := p.Edit(a.UpdatedOn(today))
		return changed, "action " + clean(a.Number) + ": " + clean(said), err
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
