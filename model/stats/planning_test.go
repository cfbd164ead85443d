package stats_test

import (
	"errors"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"wres/model/stats"
)

// TestParity finds both numbers by trying one event after the other.
func TestParity(t *testing.T) {
	r := rand.New(rand.NewPCG(80, 125))
	reached, unreachable := 0, 0
	for range 3000 {
		a, b := count(0, 1+r.IntN(60)), count(0, 1+r.IntN(60))
		a.Events, b.Events = r.IntN(a.AtRisk+1), r.IntN(b.AtRisk+1)
		target := [...]struct {
			value    float64
			num, den int64
		}{{1, 1, 1}, {1.25, 5, 4}, {0.8, 4, 5}, {1.2, 6, 5}, {1.1, 11, 10}}[r.IntN(5)]
		// at says whether a/n1 over b/n2 is at most the target.
		at := func(x, y int) bool {
			left := big.NewInt(int64(x) * int64(b.AtRisk) * target.den)
			return left.Cmp(big.NewInt(int64(y)*int64(a.AtRisk)*target.num)) <= 0
		}
		extra := 0
		for b.Events+extra <= b.AtRisk && !at(a.Events, b.Events+extra) {
			extra++
		}
		moved := 0
		for !at(a.Events-moved, b.Events+moved) {
			moved++
		}
		gotExtra, gotMoved, err := stats.Parity(a, b, target.value)
		if b.Events+extra > b.AtRisk {
			unreachable++
			if !errors.Is(err, stats.ErrUnreachable) {
				t.Errorf("%v, %v to %v: %d, %d, %v", a, b, target.value, gotExtra, gotMoved, err)
			}
			continue
		}
		reached++
		if err != nil || gotExtra != extra || gotMoved != moved {
			t.Errorf("%v, %v to %v: %d, %d, %v, want %d and %d", a, b, target.value, gotExtra, gotMoved, err, extra, moved)
		}
	}
	if reached < 1000 || unreachable < 10 {
		t.Errorf("%d reached and %d not", reached, unreachable)
	}
}

func TestParityOfExamples(t *testing.T) {
	a, b := count(144, 427), count(51, 371)
	for target, want := range map[float64][2]int{1: {75, 40}, 1.25: {50, 29}, 2.5: {0, 0}} {
		if extra, moved, err := stats.Parity(a, b, target); err != nil || extra != want[0] || moved != want[1] {
			t.Errorf("to %v: %d and %d, %v, want %v", target, extra, moved, err, want)
		}
	}
	most := count(stats.MostAtRisk, stats.MostAtRisk)
	if extra, moved, err := stats.Parity(most, count(0, stats.MostAtRisk), 1); err != nil || extra != stats.MostAtRisk || moved != stats.MostAtRisk/2 {
		t.Errorf("a thousand million: %d, %d, %v", extra, moved, err)
	}
	for _, target := range []float64{0, -1, math.NaN(), math.Inf(1)} {
		if _, _, err := stats.Parity(a, b, target); !errors.Is(err, stats.ErrTarget) {
			t.Errorf("to %v: %v", target, err)
		}
	}
	if _, _, err := stats.Parity(a, b, 1e-300); !errors.Is(err, stats.ErrUnreachable) {
		t.Errorf("to 1e-300: %v", err)
	}
	if _, _, err := stats.Parity(a, count(0, 0), 1); !errors.Is(err, stats.ErrNobodyAtRisk) {
		t.Errorf("nobody: %v", err)
	}
}

