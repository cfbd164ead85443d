package disclosure

import (
	"math/bits"
	"slices"

	"wres/model/disclosure/sums"
)

// attacked is a sheet as somebody sees it who wants to know what is hidden.
type attacked struct {
	*sheet
	any   *sums.Reader    // any reader, of what is shown
	told  *sums.Reader    // one who is told besides which of the marks are small counts
	alone *sums.Reader    // one who is told that, and reads nothing
	in    map[*number]int // the quantity of each number
	small []*number       // those that are to be protected
	seen  map[asked]values
}

// asked is a reader who is asked about a number: with or without knowing that another is
// exactly 1.
type asked struct {
	reader  *sums.Reader
	one, of *number
}

// values are small values that a number was found to be able to have, a bit for each. What
// could be when more was shown still could.
type values uint32

// attack makes the readers of a sheet.
func attack(s *sheet) *attacked {
	a := &attacked{sheet: s, any: &sums.Reader{}, in: map[*number]int{}, seen: map[asked]values{}}
	for range s.truth {
		a.any.Unknown()
	}
	for _, terms := range s.parts {
		a.any.Know(a.any.Sum(terms), sums.AtLeast(0))
	}
	for _, n := range s.numbers {
		if a.in[n] = a.any.Sum(n.terms); n.small {
			a.small = append(a.small, n)
		}
	}
	a.told, a.alone = a.any.Clone(), a.any.Clone()
	for _, n := range a.small {
		if !n.derived() {
			a.told.Know(a.in[n], a.few())
			a.alone.Know(a.in[n], a.few())
		}
	}
	a.read()
	return a
}

// few is the range of small counts.
func (s *attacked) few() sums.Range { return sums.Range{Low: 1, High: s.rule.Small} }

// read lets the readers know what the sheet shows, and forget what it does no longer.
func (s *attacked) read() {
	for _, n := range s.numbers {
		in := sums.Anything()
		if !n.hidden && !n.derived() {
			in = sums.Exactly(n.value)
		}
		if s.any.Knows(s.in[n]) == in {
			continue
		}
		s.any.Know(s.in[n], in)
		if !n.small || n.derived() {
			s.told.Know(s.in[n], in)
		}
	}
}

// narrow finds a small number of which what is shown tells too much, or gives nil. Any
// reader must be left all values that are small; one who is told which marks are small,
// and the one person of a count of 1 besides, two of them. Staff of unknown ethnicity in a
// row are to be left two by any. What small counts tell of each other when nothing is shown,
// as four rows of people that are four people together, can be mended by nothing.
//
// The one person is taken to be behind each small number in turn, whatever it is: what is
// hidden may not depend on it.
func (s *attacked) narrow() *number {
	for _, n := range s.small {
		if !n.derived() && !s.could(asked{s.told, nil, n}, 2) && s.could(asked{s.alone, nil, n}, 2) {
			return n
		}
	}
	for _, one := range s.numbers {
		if !one.hidden || one.derived() || !s.rule.small(one.value) {
			continue
		}
		if n := s.toldByOne(one); n != nil {
			return n
		}
	}
	for _, n := range s.small {
		least := s.rule.Small
		if s.ofUnknownInRow(n) {
			least = min(2, least)
		}
		if !s.could(asked{s.any, nil, n}, least) {
			return n
		}
	}
	return nil
}

// toldByOne finds a small number that the one person of another can work out, or gives nil.
func (s *attacked) toldByOne(one *number) *number {
	defer s.know(s.told, one)()
	if s.told.Possible(s.rule.Budget) == sums.No {
		return nil // it is told to be more than 1
	}
	for _, n := range s.small {
		if n.derived() || s.holds(n, one) || s.could(asked{s.told, one, n}, 2) {
			continue
		}
		if s.couldAlone(one, n) {
			return n
		}
	}
	return nil
}

// couldAlone reports whether the one person of a number would be left two values of another
// if nothing were shown.
func (s *attacked) couldAlone(one, n *number) bool {
	defer s.know(s.alone, one)()
	return s.could(asked{s.alone, one, n}, 2)
}

// know lets a reader know that a number is 1, until what it gives is called.
func (s *attacked) know(r *sums.Reader, one *number) (forget func()) {
	before := r.Knows(s.in[one])
	r.Know(s.in[one], sums.Exactly(1))
	return func() { r.Know(s.in[one], before) }
}

// could reports whether a number could have so many small values. Each answer tells of
// other numbers too.
func (s *attacked) could(q asked, enough int) bool {
	for v := 1; v <= s.rule.Small && bits.OnesCount32(uint32(s.seen[q])) < enough; v++ {
		if s.seen[q]>>v&1 == 1 || q.reader.Could(s.in[q.of], v, s.rule.Budget) != sums.Yes {
			continue
		}
		for _, n := range s.small {
			if value := q.reader.Found(s.in[n]); s.rule.small(value) {
				s.seen[asked{q.reader, q.one, n}] |= 1 << value
			}
		}
	}
	return bits.OnesCount32(uint32(s.seen[q])) >= enough
}

// ofUnknownInRow reports whether a number is of staff of unknown ethnicity in a band or
// cluster.
func (s *attacked) ofUnknownInRow(n *number) bool {
	return slices.ContainsFunc(n.places, func(p place) bool { return p.column == unknown && p.kind < categoryRow })
}

// holds reports whether the person of one number may be in the other: one of them is a
// part of the other.
func (s *attacked) holds(n, one *number) bool {
	within := func(a, b *number) bool {
		return !slices.ContainsFunc(a.terms, func(t sums.Term) bool { return !slices.Contains(b.terms, t) })
	}
	if within(n, one) || within(one, n) {
		return true
	}
	for _, a := range n.places {
		for _, b := range one.places {
			if a.of != "" && a.of == b.of && a.column == b.column && s.overlap(a, b) {
				return true
			}
		}
	}
	return false
}

// overlap reports whether two numbers of one group and indicator hold the same people: those
// to whom it happened are among those at risk, and those of a part among all.
func (s *sheet) overlap(a, b place) bool {
	part := func(p place) bool { return p.kind == partEventRow || p.kind == partAtRiskRow }
	return a.row == b.row && part(a) == part(b) || part(a) != part(b)
}
