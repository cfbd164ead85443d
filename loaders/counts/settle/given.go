package settle

import (
	"fmt"

	"wres/model"
)

// cellKey is what makes two facts the same cell.
type cellKey struct {
	year      model.Year
	dims      [MaxDims]string
	measure   string
	ethnicity model.Ethnicity
	any       bool
	part      model.Day
}

func (f *Fact) key() cellKey {
	k := cellKey{f.Year, f.Dims, f.Measure, f.Ethnicity, f.AnyEthnicity, f.part}
	if f.AnyEthnicity {
		k.ethnicity = 0
	}
	return k
}

// given remembers the cells that stand, to find those that are given twice. Within
// a file several labels can roll up into one category or band, and add up; from
// another file the same category is the same cell.
type given struct {
	byKey   map[cellKey]*Fact
	byLabel map[labelKey]*Fact
}

type labelKey struct {
	cellKey
	label, band, group string
}

func newGiven() *given {
	return &given{map[cellKey]*Fact{}, map[labelKey]*Fact{}}
}

// before gives the fact that gave f's cell first, or nil.
func (g *given) before(f *Fact) *Fact {
	k := f.key()
	if first := g.byKey[k]; first != nil && first.Row.File != f.Row.File {
		return first
	}
	return g.byLabel[labelKey{k, f.Label, f.BandLabel, f.GroupLabel}]
}

func (g *given) add(f *Fact) {
	k := f.key()
	if g.byKey[k] == nil {
		g.byKey[k] = f
	}
	g.byLabel[labelKey{k, f.Label, f.BandLabel, f.GroupLabel}] = f
}

// accept lets a row's facts stand, or refuses the row whole where one of them is
// given already.
func (g *given) accept(facts []*Fact) bool {
	for _, f := range facts {
		first := g.before(f)
		if first == nil {
			continue
		}
		what := fmt.Sprintf("%s is given twice: %s stands and this row is left out; keep the one that is right", f.words(), first.Row.Place())
		if first.Row.File != f.Row.File {
			what += ", or give each file a column organisation if they are of different ones"
		}
		f.Row.Refuse(f.Column, f.Row.File.FieldAt(f.Column), what)
		return false
	}
	for _, f := range facts {
		g.add(f)
	}
	return true
}
