package indicator_test

import (
	"math"
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/words"
)

// lacking is an organisation of two years with figures of every kind, of which an
// indicator's extract lacks something in 2024.
func lacking(id, extract string, lack func(*model.Refusals)) *model.Organisation {
	return organisation(func(o *model.Organisation) {
		for _, y := range []model.Year{2023, 2024} {
			ret := o.Ensure(y)
			for b, n := range map[model.Band][3]int{model.Band2: {300, 100, 10}, model.Band5: {400, 50, 10}, model.Band7: {300, 20, 10}} {
				ret.Workforce[model.Post{Category: model.Clinical, Band: b}] = tally(n[0], n[1], n[2])
				ret.Workforce[model.Post{Category: model.NonClinical, Band: b}] = tally(n[0], n[1], n[2])
			}
			ret.Recruitment = []model.Recruitment{{Shortlisted: tally(400, 200, 50), Appointed: tally(120, 40, 20)}}
			ret.Events["disciplinary"] = &model.Events{Count: tally(20, 30, 1)}
			ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: 0.2, Respondents: 400}
			ret.Survey[model.SurveyKey{Indicator: "5", Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: 0.3, Respondents: 200}
			ret.Board[model.Seat{}] = tally(8, 0, 0)
		}
		lack(o.Ensure(2024).Refuse(id, extract))
	})
}

// gap is a missing count of a group, from least to most people.
func gap(g model.Group, event bool, least, most int) model.Gap {
	return model.Gap{Group: g, Event: event, Bounds: model.Bounds{Least: least, Most: most}}
}

// What is incomplete says so with how much it lacks, and nothing is judged by it: no
// verdict, no test, no step to it.
func TestIncompleteIsMarked(t *testing.T) {
	unknown := func(r *model.Refusals) {
		r.Rows, r.Cells, r.Gaps, r.Groups[model.Unknown] = 1, 2, []model.Gap{gap(model.Unknown, false, 2, 9)}, true
	}
	for id, extract := range map[string]string{"1": "workforce", "2": "recruitment", "3": "disciplinary", "5": "survey", "9": "board"} {
		o := lacking(id, extract, unknown)
		r, w := indicator.Compute(o), words.For(o.Settings)
		s := r.Indicator(id)
		f := s.Figure(2024)
		if i := f.Incomplete; i == nil || i.Rows != 1 || i.Cells != 2 || i.AtLeast != 2 || i.AtMost == nil || *i.AtMost != 9 {
			t.Errorf("%s: %+v", id, f.Incomplete)
		}
		if f.Verdict != judge.NoVerdict || f.Test != nil || f.HolmP != nil || f.Lot != nil || f.Unknowns != nil || f.Parity != nil {
			t.Errorf("%s is judged: %+v", id, f.Doubt)
		}
		for _, c := range s.Changes {
			if c.Value != nil || c.P != nil || c.Verdict != judge.NoVerdict {
				t.Errorf("%s: a step: %+v", id, c)
			}
		}
		if said := w.Sentence(s.Indicator, f); !strings.Contains(said, "Incomplete: 1 row and 2 cells could not be used (2 to 9 people).") {
			t.Errorf("%s: %s", id, said)
		}
		if head := w.Headline(s.Indicator, f); id != "9" && !strings.HasSuffix(head, "*") {
			t.Errorf("%s: headline %s", id, head)
		}
		if words := w.InWords(s, f); !strings.HasPrefix(words, "incomplete: 1 row, 2 cells") {
			t.Errorf("%s: %q", id, words)
		}
		if base := w.Baseline(s.Indicator, f); !strings.HasSuffix(base, "; incomplete: 1 row, 2 cells") || strings.Contains(base, "*") {
			t.Errorf("%s: %q", id, base)
		}
		if before := s.Figure(2023); before.Incomplete != nil || strings.Contains(w.Headline(s.Indicator, before), "*") {
			t.Errorf("%s: 2023 is marked", id)
		}
	}
}

