package model

import (
	"strings"
	"sync"
	"unicode"
)

// labelKey folds a label for look-up: lower case, every run of other signs than
// letters and digits one space, a trailing "background" or "ethnic group" kept.
func labelKey(s string) string {
	var b strings.Builder
	space := false
	for _, r := range strings.ToLower(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
			continue
		}
		space = true
	}
	return b.String()
}

// folded makes of a table of spellings a look-up by folded label, when it is first
// asked for: a start of the program reads no label.
func folded[K comparable](table func() map[K][]string) func() map[string]K {
	return sync.OnceValue(func() map[string]K {
		labels := map[string]K{}
		for key, spellings := range table() {
			for _, spelling := range spellings {
				labels[labelKey(spelling)] = key
			}
		}
		return labels
	})
}

// IsTotal reports whether a label names the sum of a table's rows. Such a row is
// set aside beside its parts, never added to them.
func IsTotal(cell string) bool {
	switch labelKey(cell) {
	case "total", "totals", "all", "all staff", "grand total", "overall", "sum", "all ethnicities", "all bands",
		"all ethnic groups", "all ethnic categories", "all ethnic backgrounds", "total all ethnic groups", "total all ethnicities", "total all staff",
		"total all", "all employees", "all people", "all members", "total employees", "total people", "total members", "total board members",
		"total applicants", "total number", "total number of staff", "overall total", "grand totals",
		"all groups", "total headcount", "total staff", "sub total", "subtotal", "all applicants", "workforce", "overall workforce", "total workforce":
		return true
	}
	return false
}

// totalWords stand before or behind a group's name in a label of its total.
var totalWords = []string{"sub total", "subtotal", "total", "all"}

// CutTotal takes the word for a sum off a label of a group's total, such as "Total
// White" or "BME total"; what is left is the group's name, folded. It answers false
// for a label without such a word, and for the total of all.
func CutTotal(cell string) (rest string, ok bool) {
	key := labelKey(cell)
	if IsTotal(cell) || strings.HasPrefix(key, "all other") { // these are all but White
		return "", false
	}
	for _, word := range totalWords {
		if rest, ok := strings.CutPrefix(key, word+" "); ok {
			return rest, true
		}
		if rest, ok := strings.CutSuffix(key, " "+word); ok && word != "all" {
			return rest, true
		}
	}
	return "", false
}
