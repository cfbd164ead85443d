package panel

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/theme"
)

// counted makes a tally of the three groups.
func counted(white, bme, unknown int) model.Tally {
	var t model.Tally
	t.Add(model.WhiteGroup, white)
	t.Add(model.BMEGroup, bme)
	t.Add(model.UnknownEthnicity, unknown)
	return t
}

const withheldReason = "fewer than five cases, so people could be known"

// workforceOf fills a workforce with bands of three staff categories: one band
// too small for a percentage, and one that is a part of another.
func workforceOf(r *model.Return, more int) {
	non, clin, med := model.NonClinical, model.Clinical, model.MedicalAndDental
	for post, t := range map[model.Post]model.Tally{
		{Category: non, Band: model.UnderBand1}:                 counted(6, 2, 0),
		{Category: non, Band: model.Band2}:                      counted(89+more, 21, 1),
		{Category: non, Band: model.Band8a}:                     counted(233+more, 33, 7),
		{Category: non, Band: model.Band8c}:                     counted(16, 2, 4),
		{Category: non, Band: model.VSM}:                        counted(51, 5, 0),
		{Category: clin, Band: model.Band5}:                     counted(1400, 300, 21),
		{Category: clin, Band: model.Band6}:                     counted(700, 90, 3),
		{Category: med, Band: model.Consultant}:                 counted(30, 20, 0),
		{Category: med, Band: model.SeniorMedicalManager}:       counted(9, 3, 0),
		{Category: med, Band: model.NonConsultantCareerGrade}:   counted(20, 30, 2),
		{Category: med, Band: model.OtherMedical}:               counted(4, 8, 0),
		{Category: model.AnyCategory, Band: model.AnyBand}:      counted(1, 1, 1),
		{Category: model.AnyCategory, Band: model.TraineeGrade}: counted(11, 14, 0),
	} {
		r.Workforce[post] = t
	}
}

// fixtureOrganisation has years with and without figures, and of every kind.
func fixtureOrganisation() *model.Organisation {
	o := &model.Organisation{Name: "Test trust", Example: true, Settings: model.DefaultSettings()}
	o.Settings.Labels[model.BME] = "ethnically diverse"
	o.Ensure(2020)
	for i, y := range []model.Year{2021, 2022, 2024} {
		r := o.Ensure(y)
		workforceOf(r, i)
		for id, share := range map[string]float64{"5": 0.0648, "6": 0.135, "7": 0.6239, "8": 0.0486} {
			r.Survey[model.SurveyKey{Indicator: id, Ethnicity: model.WhiteGroup}] = model.SurveyAnswer{Share: share, Respondents: 900}
			r.Survey[model.SurveyKey{Indicator: id, Ethnicity: model.BMEGroup}] = model.SurveyAnswer{Share: share * 1.5, Respondents: 187}
		}
		r.Board[model.Seat{Voting: model.Yes, Executive: model.Yes}] = counted(5, 1, 0)
		r.Board[model.Seat{Voting: model.Yes, Executive: model.No}] = counted(5, 0, 0)
		r.Events["disciplinary"] = &model.Events{Count: counted(7, 7, 0)}
		r.Events["training"] = &model.Events{Count: counted(400, 60, 5)}
	}
	recruit := func(y model.Year, shortlisted, appointed model.Tally) {
		o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: shortlisted, Appointed: appointed}}
	}
	recruit(2022, counted(1052, 504, 69), counted(355, 90, 34))
	o.Ensure(2024).Recruitment = []model.Recruitment{ // 144 of 427, 51 of 371 and 3 of 22
		{Internal: model.No, Shortlisted: counted(400, 250, 20), Appointed: counted(130, 16, 2)},
		{Internal: model.Yes, Shortlisted: counted(25, 21, 2), Appointed: counted(14, 5, 1)},
		{Campaign: "International nurses\x1b[31m", Internal: model.No, Shortlisted: counted(2, 100, 0), Appointed: counted(0, 30, 0)},
	}
	recruit(2021, counted(835, 409, 35), counted(226, 0, 9)) // a ratio to nought
	o.Return(2024).WorkforceNote = "illustrative"
	o.Return(2024).Events["disciplinary"] = &model.Events{Count: counted(7313, 7319, 0)}
	o.Return(2024).Statuses["3"] = model.Status{State: model.Withheld, Reason: withheldReason}
	delete(o.Return(2024).Events, "training")
	o.Return(2024).Statuses["4"] = model.Status{State: model.NotCollected, Reason: "no central record is kept"}
	o.Benchmarks = []model.Benchmark{
		{Year: 2024, Indicator: "1", Measure: model.Share, Group: model.BME, HasGroup: true, Value: 0.286, Scope: "England", Source: "NHS England"},
		{Year: 2022, Indicator: "2", Measure: model.Ratio, Value: 1.54, Scope: "England", Source: "NHS England"},
		{Year: 2022, Indicator: "2", Measure: model.Ratio, Value: 1.62, Scope: "North West", Source: "HSJ"},
		{Year: 2024, Indicator: "2", Measure: model.Ratio, Value: 2.01, Scope: "North West", Source: "HSJ"},
		{Year: 2024, Indicator: "6", Measure: model.Share, Group: model.BME, HasGroup: true, Value: 0.249, Scope: "England", Source: "NHS England"},
		{Year: 2024, Indicator: "9", Measure: model.Difference, Value: -0.081, Scope: "England", Source: "NHS England"},
	}
	return o
}

