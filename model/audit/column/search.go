package column

import "math/bits"

// The numbers behind a column: at risk by group and together, events by group and together.
const (
	together = groups
	events   = groups + 1
	numbers  = 2 * (groups + 1)
)

// least is the unit of all rates of a search: a rate r lies in [low, high] where
// low <= r * unit <= high. It is fine enough for the rates that a ratio implies.
const leastUnit = 20_000_000

// box is a range for each number.
type box struct{ low, high [numbers]int64 }

// tie says that one number is a share of another: low*of <= unit*part <= high*of.
type tie struct {
	part, of  int
	low, high int64
}

// span is a range of a number.
type span struct{ low, high int64 }

// search goes through the boxes of one column.
type search struct {
	unit   int64
	rates  [groups + 1]tie
	shares []tie
	top    int // the group on top of the ratio
	ratio  tie // low and high in units of ratio.of: those of top's rate over the other's
	rated  bool
	told   [numbers]bool // something printed tells of it
	limit  int
	steps  int // that are left
	capped bool
	answer Answer
	tight  [groups]bool // its rate is printed, or follows from the ratio
	own    [groups]bool // something is printed of the group by itself
	merged [groups]bool // nothing is, nor of another group: only their sum is looked for
	known  [2]*span     // how many are White or BME, at risk and of the events; nil: not printed
}

// Search looks for all sets of whole numbers, at most limit of them, in at most so many steps.
func (c Column) Search(limit, steps int) Answer { return c.search(limit, &steps) }

// search is Search, and leaves in steps what it did not need.
func (c Column) search(limit int, steps *int) Answer {
	s := &search{limit: limit, steps: *steps}
	defer func() { *steps = s.steps }()
	b, counted := s.begin(c)
	if !s.narrow(&b) {
		return Answer{}
	}
	if !counted {
		return Answer{Many: true}
	}
	largest := s.largest(c)
	for i := range b.high {
		if b.high[i] > largest {
			b.high[i], s.capped = largest, s.capped || s.told[i]
			if b.low[i] > largest {
				return Answer{Open: true}
			}
		}
	}
	if !s.narrow(&b) {
		return Answer{Open: s.capped}
	}
	s.part(b)
	if len(s.answer.Solutions) == 0 && s.capped {
		s.answer.Open = true
	}
	s.answer.told = s.told
	for g := range groups {
		if s.merged[g] {
			s.answer.told[g], s.answer.told[events+g] = false, false
		}
	}
	return s.answer
}

// largest is up to where a number is looked for that nothing printed bounds.
func (s *search) largest(c Column) int64 {
	largest := int64(4000)
	for _, f := range c.Figures {
		if f.Kind.Counted() && f.Low == f.High {
			largest = max(largest, 2*f.High)
		}
	}
	return min(largest, MostPeople)
}

// begin makes the first box and the ties of a column. Counted: a number of people is printed.
func (s *search) begin(c Column) (b box, counted bool) {
	for i := range b.high {
		b.high[i] = MostPeople
	}
	s.unit = leastUnit
	for _, f := range c.Figures {
		if !f.Kind.Counted() && f.Kind != Ratio {
			s.unit = max(s.unit, 2*pow10(min(f.scale(), mostDecimals+2)))
		}
	}
	for g := range s.rates {
		s.rates[g] = tie{part: events + g, of: g, high: s.unit}
	}
	for _, f := range c.Figures {
		if f.Group < All {
			s.own[f.Group] = true
		}
		switch f.Kind {
		case AtRisk, Events:
			counted = true
			if f.Group == Known {
				s.setKnown(f)
				continue
			}
			i := int(f.Group)
			if f.Kind == Events {
				i += events
			}
			b.low[i], b.high[i] = max(b.low[i], f.Low), min(b.high[i], f.High)
			s.told[i] = true
		case Ratio:
			s.setRatio(c, f)
		default:
			s.setShare(c, f)
		}
	}
	s.spread()
	s.merge(&b)
	return b, counted
}

// setKnown takes a count of White and BME together.
func (s *search) setKnown(f Figure) {
	side := 0
	if f.Kind == Events {
		side = events
	}
	s.known[side/events] = &span{f.Low, f.High}
	s.told[side+int(White)], s.told[side+int(BME)], s.own[Unknown] = true, true, true
}

// scale gives the decimals of a share as a fraction of one.
func (f Figure) scale() int {
	if f.Fraction {
		return f.Decimals
	}
	return f.Decimals + 2
}

// span gives the range of a printed number in units of which there are 2*10^scale in one,
// both ends included.
func (f Figure) span(cut bool) (low, high int64) {
	switch {
	case cut && f.Rest:
		return max(0, 2*f.Digits-2), 2 * f.Digits
	case cut:
		return 2 * f.Digits, 2*f.Digits + 2
	}
	return max(0, 2*f.Digits-1), 2*f.Digits + 1
}

