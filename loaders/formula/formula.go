// Package formula keeps a spreadsheet from running a text as a formula.
package formula

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// starts are what a formula begins with. Spreadsheets in East Asian languages take the
// full-width forms for the same.
const starts = "=+-@\t\r＝＋－＠"

// plainNumber is what may begin with a sign and is safe all the same: -3, +0.5,
// -12%. A guard would turn it into text and break sums in Excel.
var plainNumber = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[+-][0-9]+(\.[0-9]+)?%?$`) })

// Guard puts an apostrophe before a text that a spreadsheet would run as a
// formula. Apostrophes that already stand there are looked through, so that
// Unguard(Guard(s)) is s for every s: a text that truly begins with '= is
// written as ”=.
func Guard(text string) string {
	if !plainNumber().MatchString(text) && Begins(text) {
		return "'" + text
	}
	return text
}

// Unguard takes the guard off again. It also takes it off a number that some
// other program guarded.
func Unguard(cell string) string {
	if rest, guarded := strings.CutPrefix(cell, "'"); guarded && Begins(rest) {
		return rest
	}
	return cell
}

// Begins reports whether a text begins as a formula does: by its first character that is
// neither an apostrophe nor draws nothing, since a formula hidden behind a space or a
// zero-width character is run by some programs.
func Begins(text string) bool {
	for _, r := range strings.TrimLeft(text, "'") {
		if strings.ContainsRune(starts, r) {
			return true
		}
		if !drawsNothing(r) {
			return false
		}
	}
	return false
}

func drawsNothing(r rune) bool {
	switch r {
	case 0x115f, 0x1160, 0x3164, 0xffa0, 0x2800: // fillers, and blank braille
		return true
	}
	return !unicode.IsGraphic(r) || unicode.IsSpace(r) || unicode.In(r, unicode.Mn, unicode.Other_Default_Ignorable_Code_Point)
}
