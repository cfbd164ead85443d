package meeting_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"wres/loaders"
	"wres/loaders/exampletest"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/meeting"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/words"
)

var today = time.Date(2025, time.April, 14, 0, 0, 0, 0, time.UTC)

// safe marks what was made safe, so that a test sees what was not.
func safe() report.Safe {
	line := func(s string) string { return strings.ReplaceAll(s, "\x1b", "<ESC>") }
	return report.Safe{Line: line, Lines: line}
}

func pages(r *indicator.Results, actions ...plan.Action) []meeting.Page {
	y := r.Latest()
	return meeting.Pages(meeting.Source{Results: r, Year: y, Found: findings.Of(r, y, actions), Plan: report.Outlook{Actions: actions, Today: today, Screen: true}, Safe: safe()})
}

func organisation(years ...func(*model.Organisation)) *indicator.Results {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	for _, year := range years {
		year(o)
	}
	return indicator.Compute(o)
}

func tally(white, bme int) model.Tally {
	var t model.Tally
	t.Add(model.WhiteGroup, white)
	t.Add(model.BMEGroup, bme)
	return t
}

func recruited(y model.Year, white, whiteIn, bme, bmeIn int) func(*model.Organisation) {
	return func(o *model.Organisation) {
		o.Ensure(y).Recruitment = append(o.Ensure(y).Recruitment, model.Recruitment{Shortlisted: tally(white, bme), Appointed: tally(whiteIn, bmeIn)})
	}
}

func staffed(y model.Year, bands map[model.Band][2]int) func(*model.Organisation) {
	return func(o *model.Organisation) {
		for b, n := range bands {
			o.Ensure(y).Workforce[model.Post{Category: model.Clinical, Band: b}] = tally(n[0], n[1])
		}
	}
}

// page gives the page of a key.
func page(t *testing.T, all []meeting.Page, key string) meeting.Page {
	t.Helper()
	for _, p := range all {
		if p.Key == key {
			return p
		}
	}
	t.Fatalf("no page %q among %v", key, all)
	return meeting.Page{}
}

func bars(s *meeting.Story) (all []string) {
	for _, b := range s.Bars {
		all = append(all, strings.TrimSpace(b.Name+" "+b.Counts))
	}
	return all
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: got %q, want %q", what, got, want)
	}
}

func TestPagesOfTheExample(t *testing.T) {
	late := plan.Action{ID: "A-0001", Number: "1", Text: "Train\x1b panels", Indicators: "2", Deadline: "31 January 2025", Lead: "OD Team"}
	all := pages(exampletest.Results(t), late)
	var keys []string
	for _, p := range all {
		keys = append(keys, p.Key+" → "+p.Panel)
	}
	same(t, "pages", keys, []string{"2 → 2", "cannot be told → 0", "no figures → 0", "plan → p"})
	s := all[0].Story
	same(t, "said", []string{s.Figure, s.Unit, s.Said, s.Doubt}, []string{"2.45", "times",
		"White applicants were 2.45 times as likely to be appointed from shortlisting as ethnically diverse applicants (95% confidence interval 1.85 to 3.28): 144 of 427 (33.7%) against 51 of 371 (13.7%).",
		"The difference is statistically significant in each year from 2022 to 2024, and still is when allowance is made for testing 3 indicators at once. In 2023 the ratio was 1.89: no significant change."})
	same(t, "bars", bars(s), []string{"White 144 of 427", "ethnically diverse 51 of 371"})
	same(t, "beside", s.Beside, []string{"England, NHS trusts only 1.59 (2023)", "North West 2.01 (2024)"})
	same(t, "answers", s.Answers, []string{"1 Train<ESC> panels (OD Team): 2 months late"})
	same(t, "takes", []string{s.Caveat, s.Takes, s.Then}, []string{"Arithmetic on one year's counts, no forecast and no quota.",
		"Level (1.00): 75 more appointments of ethnically diverse applicants (126 of 371), or 40 of the 144 that went to White applicants.", "The ratio would be 0.99 (95% confidence interval 0.82 to 1.21)."})
	if len(s.Years) != 3 {
		t.Errorf("%+v", s)
	}
	same(t, "asks", []string{s.Asks[0].Question, s.Asks[0].Answer}, []string{"By pay band? Without a campaign? External only?", "Not in the data."})
	if none := pages(exampletest.Results(t))[0].Answers; !slices.Equal(none, []string{"No open action answers it"}) {
		t.Errorf("without an action: %q", none)
	}
}

