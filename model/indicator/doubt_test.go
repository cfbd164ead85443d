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
	"wres/model/words/methods"
)

// withRecruitment is an organisation with recruitment in some years: White, BME and
// unknown shortlisted, then appointed.
func withRecruitment(years map[model.Year][2]model.Tally) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for y, c := range years {
			o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: c[0], Appointed: c[1]}}
		}
	})
}

func publishedRecruitment() *model.Organisation {
	return withRecruitment(map[model.Year][2]model.Tally{
		2022: {tally(835, 409, 35), tally(226, 69, 9)},
		2023: {tally(1052, 504, 69), tally(355, 90, 34)},
		2024: {tally(427, 371, 22), tally(144, 51, 3)},
	})
}

// within compares an interval with limits known to four decimals.
func within(t *testing.T, what string, e *stats.Estimate, lower, upper float64, method string) {
	t.Helper()
	if e == nil || e.Interval == nil {
		t.Errorf("%s has no interval", what)
		return
	}
	i := e.Interval
	if math.Abs(i.Lower-lower) > 5e-5 || math.Abs(i.Upper-upper) > 5e-5 || i.NoUpper || i.Method != method {
		t.Errorf("%s: %.4f to %.4f by %s, want %.4f to %.4f by %s", what, i.Lower, i.Upper, i.Method, lower, upper, method)
	}
}

// The limits are those of R's packages for the same counts, as in
// testdata/reference.
func TestDoubtOfThePublishedReport(t *testing.T) {
	o := publishedRecruitment()
	s := indicator.Compute(o).Indicator("2")
	f := s.Figure(2024)
	within(t, "ratio", f.Ratio, 1.8479, 3.2766, "koopman")
	within(t, "difference", f.Difference, -0.2555, -0.1417, "newcombe")
	within(t, "BME rate", f.Groups[model.BME].Rate, 0.1061, 0.1762, "wilson")
	within(t, "change to 2023", s.Changes[0].Value, 0.8573, 1.6183, stats.MethodRatioOfRatios)
	if f.Verdict != judge.Higher || f.FourFifths() != "above" || f.Test == nil || f.Test.P > 1e-9 || f.Test.Method != "pearson" {
		t.Errorf("verdict %q, four fifths %q, test %+v", f.Verdict, f.FourFifths(), f.Test)
	}
	if f.Parity == nil || *f.Parity != (indicator.Parity{Extra: 75, Moved: 40}) {
		t.Errorf("parity %+v, want 75 and 40", f.Parity)
	}
	if f.Detectable != nil {
		t.Errorf("a clear difference has a detectable ratio %v", *f.Detectable)
	}
	if p := s.Changes[0].P; p == nil || math.Abs(*p-0.31241) > 5e-6 || s.Changes[0].Verdict.Clear() {
		t.Errorf("change to 2023: %+v", s.Changes[0])
	}
	w := words.For(o.Settings)
	for what, pair := range map[string][2]string{
		"doubt":        {w.Doubt(s, f), "The difference is statistically significant in each year from 2022 to 2024. In 2023 the ratio was 1.89: no significant change."},
		"words":        {w.InWords(s, f), "White applicants more likely"},
		"four fifths":  {words.FourFifthsSentence(f), "2.45 lies outside the range of 0.80 to 1.25 that national reports call non-adverse, and so does its confidence interval."},
		"parity":       {w.ParitySentence(s.Indicator, f), "At parity, 40 of the 144 appointments of White applicants would have gone to BME applicants (or there would have been 75 more appointments of BME applicants)."},
		"first year":   {w.Doubt(s, s.Figure(2022)), "The difference is statistically significant."},
		"2022, fourth": {words.FourFifthsSentence(s.Figure(2022)), "1.60 lies outside the range of 0.80 to 1.25 that national reports call non-adverse, and so does its confidence interval."},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s:\n%s\nwant\n%s", what, pair[0], pair[1])
		}
	}
}

