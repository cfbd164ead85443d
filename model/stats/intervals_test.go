package stats_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"wres/model/stats"
)

// levels are the levels that the properties are tried at, from the narrowest.
var levels = []float64{0.5, 0.8, 0.95, 0.99, 0.999}

// shares are the intervals of one share, ratios and differences those of two.
type method struct {
	name    string
	compute func(a, b stats.Count, level float64) (stats.Interval, error)
}

var shares = []method{
	{stats.MethodWilson, func(a, _ stats.Count, level float64) (stats.Interval, error) { return stats.Wilson(a, level) }},
	{stats.MethodClopperPearson, func(a, _ stats.Count, level float64) (stats.Interval, error) { return stats.ClopperPearson(a, level) }},
}

var ratios = []method{
	{stats.MethodKoopman, stats.Koopman},
	{stats.MethodMiettinenNurminen, stats.MiettinenNurminenRatio},
	{stats.MethodKatz, stats.Katz},
}

var differences = []method{
	{stats.MethodNewcombe, stats.Newcombe},
	{stats.MethodMiettinenNurminen, stats.MiettinenNurminenDifference},
}

// tables gives n pairs of counts, seeded: sizes from 1 to a million, shares from
// all to none, and every edge often.
func tables(n int) func(func(a, b stats.Count) bool) {
	return func(yield func(a, b stats.Count) bool) {
		r := rand.New(rand.NewPCG(20240331, 7))
		for range n {
			if !yield(randomCount(r), randomCount(r)) {
				return
			}
		}
	}
}

func randomCount(r *rand.Rand) stats.Count {
	n := 1 + int(math.Exp(r.Float64()*math.Log(1e6)))
	switch r.IntN(8) {
	case 0:
		return count(0, n)
	case 1:
		return count(n, n)
	case 2:
		return count(min(n, r.IntN(4)), n)
	}
	return count(r.IntN(n+1), n)
}

// undefined says whether a ratio's interval may be missing: Katz needs events.
func undefined(m method, a, b stats.Count) bool {
	return m.name == stats.MethodKatz && (a.Events == 0 || b.Events == 0)
}

// each calls f with the interval of every method for every table and level.
func each(t *testing.T, n int, methods []method, f func(m method, a, b stats.Count, iv stats.Interval)) {
	t.Helper()
	for a, b := range tables(n) {
		for _, m := range methods {
			for _, level := range levels {
				iv, err := m.compute(a, b, level)
				switch {
				case err != nil && undefined(m, a, b):
					continue
				case err != nil:
					t.Fatalf("%s of %v, %v at %v: %v", m.name, a, b, level, err)
				case iv.Level != level || iv.Method != m.name:
					t.Fatalf("%s at %v says that it is %s at %v", m.name, level, iv.Method, iv.Level)
				}
				f(m, a, b, iv)
			}
		}
	}
}

// near says whether two numbers agree within a share of the larger, or within 1e-15.
func near(x, y, share float64) bool {
	return math.Abs(x-y) <= 1e-15+share*math.Max(math.Abs(x), math.Abs(y))
}

// holds says whether v lies within the limits, rounding aside.
func holds(iv stats.Interval, v float64) bool {
	return iv.Contains(v) || near(v, iv.Lower, 1e-12) || near(v, iv.Upper, 1e-12)
}

func TestIntervalsHoldTheirEstimate(t *testing.T) {
	each(t, 400, shares, func(m method, a, _ stats.Count, iv stats.Interval) {
		p, _ := stats.Proportion(a)
		if !holds(iv, p.Value) || iv.Lower < 0 || iv.Upper > 1 || iv.NoUpper {
			t.Errorf("%s of %v is %v", m.name, a, iv)
		}
		if (iv.Lower == 0) != (a.Events == 0) || (iv.Upper == 1) != (a.Events == a.AtRisk) {
			t.Errorf("%s of %v is %v: a limit at an end it may not touch, or the reverse", m.name, a, iv)
		}
	})
	each(t, 400, ratios, func(m method, a, b stats.Count, iv stats.Interval) {
		if iv.NoUpper != (b.Events == 0) || (iv.Lower == 0) != (a.Events == 0) || iv.Lower < 0 {
			t.Errorf("%s of %v, %v is %v", m.name, a, b, iv)
		}
		if rr, err := stats.RiskRatio(a, b); err == nil && !holds(iv, rr.Value) {
			t.Errorf("%s of %v, %v is %v, without %v", m.name, a, b, iv, rr.Value)
		}
	})
	each(t, 400, differences, func(m method, a, b stats.Count, iv stats.Interval) {
		d, _ := stats.RiskDifference(a, b)
		if !holds(iv, d.Value) || iv.Lower < -1 || iv.Upper > 1 || iv.NoUpper {
			t.Errorf("%s of %v, %v is %v, of %v", m.name, a, b, iv, d.Value)
		}
	})
}

