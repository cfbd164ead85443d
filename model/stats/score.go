package stats

import "math"

// Koopman gives the score interval of the risk ratio: every ratio t under which
// the two shares are not further apart than level allows, |T(t)| ≤ z with
//
//	T(t) = (a/n1 - t b/n2) / √(q1(1-q1)/n1 + t² q2(1-q2)/n2)
//
// where q1 = t q2 and q2 are the most likely shares whose ratio is t:
// q2 = 2C/(B + √(B² - 4AC)), A = (n1+n2)t, B = t(n1+b) + a + n2, C = a + b.
// T(1)² is Pearson's chi-squared, so the interval leaves 1 out exactly where
// Pearson's p is below 1 - level.
//
// It exists for every two groups. No events in a give a lower limit of 0, none in
// b no upper limit, none in either both. P. A. R. Koopman 1984, Biometrics 40:513.
func Koopman(a, b Count, level float64) (Interval, error) {
	return scoreRatio(a, b, level, 1, MethodKoopman)
}

// MiettinenNurminenRatio gives the interval of the risk ratio as Koopman does,
// with the variance times N/(N-1), where N is everybody at risk. It pairs with
// the N-1 test as Koopman's does with Pearson's. O. Miettinen and M. Nurminen
// 1985, Statistics in Medicine 4:213.
func MiettinenNurminenRatio(a, b Count, level float64) (Interval, error) {
	return scoreRatio(a, b, level, widening(a, b), MethodMiettinenNurminen)
}

// widening gives N/(N-1).
func widening(a, b Count) float64 {
	n := float64(a.AtRisk + b.AtRisk)
	return n / (n - 1)
}

// furthest is the logarithm of the largest ratio that is looked at. A ratio of
// two shares of MostAtRisk people is below exp(21), its limits below exp(45).
const furthest = 60

func scoreRatio(a, b Count, level, widen float64, method string) (Interval, error) {
	z, err := checked(level, a, b)
	if err != nil {
		return Interval{}, err
	}
	z *= math.Sqrt(widen)
	iv := Interval{Level: level, Method: method, NoUpper: b.Events == 0}
	at := 0.0 // the logarithm to start from: that of the ratio, where it has one
	switch {
	case a.Events > 0 && b.Events > 0:
		at = math.Log(riskRatio(a, b))
	case a.Events+b.Events == 0:
		return iv, nil
	}
	if a.Events > 0 {
		iv.Lower = scoreLimit(a, b, z, at)
	}
	if b.Events > 0 {
		iv.Upper = scoreLimit(a, b, -z, at)
	}
	return iv, nil
}

// scoreLimit finds the ratio under which T is target, from exp(at) on: T falls as
// the ratio grows. It takes steps that double until target lies between two.
func scoreLimit(a, b Count, target, at float64) float64 {
	f := func(x float64) float64 { return scoreAt(a, b, x) - target }
	here, atHere := at, f(at)
	step := 0.25
	if atHere < 0 {
		step = -step
	}
	for {
		next := math.Max(-furthest, math.Min(furthest, here+step))
		atNext := f(next)
		if (atNext > 0) != (atHere > 0) || math.Abs(next) == furthest {
			return math.Exp(root(f, here, next, atHere, atNext, 1e-16))
		}
		here, atHere = next, atNext
		step *= 2
	}
}

// constrained is the most likely shares of two groups whose ratio, or whose
// difference, is given.
type constrained struct {
	q1, q2         float64
	other1, other2 float64 // 1 - q1 and 1 - q2, without loss of digits
}

// constrain fits the shares for the ratio exp(x). With c and d for those without
// an event, B² - 4AC equals D² + 4tcd and B = D + 2(a+n2), where
// D = t(n1+b) - (a+n2) = (t-1)(a+b) + tc - d. Nothing is then subtracted that is
// nearly equal, not with a million events of a million either.
func constrain(a, b Count, x float64) constrained {
	t, above := math.Exp(x), math.Expm1(x)
	events := float64(a.Events) + float64(b.Events)
	c, d := float64(a.without()), float64(b.without())
	D := above*events + t*c - d
	S := math.Hypot(D, 2*math.Sqrt(t*c*d))
	plus, minus := S+D, S-D // their product is 4tcd
	switch {
	case S == 0:
	case D > 0:
		minus = 4 * t * c * d / plus
	default:
		plus = 4 * t * c * d / minus
	}
	sum := t*(float64(a.AtRisk)+float64(b.Events)) + float64(a.Events) + float64(b.AtRisk) + S
	return constrained{
		q1:     2 * t * events / sum,
		q2:     2 * events / sum,
		other1: (2*t*c + minus) / sum,
		other2: (2*d + plus) / sum,
	}
}

// scoreVariance gives the variance of a/n1 - t b/n2 under the ratio t.
func scoreVariance(a, b Count, t float64, q constrained) float64 {
	return q.q1*q.other1/float64(a.AtRisk) + t*t*q.q2*q.other2/float64(b.AtRisk)
}

// scoreGap gives a/n1 - exp(x) b/n2. Near a ratio of 1 it starts from the gap at 1,
// which is exact; further away that would take away what it then adds again.
func scoreGap(a, b Count, x float64) float64 {
	n1, n2 := float64(a.AtRisk), float64(b.AtRisk)
	if math.Abs(x) > 0.5 {
		return float64(a.Events)/n1 - math.Exp(x)*float64(b.Events)/n2
	}
	at1 := float64(a.Events*b.AtRisk - b.Events*a.AtRisk)
	return (at1 - math.Expm1(x)*float64(b.Events)*n1) / (n1 * n2)
}

// scoreAt gives T at the ratio exp(x). Where both the gap and its variance are 0
// (only events, ratio 1) it is 0.
func scoreAt(a, b Count, x float64) float64 {
	gap := scoreGap(a, b, x)
	if gap == 0 {
		return 0
	}
	return gap / math.Sqrt(scoreVariance(a, b, math.Exp(x), constrain(a, b, x)))
}
