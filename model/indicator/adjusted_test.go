package indicator_test

import (
	"math"
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
)

// Each group has the same chance in each band, and the groups apply for different
// bands: within bands nothing is left of the ratio.
func TestRatioWithinPayBands(t *testing.T) {
	year := func(parts ...model.Recruitment) *model.Organisation {
		return organisation(func(o *model.Organisation) { o.Ensure(2024).Recruitment = parts })
	}
	low := model.Recruitment{Band: model.Band2, Shortlisted: tally(400, 100, 0), Appointed: tally(160, 40, 0)}
	high := model.Recruitment{Band: model.Band8a, Shortlisted: tally(100, 400, 0), Appointed: tally(10, 40, 0)}
	o := year(low, high)
	f := figure(t, o, "2", 2024)
	near(t, "whole", f.Ratio, (170.0/500)/(80.0/500))
	if f.Adjusted == nil || math.Abs(f.Adjusted.Ratio.Value-1) > 1e-12 || !f.Adjusted.Shifted || f.Adjusted.Strata != 2 {
		t.Fatalf("adjusted %+v", f.Adjusted)
	}
	warned(t, "2", f, "within pay bands the ratio is 1.00, and 2.13 overall: the groups applied for different bands")
	want, err := stats.MantelHaenszel([]stats.Stratum{
		{A: stats.Count{Events: 160, AtRisk: 400}, B: stats.Count{Events: 40, AtRisk: 100}},
		{A: stats.Count{Events: 10, AtRisk: 100}, B: stats.Count{Events: 40, AtRisk: 400}},
	}, 0.95)
	if err != nil || *f.Adjusted.Ratio.Interval != *want.Interval || *f.Adjusted.Alike != want.Homogeneity.P {
		t.Errorf("%+v, want %+v (%v)", f.Adjusted, want, err)
	}
	w := words.For(o.Settings)
	if said := w.AdjustedSentence(f); !strings.HasPrefix(said, "Within the 2 pay bands that both groups applied for, the ratio is 1.00 (95% confidence interval ") || strings.Contains(said, "differs") {
		t.Error(said)
	}
	high.Appointed = tally(10, 120, 0) // BME applicants fare better there
	if said := w.AdjustedSentence(figure(t, year(low, high), "2", 2024)); !strings.Contains(said, ", but it differs significantly between them.") {
		t.Error(said)
	}
	for name, parts := range map[string][]model.Recruitment{
		"one band":            {low},
		"applicants unbanded": {low, high, {Shortlisted: tally(1, 0, 0), Appointed: tally(0, 0, 0)}},
	} {
		if f := figure(t, year(parts...), "2", 2024); f.Adjusted != nil {
			t.Errorf("%s: %+v", name, f.Adjusted)
		}
	}
}

func TestTrendUpTheBands(t *testing.T) {
	falling := map[model.Band][2]int{model.Band2: {60, 140}, model.Band5: {45, 155}, model.Band7: {30, 170}, model.VSM: {10, 90}}
	o := bands(model.NonClinical, falling)
	f := figure(t, o, "1", 2024)
	want, err := stats.CochranArmitage([]stats.Count{{Events: 60, AtRisk: 200}, {Events: 45, AtRisk: 200}, {Events: 30, AtRisk: 200}, {Events: 10, AtRisk: 100}}, []float64{1, 2, 3, 4})
	if err != nil || len(f.Trends) != 1 || f.Trends[0] != (indicator.BandTrend{Category: model.NonClinical, Falling: true, P: want.P, Verdict: judge.Lower}) {
		t.Fatalf("%+v, want %+v (%v)", f.Trends, want, err)
	}
	said := words.For(o.Settings).Sentence(indicator.Lookup("1"), f)
	if !strings.HasPrefix(said, "The share of BME staff falls significantly as bands rise among non-clinical staff.") {
		t.Error(said)
	}
	flat := bands(model.Clinical, map[model.Band][2]int{model.Band2: {20, 80}, model.Band5: {21, 79}, model.Band7: {20, 80}})
	if f := figure(t, flat, "1", 2024); len(f.Trends) != 1 || f.Trends[0].Verdict != judge.NoClear {
		t.Errorf("%+v", f.Trends)
	}
	two := bands(model.Clinical, map[model.Band][2]int{model.Band2: {60, 40}, model.Band5: {10, 90}})
	if f := figure(t, two, "1", 2024); len(f.Trends) != 0 {
		t.Errorf("two bands: %+v", f.Trends)
	}
	medical := bands(model.MedicalAndDental, map[model.Band][2]int{model.Consultant: {60, 40}, model.TraineeGrade: {10, 90}, model.OtherMedical: {1, 90}})
	if f := figure(t, medical, "1", 2024); len(f.Trends) != 0 {
		t.Errorf("medical grades have no such order: %+v", f.Trends)
	}
}
