package stats

import "math"

// steps is more than any search here needs. It is a limit, so that no input
// makes one run for ever.
const steps = 300

// root finds where f, whose sign differs between low and high, crosses 0: by
// secant steps that are kept within the bracket, with the end that stays put
// given half its weight (the Illinois rule), and by halving the bracket at every
// third step. atLow is the value of f at low, or any of its sign; likewise
// atHigh. The answer is within about 1e-16 of itself, or within near.
func root(f func(float64) float64, low, high, atLow, atHigh, near float64) float64 {
	for i := range steps {
		x := (low*atHigh - high*atLow) / (atHigh - atLow)
		if i%3 == 2 || !(x > low && x < high) {
			x = low + (high-low)/2
		}
		if x <= low || x >= high {
			return x // no number lies between them
		}
		y := f(x)
		switch {
		case y == 0:
			return x
		case (y > 0) == (atLow > 0):
			low, atLow, atHigh = x, y, atHigh/2
		default:
			high, atHigh, atLow = x, y, atLow/2
		}
		if high-low <= near+2e-16*math.Max(math.Abs(low), math.Abs(high)) {
			break
		}
	}
	return low + (high-low)/2
}
