// Package scale holds the axes that charts draw on: where a value stands
// between two bounds, which round numbers to print, and which bounds hold the
// data. The terminal charts (tui/chart) and the charts of the report use the
// same axes, so that a figure stands at the same place in both. It knows no
// unit and no indicator, and lies below everything else in model.
package scale

import (
	"math"
	"slices"
)

// Linear is an axis on which equal steps are equal differences.
type Linear struct{ Min, Max float64 }

// steps is the number of intervals that the chosen bounds aim at: few enough
// to print every number under a chart 40 cells wide.
const steps = 5

// Share returns an axis from 0 to a round number that holds every value, for
// shares and counts. Values that are not finite, and negative ones, have no
// place on such an axis and are passed over; with none left it ends at 1.
func Share(values ...float64) Linear {
	top := 0.0
	for _, v := range values {
		if finite(v) {
			top = max(top, v)
		}
	}
	return Linear{0, roundUp(top)}
}

// Difference returns an axis with 0 in its middle that holds every finite
// value, so that a rise and a fall of the same size look the same.
func Difference(values ...float64) Linear {
	reach := 0.0
	for _, v := range values {
		if finite(v) {
			reach = max(reach, math.Abs(v))
		}
	}
	reach = roundUp(reach)
	return Linear{-reach, reach}
}

// Valid reports whether the axis has two finite bounds in rising order.
func (l Linear) Valid() bool {
	return finite(l.Min) && finite(l.Max) && l.Min < l.Max
}

// Holds reports whether v stands on the axis.
func (l Linear) Holds(v float64) bool { return l.Valid() && v >= l.Min && v <= l.Max }

// At returns where v stands between Min (0) and Max (1). Values beyond a bound
// stand on it; NaN, and any value on an axis that is not Valid, stands at 0.
func (l Linear) At(v float64) float64 {
	if !l.Valid() || math.IsNaN(v) {
		return 0
	}
	v = min(max(v, l.Min), l.Max)
	// Dividing first keeps bounds near the largest float from overflowing.
	size := max(math.Abs(l.Min), math.Abs(l.Max))
	low, high := l.Min/size, l.Max/size
	return min(max((v/size-low)/(high-low), 0), 1)
}

// Ticks returns at most n round numbers between Min and Max, in rising order
// and evenly spaced by 1, 2, 2.5 or 5 times a power of ten.
func (l Linear) Ticks(n int) []float64 {
	if !l.Valid() || n < 1 {
		return nil
	}
	apart := (l.Max/2 - l.Min/2) / float64(max(n-1, 1)) * 2
	if apart < smallest || math.IsInf(apart, 0) {
		return nil
	}
	s := stepFor(apart)
	for {
		size := s.size()
		if math.IsInf(size, 0) {
			return nil
		}
		// A billionth of a step forgives the rounding of bounds such as 0.3.
		first := math.Ceil(l.Min/size - 1e-9)
		count := math.Floor(l.Max/size+1e-9) - first + 1
		if count <= float64(n) {
			ticks := make([]float64, 0, max(int(count), 0))
			for i := range int(count) {
				ticks = append(ticks, min(max(s.times(first+float64(i)), l.Min), l.Max))
			}
			return ticks
		}
		s = s.next()
	}
}

// Log is an axis on which equal steps are equal ratios. Both bounds are above 0.
type Log struct{ Min, Max float64 }

// farthest bounds a ratio axis: beyond it a reciprocal leaves float64.
const farthest = 1e300

// Ratio returns an axis with 1.00 in its middle that holds 0.80, 1.25 and every
// value above 0, so that a ratio and its inverse stand equally far from 1.00.
// Values that are not finite or not above 0 have no place on it and are passed
// over; the chart shows them as leaving the axis.
func Ratio(values ...float64) Log {
	reach := 1.25
	for _, v := range values {
		if finite(v) && v > 0 {
			reach = max(reach, min(max(v, 1/v), farthest))
		}
	}
	bound := 2.0
	for _, b := range []float64{3, 4, 5} {
		if bound < reach {
			bound = b
		}
	}
	for power := 10.0; bound < reach; power *= 10 {
		for _, m := range []float64{1, 2, 5} {
			if bound < reach {
				bound = m * power
			}
		}
	}
	return Log{1 / bound, bound}
}

// Valid reports whether the axis has two finite bounds above 0 in rising order.
func (l Log) Valid() bool {
	return l.Min > 0 && finite(l.Max) && l.Min < l.Max
}

// Holds reports whether v stands on the axis.
func (l Log) Holds(v float64) bool { return l.Valid() && v >= l.Min && v <= l.Max }

// At returns where v stands between Min (0) and Max (1). Values beyond a bound,
// 0 and negative ones among them, stand on it; NaN, and any value on an axis
// that is not Valid, stands at 0.
func (l Log) At(v float64) float64 {
	if !l.Valid() || math.IsNaN(v) || v <= l.Min {
		return 0
	}
	if v >= l.Max {
		return 1
	}
	low, high := math.Log(l.Min), math.Log(l.Max)
	return min(max((math.Log(v)-low)/(high-low), 0), 1)
}

// Ticks returns at most n numbers that readers of ratios look for, in rising
// order: 1, then 0.8 and 1.25, 0.5 and 2, 0.25 and 4, then powers of ten. When n
// does not hold all, those nearest to 1 stay; a number and its inverse go together.
func (l Log) Ticks(n int) []float64 {
	if !l.Valid() || n < 1 {
		return nil
	}
	var ticks []float64
	add := func(values ...float64) {
		kept := slices.DeleteFunc(values, func(v float64) bool { return !l.Holds(v) })
		if len(ticks)+len(kept) <= n {
			ticks = append(ticks, kept...)
		}
	}
	add(1)
	add(0.8, 1.25)
	add(0.5, 2)
	add(0.25, 4)
	for power := 1; power <= 300 && len(ticks) < n; power++ {
		high := math.Pow(10, float64(power))
		add(1/high, high)
	}
	slices.Sort(ticks)
	return ticks
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

// roundUp returns a round number of at least v, or 1 for 0.
func roundUp(v float64) float64 {
	if v <= 0 {
		return 1
	}
	if v/steps < smallest {
		return v
	}
	s := stepFor(v / steps)
	up := s.times(math.Ceil(v/s.size() - 1e-9))
	if math.IsInf(up, 0) {
		return v
	}
	return max(up, v)
}

// step is a round distance: a tenth of mantissa (10, 20, 25 or 50) times ten to
// the power. Keeping the parts apart lets 3 steps of 0.1 be 0.3 exactly.
type step struct {
	mantissa float64
	power    int
}

// smallest is the shortest distance between ticks: below it powers of ten lose
// their digits.
const smallest = 1e-300

// stepFor returns the smallest step of at least raw, which is not below smallest.
func stepFor(raw float64) step {
	s := step{10, int(math.Floor(math.Log10(raw)))}
	for s.size() < raw*(1-1e-9) {
		s = s.next()
	}
	return s
}

func (s step) next() step {
	switch s.mantissa {
	case 10:
		s.mantissa = 20
	case 20:
		s.mantissa = 25
	case 25:
		s.mantissa = 50
	default:
		s.mantissa, s.power = 10, s.power+1
	}
	return s
}

func (s step) size() float64 { return s.times(1) }

func (s step) times(n float64) float64 {
	if s.power <= 0 {
		return n * s.mantissa / math.Pow(10, float64(1-s.power))
	}
	return n * s.mantissa * math.Pow(10, float64(s.power-1))
}
