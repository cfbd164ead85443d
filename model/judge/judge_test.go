package judge_test

import (
	"math"
	"testing"

	"wres/model"
	"wres/model/judge"
	"wres/model/stats"
)

func rules() judge.Rules { return judge.For(model.DefaultSettings()) }

func count(events, atRisk int) stats.Count { return stats.Count{Events: events, AtRisk: atRisk} }

// A table is small by the events, or the people without one, that would be expected
// were both groups alike, and never by those seen: that a group is missing is seen.
func TestSmallTables(t *testing.T) {
	few := func(n int) judge.Rules { r := rules(); r.FewEvents = n; return r }
	for _, c := range []struct {
		rules judge.Rules
		a, b  stats.Count
		want  judge.Verdict
		by    string
	}{
		{rules(), count(144, 427), count(51, 371), judge.Higher, stats.TestPearson},
		{rules(), count(0, 371), count(144, 427), judge.Lower, stats.TestPearson},
		{rules(), count(4, 1443), count(40, 380), judge.Lower, stats.TestPearson},
		{rules(), count(30, 100), count(24, 100), judge.NoClear, stats.TestPearson},
		{rules(), count(0, 1443), count(4, 380), judge.Lower, stats.TestPearsonAndMidP}, // 0.8 expected, p 0.0001, mid-P 0.0019
		{rules(), count(1, 110), count(0, 14), judge.TooFew, stats.TestPearsonAndMidP},
		{rules(), count(109, 110), count(14, 14), judge.TooFew, stats.TestPearsonAndMidP}, // without an event
		{rules(), count(7, 10), count(11, 11), judge.TooFew, stats.TestPearsonAndMidP},    // p 0.0497, mid-P 0.0902
		{few(1), count(7, 10), count(11, 11), judge.NoClear, stats.TestPearsonAndMidP},
		{few(0), count(1, 110), count(0, 14), judge.NoClear, stats.TestPearsonAndMidP},
		{few(100), count(30, 100), count(24, 100), judge.TooFew, stats.TestPearsonAndMidP},
		{few(100), count(144, 427), count(51, 371), judge.Higher, stats.TestPearsonAndMidP},
		{rules(), count(0, 100), count(0, 100), judge.NotTestable, ""},
		{rules(), count(0, 0), count(10, 40), judge.NotTestable, ""},
	} {
		all, verdict := c.rules.Rates(c.a, c.b)
		by := ""
		if all.Test != nil {
			by = all.Test.Method
		}
		if verdict != c.want || by != c.by {
			t.Errorf("%v against %v, fewer than %d: %q by %q, want %q by %q", c.a, c.b, c.rules.FewEvents, verdict, by, c.want, c.by)
		}
	}
}

// A comparison is judged at the level that it was made at.
func TestVerdictOfAnotherLevel(t *testing.T) {
	for level, want := range map[float64]judge.Verdict{0.95: judge.Higher, 0.99: judge.NoClear} { // p 0.047
		all, err := stats.Compare(count(30, 100), count(18, 100), level)
		if err != nil {
			t.Fatal(err)
		}
		if verdict := rules().Of(all); verdict != want {
			t.Errorf("at %v: %q, want %q", level, verdict, want)
		}
	}
}

// binomial gives the probability of x events of n, without the tails that nobody sees.
func binomial(x, n int, p float64) float64 {
	all, _ := math.Lgamma(float64(n + 1))
	with, _ := math.Lgamma(float64(x + 1))
	without, _ := math.Lgamma(float64(n - x + 1))
	return math.Exp(all - with - without + float64(x)*math.Log(p) + float64(n-x)*math.Log1p(-p))
}

// TestFalseAlarms works out over all tables how often two groups with one rate would be
// called different: never more often than the level allows, down to the smallest.
func TestFalseAlarms(t *testing.T) {
	const negligible = 1e-7
	for _, c := range []struct {
		n1, n2 int
		rate   float64
		want   float64 // in percent, to one decimal
	}{
		{427, 371, 0.03, 4.92}, {427, 371, 0.015, 4.60},
		{1443, 380, 0.005, 2.47}, {1443, 380, 0.012, 4.15},
		{200, 60, 0.1, 4.98}, {120, 40, 0.2, 4.98}, // 5.11 and 4.98 by the chi-squared test alone
	} {
		clear, all := 0.0, 0.0
		for a := range c.n1 + 1 {
			pa := binomial(a, c.n1, c.rate)
			if pa < negligible {
				continue
			}
			for b := range c.n2 + 1 {
				p := pa * binomial(b, c.n2, c.rate)
				if p < negligible*negligible {
					continue
				}
				all += p
				if _, verdict := rules().Rates(count(a, c.n1), count(b, c.n2)); verdict.Clear() {
					clear += p
				}
			}
		}
		if percent := 100 * clear; all < 0.9999 || percent > 5 || math.Abs(percent-c.want) > 0.005 {
			t.Errorf("%d and %d at %.1f%%: %.2f%% false alarms over %.6f of the tables, want %.2f%%", c.n1, c.n2, 100*c.rate, percent, all, c.want)
		}
	}
}