// The whole keeps the value of what was counted; a band, and a group of a likelihood,
// of which a count is missing have none. What they can be is said where it is bounded.
func TestWhatIncompleteFiguresKeep(t *testing.T) {
	post := model.Post{Category: model.Clinical, Band: model.Band5}
	o := lacking("1", "workforce", func(r *model.Refusals) {
		r.Cells, r.Gaps, r.Groups[model.BME] = 1, []model.Gap{gap(model.BME, false, 1, 4)}, true
		r.Posts[post] = model.GroupSet{model.BME: true}
	})
	w := words.For(o.Settings)
	r := indicator.Compute(o)
	f := r.Indicator("1").Figure(2024)
	if g := f.Groups[model.BME]; *g.Events != 340 || *g.AtRisk != 2400 || math.Abs(g.Rate.Value-340.0/2400) > 1e-12 {
		t.Errorf("the whole: %+v", g)
	}
	for _, row := range f.Bands {
		clinical := row.Category == model.Clinical
		if lacks := row.Category == post.Category && row.Band == post.Band; lacks != (row.Share == nil) || lacks != (row.Staff() == nil) || clinical != (row.P == nil) {
			t.Errorf("%s %s: %+v", row.Category, row.Band, row)
		}
	}
	warned(t, "1", f, "with what is missing the share lies between 14.2% and 14.3%")
	// Its staff are those at risk of 3, where their group then has no rate.
	three := r.Indicator("3").Figure(2024)
	if three.Ratio != nil || three.Groups[model.BME] != (indicator.GroupFigure{}) || three.Groups[model.White].Rate == nil || three.Incomplete == nil {
		t.Errorf("%+v", three)
	}
	warned(t, "3", three, "with what is missing the ratio lies between 8.72 and 8.80")

	o = lacking("2", "recruitment", func(r *model.Refusals) {
		r.Rows, r.Groups[model.BME] = 1, true
		r.Gaps = []model.Gap{gap(model.BME, false, 100, 100), gap(model.BME, true, 1, 4)}
	})
	f = indicator.Compute(o).Indicator("2").Figure(2024)
	if f.Ratio != nil || f.Difference != nil || f.Groups[model.BME] != (indicator.GroupFigure{}) || f.Groups[model.White].Rate == nil || *f.Incomplete.AtMost != 100 {
		t.Errorf("%+v, %+v", f, f.Incomplete)
	}
	warned(t, "2", f, "with what is missing the ratio lies between 2.05 and 2.20") // 0.3 over 44/300 to 41/300
	if said := w.Sentence(indicator.Lookup("2"), f); !strings.HasSuffix(said, "Incomplete: 1 row could not be used (100 people).") {
		t.Error(said)
	}
	for _, said := range w.Warnings(indicator.Lookup("2"), f) {
		if strings.Contains(said, "too few") || strings.Contains(said, "none of the") || strings.Contains(said, "no row counts") {
			t.Errorf("said of a hidden group: %s", said)
		}
	}

	// Without bounds nothing can be said of how much it is.
	o.Ensure(2024).Refuse("2", "recruitment").Gaps[1].Open = true
	f = indicator.Compute(o).Indicator("2").Figure(2024)
	if strings.Contains(strings.Join(w.Warnings(indicator.Lookup("2"), f), "; "), "lies between") {
		t.Errorf("%q", w.Warnings(indicator.Lookup("2"), f))
	}

	o = lacking("9", "board", func(r *model.Refusals) {
		r.Cells, r.Groups[model.BME], r.Gaps = 1, true, []model.Gap{gap(model.BME, false, 1, 4)}
		r.Seats[model.Seat{}] = model.GroupSet{model.BME: true}
	})
	f = indicator.Compute(o).Indicator("9").Figure(2024)
	if row := f.BoardRow(indicator.WholeBoard); row.Total != nil || row.Share != nil || row.Difference != nil || *row.Counts[model.White] != 8 {
		t.Errorf("%+v", row)
	}
	warned(t, "9", f, "with what is missing the share of the board lies between 11.1% and 33.3%")
}

// Rows of which nothing can be read may be of any band: none is judged.
func TestUnreadRowsLeaveNoFamily(t *testing.T) {
	o := lacking("1", "workforce", func(r *model.Refusals) { r.Rows, r.Unread = 1, true })
	f := indicator.Compute(o).Indicator("1").Figure(2024)
	for _, row := range append(f.Bands, f.Clusters...) {
		if row.P != nil || row.Verdict != judge.NoVerdict {
			t.Errorf("%+v", row)
		}
	}
	if len(f.Trends) > 0 || len(f.Senior) > 0 || f.Incomplete.AtMost != nil {
		t.Errorf("%+v, %+v, %+v", f.Trends, f.Senior, f.Incomplete)
	}
	for _, d := range indicator.Compute(o).Disparity() {
		if d.Year == 2024 && d.Value != nil {
			t.Errorf("%+v", d)
		}
	}
}

// A group that nothing counts is not nought: not in a band, and not on the board. One
// that is counted elsewhere in the year is nought where no row names it.
func TestNothingCountsAGroup(t *testing.T) {
	o := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Workforce[model.Post{Category: model.Clinical, Band: model.Band5}] = tally(60, 30, -1)
		ret.Workforce[model.Post{Category: model.Clinical, Band: model.Band6}] = tally(60, -1, -1)
		ret.Board[model.Seat{Voting: model.Yes, Executive: model.Yes}] = tally(7, 2, -1)
		ret.Board[model.Seat{Voting: model.Yes, Executive: model.No}] = tally(3, -1, -1)
	})
	f := figure(t, o, "1", 2024)
	if row := f.Bands[1]; row.Counts[model.Unknown] != nil || row.Counts[model.BME] == nil || *row.Counts[model.BME] != 0 || row.Share == nil {
		t.Errorf("%+v", row)
	}
	for _, row := range figure(t, o, "9", 2024).Board {
		if row.Counts[model.Unknown] != nil || row.Counts[model.BME] == nil || row.Total == nil {
			t.Errorf("%+v", row)
		}
	}
	o.Ensure(2024).Workforce[model.Post{Category: model.Clinical, Band: model.Band5}] = tally(60, -1, 5)
	o.Ensure(2024).Board[model.Seat{Voting: model.Yes, Executive: model.Yes}] = tally(7, -1, 1)
	f = figure(t, o, "1", 2024)
	for _, row := range f.Bands {
		if row.Counts[model.BME] != nil || row.Share != nil || row.P != nil || row.Verdict != judge.NoVerdict {
			t.Errorf("%+v", row)
		}
	}
	row := figure(t, o, "9", 2024).BoardRow(indicator.WholeBoard)
	if row.Counts[model.BME] != nil || row.Share != nil || row.Difference != nil || row.Counts[model.Unknown] == nil {
		t.Errorf("%+v", row)
	}
	// With no White staff counted the others would be all staff.
	o.Ensure(2024).Workforce = map[model.Post]model.Tally{{Category: model.Clinical, Band: model.Band5}: tally(-1, 30, 5)}
	if f := figure(t, o, "1", 2024); f.Groups[model.BME].Rate != nil || f.Groups[model.BME].Events == nil {
		t.Errorf("%+v", f.Groups)
	}
}
