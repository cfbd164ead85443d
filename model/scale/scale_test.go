package scale

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// odd holds the numbers that break axes.
var odd = []float64{
	math.NaN(), math.Inf(1), math.Inf(-1), 0, math.Copysign(0, -1), 1, -1, 0.1, 0.3, 12.1, 97.85, -17.7,
	5e-324, -5e-324, 1e-300, 1e-12, 1e300, math.MaxFloat64, -math.MaxFloat64,
	25 + 1e-10, // within the tolerance of a tick, and still beyond it
}

func TestShareChoosesARoundMaximum(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{nil, 1},
		{[]float64{0, 0}, 1},
		{[]float64{math.NaN(), math.Inf(1), -3}, 1},
		{[]float64{6.5, 5.6}, 8},
		{[]float64{12.1}, 12.5},
		{[]float64{18.9, 21.3}, 25},
		{[]float64{97.85}, 100},
		{[]float64{100}, 100},
		{[]float64{0.3}, 0.3},
		{[]float64{0.15}, 0.15},
		{[]float64{0.7}, 0.8},
		{[]float64{1863}, 2000},
	} {
		t.Run(fmt.Sprint(c.values), func(t *testing.T) {
			if diff := cmp.Diff(Linear{0, c.want}, Share(c.values...)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDifferenceHasZeroInItsMiddle(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   Linear
	}{
		{nil, Linear{-1, 1}},
		{[]float64{-17.7, -11.3}, Linear{-20, 20}},
		{[]float64{3, math.NaN()}, Linear{-3, 3}},
	} {
		got := Difference(c.values...)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v: %s", c.values, diff)
		}
		if at := got.At(0); at != 0.5 {
			t.Errorf("%v: zero stands at %v", c.values, at)
		}
	}
}

func TestRatioAlwaysHoldsTheFourFifthsMarks(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   Log
	}{
		{nil, Log{0.5, 2}},
		{[]float64{1.6, 1.2}, Log{0.5, 2}},
		{[]float64{0.4}, Log{1. / 3, 3}},
		{[]float64{2.45, 3.28}, Log{0.25, 4}},
		{[]float64{4.5}, Log{0.2, 5}},
		{[]float64{0.11}, Log{0.1, 10}},
		{[]float64{17}, Log{1. / 20, 20}},
		{[]float64{51}, Log{0.01, 100}},
		{[]float64{math.Inf(1), 0, -4, math.NaN()}, Log{0.5, 2}},
	} {
		got := Ratio(c.values...)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v: %s", c.values, diff)
		}
		if !got.Holds(0.8) || !got.Holds(1.25) {
			t.Errorf("%v: %v does not hold 0.80 and 1.25", c.values, got)
		}
	}
}

func TestChosenBoundsHoldEveryValue(t *testing.T) {
	for _, v := range odd {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		if v >= 0 && !Share(v).Holds(v) {
			t.Errorf("Share(%g) = %v", v, Share(v))
		}
		if !Difference(v).Holds(v) {
			t.Errorf("Difference(%g) = %v", v, Difference(v))
		}
		if v > 1/farthest && v < farthest && !Ratio(v).Holds(v) {
			t.Errorf("Ratio(%g) = %v", v, Ratio(v))
		}
	}
}

