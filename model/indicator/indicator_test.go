package indicator_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
)

// tally counts White, BME and unknown; a negative count is a group that no row
// counts.
func tally(white, bme, unknown int) model.Tally {
	var t model.Tally
	for g, n := range map[model.Group]int{model.White: white, model.BME: bme, model.Unknown: unknown} {
		if n >= 0 {
			t.Add(model.GroupEthnicity(g), n)
		}
	}
	return t
}

func organisation(fill func(*model.Organisation)) *model.Organisation {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	fill(o)
	return o
}

func figure(t *testing.T, o *model.Organisation, id string, y model.Year) *indicator.Figure {
	t.Helper()
	f := indicator.Compute(o).Indicator(id).Figure(y)
	if f == nil {
		t.Fatalf("no figure of indicator %s in %s", id, y)
	}
	return f
}

func near(t *testing.T, what string, got *stats.Estimate, want float64) {
	t.Helper()
	switch {
	case got == nil:
		t.Errorf("%s is undefined, want %v", what, want)
	case math.Abs(got.Value-want) > 5e-5:
		t.Errorf("%s = %v, want %v", what, got.Value, want)
	}
}

// said gives the warnings of an indicator's figure in words.
func said(id string, f *indicator.Figure) []string {
	return words.For(model.DefaultSettings()).Warnings(indicator.Lookup(id), f)
}

func warned(t *testing.T, id string, f *indicator.Figure, want string) {
	t.Helper()
	if all := said(id, f); !slices.ContainsFunc(all, func(w string) bool { return strings.Contains(w, want) }) {
		t.Errorf("no warning says %q; warnings: %q", want, all)
	}
}

// reason gives why a figure is not there, in words.
func reason(f *indicator.Figure) string { return words.Reason(f) }

// The counts behind the printed rates of a published report, rebuilt by exact
// search; the ratios of 2023 and 2024 are the printed ones with more decimals.
func TestRecruitmentOfThePublishedReport(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		for y, c := range map[model.Year][2]model.Tally{
			2022: {tally(835, 409, 35), tally(226, 69, 9)},
			2023: {tally(1052, 504, 69), tally(355, 90, 34)},
			2024: {tally(427, 371, 22), tally(144, 51, 3)},
		} {
			o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: c[0], Appointed: c[1]}}
		}
	})
	r := indicator.Compute(o)
	s := r.Indicator("2")
	for y, want := range map[model.Year]float64{2022: 1.6043, 2023: 1.8897, 2024: 2.4532} {
		near(t, "ratio of "+y.String(), s.Figure(y).Ratio, want)
	}
	f := s.Figure(2024)
	near(t, "White rate", f.Groups[model.White].Rate, 0.33724)
	near(t, "BME rate", f.Groups[model.BME].Rate, 0.13747)
	near(t, "unknown rate", f.Groups[model.Unknown].Rate, 0.13636)
	near(t, "difference", f.Difference, 0.13747-0.33724)
	if len(s.Changes) != 2 {
		t.Fatalf("%d changes, want 2", len(s.Changes))
	}
	near(t, "change to 2024", s.Changes[1].Value, 1.2982)
	want := "White applicants were 2.45 times as likely to be appointed from shortlisting as BME applicants (95% confidence interval 1.85 to 3.28): 144 of 427 (33.7%) against 51 of 371 (13.7%)."
	if got := words.For(o.Settings).Sentence(s.Indicator, f); got != want {
		t.Errorf("sentence\n%s\nwant\n%s", got, want)
	}
}

func TestTopOfRatio(t *testing.T) {
	staff := tally(1000, 500, 10)
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Workforce[model.Post{}] = staff
		ret.Events["disciplinary"] = &model.Events{Count: tally(10, 10, 0)}
		ret.Events["training"] = &model.Events{Count: tally(100, 25, 1)}
	})
	near(t, "indicator 3, BME over White", figure(t, o, "3", 2024).Ratio, 2)
	near(t, "indicator 4, White over BME", figure(t, o, "4", 2024).Ratio, 2)
}

