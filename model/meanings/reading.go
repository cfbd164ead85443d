// Package meanings is what the columns and labels of files can be said to mean: the report of a
// load and the known meanings go in; what can be given a meaning, the meanings with the nearest
// first, what is suggested for a file, and the mapping of what is chosen come out.
//
// Place in the flow: tui/files shows it on a screen and tui/talk asks it in lines; neither knows
// how near a text is to a meaning. It opens no file and changes none.
package meanings

import (
	"fmt"
	"slices"
	"strings"
	"wres/model/source"
)

// Reading is what was read, with what is chosen laid over it.
type Reading struct {
	Report  source.Report
	Choices source.Choices
	Clean   func(string) string // what of a text may reach the screen
	Staged  []source.Entry      // chosen and not saved, oldest first
}

// Item is a column or a label that can be given a meaning.
type Item struct {
	Table    string // of labels; empty: a column
	Written  string
	Question string
	Now      string // the meaning that holds: "" for a label that is not mapped
	Mapped   bool   // wres-mapping.toml says so
	Doubtful bool   // two columns mean the same: to choose it once more decides
	Fixed    string // why it cannot be mapped here
	Kind     string // of the file of a column; empty: any
}

// Chosen gives what is staged: the last choice for each column and label, in the order
// in which they were first made. A meaning of "" forgets what is saved.
func (r *Reading) Chosen() (all []source.Entry) {
	for _, e := range r.Staged {
		i := slices.IndexFunc(all, func(before source.Entry) bool { return before.Table == e.Table && before.Written == e.Written })
		if i < 0 {
			all = append(all, e)
			continue
		}
		all[i].Meaning = e.Meaning
	}
	return all
}

// Mapping gives choices as they are saved.
func Mapping(chosen []source.Entry) source.Mapping {
	m := source.Mapping{Columns: map[string]string{}, Labels: map[string]map[string]string{}}
	for _, e := range chosen {
		if e.Table == "" {
			m.Columns[e.Written] = e.Meaning
			continue
		}
		if e.Table == source.YearsTable {
			if m.Years == nil {
				m.Years = map[string]string{}
			}
			m.Years[e.Written] = e.Meaning
			continue
		}
		if m.Labels[e.Table] == nil {
			m.Labels[e.Table] = map[string]string{}
		}
		m.Labels[e.Table][e.Written] = e.Meaning
	}
	return m
}

// StagedFor gives what is chosen for a column or label.
func (r *Reading) StagedFor(table, written string) (meaning string, ok bool) {
	for i := len(r.Staged) - 1; i >= 0; i-- {
		if e := r.Staged[i]; e.Table == table && e.Written == written {
			return e.Meaning, true
		}
	}
	return "", false
}

// Outcome is what came of a choice.
type Outcome uint8

// What can come of one.
const (
	Chosen  Outcome = iota // it is staged
	Undone                 // what was staged before is given up: it means what it did
	Nothing                // it means that already
)

// Choose stages a meaning. The one that holds already takes the choices for the
// column or label back.
func (r *Reading) Choose(it Item, meaning string) Outcome {
	if meaning != it.Now || it.Doubtful {
		r.Staged = append(r.Staged, source.Entry{Table: it.Table, Written: it.Written, Meaning: meaning})
		return Chosen
	}
	before := len(r.Staged)
	r.Staged = slices.DeleteFunc(r.Staged, func(e source.Entry) bool { return e.Table == it.Table && e.Written == it.Written })
	if len(r.Staged) < before {
		return Undone
	}
	return Nothing
}

// MappedItem is what was mapped before, as what can be given another meaning; what names it:
// "label of ethnicity".
func (r *Reading) MappedItem(e source.Entry) (it Item, what string) {
	what = "column"
	switch e.Table {
	case "":
	case source.YearsTable:
		what = "year of the file"
	default:
		what = "label of " + strings.ReplaceAll(e.Table, "_", " ")
	}
	it = Item{Table: e.Table, Written: e.Written, Now: e.Meaning, Mapped: e.Meaning != "",
		Question: fmt.Sprintf("What does the %s %q mean?", what, r.Clean(e.Written))}
	if own := r.Overruled(e); own != "" {
		it.Fixed = fmt.Sprintf("Mapped to %s, and overruled: wres.toml says %s, and wins. Change it there.", e.Meaning, own)
	}
	return it, what
}

// Overruled gives what wres.toml says of an entry that it overrules; "": nothing.
func (r *Reading) Overruled(e source.Entry) string {
	for _, own := range r.Report.Overruled {
		if own.Table == e.Table && own.Written == e.Written {
			return own.Meaning
		}
	}
	return ""
}
