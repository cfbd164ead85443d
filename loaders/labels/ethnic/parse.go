// Package ethnic reads what a label says of ethnicity: a text goes in, a category or group
// comes out, or that it is not known. It knows the labels of the census, the codes of ESR
// and the words that reports use, and goes by a label's words rather than by a list of
// spellings: a family and what is said within it, a denial and what is denied. What can be
// read in two ways is not known.
package ethnic

import (
	"strings"

	"wres/model"
)

// Parse reads an ethnicity as extracts write it: a group, a category or
// high-level group of the ONS 2001 or 2021 set, an ESR code in capitals, or a code
// with its label ("A White - British"). An empty cell is Missing. It answers false
// for a label that it does not know; the caller counts that as unknown and says
// so.
func Parse(cell string) (model.Ethnicity, bool) {
	trimmed := strings.TrimSpace(cell)
	if strings.HasPrefix(trimmed, "#") {
		return model.UnknownEthnicity, false // "#N/A" is a formula that failed, not an answer
	}
	l := wordsOf(trimmed)
	if len(l.words) == 0 {
		if strings.Trim(trimmed, "-–—.?") == "" {
			return model.Missing, true
		}
		return model.UnknownEthnicity, false // "*" is a mark, not a blank
	}
	if e, ok := l.ethnicity(); ok {
		return e, true
	}
	// A code alone is one in capitals ("c" marks a hidden figure, "n" is no), and the
	// label beside one must be of the same group: "A long story" is not A.
	last := len(l.words) - 1
	if e, ok := esrEthnicity(l.written[0]); ok && l.before[0] == "" && (last == 0 || l.from(1).labelOf(l.words[0], e)) {
		return e, true
	}
	if e, ok := esrEthnicity(l.written[last]); ok && last > 0 && l.to(last).labelOf(l.words[last], e) {
		return e, true
	}
	return model.UnknownEthnicity, false
}