func TestVerdicts(t *testing.T) {
	for _, c := range []struct {
		name        string
		white, bme  [2]int // appointed of shortlisted
		want        judge.Verdict
		testedWith  string
		detects     bool
		saidOfDoubt string
	}{
		{"clear", [2]int{144, 427}, [2]int{51, 371}, judge.Higher, "pearson", false, "The difference is statistically significant."},
		{"clear the other way", [2]int{51, 371}, [2]int{144, 427}, judge.Lower, "pearson", false, "The difference is statistically significant."},
		{"not clear", [2]int{30, 100}, [2]int{24, 100}, judge.NoClear, "pearson", true, "There is no significant difference: ratios from 0.79 to 1.98 fit these counts."},
		{"a group without events", [2]int{0, 371}, [2]int{144, 427}, judge.Lower, "pearson", false, "The difference is statistically significant."},
		{"few events seen where many would be", [2]int{4, 1443}, [2]int{40, 380}, judge.Lower, "pearson", false, "The difference is statistically significant."},
		{"few events, and clear", [2]int{0, 1443}, [2]int{4, 380}, judge.Lower, "pearson and mid-p", false, "The difference is statistically significant."},
		{"few events to be expected", [2]int{1, 110}, [2]int{0, 14}, judge.TooFew, "pearson and mid-p", false, "There are too few to judge."},
		{"few without an event", [2]int{109, 110}, [2]int{14, 14}, judge.TooFew, "pearson and mid-p", false, "There are too few to judge."},
		{"nobody in a group", [2]int{0, 0}, [2]int{10, 40}, judge.NotTestable, "", false, "It cannot be tested: there are no White applicants."},
		{"no events", [2]int{0, 100}, [2]int{0, 100}, judge.NotTestable, "", false, "It cannot be tested."},
		{"only events", [2]int{50, 50}, [2]int{20, 20}, judge.NotTestable, "", false, "It cannot be tested: all applicants of both groups were appointed from shortlisting."},
		// Here the chi-squared test alone would find a difference: p = 0.0497 and 0.0902.
		{"the mid-P test does not agree", [2]int{7, 10}, [2]int{11, 11}, judge.TooFew, "pearson and mid-p", false, "There are too few to judge."},
	} {
		o := withRecruitment(map[model.Year][2]model.Tally{2024: {tally(c.white[1], c.bme[1], 0), tally(c.white[0], c.bme[0], 0)}})
		s := indicator.Compute(o).Indicator("2")
		f := s.Figure(2024)
		method := ""
		if f.Test != nil {
			method = f.Test.Method
		}
		if f.Verdict != c.want || method != c.testedWith || (f.Detectable != nil) != c.detects {
			t.Errorf("%s: %q by %q (%+v), detectable %v; want %q by %q", c.name, f.Verdict, method, f.Test, f.Detectable, c.want, c.testedWith)
		}
		if said := words.For(o.Settings).Doubt(s, f); !strings.HasPrefix(said, c.saidOfDoubt) {
			t.Errorf("%s: %q, want %q", c.name, said, c.saidOfDoubt)
		}
	}
}

// At every level interval, test and verdict say the same.
func TestVerdictFollowsTheLevel(t *testing.T) {
	for _, level := range []float64{0.5, 0.8, 0.9, 0.95, 0.99, 0.999} {
		for bme := 20; bme <= 80; bme++ {
			o := withRecruitment(map[model.Year][2]model.Tally{2024: {tally(200, 200, 0), tally(50, bme, 0)}})
			o.Settings.Level = level
			f := figure(t, o, "2", 2024)
			excludes := f.Ratio.Interval.Lower > 1 || f.Ratio.Interval.Upper < 1
			if f.Verdict.Clear() != excludes || f.Ratio.Interval.Level != level {
				t.Errorf("50 and %d of 200 at %v: %q, interval %+v, p %v", bme, level, f.Verdict, *f.Ratio.Interval, f.Test.P)
			}
		}
	}
}

