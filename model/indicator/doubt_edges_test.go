package indicator_test

import (
	"strings"
	"testing"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
)

// Where there are two bands each is the rest of the other, so that what is said of
// one is said of both.
func TestTwoBandsAgree(t *testing.T) {
	for name, c := range map[string]struct {
		first, second [2]int // BME and other staff
		want          [2]judge.Verdict
	}{
		// The second band would have less than 1 other, and the mid-P is not below 0.05.
		"few who are not BME":     {[2]int{290, 10}, [2]int{9, 2}, [2]judge.Verdict{judge.TooFew, judge.TooFew}},
		"few BME in the rest":     {[2]int{80, 920}, [2]int{1, 50}, [2]judge.Verdict{judge.TooFew, judge.TooFew}},
		"none where 5 would be":   {[2]int{90, 910}, [2]int{0, 55}, [2]judge.Verdict{judge.Higher, judge.Lower}},
		"enough, and clear":       {[2]int{60, 140}, [2]int{10, 190}, [2]judge.Verdict{judge.Higher, judge.Lower}},
		"none, though many would": {[2]int{90, 310}, [2]int{0, 60}, [2]judge.Verdict{judge.Higher, judge.Lower}},
	} {
		f := figure(t, bands(model.Clinical, map[model.Band][2]int{model.Band5: c.first, model.Band6: c.second}), "1", 2024)
		for i, row := range f.Bands {
			if row.Verdict != c.want[i] {
				t.Errorf("%s: band %s is %q (adjusted p %v), want %q", name, row.Band, row.Verdict, *row.AdjustedP, c.want[i])
			}
		}
	}
}

// What is said of a comparison without a test agrees with its numbers, in the
// sentence and in the warning.
func TestNotTestableSaysWhy(t *testing.T) {
	board := func(white, bme int) *model.Organisation {
		return organisation(func(o *model.Organisation) {
			ret := o.Ensure(2024)
			ret.Workforce[model.Post{}] = tally(10*white, 10*bme, 0)
			ret.Board[model.Seat{}] = tally(white, bme, 0)
		})
	}
	all, none := model.SurveyAnswer{Share: 1, Respondents: 80}, model.SurveyAnswer{Respondents: 80}
	recruited := func(events int) *model.Organisation {
		return withRecruitment(map[model.Year][2]model.Tally{2024: {tally(50, 50, 0), tally(events, events, 0)}})
	}
	for _, c := range []struct {
		id        string
		o         *model.Organisation
		said      string
		cautioned string
	}{
		{"2", recruited(0), "It cannot be tested.", "not testable: no applicants of either group were appointed from shortlisting"},
		{"2", recruited(50), "It cannot be tested: all applicants of both groups were appointed from shortlisting.", "not testable: all applicants of both groups were appointed from shortlisting"},
		{"5", survey(model.Tally{}, all, all), "It cannot be tested: all respondents gave this answer.", "not testable: all respondents gave the same answer"},
		{"5", survey(model.Tally{}, none, none), "It cannot be tested: no respondents gave this answer.", "not testable: all respondents gave the same answer"},
		{"9", board(0, 12), "It cannot be tested: all staff and board members are BME.", ""},
		{"9", organisation(func(o *model.Organisation) {
			o.Ensure(2024).Workforce[model.Post{}] = tally(100, 0, 0)
			o.Ensure(2024).Board[model.Seat{}] = tally(9, 1, 0)
		}), "It cannot be tested: no lot drawn from the workforce could give this board.", ""},
		{"9", board(12, 0), "It cannot be tested: no staff or board members are BME.", ""},
	} {
		s := indicator.Compute(c.o).Indicator(c.id)
		f := s.Figure(2024)
		if said := words.For(c.o.Settings).Doubt(s, f); said != c.said {
			t.Errorf("%s: %q, want %q", c.id, said, c.said)
		}
		if c.cautioned != "" {
			warned(t, c.id, f, c.cautioned)
		}
	}
	warned(t, "2", figure(t, withRecruitment(map[model.Year][2]model.Tally{2024: {tally(50, 50, 0), tally(9, 0, 0)}}), "2", 2024),
		"no BME applicants were appointed from shortlisting (0 of 50)")
}

