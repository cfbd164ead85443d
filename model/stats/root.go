package stats

import "math"

// steps is more than any search here needs. It is a limit, so that no input
// makes one run for ever.
const steps = 200

// root finds where f, whose sign differs between one and other, crosses 0, to about
// 4e-16 of itself or to near. atOne is the value of f at one, or any of its sign;
// likewise atOther. Each step is an inverse quadratic one where the last three
// points let it be trusted, and else halves the bracket (T. R. Chandrupatla 1997,
// Advances in Engineering Software 28:145).
func root(f func(float64) float64, one, other, atOne, atOther, near float64) float64 {
	// The root lies between x1, the newest point, and x2; x3 is the one before.
	x1, f1, x2, f2 := one, atOne, other, atOther
	share := 0.5 // of the way from x1 to x2
	for range steps {
		x := x1 + share*(x2-x1)
		y := f(x)
		x3, f3 := x1, f1
		if (y > 0) != (f1 > 0) {
			x3, f3, x2, f2 = x2, f2, x1, f1
		}
		x1, f1 = x, y
		best := x1
		if math.Abs(f2) < math.Abs(f1) {
			best = x2
		}
		least := (near + 4e-16*math.Abs(best)) / math.Abs(x2-x1)
		if y == 0 {
			return x
		}
		if !(least < 0.5) {
			return best
		}
		share = 0.5
		xi, phi := (x1-x2)/(x3-x2), (f1-f2)/(f3-f2)
		if phi*phi < xi && (1-phi)*(1-phi) < 1-xi {
			share = f1/(f2-f1)*(f3/(f2-f3)) + (x3-x1)/(x2-x1)*(f1/(f3-f1))*(f2/(f3-f2))
		}
		share = math.Min(1-least, math.Max(least, share))
	}
	return x1
}