func TestFewEventsIsASetting(t *testing.T) {
	for few, want := range map[int]judge.Verdict{0: judge.NoClear, 2: judge.NoClear, 3: judge.TooFew, 5: judge.TooFew} {
		o := withRecruitment(map[model.Year][2]model.Tally{2024: {tally(100, 50, 0), tally(4, 3, 0)}}) // 2.3 expected
		o.Settings.Thresholds.FewEvents = few
		if f := figure(t, o, "2", 2024); f.Verdict != want {
			t.Errorf("fewer than %d: %q, want %q", few, f.Verdict, want)
		}
	}
}

// People of unknown ethnicity could turn a small gap round, and not a large one.
func TestUnknownsAreBounded(t *testing.T) {
	o := withRecruitment(map[model.Year][2]model.Tally{
		2023: {tally(400, 380, 60), tally(100, 90, 30)},
		2024: {tally(427, 371, 22), tally(144, 51, 3)},
	})
	warnings := func(y model.Year) string { return strings.Join(said("2", figure(t, o, "2", y)), "; ") }
	if said := warnings(2023); !strings.Contains(said, "the ethnicity of 60 people is not known: if it were, the ratio would be somewhere between 0.") {
		t.Errorf("2023: %q", said)
	}
	if said := warnings(2024); strings.Contains(said, "somewhere") {
		t.Errorf("2024: %q", said)
	}
	b := figure(t, o, "2", 2024).Unknowns
	// [144/(427+19)] / [54/374] and [147/430] / [51/390]
	if b == nil || b.NoUpper || math.Abs(b.Lower-144.0/446*374/54) > 1e-12 || math.Abs(b.Upper-147.0/430*390/51) > 1e-12 {
		t.Errorf("bounds %+v", b)
	}
}

func TestDisciplinaryHasNoParity(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Workforce[model.Post{}] = tally(1000, 500, 10)
		ret.Events["disciplinary"] = &model.Events{Count: tally(10, 50, 0)}
	})
	if f := figure(t, o, "3", 2024); f.Verdict != judge.Higher || f.Parity != nil {
		t.Errorf("%q, parity %+v: more White cases are nothing to wish for", f.Verdict, f.Parity)
	}
}

// bands is a workforce of one staff category, BME and other staff by band.
func bands(category model.StaffCategory, of map[model.Band][2]int) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for b, n := range of {
			o.Ensure(2024).Workforce[model.Post{Category: category, Band: b}] = tally(n[1], n[0], 0)
		}
	})
}

func TestBandsAgainstTheRest(t *testing.T) {
	o := bands(model.NonClinical, map[model.Band][2]int{
		model.Band2: {60, 140}, model.Band5: {50, 150}, model.Band8a: {10, 190}, // 8a is clearly lower
		model.Band8b: {0, 60},  // where some 10 would be expected
		model.Band8c: {3, 27},  // 6.2 would be expected, and it is not clear
		model.Band8d: {3, 17},  // 4.1 would be
		model.Band9:  {0, 9},   // fewer staff than a band needs
		model.VSM:    {41, 59}, // higher
	})
	f := figure(t, o, "1", 2024)
	want := map[model.Band]judge.Verdict{
		model.Band2: judge.Higher, model.Band5: judge.NoClear, model.Band8a: judge.Lower, model.Band8b: judge.Lower,
		model.Band8c: judge.NoClear, model.Band8d: judge.TooFew, model.Band9: judge.TooFew, model.VSM: judge.Higher,
	}
	var p []float64
	for _, row := range f.Bands {
		if row.Verdict != want[row.Band] {
			t.Errorf("%s: %q (p %v, adjusted %v), want %q", row.Band, row.Verdict, *row.P, *row.AdjustedP, want[row.Band])
		}
		p = append(p, *row.P)
	}
	for i, adjusted := range stats.Holm(p) {
		if *f.Bands[i].AdjustedP != adjusted {
			t.Errorf("%s: adjusted %v, want %v of the whole family", f.Bands[i].Band, *f.Bands[i].AdjustedP, adjusted)
		}
	}
	// (60 - 200 x 167/819) / sqrt(200 x 167/819 x (1-167/819) x (1-200/819))
	e := 200.0 * 167 / 819
	if r := (60 - e) / math.Sqrt(e*(1-167.0/819)*(1-200.0/819)); math.Abs(*f.Bands[0].Residual-r) > 1e-9 {
		t.Errorf("residual %v, want %v", *f.Bands[0].Residual, r)
	}
	said := words.For(o.Settings).Doubt(indicator.Compute(o).Indicator("1"), f)
	if want := "Against the rest of non-clinical staff the share of BME staff is significantly lower in bands 8a and 8b and higher in band 2 and VSM."; said != want {
		t.Errorf("%s\nwant\n%s", said, want)
	}
	if s := f.Senior; len(s) != 1 || *s[0].Counts[model.BME] != 47 || s[0].Total != 159 || s[0].Share.Interval == nil {
		t.Errorf("bands 8c and above: %+v", s)
	}
}

