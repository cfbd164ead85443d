package counts

import (
	"fmt"
	"wres/loaders/csvfile"
	"wres/model"
	"wres/model/source"
)

// rowState is what became of a row.
type rowState uint8

const (
	used rowState = iota
	refused
	aside // the sum of other rows, or no row of the table
)

// row is one record under the header.
type row struct {
	file  *File
	rec   csvfile.Record
	state rowState
	facts []*fact

	year      model.Year // 0: could not be read
	indicator string     // of a kind that has a column of indicators
	lacks     []*fact    // what a refused row would have counted
	outside   bool       // of staff whom the standard does not count
}

// setAside sets a record aside that is no row of the table.
func (r *row) setAside() {
	r.state = aside
	r.file.SetAside(r.rec)
}

// place names a row for a message about another: file:line.
func (r *row) place() string { return fmt.Sprintf("%s:%d", csvfile.Clean(r.file.Name), r.rec.Line) }

// refuse leaves the row out, with a problem at column i (from 0).
func (r *row) refuse(i int, field, message string) {
	r.state = refused
	r.say(source.Error, i, field, message)
}

func (r *row) say(severity source.Severity, i int, field, message string) {
	line, column := r.rec.Line, 0
	if i >= 0 {
		line, column = r.rec.Pos(i)
	}
	r.file.Say(severity, line, column, field, message)
}