// indicatorData is a snapshot of the fixture at 2024.
func indicatorData(charset theme.Charset) Data {
	r := indicator.Compute(fixtureOrganisation())
	p, _ := plan.Plan{}.Add(plan.Action{Text: "Review panels", Indicators: "2; 7"})
	return Data{
		Results: r, Year: 2024, Words: words.For(r.Settings), Plan: p,
		Theme: theme.New(true, charset, colorprofile.TrueColor),
	}
}

// everyIndicatorPanel makes every panel of an indicator, by its key.
func everyIndicatorPanel() map[string]Panel {
	all := map[string]Panel{}
	for _, ind := range indicator.Catalogue() {
		all[ind.ID] = NewIndicator(ind)
	}
	return all
}

// pageOf gives what all panels of indicators share.
func pageOf(t testing.TB, p Panel) *indicatorPage {
	t.Helper()
	switch p := p.(type) {
	case *bands:
		return &p.indicatorPage
	case *likelihood:
		return &p.indicatorPage
	case *survey:
		return &p.indicatorPage
	case *board:
		return &p.indicatorPage
	}
	t.Fatalf("%T is no panel of an indicator", p)
	return nil
}

// bodyText is every line of a panel, without styles and before the page pads it.
func bodyText(t testing.TB, p Panel) string {
	t.Helper()
	return ansi.Strip(strings.Join(pageOf(t, p).compose(), "\n"))
}

// flat is a text without its line breaks, to look for words that wrap.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }

func pressKeys(p Panel, keys string) {
	for _, k := range keys {
		p.Update(tea.KeyPressMsg{Code: k, Text: string(k)})
	}
}

func shown(d Data, id, keys string, width, height int) Panel {
	p := everyIndicatorPanel()[id]
	p.SetSize(width, height)
	p.SetData(d)
	pressKeys(p, keys)
	return p
}

var indicatorWidths = []int{38, 40, 60, 80, 120, 200, 400}