func TestUndefinedRatios(t *testing.T) {
	recruitment := func(shortlisted, appointed model.Tally) *model.Organisation {
		return organisation(func(o *model.Organisation) {
			o.Ensure(2024).Recruitment = []model.Recruitment{{Shortlisted: shortlisted, Appointed: appointed}}
		})
	}
	for _, c := range []struct {
		name                   string
		shortlisted, appointed model.Tally
		says                   string
	}{
		{"no BME appointed", tally(10, 10, 0), tally(3, 0, 0), "ratio: no value, because no BME applicants were appointed"},
		{"no BME shortlisted", tally(10, 0, 0), tally(3, 0, 0), "there are no applicants"},
		{"no BME row", tally(10, -1, 0), tally(3, -1, 0), "no row that could be used counts"},
		{"more appointed than shortlisted", tally(10, 10, 0), tally(3, 11, 0), "11 is more than the 10"},
	} {
		f := figure(t, recruitment(c.shortlisted, c.appointed), "2", 2024)
		if f.Ratio != nil {
			t.Errorf("%s: ratio %v, want none", c.name, f.Ratio.Value)
		}
		if f.State != model.Reported {
			t.Errorf("%s: state %s", c.name, f.State)
		}
		warned(t, "2", f, c.says)
	}
	f := figure(t, recruitment(tally(10, 10, 0), tally(0, 3, 0)), "2", 2024)
	near(t, "ratio of no White appointments", f.Ratio, 0)
}

func TestWithheldHidesFiguresThatAreThere(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Workforce[model.Post{}] = tally(1000, 500, 10)
		ret.Events["disciplinary"] = &model.Events{Count: tally(1, 2, 0)}
		ret.Statuses["3"] = model.Status{State: model.Withheld, Reason: "too few"}
	})
	f := figure(t, o, "3", 2024)
	if f.State != model.Withheld || f.Reason != "too few" || f.Ratio != nil || f.Groups[model.BME].Events != nil {
		t.Errorf("a withheld figure shows %+v", f)
	}
	if got, want := words.For(o.Settings).Sentence(indicator.Lookup("3"), f), "Withheld for 2024: too few."; got != want {
		t.Errorf("sentence %q, want %q", got, want)
	}
}

func TestStatusAgainstFigures(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Workforce[model.Post{}] = tally(1000, 500, 10)
		ret.Events["training"] = &model.Events{Count: tally(100, 25, 1)}
		ret.Statuses["4"] = model.Status{State: model.NotCollected, Reason: "none kept"}
		ret.Statuses["2"] = model.Status{State: model.NotCollected, Reason: "none kept"}
	})
	f := figure(t, o, "4", 2024)
	if f.State != model.Reported {
		t.Errorf("figures that are there are %s", f.State)
	}
	warned(t, "4", f, "the status extract says not collected")
	if f := figure(t, o, "2", 2024); f.State != model.NotCollected || f.Reason != "none kept" {
		t.Errorf("indicator 2 is %s, %q", f.State, f.Reason)
	}
	if f := figure(t, o, "9", 2024); f.State != model.NotSupplied {
		t.Errorf("indicator 9 is %s", f.State)
	}
}

func TestDisciplinaryOverTwoYears(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		o.Settings.Indicator3Years = 2
		for y, n := range map[model.Year]int{2023: 4, 2024: 8} {
			ret := o.Ensure(y)
			ret.Workforce[model.Post{}] = tally(1000, 400, 0)
			ret.Events["disciplinary"] = &model.Events{Count: tally(10, n, 0)}
		}
	})
	f := figure(t, o, "3", 2024)
	near(t, "two-year ratio", f.Ratio, (12.0/800)/(20.0/2000))
	warned(t, "3", f, "mean of two years")
	if f := figure(t, o, "3", 2023); f.State == model.Reported || !strings.Contains(reason(f), "needs the cases of 2022") {
		t.Errorf("first year is %s, %q", f.State, reason(f))
	}
}

