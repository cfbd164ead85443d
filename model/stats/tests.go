package stats

import "math"

// Z gives the two-proportion z of two groups, with their pooled share p:
//
//	z = (p1 - p2) / √(p(1-p)(1/n1 + 1/n2))
//
// It is above 0 where the share of a is the higher one. Without events, or with
// only events, there is nothing to test.
func Z(a, b Count) (float64, error) {
	if err := checkAll(a, b); err != nil {
		return 0, err
	}
	events, others := float64(a.Events+b.Events), float64(a.without()+b.without())
	if events == 0 || others == 0 {
		return 0, ErrUntestable
	}
	n1, n2 := float64(a.AtRisk), float64(b.AtRisk)
	gap := float64(a.Events*b.AtRisk - b.Events*a.AtRisk) // exact
	return gap / math.Sqrt(n1*n2) * math.Sqrt((n1+n2)/(events*others)), nil
}

// Pearson gives the two-sided p of Pearson's chi-squared test of two shares for
// equality, with one degree of freedom and no continuity correction. Chi-squared
// is the square of Z. K. Pearson 1900, Philosophical Magazine (5) 50:157.
func Pearson(a, b Count) (float64, error) {
	z, err := Z(a, b)
	if err != nil {
		return 0, err
	}
	return twoSided(z), nil
}

// PearsonN1 gives the p of the N-1 chi-squared test: Pearson's chi-squared times
// (N-1)/N, where N is everybody at risk. I. Campbell 2007, Statistics in Medicine
// 26:3661.
func PearsonN1(a, b Count) (float64, error) {
	z, err := Z(a, b)
	if err != nil {
		return 0, err
	}
	return twoSided(z / math.Sqrt(widening(a, b))), nil
}

// FisherExact gives the two-sided p of Fisher's exact test: the probability,
// given both margins, of all tables that are no more probable than the one seen.
// A table that is more probable by less than one part in ten million counts as
// equally probable, as in R. Without events, or with only events, one table is
// possible and p is 1. R. A. Fisher 1935, Journal of the Royal Statistical Society
// 98:39.
func FisherExact(a, b Count) (float64, error) {
	if err := checkAll(a, b); err != nil {
		return 0, err
	}
	return tableOf(a, b).noMoreProbable(a.Events, tie), nil
}

// FisherTails gives the one-sided probabilities of Fisher's exact test: of so many
// events in a or fewer, and of so many or more.
func FisherTails(a, b Count) (less, greater float64, err error) {
	if err := checkAll(a, b); err != nil {
		return 0, 0, err
	}
	h := tableOf(a, b)
	return h.lower(a.Events), h.upper(a.Events), nil
}

// MidP gives the central mid-P of the exact test, in which the table seen counts
// by half: min(1, 2 min(P(X ≤ a), P(X ≥ a)) - P(X = a)). Without events, or with
// only events, it is 1. H. O. Lancaster 1961, Journal of the American Statistical
// Association 56:223.
func MidP(a, b Count) (float64, error) {
	if err := checkAll(a, b); err != nil {
		return 0, err
	}
	return tableOf(a, b).midP(a.Events), nil
}

func (l lattice) midP(x int) float64 {
	tail := math.Min(l.lower(x), l.upper(x))
	return math.Min(1, 2*tail-l.probability(x))
}

// MidPIrwin gives the other mid-P: the probability of all tables that are less
// probable than the one seen, and half that of those equally probable. Equal is
// what differs by less than one part in ten million.
func MidPIrwin(a, b Count) (float64, error) {
	if err := checkAll(a, b); err != nil {
		return 0, err
	}
	h := tableOf(a, b)
	return (h.noMoreProbable(a.Events, tie) + h.noMoreProbable(a.Events, -tie)) / 2, nil
}

// tie is by how much two probabilities may differ, as a share of them, and be
// taken for equal.
const tie = 1e-7

// tableOf gives the distribution of the events in a, given both margins.
func tableOf(a, b Count) lattice {
	return hypergeometric(a.AtRisk+b.AtRisk, a.Events+b.Events, a.AtRisk)
}
