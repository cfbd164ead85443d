package model

import (
	"fmt"
	"strings"
	"time"
	"wres/model/pattern"
)

// Day is a day of the calendar, as the number that its year, month and day make:
// 20240331. Days compare as they follow each other; the zero Day is none.
type Day int32

// Day gives the day on which the staff of the year are counted.
func (y Year) Day() Day { return Day(y)*10000 + 331 }

// Year gives the WRES year that a day belongs to.
func (d Day) Year() Year {
	y := Year(d / 10000)
	if d%10000 > 331 {
		y++
	}
	return y
}

// Words names the day as a sentence does: 31 December 2023.
func (d Day) Words() string {
	return fmt.Sprintf("%d %s %d", d%100, time.Month(d/100%100), d/10000)
}

// DayOf makes a day that there is in the calendar.
func DayOf(year, month, day int) (Day, bool) {
	if month < 1 || month > 12 || day < 1 || day > lastDay(year, month) {
		return 0, false
	}
	return Day(year*10000 + month*100 + day), true
}

func lastDay(year, month int) int {
	switch {
	case month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0):
		return 29
	case month == 2:
		return 28
	case month == 4, month == 6, month == 9, month == 11:
		return 30
	}
	return 31
}

// Order is how a column writes days in numbers that can be read two ways.
type Order uint8

// The orders.
const (
	DayFirst Order = iota
	MonthFirst
)

// The ways to write a day: in numbers, with the year first, and with the month in words.
var (
	daysInNumbers = pattern.Of(`^(\d{1,2})([-/. ])(\d{1,2})([-/. ])(\d{4}|\d{2})$`)
	dayOfYear     = pattern.Of(`^(\d{4})([-/.]?)(\d{2})([-/.]?)(\d{2})$`)
	dayOfMonth    = pattern.Of(`^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? )?(\d{1,2})(?:st|nd|rd|th)?(?: of)?[- /.]*` + MonthWords + `[- /.,']*(\d{4}|\d{2})$`)
	monthAndDay   = pattern.Of(`^` + MonthWords + `[ -](\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$`)
	timeOfDay     = pattern.Of(`[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?(?:z|[+-]\d{2}:?\d{2})?$`)
)

// MonthWords is an expression of a month, long or short, in lower case.
const MonthWords = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`

// Day reads a date in any way that extracts write one. Only numbers of days and months
// depend on the order. Unlike a year, a day may lie far off: systems write 31-DEC-4712 for
// a date that is open.
func (o Order) Day(cell string) (Day, bool) {
	s := timeOfDay().ReplaceAllString(strings.ToLower(strings.TrimSpace(cell)), "")
	if m := daysInNumbers().FindStringSubmatch(s); m != nil && m[2] == m[4] {
		if o == MonthFirst {
			return DayOf(fullYear(m[5]), number(m[1]), number(m[3]))
		}
		return DayOf(fullYear(m[5]), number(m[3]), number(m[1]))
	}
	if m := dayOfYear().FindStringSubmatch(s); m != nil && m[2] == m[4] {
		return DayOf(number(m[1]), number(m[3]), number(m[5]))
	}
	if m := dayOfMonth().FindStringSubmatch(s); m != nil {
		return DayOf(fullYear(m[3]), monthNumber(m[2]), number(m[1]))
	}
	if m := monthAndDay().FindStringSubmatch(s); m != nil {
		return DayOf(number(m[3]), monthNumber(m[1]), number(m[2]))
	}
	return 0, false
}

// OrderOf tells in which order alone the numbers of a date can be read; told is false
// where both give a day, or none does.
func OrderOf(cell string) (order Order, told bool) {
	_, day := DayFirst.Day(cell)
	_, month := MonthFirst.Day(cell)
	if month && !day {
		return MonthFirst, true
	}
	return DayFirst, day && !month
}

// number reads a few digits.
func number(digits string) (n int) {
	for _, d := range digits {
		n = n*10 + int(d-'0')
	}
	return n
}

// fullYear reads a year of two digits as spreadsheets do.
func fullYear(digits string) int {
	switch n := number(digits); {
	case len(digits) > 2:
		return n
	case n < 69:
		return 2000 + n
	default:
		return 1900 + n
	}
}

// monthNumber reads a month in lower case, by its first three letters.
func monthNumber(name string) int {
	return strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", name[:3])/3 + 1
}