func TestBandsClustersAndDisparity(t *testing.T) {
	post := func(b model.Band) model.Post { return model.Post{Category: model.NonClinical, Band: b} }
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Workforce[post(model.Band5)] = tally(80, 40, 2)
		ret.Workforce[post(model.Band6)] = tally(60, 20, 0)
		ret.Workforce[post(model.Band8c)] = tally(30, 5, 1)
		ret.Workforce[post(model.VSM)] = tally(10, -1, -1)
		medical := model.MedicalAndDental
		ret.Workforce[model.Post{Category: medical, Band: model.Consultant}] = tally(7, 3, 0)
		ret.Workforce[model.Post{Category: medical, Band: model.SeniorMedicalManager}] = tally(2, 1, 0)
	})
	r := indicator.Compute(o)
	f := r.Indicator("1").Figure(2024)
	if got := *f.Groups[model.White].AtRisk; got != 258 {
		t.Errorf("%d staff, want 258: a senior medical manager is a consultant already", got)
	}
	near(t, "workforce share", f.Groups[model.BME].Rate, 68.0/258)
	var clusters []string
	for _, row := range f.Clusters {
		clusters = append(clusters, words.Thousands(int(row.Cluster))+"="+words.Thousands(row.Total))
	}
	if got := strings.Join(clusters, " "); got != "2=202 4=46 5=10" {
		t.Errorf("clusters %s", got)
	}
	step := map[string]float64{}
	for _, d := range r.Disparity() {
		if d.Value == nil {
			t.Fatalf("%s to %s: %s", d.From, d.To, words.Disparity(words.For(o.Settings), d))
		}
		step[d.From.String()+d.To.String()] = d.Value.Value
	}
	if want := (60.0 / 80) / (20.0 / 40); math.Abs(step["lowermiddle"]-want) > 1e-12 {
		t.Errorf("lower to middle %v, want %v", step["lowermiddle"], want)
	}
	if got, want := step["lowerupper"], step["lowermiddle"]*step["middleupper"]; math.Abs(got-want) > 1e-12 {
		t.Errorf("lower to upper %v is not the product of its steps, %v", got, want)
	}
}

func TestClustersAndTiersAreSettings(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		o.Settings.Clusters[model.Band7] = 3
		o.Settings.Tiers[model.Band7] = model.Upper
		ret := o.Ensure(2024)
		for _, b := range []model.Band{model.Band5, model.Band7} {
			ret.Workforce[model.Post{Category: model.Clinical, Band: b}] = tally(10, 5, 0)
		}
	})
	r := indicator.Compute(o)
	if rows := r.Indicator("1").Figure(2024).Clusters; len(rows) != 2 || rows[1].Cluster != 3 {
		t.Errorf("clusters %+v", rows)
	}
	for _, d := range r.Disparity() {
		if d.From == model.Lower && d.To == model.Upper {
			near(t, "lower to upper", d.Value, 1)
		} else if d.Value != nil {
			t.Errorf("%s to %s is %v with nobody in the middle", d.From, d.To, d.Value.Value)
		}
	}
}