// A band that is a part of another is in no family, and neither is a category with
// a count that is not known.
func TestBandsWithoutAFamily(t *testing.T) {
	o := bands(model.MedicalAndDental, map[model.Band][2]int{
		model.Consultant: {20, 30}, model.SeniorMedicalManager: {2, 10}, model.TraineeGrade: {30, 20},
	})
	for _, row := range figure(t, o, "1", 2024).Bands {
		if part := row.Band == model.SeniorMedicalManager; part != (row.P == nil) || part != (row.Verdict == judge.NoVerdict) {
			t.Errorf("%s: p %v, verdict %q", row.Band, row.P, row.Verdict)
		}
	}
	one := bands(model.NonClinical, map[model.Band][2]int{model.Band5: {20, 30}})
	if row := figure(t, one, "1", 2024).Bands[0]; row.P != nil || row.Verdict != judge.NotTestable {
		t.Errorf("a band without a rest: p %v, verdict %q", row.P, row.Verdict)
	}
}

func survey(staff model.Tally, white, bme model.SurveyAnswer) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		if !staff.Empty() {
			ret.Workforce[model.Post{}] = staff
		}
		ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.WhiteGroup}] = white
		ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.BMEGroup}] = bme
	})
}

func TestSurveyWithRespondents(t *testing.T) {
	o := survey(model.Tally{}, model.SurveyAnswer{Share: 0.0648, Respondents: 900}, model.SurveyAnswer{Share: 0.135, Respondents: 200})
	s := indicator.Compute(o).Indicator("5")
	f := s.Figure(2024)
	all, err := stats.Compare(stats.Count{Events: 27, AtRisk: 200}, stats.Count{Events: 58, AtRisk: 900}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	if f.Test == nil || *f.Test != *all.Test || f.Verdict != judge.Higher || *f.Difference.Interval != *all.Difference.Interval {
		t.Errorf("test %+v, verdict %q, interval %+v", f.Test, f.Verdict, f.Difference.Interval)
	}
	if math.Abs(f.Difference.Value-0.0702) > 1e-12 { // of the printed shares
		t.Errorf("gap %v", f.Difference.Value)
	}
	if f.Groups[model.BME].Rate.Interval == nil || f.LeastResponse != 0 {
		t.Errorf("rate %+v, least response %d", f.Groups[model.BME].Rate, f.LeastResponse)
	}
}

// What is not clear leaves open how large it is, in the unit of the figure: a ratio's
// ratios, and a gap's points. What could have been found is a ratio's alone.
func TestWhatFitsTheCounts(t *testing.T) {
	answered := survey(model.Tally{}, model.SurveyAnswer{Share: 0.12, Respondents: 900}, model.SurveyAnswer{Share: 0.135, Respondents: 200})
	open := withRecruitment(map[model.Year][2]model.Tally{2024: {tally(100, 100, 0), tally(30, 24, 0)}})
	for _, c := range []struct {
		id       string
		o        *model.Organisation
		sentence string
		doubt    string
	}{
		{"5", answered, "13.5% of BME respondents and 12.0% of White respondents said they had experienced harassment, bullying or abuse from patients, relatives or the public in the last 12 months: " +
			"a gap of 1.5 percentage points, higher among BME respondents.",
			"There is no significant difference: gaps from 3.2 percentage points lower to 7.3 higher among BME respondents fit these answers."},
		{"2", open, "White applicants were 1.25 times as likely to be appointed from shortlisting as BME applicants: 30 of 100 (30.0%) against 24 of 100 (24.0%).",
			"There is no significant difference: ratios from 0.79 to 1.98 fit these counts."},
	} {
		s := indicator.Compute(c.o).Indicator(c.id)
		f, w := s.Figure(2024), words.For(c.o.Settings)
		if said, doubt := w.Sentence(s.Indicator, f), w.Doubt(s, f); said != c.sentence || doubt != c.doubt {
			t.Errorf("%s %s\nwant\n%s %s", said, doubt, c.sentence, c.doubt)
		}
		if ratio := c.id == "2"; (f.Detectable != nil) != ratio {
			t.Errorf("indicator %s: detectable %v", c.id, f.Detectable)
		}
	}
}

// Without respondents the staff are the most that can have answered.
func TestSurveyWithoutRespondents(t *testing.T) {
	gap := func(staff model.Tally, white, bme float64) *indicator.Figure {
		return figure(t, survey(staff, model.SurveyAnswer{Share: white}, model.SurveyAnswer{Share: bme}), "5", 2024)
	}
	f := gap(tally(1443, 380, 40), 0.6239, 0.4884)
	if f.Verdict != judge.NoVerdict || f.LeastResponse < 2 || f.LeastResponse > 100 {
		t.Fatalf("verdict %q, least response %d", f.Verdict, f.LeastResponse)
	}
	clear := func(percent int) bool {
		at := func(share float64, n int) stats.Count {
			return stats.Count{Events: int(math.Round(share * float64(n*percent/100))), AtRisk: n * percent / 100}
		}
		_, verdict := judge.For(model.DefaultSettings()).Shares(at(0.4884, 380), at(0.6239, 1443))
		return verdict.Clear()
	}
	if !clear(f.LeastResponse) || clear(f.LeastResponse-1) {
		t.Errorf("%d%% is not the least response that is clear", f.LeastResponse)
	}
	if f := gap(tally(1443, 380, 40), 0.0648, 0.0556); f.Verdict != judge.NoClear || f.LeastResponse <= 100 {
		t.Errorf("a gap that no response makes clear: %q, %d", f.Verdict, f.LeastResponse)
	}
	if f := gap(model.Tally{}, 0.6239, 0.4884); f.Verdict != judge.NoVerdict || f.LeastResponse != 0 {
		t.Errorf("without a workforce: %q, %d", f.Verdict, f.LeastResponse)
	}
}

func TestBoardDoubt(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		for y, bme := range map[model.Year]int{2023: 0, 2024: 1} {
			o.Ensure(y).Workforce[model.Post{}] = tally(1443, 380, 40)
			o.Ensure(y).Board[model.Seat{Voting: model.Yes}] = tally(10, bme, 0)
		}
	})
	s := indicator.Compute(o).Indicator("9")
	f := s.Figure(2024)
	within(t, "difference", f.BoardRow(indicator.WholeBoard).Difference, -0.1901, 0.1739, "newcombe")
	if f.Verdict != judge.TooFew {
		t.Errorf("verdict %q", f.Verdict)
	}
	c := s.Changes[0]
	then, now := s.Figure(2023).Headline(s.Indicator), f.Headline(s.Indicator)
	lower := c.Value.Value - math.Hypot(now.Value-now.Interval.Lower, then.Interval.Upper-then.Value)
	upper := c.Value.Value + math.Hypot(now.Interval.Upper-now.Value, then.Value-then.Interval.Lower)
	within(t, "change", c.Value, lower, upper, "square-and-add of newcombe")
	if !c.SamePeople || c.Verdict.Clear() {
		t.Errorf("change %+v", c)
	}
}