// checkBox fails unless the view is exactly the box, and unless no prepared line
// is wider than it: the page would cut such a line without a word.
func checkBox(t *testing.T, name string, p Panel, width, height int, charset theme.Charset) {
	t.Helper()
	for range 2 { // at the top and at the bottom
		lines := strings.Split(p.View(), "\n")
		if len(lines) != height {
			t.Fatalf("%s: %d lines, want %d", name, len(lines), height)
		}
		for i, line := range lines {
			if w := ansi.StringWidth(line); w != width {
				t.Fatalf("%s: line %d is %d cells wide, want %d: %q", name, i, w, width, ansi.Strip(line))
			}
		}
		pageOf(t, p).body.GotoBottom()
	}
	for line := range strings.SplitSeq(bodyText(t, p), "\n") {
		if w := ansi.StringWidth(line); w > width {
			t.Fatalf("%s: a line of %d cells would be cut to %d: %q", name, w, width, line)
		}
		if at := strings.IndexFunc(line, func(r rune) bool { return charset == theme.ASCII && r > 0x7E }); at >= 0 {
			t.Fatalf("%s: ASCII line holds a sign that it has not: %q", name, line)
		}
	}
}

func TestViewFillsItsBox(t *testing.T) {
	for _, charset := range []theme.Charset{theme.ASCII, theme.Basic, theme.Full} {
		d := indicatorData(charset)
		for id, p := range everyIndicatorPanel() {
			p.SetData(d)
			for _, width := range indicatorWidths {
				for _, height := range []int{8, 12, 24, 60} {
					p.SetSize(width, height)
					pageOf(t, p).body.GotoTop()
					checkBox(t, fmt.Sprintf("%s at %dx%d in %s", id, width, height, charset), p, width, height, charset)
				}
			}
		}
	}
}

func TestEveryYearFillsItsBox(t *testing.T) {
	d := indicatorData(theme.ASCII)
	for id, p := range everyIndicatorPanel() {
		for _, y := range append(slices.Clone(d.Results.Years), 0, 1999) {
			d.Year = y
			p.SetData(d)
			for _, width := range indicatorWidths {
				p.SetSize(width, 24)
				checkBox(t, fmt.Sprintf("%s in %d at %d", id, y, width), p, width, 24, theme.ASCII)
			}
		}
	}
}

func TestTinyAndEmpty(t *testing.T) {
	d := indicatorData(theme.Full)
	none := d
	none.Results, none.Year = indicator.Compute(&model.Organisation{Settings: model.DefaultSettings()}), 0
	for id, p := range everyIndicatorPanel() {
		for _, data := range []Data{{}, d, none} {
			for _, size := range [][2]int{{0, 0}, {1, 1}, {3, 2}, {10, 4}, {80, 0}, {0, 24}, {80, 1}} {
				p.SetSize(size[0], size[1])
				p.SetData(data)
				if got := p.View(); size[0] == 0 && got != "" {
					t.Errorf("%s at %v shows %q", id, size, got)
				}
			}
		}
		p.SetSize(80, 24)
		p.SetData(Data{Theme: d.Theme})
		if !strings.Contains(p.View(), "Reading the extracts…") {
			t.Errorf("%s does not say that it is reading", id)
		}
		p.SetData(none)
		if !strings.Contains(p.View(), "No extract gives figures of any year") {
			t.Errorf("%s does not say that there are no years", id)
		}
		outside := d
		outside.Year = 1999
		p.SetData(outside)
		if !strings.Contains(flat(bodyText(t, p)), "no figures for 1999: the extracts hold 2020 to 2024") {
			t.Errorf("%s does not say which years there are", id)
		}
	}
}

