package yearly_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"wres/loaders"
	"wres/loaders/csvfile"
	"wres/loaders/exampletest"
	"wres/loaders/export"
	"wres/loaders/planfile"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/model/words"
	"wres/testdata/extracts"
)

var update = flag.Bool("update", false, "write the report of the example anew")

func safe() report.Safe { return report.Safe{Line: csvfile.Clean, Lines: csvfile.CleanLines} }

// example gives the report of the built-in example, under settings that a test changes.
func example(t *testing.T, full bool, change func(*model.Settings)) yearly.Report {
	t.Helper()
	o, _ := exampletest.Open(t)
	if change != nil {
		change(&o.Settings)
	}
	content, err := extracts.FS.ReadFile(planfile.Name)
	if err != nil {
		t.Fatal(err)
	}
	p, err := planfile.Decode(content)
	if err != nil {
		t.Fatal(err)
	}
	r := yearly.Report{Results: indicator.Compute(o), Actions: p.Actions()}
	if !full {
		r.Results, _ = disclosure.View(r.Results, disclosure.RuleOf(o.Settings))
	}
	return r
}

// written gives a report in a form.
func written(t *testing.T, r yearly.Report, form string) string {
	t.Helper()
	f, known := export.Find(report.YearPage, form)
	if !known {
		t.Fatalf("no report as %s", form)
	}
	var out bytes.Buffer
	if err := f.Write(&out, r, export.Options{Safe: safe()}); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The report of the example is as it was looked at.
func TestExample(t *testing.T) {
	for _, form := range []string{"md", "csv"} {
		got, path := written(t, example(t, false, nil), form), "testdata/example."+form
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("the report as %s is not that of %s: look at it, and write it anew with -update", form, path)
		}
	}
}

