package disclosure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/disclosure/sums"
)

// column is where in a row a number stands: that of a group, or of all.
type column uint8

// The columns. Rest is White and unknown together, which is printed where they are
// not apart.
const (
	white   = column(model.White)
	bme     = column(model.BME)
	unknown = column(model.Unknown)
	all     = column(model.GroupCount)
	rest    = all + 1
)

// kind is what a table is of.
type kind uint8

// The kinds of table, those of the workforce from the finest to the coarsest.
const (
	bandRows kind = iota
	clusterRows
	seniorRows
	tierRows
	categoryRow
	workforceRow
	eventRow     // of an indicator: to whom it happened
	atRiskRow    // of an indicator: who was at risk
	partEventRow // of a part of a year's recruitment
	partAtRiskRow
	boardRows
)

func (k kind) workforce() bool { return k <= workforceRow }

// table is a part of a year's figures in which numbers add up.
type table struct {
	kind     kind
	category model.StaffCategory
	of       string // the indicator, of events and those at risk
}

// place is where a number is printed.
type place struct {
	table
	row    int // the band, cluster, tier or part of the board
	column column
}

// number is a count of people, wherever it is printed: what is the same sum of the same
// people is one number, hidden in all its places or in none.
type number struct {
	terms    []sums.Term
	value    int
	places   []place
	write    []write
	quantity int  // of it, to those who read the sheet
	small    bool // hidden for being small
	uniform  bool // hidden in a row of few people who are all of one group
	finer    bool // hidden in a row of staff that is finer than those that are shown
	hidden   bool
}

// write puts a number into the results, in one place, or with nil takes it out of them
// and marks that it is hidden.
type write func(n *int)

// into is the write of a number that stands in two fields.
func into(n **int, hidden *bool) write {
	return func(to *int) { *n, *hidden = to, to == nil }
}

// in reports whether the number is printed in a table of a kind.
func (n *number) in(k kind) bool {
	return slices.ContainsFunc(n.places, func(p place) bool { return p.kind == k })
}

// derived reports whether the number is printed nowhere by itself.
func (n *number) derived() bool {
	return !slices.ContainsFunc(n.places, func(p place) bool { return p.column != rest })
}

// sheet is the numbers of one year.
type sheet struct {
	rule     Rule
	truth    []int         // of each unknown that the numbers are sums of
	parts    [][]sums.Term // sums that everybody knows not to be below nought: of a whole without a part of it
	together map[int][]int // the parts of a year's recruitment that are hidden together
	numbers  []*number     // in the order in which they are printed
	at       map[place]*number
	byTerms  map[string]*number
	tables   []table
	rows     map[table][]int
	settings model.Settings
}

func newSheet(rule Rule, settings model.Settings) *sheet {
	return &sheet{rule: rule, settings: settings, at: map[place]*number{}, together: map[int][]int{}, byTerms: map[string]*number{}}
}

// unknown adds an unknown to the system, that is n in truth.
func (s *sheet) unknown(n int) sums.Term {
	s.truth = append(s.truth, n)
	return sums.Term{Unknown: len(s.truth) - 1, Times: 1}
}

// sumOf gives the terms of a printed sum. One that is more than its parts has something
// in it that they have not; one that is less is another number than their sum.
func (s *sheet) sumOf(parts []sums.Term, printed int) []sums.Term {
	if len(parts) == 0 {
		return []sums.Term{s.unknown(printed)}
	}
	sum := s.sum(parts)
	switch {
	case sum == printed:
		return parts
	case sum < printed:
		return append(slices.Clip(parts), s.unknown(printed-sum))
	}
	return []sums.Term{s.unknown(printed)}
}

// sum gives what terms come to in truth.
func (s *sheet) sum(terms []sums.Term) (n int) {
	for _, t := range terms {
		n += t.Times * s.truth[t.Unknown]
	}
	return n
}

// put notes that a number is printed somewhere, and how it is written there.
func (s *sheet) put(p place, terms []sums.Term, value int, w write) {
	key := keyOf(terms)
	n, known := s.byTerms[key]
	if !known {
		n = &number{terms: terms, value: value}
		s.byTerms[key], s.numbers = n, append(s.numbers, n)
	}
	n.places, n.write, s.at[p] = append(n.places, p), append(n.write, w), n
}

func keyOf(terms []sums.Term) string {
	sorted := slices.SortedFunc(slices.Values(terms), func(a, b sums.Term) int { return cmp.Compare(a.Unknown, b.Unknown) })
	var b strings.Builder
	for _, t := range sorted {
		fmt.Fprintf(&b, "%d*%d ", t.Times, t.Unknown)
	}
	return b.String()
}

// partOf notes that everybody knows one number to be a part of another.
func (s *sheet) partOf(part, whole []sums.Term) {
	s.parts = append(s.parts, without(whole, part))
}

// without gives the terms of a whole from which a part is taken away.
func without(whole, part []sums.Term) []sums.Term {
	terms := slices.Clone(whole)
	for _, t := range part {
		terms = append(terms, sums.Term{Unknown: t.Unknown, Times: -t.Times})
	}
	return terms
}

// index finds the tables, and the rows of each, in the order of printing. Everything has to be
// on the sheet by then.
func (s *sheet) index() {
	s.rows = map[table][]int{}
	for _, n := range s.numbers {
		for _, p := range n.places {
			rows, known := s.rows[p.table]
			if !known {
				s.tables = append(s.tables, p.table)
			}
			if !slices.Contains(rows, p.row) {
				s.rows[p.table] = append(rows, p.row)
			}
		}
	}
}

// shown reports whether a number is printed at a place, and not hidden.
func (s *sheet) shown(p place) bool {
	n := s.at[p]
	return n != nil && !n.hidden
}

// conceal hides the number at a place, and reports whether that changed anything. White
// and unknown together are hidden with BME, from which they could be told.
func (s *sheet) conceal(p place) bool {
	if p.column == rest {
		p.column = bme
	}
	n := s.at[p]
	if n == nil || n.hidden {
		return false
	}
	n.hidden = true
	return true
}
