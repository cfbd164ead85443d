package csvfile

import (
	"strings"
	"unicode"
	"wres/model/pattern"
)

var (
	// monthDate is a date with its month in letters.
	monthDate = pattern.Of(`^(?i)[0-9]{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -][0-9]{2,4}$`)
	// scientificNumber is what Excel makes of a long number.
	scientificNumber = pattern.Of(`^[0-9][0-9.]*[eE][+-]?[0-9]+$`)
	// hiddenMark is a bracketed or spelt-out mark in place of a number.
	hiddenMark = pattern.Of(`^(?i)(?:\[[a-z]{1,2}\]|n/?[ak]|null|nil|supp(?:ressed|\.)?|withheld|redacted|#(?:n/a|ref!|value!|div/0!|name\?|num!|null!))$`)
	// yearName is a year as the name of a column: 2024, 2023/24, FY24, 23/24, 31/03/2024,
	// 31 March 2024, Mar-24.
	yearName = pattern.Of(`^(?i)(?:(?:FY ?)?(?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-])?(?:19|20)[0-9]{2}(?: ?[/–-] ?(?:[0-9]{1,2}|[0-9]{4}))?|FY ?[0-9]{2}(?: ?[/–-] ?[0-9]{2})?|[0-9]{2} ?[/–-] ?[0-9]{2}` +
		`|(?:[0-9]{1,2}(?:st)?[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]'?(?:19|20)?[0-9]{2})$`)
)

// maxName is the longest text, in bytes, that is looked at as a name or a value.
// What is longer is a text.
const maxName = 120

// isValue reports whether a cell holds what stands in the rows of a table rather
// than in its header: a number, a date, a mark in place of a number. It only
// decides where a table begins; it reads nothing.
func isValue(cell string) bool {
	s := strings.TrimSpace(cell)
	if s == "" || s == "%" || s == "£" || s == "#" || len(s) > maxName {
		return false
	}
	if !strings.ContainsFunc(s, unicode.IsLetter) {
		return true
	}
	switch {
	case s[0] >= '0' && s[0] <= '9':
		return monthDate().MatchString(s) || scientificNumber().MatchString(s)
	case len(s) <= len("suppressed") && strings.IndexByte("[#nNsSwWrR", s[0]) >= 0:
		return hiddenMark().MatchString(s) // no mark is longer or begins otherwise, and a search costs more than all else here
	}
	return false
}

// isYear reports whether a cell is a year, which can be a value and a name.
func isYear(cell string) bool {
	s := strings.TrimSpace(cell)
	return len(s) <= maxName && yearName().MatchString(s)
}

// isName reports whether a cell can be the name of a column.
func isName(cell string) bool {
	return !blank(cell) && (!isValue(cell) || isYear(cell))
}

// count returns how many fields of the record are not blank, and how many of these
// can be names.
func (r Record) count() (given, names int) {
	for _, v := range r.Values {
		if !blank(v) {
			given++
			if isName(v) {
				names++
			}
		}
	}
	return given, names
}

// allNames reports whether no field holds a value. It begins with the last, since counts
// stand at the end of most rows, and every row is asked.
func allNames(values []string) bool {
	for i := len(values) - 1; i >= 0; i-- {
		if !blank(values[i]) && !isName(values[i]) {
			return false
		}
	}
	return true
}

// first returns the first field that is not blank, trimmed, and its number from 0.
func (r Record) first() (string, int) {
	for i, v := range r.Values {
		if v = strings.TrimSpace(v); v != "" {
			return v, i
		}
	}
	return "", -1
}

// valued finds the columns in which most of the records hold values.
func valued(recs []Record) []bool {
	var values, given []int
	for _, rec := range recs {
		for len(given) < len(rec.Values) {
			values, given = append(values, 0), append(given, 0)
		}
		for i, v := range rec.Values {
			if blank(v) {
				continue
			}
			given[i]++
			if isValue(v) {
				values[i]++
			}
		}
	}
	mostly := make([]bool, len(given))
	for i := range given {
		mostly[i] = values[i] > 0 && 4*values[i] >= 3*given[i]
	}
	return mostly
}
