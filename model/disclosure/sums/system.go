package sums

import "slices"

// Term is an unknown in a sum, and what it is multiplied with there.
type Term struct {
	Unknown int
	Times   int // 1; -1 where it is taken away
}

// Add makes the terms of a sum in which each unknown is added once.
func Add(unknowns ...int) []Term {
	terms := make([]Term, len(unknowns))
	for i, u := range unknowns {
		terms[i] = Term{u, 1}
	}
	return terms
}

// Range holds the whole numbers from Low to High, both in it.
type Range struct{ Low, High int }

// Exactly is the range of one number.
func Exactly(n int) Range { return Range{n, n} }

// AtLeast is the range of the numbers from n on.
func AtLeast(n int) Range { return Range{n, Endless} }

// Endless is a number that no count reaches: a range that ends with it has no end.
const Endless = 1 << 40

// endless is where a range is taken to have no end: what stands beside it in a sum moves
// the end a little.
const endless = Endless / 2

// sum is a thing known: the terms add up to a number of the range.
type sum struct {
	terms []Term
	in    Range
}

// System is what somebody knows of some whole numbers, none of them below nought. The
// zero System knows of none.
type System struct {
	unknowns int
	sums     []sum
}

// Unknown adds a number, of which nothing is known but that it is not below nought.
func (s *System) Unknown() int {
	s.unknowns++
	return s.unknowns - 1
}

// Know adds a sum and the range that it is known to lie in.
func (s *System) Know(terms []Term, in Range) { s.sums = append(s.sums, sum{terms, in}) }

// Clone copies a system, so that what is added to the copy is not known in the other.
func (s *System) Clone() *System {
	return &System{unknowns: s.unknowns, sums: slices.Clip(s.sums)}
}
