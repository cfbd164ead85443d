package stats

import (
	"errors"
	"math"
)

// Stratum is two groups within one part of the people, such as one step of a scale.
type Stratum struct{ A, B Count }

// The reasons for which an adjusted result is undefined.
var (
	ErrStratumLacksGroup = errors.New("a stratum has nobody of one group")
	ErrOneStratum        = errors.New("fewer than two strata have both groups and an event")
)

// Adjusted is a risk ratio within strata, pooled over them.
type Adjusted struct {
	Estimate                  // Mantel and Haenszel's, with Greenland and Robins's interval
	SELog             float64 // the standard error of its logarithm
	Z, P              float64 // against a ratio of 1, two-sided
	Strata            int     // that hold both groups; the others say nothing
	Association       ChiSquared
	Homogeneity       *ChiSquared // whether the strata share one ratio
	HomogeneityReason error       // why Homogeneity is nil
	Crude             float64     // the ratio of all together, strata ignored
	Shifted           bool        // Crude and the pooled ratio lie on both sides of 1, or over 0.1 apart in logarithms
}

// MantelHaenszel pools the risk ratio over strata of N people each:
//
//	RR = R/Q, R = Σ a n2/N, Q = Σ b n1/N
//	var ln RR = Σ ((a+b) n1 n2 - a b N)/N² / (R Q)
//
// N. Mantel and W. Haenszel 1959, Journal of the National Cancer Institute 22:719;
// the variance S. Greenland and J. M. Robins 1985, Biometrics 41:55. Association is
// Cochran's, Mantel's and Haenszel's chi-squared without a correction, Homogeneity
// the score test at the most likely common ratio (J. J. Gart and J. Nam 1988,
// Biometrics 44:323), which strata with a zero cell take part in.
//
// Without events in B within the strata that hold both groups it is
// ErrNoReferenceEvents, without any in A ErrNoEvents, with only events
// ErrUntestable.
func MantelHaenszel(strata []Stratum, level float64) (*Adjusted, error) {
	z, err := Quantile(level)
	if err != nil {
		return nil, err
	}
	used, whole, err := bothGroups(strata)
	if err != nil {
		return nil, err
	}
	var r, q, variance float64
	for _, s := range used {
		a, n1, b, n2 := s.cells()
		n := n1 + n2
		r += a * n2 / n
		q += b * n1 / n
		// (a+b) n1 n2 - a b N, without a subtraction
		variance += (a*n1*float64(s.B.without()) + b*n2*float64(s.A.without())) / (n * n)
	}
	switch {
	case q == 0:
		return nil, ErrNoReferenceEvents
	case r == 0:
		return nil, ErrNoEvents
	case variance == 0:
		return nil, ErrUntestable
	}
	m := &Adjusted{
		Estimate:    Estimate{Value: r / q},
		SELog:       math.Sqrt(variance / (r * q)),
		Strata:      len(used),
		Association: association(used),
		Crude:       riskRatio(whole.A, whole.B),
	}
	m.Interval = logInterval(m.Value, m.SELog, z, level, MethodGreenlandRobins)
	m.Z = math.Log(m.Value) / m.SELog
	m.P = twoSided(m.Z)
	m.Homogeneity, m.HomogeneityReason = homogeneity(used)
	m.Shifted = (m.Value-1)*(m.Crude-1) < 0 || math.Abs(math.Log(m.Value/m.Crude)) > 0.1
	return m, nil
}

// bothGroups gives the strata that hold both groups, and all strata together.
func bothGroups(strata []Stratum) (used []Stratum, whole Stratum, err error) {
	for _, s := range strata {
		for _, c := range []Count{s.A, s.B} {
			if err := c.check(); errors.Is(err, ErrCounts) {
				return nil, whole, err
			}
		}
		if s.A.AtRisk > 0 && s.B.AtRisk > 0 {
			used = append(used, s)
		}
		whole.A.Events += s.A.Events
		whole.A.AtRisk += s.A.AtRisk
		whole.B.Events += s.B.Events
		whole.B.AtRisk += s.B.AtRisk
	}
	if len(used) == 0 {
		return nil, whole, ErrNobodyAtRisk
	}
	return used, whole, checkAll(whole.A, whole.B)
}

func (s Stratum) cells() (a, n1, b, n2 float64) {
	return float64(s.A.Events), float64(s.A.AtRisk), float64(s.B.Events), float64(s.B.AtRisk)
}

// association gives the chi-squared of the pooled gap between the groups. There
// is a stratum with an event and with somebody without one.
func association(strata []Stratum) ChiSquared {
	gap, variance := 0.0, 0.0
	for _, s := range strata {
		a, n1, b, n2 := s.cells()
		n := n1 + n2
		gap += (a*n2 - b*n1) / n
		variance += n1 * n2 * (a + b) * (n - a - b) / (n * n * (n - 1))
	}
	return chiSquared(gap*gap/variance, 1)
}

// homogeneity tests whether the strata share one ratio: the sum of T², the score
// of Koopman's interval, over them at the ratio exp(x) where the slopes of their
// likelihoods, gap q1/V of each, cancel. There are events in both groups.
func homogeneity(strata []Stratum) (*ChiSquared, error) {
	var with []Stratum
	for _, s := range strata {
		if s.A.Events+s.B.Events > 0 {
			with = append(with, s)
		}
	}
	if len(with) < 2 {
		return nil, ErrOneStratum
	}
	slope := func(x float64) float64 {
		sum := 0.0
		for _, s := range with {
			if gap := scoreGap(s.A, s.B, x); gap != 0 {
				q := constrain(s.A, s.B, x)
				sum += gap * q.q1 / scoreVariance(s.A, s.B, math.Exp(x), q)
			}
		}
		return sum
	}
	common := root(slope, -furthest, furthest, 1, -1, 1e-16)
	sum := 0.0
	for _, s := range with {
		t := scoreAt(s.A, s.B, common)
		sum += t * t
	}
	chi := chiSquared(sum, len(with)-1)
	return &chi, nil
}

// Standard is the share of events in two groups, had both been spread over the
// strata as everybody is.
type Standard struct {
	A, B  float64
	Ratio *Estimate // A over B; nil where B is 0
}

// Standardised gives the directly standardised shares Σ (N/ΣN) x/n of two groups,
// each stratum with the weight of all its people. Strata with nobody at all do not
// count; one with nobody of one group leaves it undefined (ErrStratumLacksGroup),
// and MantelHaenszel is what remains.
func Standardised(strata []Stratum) (*Standard, error) {
	used, whole, err := bothGroups(strata)
	if err != nil {
		return nil, err
	}
	all := float64(whole.A.AtRisk) + float64(whole.B.AtRisk)
	held := 0
	s := &Standard{}
	for _, u := range used {
		held += u.A.AtRisk + u.B.AtRisk
		weight := float64(u.A.AtRisk+u.B.AtRisk) / all
		s.A += weight * u.A.rate()
		s.B += weight * u.B.rate()
	}
	if held < whole.A.AtRisk+whole.B.AtRisk {
		return nil, ErrStratumLacksGroup
	}
	if s.B > 0 {
		s.Ratio = &Estimate{Value: s.A / s.B}
	}
	return s, nil
}