// What is said and how sure that is come apart from the model: a full stop within a label,
// and what the extract notes, are no end of what is said.
func TestSaidIsWhole(t *testing.T) {
	o := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	o.Settings.Labels[model.BME] = "diverse (incl. Roma)"
	recruited(2024, 427, 144, 371, 51)(o)
	staffed(2024, map[model.Band][2]int{model.Band2: {300, 180}, model.Band5: {750, 150}, model.Band8a: {200, 20}, model.Band8c: {190, 5}})(o)
	o.Ensure(2024).WorkforceNote = "illustrative"
	all := pages(indicator.Compute(o))
	if s := page(t, all, "2"); !strings.HasPrefix(s.Said, "White applicants were ") || !strings.HasSuffix(s.Said, "51 of 371 (13.7%).") || !strings.HasPrefix(s.Doubt, "The difference is statistically significant") {
		t.Errorf("%q, %q", s.Said, s.Doubt)
	}
	if s := page(t, all, "1/clinical/bands"); !strings.HasPrefix(s.Said, "The share of ") || !strings.Contains(s.Said, "In bands 8c and above 2.6% of") || !strings.Contains(s.Doubt, "come with the note “illustrative”") {
		t.Errorf("%q, %q", s.Said, s.Doubt)
	}
}

// A gap has its size and its direction in words, and no sign.
func TestStoryOfGaps(t *testing.T) {
	r := organisation(func(o *model.Organisation) {
		ret := o.Ensure(2024)
		ret.Survey[model.SurveyKey{Indicator: "6", Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: 0.2, Respondents: 900}
		ret.Survey[model.SurveyKey{Indicator: "6", Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: 0.1, Respondents: 800}
		ret.Workforce[model.Post{}] = tally(500, 500)
		ret.Board[model.Seat{}] = tally(29, 1)
	})
	survey, board := page(t, pages(r), "6").Story, page(t, pages(r), "9").Story
	same(t, "survey", append(bars(survey), survey.Figure, survey.Unit, survey.Takes), []string{"BME of 800", "White of 900", "10.0", "percentage points lower", ""})
	same(t, "board", append(bars(board), board.Figure, board.Unit), []string{"Board 1 of 30", "Workforce", "46.7", "percentage points below the workforce"})
	if !strings.Contains(board.Takes, "14 more BME members") || survey.Bars[0].Group != model.BME {
		t.Errorf("%+v", board)
	}
}

func TestStoryOfBands(t *testing.T) {
	alike := map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {600, 200}, model.Band8a: {300, 100}}
	falls := map[model.Band][2]int{model.Band2: {300, 180}, model.Band5: {750, 150}, model.Band8a: {200, 20}, model.Band8c: {190, 5}}
	all := pages(organisation(staffed(2023, alike), staffed(2024, falls)))
	s := page(t, all, "1/clinical/bands").Story
	same(t, "bars", bars(s), []string{"Bands 8c and above 5 of 195", "The other bands 350 of 1,600"})
	if s.Figure != "2.6%" || s.Unit != "BME staff in bands 8c and above" || s.Bars[1].Share.Interval == nil || len(s.Beside) != 0 || !strings.HasPrefix(s.Takes, "The share of all staff (19.8%): ") {
		t.Errorf("%+v", s)
	}
	if s.Bands != (plan.Bands{Category: model.Clinical, First: model.Band8c, Last: model.VSM}) {
		t.Errorf("an action is about %+v", s.Bands)
	}
	whole := page(t, all, "1").Story
	same(t, "years", bars(whole), []string{"2023 400 of 1,600", "2024 355 of 1,795"})
	stands := map[model.Band][2]int{model.Band2: {300, 100}, model.Band5: {600, 20}, model.Band8a: {300, 100}}
	s = page(t, pages(organisation(staffed(2024, stands))), "1/clinical/bands").Story
	if got := bars(s); !slices.Contains(got, "Band 5 20 of 620") || s.Figure != "" || s.Takes != "" {
		t.Errorf("%q, %+v", got, s)
	}
}

// What the extract holds beside the two groups answers what may be asked.
func TestAsks(t *testing.T) {
	r := organisation(func(o *model.Organisation) {
		for _, part := range []model.Recruitment{
			{Band: model.Band5, Campaign: "Spring\x1b", Internal: model.Yes, Shortlisted: tally(200, 200), Appointed: tally(100, 40)},
			{Band: model.Band6, Campaign: "Autumn", Internal: model.No, Shortlisted: tally(150, 150), Appointed: tally(80, 30)},
		} {
			o.Ensure(2024).Recruitment = append(o.Ensure(2024).Recruitment, part)
		}
	})
	asks := page(t, pages(r), "2").Asks
	var all []string
	for _, ask := range asks {
		first, _, _ := strings.Cut(ask.Answer, ",")
		all = append(all, ask.Question+" "+first)
	}
	same(t, "asks", all, []string{"By pay band? Within the 2 pay bands that both groups applied for", "Without a campaign? Without Spring<ESC>: 2.67", "External only? External applicants: 2.67"})
}

// A significant change of a ratio that is not clear itself, and one finding with the
// board.
func TestStoryOfAChange(t *testing.T) {
	s := page(t, pages(organisation(recruited(2023, 400, 92, 400, 110), recruited(2024, 400, 110, 400, 92))), "2/change").Story
	if s.Figure != "1.20" || len(s.Bars) != 2 || len(s.Answers) != 0 {
		t.Errorf("%+v", s)
	}
}

func TestNothingClear(t *testing.T) {
	withheld := func(o *model.Organisation) {
		for _, ind := range indicator.Catalogue() {
			o.Ensure(2024).Statuses[ind.ID] = model.Status{State: model.Withheld, Reason: "too few staff"}
		}
	}
	for what, c := range map[string]struct {
		of   func(*model.Organisation)
		keys []string
		said string
	}{
		"too few":      {recruited(2024, 40, 4, 20, 1), []string{"nothing clear", "cannot be told", "no figures", "plan"}, "None."},
		"none found":   {recruited(2024, 400, 100, 400, 96), []string{"nothing clear", "cannot be told", "no figures", "plan"}, "None."},
		"all withheld": {withheld, []string{"nothing clear", "no figures", "plan"}, "None can be shown: there are no complete figures."},
	} {
		all := pages(organisation(c.of))
		var keys []string
		for _, p := range all {
			keys = append(keys, p.Key)
		}
		same(t, what, keys, c.keys)
		if got := all[0].Parts[0].Points[0]; got != c.said {
			t.Errorf("%s: %q", what, got)
		}
		if what == "none found" && all[1].Title != "No clear difference" {
			t.Errorf("%s: the page is called %q", what, all[1].Title)
		}
	}
}

// TestHiddenFindingsAreNotMissing: what a publication view hides is on a page that says so, and
// is not said to be without figures.
func TestHiddenFindingsAreNotMissing(t *testing.T) {
	board := func(o *model.Organisation) {
		var of model.Tally
		of.Add(model.WhiteGroup, 20)
		of.Add(model.BMEGroup, 3)
		o.Ensure(2024).Board[model.Seat{}] = of
		staffed(2024, map[model.Band][2]int{model.Band2: {800, 200}})(o)
	}
	for what, c := range map[string]struct {
		of   func(*model.Organisation)
		said string
	}{
		"all is hidden": {func(o *model.Organisation) {
			for e, n := range map[model.Ethnicity]int{model.WhiteGroup: 40, model.BMEGroup: 9} {
				o.Ensure(2024).Survey[model.SurveyKey{Indicator: "5", Ethnicity: e}] = model.SurveyAnswer{Share: 0.2, Respondents: n}
			}
		}, "None can be shown: what there is is hidden to protect people."},
		"some is": {func(o *model.Organisation) { board(o); recruited(2024, 400, 100, 400, 96)(o) }, "None among the figures that are shown."},
	} {
		view, _ := disclosure.View(organisation(c.of), disclosure.RuleOf(model.DefaultSettings()))
		all := pages(view)
		if said := all[0].Parts[0].Points[0]; said != c.said {
			t.Errorf("%s: %q, want %q", what, said, c.said)
		}
		last := page(t, all, meeting.NoFigures).Parts
		hidden := last[len(last)-1]
		if said := strings.Join(hidden.Points, "\n"); hidden.Heading != "Hidden to protect people" || !strings.Contains(said, ": [c].") || !strings.Contains(said, "[c]: ") {
			t.Errorf("%s: %+v", what, hidden)
		}
	}
}

// Every finding is on a page and on one only, in any organisation; what is clear has a
// page of its own, and no page says that nothing is clear beside one that is.
func TestEveryFindingIsOnAPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := func(name string, most int) int { return rapid.IntRange(0, most).Draw(t, name) }
		r := organisation(func(o *model.Organisation) {
			for _, y := range []model.Year{2023, 2024} {
				white, bme := n("white", 400), n("bme", 400)
				recruited(y, white, n("in", white), bme, n("in", bme))(o)
				staffed(y, map[model.Band][2]int{model.Band2: {n("w", 300), n("b", 300)}, model.Band6: {n("w", 300), n("b", 300)}, model.Band8c: {n("w", 90), n("b", 90)}})(o)
			}
		})
		y := r.Latest()
		if y == 0 {
			return
		}
		if rapid.Bool().Draw(t, "publication") {
			r, _ = disclosure.View(r, disclosure.RuleOf(r.Settings))
		}
		all := pages(r)
		for _, f := range findings.Of(r, y, nil) {
			on := 0
			for _, p := range all {
				switch {
				case p.Story != nil && p.Key == f.Key():
					on++
				case p.Story == nil && p.Key != meeting.ThePlan:
					for _, part := range p.Parts {
						for _, point := range part.Points {
							if strings.Contains(point, f.Indicator.ID+" "+f.Name+":") || strings.Contains(point, f.Indicator.ID+" "+f.Name+";") {
								on++
							}
						}
					}
				}
			}
			if on != 1 {
				t.Fatalf("%s (%s) is on %d pages", f.Key(), f.Kind, on)
			}
		}
		if clear := all[0].Story != nil; clear == slices.ContainsFunc(all, func(p meeting.Page) bool { return p.Key == meeting.NothingClear }) {
			t.Fatal("one page says that nothing is clear, another what is")
		}
	})
}

