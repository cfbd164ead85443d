package findings

import (
	"fmt"
	"slices"
	"time"

	"wres/model/plan"
	"wres/model/plan/due"
	"wres/model/words"
)

// SoonDays is how many days ahead an action counts as due soon.
const SoonDays = 90

// Standing is how a plan stands on a day, beside what the figures of a year say.
type Standing struct {
	All, Done int
	Late      []plan.Action // open, and past their deadline: the oldest first
	Soon      []plan.Action // open, and due within SoonDays: the nearest first
	Gaps      []Finding     // what asks for an action and has no open one
}

// StandingOf says how the actions of a plan stand.
func StandingOf(all []Finding, actions []plan.Action, today time.Time) Standing {
	s := Standing{All: len(actions), Late: plan.Overdue(actions, today)}
	s.Soon = plan.Due(actions, today, SoonDays)[len(s.Late):] // which are due before all others
	for _, a := range actions {
		if a.Done() {
			s.Done++
		}
	}
	s.Gaps = slices.DeleteFunc(slices.Clone(all), func(f Finding) bool { return !f.Gap() || len(f.Open()) > 0 })
	return s
}

// Lateness says how far a deadline is from today: "21 months late", "due today", "due in
// 12 days"; "" where it names no day.
func Lateness(d due.Deadline, today time.Time) string {
	if !d.HasDate() {
		return ""
	}
	from, to := d.Date, due.CalendarDay(today)
	switch {
	case from.Equal(to):
		return "due today"
	case from.Before(to):
		return apart(from, to) + " late"
	}
	return "due in " + apart(to, from)
}

// apart counts the whole months between two days, or where there are fewer than two the
// days.
func apart(from, to time.Time) string {
	if months := due.Months(from, to); months >= 2 {
		return fmt.Sprintf("%d months", months)
	}
	return words.Count(int(to.Sub(from).Hours()/24), "day")
}
