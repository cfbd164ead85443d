// Package paneltest is what the tests of the panels share: an organisation with years of
// every kind, the snapshot of it that a panel shows, and ways to press keys and to read
// what is on the page. Tests alone import it.
package paneltest

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Counted makes a tally of the three groups.
func Counted(white, bme, unknown int) model.Tally {
	var t model.Tally
	t.Add(model.WhiteGroup, white)
	t.Add(model.BMEGroup, bme)
	t.Add(model.UnknownEthnicity, unknown)
	return t
}

// WithheldReason is why the organisation withholds indicator 3 in 2024.
const WithheldReason = "fewer than five cases, so people could be known"

// workforceOf fills a workforce with bands of three staff categories: one band
// too small for a percentage, and one that is a part of another.
func workforceOf(r *model.Return, more int) {
	non, clin, med := model.NonClinical, model.Clinical, model.MedicalAndDental
	for post, t := range map[model.Post]model.Tally{
		{Category: non, Band: model.UnderBand1}:                 Counted(6, 2, 0),
		{Category: non, Band: model.Band2}:                      Counted(89+more, 21, 1),
		{Category: non, Band: model.Band8a}:                     Counted(233+more, 33, 7),
		{Category: non, Band: model.Band8c}:                     Counted(16, 2, 4),
		{Category: non, Band: model.VSM}:                        Counted(51, 5, 0),
		{Category: clin, Band: model.Band5}:                     Counted(1400, 300, 21),
		{Category: clin, Band: model.Band6}:                     Counted(700, 90, 3),
		{Category: med, Band: model.Consultant}:                 Counted(30, 20, 0),
		{Category: med, Band: model.SeniorMedicalManager}:       Counted(9, 3, 0),
		{Category: med, Band: model.NonConsultantCareerGrade}:   Counted(20, 30, 2),
		{Category: med, Band: model.OtherMedical}:               Counted(4, 8, 0),
		{Category: model.AnyCategory, Band: model.AnyBand}:      Counted(1, 1, 1),
		{Category: model.AnyCategory, Band: model.TraineeGrade}: Counted(11, 14, 0),
	} {
		r.Workforce[post] = t
	}
}

// Categorised has the staff of two bands of three staff categories by ethnic category, in
// two years, and a band of few; the year before them counts the groups alone.
func Categorised() *model.Organisation {
	o := &model.Organisation{Name: "Test trust", Settings: model.DefaultSettings()}
	kinds := []model.Ethnicity{
		model.WhiteBritish, model.WhiteIrish, model.OtherWhite, model.WhiteAndBlackCaribbean, model.WhiteAndAsian, model.Indian, model.Pakistani,
		model.Chinese, model.OtherAsian, model.African, model.Caribbean, model.OtherEthnic, model.NotStated, model.Missing,
	}
	posts := map[model.Post][]int{
		{Category: model.NonClinical, Band: model.Band5}:           {140, 4, 11, 2, 1, 22, 9, 3, 6, 14, 5, 3, 8, 2},
		{Category: model.NonClinical, Band: model.Band8c}:          {31, 1, 2, 0, 0, 1, 0, 0, 1, 1, 0, 0, 3, 1},
		{Category: model.NonClinical, Band: model.VSM}:             {5, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0},
		{Category: model.Clinical, Band: model.Band5}:              {80, 2, 9, 1, 2, 31, 4, 2, 18, 27, 6, 5, 6, 0},
		{Category: model.Clinical, Band: model.Band6}:              {60, 1, 6, 1, 0, 14, 2, 1, 9, 8, 4, 2, 3, 1},
		{Category: model.MedicalAndDental, Band: model.Consultant}: {20, 1, 3, 0, 1, 17, 6, 2, 4, 3, 0, 4, 2, 1},
	}
	for post, counts := range posts {
		o.Ensure(2022).Workforce[post] = Counted(counts[0], counts[5]+counts[9], counts[12])
		for y := model.Year(2023); y <= 2024; y++ {
			var t model.Tally
			for i, n := range counts {
				t.Add(kinds[i], n+int(y-2023)*(n/20))
			}
			o.Ensure(y).Workforce[post] = t
		}
	}
	return o
}

