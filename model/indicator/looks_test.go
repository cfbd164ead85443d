package indicator_test

import (
	"math"
	"strings"
	"testing"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
)

// manyLooks is an organisation with recruitment, cases, training and two survey
// questions in two years, of which some differ clearly.
func manyLooks() *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for _, y := range []model.Year{2023, 2024} {
			ret := o.Ensure(y)
			for b, n := range map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {310, 90}, model.Band7: {305, 95}} {
				ret.Workforce[model.Post{Category: model.Clinical, Band: b}] = tally(n[0], n[1], 0)
			}
			ret.Recruitment = []model.Recruitment{{Shortlisted: tally(427, 371, 0), Appointed: tally(144, 51, 0)}}
			ret.Events["disciplinary"] = &model.Events{Count: tally(30, 18, 0)} // p 0.031
			ret.Events["training"] = &model.Events{Count: tally(400, 120, 0)}
			for _, id := range []string{"5", "6"} {
				ret.Survey[model.SurveyKey{Indicator: id, Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: 0.2, Respondents: 400}
				ret.Survey[model.SurveyKey{Indicator: id, Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: 0.22, Respondents: 150}
			}
			ret.Board[model.Seat{}] = tally(9, 2, 0)
		}
	})
}

// Of many comparisons some are clear by chance: how many were made is said, and which
// headlines stay clear with all of them taken together.
func TestManyLooks(t *testing.T) {
	o := manyLooks()
	r, w := indicator.Compute(o), words.For(o.Settings)
	// 2, 3, 4, 5, 6 and 9; a family of bands and one of clusters; a trend; and the steps of
	// 1, 2, 3, 4 and thrice those of 5 and 6. That of 9 cannot be judged.
	looks := r.Looks(2024)
	if looks.Made != 6+2+1+4+6 || math.Abs(looks.ByChance-19*0.05) > 1e-12 || looks.Headlines != 7 || strings.Join(looks.StayClear, " ") != "2" {
		t.Errorf("%+v", looks)
	}
	if looks := r.Looks(2023); looks.Made != 6+2+1 {
		t.Errorf("without a year before: %+v", looks)
	}
	var p []float64
	for _, id := range []string{"2", "3", "4", "5", "6", "9"} {
		f := r.Indicator(id).Figure(2024)
		if f.Lot != nil {
			p = append(p, f.Lot.MidP)
		} else {
			p = append(p, f.Test.P)
		}
	}
	least := 1.0
	for _, row := range r.Indicator("1").Figure(2024).Bands {
		least = min(least, *row.AdjustedP)
	}
	adjusted := stats.Holm(append(p, least))
	for i, id := range []string{"2", "3", "4", "5", "6", "9", "1"} {
		if f := r.Indicator(id).Figure(2024); f.HolmP == nil || math.Abs(*f.HolmP-adjusted[i]) > 1e-12 || f.StaysClear != (id == "2") {
			t.Errorf("%s: %v, %v; want %v", id, f.HolmP, f.StaysClear, adjusted[i])
		}
	}
	if f := r.Indicator("3").Figure(2024); !f.Verdict.Clear() {
		t.Errorf("3 is not clear by itself: %q, %+v", f.Verdict, f.Test)
	}
	for i, finding := range findings.Sentences(findings.Of(r, 2024, nil)) {
		if marked := strings.Contains(finding, ", and still is when allowance is made for testing 7 indicators at once."); marked != (i == 0) {
			t.Errorf("%s", finding)
		}
	}
	want := "19 comparisons were made for these findings. If no groups differed at all, chance alone would still make 5 in 100 such comparisons significant: here fewer than 1. When allowance is made for testing 7 indicators at once, 1 difference is still significant."
	if said := words.Looks(w, r, 2024); said != want {
		t.Errorf("%s\nwant\n%s", said, want)
	}
	if said := words.Looks(w, r, 2022); said != "" {
		t.Errorf("of a year without figures: %s", said)
	}
}

// What hangs on the unknown is no headline that stays clear, and neither is a band of
// which nothing may be said.
func TestHeadlineOfBands(t *testing.T) {
	o := bands(model.NonClinical, map[model.Band][2]int{model.Band2: {60, 140}, model.Band5: {50, 150}, model.Band8a: {10, 190}})
	if f := figure(t, o, "1", 2024); f.HolmP == nil || !f.StaysClear {
		t.Errorf("%v, %v", f.HolmP, f.StaysClear)
	}
	o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: tally(100, 100, 0), Appointed: tally(30, 31, 0)}}
	if all := findings.Sentences(findings.Of(indicator.Compute(o), 2024, nil)); !strings.Contains(all[0], " That bands differ is still significant when allowance is made for testing 2 indicators at once.") {
		t.Errorf("%q", all)
	}
	o.Ensure(2024).Workforce[model.Post{Category: model.NonClinical, Band: model.Band8a}] = tally(10, 4, 190)
	if f := figure(t, o, "1", 2024); f.StaysClear {
		t.Errorf("%v, %v", *f.HolmP, f.StaysClear)
	}
}
