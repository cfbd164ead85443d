package settle

import (
	"fmt"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/model/source"
)

// State is what became of a row.
type State uint8

// The states of a row: Used until a reader or Rows says otherwise.
const (
	Used    State = iota
	Refused       // left out, with a problem that says why
	Aside         // the sum of other rows, or no row of the table
)

// Row is one record under the header, with what it gives.
type Row struct {
	File  *columns.File
	Rec   csvfile.Record
	State State
	Dated Dated
	Facts []*Fact
	Lacks []*Fact // what a refused row would have counted
}

// Place names a row for a message about another: file:line.
func (r *Row) Place() string { return fmt.Sprintf("%s:%d", csvfile.Clean(r.File.Name), r.Rec.Line) }

// Refuse leaves the row out, with a problem at column i (from 0).
func (r *Row) Refuse(i int, field, message string) {
	r.State = Refused
	r.Say(source.Error, i, field, message)
}

// Say says something of the row at column i (from 0; -1: of the whole row).
func (r *Row) Say(severity source.Severity, i int, field, message string) {
	line, column := r.Rec.Line, 0
	if i >= 0 {
		line, column = r.Rec.Pos(i)
	}
	r.File.Say(severity, line, column, field, message)
}
