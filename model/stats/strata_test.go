package stats_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"wres/model/stats"
)

// strata makes strata of a1, n1, b1, n2 for each.
func strata(rows ...[4]int) []stats.Stratum {
	var out []stats.Stratum
	for _, r := range rows {
		out = append(out, stats.Stratum{A: count(r[0], r[1]), B: count(r[2], r[3])})
	}
	return out
}

// TestMantelHaenszelOfOneStratum is the ratio of two groups with Katz's interval.
func TestMantelHaenszelOfOneStratum(t *testing.T) {
	tried := 0
	for a, b := range tables(1000) {
		one := []stats.Stratum{{A: a, B: b}, {A: count(0, 5)}, {}}
		m, err := stats.MantelHaenszel(one[:1], 0.95)
		rr, errRR := stats.RiskRatio(a, b)
		switch {
		case errRR != nil:
			if !errors.Is(err, errRR) {
				t.Errorf("%v, %v: %v, want %v", a, b, err, errRR)
			}
			continue
		case a.Events == 0:
			if !errors.Is(err, stats.ErrNoEvents) {
				t.Errorf("%v, %v: %v, want %v", a, b, err, stats.ErrNoEvents)
			}
			continue
		case a.Events == a.AtRisk && b.Events == b.AtRisk:
			if !errors.Is(err, stats.ErrUntestable) {
				t.Errorf("%v, %v: %v, want %v", a, b, err, stats.ErrUntestable)
			}
			continue
		}
		katz, _ := stats.Katz(a, b, 0.95)
		if err != nil || !near(m.Value, rr.Value, 1e-12) || !near(m.Interval.Lower, katz.Lower, 1e-9) || !near(m.Interval.Upper, katz.Upper, 1e-9) {
			t.Errorf("%v, %v: %+v, %v, Katz %v", a, b, m, err, katz)
			continue
		}
		if !errors.Is(m.HomogeneityReason, stats.ErrOneStratum) || m.Homogeneity != nil || m.Shifted || m.Crude != rr.Value || m.Strata != 1 {
			t.Errorf("%v, %v: %+v", a, b, m)
		}
		// Cochran's, Mantel's and Haenszel's of one stratum is the N-1 test.
		if p, err := stats.PearsonN1(a, b); err != nil || p > 1e-6 && !near(m.Association.P, p, 1e-9) {
			t.Errorf("%v, %v: association %v, N-1 %v, %v", a, b, m.Association.P, p, err)
		}
		std, err := stats.Standardised(one[:1])
		if err != nil || !near(std.Ratio.Value, rr.Value, 1e-12) {
			t.Errorf("%v, %v: standardised %v, %v", a, b, std, err)
		}
		with, err := stats.MantelHaenszel(one, 0.95)
		if err != nil || with.Value != m.Value || with.SELog != m.SELog || with.Strata != 1 {
			t.Errorf("%v, %v: %+v with a stratum of one group, %v", a, b, with, err)
		}
		if _, err := stats.Standardised(one); !errors.Is(err, stats.ErrStratumLacksGroup) {
			t.Errorf("%v, %v: standardised over a stratum of one group: %v", a, b, err)
		}
		tried++
	}
	if tried < 300 {
		t.Errorf("only %d ratios were tried", tried)
	}
}

var examples = map[string][]stats.Stratum{
	"two alike":        strata([4]int{10, 40, 5, 40}, [4]int{20, 80, 10, 80}),
	"opposite":         strata([4]int{30, 100, 10, 100}, [4]int{10, 100, 30, 100}),
	"a zero cell":      strata([4]int{0, 20, 2, 10}, [4]int{5, 50, 4, 30}, [4]int{7, 60, 3, 50}),
	"no events in one": strata([4]int{0, 20, 0, 10}, [4]int{5, 50, 4, 30}, [4]int{7, 60, 3, 50}),
	"only events":      strata([4]int{6, 6, 9, 9}, [4]int{5, 50, 4, 30}, [4]int{7, 60, 3, 50}),
	"reversal":         strata([4]int{81, 87, 234, 270}, [4]int{192, 263, 55, 80}),
	"six":              strata([4]int{124, 496, 12, 99}, [4]int{11, 120, 7, 181}, [4]int{9, 94, 10, 179}, [4]int{119, 429, 29, 92}, [4]int{7, 97, 4, 91}, [4]int{33, 103, 3, 8}),
	"unequal sizes":    strata([4]int{3, 9, 1, 400}, [4]int{250, 900, 2, 7}),
}

