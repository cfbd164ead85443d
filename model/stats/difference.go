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
	return wilsonUpper(c.others(), z) - c.others().rate(), wilsonUpper(c, z) - c.rate()
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
		iv.Lower = root(f, -1, d, z, -z, 1e-16)
	}
	if d < 1 {
		f := func(delta float64) float64 { return differenceScore(a, b, delta) + z }
		iv.Upper = root(f, d, 1, z, -z, 1e-16)
	}
	return iv, nil
}

// differenceScore gives how many standard errors p1 - p2 lies above delta, which
// lies between -1 and 1 and is not p1 - p2.
func differenceScore(a, b Count, delta float64) float64 {
	q := constrainDifference(a, b, delta)
	variance := q.q1*q.other1/float64(a.AtRisk) + q.q2*q.other2/float64(b.AtRisk)
	return (riskDifference(a, b) - delta) / math.Sqrt(variance)
}

// constrainDifference fits the shares that differ by delta. Where the likelihood
// still rises in the middle of what the smaller share may be, the events and the
// others change places, so that a small share is never one less a large one.
func constrainDifference(a, b Count, delta float64) constrained {
	if differenceSlope(a, b, delta, (1-math.Abs(delta))/2) <= 0 {
		return fromNearEnd(a, b, delta)
	}
	q := fromNearEnd(a.others(), b.others(), -delta)
	return constrained{q1: q.other1, q2: q.other2, other1: q.q1, other2: q.q2}
}

// fromNearEnd fits the shares that differ by delta, of which the smaller is at most
// as far from 0 as the larger from 1.
func fromNearEnd(a, b Count, delta float64) constrained {
	if differenceSlope(a, b, delta, 0) <= 0 {
		return apartBy(delta, 0)
	}
	f := func(v float64) float64 { return v * differenceSlope(a, b, delta, v) }
	return apartBy(delta, root(f, 0, (1-math.Abs(delta))/2, 1, -1, 1e-30))
}

// apartBy gives the shares that differ by delta and of which the smaller is v.
func apartBy(delta, v float64) constrained {
	apart := math.Abs(delta)
	q := constrained{q1: v + apart, other1: 1 - apart - v, q2: v, other2: 1 - v}
	if delta < 0 {
		q.q1, q.q2, q.other1, q.other2 = q.q2, q.q1, q.other2, q.other1
	}
	return q
}

// differenceSlope gives the slope of the likelihood of such shares, the sum over
// both groups of events/q - others/(1-q), which falls as v grows.
func differenceSlope(a, b Count, delta, v float64) float64 {
	q := apartBy(delta, v)
	return per(a.Events, q.q1) - per(a.without(), q.other1) + per(b.Events, q.q2) - per(b.without(), q.other2)
}

// per divides a count by a share, which is 0 only where no count is, or where its
// likelihood has no bound.
func per(n int, share float64) float64 {
	if n == 0 {
		return 0
	}
	return float64(n) / share
}
