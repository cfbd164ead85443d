package disclosure

import (
	"slices"

	"wres/model/disclosure/sums"
)

// attacked is a sheet as somebody sees it who wants to know what is hidden.
type attacked struct{ *sheet }

// readers are those who know no one: any reader; one who is told besides which of the marks
// are small counts; and one who is told that and reads nothing.
type readers struct{ any, told, alone *sums.Reader }

// readers gives those who read what the sheet shows. Those who read it when more was shown
// had found solutions that still are.
func (s attacked) readers(before readers) readers {
	system := s.known.Clone()
	for _, n := range s.numbers {
		if !n.hidden && !n.derived() {
			system.Know(n.terms, sums.Exactly(n.value))
		}
	}
	r := readers{alone: before.alone}
	if r.any = sums.NewReader(system, s.rule.Budget); before.any != nil {
		r.any = before.any.Forget(system)
	}
	r.told = s.told(r.any)
	if r.alone == nil { // those who read nothing
		r.alone = s.told(sums.NewReader(s.known.Clone(), s.rule.Budget))
	}
	return r
}

// told tells a reader which of the marks are small counts.
func (s attacked) told(r *sums.Reader) *sums.Reader {
	for _, n := range s.numbers {
		if n.small && !n.derived() {
			r = r.Given(n.terms, sums.Range{Low: 1, High: s.rule.Small})
		}
	}
	return r
}

// narrow finds a small number of which what is shown tells too much, or gives nil. Any
// reader must be left all values that are small; one who is told which marks are small,
// and the one person of a count of 1 besides, two of them. Staff of unknown ethnicity in a
// row are to be left two by any. What small counts tell of each other when nothing is shown,
// as four rows of people that are four people together, can be mended by nothing.
//
// The one person is taken to be behind each small number in turn, whatever it is: what is
// hidden may not depend on it.
func (s attacked) narrow(r readers) *number {
	var small, marks []*number
	for _, n := range s.numbers {
		if n.small {
			small = append(small, n)
			if !n.derived() {
				marks = append(marks, n)
			}
		}
	}
	for _, n := range marks {
		if s.values(r.told, n, 2) < 2 && s.values(r.alone, n, 2) == 2 {
			return n
		}
	}
	for _, one := range marks {
		if n := s.toldByOne(r, one, marks); n != nil {
			return n
		}
	}
	for _, n := range small {
		least := s.rule.Small
		if s.ofUnknownInRow(n) {
			least = min(2, least)
		}
		if s.values(r.any, n, least) < least {
			return n
		}
	}
	return nil
}

// toldByOne finds a small number that the one person of another can work out, or gives nil.
func (s attacked) toldByOne(r readers, one *number, marks []*number) *number {
	person := r.told.Given(one.terms, sums.Exactly(1))
	if person.Possible() == sums.No {
		return nil // it is told to be more than 1
	}
	for _, n := range marks {
		if s.holds(n, one) || s.values(person, n, 2) == 2 {
			continue
		}
		if s.values(r.alone.Given(one.terms, sums.Exactly(1)), n, 2) == 2 {
			return n
		}
	}
	return nil
}

// values counts the small values that a number could have, as far as it takes to find
// enough.
func (s attacked) values(r *sums.Reader, n *number, enough int) int {
	found := 0
	for v := 1; v <= s.rule.Small && found < enough; v++ {
		if r.Could(n.terms, v) == sums.Yes {
			found++
		}
	}
	return found
}

// ofUnknownInRow reports whether a number is of staff of unknown ethnicity in a band or
// cluster.
func (s attacked) ofUnknownInRow(n *number) bool {
	return slices.ContainsFunc(n.places, func(p place) bool { return p.column == unknown && p.kind < categoryRow })
}

// holds reports whether the person of one number may be in the other: one of them is a
// part of the other.
func (s attacked) holds(n, one *number) bool {
	within := func(a, b *number) bool {
		return !slices.ContainsFunc(a.terms, func(t sums.Term) bool { return !slices.Contains(b.terms, t) })
	}
	if within(n, one) || within(one, n) {
		return true
	}
	for _, a := range n.places {
		for _, b := range one.places {
			if a.of != "" && a.of == b.of && a.column == b.column { // to whom it happened is among those at risk
				return true
			}
		}
	}
	return false
}
