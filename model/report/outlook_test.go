package report_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"wres/model"
	"wres/model/findings"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
)

// That each difference has an action is said of differences alone: a change that is clear
// asks for none, and may be for the better.
func TestOutlookOfAChange(t *testing.T) {
	o := report.Outlook{Actions: []plan.Action{{ID: "A-0001", Text: "Train", Indicators: "4"}}, Today: time.Date(2025, 4, 14, 0, 0, 0, 0, time.UTC)}
	safe := report.Safe{Line: func(s string) string { return s }, Lines: func(s string) string { return s }}
	clear := findings.Finding{Kind: findings.Clear, Year: 2024, About: findings.About{Indicator: indicator.Lookup("2")}, Name: "Appointed", Actions: o.Actions}
	change := clear
	change.Topic, change.Since = findings.Change, 2023
	for _, c := range []struct {
		found findings.Finding
		want  bool
	}{{clear, true}, {change, false}} {
		said := strings.Join(o.Section([]findings.Finding{c.found}, safe).Points, "\n")
		if strings.Contains(said, "Each significant difference of 2024 has an open action.") != c.want {
			t.Errorf("of topic %d: %s", c.found.Topic, said)
		}
	}
}

// A line break in a field is a space in a line, and never the name of a character.
func TestOutlookOfLines(t *testing.T) {
	named := func(s string) string { return strings.NewReplacer("\n", "<U+000A>", "\t", "<U+0009>").Replace(s) }
	safe := report.Safe{Line: named, Lines: named}
	a := plan.Action{ID: "A-0001", Number: "1\n", Text: "Ask why\n\tby band", Lead: "Head of\nOD", Indicators: "2", Deadline: "31 January 2024\n"}
	o := report.Outlook{Actions: []plan.Action{a}, Today: time.Date(2025, 4, 14, 0, 0, 0, 0, time.UTC)}
	late := findings.Finding{Kind: findings.Clear, Year: 2024, About: findings.About{Indicator: indicator.Lookup("2")}, Name: "Appointed", Actions: o.Actions}
	said := strings.Join(append(o.Section([]findings.Finding{late}, safe).Points, o.Answers(&late, safe)...), "\n")
	if strings.Contains(said, "<U+") || !strings.Contains(said, "Ask why by band (Head of OD)") {
		t.Error(said)
	}
}

// The advice on a plan looks at the last figures that each indicator has, and a page at
// one year: where these differ both name the year, so that they do not contradict each other.
func TestGapsNameTheirYear(t *testing.T) {
	organisation := &model.Organisation{Name: "Test", Settings: model.DefaultSettings()}
	recruited := func(y model.Year) {
		var shortlisted, appointed model.Tally
		for e, n := range map[model.Ethnicity][2]int{model.WhiteGroup: {427, 144}, model.BMEGroup: {371, 51}} {
			shortlisted.Add(e, n[0])
			appointed.Add(e, n[1])
		}
		organisation.Ensure(y).Recruitment = []model.Recruitment{{Shortlisted: shortlisted, Appointed: appointed}}
	}
	surveyed := func(y model.Year) {
		for e, share := range map[model.Ethnicity]float64{model.WhiteGroup: 0.2, model.BMEGroup: 0.4} {
			organisation.Ensure(y).Survey[model.SurveyKey{Indicator: "6", Ethnicity: e}] = model.SurveyAnswer{Share: share, Respondents: 900}
		}
	}
	recruited(2023)
	surveyed(2024)
	organisation.Ensure(2024).Statuses["2"] = model.Status{State: model.Withheld, Reason: "being checked"}
	r := indicator.Compute(organisation)
	var lint []string
	for _, f := range plan.Lint(plan.Plan{}, findings.Gaps(r), time.Now()) {
		lint = append(lint, f.Message)
	}
	said := strings.Join(lint, "\n")
	for _, want := range []string{"indicator 2, where the difference is significant in 2023.", "indicator 6, where the difference is significant in 2024."} {
		if !strings.Contains(said, want) {
			t.Errorf("the advice does not say %q:\n%s", want, said)
		}
	}
	safe := report.Safe{Line: func(s string) string { return s }, Lines: func(s string) string { return s }}
	for y, want := range map[model.Year]string{2023: "Significant in 2023 and without an open action: 2 Appointed from shortlist.", 2024: "Significant in 2024 and without an open action: 6 Harassment, bullying or abuse: staff."} {
		page := report.Outlook{Today: time.Now()}.Section(findings.Of(r, y, nil), safe)
		if !slices.Contains(page.Points, want) {
			t.Errorf("%q, want %q", page.Points, want)
		}
	}
}
