package counts

import (
	"fmt"
	"slices"

	"wres/loaders/counts/settle"
	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model/source"
)

// leftOut are the staff under one label of a file who are not counted.
type leftOut struct {
	row           *row // the first
	label         cell
	word          string
	rows          int
	people, total int // by group, and in totals of the groups
}

// leaveOut takes the staff of a row out of the count where a label says that they
// are bank, agency or honorary staff: the standard counts none of them. The row is
// used all the same.
func (r *reading) leaveOut(category, band cell) {
	for _, c := range []cell{category, band} {
		word := r.outside(c.raw)
		if word == "" || c.field == "pay_band" && r.band(c.raw).mapped {
			continue
		}
		r.row.outside = true
		if r.row.State == settle.Used {
			r.file.leave(r.row, c, word)
		}
		return
	}
}

func (f *File) leave(r *row, c cell, word string) {
	at := slices.IndexFunc(f.leftOut, func(l *leftOut) bool {
		return l.label.field == c.field && csvfile.Fold(l.label.raw) == csvfile.Fold(c.raw)
	})
	if at < 0 {
		at = len(f.leftOut)
		f.leftOut = append(f.leftOut, &leftOut{row: r, label: c, word: word})
	}
	l := f.leftOut[at]
	l.rows++
	for _, fact := range r.Facts {
		if fact.AnyEthnicity {
			l.total += fact.N
		} else {
			l.people += fact.N
		}
	}
	r.Facts = nil
}

// say says how many people are left out of a file, and why.
func (l *leftOut) say() {
	if l.people == 0 {
		l.people = l.total
	}
	l.row.Say(source.Notice, l.label.column, l.label.field, fmt.Sprintf(
		"%s %s is outside the count: the standard leaves out bank, agency and honorary staff, so %s in %s are not counted",
		l.label.field, labels.Quoted(l.label.raw), labels.People(l.people), labels.Plural(l.rows, "row")))
}
