package indicator_test

import (
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/model/words/benchmarks"
)

func TestBenchmarkOfAnotherGroupIsNotTheHeadlines(t *testing.T) {
	w := words.For(model.DefaultSettings())
	for _, c := range []struct {
		id        string
		benchmark model.Benchmark
		headline  bool
		of, value string
	}{
		{"1", model.Benchmark{Group: model.BME, HasGroup: true, Value: 0.28}, true, "", "28.0%"},
		{"1", model.Benchmark{Group: model.White, HasGroup: true, Value: 0.7}, false, "White", "70.0%"},
		{"1", model.Benchmark{Group: model.BME, HasGroup: true, Band: model.VSM, Value: 0.127}, false, "band VSM", "12.7%"},
		{"1", model.Benchmark{Value: 0.28}, false, "", "28.0%"},
		{"2", model.Benchmark{Measure: model.Ratio, Value: 1.62}, true, "", "1.62"},
		{"2", model.Benchmark{Group: model.BME, HasGroup: true, Value: 0.1}, false, "BME", "10.0%"},
		{"5", model.Benchmark{Group: model.BME, HasGroup: true, Value: 0.249}, true, "BME", "24.9%"},
		{"5", model.Benchmark{Group: model.White, HasGroup: true, Value: 0.207}, false, "White", "20.7%"},
		{"9", model.Benchmark{Measure: model.Difference, Value: -0.04}, true, "", "−4.0 percentage points"},
		{"9", model.Benchmark{Group: model.BME, HasGroup: true, Value: 0.165}, true, "BME on boards", "16.5%"},
		{"9", model.Benchmark{Group: model.White, HasGroup: true, Value: 0.8}, false, "White on boards", "80.0%"},
	} {
		ind := indicator.Lookup(c.id)
		if got := ind.Shape.Measures(c.benchmark); got != c.headline {
			t.Errorf("indicator %s, %+v: measures the headline %v, want %v", c.id, c.benchmark, got, c.headline)
		}
		if of, value := benchmarks.Of(w, ind, c.benchmark), benchmarks.Value(w, c.benchmark); of != c.of || value != c.value {
			t.Errorf("indicator %s, %+v: %q %q, want %q %q", c.id, c.benchmark, of, value, c.of, c.value)
		}
	}
}

func TestWithheldYearKeepsItsBenchmark(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		o.Ensure(2024).Statuses["3"] = model.Status{State: model.Withheld}
		o.Benchmarks = []model.Benchmark{{Year: 2024, Indicator: "3", Measure: model.Ratio, Value: 1.09}}
	})
	if f := figure(t, o, "3", 2024); len(f.Benchmarks) != 1 {
		t.Errorf("benchmarks %v", f.Benchmarks)
	}
}

// A workforce that is withheld must not be read off the denominators of the
// indicators that count its events.
func TestWithheldWorkforceDoesNotShowThroughItsEvents(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Workforce[model.Post{}] = tally(100, 20, 5)
		ret.Events["disciplinary"] = &model.Events{Count: tally(5, 3, 0)}
		ret.Events["training"] = &model.Events{Count: tally(5, 3, 0), Headcount: tally(50, 30, 1)}
		ret.Statuses["1"] = model.Status{State: model.Withheld}
	})
	f := figure(t, o, "3", 2024)
	for _, g := range f.Groups {
		if g.AtRisk != nil || g.Rate != nil {
			t.Errorf("indicator 3 shows %+v", g)
		}
	}
	if f.Ratio != nil {
		t.Error("indicator 3 shows a ratio of headcounts that are withheld")
	}
	warned(t, "3", f, "no row that could be used counts headcount")
	near(t, "training by its own headcount", figure(t, o, "4", 2024).Ratio, 1)
}

// A category inside a group that is given too is in the group's answers already.
func TestNestedSurveyCategoriesCountOnce(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		for e, a := range map[model.Ethnicity]model.SurveyAnswer{
			model.WhiteGroup: {Share: 0.1, Respondents: 900},
			model.AsianGroup: {Share: 0.2, Respondents: 100},
			model.Indian:     {Share: 0.3, Respondents: 50},
			model.Pakistani:  {Share: 0.1, Respondents: 50},
			model.BlackGroup: {Share: 0.4, Respondents: 100},
		} {
			ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: e}] = a
		}
	})
	f := figure(t, o, "5", 2024)
	near(t, "pooled BME share", f.Groups[model.BME].Rate, 0.3)
	if n := *f.Groups[model.BME].AtRisk; n != 200 {
		t.Errorf("%d respondents, want 200", n)
	}
}

func TestSmallPercentagesKeepTheirMeaning(t *testing.T) {
	w := words.For(model.DefaultSettings())
	for share, want := range map[float64]string{
		0: "0.0%", 23.0 / 21589: "0.11%", 12.0 / 66586: "0.018%", 0.0099: "0.99%", 0.01: "1.0%", 1e-9: "0.000000%", 0.5: "50.0%",
	} {
		if got := w.Percent(share); got != want {
			t.Errorf("Percent(%v) = %q, want %q", share, got, want)
		}
	}
}