// The change of a share is the difference of two shares, with its own interval.
func TestChangeOfAShare(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		o.Ensure(2023).Workforce[model.Post{}] = tally(1600, 250, 0)
		o.Ensure(2024).Workforce[model.Post{}] = tally(1443, 420, 0)
	})
	c := indicator.Compute(o).Indicator("1").Changes[0]
	want, err := stats.Newcombe(stats.Count{Events: 420, AtRisk: 1863}, stats.Count{Events: 250, AtRisk: 1850}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	if c.Value == nil || c.Value.Interval == nil || *c.Value.Interval != want || !c.Verdict.Clear() || !c.SamePeople {
		t.Errorf("change %+v, want the interval %+v", c, want)
	}
}

// Everything that a result names as its method can be explained.
func TestEveryMethodIsExplained(t *testing.T) {
	seen := map[string]bool{}
	explain := func(id string) {
		if _, ok := methods.Named(id); !ok {
			t.Errorf("the table of methods lacks %q", id)
		}
		seen[id] = true
	}
	for _, id := range []string{
		stats.MethodWilson, stats.MethodKoopman, stats.MethodKatz, stats.MethodNewcombe, stats.MethodWoolf, stats.MethodRatioOfRatios,
		stats.TestPearson, stats.TestPearsonAndMidP, "square-and-add of newcombe", "rest", "holm", "power", "bounds", "four-fifths", "fisher", "trend", stats.MethodGreenlandRobins,
	} {
		explain(id)
	}
	for _, m := range methods.All() {
		if !seen[m.ID] {
			t.Errorf("nothing uses the method %q", m.ID)
		}
		if m.Name == "" || m.For == "" || m.Formula == "" || m.Why == "" || m.Source == "" {
			t.Errorf("%s is not explained in full: %+v", m.ID, m)
		}
	}
}

