package csvfile

import (
	"bytes"
	"fmt"
	"strings"
)

// fewestSwallowed is how many columns a table needs before a line inside a cell can be
// told from a sentence with a comma.
const fewestSwallowed = 3

// checkSwallowed reports a quoted cell that runs over lines of which one has as many
// delimiters as a row: very probably a quote is lost, and the cell has swallowed the
// rows up to the next one. RFC 4180 has nothing against such a cell, but people would be
// lost in silence. Addresses and notes have line breaks and stay cells.
func (f *File) checkSwallowed(rec *Record) {
	if rec.EndLine == rec.Line || f.Columns < fewestSwallowed || rec.Refused() {
		return
	}
	for i, v := range rec.Values {
		over := 1 + lineBreaks(v)
		if over == 1 || !f.holdsRow(v, over) {
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

// holdsRow reports whether a line of the cell looks like a row. Where the cell begins in
// one row and ends in the next, the two ends together have a row's delimiters.
func (f *File) holdsRow(cell string, lines int) bool {
	if lines == 2 {
		cell = strings.NewReplacer("\r", " ", "\n", " ").Replace(cell)
	}
	for rest := cell; rest != ""; {
		line := rest
		if n := strings.IndexAny(rest, "\r\n"); n >= 0 {
			line, rest = rest[:n], rest[n+1:]
		} else {
			rest = ""
		}
		if f.looksLikeRow(line) {
			return true
		}
	}
	return false
}

// looksLikeRow reports whether a line has the delimiters of a row. Those of a sentence
// have spaces behind them.
func (f *File) looksLikeRow(line string) bool {
	delim := string(f.Delimiter)
	n := strings.Count(line, delim)
	return n >= f.Columns-1 && n < f.longest && 2*strings.Count(line, delim+" ") < n
}

// isSwallowed reports whether a cell of the record, which may hold line breaks, has
// swallowed rows, and hands it over if so. Few have so many delimiters.
func (w *scanWorker) isSwallowed(offset int64, fields int, text []byte) bool {
	r := w.run
	if r.Fields < fewestSwallowed || bytes.Count(text, []byte{r.Delimiter})-(fields-1) < r.Fields-1 {
		return false
	}
	rec := w.record(text)
	if r.file.checkSwallowed(&rec); !rec.Refused() {
		return false
	}
	w.odd(offset, text, rec)
	return true
}