// Where the whole staff would be too few, no number of answers says that there is no
// difference; and the respondents of one group are not those of both.
func TestSurveyOfFewStaff(t *testing.T) {
	for _, c := range []struct {
		name       string
		staff      model.Tally
		white, bme model.SurveyAnswer
		verdict    judge.Verdict
		said       string
		cautioned  string
	}{
		{"few staff", tally(13, 16, 0), model.SurveyAnswer{Share: 0.1}, model.SurveyAnswer{Share: 0.162}, judge.TooFew,
			"There are too few to judge.", "too few to judge, even if every member of staff had responded"},
		{"no events", tally(100, 100, 0), model.SurveyAnswer{}, model.SurveyAnswer{}, judge.NotTestable,
			"It cannot be tested: no respondents gave this answer.", "not testable: all respondents gave the same answer"},
		{"one group's respondents", tally(1000, 300, 0), model.SurveyAnswer{Share: 0.1, Respondents: 200}, model.SurveyAnswer{Share: 0.3}, judge.NoVerdict,
			"", "the number of BME respondents is not given, so the gap has no confidence interval and no test"},
	} {
		o := survey(c.staff, c.white, c.bme)
		s := indicator.Compute(o).Indicator("5")
		f := s.Figure(2024)
		if said := words.For(o.Settings).Doubt(s, f); f.Verdict != c.verdict || said != c.said || f.LeastResponse != 0 {
			t.Errorf("%s: %q, %q, least response %d; want %q, %q, 0", c.name, f.Verdict, said, f.LeastResponse, c.verdict, c.said)
		}
		warned(t, "5", f, c.cautioned)
	}
}

// One event is one event.
func TestParityOfOne(t *testing.T) {
	o := withRecruitment(map[model.Year][2]model.Tally{2024: {tally(100, 2, 0), tally(100, 1, 0)}})
	o.Settings.Thresholds.FewEvents = 1
	s := indicator.Compute(o).Indicator("2")
	if said := words.For(o.Settings).ParitySentence(s.Indicator, s.Figure(2024)); said != "At parity, 1 of the 100 appointments of White applicants would have gone to BME applicants (or there would have been 1 more appointment of BME applicants)." {
		t.Errorf("%q", said)
	}
}

// A ratio that is undefined leaves two rates, which are said, and the finding with
// them.
func TestUndefinedRatioIsSaidByItsCounts(t *testing.T) {
	o := withRecruitment(map[model.Year][2]model.Tally{2024: {tally(100, 50, 0), tally(5, 0, 0)}})
	r := indicator.Compute(o)
	s := r.Indicator("2")
	want := "5 of 100 White applicants (5.0%) and no BME applicants (0 of 50) were appointed from shortlisting, so there is no ratio."
	w := words.For(o.Settings)
	if said := w.Sentence(s.Indicator, s.Figure(2024)); said != want {
		t.Errorf("%q, want %q", said, want)
	}
	if all := findings.Sentences(findings.In(findings.Of(r, 2024, nil), findings.CannotTell)); len(all) != 1 || all[0] != "Indicator 2: "+want+" There are too few to judge." {
		t.Errorf("findings %q", all)
	}
}

// A band of which every row was refused is not shown, and the rest of the others is
// not known for it all the same: nothing is said of the bands and clusters of its
// category, and what is said of another category stays.
func TestRefusedBandLeavesNoRest(t *testing.T) {
	o := bands(model.Clinical, map[model.Band][2]int{model.Band2: {120, 280}, model.Band5: {80, 420}, model.Band7: {40, 460}})
	ret := o.Ensure(2024)
	ret.Workforce[model.Post{Category: model.NonClinical, Band: model.Band2}] = tally(140, 60, 0)
	ret.Workforce[model.Post{Category: model.NonClinical, Band: model.Band5}] = tally(190, 10, 0)
	var bme model.GroupSet
	bme[model.BME] = true
	refused := ret.Refuse("1", "workforce")
	refused.Rows = 1
	refused.Posts[model.Post{Category: model.Clinical, Band: model.Band6}] = bme
	f := figure(t, o, "1", 2024)
	for _, row := range append(append([]indicator.BandRow(nil), f.Bands...), f.Clusters...) {
		tested := row.P != nil || row.AdjustedP != nil || row.Verdict != judge.NoVerdict
		if want := row.Category == model.NonClinical; tested != want {
			t.Errorf("%s %s, cluster %d: tested %v (%q), want %v", row.Category, row.Band, row.Cluster, tested, row.Verdict, want)
		}
	}
}

// The bands 8c and above are not summed without the one that was refused.
func TestRefusedBandIsNotSenior(t *testing.T) {
	o := bands(model.Clinical, map[model.Band][2]int{model.Band5: {120, 280}, model.Band8c: {4, 36}})
	var bme model.GroupSet
	bme[model.BME] = true
	refused := o.Ensure(2024).Refuse("1", "workforce")
	refused.Posts[model.Post{Category: model.Clinical, Band: model.Band6}] = bme
	if f := figure(t, o, "1", 2024); len(f.Senior) != 1 {
		t.Errorf("band 6 is not of them: %+v", f.Senior)
	}
	refused.Posts[model.Post{Category: model.Clinical, Band: model.Band8d}] = bme
	if f := figure(t, o, "1", 2024); len(f.Senior) != 0 {
		t.Errorf("band 8d is missing: %+v", f.Senior)
	}
}

func TestOneWithoutABand(t *testing.T) {
	for n, want := range map[int]string{
		1:    "1 member of staff has no pay band, and is counted overall and in no band",
		1200: "1,200 staff have no pay band, and are counted overall and in no band",
	} {
		o := bands(model.Clinical, map[model.Band][2]int{model.Band5: {120, 280}})
		o.Ensure(2024).Workforce[model.Post{Category: model.Clinical}] = tally(n, 0, 0)
		warned(t, "1", figure(t, o, "1", 2024), want)
	}
}

