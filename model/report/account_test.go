package report_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/disclosure/quotes"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
)

// TestHidingOfTheExample says what the view of the example hides, the latest year first.
func TestHidingOfTheExample(t *testing.T) {
	h := report.Hiding{Full: exampletest.Results(t)}
	_, h.Account = disclosure.View(h.Full, disclosure.RuleOf(h.Full.Settings))
	sections := h.Sections(plain)
	if len(sections) != 3 || sections[0].Heading != "2024" || sections[2].Heading != "2022" {
		t.Fatalf("%+v", sections)
	}
	for _, want := range []string{
		" numbers are hidden, ",
		"Whoever reads all that is shown, whoever knows which of the marks are small numbers and the one person of a count of 1 are each left all of 1 to 4 for each small number.",
		"\nNon-clinical staff are shown by band.\n",
		"Hidden besides the small numbers: White and unknown of all bands of non-clinical staff; ",
		"; the race disparity ratios of non-clinical staff, with the counts of their tiers of pay; the total of the applicants who were appointed from shortlisting; ",
	} {
		if said := strings.Join(sections[0].Points, "\n"); !strings.Contains(said, want) {
			t.Errorf("%q is not in\n%s", want, said)
		}
	}
	if said := strings.Join(h.Remarks(plain), "\n"); !strings.Contains(said, "of the values 1 to 4 for a small number") {
		t.Error(said)
	}
}

// TestHidingNamesPlaces: whatever was given up has its own words.
func TestHidingNamesPlaces(t *testing.T) {
	full := exampletest.Results(t)
	groups := []model.Group{model.White, model.BME, model.Unknown}
	part := indicator.Part{Internal: model.Yes}
	for i := range full.Series {
		if full.Series[i].Indicator.ID == "2" {
			full.Series[i].Figure(2024).Parts = []indicator.Part{{Campaign: "Nurses"}, part}
		}
	}
	for _, c := range []struct {
		given disclosure.Spot
		want  string
	}{
		{disclosure.Spot{Rows: disclosure.Bands, Category: model.Clinical, Groups: []model.Group{model.BME}, At: []int{int(model.Band8a), int(model.VSM)}}, "ethnically diverse of band 8a and VSM of clinical staff"},
		{disclosure.Spot{Rows: disclosure.Bands, Category: model.AnyCategory, Groups: groups, Total: true}, "all numbers of all bands of staff without a category"},
		{disclosure.Spot{Rows: disclosure.Clusters, Category: model.Clinical, Groups: []model.Group{model.White}, At: []int{2, 3}}, "White of clusters 2 and 3 of clinical staff"},
		{disclosure.Spot{Rows: disclosure.SeniorBands, Category: model.Clinical, Groups: []model.Group{model.White}}, "White of bands 8c and above of clinical staff"},
		{disclosure.Spot{Rows: disclosure.Tiers, Category: model.Clinical, Groups: []model.Group{model.White}}, "the race disparity ratios of clinical staff"},
		{disclosure.Spot{Rows: disclosure.Category, Category: model.Clinical, Groups: []model.Group{model.White}, Total: true}, "White and the total of all clinical staff"},
		{disclosure.Spot{Rows: disclosure.Workforce, Groups: []model.Group{model.White}}, "White of the whole workforce"},
		{disclosure.Spot{Rows: disclosure.Events, Indicator: "3", Groups: []model.Group{model.White}}, "White of the staff who entered the formal disciplinary process"},
		{disclosure.Spot{Rows: disclosure.AtRisk, Indicator: "2", Total: true}, "the total of the applicants of indicator 2"},
		{disclosure.Spot{Rows: disclosure.PartEvents, Indicator: "2", Groups: groups, At: []int{0, 1}}, "the parts of the recruitment “only Nurses” and “internal applicants”"},
		{disclosure.Spot{Rows: disclosure.PartAtRisk, Indicator: "2", Groups: groups}, "all parts of the recruitment"},
		{disclosure.Spot{Rows: disclosure.Board, Groups: []model.Group{model.White}, At: []int{0}}, "White of all members of the board"},
		{disclosure.Spot{Rows: disclosure.Board, Groups: []model.Group{model.White}}, "White of all parts of the board"},
	} {
		h := report.Hiding{Full: full, Account: disclosure.Account{Years: []disclosure.YearAccount{{Year: 2024, GivenUp: []disclosure.Spot{c.given, c.given}}}}}
		points := h.Sections(plain)[0].Points
		if said := points[len(points)-1]; !strings.Contains(said, "besides the small numbers: "+c.want) || strings.Contains(said, ";") {
			t.Errorf("%+v: %q, want %q once", c.given, said, c.want)
		}
	}
}

