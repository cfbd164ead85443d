package findings_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/plan/due"
)

func organisation(years ...func(*model.Organisation)) *indicator.Results {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	for _, year := range years {
		year(o)
	}
	return indicator.Compute(o)
}

func tally(white, bme, unknown int) model.Tally {
	var t model.Tally
	t.Add(model.WhiteGroup, white)
	t.Add(model.BMEGroup, bme)
	t.Add(model.UnknownEthnicity, unknown)
	return t
}

// recruited gives a year's applicants of both groups, and those appointed.
func recruited(y model.Year, white, whiteIn, bme, bmeIn int) func(*model.Organisation) {
	return func(o *model.Organisation) {
		o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: tally(white, bme, 0), Appointed: tally(whiteIn, bmeIn, 0)}}
	}
}

// staffed gives a year's staff by band, each White and BME.
func staffed(y model.Year, unknown int, bands map[model.Band][2]int) func(*model.Organisation) {
	return func(o *model.Organisation) {
		for b, n := range bands {
			o.Ensure(y).Workforce[model.Post{Category: model.Clinical, Band: b}] = tally(n[0], n[1], unknown)
		}
	}
}

func about(all []findings.Finding, id string) []findings.Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f findings.Finding) bool { return f.Indicator.ID != id })
}

func told(all []findings.Finding) []string {
	var lines []string
	for _, f := range all {
		lines = append(lines, f.Kind.String()+" · "+f.Key()+" · "+f.Name+": "+f.Verdict+" · needs "+f.Needs)
	}
	return lines
}