// A note is on a page whatever has become of what it was written on: of a finding that is
// told elsewhere now, of a category that is gone, of a year without figures, of a later
// program's page. One that has its page, and one of another year with figures, gets none.
func TestANoteWithoutItsPageHasOne(t *testing.T) {
	r := organisation(recruited(2023, 400, 100, 400, 96), recruited(2024, 427, 144, 371, 51))
	source := meeting.Source{Results: r, Year: 2024, Found: findings.Of(r, 2024, nil), Plan: report.Outlook{Today: today, Screen: true}, Safe: safe()}
	source.Notes = meeting.Notes{
		{Page: "2", Year: 2024}: "has its page", {Page: "plan", Year: 2023}: "another year's",
		{Page: "7", Year: 2024}: "a", {Page: "1/non-clinical/bands", Year: 2024}: "b", {Page: "2/change", Year: 2024}: "c", {Page: "nothing clear", Year: 2024}: "d",
		{Page: "2", Year: 2020}: "e", {Page: "x\x1b", Year: 2031}: "f",
	}
	var got []string
	for _, p := range meeting.Pages(source) {
		if p.Year == 0 {
			t.Errorf("%s is of no year", p.Key)
		}
		if p.Title == "A note whose page is gone" {
			got = append(got, p.Key+" "+p.Year.String()+" → "+p.Panel+": "+p.Parts[0].Points[0])
		}
	}
	same(t, "pages", got, []string{
		"x\x1b 2031 → 0: It was written in the meeting about 2031, on “x<ESC>”. There are no figures of that year now.",
		"1/non-clinical/bands 2024 → 0: It was written in the meeting about 2024, on “1 Pay bands, non-clinical staff”. That has no page of its own now.",
		"2/change 2024 → 0: It was written in the meeting about 2024, on “2 Appointed from shortlist, the change”. That has no page of its own now.",
		"7 2024 → 0: It was written in the meeting about 2024, on “7 Career progression”. That has no page of its own now.",
		"nothing clear 2024 → 0: It was written in the meeting about 2024, on “Nothing is clear”. That has no page of its own now.",
		"2 2020 → 0: It was written in the meeting about 2020, on “2 Appointed from shortlist”. There are no figures of that year now.",
	})
}