// What a published report had wrong stands in its example as it should: each of its errors
// with the words or cells that stand there now.
func TestErrorsOfAPublishedReport(t *testing.T) {
	two := func(s *model.Settings) { s.Decimals = 2 }
	pages := map[string]string{
		"full":   flat(written(t, example(t, true, nil), "md")),
		"two":    flat(written(t, example(t, true, two), "md")),
		"board":  flat(written(t, example(t, false, func(s *model.Settings) { s.Disclosure.ShowBoard = true }), "md")),
		"public": flat(written(t, example(t, false, nil), "md")),
	}
	for _, c := range []struct{ id, was, page, stands string }{
		{"A1", "17.86% of all appointed in 2023, over the wrong base", "public", "| **Ethnically diverse, share of all appointed** | 22.7% | 18.8% |"},
		{"A1", "", "two", "| **Ethnically diverse, share of all appointed** | 22.70% | 18.79% | 25.76% |"},
		{"A1", "", "public", "(in 2023 18.8% of the 479)"},
		{"A2", "37.5% of White applicants appointed in 2023", "public", "| **Likelihood, White** | 27.1% | 33.7% | 33.7% |"},
		{"A2", "", "two", "| **Likelihood, White** | 27.07% | 33.75% | 33.72% |"},
		{"A2", "", "public", "(in 2023 33.7%: 355 of 1,052)"},
		{"B1", "more likely to experience harassment", "public", "a gap of 0.9 percentage points, lower among ethnically diverse respondents. The number of respondents is not given. Even if every member of staff had responded, a gap of this size would not be significant."},
		{"B1", "", "public", "a gap of 4.9 percentage points, lower among ethnically diverse respondents. The number of respondents is not given. A gap of this size would be significant if at least 64% of each group responded."},
		{"B2", "8.54% in the sentence and 8.64% in the table", "two", "8.64% of ethnically diverse respondents and 13.50% of White respondents said"},
		{"B3", "now representation at board level, in contrast to previous years", "board", "1 of 11 board members is ethnically diverse (9.1%), 11.3 percentage points below the workforce (20.4%)."},
		{"B3", "", "board", "In 2023 it was 1 of 15 members (6.7%), 12.6 percentage points below the workforce."},
		{"B4", "an increase at board level", "board", "| **Board members, ethnically diverse** | 0 | 1 | 1 |"},
		{"B5", "an increase in candidates appointed from shortlisting", "public", "of ethnically diverse applicants 13.7% (in 2023 17.9%: 90 of 504)"},
		{"B5", "", "full", "Ethnically diverse applicants were 45.2% of the 820 shortlisted (in 2023 31.0% of the 1,625) and 25.8% of the 198 appointed (in 2023 18.8% of the 479)."},
		{"C1", "1% increase", "public", "The share of all staff is up 1.2 percentage points on 2023 (429 of 2,231 to 380 of 1,863 staff)."},
		{"C2", "decreased by 0.45%", "public", "The ethnicity of 97.9% of staff is recorded (1,823 of 1,863); in 2023 it was 98.3% (2,193 of 2,231), a difference of 0.4 percentage points."},
		{"C3", "increased by 1.5%", "public", "In the survey of 2022 it was 4.0% of ethnically diverse respondents (a difference of 1.5 percentage points before rounding)"},
		{"C4", "3% decrease", "public", "In the survey of 2022 it was 51.7% of ethnically diverse respondents (a difference of 3.0 percentage points before rounding) and 67.4% of White respondents (a difference of 5.0 percentage points)."},
		{"C5", "2.5% increase", "public", "In the survey of 2022 it was 6.9% of ethnically diverse respondents (a difference of 2.5 percentage points)"},
		{"C6", "2.45 times more likely", "public", "White applicants were 2.45 times as likely to be appointed from shortlisting as ethnically diverse applicants (95% confidence interval 1.85 to 3.28)"},
		{"D1", "Data unavailable for 2022", "public", "| **Relative likelihood, White ÷ ED** | 1.60 | 1.89 | 2.45 |"},
		{"D1", "", "public", "1.60 in 2022 (95% CI 1.26 to 2.05)"},
		{"D2", "no difference from the workforce", "board", "| **Board members, share minus that of the workforce, percentage points** | −17.7 | −12.6 | −11.3 |"},
		{"E4", "three White categories", "public", "White British, White Irish, Gypsy or Irish Traveller, Roma and any other White background"},
		{"F1", "3 of 22 of unknown ethnicity appointed, 1 of 11 on the board", "public", `| **Appointed, unknown** | 9 | 34 | \[c\] |`},
		{"F1", "", "public", `| **Board members, ethnically diverse** | \[c\] | \[c\] | \[c\] |`},
		{"G1", "the gap has widened", "public", "In 2023 the ratio was 1.89: no significant change."},
	} {
		if !strings.Contains(pages[c.page], c.stands) {
			t.Errorf("%s (%s): the %s page lacks %q", c.id, c.was, c.page, c.stands)
		}
	}
	for name, page := range pages {
		for _, wrong := range []string{"more likely to experience", "times more likely", "1% increase", "widened", "8.54", "37.5%"} {
			if strings.Contains(page, wrong) {
				t.Errorf("the %s page says %q", name, wrong)
			}
		}
	}
}

// flat makes one line of the lines of each paragraph.
func flat(page string) string { return strings.Join(strings.Fields(page), " ") }

// The view decides what a report shows, and says which it is.
func TestViews(t *testing.T) {
	public, full := written(t, example(t, false, nil), "md"), written(t, example(t, true, nil), "md")
	if strings.Contains(public, report.FullView) || !strings.Contains(public, "Publication view: figures that could identify someone are hidden.") || !strings.Contains(public, `| \[c\] |`) {
		t.Error("the publication view does not say what it is")
	}
	if !strings.Contains(full, "**"+report.FullView+".**") || strings.Contains(full, `| \[c\] |`) {
		t.Error("the full view does not say what it is, or hides something")
	}
}

// The sources of a report of one year speak of no other year.
func TestSourcesOfOneYear(t *testing.T) {
	r := example(t, true, nil)
	sources := func() string {
		text := written(t, r, "md")
		from := strings.Index(text, "## Data sources")
		return text[from : from+strings.Index(text[from:], "## The nine indicators")]
	}
	if !strings.Contains(sources(), "earlier years") {
		t.Errorf("of three years:\n%s", sources())
	}
	r.Results = r.Results.Window(2022, 1)
	if text := sources(); strings.Contains(text, "earlier years") || strings.Contains(text, "2024") {
		t.Errorf("of 2022 alone:\n%s", text)
	}
}

