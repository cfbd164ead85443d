package plan

import (
	"time"

	"wres/model/plan/due"
)

// Put puts an action that was typed into a plan, as one that was edited or a new one, and gives
// it as it stands there. One that was deleted meanwhile is added, since its text must not be
// lost.
func (p Plan) Put(a Action, edited bool) (changed Plan, put Action, added bool) {
	if edited {
		if changed, err := p.Edit(a); err == nil {
			return changed, a, false
		}
	}
	changed, id := p.Add(a)
	put, _ = changed.Find(id)
	return changed, put, true
}

// Dated is an action as it goes into the plan after it was another: a deadline that was typed
// without its year has the day in front, since next year it would be another one.
func (a Action) Dated(was Action, today time.Time) Action {
	if a.Deadline != was.Deadline {
		if d, err := due.Read(a.Deadline, today); err == nil && d.HasDate() {
			a.Deadline = d.Text
		}
	}
	return a
}
