package workbook

import (
	"context"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"wres/model/source"
)

// The size of a sheet of Excel.
const (
	maxRows    = 1 << 20
	maxColumns = 1 << 14
)

// How many blocks of merged cells a sheet may have, and how many rows they may reach over
// together: each costs a search.
const (
	maxMerges = 1 << 14
	maxMerged = 1 << 24
)

// sheetReader reads the cells of one sheet.
type sheetReader struct {
	*Book
	x     *scanner
	table *Table
	most  int // rows that are read; 0: all

	inRows  bool
	row     int // number, from 1; 0: none yet
	hidden  bool
	columns []span // that are hidden
	fields  []field
	cells   []byte // of the row, one behind the other

	in    bool // a cell
	cell  cell
	text  richText // its text, where it stands in it
	value []byte

	stored    map[int]bool   // columns with a day that is stored as such
	monthly   map[int]string // by column: the first text that can only be a day with the month first
	merged    int            // rows that blocks of merged cells reach over
	bare      int            // formulas without a value
	firstBare string         // where the first stands
}

// span is from one column to another, both from 1.
type span struct{ from, to int }

// field is a cell of the row: the bytes of cells behind those of the one before.
type field struct{ column, end int }

// cell is what a tag says of a cell.
type cell struct {
	column         int
	kind           string // "s", "str", "inlineStr", "b", "e", "d", "n"; "": a number
	style          int
	formula, given bool // it has a formula, a value
}

