package stats_test

import (
	"errors"
	"math"
	"math/big"
	"testing"

	"wres/model/stats"
)

func TestFunnelLimits(t *testing.T) {
	for _, p0 := range []float64{0, 0.001, 0.2, 0.5, 0.97, 1} {
		for _, z := range []float64{1.959964, 3.090232, 12} {
			width := math.Inf(1)
			for _, n := range []int{1, 2, 10, 49, 50, 51, 400, 20_000, 1_000_000, stats.MostAtRisk} {
				low, high, err := stats.FunnelLimits(p0, n, z)
				// Exact limits are counts, of which p0 may lie between two.
				if err != nil || !(low >= 0 && low <= p0 && math.Floor(p0*float64(n)) <= high*float64(n)+1e-9 && high <= 1) {
					t.Errorf("%v for %d at %v: %v to %v, %v", p0, n, z, low, high, err)
				}
				if n >= 50 && high-low > width {
					t.Errorf("%v for %d at %v: wider than for fewer", p0, n, z)
				}
				if n >= 50 {
					width = high - low
				}
			}
		}
	}
}

// TestFunnelLimitsOfFew adds up the binomial distribution in fractions. Where a
// tail is met exactly, as 1 in 32 is by 5 throws of a coin, it counts as met.
func TestFunnelLimitsOfFew(t *testing.T) {
	for _, p0 := range []*big.Rat{big.NewRat(1, 2), big.NewRat(1, 4), big.NewRat(3, 100)} {
		for _, n := range []int{1, 5, 15, 49} {
			for _, z := range []float64{0.5, 1.959964, 3.090232} {
				share := float(p0)
				tail := math.Erfc(z/math.Sqrt2) / 2
				low, high := -1, -1
				below := new(big.Rat)
				for x := 0; x <= n; x++ {
					below.Add(below, binomialExactly(n, x, p0))
					if low < 0 && float(below) >= tail {
						low = x
					}
					if high < 0 && float(new(big.Rat).Sub(big.NewRat(1, 1), below)) <= tail {
						high = x
					}
				}
				gotLow, gotHigh, err := stats.FunnelLimits(share, n, z)
				if err != nil || gotLow != float64(low)/float64(n) || gotHigh != float64(high)/float64(n) {
					t.Errorf("%v for %d at %v: %v to %v, %v, want %d to %d", share, n, z, gotLow, gotHigh, err, low, high)
				}
			}
		}
	}
	for p, want := range map[float64]int{1.0 / 32: 0, 6.0 / 32: 1, 0.5: 2, 26.0 / 32: 3, 31.0 / 32: 4} {
		if got, err := stats.BinomialQuantile(5, 0.5, p); err != nil || got != want {
			t.Errorf("5 throws at %v: %d, %v, want %d", p, got, err, want)
		}
	}
}

func binomialExactly(n, x int, p *big.Rat) *big.Rat {
	out := new(big.Rat).SetInt(new(big.Int).Binomial(int64(n), int64(x)))
	q := new(big.Rat).Sub(big.NewRat(1, 1), p)
	for i := range n {
		if i < x {
			out.Mul(out, p)
		} else {
			out.Mul(out, q)
		}
	}
	return out
}

// TestClopperPearsonByDefinition puts the limits into the binomial distribution,
// which is computed apart from the beta distribution that they come from.
func TestClopperPearsonByDefinition(t *testing.T) {
	tried := 0
	for c := range tables(2000) {
		for _, level := range levels {
			iv, err := stats.ClopperPearson(c, level)
			if err != nil {
				t.Fatal(err)
			}
			tail := (1 - level) / 2
			for _, limit := range []struct {
				p       float64
				x, step int
			}{{iv.Lower, c.Events - 1, 1}, {iv.Upper, c.Events, -1}} {
				if limit.p == 0 || limit.p == 1 {
					continue
				}
				// The limit is where the count stands exactly on its quantile: a
				// hair to one side of it the quantile is the next count.
				at := func(p float64) int {
					q, err := stats.BinomialQuantile(c.AtRisk, p, map[int]float64{1: 1 - tail, -1: tail}[limit.step])
					if err != nil {
						t.Fatal(err)
					}
					return q
				}
				hair := 1e-7 * math.Min(limit.p, 1-limit.p)
				if below, above := at(limit.p-hair), at(limit.p+hair); below > limit.x || above < limit.x+1 {
					t.Errorf("%v at %v: the limit %v has quantiles %d and %d about it, not %d", c, level, limit.p, below, above, limit.x)
				}
				tried++
			}
		}
	}
	if tried < 10_000 {
		t.Errorf("only %d limits were tried", tried)
	}
}

func TestFunnelsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		p0   float64
		n    int
		z    float64
		want error
	}{
		{-0.1, 10, 2, stats.ErrShare}, {1.1, 10, 2, stats.ErrShare}, {math.NaN(), 10, 2, stats.ErrShare},
		{0.1, 0, 2, stats.ErrNobodyAtRisk}, {0.1, -1, 2, stats.ErrCounts}, {0.1, stats.MostAtRisk + 1, 2, stats.ErrCounts},
		{0.1, 10, 0, stats.ErrWidth}, {0.1, 100, math.Inf(1), stats.ErrWidth}, {0.1, 10, math.NaN(), stats.ErrWidth},
	} {
		if _, _, err := stats.FunnelLimits(c.p0, c.n, c.z); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c, err)
		}
		if _, err := stats.BinomialQuantile(c.n, c.p0, 0.5); c.want != stats.ErrWidth && !errors.Is(err, c.want) {
			t.Errorf("quantile of %+v: %v", c, err)
		}
	}
	for _, p := range []float64{0, 1, -1, math.NaN()} {
		if _, err := stats.BinomialQuantile(10, 0.5, p); !errors.Is(err, stats.ErrProbability) {
			t.Errorf("quantile at %v: %v", p, err)
		}
	}
}
