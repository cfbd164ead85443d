package sums

import (
	"math"
	"slices"
)

// Term is an unknown in a sum, and what it is multiplied with there.
type Term struct {
	Unknown int
	Times   int // 1; -1 where it is taken away
}

// Range holds the whole numbers from Low to High, both in it.
type Range struct{ Low, High int }

// Exactly is the range of one number.
func Exactly(n int) Range { return Range{n, n} }

// AtLeast is the range of the numbers from n on.
func AtLeast(n int) Range { return Range{n, Endless} }

// Anything is the range of a sum of which nothing is known.
func Anything() Range { return Range{-Endless, Endless} }

// Endless is a number that no count reaches: a range that ends with it has no end.
const Endless = 1 << 40

// Answer says whether something could be.
type Answer uint8

// The answers. TooLong is none: the search was given up.
const (
	No Answer = iota
	Yes
	TooLong
)

// Reader is somebody who knows of some quantities in what range they lie. The zero Reader
// knows of none.
type Reader struct {
	terms  [][]Term // of each quantity; nil of an unknown
	known  []Range
	value  []float64 // that fits the sums, and where the reader was asked last the ranges
	rows   [][]float64
	basic  []int // the quantity that a row gives, as a sum of those of the columns
	column []int // the quantity of each column
	at     []int // of each quantity: its column, or -1-row
	steps  int
}

// Unknown adds a number that is not below nought, and gives its quantity. All unknowns come
// before the first sum.
func (r *Reader) Unknown() int {
	q := r.add(nil, AtLeast(0))
	r.at = append(r.at, len(r.column))
	r.column = append(r.column, q)
	return q
}

// Sum adds a sum of unknowns, of which nothing is known, and gives its quantity. All sums
// come before the first question.
func (r *Reader) Sum(terms []Term) int {
	q := r.add(terms, Anything())
	row := make([]float64, len(r.column))
	for _, t := range terms {
		row[r.at[t.Unknown]] += float64(t.Times)
		r.value[q] += float64(t.Times) * r.value[t.Unknown]
	}
	r.at = append(r.at, -1-len(r.rows))
	r.rows, r.basic = append(r.rows, row), append(r.basic, q)
	return q
}

func (r *Reader) add(terms []Term, in Range) int {
	r.terms, r.known, r.value = append(r.terms, terms), append(r.known, in), append(r.value, 0)
	return len(r.known) - 1
}

// Know says in what range a quantity lies, in place of what was known of it before.
func (r *Reader) Know(quantity int, in Range) {
	r.known[quantity] = in
	if column := r.at[quantity]; column >= 0 {
		r.move(column, min(max(r.value[quantity], float64(in.Low)), float64(in.High))-r.value[quantity])
	}
}

// Knows gives the range in which a quantity is known to lie.
func (r *Reader) Knows(quantity int) Range { return r.known[quantity] }

// Clone copies a reader, so that what the one learns the other does not know.
func (r *Reader) Clone() *Reader {
	c := *r
	c.known, c.value, c.basic, c.column, c.at = slices.Clone(r.known), slices.Clone(r.value), slices.Clone(r.basic), slices.Clone(r.column), slices.Clone(r.at)
	c.rows = make([][]float64, len(r.rows))
	for i, row := range r.rows {
		c.rows[i] = slices.Clone(row)
	}
	return &c
}

// Could answers whether a quantity could be n, in at most so many steps.
func (r *Reader) Could(quantity, n, budget int) Answer {
	before := r.known[quantity]
	if n < before.Low || n > before.High {
		return No
	}
	r.Know(quantity, Exactly(n))
	r.steps = budget
	answer := r.solve()
	r.Know(quantity, before)
	return answer
}

// Possible answers whether what the reader knows can be: No where it contradicts itself.
func (r *Reader) Possible(budget int) Answer {
	r.steps = budget
	return r.solve()
}

// Found gives what a quantity is in the numbers that fitted the last question; it is only
// asked after a Yes.
func (r *Reader) Found(quantity int) int { return int(math.Round(r.value[quantity])) }
