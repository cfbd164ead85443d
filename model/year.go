package model

import (
	"fmt"
	"strconv"
	"strings"
	"time"
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

var (
	yearAlone = pattern(`^(?:fy\s*)?(\d{4})$`)
	yearSpan  = pattern(`^(?:fy\s*)?(\d{4})\s*[/\-–]\s*(\d{2}|\d{4})$`)
)

// dateLayouts are the ways extracts write a date, day before month throughout.
var dateLayouts = []string{
	"2/1/2006", "2-1-2006", "2.1.2006", "2-Jan-2006", "2 Jan 2006", "2 January 2006",
	"2006-01-02", "2006/01/02", "20060102", "2/1/06", "2-Jan-06", "2 Jan 06",
	"2006-01-02T15:04:05", "2006-01-02 15:04:05", "2/1/2006 15:04", "2/1/2006 15:04:05",
}

// ParseYear reads a WRES year from a cell: "2024", "2023/24", "2023-24" and
// "2023-2024" are 2024, and a date belongs to the year that ends on the next 31
// March. Snapshot is false where the cell was a date other than a 31 March. An
// error says why the cell is no year.
func ParseYear(cell string) (y Year, snapshot bool, err error) {
	s := strings.TrimSpace(cell)
	low := strings.ToLower(s)
	if m := yearAlone().FindStringSubmatch(low); m != nil {
		n, _ := strconv.Atoi(m[1])
		return checkYear(Year(n), true, s)
	}
	if m := yearSpan().FindStringSubmatch(low); m != nil {
		from, _ := strconv.Atoi(m[1])
		to, _ := strconv.Atoi(m[2])
		if len(m[2]) == 2 {
			to += from / 100 * 100
			if to < from {
				to += 100
			}
		}
		if to != from+1 {
			return 0, false, fmt.Errorf("%q does not span one year; write it as 2023/24", s)
		}
		return checkYear(Year(to), true, s)
	}
	if t, ok := parseDate(s); ok {
		return checkYear(YearOf(t), t.Month() == time.March && t.Day() == 31, s)
	}
	return 0, false, fmt.Errorf("%q is not a year; write 2024, 2023/24 or a date such as 31/03/2024", s)
}

// YearOf gives the WRES year that a day belongs to.
func YearOf(t time.Time) Year {
	if t.Month() > time.March {
		return Year(t.Year() + 1)
	}
	return Year(t.Year())
}

func checkYear(y Year, snapshot bool, cell string) (Year, bool, error) {
	if !y.Valid() {
		return 0, false, fmt.Errorf("%q is not a year between %d and %d", cell, minYear, maxYear)
	}
	return y, snapshot, nil
}

func parseDate(s string) (time.Time, bool) {
	for _, layout := range dateLayouts {
		if t, err := time.Parse(layout, s); err == nil {
			return t, true
		}
	}
	// Excel and ESR write months in capitals; time.Parse wants "Mar", not "MAR".
	if t, err := time.Parse("2-Jan-2006", titleMonth(s)); err == nil {
		return t, true
	}
	return time.Time{}, false
}

func titleMonth(s string) string {
	parts := strings.SplitN(strings.ToLower(s), "-", 3)
	if len(parts) == 3 && len(parts[1]) == 3 {
		parts[1] = strings.ToUpper(parts[1][:1]) + parts[1][1:]
	}
	return strings.Join(parts, "-")
}

var (
	yearInName = pattern(`(?:^|[^0-9])((?:20\d{2})(?:\s*[-_/]\s*(?:20\d{2}|\d{2}))?)(?:[^0-9]|$)`)
	dateInName = pattern(`(?:^|[^0-9])(?:(20\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?([0-3]\d)|([0-3]?\d)[-_.](0?[1-9]|1[0-2])[-_.](20\d{2}))(?:[^0-9]|$)`)
)

// YearInName finds a year in a file's name, such as "staff-2024.csv" or
// "TRAC 2023-24.csv". A date, or a year and its month, belongs to the year that
// ends on the next 31 March. It answers false where the name holds none, or
// several that differ.
func YearInName(name string) (Year, bool) {
	y, _, ok := SnapshotInName(name)
	return y, ok
}

// SnapshotInName is YearInName, and tells as ParseYear does whether the year comes from
// a day other than a 31 March, or a month other than a March.
func SnapshotInName(name string) (y Year, snapshot, ok bool) {
	snapshot = true
	for rest := name; rest != ""; {
		next, whole, end := yearAt(rest)
		if end == 0 {
			break
		}
		if next != 0 && y != 0 && y != next {
			return 0, false, false
		}
		if next != 0 {
			y, snapshot = next, snapshot && whole
		}
		rest = rest[end:]
	}
	return y, snapshot && y != 0, y != 0
}

// yearAt finds the first year in a name, whether it is no more than that or a 31 March,
// and where it ends; 0 is none. A year of 0 with an end is digits that are none.
func yearAt(name string) (y Year, snapshot bool, end int) {
	date := dateInName().FindStringSubmatchIndex(name)
	year := yearInName().FindStringSubmatchIndex(name)
	if date != nil && (year == nil || date[0] <= year[0]) {
		part := func(i, j int) string {
			if date[2*i] < 0 {
				i = j
			}
			return name[date[2*i]:date[2*i+1]]
		}
		y, snapshot, _ := ParseYear(part(1, 6) + "-" + pad(part(2, 5)) + "-" + pad(part(3, 4)))
		return y, snapshot, max(date[7], date[13])
	}
	if year == nil {
		return 0, false, 0
	}
	cell := strings.Map(func(r rune) rune {
		switch r {
		case '_':
			return '-'
		case ' ':
			return -1
		}
		return r
	}, name[year[2]:year[3]])
	y, snapshot, err := ParseYear(cell)
	if err != nil && len(cell) == len("2023-11") { // a month: 2023-11 is of 2024
		y, _, err = ParseYear(cell + "-01")
		snapshot = strings.HasSuffix(cell, "-03")
	}
	if err != nil {
		y, snapshot, _ = ParseYear(cell[:4])
	}
	return y, snapshot, year[3]
}

func pad(digits string) string {
	if len(digits) == 1 {
		return "0" + digits
	}
	return digits
}