func TestTicks(t *testing.T) {
	for _, c := range []struct {
		axis interface{ Ticks(int) []float64 }
		n    int
		want []float64
	}{
		{Linear{0, 25}, 6, []float64{0, 5, 10, 15, 20, 25}},
		{Linear{0, 25}, 3, []float64{0, 20}},
		{Linear{0, 12.5}, 6, []float64{0, 2.5, 5, 7.5, 10, 12.5}},
		{Linear{0, 0.3}, 4, []float64{0, 0.1, 0.2, 0.3}},
		{Linear{-20, 20}, 5, []float64{-20, -10, 0, 10, 20}},
		{Linear{-20, 20}, 1, []float64{0}},
		{Linear{3, 7}, 3, []float64{4, 6}},
		{Linear{0, 25}, 0, nil},
		{Linear{5, 5}, 4, nil},
		{Log{0.5, 2}, 11, []float64{0.5, 0.8, 1, 1.25, 2}},
		{Log{0.1, 10}, 11, []float64{0.1, 0.25, 0.5, 0.8, 1, 1.25, 2, 4, 10}},
		{Log{0.1, 10}, 3, []float64{0.8, 1, 1.25}},
		{Log{0.1, 10}, 2, []float64{1}},
		{Log{10, 1000}, 5, []float64{10, 100, 1000}},
		{Log{0, 2}, 5, nil},
		{Log{0.5, 2}, 0, nil},
	} {
		if diff := cmp.Diff(c.want, c.axis.Ticks(c.n)); diff != "" {
			t.Errorf("%v.Ticks(%d): %s", c.axis, c.n, diff)
		}
	}
}

func TestAt(t *testing.T) {
	for _, c := range []struct {
		axis interface{ At(float64) float64 }
		v    float64
		want float64
	}{
		{Linear{0, 25}, 5, 0.2},
		{Linear{0, 25}, -1, 0},
		{Linear{0, 25}, 26, 1},
		{Linear{0, 25}, math.Inf(1), 1},
		{Linear{0, 25}, math.NaN(), 0},
		{Linear{-math.MaxFloat64, math.MaxFloat64}, 0, 0.5},
		{Linear{2, 2}, 2, 0},
		{Log{0.25, 4}, 1, 0.5},
		{Log{0.25, 4}, 2, 0.75},
		{Log{0.25, 4}, 0, 0},
		{Log{0.25, 4}, -1, 0},
		{Log{0.25, 4}, math.Inf(1), 1},
		{Log{-1, 4}, 1, 0},
	} {
		if got := c.axis.At(c.v); got != c.want {
			t.Errorf("%v.At(%v) = %v, want %v", c.axis, c.v, got, c.want)
		}
	}
}

// An inverse ratio must stand as far left of 1.00 as the ratio stands right.
func TestInverseRatiosMirror(t *testing.T) {
	axis := Ratio(7)
	for v := 1.0; v < 7; v += 0.13 {
		if sum := axis.At(v) + axis.At(1/v); math.Abs(sum-1) > 1e-12 {
			t.Errorf("%v and its inverse: %v", v, sum)
		}
	}
}

// Whatever the bounds and the value: a position between 0 and 1 that rises with
// the value, and few, rising, finite ticks inside the bounds.
func TestOddNumbersStayHarmless(t *testing.T) {
	sorted := slices.DeleteFunc(slices.Clone(odd), math.IsNaN)
	slices.Sort(sorted)
	type axis interface {
		At(float64) float64
		Holds(float64) bool
		Ticks(int) []float64
	}
	check := func(a axis) {
		last := 0.0
		for _, v := range append(sorted, math.NaN()) {
			at := a.At(v)
			if math.IsNaN(v) {
				last = 0
			}
			if math.IsNaN(at) || at < last || at > 1 {
				t.Errorf("%#v.At(%g) = %g after %g", a, v, at, last)
			}
			last = at
		}
		for n := range 12 {
			ticks := a.Ticks(n)
			if len(ticks) > n || !slices.IsSorted(ticks) {
				t.Errorf("%#v.Ticks(%d) = %v", a, n, ticks)
			}
			for _, tick := range ticks {
				if !a.Holds(tick) {
					t.Errorf("%#v.Ticks(%d) leaves the axis: %g", a, n, tick)
				}
			}
		}
	}
	for _, low := range odd {
		check(Share(low))
		check(Difference(low))
		check(Ratio(low))
		for _, high := range odd {
			check(Linear{low, high})
			check(Log{low, high})
		}
	}
}
