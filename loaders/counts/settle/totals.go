package settle

import (
	"fmt"

	"wres/loaders/columns"
	"wres/loaders/labels"
	"wres/model"
)

// setTotalsAside sets a group's total aside beside the group itself: "Total BME"
// is the row BME again. facts are one cell's, by group or category.
func setTotalsAside(facts []*Fact) {
	own := map[model.Ethnicity]*Fact{}
	for _, f := range facts {
		if !f.GroupSum && labels.Level(f.Ethnicity) > 0 && own[f.Ethnicity] == nil {
			own[f.Ethnicity] = f
		}
	}
	for _, f := range facts {
		of := own[f.Ethnicity]
		if !f.GroupSum || of == nil {
			continue
		}
		f.aside, f.settled = true, true
		if f.N != of.N {
			f.noteSum(fmt.Sprintf("the total %s of %s differs from the %s at %s, which is used: check which is right",
				labels.Thousands(f.N), f.words(), labels.Thousands(of.N), of.Row.Place()))
		}
	}
}

// unknownIsSum finds the files in which Unknown is the sum of not stated and
// missing beside it. A file can hold all three as counts of their own; so Unknown
// is a sum where it adds up in most of the cells that have people.
func unknownIsSum(cells map[cellKey][]*Fact) map[*columns.File]bool {
	type tally struct{ whole, parts, labels int }
	balance := map[*columns.File]int{}
	for _, facts := range cells {
		byFile := map[*columns.File]*tally{}
		for _, f := range facts {
			if f.Ethnicity.Group() != model.Unknown || f.GroupSum || f.Strange[0].Field != "" {
				continue
			}
			t := byFile[f.Row.File]
			if t == nil {
				t = &tally{}
				byFile[f.Row.File] = t
			}
			if f.Ethnicity == model.UnknownEthnicity {
				t.whole += f.N
			} else {
				t.parts += f.N
				t.labels++
			}
		}
		for file, t := range byFile {
			switch {
			case t.labels < 2 || t.whole == 0 && t.parts == 0:
			case t.whole == t.parts:
				balance[file]++
			default:
				balance[file]--
			}
		}
	}
	sums := map[*columns.File]bool{}
	for file, n := range balance {
		sums[file] = n > 0
	}
	return sums
}