// The examples of every kind of extract: each finding that is clear has what its page
// needs.
func TestPagesOfAllKinds(t *testing.T) {
	o, _, err := loaders.Open(context.Background(), os.DirFS("../../testdata/kinds"), loaders.Options{}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages(indicator.Compute(o)) {
		if s := p.Story; s != nil && (s.Said == "" || !strings.HasSuffix(s.Said, ".") || len(s.Bars) == 0) {
			t.Errorf("%s: %+v", p.Key, s)
		}
	}
}

// TestNotesAsTexts names the page of each note, the latest year first.
func TestNotesAsTexts(t *testing.T) {
	notes := meeting.Notes{
		{Page: "1/clinical/bands", Year: 2023}: "two staff", {Page: "2", Year: 2024}: "one person", {Page: "nothing", Year: 2024}: "three of us",
	}
	var got []string
	for _, text := range notes.Texts(words.For(model.DefaultSettings()), "notes.json") {
		got = append(got, text.File+": "+text.What+" "+strings.Join(text.About, ",")+": "+text.Text)
	}
	same(t, "texts", got, []string{
		"notes.json: the note on “2 Appointed from shortlist”, 2024 2: one person",
		"notes.json: the note on “nothing”, 2024 : three of us",
		"notes.json: the note on “1 Pay bands, clinical staff”, 2023 1: two staff",
	})
}
