package stats_test

import (
	"errors"
	"math"
	"testing"

	"wres/model/stats"
)

func TestAgainstRest(t *testing.T) {
	tried := 0
	for a, b := range tables(2000) {
		whole := count(a.Events+b.Events, a.AtRisk+b.AtRisk)
		part, err := stats.AgainstRest(a, whole)
		z, errZ := stats.Z(a, b)
		if errZ != nil {
			if !errors.Is(err, errZ) {
				t.Errorf("%v of %v: %v, want %v", a, whole, err, errZ)
			}
			continue
		}
		if err != nil {
			t.Fatalf("%v of %v: %v", a, whole, err)
		}
		tried++
		other, _ := stats.AgainstRest(b, whole)
		p, _ := stats.Pearson(a, b)
		if part.Residual != z || other.Residual != -z || part.P != p || part.Rest != b || part.Part != a {
			t.Errorf("%v of %v: %+v, the rest %+v", a, whole, part, other)
		}
		n, all, k := float64(a.AtRisk), float64(whole.AtRisk), float64(whole.Events)
		expected := n * k / all
		residual := (float64(a.Events) - expected) / math.Sqrt(expected*(1-k/all)*(1-n/all))
		if !near(part.Expected, expected, 1e-12) || math.Abs(residual-z) > 1e-6*(1+math.Abs(z)) {
			t.Errorf("%v of %v: expected %v and residual %v, by the formula %v and %v", a, whole, part.Expected, z, expected, residual)
		}
		if !near(part.Lower+part.Upper, 1+part.Probability, 1e-9) || !near(part.Lower, other.Upper, 1e-7) {
			t.Errorf("%v of %v: tails %v and %v, probability %v", a, whole, part.Lower, part.Upper, part.Probability)
		}
	}
	if tried < 1000 {
		t.Errorf("only %d parts were tried", tried)
	}
}

func TestLessWhole(t *testing.T) {
	for a, b := range tables(500) {
		whole := count(a.Events+b.Events, a.AtRisk+b.AtRisk)
		got, err := stats.LessWhole(a, whole, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		want := float64(a.Events)/float64(a.AtRisk) - float64(whole.Events)/float64(whole.AtRisk)
		if math.Abs(got.Value-want) > 1e-12 || !holds(*got.Interval, got.Value) {
			t.Errorf("%v less %v: %v within %v, want %v", a, whole, got.Value, got.Interval, want)
		}
		rest, _ := stats.Newcombe(a, b, 0.95)
		share := float64(b.AtRisk) / float64(whole.AtRisk)
		if got.Interval.Lower != rest.Lower*share || got.Interval.Upper != rest.Upper*share || got.Interval.Level != 0.95 {
			t.Errorf("%v less %v: %v, of the rest %v", a, whole, got.Interval, rest)
		}
	}
}

func TestPartsThatCannotBe(t *testing.T) {
	for _, c := range []struct {
		what        string
		part, whole stats.Count
		want        error
	}{
		{"more people than the whole", count(1, 11), count(5, 10), stats.ErrCounts},
		{"more events", count(6, 8), count(5, 10), stats.ErrCounts},
		{"more without an event", count(0, 6), count(5, 10), stats.ErrCounts},
		{"the whole itself", count(5, 10), count(5, 10), stats.ErrNobodyAtRisk},
		{"nobody", count(0, 0), count(5, 10), stats.ErrNobodyAtRisk},
		{"no events", count(0, 5), count(0, 10), stats.ErrUntestable},
		{"only events", count(5, 5), count(10, 10), stats.ErrUntestable},
	} {
		if _, err := stats.AgainstRest(c.part, c.whole); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.what, err, c.want)
		}
		_, errDrawn := stats.DrawnFrom(c.part, c.whole)
		_, errLess := stats.LessWhole(c.part, c.whole, 0.95)
		switch c.want {
		case stats.ErrCounts:
			if !errors.Is(errDrawn, c.want) || !errors.Is(errLess, c.want) {
				t.Errorf("%s: %v and %v, want %v", c.what, errDrawn, errLess, c.want)
			}
		case stats.ErrUntestable:
			if errDrawn != nil || errLess != nil {
				t.Errorf("%s: %v and %v", c.what, errDrawn, errLess)
			}
		}
	}
	if _, err := stats.LessWhole(count(1, 2), count(3, 9), 1); !errors.Is(err, stats.ErrLevel) {
		t.Errorf("at a level of 1: %v", err)
	}
}

func TestPearsonRows(t *testing.T) {
	for a, b := range tables(1000) {
		chi, err := stats.PearsonRows([]stats.Count{a, b, {}})
		z, errZ := stats.Z(a, b)
		if !errors.Is(err, errZ) || err == nil && (!near(chi.Value, z*z, 1e-9) || chi.DF != 1) {
			t.Errorf("%v, %v: %+v, %v; z = %v, %v", a, b, chi, err, z, errZ)
		}
		if p, err := stats.Pearson(a, b); err == nil && z*z < 100 && !near(chi.P, p, 1e-6) {
			t.Errorf("%v, %v: %v, Pearson %v", a, b, chi.P, p)
		}
		same, err := stats.PearsonRows([]stats.Count{a, a, a})
		if errZ == nil && err == nil && (same.Value > 1e-9 || same.DF != 2 || same.P < 1-1e-9) {
			t.Errorf("three times %v: %+v", a, same)
		}
	}
	for what, c := range map[string]struct {
		rows []stats.Count
		want error
	}{
		"no rows":     {nil, stats.ErrNobodyAtRisk},
		"one row":     {[]stats.Count{count(1, 2), count(0, 0)}, stats.ErrNobodyAtRisk},
		"no events":   {[]stats.Count{count(0, 2), count(0, 3)}, stats.ErrUntestable},
		"only events": {[]stats.Count{count(2, 2), count(3, 3)}, stats.ErrUntestable},
		"impossible":  {[]stats.Count{count(1, 2), count(4, 3)}, stats.ErrCounts},
		"too many":    {[]stats.Count{count(1, stats.MostAtRisk), count(1, 2)}, stats.ErrCounts},
	} {
		if _, err := stats.PearsonRows(c.rows); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", what, err, c.want)
		}
	}
}
