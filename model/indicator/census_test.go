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

// boardYears is an organisation of which some years' staff and board members are
// counted, White and BME.
func boardYears(years map[model.Year][2][2]int) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for y, n := range years {
			o.Ensure(y).Workforce[model.Post{}] = tally(n[0][0], n[0][1], 0)
			o.Ensure(y).Board[model.Seat{}] = tally(n[1][0], n[1][1], -1)
		}
	})
}

// The staff and the board are all counted: what stands beside their shares is what they
// are made of, and no interval. Where the figure is explained there is one.
func TestNoIntervalBesideACensus(t *testing.T) {
	o := boardYears(map[model.Year][2][2]int{2023: {{114, 13}, {10, 1}}, 2024: {{116, 14}, {10, 1}}})
	r, w := indicator.Compute(o), words.For(o.Settings)
	for id, want := range map[string]string{
		"1": "Of all staff 10.8% are BME (14 of 130); the ethnicity of everybody is recorded. The share of all staff is up 0.5 percentage points on 2023 (13 of 127 to 14 of 130 staff). A change of this size is not evidence of a trend.",
		"9": "1 of 11 board members is BME (9.1%), 1.7 percentage points below the workforce (10.8%). Were 11 members drawn by lot from the workforce, 1 or none would be BME 66 times in 100. " +
			"One more BME member in place of another would make it 2 of 11 (18.2%). In 2023 it was 1 of 11 members too: the membership by group is the same, and only the workforce changed.",
	} {
		s := r.Indicator(id)
		f := s.Figure(2024)
		if said := w.Sentence(s.Indicator, f) + " " + w.Doubt(s, f); said != want {
			t.Errorf("%s\nwant\n%s", said, want)
		}
		if text := w.HeadlineInterval(s.Indicator, f); text != "" {
			t.Errorf("indicator %s: interval %s", id, text)
		}
		if head := f.Headline(s.Indicator); head.Interval == nil {
			t.Errorf("indicator %s keeps no interval", id)
		}
		var trace []string
		for _, step := range words.Trace(w, s, f) {
			trace = append(trace, step.Lines...)
		}
		if text := strings.Join(trace, " "); !strings.Contains(text, "95% confidence interval") {
			t.Errorf("indicator %s: the trace has no interval: %s", id, text)
		}
	}
}

// A change of a share of all staff is a fact, and whether it is a trend another matter.
func TestStepsOfACensus(t *testing.T) {
	for _, c := range []struct {
		then, now [2][2]int
		id, said  string
		words     string
	}{
		{[2][2]int{{1600, 250}, {9, 0}}, [2][2]int{{1443, 420}, {10, 2}}, "1",
			"The share of all staff is up 9.0 percentage points on 2023 (250 of 1,850 to 420 of 1,863 staff). A change of this size is evidence of a trend.", "rise since 2023, evidence of a trend"},
		{[2][2]int{{1443, 420}, {9, 0}}, [2][2]int{{1600, 250}, {10, 2}}, "1",
			"The share of all staff is down 9.0 percentage points on 2023 (420 of 1,863 to 250 of 1,850 staff). A change of this size is evidence of a trend.", "fall since 2023, evidence of a trend"},
		{[2][2]int{{160, 40}, {9, 0}}, [2][2]int{{160, 40}, {10, 2}}, "1",
			"The share of all staff is the same as in 2023 (40 of 200 staff in both years).", "no clear trend since 2023"},
		{[2][2]int{{20, 1}, {9, 0}}, [2][2]int{{19, 2}, {10, 2}}, "1",
			"The share of all staff is up 4.8 percentage points on 2023 (1 of 21 to 2 of 21 staff), too few to judge whether that is a trend.", ""},
		{[2][2]int{{1600, 250}, {9, 0}}, [2][2]int{{1443, 420}, {10, 2}}, "9",
			"In 2023 it was 0 of 9 members (0.0%), 13.5 percentage points below the workforce.", "too few to judge"},
	} {
		o := boardYears(map[model.Year][2][2]int{2023: c.then, 2024: c.now})
		s := indicator.Compute(o).Indicator(c.id)
		w, f := words.For(o.Settings), s.Figure(2024)
		if doubt := w.Doubt(s, f); !strings.HasSuffix(doubt, c.said) || w.InWords(s, f) != c.words {
			t.Errorf("%s; %q\nwant\n%s; %q", doubt, w.InWords(s, f), c.said, c.words)
		}
	}
}

