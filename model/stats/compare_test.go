package stats_test

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"testing"

	"wres/model/stats"
)

func TestCompare(t *testing.T) {
	c, err := stats.Compare(count(144, 427), count(51, 371), 0.95)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct {
		what      string
		got, want float64
	}{
		{"rate of a", c.RateA.Value, 144.0 / 427},
		{"its lower limit", c.RateA.Interval.Lower, 0.2940},
		{"rate of b", c.RateB.Value, 51.0 / 371},
		{"ratio", c.Ratio.Value, 2.4532},
		{"lower", c.Ratio.Interval.Lower, 1.8479},
		{"upper", c.RatioInterval.Upper, 3.2766},
		{"Katz lower", c.Katz.Lower, 1.8403},
		{"difference", c.Difference.Value, 0.1998},
		{"difference's lower", c.Difference.Interval.Lower, 0.1417},
		{"z", c.Test.Z, 6.5502},
		{"p", c.Test.P * 1e11, 5.7445},
		{"mid-P", c.Test.MidP * 1e11, 2.9747},
		{"Fisher's p", c.Test.FisherP * 1e11, 4.1942},
		{"smallest expected count", c.SmallestExpected, 90.6579},
	} {
		if math.Abs(f.got-f.want) > 0.00005 {
			t.Errorf("%s is %v, want %v", f.what, f.got, f.want)
		}
	}
	if c.Direction != 1 || c.Test.Method != stats.TestPearson || len(c.Warnings) != 0 {
		t.Errorf("direction %d, test %q, warnings %v", c.Direction, c.Test.Method, c.Warnings)
	}
}

func count(events, atRisk int) stats.Count { return stats.Count{Events: events, AtRisk: atRisk} }

func TestCompareRefusesWhatCannotBe(t *testing.T) {
	for _, c := range []struct {
		a, b  stats.Count
		level float64
		want  error
	}{
		{count(3, 2), count(1, 2), 0.95, stats.ErrCounts},
		{count(1, 2), count(-1, 2), 0.95, stats.ErrCounts},
		{count(1, 2), count(0, -2), 0.95, stats.ErrCounts},
		{count(1, stats.MostAtRisk+1), count(1, 2), 0.95, stats.ErrCounts},
		{count(1, 2), count(1, 2), 0, stats.ErrLevel},
		{count(1, 2), count(1, 2), 1, stats.ErrLevel},
		{count(1, 2), count(1, 2), math.NaN(), stats.ErrLevel},
	} {
		if got, err := stats.Compare(c.a, c.b, c.level); !errors.Is(err, c.want) || got != nil {
			t.Errorf("%v with %v at %v: %v, %v, want %v", c.a, c.b, c.level, got, err, c.want)
		}
	}
}

func TestCompareOfHardTables(t *testing.T) {
	for _, c := range []struct {
		what     string
		a, b     stats.Count
		method   string // of the test; "" for none
		warnings []stats.Warning
		ratio    error
		katz     error
	}{
		{"four of few and none of many", count(0, 1443), count(4, 380), stats.TestPearsonAndMidP,
			[]stats.Warning{stats.SmallExpected}, nil, stats.ErrNoEvents},
		{"the same, swapped", count(4, 380), count(0, 1443), stats.TestPearsonAndMidP,
			[]stats.Warning{stats.NoUpperLimit, stats.SmallExpected}, stats.ErrNoReferenceEvents, stats.ErrNoEvents},
		{"Pearson says so, the mid-P not", count(2, 10), count(0, 30), stats.TestPearsonAndMidP,
			[]stats.Warning{stats.NoUpperLimit, stats.SmallExpected}, stats.ErrNoReferenceEvents, stats.ErrNoEvents},
		{"the mid-P says so, Pearson not", count(0, 45), count(4, 55), stats.TestPearsonAndMidP,
			[]stats.Warning{stats.SmallExpected}, nil, stats.ErrNoEvents},
		{"large enough, and not clear", count(50, 100), count(40, 100), stats.TestPearson, nil, nil, nil},
		{"just large enough", count(5, 10), count(5, 10), stats.TestPearson, nil, nil, nil},
		{"not quite large enough", count(5, 11), count(5, 12), stats.TestPearsonAndMidP,
			[]stats.Warning{stats.SmallExpected}, nil, nil},
		{"a group with few", count(4, 1000), count(400, 1000), stats.TestPearson,
			nil, nil, nil},
		{"no events", count(0, 20), count(0, 30), "",
			[]stats.Warning{stats.NoUpperLimit}, stats.ErrNoReferenceEvents, stats.ErrNoEvents},
		{"only events", count(20, 20), count(30, 30), "", nil, nil, stats.ErrNoSpread},
	} {
		got, err := stats.Compare(c.a, c.b, 0.95)
		if err != nil {
			t.Fatalf("%s: %v", c.what, err)
		}
		switch {
		case c.method == "":
			if got.Test != nil || !errors.Is(got.TestReason, stats.ErrUntestable) {
				t.Errorf("%s: tested: %+v, %v", c.what, got.Test, got.TestReason)
			}
		case got.Test == nil || got.Test.Method != c.method:
			t.Errorf("%s: test %+v, want %s", c.what, got.Test, c.method)
		}
		if !slices.Equal(got.Warnings, c.warnings) {
			t.Errorf("%s: warnings %v, want %v; %+v", c.what, got.Warnings, c.warnings, got.Test)
		}
		if !errors.Is(got.RatioReason, c.ratio) || (got.Ratio == nil) != (c.ratio != nil) || got.RatioInterval == nil {
			t.Errorf("%s: ratio %v, %v", c.what, got.Ratio, got.RatioReason)
		}
		if !errors.Is(got.KatzReason, c.katz) || (got.Katz == nil) != (c.katz != nil) {
			t.Errorf("%s: Katz %v, %v, want %v", c.what, got.Katz, got.KatzReason, c.katz)
		}
	}
}