// The interval beside a gap is one of the difference, and the test another way of
// asking: what is called clear, both find, and where only the interval does it is said.
func TestGapAndTestAgree(t *testing.T) {
	answered := survey(model.Tally{}, model.SurveyAnswer{Share: 1, Respondents: 518}, model.SurveyAnswer{Share: 0.9846, Respondents: 454})
	answered.Settings.Level, answered.Settings.Thresholds.FewEvents = 0.995, 1
	f := figure(t, answered, "5", 2024)
	if i := f.Difference.Interval; f.Test.P >= 0.005 || f.Test.MidP >= 0.005 || i.Upper < 0 {
		t.Fatalf("not the case that is meant: %+v, %+v", f.Test, i)
	}
	if f.Verdict != judge.NoClear {
		t.Errorf("%q, with an interval that holds 0", f.Verdict)
	}

	// The chi-squared test alone would find it, and so does Koopman's interval.
	o := withRecruitment(map[model.Year][2]model.Tally{2024: {tally(10, 11, 0), tally(7, 11, 0)}})
	o.Settings.Thresholds.FewEvents = 1
	s := indicator.Compute(o).Indicator("2")
	want := "There is no significant difference: the confidence interval leaves out 1, but the test for small numbers finds none."
	if said := words.For(o.Settings).Doubt(s, s.Figure(2024)); said != want {
		t.Errorf("%q, want %q", said, want)
	}
}

// What a refused count takes the rest from: a part of another band from nothing, a
// band without a cluster from the bands, a count without a band from all.
func TestRefusedCountsAndTheirFamilies(t *testing.T) {
	for _, c := range []struct {
		refused         model.Band
		bands, clusters bool // tested
	}{
		{model.SeniorMedicalManager, true, true},
		{model.OtherMedical, false, true},
		{model.TraineeGrade, false, false},
		{model.AnyBand, false, false},
	} {
		o := bands(model.MedicalAndDental, map[model.Band][2]int{model.Consultant: {80, 220}, model.NonConsultantCareerGrade: {90, 110}})
		var bme model.GroupSet
		bme[model.BME] = true
		o.Ensure(2024).Refuse("1", "workforce").Posts[model.Post{Category: model.MedicalAndDental, Band: c.refused}] = bme
		f := figure(t, o, "1", 2024)
		if got := f.Bands[0].P != nil; got != c.bands {
			t.Errorf("%q refused: bands tested %v, want %v", c.refused, got, c.bands)
		}
		if got := f.Clusters[0].P != nil; got != c.clusters {
			t.Errorf("%q refused: clusters tested %v, want %v", c.refused, got, c.clusters)
		}
	}
}

// Where an expected count is small and the chi-squared test finds nothing either, it
// is not the test for small numbers that decides.
func TestIntervalAloneInASmallTable(t *testing.T) {
	o := survey(model.Tally{}, model.SurveyAnswer{Share: 0.3571, Respondents: 14}, model.SurveyAnswer{Share: 0.8333, Respondents: 6})
	o.Settings.Thresholds.FewEvents, o.Settings.Disclosure.SurveyRespondents = 1, 1
	f := figure(t, o, "5", 2024)
	if i := f.Difference.Interval; f.Test.Method != stats.TestPearsonAndMidP || f.Test.P < 0.05 || i.Lower <= 0 || f.Verdict != judge.NoClear {
		t.Fatalf("not the case that is meant: %q, %+v, %+v", f.Verdict, f.Test, i)
	}
	want := "There is no significant difference: the confidence interval leaves out 0, but the test finds none"
	if said := words.For(o.Settings).Doubt(indicator.Compute(o).Indicator("5"), f); !strings.HasPrefix(said, want) {
		t.Errorf("%q, want %q", said, want)
	}
}

// A cluster in which one band alone has staff is that band, and has no other verdict.
func TestClusterOfOneBandIsThatBand(t *testing.T) {
	o := bands(model.Clinical, map[model.Band][2]int{model.Band3: {60, 140}, model.Band5: {50, 150}, model.Band6: {52, 150}, model.Band8a: {27, 173}, model.Band8c: {40, 160}})
	f := figure(t, o, "1", 2024)
	one := 0
	for _, cluster := range f.Clusters {
		for _, row := range f.Bands {
			if row.Total == cluster.Total && o.Settings.Clusters[row.Band] == cluster.Cluster {
				if one++; row.Verdict != cluster.Verdict || *row.AdjustedP != *cluster.AdjustedP {
					t.Errorf("band %s is %q, and the cluster of it %q", row.Band, row.Verdict, cluster.Verdict)
				}
			}
		}
	}
	if one != 3 {
		t.Errorf("%d clusters of one band", one)
	}
}