// Organisation has years with and without figures, and of every kind.
func Organisation() *model.Organisation {
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
		r.Board[model.Seat{Voting: model.Yes, Executive: model.Yes}] = Counted(5, 1, 0)
		r.Board[model.Seat{Voting: model.Yes, Executive: model.No}] = Counted(5, 0, 0)
		r.Events["disciplinary"] = &model.Events{Count: Counted(7, 7, 0)}
		r.Events["training"] = &model.Events{Count: Counted(400, 60, 5)}
	}
	recruit := func(y model.Year, shortlisted, appointed model.Tally) {
		o.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: shortlisted, Appointed: appointed}}
	}
	recruit(2022, Counted(1052, 504, 69), Counted(355, 90, 34))
	o.Ensure(2024).Recruitment = []model.Recruitment{ // 144 of 427, 51 of 371 and 3 of 22
		{Internal: model.No, Shortlisted: Counted(400, 250, 20), Appointed: Counted(130, 16, 2)},
		{Internal: model.Yes, Shortlisted: Counted(25, 21, 2), Appointed: Counted(14, 5, 1)},
		{Campaign: "International nurses\x1b[31m", Internal: model.No, Shortlisted: Counted(2, 100, 0), Appointed: Counted(0, 30, 0)},
	}
	recruit(2021, Counted(835, 409, 35), Counted(226, 0, 9)) // a ratio to nought
	o.Return(2024).WorkforceNote = "illustrative"
	o.Return(2024).Events["disciplinary"] = &model.Events{Count: Counted(7313, 7319, 0)}
	o.Return(2024).Statuses["3"] = model.Status{State: model.Withheld, Reason: WithheldReason}
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

// Data is a snapshot of the fixture at 2024.
func Data(charset theme.Charset) panel.Data {
	r := indicator.Compute(Organisation())
	p, _ := plan.Plan{}.Add(plan.Action{Text: "Review panels", Indicators: "2; 7"})
	return panel.Data{
		Results: r, Year: 2024, Words: words.For(r.Settings), Plan: p,
		Theme: theme.New("", true, charset, colorprofile.TrueColor),
	}
}

// Body is every line of an indicator's panel, without styles and before the page pads it.
func Body(t testing.TB, p panel.Panel) string {
	t.Helper()
	page, ok := p.(interface{ Compose() []string })
	if !ok {
		t.Fatalf("%T is no panel of an indicator", p)
	}
	return ansi.Strip(strings.Join(page.Compose(), "\n"))
}

// Flat is a text without its line breaks, to look for words that wrap.
func Flat(s string) string { return strings.Join(strings.Fields(s), " ") }

// Press presses letters, one after the other.
func Press(p panel.Panel, keys string) {
	for _, k := range keys {
		p.Update(tea.KeyPressMsg{Code: k, Text: string(k)})
	}
}

// Shown puts a panel into a box, hands it a snapshot and presses keys.
func Shown(p panel.Panel, d panel.Data, keys string, width, height int) panel.Panel {
	p.SetSize(width, height)
	p.SetData(d)
	Press(p, keys)
	return p
}

// Top scrolls to the first line.
func Top(p panel.Panel) { p.Update(tea.KeyPressMsg{Code: tea.KeyHome}) }

// Widths are those that panels are drawn at, from narrower than the least window on.
func Widths() []int { return []int{38, 40, 60, 80, 120, 200, 400} }

// CheckBox fails unless the view of an indicator's panel is exactly the box, and unless no prepared line
// is wider than it: the page would cut such a line without a word.
func CheckBox(t *testing.T, name string, p panel.Panel, width, height int, charset theme.Charset) {
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
		p.Update(tea.KeyPressMsg{Code: tea.KeyEnd})
	}
	for line := range strings.SplitSeq(Body(t, p), "\n") {
		if w := ansi.StringWidth(line); w > width {
			t.Fatalf("%s: a line of %d cells would be cut to %d: %q", name, w, width, line)
		}
		if at := strings.IndexFunc(line, func(r rune) bool { return charset == theme.ASCII && r > 0x7E }); at >= 0 {
			t.Fatalf("%s: ASCII line holds a sign that it has not: %q", name, line)
		}
	}
}
