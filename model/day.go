package model

import "strings"

// Day is a day of the calendar, as the number that its year, month and day make:
// 20240331. Days compare as they follow each other; the zero Day is none.
type Day int32

// Day gives the day on which the staff of the year are counted.
func (y Year) Day() Day { return Day(y)*10000 + 331 }

// ParseDay reads a date in any way that extracts write one, day before month. Unlike
// a year, a day may lie far off: systems write 31-DEC-4712 for a date that is open.
func ParseDay(cell string) (Day, bool) {
	t, ok := parseDate(strings.TrimSpace(cell))
	if !ok {
		return 0, false
	}
	return Day(t.Year()*10000 + int(t.Month())*100 + t.Day()), true
}
