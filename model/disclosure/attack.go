package disclosure

import (
	"math/bits"
	"slices"

	"wres/model/disclosure/sums"
)

// attacked is a sheet as somebody sees it who wants to know what is hidden.
type attacked struct {
	*sheet
	any   *sums.Reader // any reader, of what is shown
	told  *sums.Reader // one who is told besides which of the marks are small counts
	alone *sums.Reader // one who is told that, and reads nothing
	small []*number    // those that are to be protected
	seen  map[asked]values
}

// asked is a reader who is asked about a number: with or without knowing that another is
// exactly 1.
type asked struct {
	reader  *sums.Reader
	one, of *number
}

// question asks whether a reader is left enough small values of a number.
type question struct {
	asked
	enough int
}

// values are small values that a number was found to be able to have, a bit for each. What
// could be when more was shown still could.
type values uint32

// attack makes the readers of a sheet.
func attack(s *sheet) *attacked {
	a := &attacked{sheet: s, any: &sums.Reader{}, seen: map[asked]values{}}
	for range s.truth {
		a.any.Unknown()
	}
	for _, terms := range s.parts {
		a.any.Know(a.any.Sum(terms), sums.AtLeast(0))
	}
	for _, n := range s.numbers {
		if n.quantity = a.any.Sum(n.terms); n.small {
			a.small = append(a.small, n)
		}
	}
	a.told, a.alone = a.any.Clone(), a.any.Clone()
	for _, n := range a.small {
		if !n.derived() {
			a.alone.Know(n.quantity, a.few())
		}
	}
	a.read()
	return a
}

// markOfFew reports whether the mark of a number, where it is hidden, is one of a small
// count: also of one that might be shown, and is hidden for the sake of others.
func (s *attacked) markOfFew(n *number) bool { return s.rule.small(n.value) && !n.derived() }

// few is the range of small counts.
func (s *attacked) few() sums.Range { return sums.Range{Low: 1, High: s.rule.Small} }

// read lets the readers know what the sheet shows, and forget what it does no longer.
func (s *attacked) read() {
	for _, n := range s.numbers {
		in := sums.Anything()
		if !n.hidden && !n.derived() {
			in = s.rule.behind(n)
		}
		s.any.Know(n.quantity, in)
		if n.hidden && s.markOfFew(n) {
			in = s.few()
		}
		s.told.Know(n.quantity, in)
	}
}

// narrow finds a small number of which what is shown tells somebody too much, and whom.
// Any reader must be left all values that are small, or
// two where counts are rounded; one who is told which marks are small, and the one person of
// a count of 1 besides, two of them. Staff of unknown ethnicity in a row are to be left two
// by any. What small counts tell of each other when nothing is shown, as four rows of people
// that are four people together, can be mended by nothing.
//
// The one person is taken to be behind each small number in turn, whatever it is: what is
// hidden may not depend on it.
func (s *attacked) narrow() (q question, found bool) {
	for _, n := range s.small {
		q := question{asked{s.told, nil, n}, 2}
		if !n.derived() && !s.left(q) && s.mendable(question{asked{s.alone, nil, n}, 2}) {
			return q, true
		}
	}
	for _, one := range s.numbers {
		if !one.hidden || one.derived() || !s.rule.small(one.value) {
			continue
		}
		if q, found := s.toldByOne(one); found {
			return q, true
		}
	}
	for _, n := range s.small {
		if q := (question{asked{s.any, nil, n}, s.promised(n)}); !s.left(q) {
			return q, true
		}
	}
	return question{}, false
}

// toldByOne finds a small number that the one person of another can work out.
func (s *attacked) toldByOne(one *number) (q question, found bool) {
	if !s.left(question{asked{s.told, one, nil}, 0}) {
		return question{}, false // it is told to be more than 1
	}
	for _, n := range s.small {
		q := question{asked{s.told, one, n}, 2}
		if !n.derived() && !s.holds(n, one) && !s.left(q) && s.mendable(question{asked{s.alone, one, n}, 2}) {
			return q, true
		}
	}
	return question{}, false
}

// left reports whether a reader is left enough small values of a number; with none asked
// for, whether what the reader knows can be. Each answer tells of other numbers too.
func (s *attacked) left(q question) bool {
	if q.one != nil {
		before := q.reader.Knows(q.one.quantity)
		q.reader.Know(q.one.quantity, sums.Exactly(1))
		defer q.reader.Know(q.one.quantity, before)
	}
	if q.of == nil {
		return q.reader.Possible(s.rule.Budget) != sums.No
	}
	for v := 1; v <= s.rule.Small && bits.OnesCount32(uint32(s.seen[q.asked])) < q.enough; v++ {
		if s.seen[q.asked]>>v&1 == 1 || q.reader.Could(q.of.quantity, v, s.rule.Budget) != sums.Yes {
			continue
		}
		for _, n := range s.small {
			if value := q.reader.Found(n.quantity); s.rule.small(value) {
				s.seen[asked{q.reader, q.one, n}] |= 1 << value
			}
		}
	}
	return bits.OnesCount32(uint32(s.seen[q.asked])) >= q.enough
}

// mendable reports whether hiding more may leave one who reads nothing enough small values
// of a number: what cannot be answered in time may be so.
func (s *attacked) mendable(q question) bool {
	if q.one != nil {
		before := q.reader.Knows(q.one.quantity)
		q.reader.Know(q.one.quantity, sums.Exactly(1))
		defer q.reader.Know(q.one.quantity, before)
	}
	n := 0
	for v := 1; v <= s.rule.Small && n < q.enough; v++ {
		if q.reader.Could(q.of.quantity, v, s.rule.Budget) != sums.No {
			n++
		}
	}
	return n >= q.enough
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
