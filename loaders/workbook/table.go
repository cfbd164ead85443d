package workbook

import (
	"bytes"
	"slices"
	"strings"
)

// maxText is the largest text of a sheet, in bytes: as much as csvfile reads.
const maxText = 256 << 20

// Table is a sheet that has been read: all of its cells, in the order of its rows.
type Table struct {
	data   []byte // of each row its fields up to the last that holds something
	rows   []row
	width  int
	merges []Range

	hiddenRows, hiddenColumns int
	formulas                  int
}

// row is a row that holds something. Its bytes reach to those of the next.
type row struct{ line, from, fields int }

// Range is a block of cells, its columns and rows from 1.
type Range struct{ Left, Top, Right, Bottom int }

// parseRange reads a block that is more than a cell: "A2:A5".
func parseRange(ref string) (r Range, ok bool) {
	from, to, _ := strings.Cut(ref, ":")
	var begins, ends bool
	r.Left, r.Top, begins = parsePlace(from)
	r.Right, r.Bottom, ends = parsePlace(to)
	return r, begins && ends && r.Left <= r.Right && r.Top <= r.Bottom && r.Left+r.Top < r.Right+r.Bottom
}

// String names the block as Excel does.
func (r Range) String() string { return Place(r.Left, r.Top) + ":" + Place(r.Right, r.Bottom) }

// Empty reports whether no cell holds anything.
func (t *Table) Empty() bool { return len(t.rows) == 0 }

// CSV gives the sheet as the text of a CSV file: UTF-8, commas, each row of the sheet on
// the line of its number, and all as wide as the widest. Cells of one column that are
// merged over rows below a line have the value of the first of them: [Table.Merged]
// says which these are. Those of the header have not, as in a CSV file of Excel's.
func (t *Table) CSV(below int) []byte {
	fills := t.fills(below)
	size := 0
	if n := len(t.rows); n > 0 {
		size = len(t.data) + t.rows[n-1].line + n*t.width
	}
	b := make([]byte, 0, size)
	line := 1
	for i, r := range t.rows {
		for ; line < r.line; line++ {
			b = append(b, '\n')
		}
		text, fields := t.text(i), r.fields
		if fill := fills[r.line]; fill != nil {
			text, fields = filled(text, fill)
		}
		b = append(b, text...)
		for ; fields < t.width; fields++ {
			b = append(b, ',')
		}
	}
	if len(t.rows) > 0 {
		b = append(b, '\n')
	}
	return b
}

// LastLine is the number of the last row that holds something; 0: none does.
func (t *Table) LastLine() int {
	if len(t.rows) == 0 {
		return 0
	}
	return t.rows[len(t.rows)-1].line
}

// text gives the bytes of a row.
func (t *Table) text(i int) []byte {
	if i+1 < len(t.rows) {
		return t.data[t.rows[i].from:t.rows[i+1].from]
	}
	return t.data[t.rows[i].from:]
}

// Merged gives the blocks of merged cells whose first cell is below a line and holds
// something.
func (t *Table) Merged(below int) (all []Range) {
	for _, m := range t.merges {
		if m.Top > below && t.value(m.Left, m.Top) != nil {
			all = append(all, m)
		}
	}
	return all
}

// Lines gives the rows of a block that hold something.
func (t *Table) Lines(r Range) (lines []int) {
	for i := t.find(r.Top); i < len(t.rows) && t.rows[i].line <= r.Bottom; i++ {
		lines = append(lines, t.rows[i].line)
	}
	return lines
}

// fills gives, by row and column, what stands in cells that are merged with one above.
// Rows without a value of their own are left blank.
func (t *Table) fills(below int) map[int]map[int][]byte {
	fills := map[int]map[int][]byte{}
	for _, m := range t.Merged(below) {
		if m.Left != m.Right {
			continue
		}
		value := t.value(m.Left, m.Top)
		for _, line := range t.Lines(Range{m.Left, m.Top + 1, m.Right, m.Bottom}) {
			if fills[line] == nil {
				fills[line] = map[int][]byte{}
			}
			fills[line][m.Left] = value
		}
	}
	return fills
}

// find gives the first row on a line or below it.
func (t *Table) find(line int) int {
	i, _ := slices.BinarySearchFunc(t.rows, line, func(r row, line int) int { return r.line - line })
	return i
}

// value gives a cell as the text has it; nil for none.
func (t *Table) value(column, line int) []byte {
	i := t.find(line)
	if i == len(t.rows) || t.rows[i].line != line || t.rows[i].fields < column {
		return nil
	}
	if v := fieldsOf(t.text(i))[column-1]; len(v) > 0 {
		return v
	}
	return nil
}

// filled gives the fields of a row with those of merged cells.
func filled(text []byte, fill map[int][]byte) ([]byte, int) {
	fields := fieldsOf(text)
	for column, value := range fill {
		for len(fields) < column {
			fields = append(fields, nil)
		}
		fields[column-1] = value
	}
	return bytes.Join(fields, []byte(",")), len(fields)
}

// fieldsOf parts the fields of a row, as they stand.
func fieldsOf(text []byte) (fields [][]byte) {
	from, open := 0, false
	for i, c := range text {
		switch {
		case c == '"':
			open = !open
		case c == ',' && !open:
			fields, from = append(fields, text[from:i]), i+1
		}
	}
	return append(fields, text[from:])
}

// appendField adds a field, in quotes where it needs them.
func appendField(b, text []byte) []byte {
	const end = 0x1a // which ends a file of old
	if bytes.IndexByte(text, ',') < 0 && bytes.IndexByte(text, '"') < 0 && bytes.IndexByte(text, end) < 0 {
		return append(b, text...)
	}
	b = append(b, '"')
	for _, c := range text {
		if c == '"' {
			b = append(b, '"')
		}
		b = append(b, c)
	}
	return append(b, '"')
}