// A cell holds the number that it prints.
func TestPrintedCells(t *testing.T) {
	for _, c := range []struct {
		text string
		unit report.Unit
		want report.Cell
	}{
		{"1,863", report.Count, report.Cell{Text: "1,863", Number: 1863, Unit: report.Count}},
		{"33.7%", report.Percentage, report.Cell{Text: "33.7%", Number: 0.337, Decimals: 1, Unit: report.Percentage}},
		{"0.11%", report.Percentage, report.Cell{Text: "0.11%", Number: 0.0011, Decimals: 2, Unit: report.Percentage}},
		{"−11.3", report.PercentagePoints, report.Cell{Text: "−11.3", Number: -11.3, Decimals: 1, Unit: report.PercentagePoints}},
		{"2.45", report.Ratio, report.Cell{Text: "2.45", Number: 2.45, Decimals: 2, Unit: report.Ratio}},
		{"[c]", report.Ratio, report.Cell{Text: "[c]", Unit: report.Ratio, State: report.Hidden}},
		{"withheld", report.Ratio, report.Cell{Text: "withheld"}},
	} {
		if got := report.Printed(c.text, c.unit); got != c.want {
			t.Errorf("%q: %+v", c.text, got)
		}
	}
}

// What is kept with an action is seen through the view of its year.
func TestPlanTellsNothingHidden(t *testing.T) {
	for _, full := range []bool{true, false} {
		r := example(t, full, nil)
		board := example(t, true, nil).Results.Indicator("9")
		e, err := plan.EvidenceOf(board.Indicator, board.Figure(2023))
		if err != nil {
			t.Fatal(err)
		}
		a := plan.Action{ID: "A-0001", Number: "1", Text: "Recruit", Indicators: "9", Progress: "2024-05-01: begun"}.Answering(e, words.For(r.Results.Settings))
		r.Actions, r.Before = []plan.Action{a}, &yearly.Before{Year: 2023, Actions: []plan.Action{a}}
		page := written(t, r, "md")
		if told := strings.Contains(page, "1 of 15"); told != full {
			t.Errorf("full %v: the plan tells of the board: %v", full, told)
		}
		if hidden := strings.Contains(page, `What the figure was is hidden to protect people \[c\]`); hidden == full {
			t.Errorf("full %v: the plan says that its figure is hidden: %v", full, hidden)
		}
		if !strings.Contains(page, "Carried over as action 1. 1 May 2024: begun.") {
			t.Error("what became of the action is not told")
		}
	}
}

// Where the bands of several staff categories are told of, each says of whom.
func TestStaffCategoriesAreNamed(t *testing.T) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	for _, c := range []model.StaffCategory{model.Clinical, model.NonClinical} {
		for _, b := range []model.Band{model.Band5, model.Band6} {
			var counts model.Tally
			counts.Add(model.WhiteGroup, 200)
			counts.Add(model.BMEGroup, 60)
			o.Ensure(2024).Workforce[model.Post{Category: c, Band: b}] = counts
		}
	}
	page := written(t, yearly.Report{Results: indicator.Compute(o)}, "md")
	for _, want := range []string{"- **Indicator 1, clinical staff:** ", "- **Indicator 1, non-clinical staff:** ", "\n**Clinical staff:** ", "\n**Non-clinical staff:** ", "- **Indicator 1:** Of all staff"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if page := written(t, example(t, false, nil), "md"); strings.Contains(page, "**Non-clinical staff:**") {
		t.Error("the only category is named")
	}
}

// part is what stands under a heading of a page, up to the next of its level.
func part(t *testing.T, page, heading string) string {
	t.Helper()
	_, behind, found := strings.Cut(page, "\n"+heading+"\n")
	if !found {
		t.Fatalf("no %q", heading)
	}
	level, _, _ := strings.Cut(heading, " ")
	text, _, _ := strings.Cut(behind, "\n"+level+" ")
	return text
}