func (s *search) setShare(c Column, f Figure) {
	low, high := f.span(c.Cut != Rounded)
	own := 2 * pow10(f.scale())
	if own > s.unit {
		low, high = low/(own/s.unit), (high+own/s.unit-1)/(own/s.unit)
	} else {
		low, high = low*(s.unit/own), high*(s.unit/own)
	}
	t := tie{low: low, high: high}
	switch f.Kind {
	case Rate:
		if c.Halved {
			low, high = 2*low, 2*high
		}
		r := &s.rates[f.Group]
		r.low, r.high = max(r.low, low), min(r.high, high)
		s.told[r.part], s.told[r.of] = true, true
		if f.Group != All {
			s.tight[f.Group] = true
		}
		return
	case ShareOfAtRisk:
		t.part, t.of = int(f.Group), together
	case ShareOfEvents:
		t.part, t.of = events+int(f.Group), events+together
	}
	t.high = min(t.high, s.unit)
	if c.Known {
		t.known(s.unit, &s.own)
	}
	s.told[t.part], s.told[t.of] = true, true
	s.shares = append(s.shares, t)
}

// known makes a share of all a share of those whose ethnicity is known. Of white and BME one
// is to the other as the share is to the rest; that is rounded outwards. A share of nearly all
// is left as it is, so that products stay in 64 bits.
func (t *tie) known(unit int64, own *[groups]bool) {
	g := t.of - together + int(White+BME) - (t.part - (t.of - together))
	if t.part-(t.of-together) > int(BME) || t.high > unit-unit/100 {
		return
	}
	own[g-(t.of-together)] = true
	t.low, t.high, t.of = scaled(t.low, unit, unit-t.low, false), scaled(t.high, unit, unit-t.high, true), g
}

func (s *search) setRatio(c Column, f Figure) {
	s.rated, s.top = true, int(f.Group)
	s.ratio.low, s.ratio.high = f.span(c.Cut == AllCut)
	s.ratio.of = int(2 * pow10(f.Decimals))
	for _, g := range []int{int(White), int(BME)} {
		s.told[g], s.told[events+g], s.tight[g], s.own[g] = true, true, true, true
	}
}

// spread: where a sum is told of, so is each of its parts. What nothing tells of is left
// out of the search.
func (s *search) spread() {
	for _, side := range []int{0, events} {
		if s.told[side+together] {
			for g := range groups {
				s.told[side+g] = true
			}
		}
	}
}

// merge takes groups of which nothing is printed for one: how people are parted between them
// is not to be known.
func (s *search) merge(b *box) {
	var without []int
	for g := range groups {
		if !s.own[g] {
			without = append(without, g)
		}
	}
	if len(without) < 2 {
		return
	}
	for i, g := range without {
		if s.merged[g] = true; i > 0 {
			b.high[g], b.high[events+g] = 0, 0
		}
	}
}

// part goes through a box that is narrowed already.
func (s *search) part(b box) {
	if s.steps--; s.steps < 0 {
		s.answer.Many, s.answer.Open = len(s.answer.Solutions) > 0, len(s.answer.Solutions) == 0
		return
	}
	i := s.smallest(&b)
	if i < 0 {
		s.take(&b)
		return
	}
	low, high := b.low[i], b.high[i]
	const few = 4
	if high-low >= few {
		middle := low + (high-low)/2
		s.try(b, i, low, middle)
		s.try(b, i, middle+1, high)
		return
	}
	for v := low; v <= high; v++ {
		s.try(b, i, v, v)
	}
}

// try goes on with a part of a box.
func (s *search) try(b box, i int, low, high int64) {
	if s.answer.Many || s.answer.Open {
		return
	}
	b.low[i], b.high[i] = low, high
	if s.narrow(&b) {
		s.part(b)
	}
}

// smallest gives the number with the fewest values left, or -1 where all have one.
func (s *search) smallest(b *box) int {
	best, size := -1, int64(0)
	for i := range b.low {
		if n := b.high[i] - b.low[i]; s.told[i] && n > 0 && (best < 0 || n < size) {
			best, size = i, n
		}
	}
	return best
}

// take keeps a box in which every number has one value, if the ratio agrees exactly.
func (s *search) take(b *box) {
	if s.rated && !s.agrees(b) {
		return
	}
	if len(s.answer.Solutions) == s.limit {
		s.answer.Many = true
		return
	}
	var found Solution
	for g := range groups {
		found.AtRisk[g], found.Events[g] = b.low[g], b.low[events+g]
	}
	s.answer.Solutions = append(s.answer.Solutions, found)
}

// agrees checks the ratio of fixed numbers, in 128 bits: low*W*e <= of*w*E <= high*W*e.
func (s *search) agrees(b *box) bool {
	other := int(White+BME) - s.top
	over, under := b.low[events+s.top]*b.low[other], b.low[s.top]*b.low[events+other]
	if under == 0 {
		return false
	}
	return !less(over, int64(s.ratio.of), under, s.ratio.low) && !less(under, s.ratio.high, over, int64(s.ratio.of))
}

// less reports whether a*b < c*d.
func less(a, b, c, d int64) bool {
	ah, al := bits.Mul64(uint64(a), uint64(b))
	ch, cl := bits.Mul64(uint64(c), uint64(d))
	return ah < ch || ah == ch && al < cl
}