func TestTraceOfARatio(t *testing.T) {
	o := publishedRecruitment()
	s := indicator.Compute(o).Indicator("2")
	var all []string
	for _, step := range words.Trace(words.For(o.Settings), s, s.Figure(2024)) {
		all = append(all, step.Label+": "+strings.Join(step.Lines, " "))
	}
	text := strings.Join(all, "\n")
	for _, want := range []string{
		"Formula: relative likelihood = (144 / 427) / (51 / 371) = 0.33724 / 0.13747 = 2.45323",
		"White: 144 of 427, 33.7% (95% confidence interval 29.4% to 38.3%).",
		"Interval: Koopman score interval", "Source: Koopman 1984", "Interval: Wilson score interval",
		"Test: Pearson's test p < 0.0001; mid-P p < 0.0001; Fisher's exact test p < 0.0001.",
		"Verdict: Higher, by these rules:", "From 2023 to 2024: 1.89 → 2.45, a ratio of 1.30 (95% confidence interval 0.91 to 1.85), p = 0.148.",
		"If their ethnicity were known, the ratio would be somewhere between 2.24 and 2.61.", "Everybody is counted, so an interval is the range of underlying rates",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the trace does not say %q:\n%s", want, text)
		}
	}
}

// A trace can be made of every figure, also where nothing is there to trace.
func TestTraceOfEveryFigure(t *testing.T) {
	o := publishedRecruitment()
	o.Ensure(2023).Workforce[model.Post{Category: model.NonClinical, Band: model.Band5}] = tally(10, 3, 1)
	o.Ensure(2024).Board[model.Seat{}] = tally(5, 0, 0)
	o.Ensure(2024).Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: 0.1}
	o.Ensure(2024).Statuses["3"] = model.Status{State: model.Withheld, Reason: "few"}
	r, w := indicator.Compute(o), words.For(o.Settings)
	for i := range r.Series {
		s := &r.Series[i]
		for j := range s.Figures {
			steps := words.Trace(w, s, &s.Figures[j])
			if len(steps) == 0 || len(steps[0].Lines) == 0 || steps[0].Label != "Figure" {
				t.Errorf("%s in %s: %+v", s.Indicator.ID, s.Figures[j].Year, steps)
			}
		}
	}
}

