package stats

import (
	"math"

	"gonum.org/v1/gonum/mathext"
)

// Proportion gives the share of those at risk who had the event.
func Proportion(c Count) (*Estimate, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	return &Estimate{Value: c.rate()}, nil
}

// Wilson gives the score interval of a share p = x/n:
//
//	(p + z²/2n ∓ z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)
//
// without a continuity correction. No events give a lower limit of exactly 0,
// only events an upper limit of exactly 1. E. B. Wilson 1927, Journal of the
// American Statistical Association 22:209.
func Wilson(c Count, level float64) (Interval, error) {
	z, err := checked(level, c)
	if err != nil {
		return Interval{}, err
	}
	iv := Interval{Upper: wilsonUpper(c, z), Level: level, Method: MethodWilson}
	// The lower limit of the events is what the upper limit of the others leaves.
	// Where it is small, the product of the two limits, p²/(1 + z²/n), is used
	// instead, as the subtraction would lose digits.
	iv.Lower = 1 - wilsonUpper(c.others(), z)
	if iv.Lower < 0.5 {
		p := c.rate()
		iv.Lower = p * p / ((1 + z*z/float64(c.AtRisk)) * iv.Upper)
	}
	return iv, nil
}

func wilsonUpper(c Count, z float64) float64 {
	if c.without() == 0 {
		return 1
	}
	n, p := float64(c.AtRisk), c.rate()
	q := float64(c.without()) / n
	half := z / (2 * n)
	return (p + z*half + z*math.Sqrt(p*q/n+half*half)) / (1 + z*z/n)
}

// ClopperPearson gives the exact interval of a share, which has at least its
// level: the limits are the shares under which so many events or more, or so many
// or fewer, have half of 1 - level each. They are quantiles of Beta(x, n-x+1) and
// Beta(x+1, n-x). No events give a lower limit of 0, only events an upper limit
// of 1. C. J. Clopper and E. S. Pearson 1934, Biometrika 26:404.
func ClopperPearson(c Count, level float64) (Interval, error) {
	if _, err := checked(level, c); err != nil {
		return Interval{}, err
	}
	return Interval{
		Lower:  exactLower(c.Events, c.AtRisk, level),
		Upper:  1 - exactLower(c.without(), c.AtRisk, level),
		Level:  level,
		Method: MethodClopperPearson,
	}, nil
}

func exactLower(x, n int, level float64) float64 {
	if x == 0 {
		return 0
	}
	return mathext.InvRegIncBeta(float64(x), float64(n-x+1), (1-level)/2)
}
