package plan

import (
	"fmt"
	"strings"

	"wres/model/plan"
	"wres/model/words"
	"wres/tui/panel"
	"wres/tui/theme"
)

// detail shows the action under the cursor whole: what became of its figures, what
// it says, and what would make it stronger.
func (p *actionPlan) detail(a plan.Action) []string {
	t := p.Data.Theme
	var lines []string
	add := func(style theme.Style, text string) { lines = append(lines, p.Text(style, text)...) }
	if a.Overdue(p.Data.Today) {
		add(t.Styles.Notice, words.Capital(p.due(a))+".")
	}
	for _, progress := range p.Data.Progress[a.ID] {
		if progress.Indicator == "" { // the advice says it
			continue
		}
		text := fmt.Sprintf("Indicator %s, %s. %s", progress.Indicator, progress.State, progress.Reason)
		add(t.Styles.Text, p.Data.Clean(text))
	}
	if len(lines) > 0 {
		lines = append(lines, "")
	}
	lines = append(lines, p.fields(a)...)
	advice := advice(p.Data, a.ID)
	if len(advice) > 0 {
		lines = append(lines, "")
		add(t.Styles.Key, "To make it stronger:")
	}
	for _, text := range advice {
		add(t.Styles.Text, t.Glyphs.Bullet+" "+text)
	}
	return lines
}

// fields shows every field that has something, whole.
func (p *actionPlan) fields(a plan.Action) (lines []string) {
	t := p.Data.Theme
	if r := p.Data.Results; r != nil && r.Publication {
		a, _ = a.Public(r)
	}
	for _, field := range plan.Fields() {
		value := field.Value(a)
		if strings.TrimSpace(value) == "" || field.Column == "id" || field.Column == "number" || field.Column == "indicators" { // which the row says
			continue
		}
		for i, part := range strings.Split(value, "\n") {
			text := "  " + p.Data.Clean(part)
			if i == 0 {
				text = field.Label + ": " + p.Data.Clean(part)
			}
			lines = append(lines, p.Text(t.Styles.Text, text)...)
		}
	}
	return lines
}

// advice gives what would make an action stronger, or the plan where id is "".
func advice(d panel.Data, id string) (all []string) {
	for _, finding := range d.Advice {
		if finding.ID == id {
			all = append(all, d.Clean(finding.Message))
		}
	}
	return all
}

// gaps names what the plan as a whole leaves out.
func (p *actionPlan) gaps() (lines []string) {
	t := p.Data.Theme
	for i, text := range advice(p.Data, "") {
		if i == 0 {
			lines = append(lines, "")
			lines = append(lines, p.Text(t.Styles.Key, "What no action answers yet:")...)
		}
		lines = append(lines, p.Text(t.Styles.Text, t.Glyphs.Bullet+" "+text)...)
	}
	return lines
}
