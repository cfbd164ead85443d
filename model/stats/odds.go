package stats

import "math"

// OddsRatio gives (up1/low1) / (up2/low2) of two groups on two steps, from the
// people of each group on each step. It is undefined where a count that would
// stand below a line is nought.
func OddsRatio(up1, low1, up2, low2 int) (*Estimate, error) {
	for _, n := range []int{up1, low1, up2, low2} {
		if n < 0 || n > MostAtRisk {
			return nil, ErrCounts
		}
	}
	if low1 == 0 || up2 == 0 || low2 == 0 {
		return nil, ErrNoOdds
	}
	return &Estimate{Value: float64(up1) * float64(low2) / (float64(low1) * float64(up2))}, nil
}

// Odds is an odds ratio with what its interval and its test rest on.
type Odds struct {
	Estimate
	SELog float64 // the standard error of its logarithm
	Z, P  float64 // against a ratio of 1, two-sided
}

// Disparity gives the odds ratio of two groups on two steps, as OddsRatio does,
// with Woolf's interval:
//
//	exp(ln OR ∓ z √(1/up1 + 1/low1 + 1/up2 + 1/low2))
//
// It is undefined where any of the four counts is nought; no half is added. B.
// Woolf 1955, Annals of Human Genetics 19:251.
func Disparity(up1, low1, up2, low2 int, level float64) (*Odds, error) {
	z, err := Quantile(level)
	if err != nil {
		return nil, err
	}
	ratio, err := OddsRatio(up1, low1, up2, low2)
	if err != nil {
		return nil, err
	}
	if up1 == 0 {
		return nil, ErrNoOdds
	}
	o := &Odds{Estimate: *ratio}
	o.SELog = math.Sqrt(1/float64(up1) + 1/float64(low1) + 1/float64(up2) + 1/float64(low2))
	o.Z = math.Log(o.Value) / o.SELog
	o.P = twoSided(o.Z)
	o.Interval = logInterval(o.Value, o.SELog, z, level, MethodWoolf)
	return o, nil
}
