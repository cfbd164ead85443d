package labels

import (
	"slices"
	"sync/atomic"

	"wres/loaders/csvfile"
	"wres/model"
)

// LeftOut are labels of a column of staff lists, as the lists write them, whose rows
// the settings leave out. Which of them rows have is noted as they are read.
type LeftOut struct {
	Line, Column int // of the key in wres.toml

	all []*leftOutLabel
}

type leftOutLabel struct {
	written, folded string
	met             atomic.Bool // a row has it
}

// Add takes a label; it answers false where there is nothing to it.
func (o *LeftOut) Add(label string) bool {
	key := csvfile.Fold(label)
	if key == "" {
		return false
	}
	o.all = append(o.all, &leftOutLabel{written: label, folded: key})
	return true
}

// has reports whether a cell is one of the labels. It is asked once a spelling.
func (o *LeftOut) has(cell string) bool {
	key := csvfile.Fold(cell)
	i := slices.IndexFunc(o.all, func(l *leftOutLabel) bool { return l.folded == key })
	if i >= 0 {
		o.all[i].met.Store(true)
	}
	return i >= 0
}

// Unmet lists the labels that no row had.
func (o *LeftOut) Unmet() []string {
	var all []string
	for _, l := range o.all {
		if !l.met.Load() {
			all = append(all, l.written)
		}
	}
	return all
}

// Contract reads a contract of employment, local labels that are left out first.
func (l *Labels) Contract(raw string) (model.Contract, bool) {
	if l.Contracts.has(raw) {
		return model.LeftOutContract, true
	}
	return model.ParseContract(raw)
}

// Assignment reads the status of an assignment, local labels that are left out first.
func (l *Labels) Assignment(raw string) (model.Assignment, bool) {
	if l.Statuses.has(raw) {
		return model.LeftOutAssignment, true
	}
	return model.ParseAssignment(raw)
}
