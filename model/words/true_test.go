package words_test

import (
	"strings"
	"testing"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/words"
	"wres/model/words/inview"
)

// tally counts White, BME and unknown; a negative count is a group that no row counts.
func tally(white, bme, unknown int) model.Tally {
	var t model.Tally
	for g, n := range []int{model.White: white, model.BME: bme, model.Unknown: unknown} {
		if n >= 0 {
			t.Add(model.GroupEthnicity(model.Group(g)), n)
		}
	}
	return t
}

// organisation is filled under the usual settings.
func organisation(fill func(*model.Organisation)) *model.Organisation {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	fill(o)
	return o
}

func post(c model.StaffCategory, b model.Band) model.Post { return model.Post{Category: c, Band: b} }

func answer(id string, g model.Group) model.SurveyKey {
	return model.SurveyKey{Indicator: id, Ethnicity: model.GroupEthnicity(g)}
}

// allOf is everything that is said of an indicator in a year.
func allOf(o *model.Organisation, id string, y model.Year) string {
	r, w := indicator.Compute(o), words.For(o.Settings)
	s := r.Indicator(id)
	f := s.Figure(y)
	said := []string{w.Sentence(s.Indicator, f), w.Doubt(s, f), w.InWords(s, f), w.ParitySentence(s.Indicator, f), words.FourFifthsSentence(f)}
	said = append(append(said, w.Warnings(s.Indicator, f)...), findings.Sentences(findings.Of(r, y, nil))...)
	for _, step := range words.Trace(w, s, f) {
		said = append(said, step.Lines...)
	}
	return strings.Join(said, "\n")
}

// Sentences that were said and were not so.
func TestNothingFalseIsSaid(t *testing.T) {
	recruited := func(shortlisted, appointed model.Tally) func(*model.Organisation) {
		return func(o *model.Organisation) {
			o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: shortlisted, Appointed: appointed}}
		}
	}
	staffed := func(c model.StaffCategory, note string, of map[model.Band][3]int) func(*model.Organisation) {
		return func(o *model.Organisation) {
			o.Ensure(2024).WorkforceNote = note
			for b, n := range of {
				o.Ensure(2024).Workforce[post(c, b)] = tally(n[0], n[1], n[2])
			}
		}
	}
	lacking := func(id, extract string, groups ...model.Group) func(*model.Organisation) {
		return func(o *model.Organisation) {
			r := o.Ensure(2024).Refuse(id, extract)
			r.Rows++
			r.Unread = len(groups) == 0
			for _, g := range groups {
				r.Groups[g] = true
			}
		}
	}
	surveyed := func(id string, white, bme float64, respondents int) func(*model.Organisation) {
		return func(o *model.Organisation) {
			for g, share := range map[model.Group]float64{model.White: white, model.BME: bme} {
				o.Ensure(2024).Survey[answer(id, g)] = model.SurveyAnswer{Share: share, Respondents: respondents}
			}
		}
	}
	few := map[model.Band][3]int{model.Band5: {6, 2, 0}, model.Band6: {5, 3, 0}, model.Band7: {7, 1, 0}}
	falling := map[model.Band][3]int{model.Band2: {50, 50, 0}, model.Band5: {70, 30, 0}, model.Band6: {80, 20, 0}, model.Band8c: {97, 3, 0}}
	for _, c := range []struct {
		what, id string
		fill     []func(*model.Organisation)
		never    []string
	}{
		{"a group of nobody", "2", []func(*model.Organisation){recruited(tally(0, 40, 0), tally(0, 10, 0))}, []string{"everybody", "times as likely", "0.00"}},
		{"a group of nobody, all others with the event", "2", []func(*model.Organisation){recruited(tally(0, 40, 0), tally(0, 40, 0))}, []string{"everybody", "all applicants"}},
		{"a hidden group", "2", []func(*model.Organisation){recruited(tally(100, 50, 0), tally(10, 0, 0)), lacking("2", "recruitment", model.BME)}, []string{"none of the 50", "no BME applicants", "too few"}},
		{"a refused row of a group without others", "2", []func(*model.Organisation){recruited(tally(100, -1, 0), tally(10, -1, 0)), lacking("2", "recruitment", model.BME)}, []string{"no row counts"}},
		{"a refused row of any group", "2", []func(*model.Organisation){recruited(tally(100, -1, 0), tally(10, -1, 0)), lacking("2", "recruitment")}, []string{"no row counts"}},
		{"a refused row of the workforce", "1", []func(*model.Organisation){staffed(model.Clinical, "", falling), lacking("1", "workforce")}, []string{"no row counts"}},
		{"a refused row of the survey", "5", []func(*model.Organisation){func(o *model.Organisation) {
			o.Ensure(2024).Survey[answer("5", model.White)] = model.SurveyAnswer{Share: 0.2, Respondents: 300}
		}, lacking("5", "survey")}, []string{"no row gives"}},
		{"a refused row of the board", "9", []func(*model.Organisation){func(o *model.Organisation) { o.Ensure(2024).Board[model.Seat{}] = tally(8, -1, -1) }, lacking("9", "board")}, []string{"no row counts"}},
		{"bands that are all too small", "1", []func(*model.Organisation){staffed(model.Clinical, "", few)}, []string{"No band", "No single band"}},
		{"no staff categories", "1", []func(*model.Organisation){staffed(model.AnyCategory, "", falling)}, []string{"staff category", "staff without a category"}},
		{"a gap", "5", []func(*model.Organisation){surveyed("5", 0.22, 0.24, 300)}, []string{"ratio"}},
		{"a gap of few", "5", []func(*model.Organisation){surveyed("5", 0.02, 0.04, 60)}, []string{"ratio", "fit these"}},
		{"illustrative bands", "1", []func(*model.Organisation){staffed(model.Clinical, "illustrative", falling)}, []string{"p < 0", "p = 0"}},
		{"one case", "3", []func(*model.Organisation){staffed(model.AnyCategory, "", map[model.Band][3]int{model.AnyBand: {110, 14, 3}}), func(o *model.Organisation) {
			o.Ensure(2024).Events["disciplinary"] = &model.Events{Count: tally(1, 0, 0)}
		}}, []string{"times as likely", "four-fifths", "range of 0.80", "0.00 lies"}},
		{"a label of the organisation's", "1", []func(*model.Organisation){staffed(model.Clinical, "", falling), func(o *model.Organisation) {
			o.Settings.Labels[model.BME] = "Black and minority ethnic"
		}}, []string{"BAME"}},
	} {
		said := allOf(organisation(func(o *model.Organisation) {
			for _, fill := range c.fill {
				fill(o)
			}
		}), c.id, 2024)
		for _, never := range c.never {
			if strings.Contains(said, never) {
				t.Errorf("%s: %q is said:\n%s", c.what, never, said)
			}
		}
	}
}