func compare(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestFindingsOfTheExample(t *testing.T) {
	r := exampletest.Results(t)
	action := plan.Action{ID: "A-0001", Text: "Train panels", Indicators: "2, 7"}
	done := plan.Action{ID: "A-0002", Text: "Count", Indicators: "2", Status: plan.StatusDone}
	all := findings.Of(r, 2024, []plan.Action{action, done})
	compare(t, told(all), []string{
		"clear · 2 · Appointed from shortlist: White applicants more likely · needs ",
		"cannot be told · 1/non-clinical/bands · Bands 8c and above, non-clinical staff: senior bands cannot be told · needs the ethnicity of 14 staff, which is not recorded or not stated",
		"cannot be told · 6 · Harassment, bullying or abuse: staff: clear if at least 64% responded · needs the number of respondents: the difference is significant if at least 64% of each group responded",
		"cannot be told · 7 · Career progression: clear if at least 17% responded · needs the number of respondents: the difference is significant if at least 17% of each group responded",
		"cannot be told · 8 · Discrimination at work: clear if at least 35% responded · needs the number of respondents: the difference is significant if at least 35% of each group responded",
		"cannot be told · 9 · Board compared with workforce: too few to judge · needs several years: in a board of this size one person decides",
		"not clear · 5 · Harassment, bullying or abuse: public: no clear difference · needs ",
		"count · 1 · ED staff, all bands: no clear trend since 2023 · needs ",
		"no figures · 3 · Formal disciplinary: withheld · needs ",
		"no figures · 4 · Training and CPD: not collected · needs ",
	})
	for _, f := range all {
		if want := map[string]int{"2": 2, "7": 1}[f.Indicator.ID]; len(f.Actions) != want || len(f.Open()) != min(want, 1) {
			t.Errorf("%s: %d actions, %d open", f.Key(), len(f.Actions), len(f.Open()))
		}
	}
	var values []string
	for _, v := range about(all, "1")[0].Values {
		values = append(values, v.Year.String()+" "+v.Text)
	}
	compare(t, values, []string{"2022 6.7%", "2023 6.5%", "2024 9.0%"})
}

// A finding on the senior bands says them first, with their share and the staff that they
// hang on; the trend hangs on those of all bands, and says so.
func TestSeniorBandsAreSaidFirst(t *testing.T) {
	said := about(findings.Of(exampletest.Results(t), 2024, nil), "1")[0].Told.Said
	for _, want := range []string{
		"In bands 8c and above 9.0% of non-clinical staff are ethnically diverse (7 of 78): whether that differs from the other bands depends on 14 staff of unknown ethnicity. ",
		"Whether the share of ethnically diverse staff falls or rises with the bands among non-clinical staff cannot be told: over all bands that depends on 40 staff of unknown ethnicity.",
	} {
		if !strings.HasPrefix(said, want) {
			t.Errorf("%q does not begin with %q", said, want)
		}
		said = strings.TrimPrefix(said, want)
	}
}

// What can be said of each sort of figure, with the direction of what is clear and what
// would tell what is not.
func TestKinds(t *testing.T) {
	few := map[model.Band][2]int{model.Band5: {900, 300}, model.Band8a: {300, 100}, model.Band8c: {36, 4}}
	falls := map[model.Band][2]int{model.Band2: {300, 180}, model.Band5: {750, 150}, model.Band8a: {200, 20}, model.Band8c: {190, 5}}
	alike := map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {600, 200}, model.Band8a: {300, 100}}
	rises := map[model.Band][2]int{model.Band2: {600, 100}, model.Band5: {600, 130}, model.Band7: {600, 160}, model.Band8a: {600, 200}, model.Band8c: {75, 20}}
	tiny := map[model.Band][2]int{model.Band2: {9, 4}, model.Band5: {9, 3}, model.Band6: {9, 3}, model.Band7: {10, 4}, model.Band8a: {9, 2}, model.Band8c: {9, 1}}
	unknownElsewhere := func(o *model.Organisation) {
		staffed(2024, 40, map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {300, 100}, model.Band7: {300, 100}})(o)
		staffed(2024, 0, map[model.Band][2]int{model.Band8a: {100, 48}})(o)
	}
	withheld := func(o *model.Organisation) {
		o.Ensure(2024).Statuses["2"] = model.Status{State: model.Withheld, Reason: "too few"}
	}
	refused := func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Refused = map[string]*model.Refusals{"2": {Rows: 1}}
	}
	for _, c := range []struct {
		what string
		id   string
		of   []func(*model.Organisation)
		want []string
	}{
		{"clear", "2", []func(*model.Organisation){recruited(2024, 427, 144, 371, 51)},
			[]string{"clear · 2 · Appointed from shortlist: White applicants more likely · needs "}},
		{"the other way", "2", []func(*model.Organisation){recruited(2024, 371, 51, 427, 144)},
			[]string{"clear · 2 · Appointed from shortlist: BME applicants more likely · needs "}},
		{"none found", "2", []func(*model.Organisation){recruited(2024, 400, 100, 400, 96)},
			[]string{"not clear · 2 · Appointed from shortlist: no clear difference · needs "}},
		{"too few", "2", []func(*model.Organisation){recruited(2024, 40, 4, 20, 1)},
			[]string{"cannot be told · 2 · Appointed from shortlist: too few to judge · needs larger numbers, such as several years together"}},
		{"a change that is clear beside years that are not", "2", []func(*model.Organisation){recruited(2023, 400, 92, 400, 110), recruited(2024, 400, 110, 400, 92)},
			[]string{"clear · 2/change · Appointed from shortlist, since 2023: significant rise · needs ", "not clear · 2 · Appointed from shortlist: no clear difference; significant rise · needs "}},
		{"withheld", "2", []func(*model.Organisation){recruited(2023, 400, 90, 400, 110), withheld},
			[]string{"no figures · 2 · Appointed from shortlist: withheld · needs "}},
		{"never given", "2", []func(*model.Organisation){staffed(2024, 0, alike)},
			[]string{"no figures · 2 · Appointed from shortlist: not supplied · needs recruitment.csv in the folder, or a row in status.csv that says why there are none"}},
		{"incomplete", "2", []func(*model.Organisation){recruited(2024, 427, 144, 371, 51), refused},
			[]string{"incomplete · 2 · Appointed from shortlist: incomplete: 1 row · needs "}},
		{"bands alike", "1", []func(*model.Organisation){staffed(2024, 0, alike)}, []string{
			"not clear · 1/clinical/bands · Pay bands, clinical staff: no band stands out · needs ",
			"count · 1 · BME staff, all bands: no earlier year to compare with · needs an earlier year, to see whether it moves"}},
		{"falls with the bands", "1", []func(*model.Organisation){staffed(2023, 0, alike), staffed(2024, 0, falls)}, []string{
			"clear · 1/clinical/bands · Bands 8c and above, clinical staff: fewer BME staff in senior bands · needs ",
			"clear · 1 · BME staff, all bands: fall since 2023, evidence of a trend · needs "}},
		{"rises with the bands, and not in the senior ones", "1", []func(*model.Organisation){staffed(2024, 0, rises)}, []string{
			"clear · 1/clinical/bands · Pay bands, clinical staff: BME share rises as bands rise · needs ",
			"count · 1 · BME staff, all bands: no earlier year to compare with · needs an earlier year, to see whether it moves"}},
		{"bands too small, with a trend that is not clear", "1", []func(*model.Organisation){staffed(2024, 0, tiny)}, []string{
			"cannot be told · 1/clinical/bands · Bands 8c and above, clinical staff: too few to judge · needs larger numbers, such as clusters of bands",
			"count · 1 · BME staff, all bands: no earlier year to compare with · needs an earlier year, to see whether it moves"}},
		{"a band without unknown hangs on those of the others", "1", []func(*model.Organisation){unknownElsewhere}, []string{
			"cannot be told · 1/clinical/bands · Pay bands, clinical staff: some bands cannot be told · needs the ethnicity of 120 staff, which is not recorded or not stated",
			"count · 1 · BME staff, all bands: no earlier year to compare with · needs an earlier year, to see whether it moves"}},
		{"senior bands hang on the unknown", "1", []func(*model.Organisation){staffed(2024, 14, few)}, []string{
			"cannot be told · 1/clinical/bands · Bands 8c and above, clinical staff: senior bands cannot be told · needs the ethnicity of 14 staff, which is not recorded or not stated",
			"count · 1 · BME staff, all bands: no earlier year to compare with · needs an earlier year, to see whether it moves"}},
	} {
		t.Run(c.what, func(t *testing.T) {
			compare(t, told(about(findings.Of(organisation(c.of...), 2024, nil), c.id)), c.want)
		})
	}
}

