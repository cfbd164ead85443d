package stats

import "math"

// RiskDifference gives the share of a minus the share of b.
func RiskDifference(a, b Count) (*Estimate, error) {
	if err := checkAll(a, b); err != nil {
		return nil, err
	}
	return &Estimate{Value: riskDifference(a, b)}, nil
}

func riskDifference(a, b Count) float64 {
	return float64(a.Events*b.AtRisk-b.Events*a.AtRisk) / (float64(a.AtRisk) * float64(b.AtRisk))
}

// Newcombe gives the interval of the difference d of two shares p1 - p2 from the
// Wilson limits l and u of each:
//
//	d - √((p1-l1)² + (u2-p2)²)  to  d + √((u1-p1)² + (p2-l2)²)
//
// R. G. Newcombe 1998, Statistics in Medicine 17:873, method 10. It exists for
// every two groups and stays within -1 to 1.
func Newcombe(a, b Count, level float64) (Interval, error) {
	z, err := checked(level, a, b)
	if err != nil {
		return Interval{}, err
	}
	d := riskDifference(a, b)
	below1, above1 := wilsonArms(a, z)
	below2, above2 := wilsonArms(b, z)
	return Interval{
		Lower:  math.Max(-1, d-math.Hypot(below1, above2)),
		Upper:  math.Min(1, d+math.Hypot(above1, below2)),
		Level:  level,
		Method: MethodNewcombe,
	}, nil
}

// wilsonArms gives how far a share lies above its lower Wilson limit and below
// its upper one.
func wilsonArms(c Count, z float64) (below, above float64) {
	others := Count{Events: c.without(), AtRisk: c.AtRisk}
	return wilsonUpper(others, z) - others.rate(), wilsonUpper(c, z) - c.rate()
}

// MiettinenNurminenDifference gives the score interval of the difference of two
// shares: every difference δ under which the two are not further apart than level
// allows, |p1 - p2 - δ| ≤ z √(V N/(N-1)), where V is the variance under the most
// likely shares that differ by δ. It exists for every two groups. O. Miettinen
// and M. Nurminen 1985, Statistics in Medicine 4:213.
func MiettinenNurminenDifference(a, b Count, level float64) (Interval, error) {
	z, err := checked(level, a, b)
	if err != nil {
		return Interval{}, err
	}
	z *= math.Sqrt(widening(a, b))
	d := riskDifference(a, b)
	iv := Interval{Lower: -1, Upper: 1, Level: level, Method: MethodMiettinenNurminen}
	if d > -1 {
		f := func(delta float64) float64 { return differenceScore(a, b, delta) - z }
		iv.Lower = root(f, -1, d, z, -z, 1e-17)
	}
	if d < 1 {
		f := func(delta float64) float64 { return differenceScore(a, b, delta) + z }
		iv.Upper = root(f, d, 1, z, -z, 1e-17)
	}
	return iv, nil
}

// differenceScore gives how many standard errors p1 - p2 lies above delta, which
// lies between -1 and 1 and is not p1 - p2.
func differenceScore(a, b Count, delta float64) float64 {
	q1, q2 := constrainDifference(a, b, delta)
	variance := q1*(1-q1)/float64(a.AtRisk) + q2*(1-q2)/float64(b.AtRisk)
	return (riskDifference(a, b) - delta) / math.Sqrt(variance)
}

// constrainDifference gives the most likely shares that differ by delta. The
// derivative of their likelihood in q2, times what makes it a cubic, falls
// through 0 between the bounds of q2, or does not rise above 0 within them.
func constrainDifference(a, b Count, delta float64) (q1, q2 float64) {
	hits1, misses1 := float64(a.Events), float64(a.without())
	hits2, misses2 := float64(b.Events), float64(b.without())
	slope := func(q2 float64) float64 {
		q1 := q2 + delta
		return hits1*q2*(1-q1)*(1-q2) - misses1*q1*q2*(1-q2) +
			hits2*q1*(1-q1)*(1-q2) - misses2*q1*q2*(1-q1)
	}
	low, high := math.Max(0, -delta), math.Min(1, 1-delta)
	q2 = root(slope, low, high, 1, -1, 1e-30)
	return math.Max(0, math.Min(1, q2+delta)), q2
}
