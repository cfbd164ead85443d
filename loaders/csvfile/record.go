package csvfile

import "slices"

// FaultKind says what is wrong with a record.
type FaultKind string

// What can be wrong with a record.
const (
	// BareQuote: a quote inside a cell that does not begin with one. A notice.
	BareQuote FaultKind = "bare-quote"
	// BrokenQuote: a quoted cell that is not closed, or has text behind its closing quote.
	BrokenQuote FaultKind = "broken-quote"
	// SwallowedRows: a quoted cell with lines that look like rows of the table.
	SwallowedRows FaultKind = "swallowed-rows"
	// ShortRecord: fewer fields than the header has columns.
	ShortRecord FaultKind = "short-record"
	// LongRecord: more fields than the header has columns.
	LongRecord FaultKind = "long-record"
	// ShiftedRecord: as many fields as the header has columns, under the wrong ones.
	ShiftedRecord FaultKind = "shifted-record"
	// FieldTooLong: a cell over [scan.MaxFieldBytes].
	FieldTooLong FaultKind = "field-too-long"
	// TooManyFields: a record over [scan.MaxFields].
	TooManyFields FaultKind = "too-many-fields"
)

// Sentences for the faults of cells. A test holds their figures to the limits.
const (
	bareQuote    = "a quote stands inside this cell and is kept as text; put the whole cell in quotes and double the quote inside"
	strayQuote   = "there is text behind the quote that closes this cell, so its columns are in doubt; double each quote that is part of the text"
	openQuote    = "the quote that opens this cell is never closed, so its columns are in doubt; close the quote or delete it"
	openTooFar   = "the quote that opens this cell is not closed within 1 MiB, the limit for one cell; close the quote or shorten the cell"
	unreadQuote  = "the file has too many broken quotes before this cell, so it is not read; mend the rows above first"
	cellTooLarge = "this cell is larger than 1 MiB, the limit for one cell; shorten it, or look for a missing line end"
	fieldsOver   = "this row has more than 16384 fields, the limit; look for a missing line end"
)

// Fault is one thing wrong with a record, in words for people.
type Fault struct {
	Kind    FaultKind
	Line    int    // physical line, from 1
	Column  int    // number of the field, from 1
	Message string // what is wrong and what to do; lower case, no full stop
	Notice  bool   // the record can be used all the same
}

// Record is one record under its header that is not blank, or the header itself.
// Values share memory with the file's text: clone what outlives the file.
type Record struct {
	Line    int      // physical line on which it begins, from 1
	EndLine int      // physical line on which it ends: larger where a cell holds line breaks
	Values  []string // raw text of each field as the file has it, not squared to the header
	Faults  []Fault  // what is wrong with it; nil for a sound record
	Aside   Aside    // why it is no row of the table; "" for a row
	lines   []int    // line of each field; nil while all are on Line
	fields  []int    // field of the file in which each value stands; nil: in that order
}

// Pos returns the physical line on which field i (from 0) begins and its number
// from 1, as problems name them. For a field that the record lacks the line is
// that of its end.
func (r Record) Pos(i int) (line, column int) {
	if i >= 0 && i < len(r.fields) {
		i = r.fields[i]
	}
	switch {
	case i < 0:
		return r.Line, 1
	case i >= len(r.Values) && r.fields == nil:
		return r.EndLine, i + 1
	case i < len(r.lines):
		return r.lines[i], i + 1
	}
	return r.Line, i + 1
}

// Value returns the raw text of field i (from 0), or "" if the record lacks it.
func (r Record) Value(i int) string {
	if i < 0 || i >= len(r.Values) {
		return ""
	}
	return r.Values[i]
}

// Refused reports whether a fault makes the record unfit for use: its cells may
// stand under the wrong columns.
func (r Record) Refused() bool {
	return slices.ContainsFunc(r.Faults, func(f Fault) bool { return !f.Notice })
}

// Fits reports whether the record has a field for each of so many columns and
// nothing behind them.
func (r Record) Fits(columns int) bool { return len(r.Values) >= columns && r.filled() <= columns }

// Blank reports whether every field is empty or space.
func (r Record) Blank() bool { return r.filled() == 0 }

// filled returns the number of fields up to the last that is not blank.
func (r Record) filled() int {
	for i := len(r.Values); i > 0; i-- {
		if !blank(r.Values[i-1]) {
			return i
		}
	}
	return 0
}

func (r *Record) add(value string, line int) {
	if r.lines == nil && line != r.Line {
		r.lines = make([]int, len(r.Values), cap(r.Values)+1)
		for i := range r.lines {
			r.lines[i] = r.Line
		}
	}
	r.Values = append(r.Values, value)
	if r.lines != nil {
		r.lines = append(r.lines, line)
	}
}

// fault adds a fault to the record. The first of a kind is enough.
func (r *Record) fault(kind FaultKind, line, column int, message string) {
	if !slices.ContainsFunc(r.Faults, func(f Fault) bool { return f.Kind == kind }) {
		r.Faults = append(r.Faults, Fault{Kind: kind, Line: line, Column: column, Message: message, Notice: kind == BareQuote})
	}
}
