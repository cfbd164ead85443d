package stats_test

import (
	"errors"
	"math"
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
	if !c.Clear || c.Direction != 1 || c.FewestEvents != 51 || c.Test.Method != stats.TestPearson || len(c.Warnings) != 0 {
		t.Errorf("clear %v, direction %d, fewest events %d, test %q, warnings %v", c.Clear, c.Direction, c.FewestEvents, c.Test.Method, c.Warnings)
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
