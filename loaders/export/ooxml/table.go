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

// needs is what the texts of a column take, in characters.
type needs struct {
	word  int // the longest word
	line  int // the longest text in one line
	usual int // a text of the usual length
}

// needs gives those of each column, no line longer than so many.
func (t Table) needs(most int) []needs {
	all := make([]needs, len(t.Columns))
	for i, c := range t.Columns {
		n := &all[i]
		texts := []string{c.Name}
		for _, row := range t.Rows {
			texts = append(texts, row[i].Text)
		}
		for _, text := range texts {
			line := min(utf8.RuneCountInString(text), most) + columnRoom
			n.line = max(n.line, line)
			n.usual += line
			for word := range strings.FieldsSeq(text) {
				n.word = max(n.word, min(utf8.RuneCountInString(word), longestWord)+columnRoom)
			}
		}
		n.usual /= len(texts)
	}
	return all
}

// least is how many characters the table takes without a word broken.
func (t Table) least() int {
	all := 0
	for _, n := range t.needs(0) {
		all += n.word
	}
	return all
}

// widths shares so many characters among the columns. Each gets what its longest word
// needs, and of the rest the more the longer its texts usually are.
func (t Table) widths(room int) []int {
	all := t.needs(room)
	widths := make([]int, len(all))
	rest, usual := room, 0
	for _, n := range all {
		rest -= n.word
		usual += n.usual
	}
	for i, n := range all {
		widths[i] = n.word + max(min(rest*n.usual/max(usual, 1), n.line-n.word), 0)
	}
	return widths
}

func sum(all []int) int {
	n := 0
	for _, v := range all {
		n += v
	}
	return n
}

// lines is how many lines a row takes, with the text of each column.
func (t Table) lines(widths []int, text func(column int) string) int {
	most := 1
	for i := range t.Columns {
		most = max(most, wrapped(text(i), widths[i]))
	}
	return most
}

// allLines is how many lines the rows take together.
func (t Table) allLines(widths []int) int {
	all := 0
	for _, row := range t.Rows {
		all += t.lines(widths, func(c int) string { return row[c].Text })
	}
	return all
}

// wrapped is how many lines a text takes. The width of a column is counted in digits, of
// which letters take less.
func wrapped(text string, width int) int {
	width = max(width*6/5, 1)
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