func TestSurvey(t *testing.T) {
	answer := func(id string, e model.Ethnicity) model.SurveyKey {
		return model.SurveyKey{Indicator: id, Ethnicity: e}
	}
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Survey[answer("5", model.WhiteGroup)] = model.SurveyAnswer{Share: 0.0648}
		ret.Survey[answer("5", model.BMEGroup)] = model.SurveyAnswer{Share: 0.0556}
		ret.Survey[answer("6", model.WhiteGroup)] = model.SurveyAnswer{Share: 0.2, Respondents: 500}
		ret.Survey[answer("6", model.AsianGroup)] = model.SurveyAnswer{Share: 0.1, Respondents: 30}
		ret.Survey[answer("6", model.BlackGroup)] = model.SurveyAnswer{Share: 0.4, Respondents: 10}
		ret.Survey[answer("8", model.WhiteGroup)] = model.SurveyAnswer{Share: 0.03}
		ret.Survey[answer("8", model.AsianGroup)] = model.SurveyAnswer{Share: 0.1}
	})
	f := figure(t, o, "5", 2024)
	near(t, "gap", f.Difference, -0.0092)
	warned(t, "5", f, "the numbers of respondents are not given")
	if f.Groups[model.White].Events != nil {
		t.Error("a published share gives no number of people")
	}
	f = figure(t, o, "6", 2024)
	near(t, "pooled share", f.Groups[model.BME].Rate, 0.175)
	if *f.Groups[model.BME].AtRisk != 40 {
		t.Errorf("%d respondents", *f.Groups[model.BME].AtRisk)
	}
	f = figure(t, o, "8", 2024)
	if f.Groups[model.BME].Rate != nil {
		t.Error("a category without respondents stands for the group")
	}
	warned(t, "8", f, "cannot be pooled")
}

// A survey question that was reworded parts the years: the survey of 2021 is
// that of WRES year 2022.
func TestRewordedQuestionIsFlagged(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		for y := model.Year(2021); y <= 2026; y++ {
			ret := o.Ensure(y)
			for _, id := range []string{"6", "7"} {
				ret.Survey[model.SurveyKey{Indicator: id, Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: 0.5}
				ret.Survey[model.SurveyKey{Indicator: id, Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: 0.4}
			}
		}
	})
	r := indicator.Compute(o)
	for _, s := range []*indicator.Series{r.Indicator("6"), r.Indicator("7")} {
		for _, f := range s.Figures {
			flagged := slices.ContainsFunc(said(s.Indicator.ID, &f), func(w string) bool { return strings.Contains(w, "not comparable with") })
			if want := s.Indicator.ID == "7" && (f.Year == 2022 || f.Year == 2026); flagged != want {
				t.Errorf("indicator %s in %s: flagged %v, want %v", s.Indicator.ID, f.Year, flagged, want)
			}
		}
	}
}

func TestBoard(t *testing.T) {
	seat := func(v, e model.Answer) model.Seat { return model.Seat{Voting: v, Executive: e} }
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Workforce[model.Post{}] = tally(1443, 380, 40)
		ret.Board[model.Seat{}] = tally(10, 1, -1)
		ret = o.Ensure(2025)
		ret.Workforce[model.Post{}] = tally(75, 25, 0)
		ret.Board[seat(model.Yes, model.Yes)] = tally(4, 1, 0)
		ret.Board[seat(model.Yes, model.No)] = tally(4, 1, 0)
	})
	f := figure(t, o, "9", 2024)
	near(t, "whole board", f.BoardRow(indicator.WholeBoard).Difference, 1.0/11-380.0/1863)
	for _, part := range []indicator.BoardPart{indicator.Voting, indicator.NonVoting, indicator.Executive, indicator.NonExecutive} {
		if row := f.BoardRow(part); row.Total != nil || row.Difference != nil {
			t.Errorf("%s is counted though no seat says", part)
		}
	}
	warned(t, "9", f, "does not say which members vote")
	f = figure(t, o, "9", 2025)
	near(t, "executives", f.BoardRow(indicator.Executive).Difference, 0.2-0.25)
	if row := f.BoardRow(indicator.NonVoting); *row.Total != 0 || row.Share != nil {
		t.Errorf("non-voting %+v", row)
	}
	warned(t, "9", f, "non-voting: no value")
}

