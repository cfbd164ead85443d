package plan

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// Deadline is a deadline as it was written, with its date where the words name
// one.
type Deadline struct {
	Text string // as written, without spaces around it
	// Date is the day, at midnight UTC; the zero time where Text names no day.
	Date time.Time
}

// HasDate reports whether the deadline names a day. "Ongoing" and a blank do not.
func (d Deadline) HasDate() bool { return !d.Date.IsZero() }

// Overdue reports whether the deadline names a day before the calendar day of
// today. Words are never overdue.
func (d Deadline) Overdue(today time.Time) bool {
	if !d.HasDate() {
		return false
	}
	year, month, day := today.Date()
	return d.Date.Before(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// ParseDeadline reads a deadline. Understood as a day: 31/03/2025, 1/4/25 (also
// with dots or dashes), 2025-03-31, 20250331, 31 March 2025, 31st Mar 25,
// 31-Mar-2025, "March 2025" (its last day), each also with the midnight that
// spreadsheets add. The day stands before the month, and a year of two digits
// is in this century. Everything else is words, which includes days that do
// not exist, such as 31/02/2025.
func ParseDeadline(text string) Deadline {
	text = strings.TrimSpace(text)
	return Deadline{Text: text, Date: parseDate(text)}
}

func parseDate(text string) time.Time {
	parts := dateParts(text)
	switch len(parts) {
	case 1:
		if date, err := time.Parse("20060102", parts[0]); err == nil {
			return date
		}
	case 2:
		if month := monthNamed(parts[0]); month != 0 {
			if first := dayOf(parts[1], int(month), "1"); !first.IsZero() {
				return first.AddDate(0, 1, -1)
			}
		}
	case 3:
		month := int(monthNamed(parts[1]))
		if month == 0 {
			month, _ = number(parts[1], 2)
		}
		if _, digits := number(parts[0], 4); digits && len(parts[0]) == 4 {
			return dayOf(parts[0], month, parts[2])
		}
		return dayOf(parts[2], month, ordinal(parts[0]))
	}
	return time.Time{}
}

// dateParts splits a date at its separators, without the midnight that a
// spreadsheet puts after it.
func dateParts(text string) []string {
	text = strings.ToLower(text)
	for _, midnight := range []string{"00:00:00", "00:00"} {
		if before, found := strings.CutSuffix(text, midnight); found && before != "" {
			text = strings.TrimRight(before, " t")
			break
		}
	}
	return strings.FieldsFunc(text, func(r rune) bool {
		return r == '/' || r == '-' || r == '.' || r == ',' || unicode.IsSpace(r)
	})
}

// ordinal takes the ending off 1st, 2nd, 3rd and 31st.
func ordinal(day string) string {
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		if digits, found := strings.CutSuffix(day, ending); found {
			return digits
		}
	}
	return day
}

// monthNamed gives the month for its English name or the first three or more
// letters of it ("sept" included), and zero for anything else.
func monthNamed(name string) time.Month {
	if len(name) < 3 {
		return 0
	}
	for month := time.January; month <= time.December; month++ {
		if strings.HasPrefix(strings.ToLower(month.String()), name) {
			return month
		}
	}
	return 0
}

// dayOf gives the day, or the zero time if there is no such day.
func dayOf(yearText string, month int, dayText string) time.Time {
	year, okYear := number(yearText, 4)
	day, okDay := number(dayText, 2)
	if !okYear || !okDay || month < 1 || len(yearText) == 1 || len(yearText) == 3 {
		return time.Time{}
	}
	if len(yearText) == 2 {
		year += 2000
	}
	date := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	// time.Date rolls 31 February over to March: that is not what was written.
	if year < 1900 || date.Year() != year || int(date.Month()) != month || date.Day() != day {
		return time.Time{}
	}
	return date
}

// number reads digits only: no sign, no separator, at most width of them.
func number(text string, width int) (int, bool) {
	if text == "" || len(text) > width || strings.TrimLeft(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}
