package csvfile

import (
	"fmt"
	"strings"
)

// fewestSwallowed is how many columns a table needs before a line inside a cell can be
// told from a sentence with a comma.
const fewestSwallowed = 3

// checkSwallowed reports a quoted cell that runs over lines of which one has as many
// delimiters as a row: very probably a quote is lost, and the cell has swallowed the
// rows up to the next one. RFC 4180 has nothing against such a cell, but people would be
// lost in silence. Addresses and notes have line breaks and stay cells. row is false of
// a title or the header, under which other things stand.
func (f *File) checkSwallowed(rec *Record, row bool) {
	if rec.EndLine == rec.Line || f.Columns < fewestSwallowed || rec.Refused() {
		return
	}
	for i, v := range rec.Values {
		over := 1 + lineBreaks(v)
		if over == 1 || !f.holdsRows(v, i, row) {
			continue
		}
		line, column := rec.Pos(i)
		rec.fault(SwallowedRows, line, column, fmt.Sprintf(
			"this cell runs over %d lines, and what stands in it looks like rows of the table, so none of them is read; "+
				"look for a quote too many or too few where the cell begins, and for its pair %s further down",
			over, linesOn(over-1)))
	}
}

func linesOn(n int) string {
	if n == 1 {
		return "1 line"
	}
	return fmt.Sprintf("%d lines", n)
}

// holdsRows reports whether a cell of column i is made of the end of a row from that
// column on, whole rows, and the beginning of a row up to it: by the delimiters of each
// line, and by the columns that hold numbers or dates. The lines of an address or a note
// are hardly ever so.
func (f *File) holdsRows(cell string, i int, row bool) bool {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(cell), "\n")
	delim := string(f.Delimiter)
	last := len(lines) - 1
	for n, line := range lines {
		fields := strings.Split(line, delim)
		from, fewest, most := 0, f.Columns, f.longest
		switch n {
		case 0:
			from, fewest, most = i, f.Columns-i, f.longest-i
		case last:
			if fewest, most = i+1, i+1; !row { // a title may end with a row
				fewest, most = 1, f.longest
			}
		}
		if len(fields) < fewest || len(fields) > most || n > 0 && n < last && prose(line, delim) || row && !f.fitsColumns(fields, from, n) {
			return false
		}
	}
	return true
}

// prose reports a line whose delimiters have spaces behind them, as those of a sentence
// do.
func prose(line, delim string) bool {
	return 2*strings.Count(line, delim+" ") >= strings.Count(line, delim)
}

// fitsColumns reports whether fields have values where the columns from one on do. Of
// the end of a row the first field is a part of the cell that lost its quote.
func (f *File) fitsColumns(fields []string, from, line int) bool {
	for j, v := range fields {
		column := from + j
		if line == 0 && j == 0 || column >= len(f.under.valued) || !f.under.valued[column] {
			continue
		}
		if v = strings.TrimSpace(v); v != "" && !isValue(v) {
			return false
		}
	}
	return true
}