func TestPText(t *testing.T) {
	for p, want := range map[float64]string{0.5: "p = 0.5", 0.04951: "p = 0.0495", 0.01234: "p = 0.0123", 0.0001: "p = 0.0001", 0.00009: "p < 0.0001", 1e-110: "p < 0.0001", 1: "p = 1"} {
		if got := words.PText(p); got != want {
			t.Errorf("%v: %q, want %q", p, got, want)
		}
	}
}

// A step is named for what it did: of a ratio a rise or fall, of a gap a narrowing
// or widening, and of what prints as none neither.
func TestStepsAreNamed(t *testing.T) {
	gaps := func(then, now [2]float64) string { // White and BME shares of 900 and 200
		o := organisation(func(o *model.Organisation) {
			for y, share := range map[model.Year][2]float64{2023: then, 2024: now} {
				ret := o.Ensure(y)
				ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: share[0], Respondents: 900}
				ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: share[1], Respondents: 200}
			}
		})
		s := indicator.Compute(o).Indicator("5")
		return words.For(o.Settings).InWords(s, s.Figure(2024))
	}
	for _, c := range []struct{ said, want string }{
		{gaps([2]float64{0.1, 0.4}, [2]float64{0.1, 0.15}), "higher among BME respondents; significant narrowing"},
		{gaps([2]float64{0.4, 0.1}, [2]float64{0.15, 0.1}), "no clear difference; significant narrowing"},
		{gaps([2]float64{0.1, 0.15}, [2]float64{0.1, 0.4}), "higher among BME respondents; significant widening"},
		{gaps([2]float64{0.1, 0.4}, [2]float64{0.4, 0.1}), "lower among BME respondents; significant change"},
		{gaps([2]float64{0.1, 0.4}, [2]float64{0.1, 0.4}), "higher among BME respondents"},
	} {
		if c.said != c.want {
			t.Errorf("%q, want %q", c.said, c.want)
		}
	}
}

// A step is judged where both of its years could be, and only there.
func TestStepsFromSmallYears(t *testing.T) {
	large, small := [2]model.Tally{tally(427, 371, 0), tally(144, 51, 0)}, [2]model.Tally{tally(110, 30, 0), tally(3, 1, 0)}
	for _, c := range []struct {
		then, now [2]model.Tally
		doubt     string
		words     string
	}{
		{small, large, "The difference is statistically significant. In 2023 the ratio was 0.82: too few to judge the change.", "White applicants more likely"},
		{large, small, "There are too few to judge.", "too few to judge"},
	} {
		o := withRecruitment(map[model.Year][2]model.Tally{2023: c.then, 2024: c.now})
		s := indicator.Compute(o).Indicator("2")
		w, f := words.For(o.Settings), s.Figure(2024)
		if step := s.Changes[0]; step.Value == nil || step.Value.Interval == nil || step.P != nil || step.Verdict != judge.TooFew {
			t.Errorf("%+v", step)
		}
		if w.Doubt(s, f) != c.doubt || w.InWords(s, f) != c.words {
			t.Errorf("%q, %q; want %q, %q", w.Doubt(s, f), w.InWords(s, f), c.doubt, c.words)
		}
	}
}
