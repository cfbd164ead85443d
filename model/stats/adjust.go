package stats

import (
	"math"
	"slices"
)

// Holm adjusts the p-values of one family so that the chance of any false finding
// among them stays within the level: the j-th smallest of m becomes the largest of
// (m-i+1) p(i) for i up to j, at most 1. The order is that of p. What is not a
// number counts as 1. S. Holm 1979, Scandinavian Journal of Statistics 6:65.
func Holm(p []float64) []float64 {
	adjusted, order := ordered(p)
	largest := 0.0
	for i, at := range order {
		largest = math.Max(largest, math.Min(1, float64(len(p)-i)*adjusted[at]))
		adjusted[at] = largest
	}
	return adjusted
}

// BenjaminiHochberg adjusts the p-values of one family so that the expected share
// of false ones among the findings stays within the level: the j-th smallest of m
// becomes the smallest of m p(i)/i for i from j, at most 1. The order is that of p.
// What is not a number counts as 1. Y. Benjamini and Y. Hochberg 1995, Journal of
// the Royal Statistical Society B 57:289.
func BenjaminiHochberg(p []float64) []float64 {
	adjusted, order := ordered(p)
	smallest := 1.0
	for i, at := range slices.Backward(order) {
		smallest = math.Min(smallest, float64(len(p))/float64(i+1)*adjusted[at])
		adjusted[at] = smallest
	}
	return adjusted
}

// Bonferroni multiplies each p-value by their number, at most 1. Holm's are never
// above these and hold as much.
func Bonferroni(p []float64) []float64 {
	adjusted, _ := ordered(p)
	for i := range adjusted {
		adjusted[i] = math.Min(1, adjusted[i]*float64(len(p)))
	}
	return adjusted
}

// ordered gives a copy of p with 1 for what is no number, and the places of its
// values from the smallest to the largest.
func ordered(p []float64) (values []float64, order []int) {
	values, order = slices.Clone(p), make([]int, len(p))
	for i := range values {
		order[i] = i
		if math.IsNaN(values[i]) {
			values[i] = 1
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case values[a] < values[b]:
			return -1
		case values[a] > values[b]:
			return 1
		}
		return 0
	})
	return values, order
}
