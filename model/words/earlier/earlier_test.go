package earlier_test

import (
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/model/words/earlier"
)

// counted gives a tally of White, BME and unknown people.
func counted(n ...int) (t model.Tally) {
	for i, e := range []model.Ethnicity{model.WhiteGroup, model.BMEGroup, model.UnknownEthnicity}[:len(n)] {
		t.Add(e, n[i])
	}
	return t
}

// figures computes the years of an organisation that is filled by a test.
func figures(fill func(o *model.Organisation)) (words.Voice, *indicator.Results) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	fill(o)
	return words.For(o.Settings), indicator.Compute(o)
}

func year(r *indicator.Results, id string, y model.Year) (*indicator.Indicator, *indicator.Figure) {
	s := r.Indicator(id)
	return s.Indicator, s.Figure(y)
}

func TestRatesAndComposition(t *testing.T) {
	w, r := figures(func(o *model.Organisation) {
		o.Ensure(2023).Recruitment = []model.Recruitment{{Shortlisted: counted(1052, 504, 69), Appointed: counted(355, 90, 34)}}
		o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: counted(427, 371, 22), Appointed: counted(144, 51, 3)}}
		o.Ensure(2025).Recruitment = []model.Recruitment{{Shortlisted: counted(0, 10, 0), Appointed: counted(0, 1, 0)}}
		o.Ensure(2026).Recruitment = []model.Recruitment{{Shortlisted: counted(10, 10), Appointed: counted(5, 1)}}
	})
	ind, before := year(r, "2", 2023)
	_, f := year(r, "2", 2024)
	_, nobody := year(r, "2", 2025)
	_, unknowns := year(r, "2", 2026)
	hidden := r.Copy()
	_, h := year(hidden, "2", 2024)
	h.All.Events, h.All.HiddenEvents = nil, true
	for _, c := range []struct{ got, want string }{
		{earlier.Rates(w, ind, f, before), "Of White applicants 33.7% were appointed from shortlisting (in 2023 33.7%: 355 of 1,052); of BME applicants 13.7% (in 2023 17.9%: 90 of 504)."},
		{earlier.Rates(w, ind, f, nil), "Of White applicants 33.7% were appointed from shortlisting; of BME applicants 13.7%."},
		{earlier.Rates(w, ind, nobody, f), ""},
		{earlier.Composition(w, ind, f, before), "BME applicants were 45.2% of the 820 shortlisted (in 2023 31.0% of the 1,625) and 25.8% of the 198 appointed (in 2023 18.8% of the 479)."},
		{earlier.Composition(w, ind, h, before), "BME applicants were 45.2% of the 820 shortlisted (in 2023 31.0% of the 1,625) and [c] of all appointed (in 2023 18.8% of the 479)."},
		{earlier.Composition(w, ind, nobody, nil), "BME applicants were 100.0% of the 10 shortlisted and 100.0% of the 1 appointed."},
		{earlier.Composition(w, ind, unknowns, f), ""},
		{earlier.Composition(w, indicator.Lookup("4"), f, before), ""},
	} {
		if c.got != c.want {
			t.Errorf("got  %s\nwant %s", c.got, c.want)
		}
	}
}

func TestShares(t *testing.T) {
	answers := func(o *model.Organisation, y model.Year, id string, white, bme float64) {
		o.Ensure(y).Survey[model.SurveyKey{Indicator: id, Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: white}
		o.Ensure(y).Survey[model.SurveyKey{Indicator: id, Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: bme}
	}
	w, r := figures(func(o *model.Organisation) {
		answers(o, 2023, "5", 0.1019, 0.0402)
		answers(o, 2024, "5", 0.1015, 0.0556)
		answers(o, 2025, "7", 0.50, 0.40)
		answers(o, 2026, "7", 0.52, 0.41) // of another question
	})
	ind, before := year(r, "5", 2023)
	_, f := year(r, "5", 2024)
	if got, want := earlier.Shares(w, ind, f, before), "In the survey of 2022 it was 4.0% of BME respondents (a difference of 1.5 percentage points before rounding) and 10.2% of White respondents (no difference when rounded)."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	_, none := year(r, "5", 2025)
	seven, asked := year(r, "7", 2025)
	_, reworded := year(r, "7", 2026)
	if got := earlier.Shares(w, ind, f, nil) + earlier.Shares(w, ind, f, none) + earlier.Shares(w, seven, reworded, asked); got != "" {
		t.Errorf("where there is nothing to set beside it: %s", got)
	}
}

func TestRecorded(t *testing.T) {
	post := model.Post{Category: model.NonClinical, Band: model.Band5}
	w, r := figures(func(o *model.Organisation) {
		o.Ensure(2023).Workforce[post] = counted(1764, 429, 38)
		o.Ensure(2024).Workforce[post] = counted(1443, 380, 40)
		o.Ensure(2025).Workforce[post] = counted(1443, 380)
	})
	_, before := year(r, "1", 2023)
	_, f := year(r, "1", 2024)
	_, uncounted := year(r, "1", 2025)
	for _, c := range []struct{ got, want string }{
		{earlier.Recorded(w, f, before), "The ethnicity of 97.9% of staff is recorded (1,823 of 1,863); in 2023 it was 98.3% (2,193 of 2,231), a difference of 0.4 percentage points."},
		{earlier.Recorded(w, f, f), "The ethnicity of 97.9% of staff is recorded (1,823 of 1,863); in 2024 it was 97.9% (1,823 of 1,863)."},
		{earlier.Recorded(w, f, nil), "The ethnicity of 97.9% of staff is recorded (1,823 of 1,863)."},
		{earlier.Recorded(w, f, uncounted), "The ethnicity of 97.9% of staff is recorded (1,823 of 1,863)."},
		{earlier.Recorded(w, uncounted, f), ""},
	} {
		if c.got != c.want {
			t.Errorf("got  %s\nwant %s", c.got, c.want)
		}
	}
}
