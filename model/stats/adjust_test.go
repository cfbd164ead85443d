package stats_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"wres/model/stats"
)

func TestAdjustments(t *testing.T) {
	r := rand.New(rand.NewPCG(1979, 65))
	for range 2000 {
		p := make([]float64, r.IntN(30))
		for i := range p {
			p[i] = math.Pow(r.Float64(), float64(1+r.IntN(6)))
			if i > 0 && r.IntN(6) == 0 {
				p[i] = p[i-1]
			}
		}
		before := slices.Clone(p)
		holm, bh, bonferroni := stats.Holm(p), stats.BenjaminiHochberg(p), stats.Bonferroni(p)
		if !slices.Equal(p, before) {
			t.Fatal("the values given were changed")
		}
		for i := range p {
			if !(p[i] <= bh[i] && bh[i] <= holm[i]+1e-15 && holm[i] <= bonferroni[i]+1e-15 && bonferroni[i] <= 1) {
				t.Errorf("%v: %v, %v, %v, %v", p, p[i], bh[i], holm[i], bonferroni[i])
			}
			for j := range p {
				if p[i] < p[j] && (holm[i] > holm[j] || bh[i] > bh[j]) || p[i] == p[j] && (holm[i] != holm[j] || bh[i] != bh[j]) {
					t.Errorf("%v: the order of %d and %d changes: %v, %v", p, i, j, holm, bh)
				}
			}
		}
		if len(p) > 1 {
			turned := slices.Clone(p)
			slices.Reverse(turned)
			again := stats.Holm(turned)
			slices.Reverse(again)
			if !slices.Equal(again, holm) {
				t.Errorf("%v: Holm's depend on the order: %v, %v", p, holm, again)
			}
		}
	}
}

func TestAdjustmentsOfWhatIsNoNumber(t *testing.T) {
	for name, adjust := range map[string]func([]float64) []float64{
		"Holm": stats.Holm, "Benjamini and Hochberg": stats.BenjaminiHochberg, "Bonferroni": stats.Bonferroni,
	} {
		if got := adjust([]float64{math.NaN(), 0.01}); !slices.Equal(got, []float64{1, 0.02}) {
			t.Errorf("%s: %v", name, got)
		}
		if got := adjust(nil); len(got) != 0 {
			t.Errorf("%s of nothing: %v", name, got)
		}
	}
}
