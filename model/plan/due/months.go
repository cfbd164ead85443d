package due

import "time"

// Months counts the whole months from a day to a later one.
func Months(from, to time.Time) int {
	months := 12*(to.Year()-from.Year()) + int(to.Month()-from.Month())
	if monthsOn(from, months).After(to) {
		months--
	}
	return months
}

// monthsOn gives the same day of a later month, or its last where it is shorter.
func monthsOn(day time.Time, n int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, min(day.Day(), first.AddDate(0, 1, -1).Day())-1)
}

// Moved is a deadline so many months on: from its day, or from today where that is past or
// no day is named. The last day of a month leads to the last day of another, as deadlines
// are the ends of quarters and years.
func (d Deadline) Moved(n int, today time.Time) time.Time {
	from := CalendarDay(today)
	if d.Date.After(from) {
		from = d.Date
	}
	to := monthsOn(from, n)
	if from.AddDate(0, 0, 1).Day() == 1 {
		to = monthsOn(from.AddDate(0, 0, 1), n).AddDate(0, 0, -1)
	}
	return to
}

// Weekday is a day as it is said back to who typed it: "Wednesday 31 March 2027".
func Weekday(day time.Time) string { return day.Format("Monday 2 January 2006") }

// Written is a day as a plan has it: "31 March 2027".
func Written(day time.Time) string { return day.Format("2 January 2006") }