// What a lot would give is the tail of the side on which the board lies.
func TestLot(t *testing.T) {
	for _, c := range []struct {
		board [2]int
		said  string
	}{
		{[2]int{11, 0}, "Were 11 members drawn by lot from the workforce, none would be BME 9 times in 100."},
		{[2]int{9, 3}, "Were 12 members drawn by lot from the workforce, 3 or more would be BME 44 times in 100."},
		{[2]int{0, 5}, "Were 5 members drawn by lot from the workforce, all 5 would be BME less than once in 1,000 times."},
		{[2]int{5, 5}, "Were 10 members drawn by lot from the workforce, 5 or more would be BME 3 times in 100."},
		{[2]int{30, 0}, "Were 30 members drawn by lot from the workforce, none would be BME 1 time in 1,000."},
	} {
		o := boardYears(map[model.Year][2][2]int{2024: {{1600, 400}, c.board}})
		s := indicator.Compute(o).Indicator("9")
		f := s.Figure(2024)
		if said := words.For(o.Settings).Doubt(s, f); !strings.Contains(said, c.said) {
			t.Errorf("%v: %s\nwant\n%s", c.board, said, c.said)
		}
		want, err := stats.DrawnFrom(stats.Count{Events: c.board[1], AtRisk: c.board[0] + c.board[1]}, stats.Count{Events: 400, AtRisk: 2000})
		if err != nil || f.Lot == nil || math.Abs(f.Lot.MidP-want.MidP) > 1e-12 {
			t.Errorf("%v: %+v, want %+v, %v", c.board, f.Lot, want, err)
		}
	}
	if v := figure(t, boardYears(map[model.Year][2][2]int{2024: {{1600, 400}, {30, 0}}}), "9", 2024).Verdict; v != judge.Lower {
		t.Errorf("30 members and none: %q", v)
	}
}

// Where the people of unknown ethnicity decide whether a band stands out, the share
// falls up the bands, or it moved, that cannot be told.
func TestUnknownDecides(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		for b, n := range map[model.Band][3]int{model.Band2: {461, 129, 8}, model.Band5: {627, 176, 12}, model.Band7: {298, 68, 6}, model.Band8c: {57, 7, 14}} {
			ret.Workforce[model.Post{Category: model.NonClinical, Band: b}] = tally(n[0], n[1], n[2])
		}
		before := o.Ensure(2023)
		before.Workforce[model.Post{Category: model.NonClinical, Band: model.Band2}] = tally(1400, 330, 300)
	})
	s := indicator.Compute(o).Indicator("1")
	f, w := s.Figure(2024), words.For(o.Settings)
	for _, row := range f.Bands {
		if hangs := row.Band == model.Band8c; hangs != (row.Verdict == judge.CannotTell) || row.AdjustedP == nil {
			t.Errorf("%s: %q", row.Band, row.Verdict)
		}
	}
	if len(f.Trends) != 1 || f.Trends[0].Verdict != judge.CannotTell || f.Trends[0].Unknown != 40 {
		t.Errorf("%+v", f.Trends)
	}
	if step := s.Changes[0]; step.Verdict != judge.CannotTell || step.P == nil {
		t.Errorf("%+v", step)
	}
	want := "In bands 8c and above 9.0% of non-clinical staff are BME (7 of 78): whether that differs from the other bands depends on 14 staff of unknown ethnicity. " +
		"Whether the share of BME staff falls or rises with the bands among non-clinical staff cannot be told: over all bands that depends on 40 staff of unknown ethnicity. " +
		"Of all staff 20.4% are BME (380 of 1,863); ethnicity is not recorded or not stated for 40 staff (2.1%). " +
		"No single band stands out. Whether the share in band 8c of non-clinical staff differs cannot be told: it depends on 14 staff of unknown ethnicity. " +
		"The share of all staff is up 4.1 percentage points on 2023 (330 of 2,030 to 380 of 1,863 staff). Whether that is a trend cannot be told: it depends on staff of unknown ethnicity (300 in 2023, 40 in 2024)."
	if said := w.Sentence(s.Indicator, f) + " " + w.Doubt(s, f); said != want {
		t.Errorf("%s\nwant\n%s", said, want)
	}
	if said, unknown := words.BandsVerdict(w, f, model.NonClinical); said != "senior bands cannot be told" || unknown != 14 {
		t.Errorf("%q, %d", said, unknown)
	}
	if said := w.InWords(s, f); said != "trend since 2023 cannot be told" {
		t.Errorf("%q", said)
	}
}