// A clear change is said by itself, and not by the sentence of the year that denies it.
func TestChangeIsSaidByItself(t *testing.T) {
	r := organisation(recruited(2023, 400, 92, 400, 110), recruited(2024, 400, 110, 400, 92))
	f := findings.In(findings.Of(r, 2024, nil), findings.Clear)[0]
	if want := "White ÷ BME was 0.84 in 2023 and is 1.20 in 2024: a significant rise."; f.Topic != findings.Change || f.Sentence != want || f.Figure != "0.84 → 1.20" || f.Gap() {
		t.Errorf("%+v, want %q", f, want)
	}
}

// The plan is held against what is clear in the last figures of each indicator, also
// where a later year has none.
func TestGaps(t *testing.T) {
	ids := func(r *indicator.Results) (ids []string) {
		for _, g := range findings.Gaps(r) {
			ids = append(ids, g.Indicator)
		}
		return ids
	}
	compare(t, ids(exampletest.Results(t)), []string{"2"})
	compare(t, ids(organisation(recruited(2024, 427, 144, 371, 51), recruited(2025, 427, 100, 371, 88))), nil)
	if g := findings.Gaps(exampletest.Results(t)); len(g) != 1 || g[0].Sentence != "Appointed from shortlist: White applicants more likely (ratio 2.45: White 144 of 427, ED 51 of 371)." {
		t.Errorf("more than a sentence: %v", g)
	}
	compare(t, ids(organisation(recruited(2024, 371, 51, 427, 144), staffed(2025, 0, map[model.Band][2]int{model.Band2: {300, 200}, model.Band5: {900, 40}}))), []string{"1", "2"})
}

