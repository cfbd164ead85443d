package report_test

import (
	"strings"
	"testing"
	"time"

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