// TestCompareOfNobody gives what there is of the one group, and why nothing else.
func TestCompareOfNobody(t *testing.T) {
	for _, turned := range []bool{false, true} {
		a, b := count(3, 10), count(0, 0)
		if turned {
			a, b = b, a
		}
		c, err := stats.Compare(a, b, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		some, none, why := c.RateA, c.RateB, c.ReasonB
		if turned {
			some, none, why = c.RateB, c.RateA, c.ReasonA
		}
		if some == nil || some.Interval == nil || none != nil || !errors.Is(why, stats.ErrNobodyAtRisk) {
			t.Errorf("%v, %v: rates %v and %v, %v", a, b, some, none, why)
		}
		for what, reason := range map[string]error{"ratio": c.RatioReason, "Katz": c.KatzReason, "difference": c.DifferenceReason, "test": c.TestReason} {
			if !errors.Is(reason, stats.ErrNobodyAtRisk) {
				t.Errorf("%v, %v: no reason for no %s: %v", a, b, what, reason)
			}
		}
		if c.Ratio != nil || c.RatioInterval != nil || c.Katz != nil || c.Difference != nil || c.Test != nil || len(c.Warnings) > 0 {
			t.Errorf("%v, %v: %+v", a, b, c)
		}
	}
}

// TestCompareAgrees sees that the whole is its parts.
func TestCompareAgrees(t *testing.T) {
	for a, b := range tables(1000) {
		for _, level := range levels {
			c, err := stats.Compare(a, b, level)
			if err != nil {
				t.Fatal(err)
			}
			wilson, _ := stats.Wilson(b, level)
			koopman, _ := stats.Koopman(a, b, level)
			newcombe, _ := stats.Newcombe(a, b, level)
			difference, _ := stats.RiskDifference(a, b)
			if *c.RateB.Interval != wilson || *c.RatioInterval != koopman || *c.Difference.Interval != newcombe || c.Difference.Value != difference.Value {
				t.Errorf("%v, %v at %v: %+v", a, b, level, c)
			}
			if c.Ratio != nil && c.Ratio.Interval != c.RatioInterval || c.Direction != sign(difference.Value) {
				t.Errorf("%v, %v at %v: %+v", a, b, level, c)
			}
			n := float64(a.AtRisk + b.AtRisk)
			events, others := float64(a.Events+b.Events), n-float64(a.Events+b.Events)
			expected := math.Min(math.Min(events*float64(a.AtRisk), events*float64(b.AtRisk)),
				math.Min(others*float64(a.AtRisk), others*float64(b.AtRisk))) / n
			if !near(c.SmallestExpected, expected, 1e-12) {
				t.Errorf("%v, %v: smallest expected count %v, want %v", a, b, c.SmallestExpected, expected)
			}
			if c.Test == nil {
				continue
			}
			z, _ := stats.Z(a, b)
			p, _ := stats.Pearson(a, b)
			midP, _ := stats.MidP(a, b)
			fisher, _ := stats.FisherExact(a, b)
			if c.Test.Z != z || c.Test.P != p || c.Test.MidP != midP || c.Test.FisherP != fisher {
				t.Errorf("%v, %v: %+v", a, b, c.Test)
			}
			small := expected < 5
			if small != (c.Test.Method == stats.TestPearsonAndMidP) {
				t.Errorf("%v, %v at %v: %+v, expected %v", a, b, level, c.Test, expected)
			}
			if p < 1-level && koopman.Contains(1) {
				t.Errorf("%v, %v at %v: clear, and %v holds 1", a, b, level, koopman)
			}
		}
	}
}

func sign(v float64) int { return cmp.Compare(v, 0) }

func TestWarningsHaveWords(t *testing.T) {
	seen := map[string]bool{}
	for w := stats.NoUpperLimit; w <= stats.SmallExpected; w++ {
		seen[w.String()] = true
	}
	if len(seen) != 2 || seen[stats.Warning(0).String()] {
		t.Errorf("%v", seen)
	}
}