// No figure of any mixture of counts is NaN or infinite, and the counts are left
// as they were.
func TestNothingUndefinedIsANumber(t *testing.T) {
	for _, n := range []int{-1, 0, 1, 1_000_000} {
		for _, k := range []int{-1, 0, 1, 1_000_000} {
			o := organisation(func(o *model.Organisation) {
				ret := o.Ensure(2024)
				ret.Workforce[model.Post{Category: model.Clinical, Band: model.Band5}] = tally(n, k, n)
				ret.Recruitment = []model.Recruitment{{Shortlisted: tally(n, k, 0), Appointed: tally(k, n, 0)}}
				ret.Events["disciplinary"] = &model.Events{Count: tally(k, n, 0)}
				ret.Events["training"] = &model.Events{Count: tally(n, n, n), Headcount: tally(k, k, k)}
				ret.Board[model.Seat{}] = tally(n, k, 0)
			})
			before := *o.Return(2024)
			checkFinite(t, indicator.Compute(o))
			if !o.Return(2024).Recruitment[0].Shortlisted.Equal(before.Recruitment[0].Shortlisted) {
				t.Fatal("Compute changed its input")
			}
		}
	}
}

func checkFinite(t *testing.T, r *indicator.Results) {
	t.Helper()
	check := func(what string, e *stats.Estimate) {
		if e != nil && (math.IsNaN(e.Value) || math.IsInf(e.Value, 0)) {
			t.Fatalf("%s is %v", what, e.Value)
		}
	}
	for _, s := range r.Series {
		for _, f := range s.Figures {
			check(s.Indicator.ID+" ratio", f.Ratio)
			check(s.Indicator.ID+" difference", f.Difference)
			for _, g := range f.Groups {
				check(s.Indicator.ID+" rate", g.Rate)
			}
			for _, row := range slices.Concat(f.Bands, f.Clusters) {
				check("band share", row.Share)
			}
			for _, row := range f.Board {
				check("board share", row.Share)
				check("board difference", row.Difference)
			}
		}
		for _, c := range s.Changes {
			check(s.Indicator.ID+" change", c.Value)
		}
	}
	for _, d := range r.Disparity() {
		check("disparity", d.Value)
	}
}

// Swapping the groups turns every ratio over.
func TestSwappedGroupsInvertTheRatio(t *testing.T) {
	ratio := func(white, bme [2]int) float64 {
		o := organisation(func(o *model.Organisation) {
			o.Ensure(2024).Recruitment = []model.Recruitment{{
				Shortlisted: tally(white[1], bme[1], 0), Appointed: tally(white[0], bme[0], 0)}}
		})
		return figure(t, o, "2", 2024).Ratio.Value
	}
	for _, c := range [][2][2]int{{{144, 427}, {51, 371}}, {{1, 2}, {3, 4}}, {{7, 7}, {1, 900}}} {
		if got := ratio(c[0], c[1]) * ratio(c[1], c[0]); math.Abs(got-1) > 1e-12 {
			t.Errorf("%v: the two ratios multiply to %v", c, got)
		}
	}
}

func TestFourFifths(t *testing.T) {
	for _, c := range []struct {
		white, bme [2]int
		want       string
	}{
		{[2]int{4, 10}, [2]int{5, 10}, "inside"}, // 0.80 itself
		{[2]int{5, 10}, [2]int{4, 10}, "inside"}, // 1.25 itself
		{[2]int{399, 1000}, [2]int{5, 10}, "below"},
		{[2]int{501, 1000}, [2]int{4, 10}, "above"},
		{[2]int{1, 10}, [2]int{0, 10}, ""},
	} {
		o := organisation(func(o *model.Organisation) {
			o.Ensure(2024).Recruitment = []model.Recruitment{{
				Shortlisted: tally(c.white[1], c.bme[1], 0), Appointed: tally(c.white[0], c.bme[0], 0)}}
		})
		if got := figure(t, o, "2", 2024).FourFifths(); got != c.want {
			t.Errorf("%v against %v: %q, want %q", c.white, c.bme, got, c.want)
		}
	}
}

