package stats_test

import (
	"math"
	"math/big"
	"testing"

	"wres/model/stats"
)

// exactTable is the distribution of a table's first cell given its margins, as
// fractions of whole numbers.
type exactTable struct {
	p   map[int]*big.Rat
	low int
}

func exactly(n1, n2, events int) exactTable {
	e := exactTable{p: map[int]*big.Rat{}, low: max(0, events-n2)}
	all := new(big.Int).Binomial(int64(n1+n2), int64(events))
	for x := e.low; x <= min(n1, events); x++ {
		ways := new(big.Int).Binomial(int64(n1), int64(x))
		ways.Mul(ways, new(big.Int).Binomial(int64(n2), int64(events-x)))
		e.p[x] = new(big.Rat).SetFrac(ways, all)
	}
	return e
}

// sum adds up the probabilities of the cells that it is asked for.
func (e exactTable) sum(wanted func(x int, p *big.Rat) bool) *big.Rat {
	total := new(big.Rat)
	for x, p := range e.p {
		if wanted(x, p) {
			total.Add(total, p)
		}
	}
	return total
}

func float(r *big.Rat) float64 { f, _ := r.Float64(); return f }

// expectExact compares every exact probability of a table with fractions.
func expectExact(t *testing.T, a, b stats.Count) {
	t.Helper()
	e := exactly(a.AtRisk, b.AtRisk, a.Events+b.Events)
	at := e.p[a.Events]
	less := e.sum(func(x int, _ *big.Rat) bool { return x <= a.Events })
	more := e.sum(func(x int, _ *big.Rat) bool { return x >= a.Events })
	two := e.sum(func(_ int, p *big.Rat) bool { return p.Cmp(at) <= 0 })
	rarer := e.sum(func(_ int, p *big.Rat) bool { return p.Cmp(at) < 0 })
	tail := less
	if more.Cmp(less) < 0 {
		tail = more
	}
	midP := new(big.Rat).Sub(new(big.Rat).Add(tail, tail), at)

	fisher, err1 := stats.FisherExact(a, b)
	gotLess, gotMore, err2 := stats.FisherTails(a, b)
	gotMidP, err3 := stats.MidP(a, b)
	irwin, err4 := stats.MidPIrwin(a, b)
	whole := count(a.Events+b.Events, a.AtRisk+b.AtRisk)
	drawn, err5 := stats.DrawnFrom(a, whole)
	for _, err := range []error{err1, err2, err3, err4, err5} {
		if err != nil {
			t.Fatalf("%v, %v: %v", a, b, err)
		}
	}
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"Fisher's p", fisher, float(two)},
		{"so many or fewer", gotLess, float(less)},
		{"so many or more", gotMore, float(more)},
		{"mid-P", gotMidP, math.Min(1, float(midP))},
		{"Irwin's mid-P", irwin, float(new(big.Rat).Add(two, rarer)) / 2},
		{"probability drawn", drawn.Probability, float(at)},
		{"so many or fewer drawn", drawn.Lower, float(less)},
		{"so many or more drawn", drawn.Upper, float(more)},
		{"mid-P drawn", drawn.MidP, math.Min(1, float(midP))},
		{"Fisher's p drawn", drawn.FisherP, float(two)},
	} {
		if math.Abs(c.got-c.want) > 1e-11*c.want {
			t.Errorf("%v, %v: %s is %v, want %v", a, b, c.what, c.got, c.want)
		}
	}
}

// TestExactOfEverySmallTable goes through every table of up to nine people a group.
func TestExactOfEverySmallTable(t *testing.T) {
	tried := 0
	for n1 := 1; n1 <= 9; n1++ {
		for n2 := 1; n2 <= 9; n2++ {
			for x1 := 0; x1 <= n1; x1++ {
				for x2 := 0; x2 <= n2; x2++ {
					expectExact(t, count(x1, n1), count(x2, n2))
					tried++
				}
			}
		}
	}
	if tried != 54*54 {
		t.Errorf("%d tables were tried", tried)
	}
}