func TestPower(t *testing.T) {
	power := func(p1, p2 float64, n1, n2 int) float64 {
		t.Helper()
		got, err := stats.Power(p1, p2, n1, n2, 0.05)
		if err != nil || !(got >= 0 && got <= 1) {
			t.Fatalf("%v of %d against %v of %d: %v, %v", p1, n1, p2, n2, got, err)
		}
		return got
	}
	if got := power(0.30, 0.24, 427, 371); math.Abs(got-0.48) > 0.005 {
		t.Errorf("30%% against 24%%: %v", got)
	}
	for _, p := range []float64{0.001, 0.2, 0.5, 0.97} {
		if got := power(p, p, 300, 70); !near(got, 0.05, 1e-9) {
			t.Errorf("no difference at %v: %v", p, got)
		}
		last := 0.0
		for _, more := range []float64{0, 0.05, 0.1, 0.3, 1} {
			got := power(p+(1-p)*more, p, 80, 50)
			if got < last {
				t.Errorf("%v and %v of what is left: %v after %v", p, more, got, last)
			}
			last = got
			if back := power(p, p+(1-p)*more, 50, 80); !near(back, got, 1e-12) {
				t.Errorf("%v and %v of what is left: %v, swapped %v", p, more, got, back)
			}
			if many := power(p+(1-p)*more, p, 800, 500); more > 0 && many < got {
				t.Errorf("%v and %v of what is left: %v, with ten times as many %v", p, more, got, many)
			}
		}
	}
	if got := power(1, 0, 100, 100); got != 1 {
		t.Errorf("all against none of 100: %v", got)
	}
	if got := power(0, 1, 1, 1); got != 0 {
		t.Errorf("none against all of 1: %v, though no table of two people is significant", got)
	}
}

// TestPowerSimulated draws the tables that the formula speaks of.
func TestPowerSimulated(t *testing.T) {
	if testing.Short() {
		t.Skip("a simulation")
	}
	r := rand.New(rand.NewPCG(48, 80))
	for _, c := range []struct {
		p1, p2 float64
		n1, n2 int
	}{{0.30, 0.24, 427, 371}, {0.5, 0.3, 90, 120}, {0.1, 0.2, 200, 300}} {
		found := 0
		const draws = 10_000
		for range draws {
			p, err := stats.Pearson(draw(r, c.n1, c.p1), draw(r, c.n2, c.p2))
			if err == nil && p < 0.05 {
				found++
			}
		}
		want, _ := stats.Power(c.p1, c.p2, c.n1, c.n2, 0.05)
		if got := float64(found) / draws; math.Abs(got-want) > 0.02 {
			t.Errorf("%+v: found in %v, want %v", c, got, want)
		}
	}
}

func TestDetectableRatio(t *testing.T) {
	tried := 0
	for _, p2 := range []float64{0.002, 0.05, 0.1375, 0.4, 0.8} {
		for _, n := range [][2]int{{30, 20}, {427, 371}, {5000, 900}, {1_000_000, 1_000_000}} {
			for _, power := range []float64{0.5, 0.8, 0.95} {
				ratio, err := stats.DetectableRatio(p2, n[0], n[1], 0.05, power)
				if errors.Is(err, stats.ErrUndetectable) {
					if most, _ := stats.Power(1, p2, n[0], n[1], 0.05); most >= power {
						t.Errorf("%v of %v with %v: %v, though %v can be reached", p2, n, power, err, most)
					}
					continue
				}
				if err != nil || !(ratio > 1 && ratio*p2 <= 1) {
					t.Fatalf("%v of %v with %v: %v, %v", p2, n, power, ratio, err)
				}
				at, _ := stats.Power(ratio*p2, p2, n[0], n[1], 0.05)
				less, _ := stats.Power((1+0.99*(ratio-1))*p2, p2, n[0], n[1], 0.05)
				if !near(at, power, 1e-6) || less >= power {
					t.Errorf("%v of %v with %v: ratio %v has %v, a smaller one %v", p2, n, power, ratio, at, less)
				}
				tried++
			}
		}
	}
	if tried < 50 {
		t.Errorf("only %d ratios were found", tried)
	}
}