func TestIntervalsWidenWithTheLevel(t *testing.T) {
	for _, methods := range [][]method{shares, ratios, differences} {
		var last stats.Interval
		each(t, 300, methods, func(m method, a, b stats.Count, iv stats.Interval) {
			if iv.Level > levels[0] && (iv.Lower > last.Lower || !iv.NoUpper && iv.Upper < last.Upper ||
				iv.Lower == last.Lower && iv.Lower > 0 && iv.Upper == last.Upper && a.Events+b.Events < a.AtRisk+b.AtRisk) {
				t.Errorf("%s of %v, %v: %v after %v", m.name, a, b, iv, last)
			}
			last = iv
		})
	}
}

// TestIntervalsSwap sees that the events and the others of a share mirror each
// other, that swapping two groups turns a ratio upside down, and that it changes a
// difference's sign.
func TestIntervalsSwap(t *testing.T) {
	others := func(c stats.Count) stats.Count { return count(c.AtRisk-c.Events, c.AtRisk) }
	each(t, 300, shares, func(m method, a, b stats.Count, iv stats.Interval) {
		back, _ := m.compute(others(a), b, iv.Level)
		if !near(1-back.Upper, iv.Lower, 1e-9) || !near(1-back.Lower, iv.Upper, 1e-9) {
			t.Errorf("%s of %v is %v, of the others %v", m.name, a, iv, back)
		}
	})
	each(t, 300, ratios, func(m method, a, b stats.Count, iv stats.Interval) {
		back, err := m.compute(b, a, iv.Level)
		if err != nil || back.NoUpper != (iv.Lower == 0) || iv.NoUpper != (back.Lower == 0) ||
			!back.NoUpper && !near(1/back.Upper, iv.Lower, 1e-12) || !iv.NoUpper && !near(1/back.Lower, iv.Upper, 1e-12) {
			t.Errorf("%s of %v, %v is %v, swapped %v", m.name, a, b, iv, back)
		}
	})
	each(t, 300, differences, func(m method, a, b stats.Count, iv stats.Interval) {
		for what, pair := range map[string][2]stats.Count{"swapped": {b, a}, "of the others": {others(a), others(b)}} {
			back, _ := m.compute(pair[0], pair[1], iv.Level)
			if math.Abs(back.Lower+iv.Upper) > 1e-11 || math.Abs(back.Upper+iv.Lower) > 1e-11 {
				t.Errorf("%s of %v, %v is %v, %s %v", m.name, a, b, iv, what, back)
			}
		}
	})
}

func TestIntervalsNarrowWithTheCounts(t *testing.T) {
	times := func(c stats.Count) stats.Count { return count(9*c.Events, 9*c.AtRisk) }
	for _, methods := range [][]method{shares, ratios, differences} {
		each(t, 300, methods, func(m method, a, b stats.Count, iv stats.Interval) {
			more, err := m.compute(times(a), times(b), iv.Level)
			if err != nil || more.Lower < iv.Lower || !iv.NoUpper && more.Upper > iv.Upper {
				t.Errorf("%s of %v, %v is %v, of nine times as many %v (%v)", m.name, a, b, iv, more, err)
			}
		})
	}
}

// TestScoreIntervalsByDefinition puts the limits into the definition as it is
// printed, with the most likely shares found by searching the likelihood.
func TestScoreIntervalsByDefinition(t *testing.T) {
	tried := 0
	for a, b := range tables(400) {
		if a.AtRisk > 500 || b.AtRisk > 500 {
			continue // the search below is no better than this
		}
		n := float64(a.AtRisk + b.AtRisk)
		for _, c := range []struct {
			m      method
			ratio  bool
			factor float64
		}{
			{ratios[0], true, 1}, {ratios[1], true, n / (n - 1)}, {differences[1], false, n / (n - 1)},
		} {
			iv, err := c.m.compute(a, b, 0.95)
			if err != nil {
				t.Fatal(err)
			}
			for _, limit := range []float64{iv.Lower, iv.Upper} {
				if limit == 0 && c.ratio || limit == 1 || limit == -1 || limit == iv.Upper && iv.NoUpper {
					continue // the end of the scale is no root
				}
				if got := score(a, b, limit, c.ratio) / math.Sqrt(c.factor); math.Abs(got-1.959963984540054) > 1e-5 {
					t.Errorf("%s of %v, %v: at the limit %v the groups are %v standard errors apart", c.m.name, a, b, limit, got)
				}
				tried++
			}
		}
	}
	if tried < 300 {
		t.Errorf("only %d limits were tried", tried)
	}
}

