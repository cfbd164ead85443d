package quotes_test

import (
	"slices"
	"testing"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/disclosure/quotes"
	"wres/model/indicator"
	"wres/model/plan"
)

func example(t testing.TB) (full, view *indicator.Results) {
	t.Helper()
	full = exampletest.Results(t)
	view, _ = disclosure.View(full, disclosure.RuleOf(full.Settings))
	return full, view
}

func TestFind(t *testing.T) {
	full, view := example(t)
	for _, c := range []struct {
		text  string
		about []string
		want  []string
	}{
		{"1 of 11 Board members", nil, []string{"1 of 11 Board members"}},
		{"One person left; the other 3 staff stayed.", nil, []string{"One person", "3 staff"}},
		{"three of our BME staff and two White members", nil, []string{"three of our BME staff", "two White members"}},
		{"Four disciplinary cases, 12 cases before", nil, []string{"Four disciplinary cases"}},
		{"one ethnically diverse board member", nil, []string{"one ethnically diverse board member"}},
		{"one of the eleven members, 2 of 3", nil, []string{"one of the eleven members", "2 of 3"}},
		{"one of eleven", nil, []string{"one of eleven"}},
		{"2 of the managers", nil, []string{"2 of the"}},
		{"3 out of 22", nil, []string{"3 out of 22"}},
		{"two of 1,863", nil, []string{"two of 1,863"}},
		{"**2** (two) staff\nmembers", nil, []string{"two) staff"}},
		{"two\nmembers", nil, []string{"two\nmembers"}},
		{"one member.", nil, []string{"one member"}},
		// What is no small number of people.
		{"one of our aims is that every one of us is heard", nil, nil},
		{"5 of 22; five people; fifteen cases; 0 staff; nought of them", nil, nil},
		{"band 2 staff, bands 2 to 4 staff, indicator 3 of the standard, page 4 of 12, year 2 of 3", nil, nil},
		{"2024 of them, 1.5 of them, 1,002 people, 31/3 of a year, 4% of staff", nil, nil},
		{"a 2 staff survey; 3 case studies; 4 staff networks", nil, nil},
		{"Phase 2. Staff were asked; step 3, people said", nil, nil},
		{"3 months for staff, 2 workshops of people", nil, nil},
		{"no one of them", nil, nil},
		// Shares that the view hides, of the indicators that a text is about.
		{"Only 6.67% at VSM", nil, []string{"6.67%"}},
		{"Only 6.7 % at VSM; 9.09 per cent and 9.1 percent of the Board", nil, []string{"6.7 %", "9.09 per cent", "9.1 percent"}},
		{"6.67%", []string{"1", "3"}, []string{"6.67%"}},
		{"9.09%", []string{"2"}, nil},
		{"1/15 in VSM, 2/15 elsewhere", nil, []string{"1/15"}},
		{"33.72% of White applicants were appointed, 51 of 371 others", nil, nil},
		{"100% of panels, 0% of them late", nil, nil},
		{"6.67 of 10, 6.67 per year", nil, nil},
	} {
		var got []string
		for _, q := range quotes.Find([]quotes.Text{{Text: c.text, About: c.about}}, full, view) {
			got = append(got, q.Words)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// boardOf8 is the example with a board of 8 White members in 2022, which is hidden for that
// they are few and all of one group.
func boardOf8(t *testing.T) (full, view *indicator.Results) {
	t.Helper()
	o, _ := exampletest.Open(t)
	var of model.Tally
	of.Add(model.WhiteGroup, 8)
	of.Add(model.BMEGroup, 0)
	o.Ensure(2022).Board = map[model.Seat]model.Tally{{}: of}
	o.Ensure(2022).BoardParts = nil
	full = indicator.Compute(o)
	view, _ = disclosure.View(full, disclosure.RuleOf(full.Settings))
	return full, view
}

// TestFindNobody: that nobody is of a group, or everybody, is hidden in rows of few people,
// and what says so is found.
func TestFindNobody(t *testing.T) {
	full, view := boardOf8(t)
	for _, c := range []struct {
		quotes.Text
		want []string
	}{
		{quotes.Text{Text: "0 of 8"}, []string{"0 of 8"}},
		{quotes.Text{Text: "none of our eight members; nought out of 8"}, []string{"none of our eight", "nought out of 8"}},
		{quotes.Text{Text: "No ethnically diverse director among 8."}, []string{"No ethnically diverse director among 8"}},
		{quotes.Text{Text: "no ethnically diverse members of 8, 0/8", About: []string{"9"}}, []string{"no ethnically diverse members of 8", "0/8"}},
		{quotes.Text{Text: "8 of 8 are White; all eight board members"}, []string{"8 of 8", "all eight board members"}},
		{quotes.Text{Text: "from 0 of 8 to 8 of 8", About: []string{"9"}, Goal: true}, []string{"0 of 8"}},
		{quotes.Text{Text: "0% of the Board", About: []string{"9"}}, []string{"0%"}},
		{quotes.Text{Text: "0% of them late, 0 of 7, none of the panels, no staff in band 8, all of band 8"}, nil},
		{quotes.Text{Text: "0 of 8", About: []string{"2"}}, nil},
	} {
		var got []string
		for _, q := range quotes.Find([]quotes.Text{c.Text}, full, view) {
			got = append(got, q.Words)
			if s := q.Share; s == nil || s.N != 0 || s.Of != 8 || s.Year != 2022 {
				t.Errorf("%q: %+v", q.Words, s)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.Text.Text, got, c.want)
		}
	}
}

// TestFindSaysOfWhat names the text, and of a share the count that it gives.
func TestFindSaysOfWhat(t *testing.T) {
	full, view := example(t)
	o := &model.Organisation{}
	o.Ensure(2024).Statuses["3"] = model.Status{State: model.Withheld, Reason: "Three cases began.", File: "status.csv", Line: 7}
	o.Ensure(2024).WorkforceNote = "2 people moved"
	o.Ensure(2023).WorkforceNote = "3 people moved"
	p := plan.New([]string{"my own"}, []plan.Action{{ID: "A-0007", Number: "2 of 3", Text: "Raise 6.67% to 20%", Indicators: "1", Baseline: "1 of 15", Target: "6.67%, 2 of 11", Lead: "one of two", Extra: []string{"2 staff", "3 staff"}}})
	var got []quotes.Quote
	got = append(got, quotes.Find(quotes.OfReturns(o, func(y model.Year) bool { return y == 2024 }), full, view)...)
	got = append(got, quotes.Find(quotes.OfPlan(p, "action-plan.csv"), full, view)...)
	type found struct {
		file, what, words string
		line, of          int
	}
	var list []found
	for _, q := range got {
		one := found{q.File, q.What, q.Words, q.Line, 0}
		if q.Share != nil {
			one.of = q.Share.Of
		}
		list = append(list, one)
	}
	want := []found{
		{"", "the note on the figures by pay band, 2024", "2 people", 0, 0},
		{"status.csv", "the reason of indicator 3, 2024", "Three cases", 7, 0},
		{"action-plan.csv", "action A-0007, action", "6.67%", 0, 15},
		{"action-plan.csv", "action A-0007, baseline", "1 of 15", 0, 0},
		{"action-plan.csv", "action A-0007, target", "2 of 11", 0, 0},
		{"action-plan.csv", "action A-0007, my own", "2 staff", 0, 0},
	}
	if len(list) < len(want) || !slices.Equal(list[:len(want)], want) || len(list) != len(want)+1 {
		t.Errorf("%+v", list)
	}
}

// TestFindFollowsTheSettings: with another threshold other numbers are small.
func TestFindFollowsTheSettings(t *testing.T) {
	full, _ := example(t)
	full.Settings.Thresholds.SmallCount = 8
	view, _ := disclosure.View(full, disclosure.RuleOf(full.Settings))
	texts := []quotes.Text{{Text: "seven people, 8 people, fifteen staff"}}
	if got := quotes.Find(texts, full, view); len(got) != 1 || got[0].Words != "seven people" {
		t.Errorf("%+v", got)
	}
}

func FuzzFind(f *testing.F) {
	full, view := example(f)
	f.Add("1 of 11, 6.67% and “two” members")
	f.Add("one of\xff 2 %\x00 staff")
	f.Fuzz(func(t *testing.T, text string) {
		for _, q := range quotes.Find([]quotes.Text{{Text: text}}, full, view) {
			if q.Words == "" {
				t.Errorf("%q quotes nothing", text)
			}
		}
	})
}
