package csvfile

import (
	"strings"
	"wres/model/pattern"
)

// Amendments say how the records of a file are read otherwise than as they stand, once
// the table as a whole has told what its cells mean. They are for whoever finds that out,
// before the rows are read.
type Amendments struct {
	fills  map[place]string          // what a blank cell holds
	shifts map[int]Fault             // by the line of the record
	words  map[int]map[string]string // by column: what cells stand for
	points []int                     // columns with a decimal comma
}

// place is a cell: the line on which its record begins, and its column from 0.
type place struct{ line, column int }

// Amend gives the amendments of the file, to add to.
func (f *File) Amend() *Amendments {
	if f.amend == nil {
		f.amend = &Amendments{fills: map[place]string{}, shifts: map[int]Fault{}, words: map[int]map[string]string{}}
	}
	return f.amend
}

// Fill gives a value to the cell of a column, from 0, in the record on a line: that of a
// merged cell above.
func (a *Amendments) Fill(line, column int, value string) { a.fills[place{line, column}] = value }

// Shift says that the cells of the record on a line may stand under the wrong columns, as
// that of a column, from 0, shows.
func (a *Amendments) Shift(line, column int, message string) {
	a.shifts[line] = Fault{Kind: ShiftedRecord, Line: line, Column: column + 1, Message: message}
}

// Reword gives what the cells of a column, from 0, stand for.
func (a *Amendments) Reword(column int, words map[string]string) { a.words[column] = words }

// DecimalCommas says that a comma is a decimal point in some columns, from 0.
func (a *Amendments) DecimalCommas(columns []int) { a.points = columns }

// apply amends a record. Totals are compared with their parts, so they are amended too.
func (a *Amendments) apply(rec *Record) {
	if a == nil || rec.Aside != "" && rec.Aside != Total {
		return
	}
	if fault, shifted := a.shifts[rec.Line]; shifted && !rec.Refused() {
		rec.Faults = append(rec.Faults, fault)
	}
	if len(a.fills)+len(a.words) > 0 {
		for i, v := range rec.Values {
			if value, filled := a.fills[place{rec.Line, i}]; filled {
				rec.Values[i] = value
			} else if word, told := a.words[i][strings.TrimSpace(v)]; told {
				rec.Values[i] = word
			}
		}
	}
	for _, i := range a.points {
		if i < len(rec.Values) {
			rec.Values[i] = decimalPoint(rec.Values[i])
		}
	}
}

// pointThousands is a number whose thousands are parted by points, with a decimal comma
// or without.
var pointThousands = pattern.Of(`^\s*[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?(?:\s*%)?\s*$`)

// decimalPoint writes a number with a decimal comma as one with a decimal point.
func decimalPoint(cell string) string {
	if strings.IndexByte(cell, '.') >= 0 {
		if !pointThousands().MatchString(cell) {
			return cell
		}
		cell = strings.ReplaceAll(cell, ".", "")
	}
	if strings.Count(cell, ",") != 1 {
		return cell
	}
	return strings.Replace(cell, ",", ".", 1)
}
