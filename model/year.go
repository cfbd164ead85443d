package model

import (
	"fmt"
	"strconv"
)

// Year is a WRES year, named by the 31 March that ends it: 2024 is the staff in
// post on 31 March 2024 and the events of 1 April 2023 to 31 March 2024. The
// zero Year means that no year is known.
type Year int

// Years outside this range are taken for misprints, not for years: the standard
// began in 2015.
const (
	minYear = 2000
	maxYear = 2100
)

// String gives the four digits of the year, or "" for the zero Year.
func (y Year) String() string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(int(y))
}

// Snapshot names the day on which the staff of the year are counted.
func (y Year) Snapshot() string { return "31 March " + y.String() }

// Period names the twelve months whose events belong to the year.
func (y Year) Period() string {
	return fmt.Sprintf("1 April %d to 31 March %d", int(y)-1, int(y))
}

// Survey is the calendar year of the NHS Staff Survey that the year reports: the
// survey of the autumn before the snapshot.
func (y Year) Survey() int { return int(y) - 1 }

// Valid reports whether y can be a year of the standard.
func (y Year) Valid() bool { return y >= minYear && y <= maxYear }

// ParseYear reads a WRES year from a cell, as [Order.When] does with days before months.
// Snapshot is false where the cell names a day other than a 31 March, or a month or
// quarter that ends on none.
func ParseYear(cell string) (y Year, snapshot bool, err error) {
	w, err := DayFirst.When(cell)
	return w.Year, w.Snapshot, err
}
