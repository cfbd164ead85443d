package planfile

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// A cell that begins with one of these is run as a formula by a spreadsheet.
const formulaStarts = "=+-@\t\r"

// plainNumber is what may begin with a sign and is safe all the same: -3, +0.5,
// -12%. A guard would turn it into text and break sums in Excel.
var plainNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[+-][0-9]+(\.[0-9]+)?%?$`) })

// guard puts an apostrophe before a text that a spreadsheet would run as a
// formula. Apostrophes that already stand there are looked through, so that
// unguard(guard(s)) is s for every s: a text that truly begins with '= is
// written as ”=.
func guard(text string) string {
	if !plainNumber().MatchString(text) && startsFormula(text) {
		return "'" + text
	}
	return text
}

// unguard takes the guard off again. It also takes it off a number that some
// other program guarded.
func unguard(cell string) string {
	if rest, guarded := strings.CutPrefix(cell, "'"); guarded && startsFormula(rest) {
		return rest
	}
	return cell
}

// startsFormula looks at the first character that is neither one of our
// apostrophes nor invisible: a formula hidden behind a space or a zero-width
// character is run by some programs.
func startsFormula(text string) bool {
	text = strings.TrimLeft(text, "'")
	for _, r := range text {
		if strings.ContainsRune(formulaStarts, r) {
			return true
		}
		if !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Cc) {
			return false
		}
	}
	return false
}

// encode writes cells as one row without its line end. Cells with either of the
// two delimiters are quoted, so that a row reads the same whichever a program
// takes first.
func encode(cells []string, delimiter byte) []byte {
	var row []byte
	for i, cell := range cells {
		if i > 0 {
			row = append(row, delimiter)
		}
		if needsQuotes(cell) {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		row = append(row, cell...)
	}
	return row
}

func needsQuotes(cell string) bool {
	return strings.ContainsAny(cell, ",;\t\r\n\"") || strings.TrimSpace(cell) != cell
}
