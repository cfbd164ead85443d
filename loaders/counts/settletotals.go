package counts

import (
	"fmt"

	"wres/loaders/labels"
	"wres/model"
)

// setTotalsAside sets a group's total aside beside the group itself: "Total BME"
// is the row BME again. facts are one cell's, by group or category.
func setTotalsAside(facts []*fact) {
	own := map[model.Ethnicity]*fact{}
	for _, f := range facts {
		if !f.groupSum && labels.Level(f.ethnicity) > 0 && own[f.ethnicity] == nil {
			own[f.ethnicity] = f
		}
	}
	for _, f := range facts {
		of := own[f.ethnicity]
		if !f.groupSum || of == nil {
			continue
		}
		f.aside, f.settled = true, true
		if f.n != of.n {
			f.noteSum(fmt.Sprintf("the total %s of %s differs from the %s at %s, which is used: check which is right",
				labels.Thousands(f.n), f.words(), labels.Thousands(of.n), of.row.place()))
		}
	}
}

// unknownIsSum finds the files in which Unknown is the sum of not stated and
// missing beside it. A file can hold all three as counts of their own; so Unknown
// is a sum where it adds up in most of the cells that have people.
func unknownIsSum(cells map[cellKey][]*fact) map[*File]bool {
	type tally struct{ whole, parts, labels int }
	balance := map[*File]int{}
	for _, facts := range cells {
		byFile := map[*File]*tally{}
		for _, f := range facts {
			if f.ethnicity.Group() != model.Unknown || f.groupSum || f.strange[0].field != "" {
				continue
			}
			t := byFile[f.row.file]
			if t == nil {
				t = &tally{}
				byFile[f.row.file] = t
			}
			if f.ethnicity == model.UnknownEthnicity {
				t.whole += f.n
			} else {
				t.parts += f.n
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
	sums := map[*File]bool{}
	for file, n := range balance {
		sums[file] = n > 0
	}
	return sums
}
