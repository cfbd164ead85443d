package counts

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// cellKey is what makes two facts the same cell.
type cellKey struct {
	year      model.Year
	dims      [maxDims]string
	measure   string
	ethnicity model.Ethnicity
	any       bool
}

func (f *fact) key() cellKey {
	k := cellKey{f.year, f.dims, f.measure, f.ethnicity, f.anyEthnicity}
	if f.anyEthnicity {
		k.ethnicity = 0
	}
	return k
}

// given remembers the cells that stand, to find those that are given twice. Within
// a file several labels can roll up into one category or band, and add up; from
// another file the same category is the same cell.
type given struct {
	byKey   map[cellKey]*fact
	byLabel map[labelKey]*fact
}

type labelKey struct {
	cellKey
	label, band string
}

func newGiven() *given {
	return &given{map[cellKey]*fact{}, map[labelKey]*fact{}}
}

// before gives the fact that gave f's cell first, or nil.
func (g *given) before(f *fact) *fact {
	if first := g.byKey[f.key()]; first != nil && first.row.file != f.row.file {
		return first
	}
	return g.byLabel[labelKey{f.key(), f.label, f.bandLabel}]
}

func (g *given) add(f *fact) {
	if k := f.key(); g.byKey[k] == nil {
		g.byKey[k] = f
	}
	g.byLabel[labelKey{f.key(), f.label, f.bandLabel}] = f
}

// accept lets a row's facts stand, or refuses the row whole where one of them is
// given already.
func (g *given) accept(facts []*fact) bool {
	for _, f := range facts {
		first := g.before(f)
		if first == nil {
			continue
		}
		what := fmt.Sprintf("%s is given twice: %s stands and this row is left out; delete one of them", f.words(), first.row.place())
		f.row.refuse(f.column, f.row.file.FieldAt(f.column), what)
		return false
	}
	for _, f := range facts {
		g.add(f)
	}
	return true
}

// rowsOf calls do for each row's facts, in order.
func rowsOf(facts []*fact, do func(row []*fact)) {
	for start := 0; start < len(facts); {
		end := start + 1
		for end < len(facts) && facts[end].row == facts[start].row {
			end++
		}
		do(facts[start:end])
		start = end
	}
}

// settleSingles settles figures that do not add up: the first of a cell stands,
// and the figures of a total are set aside.
func settleSingles(facts []*fact) {
	g := newGiven()
	byPlace := map[cellKey]*fact{} // without the organisation
	rowsOf(facts, func(row []*fact) {
		var parts []*fact
		for _, f := range row {
			if f.explicit {
				f.aside = true
			} else {
				parts = append(parts, f)
			}
		}
		if len(parts) > 0 && g.accept(parts) {
			oneOrganisation(byPlace, parts)
		}
		setAside(row)
	})
}

// oneOrganisation refuses a second organisation's figure: percentages and reasons
// cannot be added.
func oneOrganisation(first map[cellKey]*fact, facts []*fact) {
	for _, f := range facts {
		k := f.key()
		k.dims[0] = ""
		if other := first[k]; other != nil && other.row != f.row {
			f.row.refuse(f.column, f.row.file.FieldAt(f.column), fmt.Sprintf(
				"%s is given for two organisations, and such figures cannot be added; %s stands: choose one with --organisation",
				f.words(), other.row.place()))
			return
		}
	}
	for _, f := range facts {
		k := f.key()
		k.dims[0] = ""
		first[k] = f
	}
}

// setAside puts a row aside whose facts are all sums of others.
func setAside(facts []*fact) {
	r := facts[0].row
	if r.state == used && !slices.ContainsFunc(facts, func(f *fact) bool { return !f.aside }) {
		r.state = aside
	}
}

// mask is the keys over which a fact is a sum; the top bit is the ethnicity.
type mask uint8

const sumOfGroups mask = 1 << maxDims

func (f *fact) mask() mask {
	var m mask
	for i, d := range f.dims {
		if d == wild {
			m |= 1 << i
		}
	}
	if f.anyEthnicity {
		m |= sumOfGroups
	}
	return m
}

// slot is a fact seen by the keys that are not in a mask; categories are seen as
// their group, so that files by category and by group meet.
type slot struct {
	year    model.Year
	dims    [maxDims]string
	measure string
	group   model.Group
}

