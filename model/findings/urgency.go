package findings

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"wres/model/plan"
	"wres/model/plan/due"
)

// Urgency is how soon something is expected of an action.
type Urgency uint8

// The urgencies, in the order in which a plan is read.
const (
	Late  Urgency = iota // open, and past its day
	Soon                 // open, and due within SoonDays
	Later                // open, with a day after that
	NoDay                // open, and it names no day
	Ended                // done, or given up
)

// UrgencyOf says how soon something is expected of an action.
func UrgencyOf(a plan.Action, today time.Time) Urgency {
	u, _ := urgencyOf(a, due.CalendarDay(today))
	return u
}

func urgencyOf(a plan.Action, today time.Time) (Urgency, time.Time) {
	d := a.Due()
	switch {
	case a.Closed():
		return Ended, time.Time{}
	case !d.HasDate():
		return NoDay, time.Time{}
	case d.Overdue(today):
		return Late, d.Date
	case d.Date.After(today.AddDate(0, 0, SoonDays)):
		return Later, d.Date
	}
	return Soon, d.Date
}

// Heading is what stands above actions of an urgency.
func (u Urgency) Heading() string {
	return [...]string{Late: "Late", Soon: fmt.Sprintf("Due in %d days", SoonDays), Later: "Open", NoDay: "No day", Ended: "Done"}[u]
}

// ByUrgency gives actions by their urgency, and where they have a day by that. All others
// stay in their order.
func ByUrgency(actions []plan.Action, today time.Time) []plan.Action {
	type placed struct {
		plan.Action
		urgency Urgency
		day     time.Time
	}
	today = due.CalendarDay(today)
	all := make([]placed, len(actions))
	for i, a := range actions {
		u, day := urgencyOf(a, today)
		all[i] = placed{a, u, day}
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.urgency, b.urgency), a.day.Compare(b.day))
	})
	sorted := make([]plan.Action, len(all))
	for i, p := range all {
		sorted[i] = p.Action
	}
	return sorted
}