// TestHomogeneity finds the common ratio by searching the likelihood that the
// definition names, and adds up the scores there.
func TestHomogeneity(t *testing.T) {
	for name, s := range examples {
		m, err := stats.MantelHaenszel(s, 0.95)
		if err != nil || m.Homogeneity == nil {
			t.Fatalf("%s: %+v, %v", name, m, err)
		}
		profile := func(x float64) float64 {
			sum, ratio := 0.0, math.Exp(x)
			for _, u := range s {
				likelihood := func(q float64) float64 { return logLikelihood(u.A, q*ratio) + logLikelihood(u.B, q) }
				sum += likelihood(highest(likelihood, 0, math.Min(1, 1/ratio)))
			}
			return sum
		}
		common := math.Exp(highest(profile, -6, 6))
		want, informative := 0.0, -1
		for _, u := range s {
			if u.A.Events+u.B.Events > 0 {
				informative++
			}
			if u.A.Events+u.B.Events > 0 && u.A.Events+u.B.Events < u.A.AtRisk+u.B.AtRisk {
				want += math.Pow(score(u.A, u.B, common, true), 2)
			}
		}
		if name == "only events" {
			continue // its ratio is 1 to one side, and the search cannot stand on an edge
		}
		if math.Abs(m.Homogeneity.Value-want) > 1e-4*(1+want) || m.Homogeneity.DF != informative {
			t.Errorf("%s: %+v, want %v with %d degrees of freedom", name, *m.Homogeneity, want, informative)
		}
	}
	alike, _ := stats.MantelHaenszel(examples["two alike"], 0.95)
	if alike.Homogeneity.Value > 1e-20 || alike.Homogeneity.P < 1-1e-9 {
		t.Errorf("two alike: %+v", alike.Homogeneity)
	}
	opposite, _ := stats.MantelHaenszel(examples["opposite"], 0.95)
	if opposite.Homogeneity.P > 1e-4 || opposite.Homogeneity.P <= 0 {
		t.Errorf("opposite: %+v", opposite.Homogeneity)
	}
}

// TestMantelHaenszelSwaps turns the ratio upside down with its groups, and does not
// mind the order of the strata.
func TestMantelHaenszelSwaps(t *testing.T) {
	for name, s := range examples {
		m, _ := stats.MantelHaenszel(s, 0.95)
		var swapped []stats.Stratum
		for _, u := range s {
			swapped = append(swapped, stats.Stratum{A: u.B, B: u.A})
		}
		slices.Reverse(swapped)
		back, err := stats.MantelHaenszel(swapped, 0.95)
		if err != nil || !near(back.Value, 1/m.Value, 1e-12) || !near(back.Interval.Lower, 1/m.Interval.Upper, 1e-12) ||
			!near(back.P, m.P, 1e-9) || !near(back.Association.P, m.Association.P, 1e-9) || back.Shifted != m.Shifted ||
			math.Abs(back.Homogeneity.Value-m.Homogeneity.Value) > 1e-9*(1+m.Homogeneity.Value) {
			t.Errorf("%s: %+v %+v, swapped %+v %+v, %v", name, m, m.Homogeneity, back, back.Homogeneity, err)
		}
		if !holds(*m.Interval, m.Value) || m.Interval.Contains(1) == (m.P < 0.05) || m.Interval.Method != stats.MethodGreenlandRobins || m.Interval.Level != 0.95 {
			t.Errorf("%s: %+v within %v", name, m, m.Interval)
		}
		std, err := stats.Standardised(s)
		backStd, errBack := stats.Standardised(swapped)
		if err != nil || errBack != nil || !near(std.A, backStd.B, 1e-12) || !near(std.Ratio.Value*backStd.Ratio.Value, 1, 1e-12) {
			t.Errorf("%s: %+v and %+v, %v, %v", name, std, backStd, err, errBack)
		}
	}
}