func TestWindow(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		for _, y := range []model.Year{2019, 2021, 2022, 2024} {
			o.Ensure(y).Workforce[model.Post{}] = tally(80, 20, 0)
		}
	})
	r := indicator.Compute(o)
	w := r.Window(2022, 3)
	if got := w.Years; !slices.Equal(got, []model.Year{2020, 2021, 2022}) {
		t.Errorf("years %v", got)
	}
	s := w.Indicator("1")
	if len(s.Figures) != 3 || s.Figures[0].State != model.NotSupplied {
		t.Errorf("figures %+v", s.Figures)
	}
	if len(s.Changes) != 1 || s.Changes[0].From != 2021 {
		t.Errorf("changes %+v", s.Changes)
	}
	if len(r.Years) != 6 {
		t.Errorf("the receiver has years %v", r.Years)
	}
}

func TestCatalogueIsComplete(t *testing.T) {
	seen := map[string]bool{}
	for _, ind := range indicator.Catalogue() {
		if seen[ind.ID] {
			t.Errorf("indicator %s stands twice", ind.ID)
		}
		seen[ind.ID] = true
		for what, s := range map[string]string{"title": ind.Title, "short title": ind.Short, "tab": ind.Tab, "short tab": ind.Abbr,
			"numerator": ind.Numerator, "denominator": ind.Denominator, "extract": ind.Extract, "people": ind.People, "help": ind.Help} {
			if s == "" {
				t.Errorf("indicator %s has no %s", ind.ID, what)
			}
		}
		if ind.Shape == indicator.Likelihood && (ind.Event == "" || ind.Happened == "" || ind.Compare == ind.Reference) {
			t.Errorf("indicator %s has no ratio", ind.ID)
		}
		if ind.Shape == indicator.Survey && ind.Happened == "" {
			t.Errorf("indicator %s has no finding", ind.ID)
		}
	}
	for _, id := range []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"} {
		if !seen[id] {
			t.Errorf("indicator %s of the standard is missing", id)
		}
	}
}

func TestRuns(t *testing.T) {
	for ids, want := range map[string]string{
		"": "", "1": "1", "1 2": "1, 2", "1 2 3": "1 to 3", "1 2 3 5 7 8 9 10": "1 to 3, 5, 7 to 10", "9 10 11 1a 1b 1c": "9 to 11, 1a, 1b, 1c", "3 2 1": "3, 2, 1",
	} {
		if got := strings.Join(indicator.Runs(strings.Fields(ids)), ", "); got != want {
			t.Errorf("runs of %q: %q, want %q", ids, got, want)
		}
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{words.Thousands(1863), "1,863"},
		{words.Thousands(0), "0"},
		{words.Thousands(999), "999"},
		{words.Thousands(1234567), "1,234,567"},
		{words.Thousands(-1234), "−1,234"},
		{words.Percent(0.0648, 1), "6.5%"},
		{words.Percent(1, 0), "100%"},
		{words.PointsNumber(-0.1131, 1), "−11.3"},
		{words.PointsNumber(0.0117, 1), "1.2"},
		{words.PointsNumber(-0.0001, 1), "0.0"},
		{words.PointsNumber((0.0556-0.0648)-(0.0402-0.1019), 1), "5.3"},
		{words.PointsNumber((0.0402-0.1019)-(0.0556-0.0648), 1), "−5.3"},
		{words.Percent(0.125, 0), "13%"},
		{words.RatioText(2.4532), "2.45"},
		{words.RatioText(0), "0.00"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func BenchmarkCompute10Years(b *testing.B) {
	o := organisation(func(o *model.Organisation) {
		for y := model.Year(2015); y < 2025; y++ {
			ret := o.Ensure(y)
			for _, c := range model.StaffCategories() {
				for _, band := range model.Bands() {
					if band.Medical() == (c == model.MedicalAndDental) {
						ret.Workforce[model.Post{Category: c, Band: band}] = tally(100, 30, 5)
					}
				}
			}
			ret.Recruitment = []model.Recruitment{{Shortlisted: tally(427, 371, 22), Appointed: tally(144, 51, 3)}}
			ret.Board[model.Seat{Voting: model.Yes, Executive: model.No}] = tally(10, 1, 0)
		}
	})
	b.ReportAllocs()
	for b.Loop() {
		indicator.Compute(o)
	}
}
