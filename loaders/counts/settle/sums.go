package settle

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// mask is the keys over which a fact is a sum; the top bit is the ethnicity.
type mask uint8

const sumOfGroups mask = 1 << MaxDims

func (f *Fact) mask() mask {
	var m mask
	for i, d := range f.Dims {
		if d == Wild {
			m |= 1 << i
		}
	}
	if f.AnyEthnicity {
		m |= sumOfGroups
	}
	return m
}

// slot is a fact seen by the keys that are not in a mask; categories are seen as
// their group, so that files by category and by group meet.
type slot struct {
	year    model.Year
	dims    [MaxDims]string
	measure string
	group   model.Group
}

func (f *Fact) slot(without mask) slot {
	s := slot{year: f.Year, dims: f.Dims, measure: f.Measure}
	for i := range s.dims {
		if without&(1<<i) != 0 {
			s.dims[i] = ""
		}
	}
	if without&sumOfGroups == 0 {
		s.group = f.Ethnicity.Group()
	}
	return s
}

// settleCounts settles counts of people. What is given twice is refused; a sum is
// set aside beside its parts, and compared with them; a sum without parts is the
// figure itself.
func settleCounts(facts, lost []*Fact) {
	asked := slices.DeleteFunc(slices.Clone(facts), func(f *Fact) bool { return f.AddsUp })
	settleParts(asked)
	settleBandSums(asked)
	settleGrades(asked)
	settleUnlabelled(asked)
	settleGroups(asked)
	settleSums(facts, lost)
}

// settleSums settles counts whose groups are settled.
func settleSums(facts, lost []*Fact) {
	byMask := map[mask][]*Fact{}
	var masks []mask
	for _, f := range facts {
		m := f.mask()
		if byMask[m] == nil {
			masks = append(masks, m)
		}
		byMask[m] = append(byMask[m], f)
	}
	slices.SortFunc(masks, func(a, b mask) int {
		return cmp.Or(cmp.Compare(a&sumOfGroups, b&sumOfGroups),
			cmp.Compare(bits.OnesCount8(uint8(a)), bits.OnesCount8(uint8(b))), cmp.Compare(a, b))
	})
	g := newGiven()
	for i, m := range masks {
		setSumsAside(byMask[m], m, byMask, masks[:i])
		acceptParts(g, byMask[m])
		compareSums(byMask[m], m, partSums(m, byMask, masks), lost)
	}
	rowsOf(facts, setAside)
}

// setSumsAside sets a fact aside where finer facts count the same people.
func setSumsAside(facts []*Fact, m mask, byMask map[mask][]*Fact, finer []mask) {
	for _, p := range finer {
		without := m | p
		slots := map[slot]bool{}
		for _, f := range byMask[p] {
			if f.Stands() {
				slots[f.slot(without)] = true
			}
		}
		for _, f := range facts {
			if slots[f.slot(without)] {
				f.aside = true
			}
		}
	}
	if m&sumOfGroups != 0 {
		for _, f := range facts {
			f.aside = true
		}
	}
}

// acceptParts lets rows stand whose facts are not set aside: those that call themselves
// a total last, for one beside the figure itself is that figure again. A total that
// stands for want of parts is said to.
func acceptParts(g *given, facts []*Fact) {
	acceptRows(g, facts, false)
	acceptRows(g, facts, true)
}

func acceptRows(g *given, facts []*Fact, explicit bool) {
	rowsOf(facts, func(row []*Fact) {
		if row[0].Row.State != Used || row[0].Explicit != explicit {
			return
		}
		if explicit {
			setRepeatsAside(g, row)
		}
		var parts []*Fact
		for _, f := range row {
			if !f.aside {
				parts = append(parts, f)
			}
		}
		if g.accept(parts) && len(parts) > 0 && parts[0].Explicit {
			f := parts[0]
			f.Row.Say(source.Notice, f.Column, f.Row.File.FieldAt(f.Column), fmt.Sprintf(
				"the total of %s has no rows for its parts, so it is used as the overall figure", f.words()))
		}
	})
}

// setRepeatsAside sets a total aside whose cell a row gives that calls itself none:
// "Total non-clinical" beside "Non-clinical".
func setRepeatsAside(g *given, row []*Fact) {
	for _, f := range row {
		of := g.before(f)
		if f.aside || of == nil || of.Explicit {
			continue
		}
		f.aside, f.settled = true, true
		if f.N != of.N {
			f.noteSum(fmt.Sprintf("the total %s of %s differs from the %s at %s, which is used: check which is right",
				labels.Thousands(f.N), f.words(), labels.Thousands(of.N), of.Row.Place()))
		}
	}
}

// sums is what the facts of one slot add up to.
type sums struct {
	first *Fact
	n     int
}

// compareSums compares sums that were set aside with their parts, but where a part is
// lost.
func compareSums(facts []*Fact, m mask, parts map[slot]*sums, lost []*Fact) {
	totals := map[slot]*sums{}
	var order []slot
	seen := newGiven()
	for _, f := range facts {
		if !f.aside || f.settled || f.Row.State != Used || seen.before(f) != nil {
			continue
		}
		seen.add(f)
		s := f.slot(m)
		if totals[s] == nil {
			totals[s] = &sums{first: f}
			order = append(order, s)
		}
		totals[s].n += f.whole()
	}
	partLost := map[slot]bool{}
	for _, f := range lost {
		partLost[f.slot(m)] = true
	}
	for _, s := range order {
		t, p := totals[s], parts[s]
		f := t.first
		switch {
		case p == nil && m == sumOfGroups || p == nil && f.AnyEthnicity:
			f.noteSum(fmt.Sprintf("the total %s of %s has no rows by ethnicity beside it, so it cannot be used; give White, BME and Unknown",
				labels.Thousands(t.n), f.words()))
		case p == nil:
			f.noteSum(fmt.Sprintf("%s is given in two ways that cannot be added; the rows of %s are set aside",
				f.words(), f.Row.Place()))
		case p.n != t.n && !partLost[s]:
			f.noteSum(fmt.Sprintf("the total %s of %s differs from the sum of its parts, %s; the parts are used: check which is right",
				labels.Thousands(t.n), f.words(), labels.Thousands(p.n)))
		}
	}
}

// partSums adds up the facts that stand, by the keys that m leaves.
func partSums(m mask, byMask map[mask][]*Fact, masks []mask) map[slot]*sums {
	parts := map[slot]*sums{}
	for _, p := range masks {
		if p == m || p&^m != 0 {
			continue
		}
		for _, f := range byMask[p] {
			if !f.Stands() {
				continue
			}
			s := f.slot(m)
			if parts[s] == nil {
				parts[s] = &sums{first: f}
			}
			parts[s].n += f.whole()
		}
	}
	return parts
}

// whole gives the people that a fact adds to a sum: none where they are a part of
// another band.
func (f *Fact) whole() int {
	if _, part := f.Band.PartOf(); part {
		return 0
	}
	return f.N
}

func (f *Fact) noteSum(message string) {
	f.Row.Say(source.Notice, f.Column, f.Row.File.FieldAt(f.Column), message)
}