func TestPlanningThatCannotBe(t *testing.T) {
	for what, c := range map[string]struct{ err, want error }{
		"a share above 1":     {third(stats.Power(1.2, 0.2, 10, 10, 0.05)), stats.ErrShare},
		"a share below 0":     {third(stats.Power(0.2, -0.2, 10, 10, 0.05)), stats.ErrShare},
		"a share of nothing":  {third(stats.Power(math.NaN(), 0.2, 10, 10, 0.05)), stats.ErrShare},
		"nobody":              {third(stats.Power(0.1, 0.2, 0, 10, 0.05)), stats.ErrNobodyAtRisk},
		"fewer than nobody":   {third(stats.Power(0.1, 0.2, 10, -1, 0.05)), stats.ErrCounts},
		"no alpha":            {third(stats.Power(0.1, 0.2, 10, 10, 0)), stats.ErrLevel},
		"no shares":           {third(stats.Power(0, 0, 10, 10, 0.05)), stats.ErrUntestable},
		"whole shares":        {third(stats.Power(1, 1, 10, 10, 0.05)), stats.ErrUntestable},
		"ratio to 0":          {third(stats.DetectableRatio(0, 10, 10, 0.05, 0.8)), stats.ErrNoReferenceEvents},
		"ratio to 1":          {third(stats.DetectableRatio(1, 10, 10, 0.05, 0.8)), stats.ErrUndetectable},
		"ratio to 2":          {third(stats.DetectableRatio(2, 10, 10, 0.05, 0.8)), stats.ErrShare},
		"of nobody":           {third(stats.DetectableRatio(0.2, 10, 0, 0.05, 0.8)), stats.ErrNobodyAtRisk},
		"power below alpha":   {third(stats.DetectableRatio(0.2, 10, 10, 0.05, 0.05)), stats.ErrPower},
		"power of 1":          {third(stats.DetectableRatio(0.2, 10, 10, 0.05, 1)), stats.ErrPower},
		"ratio with no alpha": {third(stats.DetectableRatio(0.2, 10, 10, 1, 0.8)), stats.ErrLevel},
	} {
		if !errors.Is(c.err, c.want) {
			t.Errorf("%s: %v, want %v", what, c.err, c.want)
		}
	}
}

func third(_ float64, err error) error { return err }

// TestUnknownBounds tries every way to share the unknown out.
func TestUnknownBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(1990, 80))
	tried, open := 0, 0
	for range 2000 {
		a, b, u := count(0, 1+r.IntN(20)), count(0, 1+r.IntN(20)), count(0, r.IntN(7))
		a.Events, b.Events, u.Events = r.IntN(a.AtRisk+1), r.IntN(b.AtRisk+1), r.IntN(u.AtRisk+1)
		low, high, none := math.Inf(1), math.Inf(-1), false
		for events := 0; events <= u.Events; events++ {
			for without := 0; without <= u.AtRisk-u.Events; without++ {
				ratio, err := stats.RiskRatio(
					count(a.Events+events, a.AtRisk+events+without),
					count(b.Events+u.Events-events, b.AtRisk+u.AtRisk-events-without))
				if err != nil {
					none = true
					continue
				}
				low, high = math.Min(low, ratio.Value), math.Max(high, ratio.Value)
			}
		}
		got, err := stats.UnknownBounds(a, b, u)
		switch {
		case math.IsInf(low, 1):
			if !errors.Is(err, stats.ErrNoReferenceEvents) {
				t.Errorf("%v, %v, %v: %v, %v", a, b, u, got, err)
			}
			continue
		case err != nil || !near(got.Lower, low, 1e-12) || got.NoUpper != none || !none && !near(got.Upper, high, 1e-12):
			t.Errorf("%v, %v, %v: %v, %v, want %v to %v", a, b, u, got, err, low, high)
		}
		tried++
		if none {
			open++
		}
	}
	if tried < 1500 || open < 20 {
		t.Errorf("%d bounds, %d of them open", tried, open)
	}
	for what, c := range map[string]struct {
		a, b, u stats.Count
		want    error
	}{
		"nobody in a":           {count(0, 0), count(1, 2), count(1, 2), stats.ErrNobodyAtRisk},
		"nobody in b":           {count(1, 2), count(0, 0), count(1, 2), stats.ErrNobodyAtRisk},
		"impossible unknown":    {count(1, 2), count(1, 2), count(3, 2), stats.ErrCounts},
		"events of no unknown":  {count(1, 2), count(1, 2), count(3, 0), stats.ErrCounts},
		"fewer unknown than no": {count(1, 2), count(1, 2), count(0, -2), stats.ErrCounts},
	} {
		if _, err := stats.UnknownBounds(c.a, c.b, c.u); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", what, err, c.want)
		}
	}
	if got, err := stats.UnknownBounds(count(355, 1052), count(90, 504), count(34, 69)); err != nil || math.Abs(got.Lower-1.42) > 0.005 || math.Abs(got.Upper-2.15) > 0.005 {
		t.Errorf("69 unknown: %+v, %v", got, err)
	}
}
