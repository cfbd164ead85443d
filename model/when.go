package model

import (
	"fmt"
	"strings"
	"wres/model/pattern"
)

// When is what a text says of the time that figures are of.
type When struct {
	Year     Year
	Snapshot bool // the whole year, or a time that ends on its 31 March
	Day      Day  // the day that it names, or the last of its month or quarter; 0: it names the year
}

// Words around a year: those before it, those behind it, and those that make two digits a
// year. A year that is said to end must end on a 31 March.
var (
	beforeYear = pattern.Of(`^(?:(?:data|snapshot|position|figures?|staff in post|period|as|at|of|on|the|for|in|to|from|12 months|financial|fiscal|reporting|wres|years?|y/?e|fye?|ending|ended|end)(?:[ :.,-]+|$))+`)
	behindYear = pattern.Of(`(?:[ (,]+(?:wres|data|snapshot|return|fy|financial|year|provisional|final)\)?)+$`)
	twoDigits  = pattern.Of(`\b(?:fye?|y/?e|ending|ended|financial)\b`)
	yearEnds   = pattern.Of(`\b(?:y/?e|ending|ended|end|year to|years? .*to|12 months)\b`)
	fyBefore   = pattern.Of(`\b(fye?|ye|y/e|wres) ?'?(\d)`)
	quarter    = pattern.Of(`\bq(?:uarter)? ?([1-4])\b`)

	yearAlone    = pattern.Of(`^\d{4}$`)
	yearInShort  = pattern.Of(`^\d{2}$`)
	yearSpan     = pattern.Of(`^(\d{4}|\d{2}) ?(?:[/–-]|to) ?(\d{4}|\d{2}|\d)$`)
	monthOfYear  = pattern.Of(`^` + MonthWords + `[- /.,']*(\d{4}|\d{2})$`)
	yearAndMonth = pattern.Of(`^(\d{4})[ -]?` + MonthWords + `$`)
	monthNumbers = pattern.Of(`^(?:(0?[1-9]|1[0-2])/(\d{4})|(\d{4})-(0[1-9]|1[0-2]))$`)
	untilSign    = pattern.Of(` to | ?– ?|-`)
)

// When reads a WRES year from a cell: "2024", "2023/24" and "FY24" are 2024, and a day, a
// month or a quarter belongs to the year that ends on the next 31 March, as does the time
// from one 1 April on. An error says why the cell is no year.
func (o Order) When(cell string) (When, error) {
	s := strings.TrimSpace(cell)
	low := fyBefore().ReplaceAllString(strings.ToLower(s), "$1 $2")
	before := beforeYear().FindString(low)
	core := behindYear().ReplaceAllString(low[len(before):], "")
	q := 0
	if m := quarter().FindStringSubmatch(core); m != nil {
		q = number(m[1])
		core = beforeYear().ReplaceAllString(strings.Trim(quarter().ReplaceAllString(core, ""), " -/,()"), "")
		before += "fy "
		if yearAlone().MatchString(core) && !twoDigits().MatchString(low) {
			return When{}, fmt.Errorf("%q may be a quarter of the calendar year or of the financial year; write 2023/24 Q4 or the day", s)
		}
	}
	w, ok := o.plain(core, twoDigits().MatchString(before))
	switch {
	case !ok && len(core) > len("23/24") && yearSpan().MatchString(core):
		return When{}, fmt.Errorf("%q does not span one year; write it as 2023/24", s)
	case !ok, q != 0 && w.Day != 0:
		return When{}, fmt.Errorf("%q is not a year; write 2024, 2023/24 or a date such as 31/03/2024", s)
	case !w.Year.Valid():
		return When{}, fmt.Errorf("%q is not a year between %d and %d", s, minYear, maxYear)
	case yearEnds().MatchString(before) && !w.Snapshot:
		return When{}, fmt.Errorf("%q does not end on a 31 March; write the WRES year, such as 2023/24", s)
	case q == 4:
		w.Day = w.Year.Day()
	case q != 0:
		w.Day, w.Snapshot = Day(w.Year-1)*10000+[...]Day{1: 630, 930, 1231}[q], false
	}
	return w, nil
}

// plain reads a year, a month, a day or a span without words around it; short says that
// two digits are a year.
func (o Order) plain(s string, short bool) (When, bool) {
	if yearAlone().MatchString(s) || short && yearInShort().MatchString(s) {
		return When{Year: Year(fullYear(s)), Snapshot: true}, true
	}
	if m := yearSpan().FindStringSubmatch(s); m != nil {
		if y, ok := spanOf(m[1], m[2], short); ok {
			return When{Year: y, Snapshot: true}, true
		}
	}
	if d, ok := o.dayOrMonth(s); ok {
		return When{Year: d.Year(), Snapshot: d%10000 == 331, Day: d}, true
	}
	for _, at := range untilSign().FindAllStringIndex(s, -1) {
		from, first := o.startOf(strings.TrimSpace(s[:at[0]]))
		to, last := o.dayOrMonth(strings.TrimSpace(s[at[1]:]))
		if first && last {
			return When{Year: to.Year(), Snapshot: true}, from%10000 == 401 && to%10000 == 331 && from.Year() == to.Year()
		}
	}
	return When{}, false
}

// spanOf reads the two years that a WRES year lies in. Two digits each may be a day and a
// month, or a month and a year, unless they are far from both.
func spanOf(from, to string, short bool) (Year, bool) {
	first, last := fullYear(from), number(to)
	if unit := map[int]int{1: 10, 2: 100}[len(to)]; unit != 0 {
		if last += first / unit * unit; last < first {
			last += unit
		}
	}
	const standardBegan = 2015
	return Year(last), last == first+1 && (len(from) == 4 || len(to) == 2 && (short || first >= standardBegan))
}

// dayOrMonth reads a day, or a month as its last day.
func (o Order) dayOrMonth(s string) (Day, bool) {
	if d, ok := o.Day(s); ok {
		return d, true
	}
	y, m, ok := monthIn(s)
	if !ok {
		return 0, false
	}
	return DayOf(y, m, lastDay(y, m))
}

// startOf reads a day, or a month as its first day.
func (o Order) startOf(s string) (Day, bool) {
	if y, m, ok := monthIn(s); ok {
		return DayOf(y, m, 1)
	}
	return o.Day(s)
}

func monthIn(s string) (year, month int, ok bool) {
	if m := monthOfYear().FindStringSubmatch(s); m != nil {
		return fullYear(m[2]), monthNumber(m[1]), true
	}
	if m := yearAndMonth().FindStringSubmatch(s); m != nil {
		return number(m[1]), monthNumber(m[2]), true
	}
	if m := monthNumbers().FindStringSubmatch(s); m != nil {
		return number(m[2] + m[3]), number(m[1] + m[4]), true
	}
	return 0, 0, false
}