// What each sort of finding is in one line, with its figure and counts, and how the years
// before are said.
func TestLines(t *testing.T) {
	surveyed := func(y model.Year, white, bme float64) func(*model.Organisation) {
		return func(o *model.Organisation) {
			for e, share := range map[model.Ethnicity]float64{model.WhiteGroup: white, model.BMEGroup: bme} {
				o.Ensure(y).Survey[model.SurveyKey{Indicator: "5", Ethnicity: e}] = model.SurveyAnswer{Share: share, Respondents: 2000}
			}
		}
	}
	board := func(o *model.Organisation) {
		o.Ensure(2024).Board[model.Seat{Voting: model.Yes, Executive: model.Yes}] = tally(29, 1, 0)
	}
	// one low band, not a senior one, and too few in the senior ones to tell
	low := map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {590, 210}, model.Band6: {390, 20}, model.Band7: {300, 110}, model.Band8a: {300, 110}, model.Band8c: {9, 3}}
	falls := map[model.Band][2]int{model.Band2: {300, 180}, model.Band5: {750, 150}, model.Band8a: {200, 20}, model.Band8c: {190, 5}}
	lines := func(id string, of ...func(*model.Organisation)) (lines []string) {
		for _, f := range about(findings.Of(organisation(of...), 2024, nil), id) {
			line := f.Line()
			for _, v := range f.Before() {
				line += " · " + v.Year.String() + " " + v.Words
			}
			lines = append(lines, line)
		}
		return lines
	}
	compare(t, lines("2", recruited(2023, 427, 100, 371, 88), recruited(2024, 427, 144, 371, 51)),
		[]string{"Appointed from shortlist: White applicants more likely; significant rise (ratio 2.45: White 144 of 427, BME 51 of 371) · 2023 0.99"})
	compare(t, lines("2", recruited(2024, 400, 0, 300, 60)),
		[]string{"Appointed from shortlist: BME applicants more likely (ratio 0.00: White 0 of 400, BME 60 of 300)"})
	compare(t, lines("5", surveyed(2023, 0.2, 0.15), surveyed(2024, 0.2, 0.3)),
		[]string{"Harassment, bullying or abuse: public: higher among BME respondents; significant change (10.0 percentage points higher: BME 30.0% of 2,000, White 20.0% of 2,000) · 2023 5.0 percentage points lower"})
	compare(t, lines("5", surveyed(2024, 0.2, 0.2)),
		[]string{"Harassment, bullying or abuse: public: no clear difference (no gap: BME 20.0% of 2,000, White 20.0% of 2,000)"})
	compare(t, lines("5", surveyed(2024, 0.2, 0.2003)), // a gap that is there is none of 0.0
		[]string{"Harassment, bullying or abuse: public: no clear difference (0.03 percentage points higher before rounding: BME 20.0% of 2,000, White 20.0% of 2,000)"})
	compare(t, lines("9", board, staffed(2024, 0, map[model.Band][2]int{model.Band5: {600, 400}})),
		[]string{"Board compared with workforce: below the workforce (1 of 30 on the board, 40.0% of staff)"})
	compare(t, lines("1", staffed(2024, 0, falls))[:1],
		[]string{"Bands 8c and above, clinical staff: fewer BME staff in senior bands (2.6%: 5 of 195 staff)"})
	seven := map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {600, 200}, model.Band8a: {300, 100}, model.Band8d: {6, 1}}
	ten := map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {600, 200}, model.Band8a: {300, 100}, model.Band8d: {9, 1}}
	few := about(findings.Of(organisation(staffed(2023, 0, ten), staffed(2024, 0, seven)), 2024, nil), "1")[0]
	compare(t, []string{few.Line(), few.Before()[0].Words, few.Values[1].Text, few.Values[1].Words},
		[]string{"Bands 8c and above, clinical staff: no band stands out (1 of 7 staff)", "10.0%", "1 of 7", "1 of 7"})
	if few.Values[1].Value != nil || !few.Values[1].Few || strings.Contains(few.Sentence, "14.3") || !strings.Contains(few.Sentence, "In bands 8c and above 1 of 7 clinical staff are BME") {
		t.Errorf("%+v", few)
	}
	compare(t, lines("1", staffed(2024, 0, low))[:1], []string{"Pay bands, clinical staff: BME share lower in band 6 and higher in band 5"})
}