// A year with too few to judge takes the judgement of the step with it, and a step that
// is not judged is never called significant.
func TestTooFewIsNotBesideSignificant(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		for y, c := range map[model.Year][2]model.Tally{2023: {tally(400, 200, 0), tally(2, 1, 0)}, 2024: {tally(400, 200, 0), tally(160, 20, 0)}, 2025: {tally(400, 200, 0), tally(1, 3, 0)}} {
			o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: c[0], Appointed: c[1]}}
		}
	})
	for _, y := range []model.Year{2024, 2025} {
		said := allOf(o, "2", y)
		if strings.Contains(said, "oo few to judge") && (strings.Contains(said, "significant rise") || strings.Contains(said, "significant fall") || strings.Contains(said, "is clear")) {
			t.Errorf("%s: %s", y, said)
		}
	}
}

// The years of which something is said are named, for a page shows some of them only.
func TestYearsAreNamed(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		for y := model.Year(2020); y <= 2024; y++ {
			o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: tally(400, 200, 0), Appointed: tally(160, 40, 0)}}
		}
	})
	if said := allOf(o, "2", 2024); strings.Contains(strings.ToLower(said), "every year") || !strings.Contains(said, "each year from 2020 to 2024") {
		t.Error(said)
	}
	o.Ensure(2022).Recruitment = nil
	if said := allOf(o, "2", 2024); strings.Contains(said, "each year from") || !strings.Contains(said, "each year with figures from 2020 to 2024") {
		t.Error(said)
	}
	o.Ensure(2021).Recruitment[0].Appointed = tally(60, 140, 0) // significant, and the other way
	if said := allOf(o, "2", 2024); strings.Contains(said, "each year") {
		t.Error(said)
	}
}

// A page is internal where it shows a count from 1 to below the setting, and only there:
// a nought identifies nobody, and a count of the bands stands on no page of findings.
func TestInternal(t *testing.T) {
	said := func(setting int, appointed, band int) [2]bool {
		o := organisation(func(o *model.Organisation) {
			o.Settings.Thresholds.SmallCount = setting
			o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: tally(100, 50, -1), Appointed: tally(30, appointed, -1)}}
			o.Ensure(2024).Workforce[post(model.Clinical, model.Band5)] = tally(100, band, -1)
			o.Ensure(2024).Workforce[post(model.Clinical, model.Band6)] = tally(100, 40, -1)
		})
		r := indicator.Compute(o)
		return [2]bool{inview.Internal(r, 2024, false) != "", inview.Internal(r, 2024, true) != ""}
	}
	for _, c := range []struct {
		setting, appointed, band int
		want                     [2]bool // on a page of findings, on the screens
	}{
		{5, 20, 30, [2]bool{false, false}}, {5, 4, 30, [2]bool{true, true}}, {5, 0, 30, [2]bool{false, false}},
		{5, 5, 30, [2]bool{false, false}}, {8, 5, 30, [2]bool{true, true}}, {3, 4, 30, [2]bool{false, false}}, {5, 20, 3, [2]bool{false, true}},
	} {
		if got := said(c.setting, c.appointed, c.band); got != c.want {
			t.Errorf("below %d, %d appointed and %d in a band: %v, want %v", c.setting, c.appointed, c.band, got, c.want)
		}
	}
}
