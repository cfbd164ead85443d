package stats

import "math"

// RiskRatio gives the share of compare over the share of reference, from their
// counts: (a/n1) / (b/n2). It is undefined where either has nobody at risk or
// reference has no events.
func RiskRatio(compare, reference Count) (*Estimate, error) {
	if err := checkAll(compare, reference); err != nil {
		return nil, err
	}
	if reference.Events == 0 {
		return nil, ErrNoReferenceEvents
	}
	return &Estimate{Value: riskRatio(compare, reference)}, nil
}

func riskRatio(a, b Count) float64 {
	return float64(a.Events) * float64(b.AtRisk) / (float64(b.Events) * float64(a.AtRisk))
}

// Katz gives the interval of the risk ratio by the normal approximation to its
// logarithm:
//
//	exp(ln RR ∓ z √(1/a - 1/n1 + 1/b - 1/n2))
//
// It serves comparison with other publications; Koopman is what to show. It is
// undefined where a group has no events. Where both have only events it collapses
// to the point 1, which is not to be shown. D. Katz and others 1978, Biometrics
// 34:469.
func Katz(a, b Count, level float64) (Interval, error) {
	z, err := checked(level, a, b)
	if err != nil {
		return Interval{}, err
	}
	if a.Events == 0 || b.Events == 0 {
		return Interval{}, ErrNoEvents
	}
	se := math.Sqrt(logVariance(a) + logVariance(b))
	return *logInterval(riskRatio(a, b), se, z, level, MethodKatz), nil
}

// logVariance gives the variance of the logarithm of a share, 1/x - 1/n.
func logVariance(c Count) float64 {
	return float64(c.without()) / (float64(c.Events) * float64(c.AtRisk))
}

// logInterval gives the interval of a ratio from the standard error of its
// logarithm. An upper limit beyond what a float64 holds is none.
func logInterval(value, seLog, z, level float64, method string) *Interval {
	iv := &Interval{
		Lower:  value * math.Exp(-z*seLog),
		Upper:  value * math.Exp(z*seLog),
		Level:  level,
		Method: method,
	}
	if math.IsInf(iv.Upper, 1) {
		iv.Upper, iv.NoUpper = 0, true
	}
	return iv
}
