package stats

import "math"

// Change is the ratio of two risk ratios, new over old.
type Change struct {
	Estimate
	SELog float64 // the standard error of its logarithm
	Z, P  float64 // against no change, two-sided
}

// RatioOfRatios gives how the ratio of two shares changed between two samples,
// (RR new / RR old), with
//
//	ln ∓ z √(se²new + se²old),  se² = 1/a - 1/n1 + 1/b - 1/n2 of each
//
// D. G. Altman and J. M. Bland 2003, BMJ 326:219. It is what to look at for a
// change: whether two intervals overlap is not. Every group needs events
// (ErrNoEvents), and at least one of the four somebody without (ErrNoSpread). The
// two samples are taken for independent.
func RatioOfRatios(newA, newB, oldA, oldB Count, level float64) (*Change, error) {
	all := []Count{newA, newB, oldA, oldB}
	z, err := checked(level, all...)
	if err != nil {
		return nil, err
	}
	variance := 0.0
	for _, c := range all {
		if c.Events == 0 {
			return nil, ErrNoEvents
		}
		variance += logVariance(c)
	}
	if variance == 0 {
		return nil, ErrNoSpread
	}
	ratio := riskRatio(newA, newB) / riskRatio(oldA, oldB)
	c := &Change{Estimate: Estimate{Value: ratio}, SELog: math.Sqrt(variance)}
	c.Interval = logInterval(ratio, c.SELog, z, level, MethodRatioOfRatios)
	c.Z = math.Log(ratio) / c.SELog
	c.P = twoSided(c.Z)
	return c, nil
}
