package settle

import (
	"fmt"
	"slices"

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
	Lacks []*Fact // what it would give too, could all of it be read
}

// lostOf gives what rows would give and do not.
func lostOf(rows []*Row) (all []*Fact) {
	for _, r := range rows {
		all = append(all, r.lost()...)
	}
	return all
}

// lost gives what the row would give and does not: all of it, where it is refused.
func (r *Row) lost() []*Fact {
	switch r.State {
	case Used:
		return slices.Clone(r.Lacks)
	case Refused:
		return slices.Concat(r.Lacks, r.Facts)
	}
	return nil
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
