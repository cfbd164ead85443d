package stats_test

import (
	"errors"
	"math"
	"testing"

	"wres/model/stats"
)

// TestRatioOfRatios turns a change round, and takes an unchanged pair for one.
func TestRatioOfRatios(t *testing.T) {
	oldA, oldB := count(226, 835), count(69, 409)
	tried := 0
	for a, b := range tables(1000) {
		c, err := stats.RatioOfRatios(a, b, oldA, oldB, 0.95)
		if a.Events == 0 || b.Events == 0 {
			if !errors.Is(err, stats.ErrNoEvents) {
				t.Errorf("%v, %v: %v, want %v", a, b, err, stats.ErrNoEvents)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		tried++
		first, _ := stats.RiskRatio(a, b)
		second, _ := stats.RiskRatio(oldA, oldB)
		if !near(c.Value, first.Value/second.Value, 1e-12) || !holds(*c.Interval, c.Value) {
			t.Errorf("%v, %v: %+v within %v", a, b, c, c.Interval)
		}
		if (c.P < 0.05) == c.Interval.Contains(1) || c.Z > 0 != (c.Value > 1) || c.Interval.Method != stats.MethodRatioOfRatios {
			t.Errorf("%v, %v: %+v within %v", a, b, c, c.Interval)
		}
		back, _ := stats.RatioOfRatios(oldA, oldB, a, b, 0.95)
		groups, _ := stats.RatioOfRatios(b, a, oldB, oldA, 0.95)
		for _, other := range []*stats.Change{back, groups} {
			if !near(other.Value, 1/c.Value, 1e-12) || !near(other.Interval.Lower, 1/c.Interval.Upper, 1e-12) || !near(other.P, c.P, 1e-9) {
				t.Errorf("%v, %v: %+v, turned round %+v", a, b, c, other)
			}
		}
		same, err := stats.RatioOfRatios(a, b, a, b, 0.95)
		if err == nil && (same.Value != 1 || same.P != 1 || same.Z != 0) {
			t.Errorf("%v, %v unchanged: %+v", a, b, same)
		}
		wider, _ := stats.RatioOfRatios(a, b, oldA, oldB, 0.99)
		if wider.Interval.Lower >= c.Interval.Lower || wider.Interval.Upper <= c.Interval.Upper {
			t.Errorf("%v, %v: %v at 99%%, %v at 95%%", a, b, wider.Interval, c.Interval)
		}
	}
	if tried < 500 {
		t.Errorf("only %d changes were tried", tried)
	}
	all := count(5, 5)
	if _, err := stats.RatioOfRatios(all, all, all, all, 0.95); !errors.Is(err, stats.ErrNoSpread) {
		t.Errorf("only events: %v", err)
	}
	if _, err := stats.RatioOfRatios(all, all, all, count(6, 5), 0.95); !errors.Is(err, stats.ErrCounts) {
		t.Errorf("impossible counts: %v", err)
	}
}

// TestDisparity turns an odds ratio upside down by its groups and by its steps.
func TestDisparity(t *testing.T) {
	for a, b := range tables(1000) {
		up1, low1, up2, low2 := a.Events, a.AtRisk-a.Events, b.Events, b.AtRisk-b.Events
		o, err := stats.Disparity(up1, low1, up2, low2, 0.95)
		if up1 == 0 || low1 == 0 || up2 == 0 || low2 == 0 {
			if !errors.Is(err, stats.ErrNoOdds) {
				t.Errorf("%v, %v: %v, want %v", a, b, err, stats.ErrNoOdds)
			}
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		ratio, _ := stats.OddsRatio(up1, low1, up2, low2)
		if o.Value != ratio.Value || !holds(*o.Interval, o.Value) || (o.P < 0.05) == o.Interval.Contains(1) || o.Interval.Method != stats.MethodWoolf {
			t.Errorf("%v, %v: %+v within %v", a, b, o, o.Interval)
		}
		groups, _ := stats.Disparity(up2, low2, up1, low1, 0.95)
		steps, _ := stats.Disparity(low1, up1, low2, up2, 0.95)
		for _, other := range []*stats.Odds{groups, steps} {
			if !near(other.Value, 1/o.Value, 1e-12) || !near(other.Interval.Lower, 1/o.Interval.Upper, 1e-12) || !near(other.P, o.P, 1e-9) {
				t.Errorf("%v, %v: %+v, turned round %+v", a, b, o, other)
			}
		}
	}
	for _, c := range [][4]int{{-1, 2, 3, 4}, {1, -2, 3, 4}, {1, 2, -3, 4}, {1, 2, 3, stats.MostAtRisk + 1}} {
		if _, err := stats.Disparity(c[0], c[1], c[2], c[3], 0.95); !errors.Is(err, stats.ErrCounts) {
			t.Errorf("%v: %v", c, err)
		}
	}
	if _, err := stats.Disparity(1, 2, 3, 4, 0); !errors.Is(err, stats.ErrLevel) {
		t.Errorf("at a level of 0: %v", err)
	}
}

// TestTrend sees that scores may be moved and stretched, that turning them round
// turns the sign, and that for two groups the trend is the two-proportion z.
func TestTrend(t *testing.T) {
	scores := []float64{1, 2, 4, 7}
	tried := 0
	for a, b := range tables(1000) {
		rows := []stats.Count{a, b, count(20, 100), {}}
		trend, err := stats.CochranArmitage(rows, scores)
		if err != nil {
			t.Fatal(err)
		}
		moved, _ := stats.CochranArmitage(rows, []float64{2021, 2022, 2024, 2027})
		turned, _ := stats.CochranArmitage(rows, []float64{-10, -20, -40, -70})
		if math.Abs(moved.Z-trend.Z) > 1e-8*(1+math.Abs(trend.Z)) || math.Abs(turned.Z+trend.Z) > 1e-8*(1+math.Abs(trend.Z)) {
			t.Errorf("%v: %v, moved %v, turned %v", rows, trend, moved, turned)
		}
		if !(trend.P >= 0 && trend.P <= 1) {
			t.Errorf("%v: p = %v", rows, trend.P)
		}
		two, err := stats.CochranArmitage([]stats.Count{a, b}, []float64{8, 3})
		z, errZ := stats.Z(a, b)
		if !errors.Is(err, errZ) || err == nil && math.Abs(two.Z-z) > 1e-8*(1+math.Abs(z)) {
			t.Errorf("%v, %v: %v, %v; z = %v, %v", a, b, two, err, z, errZ)
		}
		tried++
	}
	if tried != 1000 {
		t.Errorf("%d trends were tried", tried)
	}
}

func TestTrendsThatCannotBe(t *testing.T) {
	some := []stats.Count{count(1, 3), count(2, 5)}
	for what, c := range map[string]struct {
		rows   []stats.Count
		scores []float64
		want   error
	}{
		"a score too few":      {some, []float64{1}, stats.ErrScores},
		"one score for all":    {some, []float64{0.1, 0.1}, stats.ErrScores},
		"one for all counted":  {append(some[:1:1], count(0, 0)), []float64{1, 2}, stats.ErrScores},
		"no number":            {some, []float64{1, math.NaN()}, stats.ErrScores},
		"no finite number":     {some, []float64{1, math.Inf(1)}, stats.ErrScores},
		"too large to square":  {some, []float64{1, 1e300}, stats.ErrScores},
		"nobody":               {[]stats.Count{{}, {}}, []float64{1, 2}, stats.ErrNobodyAtRisk},
		"nothing":              {nil, nil, stats.ErrNobodyAtRisk},
		"no events":            {[]stats.Count{count(0, 3), count(0, 5)}, []float64{1, 2}, stats.ErrUntestable},
		"only events":          {[]stats.Count{count(3, 3), count(5, 5)}, []float64{1, 2}, stats.ErrUntestable},
		"impossible":           {[]stats.Count{count(4, 3), count(1, 5)}, []float64{1, 2}, stats.ErrCounts},
		"too many in all":      {[]stats.Count{count(4, stats.MostAtRisk), count(1, 5)}, []float64{1, 2}, stats.ErrCounts},
		"more than there were": {[]stats.Count{count(-1, 3), count(1, 5)}, []float64{1, 2}, stats.ErrCounts},
	} {
		if got, err := stats.CochranArmitage(c.rows, c.scores); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, %v, want %v", what, got, err, c.want)
		}
	}
}
