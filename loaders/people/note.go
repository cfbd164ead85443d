package people

import (
	"bytes"

	"wres/loaders/labels"
	"wres/model/source"
)

// A list may have rows that are no person: a note under it, a sum without the word, a
// ward's name between its people. Such a row says nothing that a person is counted by,
// and counting it would make it one of unknown ethnicity. Somebody with a number is a
// person, whatever else is blank. Only rows without an ethnicity are asked, so the others
// pay nothing.

// postFields are the columns that tell a band or a staff group.
var postFields = [...]listField{payScaleField, gradeField, bandField, staffGroupField, occupationField, roleField}

// isNumbered reports whether the row has an employee or assignment number: a cell with a
// digit, and without the spaces of a note.
func (w *rowCells) isNumbered() bool {
	for f := employeeField; f <= assignmentField; f++ {
		cell := bytes.TrimSpace(labels.Undecorated(w.field(f)))
		if bytes.ContainsAny(cell, "0123456789") && !bytes.ContainsAny(cell, " \t:()") {
			return true
		}
	}
	return false
}

// refuseNote refuses a row without a number that is blank in its ethnicity and in each
// of some columns that the file has.
func (w *worker) refuseNote(at int64, first listField, fields ...listField) bool {
	if w.isNumbered() {
		return false
	}
	var names []string
	for _, f := range fields {
		if !w.has(f) {
			continue
		}
		if len(bytes.TrimSpace(w.field(f))) > 0 {
			return false
		}
		names = append(names, fieldNames[f])
	}
	w.refused++
	w.say(source.Error, at, first, "does not say, and what else tells whom the row counts is blank ("+labels.Listed(names, "and")+"); delete the row if it is a note or a total, else fill it in")
	return true
}

// refuseLoneCell refuses a row of events that has nothing but one cell, unless that is a
// number or a day. Of a list of two columns that could be an event all the same.
func (w *worker) refuseLoneCell(at int64) bool {
	const fewest = 3
	filled, n := fieldCount, 0
	for f := range fieldCount {
		if w.has(f) && len(bytes.TrimSpace(w.field(f))) > 0 {
			filled, n = f, n+1
		}
	}
	if n != 1 || filled <= dateField || len(w.file.columns) < fewest || w.isNumbered() {
		return false
	}
	w.refused++
	w.say(source.Error, at, filled, "is all that the row has; delete the row if it is a note or a total, else fill it in")
	return true
}
