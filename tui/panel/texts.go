package panel

import (
	"slices"
	"strings"
	"unicode"

	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
)

// Pasted is what is pasted into a line: clean, and with the spaces at its ends, for it may be
// one of several pieces, as what is typed faster than by hand is.
func Pasted(text string, clean func(string) string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return ' '
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
	inner := strings.Trim(text, " ")
	if inner == "" {
		return text
	}
	at := strings.Index(text, inner)
	return text[:at] + strings.Trim(clean(inner), " ") + text[at+len(inner):]
}

// Plural chooses the word for a number of things.
func Plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// Counted puts a number before a word: "no rows", "1 row", "2,000 rows".
func Counted(n int, word string) string {
	switch n {
	case 0:
		return "no " + word + "s"
	case 1:
		return "1 " + word
	}
	return words.Thousands(n) + " " + word + "s"
}

// Joined joins the texts that are not empty.
func Joined(texts []string, by string) string {
	return strings.Join(slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return s == "" }), by)
}

// sentence gives a clause its capital and its full stop.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.TrimSuffix(words.Capital(s), ".") + "."
}

// Number writes a count; one that no row gives is a dash.
func Number(n *int) string {
	if n == nil {
		return "–"
	}
	return words.Thousands(*n)
}

// Shown writes a count, or the mark of one that is hidden.
func Shown(n *int, hidden bool) string {
	if hidden {
		return words.HiddenMark
	}
	return Number(n)
}

// RateText writes a group's share alone.
func RateText(w words.Voice, g indicator.GroupFigure) string {
	if g.Rate == nil {
		return words.Absent(g.HiddenRate())
	}
	return w.Percent(g.Rate.Value)
}

// Limits gives the ends of an interval as a chart takes them; an end that is
// missing is open.
func Limits(e *stats.Estimate) (lower, upper *float64) {
	if e == nil || e.Interval == nil {
		return nil, nil
	}
	if e.Interval.NoUpper {
		return &e.Interval.Lower, nil
	}
	return &e.Interval.Lower, &e.Interval.Upper
}

// IntervalName names the whiskers of a chart, if any estimate has them.
func IntervalName(estimates ...*stats.Estimate) string {
	for _, e := range estimates {
		if e != nil && e.Interval != nil {
			return words.IntervalShort(e.Interval.Level)
		}
	}
	return ""
}
