package ooxml

import (
	"strings"
	"unicode/utf8"
)

// Table is rows under a header row. Each row has a cell for each column.
type Table struct {
	Title       string
	Description string // for who cannot see it: what its rows and columns are
	Columns     []Column
	Rows        [][]Cell
}

// Column is a column of a table.
type Column struct {
	Name  string
	Names bool // its cells say what their rows are about
	Right bool // its cells are figures, which end alike
}

// Cell is text; with a number format ("0.0%") it is the number that the text prints. Link
// is an address outside, or # and what it leads to within the file.
type Cell struct {
	Text   string
	Number float64
	Format string
	Link   string
}

// The longest word that a column has to hold in one line, and what its letters have beside
// them.
const (
	longestWord = 45
	columnRoom  = 2
)

// widths shares so many characters among the columns. Each gets what its longest word
// needs, and of the rest the more the longer its texts are.
func (t Table) widths(room int) []int {
	words, wants := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	for i, c := range t.Columns {
		texts := []string{c.Name}
		for _, row := range t.Rows {
			texts = append(texts, row[i].Text)
		}
		for _, text := range texts {
			wants[i] = max(wants[i], min(utf8.RuneCountInString(text), room)+columnRoom)
			for word := range strings.FieldsSeq(text) {
				words[i] = max(words[i], min(utf8.RuneCountInString(word), longestWord)+columnRoom)
			}
		}
	}
	rest, more := room, 0
	for i := range words {
		rest -= words[i]
		more += wants[i] - words[i]
	}
	if rest > 0 && more > 0 {
		for i := range words {
			words[i] += min(rest*(wants[i]-words[i])/more, wants[i]-words[i])
		}
	}
	return words
}

// lines is how many lines a row takes, with the text of each column.
func (t Table) lines(widths []int, text func(column int) string) int {
	most := 1
	for i := range t.Columns {
		most = max(most, wrapped(text(i), widths[i]))
	}
	return most
}

// wrapped is how many lines a text takes. The width of a column is counted in digits, of
// which letters take less.
func wrapped(text string, width int) int {
	width = max(width*9/8, 1)
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		at := 0
		for word := range strings.FieldsSeq(paragraph) {
			long := utf8.RuneCountInString(word)
			if at > 0 && at+1+long > width {
				lines, at = lines+1, 0
			}
			lines += max(long-1, 0) / width
			at = at + 1 + long%width
		}
	}
	return max(lines, 1)
}
