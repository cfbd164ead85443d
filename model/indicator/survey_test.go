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

// Of few respondents no share is shown, and nothing is made of it.
func TestSurveyOfFewRespondents(t *testing.T) {
	many, few := model.SurveyAnswer{Share: 0.2, Respondents: 200}, model.SurveyAnswer{Share: 0.3, Respondents: 10}
	f := figure(t, survey(model.Tally{}, many, few), "5", 2024)
	if bme := f.Groups[model.BME]; bme.Rate != nil || bme.AtRisk == nil || *bme.AtRisk != 10 || f.Difference != nil || f.Verdict != judge.NoVerdict || f.State != model.Reported {
		t.Errorf("%+v", f)
	}
	warned(t, "5", f, "BME: no value, because 10 responded, and of fewer than 11 respondents no share is shown")
	within(t, "the other group's share", f.Groups[model.White].Rate, 0.1505, 0.2609, stats.MethodWilson)
	few.Respondents = 11
	if f := figure(t, survey(model.Tally{}, many, few), "5", 2024); f.Groups[model.BME].Rate == nil || f.Difference == nil {
		t.Errorf("of 11: %+v", f)
	}
	o := survey(model.Tally{}, many, few)
	o.Settings.Disclosure.SurveyRespondents = 20
	if f := figure(t, o, "5", 2024); f.Groups[model.BME].Rate != nil {
		t.Errorf("of 11 where 20 are wanted: %+v", f)
	}
	// Categories are pooled before they are counted.
	o = organisation(func(o *model.Organisation) {
		o.Ensure(2024).Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.Indian}] = model.SurveyAnswer{Share: 0.5, Respondents: 8}
		o.Ensure(2024).Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.African}] = model.SurveyAnswer{Share: 0.25, Respondents: 8}
	})
	if f := figure(t, o, "5", 2024); f.Groups[model.BME].Rate == nil || f.Groups[model.BME].Rate.Value != 0.375 {
		t.Errorf("16 in two categories: %+v", f.Groups[model.BME])
	}
}

// A share keeps its interval where the other group's is not given.
func TestSurveyShareAlone(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		o.Ensure(2024).Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: 0.135, Respondents: 200}
	})
	within(t, "share", figure(t, o, "5", 2024).Groups[model.BME].Rate, 0.0945, 0.1893, stats.MethodWilson)
}

// "Clear if N% answered" holds for every response from N up, although rounding to whole
// people makes some smaller one clear too.
func TestLeastResponseHoldsFromThereUp(t *testing.T) {
	ups := 0
	for white := 2; white <= 60; white += 2 {
		o := survey(tally(160, 60, 0), model.SurveyAnswer{Share: float64(white) / 100}, model.SurveyAnswer{Share: float64(white)/100 + 0.17})
		f := figure(t, o, "5", 2024)
		clear := func(percent int) bool {
			at := func(g model.Group, n int) stats.Count {
				n = n * percent / 100
				return stats.Count{Events: int(math.Round(f.Groups[g].Rate.Value * float64(n))), AtRisk: n}
			}
			bme, white := at(model.BME, 60), at(model.White, 160)
			_, verdict := judge.For(o.Settings).Shares(bme, white)
			return verdict.Clear() && min(bme.AtRisk, white.AtRisk) >= o.Settings.Disclosure.SurveyRespondents
		}
		least := indicator.Everybody + 1
		for least > 1 && clear(least-1) {
			least--
		}
		if least <= indicator.Everybody != (f.LeastResponse > 0 && f.LeastResponse <= indicator.Everybody) || f.LeastResponse > 0 && f.LeastResponse != least {
			t.Errorf("%d%%: %d, want %d (%q)", white, f.LeastResponse, least, f.Verdict)
		}
		for percent := 1; percent < least; percent++ {
			if least <= indicator.Everybody && clear(percent) {
				ups++
			}
		}
	}
	if ups == 0 {
		t.Error("no case in which a smaller response is clear by rounding")
	}
}

// Across a question that was reworded there is no change, and no test of one.
func TestNoTestAcrossARewording(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		for y, bme := range map[model.Year]float64{2025: 0.4, 2026: 0.6} {
			o.Ensure(y).Survey[model.SurveyKey{Indicator: "7", Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: 0.6, Respondents: 2000}
			o.Ensure(y).Survey[model.SurveyKey{Indicator: "7", Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: bme, Respondents: 600}
		}
	})
	s := indicator.Compute(o).Indicator("7")
	for _, c := range s.Changes {
		if !c.Reworded || c.P != nil || c.Verdict != judge.NoVerdict || c.Value == nil || c.Value.Interval != nil {
			t.Errorf("%+v", c)
		}
	}
	if len(s.Changes) != 3 || strings.Contains(words.For(o.Settings).Doubt(s, s.Figure(2026)), "since") {
		t.Errorf("%d changes; %s", len(s.Changes), words.For(o.Settings).Doubt(s, s.Figure(2026)))
	}
}