// Nothing that a reader needs may be lost to a narrow window.
func TestFiguresAreWhole(t *testing.T) {
	d := indicatorData(theme.ASCII)
	for _, width := range []int{38, 40, 60, 80, 120, 200} {
		for id, want := range map[string][]string{
			"1": {"2 of 8: fewer than 10 staff, no percentage", "12.0% 33/275", "9.1%   2/22", "whole workforce", "England", "28.6%"},
			"2": {"144 of 427  33.7%", "51 of 371  13.7%", "3 of 22  13.6%", "2.45", "355 of 1,052  33.7%", "1.89", "North West: 2.01"},
			"3": {"withheld", withheldReason, "7 of 2,"},
			"4": {"not collected", "no central record is kept", "400 of 2,"},
			"5": {"9.7%", "6.5%", "of 187", "of 900", "3.2"},
			"6": {"England: ethnically diverse 24.9%", "staff survey of autumn 2023"},
			"7": {"not the same measure as before"},
			"9": {"1 of 11", "1 of 6", "0 of 5", "no such members", "-8.1 percentage points"},
		} {
			text := bodyText(t, shown(d, id, "", width, 24))
			for _, w := range want {
				if !strings.Contains(text, w) && !strings.Contains(flat(text), w) {
					t.Errorf("%s at %d columns does not say %q:\n%s", id, width, w, text)
				}
			}
		}
	}
}

func TestWithheldShowsNoCount(t *testing.T) {
	d := indicatorData(theme.Full)
	for _, width := range indicatorWidths {
		text := bodyText(t, shown(d, "3", "", width, 60))
		for _, secret := range []string{"7313", "7,313", "7319", "7,319"} {
			if strings.Contains(text, secret) {
				t.Errorf("at %d columns a withheld count stands on the screen: %s", width, secret)
			}
		}
		if strings.Count(flat(text), withheldReason) != 1 {
			t.Errorf("at %d columns the reason does not stand exactly once:\n%s", width, text)
		}
	}
	d.Year = 2022 // the reason of another year stands at its row
	if text := flat(bodyText(t, shown(d, "3", "", 80, 60))); !strings.Contains(text, "withheld: "+withheldReason) {
		t.Errorf("another year's row does not say why it has no figure:\n%s", text)
	}
}

func TestDraft(t *testing.T) {
	d := indicatorData(theme.Full)
	for id, want := range map[string]string{
		"1": "16.8% in 2024 (526 of 3,130 staff)",
		"2": "2.45 in 2024 (White 144 of 427, ethnically diverse 51 of 371)",
		"3": "withheld in 2024",
		"4": "not collected in 2024",
		"5": "3.2 percentage points in 2024 (ethnically diverse 9.7% of 187, White 6.5% of 900)",
		"9": "−7.7 percentage points in 2024 (1 of 11 board members)",
	} {
		asked := shown(d, id, "", 80, 24).Update(tea.KeyPressMsg{Code: 'a', Text: "a"})
		if asked == nil {
			t.Fatalf("%s: a asks for nothing", id)
		}
		msg, ok := asked.(ask.Form)
		if !ok || msg.Action.Indicators != id || msg.Action.Baseline != want {
			t.Errorf("%s: draft %+v, want baseline %q", id, msg.Action, want)
		}
		figures := msg.Action.EvidenceFigures()
		if known := id != "3" && id != "4"; known != (len(figures) == 1) || known && (figures[0].Indicator != id || figures[0].Year != 2024) {
			t.Errorf("%s: evidence %q", id, msg.Action.Evidence)
		}
	}
	d.Year = 2021
	if got := draftFor(d, "2").Evidence; got != "" {
		t.Errorf("evidence of an undefined ratio: %q", got)
	}
	if got, want := draftFor(d, "2").Baseline, "n/a in 2021 (White 226 of 835, ethnically diverse 0 of 409)"; got != want {
		t.Errorf("undefined ratio: %q, want %q", got, want)
	}
	if got := draftFor(Data{}, "2"); got.Indicators != "2" || got.Baseline != "" {
		t.Errorf("draft before loading: %+v", got)
	}
}

// The word for a group is the organisation's own, everywhere.
func TestGroupWordsAreTheOrganisations(t *testing.T) {
	d := indicatorData(theme.Full)
	for id := range everyIndicatorPanel() {
		for _, width := range []int{40, 120} {
			if text := bodyText(t, shown(d, id, "", width, 24)); strings.Contains(text, "BME") {
				t.Errorf("%s at %d says BME:\n%s", id, width, text)
			}
		}
	}
}