var plain = report.Safe{Line: func(s string) string { return s }, Lines: func(s string) string { return s }}

// TestHidingNamesTexts: a text that quotes a small number is named with its place, and what
// it says is made safe to show.
func TestHidingNamesTexts(t *testing.T) {
	full := exampletest.Results(t)
	view, account := disclosure.View(full, disclosure.RuleOf(full.Settings))
	o := &model.Organisation{}
	o.Ensure(2024).Statuses["3"] = model.Status{State: model.Withheld, Reason: "Three staff", File: "status.csv", Line: 7}
	o.Ensure(2019).Statuses["3"] = model.Status{State: model.Withheld, Reason: "Two staff"} // of a year that is not shown
	h := report.HidingOf(full, view, account, report.Beside{
		Organisation: o,
		Plans:        []report.PlanFile{{Name: "action-plan-2024.csv", Plan: plan.New(nil, []plan.Action{{ID: "A-0001\x1b", Baseline: "6.67%", Indicators: "1"}})}},
		Texts:        []quotes.Text{{File: "notes", What: "the note on x", Text: "one case"}},
	})
	safe := report.Safe{Line: func(s string) string { return strings.ReplaceAll(s, "\x1b", "<ESC>") }}
	sections := h.Sections(safe)
	want := report.Section{Heading: "Texts of your own, shown as they are, that may quote what is hidden", Points: []string{
		"status.csv, line 7, the reason of indicator 3, 2024, says “Three staff”, which may be a small number of people",
		"action-plan-2024.csv, action A-0001<ESC>, baseline, says “6.67%”, which is 1 of 15 of indicator 1, 2024, and hidden there",
		"notes, the note on x, says “one case”, which may be a small number of people",
	}}
	if diff := cmp.Diff(want, sections[0]); diff != "" {
		t.Error(diff)
	}
	if said := strings.Join(h.Remarks(safe), "\n"); !strings.Contains(said, "\nstatus.csv, line 7, ") || strings.Contains(said, "\x1b") {
		t.Error(said)
	}
}

// TestManyQuotes: of a file in which every line quotes, the first are named and the rest
// counted.
func TestManyQuotes(t *testing.T) {
	var all []quotes.Quote
	for i := range 1021 {
		all = append(all, quotes.Quote{Text: quotes.Text{File: "report/actions.md", Line: i + 1, What: "the organisation's own text"}, Words: "one case"})
	}
	for i := range 25 {
		all = append(all, quotes.Quote{Text: quotes.Text{What: fmt.Sprint("action ", i)}, Words: "one case"})
	}
	got := report.Quoted(all, plain)
	if want := "report/actions.md: and 1,001 more of the kind"; len(got) != 20+25+1 || got[19] != "report/actions.md, line 20, the organisation's own text, says “one case”, which may be a small number of people" || got[45] != want {
		t.Errorf("%d lines: %q", len(got), got)
	}
}

