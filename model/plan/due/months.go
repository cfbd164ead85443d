package due

import "time"

// Months counts the whole months from a day to a later one.
func Months(from, to time.Time) int {
	months := 12*(to.Year()-from.Year()) + int(to.Month()-from.Month())
	if MonthsOn(from, months).After(to) {
		months--
	}
	return months
}

// MonthsOn gives the same day of a later month, or its last where it is shorter.
func MonthsOn(day time.Time, n int) time.Time {
	first := time.Date(day.Year(), day.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, min(day.Day(), first.AddDate(0, 1, -1).Day())-1)
}

// Written is a day as a plan has it: "31 March 2027".
func Written(day time.Time) string { return day.Format("2 January 2006") }