func TestTitleKeepsYearAndNote(t *testing.T) {
	d := indicatorData(theme.Full)
	title := func(id string, width int) string {
		first, _, _ := strings.Cut(ansi.Strip(shown(d, id, "", width, 24).View()), "\n")
		return flat(first)
	}
	for _, c := range []struct {
		id    string
		width int
		want  string
	}{
		{"1", 38, "1 Staff by band illustrative · 2024"},
		{"1", 120, "1 Staff by band illustrative · non-clinical · 31 March 2024 · no action yet · example data"},
		{"2", 38, "2 Appointed from shortlist 2024"},
		{"2", 80, "2 Appointed from shortlist 31 March 2024 · 1 action · example data"},
	} {
		if got := title(c.id, c.width); got != c.want {
			t.Errorf("title at %d: %q, want %q", c.width, got, c.want)
		}
	}
}

func TestWarningsAndUndefined(t *testing.T) {
	d := indicatorData(theme.Full)
	d.Year = 2021
	text := flat(bodyText(t, shown(d, "2", "", 80, 24)))
	if want := "! Ratio: no value, because no ethnically diverse applicants were appointed from shortlisting (0 of 409)."; !strings.Contains(text, want) {
		t.Errorf("no warning %q in\n%s", want, text)
	}
	d.Year = 2024
	text = flat(bodyText(t, shown(d, "2", "", 80, 24)))
	if !strings.Contains(text, "2021 ratio: no value, because no ethnically diverse applicants were appointed") {
		t.Errorf("the row of 2021 does not say why it has no ratio:\n%s", text)
	}
	if !strings.Contains(text, "2020 not supplied") {
		t.Errorf("a year without figures is not said:\n%s", text)
	}
}

// An interval is drawn where there is one, and only there.
func TestIntervalsOnlyWhereGiven(t *testing.T) {
	d := indicatorData(theme.Full)
	legend := "95% CI"
	chartOf := func(id string) string { // the lines that are neither words nor a table
		var lines []string
		for line := range strings.SplitSeq(bodyText(t, shown(d, id, "", 80, 24)), "\n") {
			if strings.Contains(line, "├─┤ "+legend) || strings.ContainsAny(line, "├┤") {
				lines = append(lines, line)
			}
		}
		return strings.Join(lines, "\n")
	}
	for _, id := range []string{"1", "2", "5"} {
		if text := chartOf(id); !strings.Contains(text, "├─┤ "+legend) || strings.Count(text, "┤") < 3 {
			t.Errorf("%s does not draw its intervals:\n%s", id, text)
		}
	}
	if text := chartOf("9"); text != "" {
		t.Errorf("the board is all counted, and shows an interval:\n%s", text)
	}
	for i := range d.Results.Series {
		s := &d.Results.Series[i]
		for j := range s.Figures {
			bare(&s.Figures[j])
		}
	}
	for _, id := range []string{"1", "2", "5", "9"} {
		if text := chartOf(id); text != "" {
			t.Errorf("%s shows an interval that is not there:\n%s", id, text)
		}
	}
}

// bare takes every interval out of a figure.
func bare(f *indicator.Figure) {
	estimates := []*stats.Estimate{f.Ratio, f.Difference}
	for _, g := range f.Groups {
		estimates = append(estimates, g.Rate)
	}
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters, f.Senior} {
		for _, row := range rows {
			estimates = append(estimates, row.Share)
		}
	}
	for _, row := range f.Board {
		estimates = append(estimates, row.Share, row.Workforce, row.Difference)
	}
	for _, e := range estimates {
		if e != nil {
			e.Interval = nil
		}
	}
}