// TestHidingNamesPrintedFigures: what was printed before and gives a small number away is
// named with its place, and how it does.
func TestHidingNamesPrintedFigures(t *testing.T) {
	full := exampletest.Results(t)
	view, account := disclosure.View(full, disclosure.RuleOf(full.Settings))
	printed := func(id, figure, group, part, printed, source string) model.Printed {
		return model.Printed{Year: 2024, Indicator: id, Figure: figure, Group: group, Part: part, Printed: printed, Source: source, File: "published.csv", Line: 7}
	}
	for _, c := range []struct {
		published []model.Printed
		want      string
	}{
		{[]model.Printed{printed("2", "appointed", "all", "", "198", "Report\x1b")}, "2024: 198 (appointed, all) is printed in Report<ESC> (published.csv, line 7): with 144 and 51 that leaves 3 for unknown of the applicants who were appointed from shortlisting"},
		{[]model.Printed{printed("9", "members", "bme", "total", "1 of 11", "")}, "2024: 1 of 11 (members, bme, total) is printed in a source without a name (published.csv, line 7): that leaves 1 for ethnically diverse of all members of the board"},
	} {
		h := report.HidingOf(full, view, account, report.Beside{Organisation: &model.Organisation{Published: c.published}})
		sections := h.Sections(report.Safe{Line: func(s string) string { return strings.ReplaceAll(s, "\x1b", "<ESC>") }})
		if diff := cmp.Diff(report.Section{Heading: "Small numbers that figures printed before give away", Points: []string{c.want}}, sections[0]); diff != "" {
			t.Error(diff)
		}
	}
	h := report.Hiding{Full: full, Given: []disclosure.GivenAway{{Year: 2024, Left: []int{1, 3}, More: true, At: disclosure.Spot{Rows: disclosure.Workforce, Groups: []model.Group{model.BME}}, Printed: []model.Printed{{Printed: "5", Source: "A", File: "a", Line: 1, Figure: "x"}, {Printed: "6", Source: "B", File: "b", Line: 2, Figure: "y"}}}}}
	if said, want := h.Sections(plain)[0].Points[0], "2024: 5 (x) is printed in A (a, line 1) and 6 (y) is printed in B (b, line 2): together that leaves of 1 to 4 only 1 or 3 for ethnically diverse of the whole workforce"; said != want {
		t.Errorf("%q, want %q", said, want)
	}
}

// TestHidingNamesReasonsThatOccur: a reason for which nothing is hidden is not named, and
// survey shares count among what is hidden.
func TestHidingNamesReasonsThatOccur(t *testing.T) {
	counted := func(white, bme int) (of model.Tally) {
		of.Add(model.WhiteGroup, white)
		of.Add(model.BMEGroup, bme)
		return of
	}
	for _, c := range []struct {
		make func(*model.Return)
		want string
	}{
		{func(r *model.Return) { r.Board[model.Seat{}] = counted(12, 8) }, "nothing is hidden"},
		{func(r *model.Return) {
			for e, n := range map[model.Ethnicity]int{model.WhiteGroup: 40, model.BMEGroup: 10} {
				r.Survey[model.SurveyKey{Indicator: "5", Ethnicity: e}] = model.SurveyAnswer{Share: 0.2, Respondents: n}
			}
		}, "1 number is hidden for resting on fewer than 11 survey respondents, and no other"},
		{func(r *model.Return) { r.Board[model.Seat{}] = counted(8, 0) }, "2 numbers are hidden in rows of fewer than 10 people who are all of one group, and no other"},
		{func(r *model.Return) { r.Board[model.Seat{}] = counted(20, 3) }, "2 numbers are hidden, 1 for being small and 1 so that what is hidden cannot be worked out"},
	} {
		o := &model.Organisation{Settings: model.DefaultSettings()}
		c.make(o.Ensure(2024))
		full := indicator.Compute(o)
		h := report.Hiding{Full: full}
		_, h.Account = disclosure.View(full, disclosure.RuleOf(o.Settings))
		if said := h.Remarks(plain)[0]; said != "2024: "+c.want {
			t.Errorf("%q, want %q", said, c.want)
		}
		if said := h.Sections(plain)[0].Points[0]; said != strings.ToUpper(c.want[:1])+c.want[1:]+"." {
			t.Errorf("%q, want %q", said, c.want)
		}
	}
}