// What is said of a group among people of whom some are of unknown group has to hold
// with them and without.
func TestUnknownAgree(t *testing.T) {
	for _, c := range []struct{ all, known, want judge.Verdict }{
		{judge.Higher, judge.Higher, judge.Higher}, {judge.Lower, judge.Lower, judge.Lower},
		{judge.Higher, judge.NoClear, judge.CannotTell}, {judge.NoClear, judge.Lower, judge.CannotTell},
		{judge.Higher, judge.Lower, judge.CannotTell}, {judge.TooFew, judge.Higher, judge.CannotTell},
		{judge.NoClear, judge.TooFew, judge.NoClear}, {judge.NotTestable, judge.NotTestable, judge.NotTestable},
	} {
		if got := judge.Agree(c.all, c.known); got != c.want || got == judge.CannotTell && got.Clear() {
			t.Errorf("%q of all and %q of the known: %q, want %q", c.all, c.known, got, c.want)
		}
	}
	// 7 of 78 in the band, of whom 14 unknown, beside 373 of 1785 with 26: p 0.011 and 0.06.
	all := []stats.Count{count(7, 78), count(373, 1785)}
	known := []stats.Count{count(7, 64), count(373, 1759)}
	if got := rules().Family(all, known); got[0].Verdict != judge.CannotTell || *got[0].P > 0.02 {
		t.Errorf("%+v", got[0])
	}
	if got := rules().Family(all, all); got[0].Verdict != judge.Lower {
		t.Errorf("%+v", got[0])
	}
}

// A board is judged by what drawing its members by lot from the workforce would give.
func TestDrawnByLot(t *testing.T) {
	for _, c := range []struct {
		board, staff stats.Count
		want         judge.Verdict
	}{
		{count(1, 11), count(380, 1863), judge.TooFew},
		{count(0, 14), count(35, 100), judge.Lower}, // 4.9 expected
		{count(0, 40), count(380, 1863), judge.Lower},
		{count(8, 40), count(380, 1863), judge.NoClear},
		{count(9, 11), count(380, 1863), judge.Higher},
		{count(0, 11), count(0, 1863), judge.NotTestable},
		{count(11, 11), count(1863, 1863), judge.NotTestable},
		{count(1, 11), count(0, 1863), judge.NotTestable}, // no lot could give it
		{count(0, 0), count(380, 1863), judge.NotTestable},
	} {
		if _, verdict := rules().Drawn(c.board, c.staff); verdict != c.want {
			t.Errorf("%v of %v: %q, want %q", c.board, c.staff, verdict, c.want)
		}
	}
}

// Where one of two years could not be judged, neither can the step between them.
func TestStepsOfSmallYears(t *testing.T) {
	type year = [2]stats.Count
	large, small, none := year{count(144, 427), count(51, 371)}, year{count(2, 1443), count(1, 380)}, year{count(0, 100), count(0, 100)}
	for _, c := range []struct {
		now, then year
		want      judge.Verdict
	}{
		{large, year{count(355, 1052), count(90, 504)}, judge.NoClear},
		{large, year{count(100, 1000), count(200, 1000)}, judge.Higher},
		{large, small, judge.TooFew}, {small, large, judge.TooFew},
	} {
		step, err := rules().RatioStep(c.now, c.then)
		if err != nil || step.Verdict != c.want || (step.P == nil) != (c.want == judge.TooFew) || step.Estimate == nil {
			t.Errorf("%v from %v: %+v, %v; want %q", c.now, c.then, step, err, c.want)
		}
	}
	if step, err := rules().RatioStep(large, none); err == nil {
		t.Errorf("a step from no events: %+v", step)
	}
	for _, c := range []struct {
		now, then stats.Count
		want      judge.Verdict
	}{
		{count(120, 400), count(60, 400), judge.Higher}, {count(61, 400), count(60, 400), judge.NoClear},
		{count(2, 400), count(1, 400), judge.TooFew}, {count(0, 400), count(0, 400), judge.NotTestable},
	} {
		step, err := rules().ShareStep(c.now, c.then)
		if tested := c.want.Clear() || c.want == judge.NoClear; err != nil || step.Verdict != c.want || (step.P != nil) != tested {
			t.Errorf("%v from %v: %+v, %v; want %q", c.now, c.then, step, err, c.want)
		}
	}
}

// The change of a gap is judged by the side of each interval that it moves to.
func TestGapStep(t *testing.T) {
	at := func(value, lower, upper float64) stats.Estimate {
		return stats.Estimate{Value: value, Interval: &stats.Interval{Lower: lower, Upper: upper}}
	}
	for _, test := range []struct {
		then, now stats.Estimate
		want      bool
	}{
		{at(0, -0.02, 0.2), at(0.1, 0.05, 0.15), false}, // then might have been 0.2
		{at(0, -0.2, 0.02), at(0.1, 0.05, 0.15), true},
		{at(0, -0.02, 0.02), at(0.1, -0.1, 0.15), false},
		{at(0.1, 0.05, 0.3), at(0, -0.02, 0.02), true},
		{at(0.1, -0.1, 0.12), at(0, -0.02, 0.02), false},
		{at(0.1, 0.08, 0.12), at(0, -0.02, 0.2), false},
	} {
		if got := judge.GapStep(test.now, test.then); got.Verdict.Clear() != test.want || got.Verdict.Clear() && (got.Verdict == judge.Higher) != (got.Value > 0) {
			t.Errorf("%v to %v: %+v", test.then, test.now, got)
		}
	}
}
