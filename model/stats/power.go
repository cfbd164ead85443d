package stats

import (
	"errors"
	"math"
)

// The reasons for which a power or what it can detect is undefined.
var (
	ErrPower        = errors.New("the power must lie between the level of the test and 1")
	ErrUndetectable = errors.New("groups of these sizes could not detect any ratio above 1 with that power")
)

// Power gives the chance that the two-sided test of two shares (pooled z, no
// correction) finds a difference at level alpha where the shares are p1 and p2 and
// the groups have n1 and n2 people, in either direction:
//
//	Φ((|p1-p2| - z s0)/s1) + Φ((-|p1-p2| - z s0)/s1)
//	s0² = p(1-p)(1/n1 + 1/n2), s1² = p1(1-p1)/n1 + p2(1-p2)/n2
//
// with p the share over both. J. L. Fleiss 1981, Statistical Methods for Rates and
// Proportions, 2nd edition. Shares that are both 0 or both 1 are ErrUntestable.
func Power(p1, p2 float64, n1, n2 int, alpha float64) (float64, error) {
	if !(p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1) {
		return 0, ErrShare
	}
	z, err := checked(1-alpha, Count{AtRisk: n1}, Count{AtRisk: n2})
	if err != nil {
		return 0, err
	}
	if p1 == p2 && (p1 == 0 || p1 == 1) {
		return 0, ErrUntestable
	}
	f1, f2 := float64(n1), float64(n2)
	p := (f1*p1 + f2*p2) / (f1 + f2)
	q := (f1*(1-p1) + f2*(1-p2)) / (f1 + f2)
	s0 := math.Sqrt(p * q * (1/f1 + 1/f2))
	s1 := math.Sqrt(p1*(1-p1)/f1 + p2*(1-p2)/f2)
	gap := math.Abs(p1 - p2)
	if s1 == 0 { // one share is 0 and the other 1: the outcome is certain
		if gap > z*s0 {
			return 1, nil
		}
		return 0, nil
	}
	return math.Min(1, below((gap-z*s0)/s1)+below((-gap-z*s0)/s1)), nil
}

// below gives the probability that a standard normal value lies below z.
func below(z float64) float64 { return math.Erfc(-z/math.Sqrt2) / 2 }

// DetectableRatio gives the smallest ratio above 1, of the share of the first group
// over p2, that the test of Power finds with the power asked for. The ratio goes no
// further than 1/p2, where the first group has only events; where that is not
// enough it is ErrUndetectable.
func DetectableRatio(p2 float64, n1, n2 int, alpha, power float64) (float64, error) {
	if !(p2 >= 0 && p2 <= 1) {
		return 0, ErrShare
	}
	if _, err := checked(1-alpha, Count{AtRisk: n1}, Count{AtRisk: n2}); err != nil {
		return 0, err
	}
	if !(power > alpha && power < 1) {
		return 0, ErrPower
	}
	if p2 == 0 {
		return 0, ErrNoReferenceEvents
	}
	short := func(p1 float64) float64 {
		reached, err := Power(p1, p2, n1, n2, alpha)
		if err != nil {
			return -power // both shares are 1
		}
		return reached - power
	}
	if short(1) < 0 {
		return 0, ErrUndetectable
	}
	return root(short, p2, 1, -1, 1, 0) / p2, nil
}