// TestExactFarInTheTail sees that what is all but impossible keeps its digits.
func TestExactFarInTheTail(t *testing.T) {
	smallest := 1.0
	for _, c := range [][2]stats.Count{
		{count(300, 300), count(20, 320)},
		{count(2, 400), count(240, 390)},
		{count(190, 1000), count(600, 700)},
		{count(60, 60), count(0, 3000)},
		{count(0, 2500), count(9, 9)},
		{count(500, 1500), count(505, 1515)},
		{count(700, 1500), count(40, 1515)},
		{count(3, 900), count(500, 600)},
	} {
		expectExact(t, c[0], c[1])
		p, _ := stats.FisherExact(c[0], c[1])
		smallest = math.Min(smallest, p)
	}
	if smallest > 1e-150 || smallest == 0 {
		t.Errorf("the smallest p that was tried is %v", smallest)
	}
}

// TestApproximateTails compares the p of Pearson's test where it is tiny with the
// continued fraction of the normal tail, worked out by hand.
func TestApproximateTails(t *testing.T) {
	for _, c := range []struct{ a, b stats.Count }{
		{count(520, 600), count(30, 500)},
		{count(900, 1000), count(100, 1000)},
		{count(20_000, 100_000), count(15_600, 100_000)},
	} {
		z, err := stats.Z(c.a, c.b)
		if err != nil {
			t.Fatal(err)
		}
		fraction := math.Abs(z)
		for k := 200; k >= 1; k-- {
			fraction = math.Abs(z) + float64(k)/fraction
		}
		want := 2 * math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) / fraction
		p, err := stats.Pearson(c.a, c.b)
		if err != nil || want > 1e-100 || math.Abs(p-want) > 1e-11*want {
			t.Errorf("%v, %v: p = %v (%v), want %v", c.a, c.b, p, err, want)
		}
	}
}

// TestTestsSwap sees that no test minds which group, or which outcome, comes first,
// and that all give probabilities.
func TestTestsSwap(t *testing.T) {
	others := func(c stats.Count) stats.Count { return count(c.AtRisk-c.Events, c.AtRisk) }
	tests := []struct {
		name    string
		compute func(a, b stats.Count) (float64, error)
	}{
		{"Pearson", stats.Pearson}, {"N-1", stats.PearsonN1}, {"Fisher", stats.FisherExact},
		{"mid-P", stats.MidP}, {"Irwin", stats.MidPIrwin},
	}
	tried := 0
	for a, b := range tables(3000) {
		z, err := stats.Z(a, b)
		if err != nil {
			continue
		}
		tried++
		if back, _ := stats.Z(b, a); back != -z {
			t.Errorf("z of %v, %v is %v, swapped %v", a, b, z, back)
		}
		if d, _ := stats.RiskDifference(a, b); (d.Value > 0) != (z > 0) {
			t.Errorf("z of %v, %v is %v and the difference %v", a, b, z, d.Value)
		}
		p := map[string]float64{}
		for _, test := range tests {
			p[test.name], err = test.compute(a, b)
			if err != nil || !(p[test.name] >= 0 && p[test.name] <= 1) {
				t.Fatalf("%s of %v, %v: %v, %v", test.name, a, b, p[test.name], err)
			}
			swapped, _ := test.compute(b, a)
			mirrored, _ := test.compute(others(a), others(b))
			for _, again := range []float64{swapped, mirrored} {
				if !near(again, p[test.name], 1e-7) {
					t.Errorf("%s of %v, %v: %v and %v", test.name, a, b, p[test.name], again)
				}
			}
		}
		if p["N-1"] < p["Pearson"] || p["Irwin"] > p["Fisher"]*(1+1e-9) {
			t.Errorf("%v, %v: %v", a, b, p)
		}
	}
	if tried < 2000 {
		t.Errorf("only %d tables could be tested", tried)
	}
}