// A count stands under no verdict, what cannot be told says why, and the findings say of how
// many staff the ethnicity is recorded and who the very senior managers are.
func TestKeyFindings(t *testing.T) {
	full, public := written(t, example(t, true, nil), "md"), written(t, example(t, false, nil), "md")
	for _, page := range []string{full, public} {
		staff := part(t, page, "### All staff")
		for _, want := range []string{"Of all staff 20.4% are ethnically diverse (380 of 1,863)", "The ethnicity of 97.9% of staff is recorded (1,823 of 1,863)"} {
			if !strings.Contains(staff, want) {
				t.Errorf("%q lacks %q", staff, want)
			}
		}
		for _, heading := range []string{"### Cannot be told from these figures", "### No significant difference"} {
			if text := part(t, page, heading); strings.Contains(text, "Of all staff") || !strings.Contains(text, "The number of respondents is not given. ") {
				t.Errorf("%s: %s", heading, text)
			}
		}
		if strings.Contains(page, "difference:** Of all") || strings.Contains(page, "figures:** ED staff") {
			t.Error("a count has a verdict at a glance")
		}
	}
	const manager = "Of 15 very senior managers (VSM) 1 is ethnically diverse (6.7%)."
	if !strings.Contains(full, manager) || strings.Contains(public, manager) {
		t.Error("the very senior managers are not told of, or are where they are hidden")
	}
	if text := part(t, full, "### Cannot be told from these figures"); !strings.Contains(text, "Were 11 members drawn by lot from the workforce") {
		t.Errorf("of the board it is not said why: %s", text)
	}
}

// The clusters and the very senior managers stand over the years, with what the appendix has of
// each.
func TestBandsOverYears(t *testing.T) {
	for full, want := range map[bool][]string{
		true: {"| **Non-clinical staff, cluster 4 (bands 8c to VSM), ethnically diverse share** | 6.7% | 6.5% | 9.0% |",
			"| **Non-clinical staff, VSM, all** | 16 | 17 | 15 |", "| **Non-clinical staff, VSM, ethnically diverse** | 0 | 0 | 1 |",
			"| **Non-clinical staff, VSM, ethnically diverse share** | 0.0% | 0.0% | 6.7% |"},
		false: {"| **Non-clinical staff, cluster 3 (bands 8a and 8b), ethnically diverse share** | 15.8% | 17.6% | 18.3% |",
			`| **Non-clinical staff, VSM, ethnically diverse** | 0 | 0 | \[c\] |`},
	} {
		page := written(t, example(t, full, nil), "md")
		for _, line := range want {
			if !strings.Contains(page, line) {
				t.Errorf("full %v: no %s", full, line)
			}
		}
	}
}

// What is the same of several indicators or years is said once.
func TestNothingSuppliedIsSaidOnce(t *testing.T) {
	o := &model.Organisation{Settings: model.DefaultSettings()}
	for _, y := range []model.Year{2023, 2024} {
		var counts model.Tally
		counts.Add(model.WhiteGroup, 200)
		counts.Add(model.BMEGroup, 60)
		o.Ensure(y).Workforce[model.Post{Category: model.Clinical, Band: model.Band5}] = counts
	}
	page := written(t, yearly.Report{Results: indicator.Compute(o)}, "md")
	if !strings.Contains(page, "- **Indicators 2 to 9:** Not supplied for 2024.") || strings.Count(page, "Not supplied for 2024.") != 1 {
		t.Error("what has no figures is not said in one point")
	}
	if !strings.Contains(page, "\nNot supplied for 2023 and 2024.\n") || strings.Contains(page, "2023: not supplied") {
		t.Error("years without figures are not said in one sentence")
	}
}

// A plan that could not be read is not said to have no actions.
func TestPlanThatCouldNotBeRead(t *testing.T) {
	r := example(t, false, nil)
	r.Actions, r.Unread = nil, true
	page := flat(written(t, r, "md"))
	if strings.Contains(page, "There are no actions") {
		t.Error("the report says that there are no actions")
	}
	for _, want := range []string{"The action plan of 2024 could not be read, so its actions are not in this report.", "**Action plan:** that of 2024 could not be read."} {
		if !strings.Contains(page, want) {
			t.Errorf("the report lacks %q", want)
		}
	}
}