// A plan on a day: what is late, what comes soon, and what is clear without an open action.
func TestStanding(t *testing.T) {
	today := time.Date(2025, 4, 14, 23, 0, 0, 0, time.UTC)
	r := organisation(recruited(2024, 427, 144, 371, 51), staffed(2024, 0, map[model.Band][2]int{model.Band2: {300, 200}, model.Band5: {900, 40}}))
	actions := []plan.Action{
		{ID: "a", Deadline: "13 July 2025"}, {ID: "b", Deadline: "14 July 2025"}, {ID: "c", Deadline: "13/04/2025", Indicators: "2"},
		{ID: "d", Deadline: "1/4/2024"}, {ID: "e", Deadline: "14 April 2025"}, {ID: "f", Deadline: "1/1/2020", Status: "done", Indicators: "1"}, {ID: "g", Deadline: "Ongoing"},
	}
	s := findings.StandingOf(findings.Of(r, 2024, actions), actions, today)
	ids := func(all []plan.Action) (ids []string) {
		for _, a := range all {
			ids = append(ids, a.ID+" "+findings.Lateness(a.Due(), today))
		}
		return ids
	}
	compare(t, ids(s.Late), []string{"d 12 months late", "c 1 day late"})
	compare(t, ids(s.Soon), []string{"e due today", "a due in 2 months"})
	if len(s.Gaps) != 1 || s.Gaps[0].Indicator.ID != "1" || s.All != 7 || s.Done != 1 {
		t.Errorf("%d of %d done, gaps %v", s.Done, s.All, told(s.Gaps))
	}
}

// Months are whole ones, and end with a shorter month.
func TestLateness(t *testing.T) {
	for deadline, want := range map[string]map[string]string{
		"31/01/2025": {"2025-02-01": "1 day late", "2025-03-30": "58 days late", "2025-03-31": "2 months late", "2025-04-29": "2 months late", "2025-04-30": "3 months late", "2026-11-29": "21 months late"},
		"30/06/2025": {"2025-06-30": "due today", "2025-06-29": "due in 1 day", "2025-05-01": "due in 60 days", "2025-04-30": "due in 2 months", "2023-06-30": "due in 24 months"},
		"Ongoing":    {"2025-06-30": ""},
	} {
		for day, want := range want {
			today, err := time.Parse(time.DateOnly, day)
			if got := findings.Lateness(due.Parse(deadline), today); err != nil || got != want {
				t.Errorf("%s on %s: %q, want %q", deadline, day, got, want)
			}
		}
	}
}

