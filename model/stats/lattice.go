package stats

import (
	"math"
	"sort"
)

// lattice is a distribution over the whole numbers low to high whose
// probabilities rise up to its mode and fall from there.
type lattice struct {
	low, high, mode int
	log             func(x int) float64 // the logarithm of the probability of x
	next            func(x int) float64 // the probability of x+1 over that of x
}

func (l lattice) probability(x int) float64 {
	if x < l.low || x > l.high {
		return 0
	}
	return math.Exp(l.log(x))
}

// lower gives P(X ≤ x).
func (l lattice) lower(x int) float64 {
	switch {
	case x >= l.high:
		return 1
	case x < l.mode:
		return l.tailDown(x)
	}
	return 1 - l.tailUp(x+1)
}

// upper gives P(X ≥ x).
func (l lattice) upper(x int) float64 {
	switch {
	case x <= l.low:
		return 1
	case x > l.mode:
		return l.tailUp(x)
	}
	return 1 - l.tailDown(x-1)
}

// tailUp sums the probabilities from x, which is not below the mode, upwards,
// until they no longer count.
func (l lattice) tailUp(x int) float64 {
	if x > l.high {
		return 0
	}
	start, sum, term := l.probability(x), 1.0, 1.0
	for ; x < l.high && term > sum*1e-18; x++ {
		term *= l.next(x)
		sum += term
	}
	return start * sum
}

// tailDown sums them from x, which is not above the mode, downwards.
func (l lattice) tailDown(x int) float64 {
	if x < l.low {
		return 0
	}
	start, sum, term := l.probability(x), 1.0, 1.0
	for ; x > l.low && term > sum*1e-18; x-- {
		term /= l.next(x - 1)
		sum += term
	}
	return start * sum
}

// noMoreProbable sums the probabilities of everything that is at most 1+tie times
// as probable as x.
func (l lattice) noMoreProbable(x int, tie float64) float64 {
	limit := l.log(x) + math.Log1p(tie)
	if l.log(l.mode) <= limit {
		return 1
	}
	below := l.low - 1 + sort.Search(l.mode-l.low, func(i int) bool { return l.log(l.low+i) > limit })
	above := l.mode + 1 + sort.Search(l.high-l.mode, func(i int) bool { return l.log(l.mode+1+i) <= limit })
	return math.Min(1, l.tailDown(below)+l.tailUp(above))
}

// closeTo is how much of a probability may be missing for it to count as reached.
const closeTo = 1e-10

// quantileBelow gives the smallest x with P(X ≤ x) ≥ tail.
func (l lattice) quantileBelow(tail float64) int {
	return l.low + sort.Search(l.high-l.low, func(i int) bool {
		return l.lower(l.low+i) >= tail*(1-closeTo)
	})
}

// quantileAbove gives the smallest x with P(X > x) ≤ tail.
func (l lattice) quantileAbove(tail float64) int {
	return l.low + sort.Search(l.high-l.low, func(i int) bool {
		return l.upper(l.low+i+1) <= tail*(1+closeTo)
	})
}
