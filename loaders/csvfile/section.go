package csvfile

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// section is what the last row of column names says of the records below it.
type section struct {
	order []int // the field in which each column stands; nil: as in the header
	other bool  // they are of another table
	upper bool  // the record before was the upper row of the header once more
}

// enter notes an upper row of column names, which is known by the last row of names below
// it; s stands between them. Another one than the header has makes another table.
func (f *File) enter(s *scanner, rec Record) {
	last := len(f.HeaderRows) - 1
	if last < 1 {
		return
	}
	below, ok := nextFilled(&scanner{text: s.text, pos: s.pos, line: s.line, delim: s.delim})
	if !ok || !slices.Equal(below.Values, f.lastNames) || !allNames(rec.Values) {
		return
	}
	s.in = section{upper: slices.Equal(rec.Values, f.HeaderRows[last-1].Values)}
	s.in.other = !s.in.upper
}

// namesAgain finds out whether the record has the names of the header once more, and in
// which fields each column stands below it; nil where that is as in the header. With
// names of several rows, or two that are the same, an order cannot be told.
func (f *File) namesAgain(rec Record) (order []int, again bool) {
	names := f.lastNames
	if len(names) < 2 || rec.filled() < 2 {
		return nil, false
	}
	if slices.Equal(rec.Values, names) {
		return nil, true
	}
	if rec.filled() != f.Columns || len(f.HeaderRows) > 1 || !f.isNameOfHeader(rec.Values[0]) {
		return nil, false
	}
	order = make([]int, f.Columns)
	moved := false
	for i, name := range names[:f.Columns] {
		order[i] = slices.IndexFunc(rec.Values, func(v string) bool { return sameName(v, name) })
		if order[i] < 0 || blank(name) || slices.Contains(order[:i], order[i]) {
			return nil, false
		}
		moved = moved || order[i] != i
	}
	if !moved {
		order = nil
	}
	return order, true
}

// sameName reports whether two cells are one name of a column.
func sameName(a, b string) bool {
	return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

// isNameOfHeader reports whether a cell is the name of a column. Every row is asked, so
// the first letter decides nearly always.
func (f *File) isNameOfHeader(cell string) bool {
	cell = strings.TrimSpace(cell)
	return cell != "" && slices.ContainsFunc(f.lastNames, func(n string) bool {
		n = strings.TrimSpace(n)
		mayFold := n != "" && (n[0]|0x20 == cell[0]|0x20 || n[0] >= utf8.RuneSelf || cell[0] >= utf8.RuneSelf)
		return mayFold && strings.EqualFold(n, cell)
	})
}

// namesOfHeader returns how many cells of a record are names of the columns of a file.
func namesOfHeader(f *File, rec Record) (n int) {
	for _, v := range rec.Values {
		if f.isNameOfHeader(v) {
			n++
		}
	}
	return n
}

// otherNames reports whether the record has the names of other columns than the header:
// all of it are names, which stand where rows have values, and half of them are names of
// the header, or all columns of values are named anew.
func (f *File) otherNames(rec Record) bool {
	n := given(rec)
	if n < 2 || !allNames(rec.Values) || rec.Refused() || doubled(rec.Values) {
		return false
	}
	known, over, valued := namesOfHeader(f, rec), 0, 0
	for i, v := range rec.Values {
		if i < len(f.counts) && f.counts[i] {
			valued++
			if !blank(v) && !isYear(v) {
				over++
			}
		}
	}
	return over > 0 && 2*known >= n || over == valued && over > 1
}

// moreOrFewerNames reports whether the record has the names of the header with others beside
// them, or without some of them: three of four, and three at least, are names of the header,
// as no row of persons has them.
func (f *File) moreOrFewerNames(rec Record) bool {
	const fewest = 3
	if !f.isNameOfHeader(rec.Value(0)) || doubled(rec.Values) || !allNames(rec.Values) {
		return false
	}
	known := namesOfHeader(f, rec)
	return known >= fewest && 4*known >= 3*given(rec)
}

// reorder puts the cells of a record under the columns of the header. Its places stay
// those of the file.
func (r *Record) reorder(order []int) {
	values := make([]string, len(order))
	for i, at := range order {
		values[i] = r.Value(at)
	}
	r.Values, r.fields = values, order
}