// Both captions name the group that is more likely on their side, whichever
// stands on top of the ratio.
func TestDirectionOfRatio(t *testing.T) {
	d := indicatorData(theme.Full)
	d.Year = 2022
	for id, want := range map[string]string{
		"2": "◂ ethnically diverse applicants more likely │ White applicants more likely ▸",
		"3": "◂ White staff more likely │ ethnically diverse staff more likely ▸",
	} {
		if text := flat(bodyText(t, shown(d, id, "", 80, 24))); !strings.Contains(text, want) {
			t.Errorf("%s does not say %q:\n%s", id, want, text)
		}
	}
}

// The marks of several scopes on one chart would read as a trend.
func TestOneBenchmarkScopeInChart(t *testing.T) {
	d := indicatorData(theme.Full)
	text := bodyText(t, shown(d, "2", "", 80, 24))
	if !strings.Contains(text, "benchmark: North West") || !strings.Contains(text, "benchmark 1.62") || strings.Contains(text, "benchmark 1.54") {
		t.Errorf("the chart does not keep to the selected year's scope:\n%s", text)
	}
}

// A board that is below the workforce stands left of the line.
func TestBoardSide(t *testing.T) {
	text := bodyText(t, shown(indicatorData(theme.Full), "9", "", 80, 24))
	for _, line := range []string{"total", "non-executive"} {
		at := strings.Index(text, line)
		row, _, _ := strings.Cut(text[at:], "\n")
		if dot, zero := strings.Index(row, "●"), strings.Index(row, "│"); dot < 0 || dot > zero {
			t.Errorf("%s is not left of the line: %q", line, row)
		}
	}
}

// TestPartsOfRecruitmentAreShown: the ratio without a campaign stands in a sentence, and
// every part in a table with the whole; a year without parts has neither.
func TestPartsOfRecruitmentAreShown(t *testing.T) {
	d := indicatorData(theme.Full)
	d.Clean = func(s string) string { return strings.ReplaceAll(s, "\x1b[31m", ".") }
	for _, width := range []int{44, 80, 120, 200} {
		p := NewIndicator(indicator.Lookup("2"))
		p.SetData(d)
		p.SetSize(width, 60)
		text := flat(bodyText(t, p))
		for _, want := range []string{
			"Parts of the recruitment, 2024", "Without International nurses.: 4.37, 95% confidence interval 2.87 to 6.74 (White 144 of 425, 33.9%; ethnically diverse 21 of 271, 7.7%).",
			"130 of 402", "46 of 350", "2.46", "nurses. ", "5 of 21", "2.35", "0.00",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("at %d: no %q in\n%s", width, want, bodyText(t, p))
			}
		}
	}
	d.Year = 2022
	p := NewIndicator(indicator.Lookup("2"))
	p.SetData(d)
	p.SetSize(120, 60)
	if text := bodyText(t, p); strings.Contains(text, "Parts of") {
		t.Error(text)
	}
}

// Every shape of indicator has a panel.
func TestEveryShapeHasAPanel(t *testing.T) {
	for _, ind := range indicator.Catalogue() {
		if indicatorPanels[ind.Shape] == nil {
			t.Errorf("indicator %s: its shape %q has no entry in indicatorPanels", ind.ID, ind.Shape)
		}
	}
}

// A page that has the short word for it says what clear means, once.
func TestClearIsExplained(t *testing.T) {
	d := indicatorData(theme.Full)
	panels := everyIndicatorPanel()
	panels["0"], panels["1, clinical"] = NewOverview(), shown(d, "1", "s", 80, 24)
	found := 0
	for id, p := range panels {
		for _, width := range []int{40, 80, 120, 200} {
			p.SetData(d)
			p.SetSize(width, 300)
			text := flat(ansi.Strip(p.View()))
			used := strings.Contains(text, "clear")
			if explained := strings.Count(text, "Clear: statistically significant at the 95% level"); used != (explained == 1) {
				t.Errorf("%s at %d says clear: %v, and explains it %d times:\n%s", id, width, used, explained, text)
			} else if used {
				found++
			}
		}
	}
	if found < 6 {
		t.Errorf("clear is said on %d pages", found)
	}
}