// TestShifted tells a ratio that strata explain from one that they do not.
func TestShifted(t *testing.T) {
	for name, want := range map[string]bool{"two alike": false, "reversal": true, "six": true, "opposite": false} {
		m, _ := stats.MantelHaenszel(examples[name], 0.95)
		if m.Shifted != want {
			t.Errorf("%s: %+v", name, m)
		}
	}
	// The crude ratio of the reversal lies below 1 and the pooled one above.
	if m, _ := stats.MantelHaenszel(examples["reversal"], 0.95); m.Crude >= 1 || m.Value <= 1 {
		t.Errorf("the reversal: %+v", m)
	}
	// Within 0.1 in logarithms, but on both sides of 1.
	sides, err := stats.MantelHaenszel(strata([4]int{89, 300, 50, 300}, [4]int{10, 100, 102, 300}), 0.95)
	if err != nil || !sides.Shifted || math.Abs(math.Log(sides.Value/sides.Crude)) > 0.1 || sides.Value < 1 || sides.Crude > 1 {
		t.Errorf("on both sides of 1: %+v, %v", sides, err)
	}
	// Both above 1, 0.095 and 0.104 apart.
	for n, want := range map[int]bool{100: false, 110: true} {
		m, err := stats.MantelHaenszel(strata([4]int{500, 1000, 100, 1000}, [4]int{0, n, 0, 0}), 0.95)
		if err != nil || m.Shifted != want || m.Value < 1 || m.Crude < 1 {
			t.Errorf("%d: %+v, %v, want shifted %v", n, m, err, want)
		}
	}
}

func TestStrataThatCannotBe(t *testing.T) {
	for what, c := range map[string]struct {
		s    []stats.Stratum
		want error
	}{
		"none":                  {nil, stats.ErrNobodyAtRisk},
		"one group each":        {strata([4]int{1, 2, 0, 0}, [4]int{0, 0, 1, 2}), stats.ErrNobodyAtRisk},
		"impossible":            {strata([4]int{3, 2, 1, 5}), stats.ErrCounts},
		"too many together":     {strata([4]int{3, stats.MostAtRisk, 1, 5}, [4]int{3, 9, 1, 5}), stats.ErrCounts},
		"no reference events":   {strata([4]int{3, 9, 0, 5}), stats.ErrNoReferenceEvents},
		"none where both stand": {strata([4]int{3, 9, 0, 5}, [4]int{0, 0, 4, 5}), stats.ErrNoReferenceEvents},
		"no events":             {strata([4]int{0, 9, 2, 5}), stats.ErrNoEvents},
		"only events":           {strata([4]int{9, 9, 5, 5}, [4]int{1, 1, 2, 2}), stats.ErrUntestable},
	} {
		if m, err := stats.MantelHaenszel(c.s, 0.95); !errors.Is(err, c.want) {
			t.Errorf("%s: %+v, %v, want %v", what, m, err, c.want)
		}
	}
	if _, err := stats.MantelHaenszel(examples["six"], 1); !errors.Is(err, stats.ErrLevel) {
		t.Errorf("at a level of 1: %v", err)
	}
	if std, err := stats.Standardised(strata([4]int{3, 9, 0, 5})); err != nil || std.Ratio != nil || std.B != 0 {
		t.Errorf("no reference events: %+v, %v", std, err)
	}
	if _, err := stats.Standardised(nil); !errors.Is(err, stats.ErrNobodyAtRisk) {
		t.Errorf("nothing: %v", err)
	}
}