// draw makes an organisation of some years, with bands in up to three staff categories,
// unknown ethnicity, refused rows, and indicators that are missing or withheld.
func draw(t *rapid.T) *indicator.Results {
	number := func(name string, most int) int { return rapid.IntRange(0, most).Draw(t, name) }
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	for y := model.Year(2024 - number("years", 2)); y <= 2024; y++ {
		ret := o.Ensure(y)
		for _, c := range model.StaffCategories()[:number("categories", 3)] {
			for _, b := range []model.Band{model.Band2, model.Band5, model.Band7, model.Band8a, model.Band8c, model.VSM}[:number("bands", 6)] {
				ret.Workforce[model.Post{Category: c, Band: b}] = tally(number("white", 400), number("bme", 200), number("unknown", 20))
			}
		}
		if number("recruited", 4) > 0 {
			w, b := 1+number("shortlisted white", 400), 1+number("shortlisted bme", 400)
			ret.Recruitment = []model.Recruitment{{Shortlisted: tally(w, b, 3), Appointed: tally(number("in white", w), number("in bme", b), 1)}}
		}
		if number("disciplined", 4) > 0 {
			ret.Events["disciplinary"] = &model.Events{Count: tally(number("cases white", 20), number("cases bme", 20), 1), Headcount: tally(1000, 300, 30)}
		}
		if number("asked", 4) > 0 {
			for _, e := range []model.Ethnicity{model.WhiteGroup, model.BMEGroup} {
				ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: e}] = model.SurveyAnswer{Share: float64(number("share", 100)) / 100, Respondents: 1 + number("respondents", 900)}
			}
		}
		if number("refused", 5) == 0 {
			ret.Refused = map[string]*model.Refusals{rapid.SampledFrom([]string{"1", "2", "3"}).Draw(t, "of"): {Rows: 1}}
		}
		if number("withheld", 5) == 0 {
			ret.Statuses["3"] = model.Status{State: model.Withheld, Reason: "too few"}
		}
	}
	return indicator.Compute(o)
}

// What stands under a kind says nothing else: a finding that is not clear names no
// significant difference, one that is clear names it, and each indicator has one.
func TestFindingsDoNotContradictThemselves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := draw(t)
		all := findings.Of(r, 2024, nil)
		found := map[string]bool{}
		for _, f := range all {
			found[f.Indicator.ID] = true
			said := strings.ReplaceAll(strings.ToLower(f.Sentence), "neither falls nor rises significantly", "")
			significant := strings.Contains(said, "is statistically significant") || strings.Contains(said, "significantly lower") || strings.Contains(said, "significantly higher") ||
				strings.Contains(said, "falls significantly") || strings.Contains(said, "rises significantly") || strings.Contains(said, "is evidence of a trend")
			switch {
			case f.Name == "" || f.Verdict == "" || f.Sentence == "":
				t.Fatalf("%s: %+v", f.Key(), f)
			case f.Topic == findings.Change && strings.Contains(said, ": a significant "):
			case significant != (f.Kind == findings.Clear):
				t.Fatalf("%s is %s and says %s", f.Key(), f.Kind, f.Sentence)
			case f.Kind == findings.Clear && (strings.Contains(said, "there are too few to judge.") || f.Needs != ""):
				t.Fatalf("%s is clear, needs %q and says %s", f.Key(), f.Needs, f.Sentence)
			case f.Kind == findings.CannotTell && f.Needs == "":
				t.Fatalf("%s: what would tell it? %s: %s", f.Key(), f.Verdict, f.Sentence)
			}
		}
		for i := range r.Series {
			id := r.Series[i].Indicator.ID
			if got, want := told(findings.OfIndicator(r, id, 2024, nil)), told(about(all, id)); !slices.Equal(got, want) {
				t.Fatalf("of indicator %s alone: %v, and with the others: %v", id, got, want)
			}
		}
		if len(found) != len(r.Series) {
			t.Fatalf("%d of %d indicators: %v", len(found), len(r.Series), told(all))
		}
		for i := 1; i < len(all); i++ {
			if all[i].Kind < all[i-1].Kind {
				t.Fatalf("out of order: %v", told(all))
			}
		}
	})
}

// TestHiddenEarlierYear: a year before that a publication view hides is not said to be missing.
func TestHiddenEarlierYear(t *testing.T) {
	full := organisation(staffed(2023, 0, map[model.Band][2]int{model.Band5: {1, 1}}), staffed(2024, 0, map[model.Band][2]int{model.Band5: {400, 100}}))
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	for _, f := range findings.Of(view, 2024, nil) {
		if f.Key() == "1" && (f.Verdict != "change hidden [c]" || f.Wanting != "") {
			t.Errorf("%q, needs %q", f.Verdict, f.Wanting)
		}
	}
}
