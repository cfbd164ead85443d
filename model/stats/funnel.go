package stats

import (
	"errors"
	"math"
)

// The reasons for which limits are undefined.
var (
	ErrShare       = errors.New("a share must lie between 0 and 1")
	ErrWidth       = errors.New("z must be a number above 0")
	ErrProbability = errors.New("a probability must lie above 0 and below 1")
)

// exactBelow is the number of people below which funnel limits are exact.
const exactBelow = 50

// FunnelLimits gives the limits around the share p0 within which the share of a
// unit of n people lies but for chance, z standard errors to either side: 1.96 for
// 95% limits, 3.09 for 99.8%. They are p0 ∓ z √(p0(1-p0)/n), kept within 0 to 1;
// below 50 people exact binomial quantiles, as shares. D. J. Spiegelhalter 2005,
// Statistics in Medicine 24:1185.
func FunnelLimits(p0 float64, n int, z float64) (lower, upper float64, err error) {
	lower, upper, err = NormalLimits(p0, n, z)
	if err != nil {
		return 0, 0, err
	}
	if n < exactBelow {
		tail, l := twoSided(z)/2, binomial(n, p0)
		of := float64(n)
		return float64(l.quantileBelow(tail)) / of, float64(l.quantileAbove(tail)) / of, nil
	}
	return math.Max(0, lower), math.Min(1, upper), nil
}

// NormalLimits gives p0 ∓ z √(p0(1-p0)/n), which may leave 0 to 1.
func NormalLimits(p0 float64, n int, z float64) (lower, upper float64, err error) {
	switch {
	case !(p0 >= 0 && p0 <= 1):
		return 0, 0, ErrShare
	case !(z > 0) || math.IsInf(z, 1):
		return 0, 0, ErrWidth
	case n < 0 || n > MostAtRisk:
		return 0, 0, ErrCounts
	case n == 0:
		return 0, 0, ErrNobodyAtRisk
	}
	half := z * math.Sqrt(p0*(1-p0)/float64(n))
	return p0 - half, p0 + half, nil
}

// BinomialQuantile gives the smallest number of events among n, each with
// probability p0, that is reached with probability p or more: P(X ≤ x) ≥ p, for p
// between 0 and 1. A probability that is short of p by less than one part in ten
// thousand million, of p or of 1-p, reaches it.
func BinomialQuantile(n int, p0, p float64) (int, error) {
	if !(p > 0 && p < 1) {
		return 0, ErrProbability
	}
	if _, _, err := NormalLimits(p0, n, 1); err != nil {
		return 0, err
	}
	if p <= 0.5 {
		return binomial(n, p0).quantileBelow(p), nil
	}
	return binomial(n, p0).quantileAbove(1 - p), nil
}
