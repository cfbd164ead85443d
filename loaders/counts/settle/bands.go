package settle

import (
	"fmt"
	"slices"

	"wres/loaders/labels"
	"wres/model"
)

// bandParts is the people of the bands that stand for themselves, in the rows that agree
// in all but the keys of a mask.
type bandParts map[slot]map[model.Band]int

// bandSumKey is what the rows share that give one sum of bands for one group.
type bandSumKey struct {
	slot
	label string
}

// settleBandSums sets a row aside whose label stands for several bands, or calls itself
// a total of some, where rows of these bands are there too. Without them it is a figure
// of its own, and its label is listed.
func settleBandSums(facts []*Fact) {
	byMask := map[mask]bandParts{}
	seen := newGiven()
	totals, beside := map[bandSumKey]*sums{}, map[bandSumKey]int{}
	var order []bandSumKey
	rowsOf(facts, func(row []*Fact) {
		if row[0].BandSum == nil || !slices.ContainsFunc(row, func(f *Fact) bool { return !f.AnyEthnicity && f.besideBands(facts, byMask) != nil }) {
			return
		}
		if row[0].BandSum.Vague && slices.ContainsFunc(row, func(f *Fact) bool { return !f.AnyEthnicity && f.N != sumOf(f.besideBands(facts, byMask)) }) {
			return // "Trust grade (overall)" is a band of its own, unless its figures say otherwise
		}
		for _, f := range row {
			f.aside, f.settled = true, true
			if f.AnyEthnicity || seen.before(f) != nil {
				continue
			}
			seen.add(f)
			k := bandSumKey{f.slot(f.openKeys()), f.BandLabel}
			if totals[k] == nil {
				totals[k] = &sums{first: f}
				order = append(order, k)
				beside[k] = sumOf(f.besideBands(facts, byMask))
			}
			totals[k].n += f.N
		}
	})
	for _, k := range order {
		if t := totals[k]; t.n != beside[k] {
			t.first.noteSum(fmt.Sprintf("%s is taken for a sum of other rows and is not counted, but its %s differ from their %s: check which is right; if it is no sum, give it the name of one band",
				labels.Quoted(t.first.Strange[2].Label), labels.Thousands(t.n), labels.Thousands(beside[k])))
		}
	}
}

func sumOf(counts []int) (sum int) {
	for _, n := range counts {
		sum += n
	}
	return sum
}

// besideBands gives the people of the bands of the sum that have rows of their own; nil
// if none has.
func (f *Fact) besideBands(facts []*Fact, byMask map[mask]bandParts) []int {
	without := f.openKeys()
	if byMask[without] == nil {
		byMask[without] = partsByBand(facts, without)
	}
	var parts []int
	for b, n := range byMask[without][f.slot(without)] {
		if f.BandSum.Holds(b) {
			parts = append(parts, n)
		}
	}
	return parts
}

// openKeys are the keys that the parts of a sum of bands may differ in: the band, and
// what the sum leaves blank.
func (f *Fact) openKeys() mask {
	m := f.mask() &^ sumOfGroups
	for i, d := range f.Dims {
		if d == "" && i > 0 && i <= f.Row.File.Fit.Extract.Keys || d != "" && d == f.BandLabel {
			m |= 1 << i
		}
	}
	return m
}

// partsByBand adds up the rows that stand for one band, or for people without one.
func partsByBand(facts []*Fact, without mask) bandParts {
	parts := bandParts{}
	for _, f := range facts {
		if f.BandSum != nil || f.Explicit || f.AnyEthnicity || f.aside || f.Band == model.AnyBand && f.BandLabel == "" {
			continue
		}
		s := f.slot(without)
		if parts[s] == nil {
			parts[s] = map[model.Band]int{}
		}
		parts[s][f.Band] += f.whole()
	}
	return parts
}