// Bands that are all too small are not said to be alike.
func TestNoBandCouldBeJudged(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		for _, b := range []model.Band{model.Band2, model.Band5} {
			o.Ensure(2024).Workforce[model.Post{Band: b}] = tally(8, 2, 0)
		}
	})
	s := indicator.Compute(o).Indicator("1")
	if said := words.For(o.Settings).Doubt(s, s.Figure(2024)); said != "There are too few to judge any band." {
		t.Errorf("%q", said)
	}
	for _, b := range []model.Band{model.Band2, model.Band5} {
		o.Ensure(2024).Workforce[model.Post{Band: b}] = tally(80, 20, 0)
	}
	s = indicator.Compute(o).Indicator("1")
	if said := words.For(o.Settings).Doubt(s, s.Figure(2024)); said != "No single band stands out." {
		t.Errorf("%q", said)
	}
}

// What the bands are compared with is the whole of their staff category: parts of other
// bands are not in it, and what is missing is marked.
func TestWholeOfACategory(t *testing.T) {
	o := bands(model.MedicalAndDental, map[model.Band][2]int{model.Consultant: {20, 30}, model.SeniorMedicalManager: {2, 10}, model.TraineeGrade: {30, 20}})
	f := figure(t, o, "1", 2024)
	if whole := indicator.WholeOf(f.Bands); whole.Total != 100 || *whole.Counts[model.BME] != 50 || whole.Share.Value != 0.5 || whole.Refused {
		t.Errorf("%+v", whole)
	}
	o.Ensure(2024).Refuse("1", "workforce").Posts[model.Post{Category: model.MedicalAndDental, Band: model.TraineeGrade}] = model.GroupSet{model.BME: true}
	f = figure(t, o, "1", 2024)
	whole := indicator.WholeOf(f.Bands)
	if *whole.Counts[model.BME] != 20 || !whole.Refused {
		t.Errorf("%+v", whole)
	}
	want := "A band is compared with the rest of the medical and dental staff. Of all of them 20.0%* are BME, and of the whole workforce 50.0%."
	if said := words.Compared(words.For(o.Settings), "band", &whole, f, true); said != want {
		t.Errorf("%s\nwant\n%s", said, want)
	}
}

// The explanation of the workforce's share says how far the unknown could move it, and of
// the board's what the lot and all headlines together give.
func TestTraceOfACensus(t *testing.T) {
	o := manyLooks()
	o.Ensure(2024).Workforce[model.Post{Category: model.Clinical, Band: model.Band2}] = tally(300, 100, 50)
	r, w := indicator.Compute(o), words.For(o.Settings)
	for id, want := range map[string]string{
		"1": "If their ethnicity were known, the share of the whole would be somewhere between 22.8% and 26.8%.",
		"9": "Drawn by lot from the workforce the board would have as few of the group with p = 0.525, as many with p = 0.755; mid-P p = 0.77.",
		"2": "With all headlines of the year taken together (Holm): p < 0.0001.",
	} {
		s := r.Indicator(id)
		var all []string
		for _, step := range words.Trace(w, s, s.Figure(2024)) {
			all = append(all, step.Lines...)
		}
		if text := strings.Join(all, "\n"); !strings.Contains(text, want) {
			t.Errorf("%s: the trace does not say %q:\n%s", id, want, text)
		}
	}
}
