package plan

import (
	"slices"
	"time"
)

// Duplicate returns a plan with a copy of the action right behind it, and the
// copy's id. The copy is not begun: its number is the next one, and status and
// progress are those of a new action. The error is ErrNoAction.
func (p Plan) Duplicate(id string, now time.Time) (Plan, string, error) {
	at := p.index(id)
	if at < 0 {
		return p, "", missing(id)
	}
	twin := p.actions[at].copied()
	twin.Number, twin.Status, twin.Progress = "", StatusNotStarted, ""
	p, made := p.Add(twin.UpdatedOn(now))
	last := len(p.actions) - 1 // Add made a slice of its own
	added := p.actions[last]
	p.actions = slices.Insert(p.actions[:last:last], at+1, added)
	return p, made, nil
}

// Move returns a plan in which the action stands so many places further down, or
// up where by is below 0. At either end of the plan it stays. The error is
// ErrNoAction.
func (p Plan) Move(id string, by int) (Plan, error) {
	at := p.index(id)
	if at < 0 {
		return p, missing(id)
	}
	last := len(p.actions) - 1
	to := at + max(-at, min(by, last-at))
	action := p.actions[at]
	p.actions = slices.Delete(slices.Clone(p.actions), at, at+1)
	p.actions = slices.Insert(p.actions, to, action)
	return p, nil
}