// Nothing is still to come of a plan that has ended, nor of actions that have.
func TestActionsDone(t *testing.T) {
	for _, c := range []struct {
		statuses []string
		ended    bool
		want     string
	}{
		{[]string{"in progress", "done"}, false, "2 actions, 1 done."},
		{[]string{"in progress"}, false, "1 action, none done yet."},
		{[]string{"in progress"}, true, "1 action, none done."},
		{[]string{"cancelled"}, false, "1 action, none done, 1 ended without being done."},
		{[]string{"cancelled", "in progress"}, false, "2 actions, none done yet, 1 ended without being done."},
		{[]string{"withdrawn", "done"}, true, "2 actions, 1 done, 1 ended without being done."},
	} {
		r := example(t, false, nil)
		r.Actions, r.Ended = nil, c.ended
		for _, status := range c.statuses {
			r.Actions = append(r.Actions, plan.Action{ID: "A-0001", Text: "Look into it", Status: status})
		}
		if page := flat(written(t, r, "md")); !strings.Contains(page, "**Action plan:** "+c.want) {
			t.Errorf("%v, ended %v: the report lacks %q", c.statuses, c.ended, c.want)
		}
	}
}

// pageOf gives the report of extracts, in the full view as Markdown.
func pageOf(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := fstest.MapFS{}
	for name, content := range files {
		dir[name] = &fstest.MapFile{Data: []byte(content)}
	}
	o, _, err := loaders.Open(context.Background(), dir, loaders.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return flat(written(t, yearly.Report{Results: indicator.Compute(o)}, "md"))
}

// What is said to have no figures has none in the report.
func TestNoFiguresAboveFigures(t *testing.T) {
	board := "year,ethnicity,headcount\n2024,White,9\n2024,BME,2\n"
	survey := "year,indicator,ethnicity,percentage\n2024,5,White,24.1\n"
	for name, page := range map[string]string{
		"because the BME share of the workforce is not supplied.": pageOf(t, map[string]string{"board.csv": board}),
		"24.1% of White r": pageOf(t, map[string]string{"survey.csv": survey}),
	} {
		_, found, _ := strings.Cut(page, "## Key findings")
		found, _, _ = strings.Cut(found, "## Action plan")
		_, none, cut := strings.Cut(found, "### No figures")
		if !cut || !strings.Contains(found, "### No comparison possible") || !strings.Contains(found, name) || strings.Contains(none, name) {
			t.Errorf("%q stands under no figures, or nowhere: %s", name, found)
		}
	}
}

// What is not given is not available, and neither is what is made of it; nothing of that is
// called not applicable, or hidden.
func TestMarksOfWhatIsNotGiven(t *testing.T) {
	board := pageOf(t, map[string]string{"board.csv": "year,ethnicity,headcount\n2024,White,9\n2024,BME,2\n"})
	survey := pageOf(t, map[string]string{"survey.csv": "year,indicator,ethnicity,percentage,respondents\n2023,5,White,24.1,300\n2023,5,BME,30.2,120\n2024,5,White,24.1,300\n"})
	events := pageOf(t, map[string]string{"recruitment.csv": "year,ethnicity,shortlisted,appointed\n2023,White,100,40\n2023,BME,80,20\n2024,White,100,40\n"})
	for _, c := range []struct{ page, row string }{
		{board, `| **Workforce, share BME** | \[x\] |`},
		{board, `| **Board members, share minus that of the workforce, percentage points** | \[x\] |`},
		{survey, `| **BME, 95% confidence interval, lower limit** | 22.5% | \[x\] |`},
		{survey, `| **Gap, BME − White, percentage points** | 6.1 | \[x\] |`},
		{events, `| **Relative likelihood, White ÷ BME** | 1.60 | \[x\] |`},
	} {
		if !strings.Contains(c.page, c.row) {
			name, _, _ := strings.Cut(c.row, "** |")
			_, is, _ := strings.Cut(c.page, name)
			t.Errorf("%s: not in the report, but %.60s", c.row, is)
		}
	}
}

// Neither view of a year's report is taken for the other, nor written over it.
func TestFileName(t *testing.T) {
	for got, want := range map[string]string{
		yearly.FileName(2024, false, "docx"): "wres-report-2024.docx",
		yearly.FileName(2024, true, "md"):    "wres-report-2024-full.md",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