// monthFirst is a day in numbers, the year last.
var monthFirst = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([0-9]{1,2})[-/.]([0-9]{1,2})[-/.](?:[0-9]{4}|[0-9]{2})(?: |$)`)
})

// damaged is an error of a sheet whose cells do not stand as they should.
func damaged(what string) error {
	return refusal("the sheet is damaged: " + what + "; open the workbook in Excel and save it again")
}

// read reads all tokens of the sheet.
func (s *sheetReader) read(ctx context.Context) error {
	for n := 0; s.x.next(); n++ {
		if n%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		err := s.token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
	return s.x.err
}

// token takes a token. io.EOF means that enough has been read.
func (s *sheetReader) token() error {
	x := s.x
	if s.in {
		return s.inCell()
	}
	switch {
	case x.is("sheetData"):
		s.inRows = true
	case x.ends("sheetData"):
		s.inRows = false
	case s.inRows && x.is("row"):
		return s.beginRow()
	case s.inRows && x.ends("row"):
		return s.endRow()
	case s.inRows && x.is("c"):
		return s.beginCell()
	case x.is("col") && x.truth("hidden"):
		from, _ := strconv.Atoi(string(x.attr("min"))) // 0, and of no account
		to, _ := strconv.Atoi(string(x.attr("max")))
		s.columns = append(s.columns, span{from, to})
	case x.is("mergeCell"):
		r, ok := parseRange(string(x.attr("ref")))
		if s.merged += r.Bottom - r.Top; len(s.table.merges) == maxMerges || s.merged > maxMerged {
			return refuse("the sheet has more than %d blocks of merged cells, or larger ones than are read; unmerge them", maxMerges)
		}
		if ok {
			s.table.merges = append(s.table.merges, r)
		}
	}
	return nil
}

func (s *sheetReader) beginRow() error {
	number := s.row + 1
	if r := s.x.attr("r"); r != nil {
		n, err := strconv.Atoi(string(r))
		if err != nil || n < number || n > maxRows {
			return damaged("row " + quoted(r) + " does not come after row " + strconv.Itoa(s.row))
		}
		number = n
	}
	if number > maxRows {
		return damaged("it has more rows than Excel has")
	}
	s.row, s.hidden = number, s.x.truth("hidden")
	s.fields, s.cells = s.fields[:0], s.cells[:0]
	return nil
}

func (s *sheetReader) beginCell() error {
	x := s.x
	c := cell{column: 1, kind: string(x.attr("t"))}
	if n := len(s.fields); n > 0 {
		c.column = s.fields[n-1].column + 1
	}
	if r := x.attr("r"); r != nil {
		column, row, ok := parsePlace(string(r))
		if !ok || row != s.row || column < c.column {
			return damaged("cell " + quoted(r) + " stands where it does not belong, in row " + strconv.Itoa(s.row))
		}
		c.column = column
	}
	if c.column > maxColumns {
		return damaged("row " + strconv.Itoa(s.row) + " has more columns than Excel has")
	}
	if style := x.attr("s"); style != nil {
		c.style, _ = strconv.Atoi(string(style)) // 0: a plain number
	}
	s.in, s.cell, s.value = true, c, s.value[:0]
	s.text = richText{text: s.text.text[:0]}
	return nil
}

// inCell takes a token within a cell.
func (s *sheetReader) inCell() (err error) {
	x := s.x
	switch {
	case x.is("v"):
		s.cell.given = true
		s.text.in = true // a v is a t by another name
	case x.ends("v"):
		s.text.in = false
	case x.is("f"):
		s.cell.formula = true
	case x.is("c"):
		return damaged("a cell stands within another in row " + strconv.Itoa(s.row))
	case x.ends("c"):
		s.in = false
		return s.endCell()
	default:
		err = s.text.token(x)
	}
	return err
}

// endCell writes a cell behind those of its row.
func (s *sheetReader) endCell() error {
	text, err := s.shown()
	if err != nil {
		return err
	}
	s.cells = append(s.cells, text...)
	s.fields = append(s.fields, field{s.cell.column, len(s.cells)})
	return nil
}

// shown gives the text of the cell.
func (s *sheetReader) shown() ([]byte, error) {
	raw := s.text.text
	c := s.cell
	if c.formula {
		if len(raw) == 0 && (c.kind != "str" || !c.given) {
			if s.bare++; s.firstBare == "" {
				s.firstBare = Place(c.column, s.row)
			}
			return nil, nil
		}
		s.table.formulas++
	}
	switch {
	case c.kind == "s":
		n, err := strconv.Atoi(strings.TrimSpace(string(raw)))
		if len(raw) == 0 {
			return nil, nil
		}
		if err != nil || n < 0 || n >= len(s.texts) {
			return nil, damaged("cell " + Place(c.column, s.row) + " has a text that the workbook does not hold")
		}
		return s.ofDays(plain([]byte(s.texts[n]))), nil
	case c.kind == "str" || c.kind == "inlineStr":
		return s.ofDays(plain(raw)), nil
	case c.kind == "b" && len(raw) > 0:
		if string(raw) == "1" || string(raw) == "true" {
			return []byte("TRUE"), nil
		}
		return []byte("FALSE"), nil
	case c.kind == "d":
		return []byte(strings.TrimSuffix(strings.Replace(string(plain(raw)), "T", " ", 1), " 00:00:00")), nil
	case c.kind == "e" || len(raw) == 0:
		return plain(raw), nil
	}
	v, err := strconv.ParseFloat(strings.TrimSpace(string(raw)), 64)
	if err != nil {
		return plain(raw), nil // no number: whoever reads it says so
	}
	f := s.formatOf(c.style)
	if f != nil && f.sections[0].date {
		s.stored[c.column] = true
	}
	return []byte(f.number(v, s.from1904)), nil
}

// ofDays looks whether a text is a day that can only be read with its month first, and
// gives it back.
func (s *sheetReader) ofDays(text []byte) []byte {
	if len(text) < len("1/13/24") || len(text) > len("12/31/2024 12:00:00") || text[0] < '0' || text[0] > '9' || s.monthly[s.cell.column] != "" {
		return text
	}
	if m := monthFirst().FindSubmatch(text); m != nil {
		month, _ := strconv.Atoi(string(m[1])) // as the pattern has it
		day, _ := strconv.Atoi(string(m[2]))
		if 1 <= month && month <= 12 && 12 < day && day <= 31 {
			s.monthly[s.cell.column] = Place(s.cell.column, s.row)
		}
	}
	return text
}

// swapped refuses a sheet in a column of which days are stored, and others are text that
// can only be read with the month first: Excel has read such a file with the day first. What
// it could read so it has stored as another day, and the rest it left as text.
func (s *sheetReader) swapped() error {
	for column, first := range s.monthly {
		if s.stored[column] {
			return refuse("column %s holds days, and texts that are days with the month first (in %s): Excel has likely taken the month for the day where it could, so that the days are wrong; put the file here that the sheet was made of, or import that into Excel anew with the right order (Data, From Text/CSV)",
				source.Letters(column), first)
		}
	}
	return nil
}

// endRow keeps the row up to its last cell that holds something.
func (s *sheetReader) endRow() error {
	t := s.table
	from, begin := len(t.data), 0 // of the row, of the next field's bytes
	column := 0                   // of the field before
	for _, f := range s.fields {
		text := s.cells[begin:f.end]
		begin = f.end
		if len(text) == 0 {
			continue
		}
		for range f.column - max(column, 1) {
			t.data = append(t.data, ',')
		}
		t.data = appendField(t.data, text)
		column = f.column
	}
	if column == 0 {
		return nil
	}
	t.rows = append(t.rows, row{line: s.row, from: from, fields: column})
	t.width = max(t.width, column)
	if s.hidden {
		t.hiddenRows++
	}
	switch size := int64(s.row) + int64(len(t.rows))*int64(t.width) + int64(len(t.data)); {
	case size > maxText:
		return refuse("the sheet holds more than %d MiB of cells, the limit, counting each row as wide as the widest; split it, or delete cells that stand far to the right of the table", maxText>>20)
	case s.most > 0 && len(t.rows) >= s.most:
		return io.EOF
	}
	return nil
}

// parsePlace reads the place of a cell: "AB12" is column 28, row 12.
func parsePlace(place string) (column, row int, ok bool) {
	n := 0
	for ; n < len(place) && n < 4 && place[n] >= 'A' && place[n] <= 'Z'; n++ {
		column = column*26 + int(place[n]-'A') + 1
	}
	row, err := strconv.Atoi(place[n:])
	return column, row, err == nil && n > 0 && column <= maxColumns && row > 0 && row <= maxRows
}

// Place names a cell as Excel does: column 28 of row 12 is "AB12".
func Place(column, row int) string { return source.Letters(column) + strconv.Itoa(row) }

func quoted(b []byte) string { return strconv.QuoteToASCII(string(b[:min(len(b), 20)])) }