// score gives how many standard errors apart two shares are under a ratio, or a
// difference, of at.
func score(a, b stats.Count, at float64, ratio bool) float64 {
	first := func(q float64) float64 { return q + at }
	low, high, weight := math.Max(0, -at), math.Min(1, 1-at), 1.0
	if ratio {
		first = func(q float64) float64 { return q * at }
		low, high, weight = 0, math.Min(1, 1/at), at
	}
	likelihood := func(q float64) float64 { return logLikelihood(a, first(q)) + logLikelihood(b, q) }
	q := highest(likelihood, low, high)
	p1, p2 := float64(a.Events)/float64(a.AtRisk), float64(b.Events)/float64(b.AtRisk)
	variance := first(q)*(1-first(q))/float64(a.AtRisk) + weight*weight*q*(1-q)/float64(b.AtRisk)
	gap := p1 - p2 - at
	if ratio {
		gap = p1 - at*p2
	}
	return math.Abs(gap) / math.Sqrt(variance)
}

func logLikelihood(c stats.Count, p float64) float64 {
	sum := 0.0
	if c.Events > 0 {
		sum += float64(c.Events) * math.Log(p)
	}
	if c.Events < c.AtRisk {
		sum += float64(c.AtRisk-c.Events) * math.Log1p(-p)
	}
	if math.IsNaN(sum) {
		return math.Inf(-1) // rounded to beyond 1
	}
	return sum
}

// highest gives where f, which has one peak, is highest, by thirds.
func highest(f func(float64) float64, low, high float64) float64 {
	for range 200 {
		third := (high - low) / 3
		if f(low+third) < f(high-third) {
			low += third
		} else {
			high -= third
		}
	}
	return (low + high) / 2
}

// TestKoopmanLeaves1OutWherePearsonIsSmall sees that the screen cannot contradict
// itself, over a million tables: the interval leaves 1 out exactly where the p of
// the test that it pairs with is below 1 - level.
func TestKoopmanLeaves1OutWherePearsonIsSmall(t *testing.T) {
	n := 1_000_000
	if testing.Short() {
		n = 20_000
	}
	r := rand.New(rand.NewPCG(1984, 10))
	apart := 0
	for i := range n {
		a, b := closeTables(r)
		level := levels[i%len(levels)]
		p, err := stats.Pearson(a, b)
		compute := stats.Koopman
		if i%8 == 7 {
			p, err = stats.PearsonN1(a, b)
			compute = stats.MiettinenNurminenRatio
		}
		iv, errIv := compute(a, b, level)
		if err != nil || errIv != nil {
			if errIv != nil || a.Events+b.Events != 0 && a.Events+b.Events != a.AtRisk+b.AtRisk {
				t.Fatalf("%v, %v: %v, %v", a, b, err, errIv)
			}
			p = 1 // nothing to test
		}
		if iv.Contains(1) == (p < 1-level) {
			t.Errorf("%v, %v at %v: %v, but p = %v", a, b, level, iv, p)
		}
		if p < 1-level {
			apart++
		}
	}
	if apart < n/10 || apart > n*9/10 {
		t.Errorf("%d of %d tables were significant: too few on one side to show anything", apart, n)
	}
}

// closeTables gives two groups whose shares often are about as far apart as can be
// told, with zero cells and only events now and then.
func closeTables(r *rand.Rand) (a, b stats.Count) {
	n1, n2 := 1+int(math.Exp(r.Float64()*9)), 1+int(math.Exp(r.Float64()*9))
	p := r.Float64()
	if r.IntN(3) == 0 {
		p *= 0.02
	}
	se := math.Sqrt(p * (1 - p) * (1/float64(n1) + 1/float64(n2)))
	gap := se * 3 * r.NormFloat64()
	at := func(n int, p float64) stats.Count {
		return count(max(0, min(n, int(math.Round(float64(n)*p)))), n)
	}
	return at(n1, p), at(n2, p+gap)
}
