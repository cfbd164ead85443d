package loaders

import (
	"slices"
	"sync/atomic"

	"wres/loaders/csvfile"
	"wres/model"
	"wres/model/source"
)

// labelsOut are labels of a column of staff lists, as the lists write them, whose rows
// the settings leave out.
type labelsOut struct {
	all []*labelOut
	at  place // of the key in wres.toml
}

type labelOut struct {
	written, folded string
	met             atomic.Bool // a row has it
}

// add takes a label; it answers false where there is nothing to it.
func (o *labelsOut) add(label string) bool {
	key := csvfile.Fold(label)
	if key == "" {
		return false
	}
	o.all = append(o.all, &labelOut{written: label, folded: key})
	return true
}

// has reports whether a cell is one of the labels. It is asked once a spelling.
func (o *labelsOut) has(cell string) bool {
	key := csvfile.Fold(cell)
	i := slices.IndexFunc(o.all, func(l *labelOut) bool { return l.folded == key })
	if i >= 0 {
		o.all[i].met.Store(true)
	}
	return i >= 0
}

func (l *loading) readContract(raw string) (model.Contract, bool) {
	if l.contractsOut.has(raw) {
		return model.LeftOutContract, true
	}
	return model.ParseContract(raw)
}

func (l *loading) readAssignment(raw string) (model.Assignment, bool) {
	if l.statusesOut.has(raw) {
		return model.LeftOutAssignment, true
	}
	return model.ParseAssignment(raw)
}

// sayLabelsOut says which labels that are to be left out stand in no row of a staff
// list: they may be spelt otherwise there.
func (l *loading) sayLabelsOut() {
	if !slices.ContainsFunc(l.lists.files, func(li *listFile) bool { return li.file.kind == "staff list" }) {
		return
	}
	for _, out := range []struct {
		labels *labelsOut
		key    string
	}{{&l.contractsOut, "contracts_out"}, {&l.statusesOut, "statuses_out"}} {
		for _, label := range out.labels.all {
			if label.met.Load() {
				continue
			}
			l.problems = append(l.problems, source.Problem{
				File: SettingsName, Line: out.labels.at.line, Column: out.labels.at.column, Field: out.key, Severity: source.Notice,
				Message: quoted(label.written) + " leaves nobody out: it is no name that is known, and no row of a staff list has it as a label; write it as the list has it, or take it out",
			})
		}
	}
}
