// Package due reads deadlines: what people write goes in, and the day that it names comes
// out, or advice on what to write.
package due

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
	return d.HasDate() && d.Date.Before(CalendarDay(today))
}

// CalendarDay gives the day of a time in its own zone, as a deadline has its day.
func CalendarDay(t time.Time) time.Time {
	year, month, day := t.Date()
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// Parse reads a deadline. Understood as a day: 31/03/2025, 1/4/25 (also
// with dots or dashes), 2025-03-31, 20250331, 31 March 2025, 31st Mar 25,
// 31-Mar-2025, "March 2025", "end of March 2025" and 03/2025 (the last day), and
// "Q4 2024/25" (the last day of a quarter of the financial year), each also with
// the midnight that spreadsheets add and with a remark in brackets after it. The
// day stands before the month, and a year of two digits is in this century.
// Everything else is words, which includes days that do not exist, such as
// 31/02/2025, and "Q4 2025", which may be of either of two years.
func Parse(text string) Deadline {
	text = strings.TrimSpace(text)
	return Deadline{Text: text, Date: parseDate(text)}
}

func parseDate(text string) time.Time {
	text = withoutRemark(text)
	parts := dateParts(text)
	if len(parts) > 0 && parts[0] == "end" {
		return endOf(parts[1:])
	}
	if date := quarterEnd(parts); !date.IsZero() {
		return date
	}
	switch len(parts) {
	case 1:
		if date, err := time.Parse("20060102", parts[0]); err == nil {
			return date
		}
	case 2:
		return monthEnd(parts[0], parts[1])
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

// withoutRemark takes off what stands in brackets behind a deadline, as in
// "31 March 2025 (end of March)".
func withoutRemark(text string) string {
	if at := strings.LastIndexByte(text, '('); at > 0 && strings.HasSuffix(text, ")") {
		return strings.TrimSpace(text[:at])
	}
	return text
}

// endOf reads what stands behind "end": a month of a year, or a quarter.
func endOf(parts []string) time.Time {
	if len(parts) > 0 && parts[0] == "of" {
		parts = parts[1:]
	}
	if len(parts) == 2 {
		return monthEnd(parts[0], parts[1])
	}
	return quarterEnd(parts)
}

// monthEnd gives the last day of a month, which has a name or, before a year of
// four digits, a number.
func monthEnd(monthText, yearText string) time.Time {
	month := int(monthNamed(monthText))
	if month == 0 && len(yearText) == 4 {
		month, _ = number(monthText, 2)
	}
	first := dayOf(yearText, month, "1")
	if first.IsZero() {
		return time.Time{}
	}
	return first.AddDate(0, 1, -1)
}

// quarterEnd gives the last day of a quarter of a financial year, which begins on
// 1 April: "q4", "2024", "25" is 31 March 2025.
func quarterEnd(parts []string) time.Time {
	if len(parts) != 3 || !isQuarter(parts[0]) {
		return time.Time{}
	}
	quarter, ok := number(parts[0][1:], 1)
	first := dayOf(strings.TrimPrefix(parts[1], "fy"), int(time.April), "1")
	next := dayOf(parts[2], int(time.April), "1")
	if !ok || quarter < 1 || quarter > 4 || first.IsZero() || !next.Equal(first.AddDate(1, 0, 0)) {
		return time.Time{}
	}
	return first.AddDate(0, 3*quarter, -1)
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
