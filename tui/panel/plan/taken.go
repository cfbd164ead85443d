package plan

import (
	"strings"

	"wres/model/plan"
	"wres/tui/panel"
)

// Taken gives the action under the cursor as it may be published: what it says, who leads it,
// when it is due, and what it is measured by.
func (p *actionPlan) Taken() panel.Taken {
	if p.list.at >= len(p.list.rows) {
		return panel.Taken{}
	}
	a := card{&p.Page}.public(p.list.rows[p.list.at].action)
	says := []string{strings.TrimSuffix(plan.OneLine(a.Text), ".") + "."}
	for _, field := range [][2]string{{"Lead", a.Lead}, {"Due", a.Deadline}, {"Status", a.Status}, {"Indicators", a.Indicators}, {"Baseline", a.Baseline}, {"Target", a.Target}} {
		if text := plan.OneLine(field[1]); text != "" {
			says = append(says, field[0]+": "+strings.TrimSuffix(text, ".")+".")
		}
	}
	return panel.Taken{Name: strings.TrimSpace("Action " + plan.OneLine(a.Number)), Says: says}
}
