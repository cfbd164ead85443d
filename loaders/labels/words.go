package labels

import (
	"fmt"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/model"
)

// answerColumns are the standard columns of yes and no whose cells may say the same in
// words of their own.
var answerColumns = []string{"voting", "executive", "internal"}

// IsAnswer reports whether a standard column is one of yes and no.
func IsAnswer(column string) bool { return slices.Contains(answerColumns, column) }

// Words gives what reads the cells of a standard column by words that no other column
// has: what a cell means, alike for two cells of one meaning, and whether that is known.
// Plain yes and no are nobody's own. It is nil for a column in which any text may stand.
func (l *Labels) Words(column string) func(cell string) (meaning string, known bool) {
	switch column {
	case "pay_band":
		return func(cell string) (string, bool) { b := l.Band(cell); return b.Identity(cell), b.Known }
	case "staff_category":
		return func(cell string) (string, bool) { c, _, known := l.StaffCategory(cell); return c.String(), known }
	case "staff_group":
		return func(cell string) (string, bool) { _, known := l.StaffGroup(cell); return csvfile.Fold(cell), known }
	case "voting", "executive":
		return ownWords(AnswerOr(column))
	case "internal":
		return ownWords(model.ParseInternal)
	case "year", "snapshot_date":
		return func(cell string) (string, bool) {
			w, err := model.DayFirst.When(cell)
			return fmt.Sprint(w.Year, w.Day), err == nil && (w.Day != 0) == (column == "snapshot_date")
		}
	}
	return nil
}

// ownWords reads what read does, but for plain yes and no and what says neither.
func ownWords(read func(string) (model.Answer, bool)) func(string) (string, bool) {
	return func(cell string) (string, bool) {
		a, known := read(cell)
		_, plain := ParseAnswer(cell)
		return string(rune(a)), known && !plain && a != model.NotGiven
	}
}

// YearName reads a year in a heading: only one that is whole, or its 31 March.
func YearName(word string) (model.Year, bool) {
	y, snapshot, err := model.ParseYear(strings.Trim(word, "()"))
	return y, err == nil && snapshot
}

// YearIn takes a year out of a heading of several words.
func YearIn(heading string) (year model.Year, rest string) {
	words := strings.Fields(csvfile.Clean(heading))
	for i, w := range words {
		if y, ok := YearName(w); ok && len(words) > 1 {
			return y, strings.Join(slices.Delete(words, i, i+1), " ")
		}
	}
	return 0, strings.Join(words, " ")
}