func (f *fact) slot(without mask) slot {
	s := slot{year: f.year, dims: f.dims, measure: f.measure}
	for i := range s.dims {
		if without&(1<<i) != 0 {
			s.dims[i] = ""
		}
	}
	if without&sumOfGroups == 0 {
		s.group = f.ethnicity.Group()
	}
	return s
}

// settleCounts settles counts of people. What is given twice is refused; a sum is
// set aside beside its parts, and compared with them; a sum without parts is the
// figure itself.
func settleCounts(facts []*fact) {
	settleBandSums(facts)
	settleGroups(facts)
	settleSums(facts)
}

// settleSums settles counts whose groups are settled.
func settleSums(facts []*fact) {
	byMask := map[mask][]*fact{}
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
		compareSums(byMask[m], m, byMask, masks)
	}
	rowsOf(facts, setAside)
}

// setSumsAside sets a fact aside where finer facts count the same people.
func setSumsAside(facts []*fact, m mask, byMask map[mask][]*fact, finer []mask) {
	for _, p := range finer {
		without := m | p
		slots := map[slot]bool{}
		for _, f := range byMask[p] {
			if f.stands() {
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
func acceptParts(g *given, facts []*fact) {
	acceptRows(g, facts, false)
	acceptRows(g, facts, true)
}

func acceptRows(g *given, facts []*fact, explicit bool) {
	rowsOf(facts, func(row []*fact) {
		if row[0].row.state != used || row[0].explicit != explicit {
			return
		}
		if explicit {
			setRepeatsAside(g, row)
		}
		var parts []*fact
		for _, f := range row {
			if !f.aside {
				parts = append(parts, f)
			}
		}
		if g.accept(parts) && len(parts) > 0 && parts[0].explicit {
			f := parts[0]
			f.row.say(source.Notice, f.column, f.row.file.FieldAt(f.column), fmt.Sprintf(
				"the total of %s has no rows for its parts, so it is used as the overall figure", f.words()))
		}
	})
}

// setRepeatsAside sets a total aside whose cell a row gives that calls itself none:
// "Total non-clinical" beside "Non-clinical".
func setRepeatsAside(g *given, row []*fact) {
	for _, f := range row {
		of := g.before(f)
		if f.aside || of == nil || of.explicit {
			continue
		}
		f.aside, f.settled = true, true
		if f.n != of.n {
			f.noteSum(fmt.Sprintf("the total %s of %s differs from the %s at %s, which is used: check which is right",
				labels.Thousands(f.n), f.words(), labels.Thousands(of.n), of.row.place()))
		}
	}
}

// sums is what the facts of one slot add up to.
type sums struct {
	first *fact
	n     int
}

// compareSums compares sums that were set aside with their parts.
func compareSums(facts []*fact, m mask, byMask map[mask][]*fact, masks []mask) {
	totals := map[slot]*sums{}
	var order []slot
	seen := newGiven()
	for _, f := range facts {
		if !f.aside || f.settled || f.row.state != used || seen.before(f) != nil {
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
	if len(order) == 0 {
		return
	}
	parts := partSums(m, byMask, masks)
	for _, s := range order {
		t, p := totals[s], parts[s]
		f := t.first
		switch {
		case p == nil && m == sumOfGroups || p == nil && f.anyEthnicity:
			f.noteSum(fmt.Sprintf("the total %s of %s has no rows by ethnicity beside it, so it cannot be used; give White, BME and Unknown",
				labels.Thousands(t.n), f.words()))
		case p == nil:
			f.noteSum(fmt.Sprintf("%s is given in two ways that cannot be added; the rows of %s are set aside",
				f.words(), f.row.place()))
		case p.n != t.n:
			f.noteSum(fmt.Sprintf("the total %s of %s differs from the sum of its parts, %s; the parts are used: check which is right",
				labels.Thousands(t.n), f.words(), labels.Thousands(p.n)))
		}
	}
}

// partSums adds up the facts that stand, by the keys that m leaves.
func partSums(m mask, byMask map[mask][]*fact, masks []mask) map[slot]*sums {
	parts := map[slot]*sums{}
	for _, p := range masks {
		if p == m || p&^m != 0 {
			continue
		}
		for _, f := range byMask[p] {
			if !f.stands() {
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
func (f *fact) whole() int {
	if _, part := f.band.PartOf(); part {
		return 0
	}
	return f.n
}

func (f *fact) noteSum(message string) {
	f.row.say(source.Notice, f.column, f.row.file.FieldAt(f.column), message)
}
