package plan

import (
	"fmt"
	"slices"
	"strings"

	"wres/model/plan"
	"wres/tui/panel"
	"wres/tui/theme"
)

// found gives the actions that hold what is looked for. In the publication view it looks for
// it in what is shown of them, lest a hidden figure be found by trying.
func found(d panel.Data, text string) []plan.Action {
	all := d.Plan.Actions()
	shown := map[string]bool{}
	for _, a := range plan.Filtered(plan.PublicActions(all, d.Results), text) {
		shown[a.ID] = true
	}
	return slices.DeleteFunc(slices.Clone(all), func(a plan.Action) bool { return !shown[a.ID] })
}

// arrange makes the rows anew and finds the cursor's again. Where its action is gone,
// the cursor is on the one that took its place.
func (p *actionPlan) arrange() {
	p.list.sections = p.list.arranged(found(p.Data, p.find.Value()))
	p.list.rows = nil
	at := -1
	for i, section := range p.list.sections {
		for _, a := range section.Actions {
			if a.ID == p.selected && (at < 0 || section.Name == p.section) {
				at = len(p.list.rows)
			}
			p.list.rows = append(p.list.rows, row{i, a})
		}
	}
	if at < 0 {
		at = max(min(p.list.at, len(p.list.rows)-1), 0)
	}
	if p.list.at = at; len(p.list.rows) > 0 && p.find.Value() == "" { // else the cursor comes back
		p.choose(at)
	}
}

func (p *actionPlan) rebuild() {
	if p.Width <= 0 || p.Data.Clean == nil {
		return
	}
	t, of := p.Data.Theme, card{&p.Page}
	above := p.notices()
	if p.Data.Plan.Len() == 0 {
		words := "There are no actions yet. Press n here to write one, or a on an indicator to start one from its figure."
		if p.Data.PlanLocked != "" {
			words = "There are no actions."
		}
		lines := append(append(above, p.uncovered()...), p.Text(t.Styles.Text, words)...)
		p.Set(" Action plan", "", append(lines, of.gaps()...))
		return
	}
	p.list.at = min(p.list.at, max(len(p.list.rows)-1, 0))
	detail, more := p.Text(t.Styles.Text, "No action holds these words. Esc shows all of them again."), []string{}
	if len(p.list.rows) > 0 {
		a := of.public(p.list.rows[p.list.at].action)
		detail, more = of.brief(a), of.more(a)
	}
	if low(&p.Page) {
		above, detail = nil, append(above, detail...)
	}
	above = append(above, p.uncovered()...)
	lines, where := p.list.window(len(above), len(detail), len(more))
	p.Set(heading(p.list.sort, p.list.group), p.summary(), slices.Concat(above, lines, []string{p.list.rule(where)}, detail, more))
}

// notices are what has to be known before the list is read.
func (p *actionPlan) notices() (lines []string) {
	t := p.Data.Theme
	add := func(text string) {
		lines = append(lines, p.Text(t.Styles.Notice, text)...)
	}
	if p.Data.PlanLocked != "" {
		add(t.Glyphs.Warning + " The plan cannot be changed: " + p.Data.PlanLocked)
	} else if from := p.Data.CarryFrom; from > 0 {
		if low(&p.Page) {
			add(fmt.Sprintf("Plan of %s: C begins the next.", from))
			return lines
		}
		add(fmt.Sprintf("This is the plan of %s, and there are later figures. C begins the next plan with what is still open.", from))
	}
	return lines
}

// uncovered is a line that names what is clear and has no open action, with the key that
// writes one.
func (p *actionPlan) uncovered() []string {
	if len(p.open) == 0 {
		return nil
	}
	t := p.Data.Theme
	said, does := "What is clear and has no action: ", "writes one"
	if p.Width < 60 {
		said, does = "No action: ", "act"
	}
	var names []string
	for _, f := range p.open {
		name := f.Indicator.ID + " " + f.Name
		if f.Note != "" {
			name += " (" + f.Note + ")"
		}
		names = append(names, p.Data.Clean(name))
	}
	end := t.Styles.Key.Render("a") + " " + t.Styles.KeyText.Render(does)
	if p.Data.PlanLocked != "" || !p.answers() {
		end = ""
	}
	start := panel.Cut(t, said+strings.Join(names, ", "), max(p.Width-theme.Width(end)-4, 1))
	gap := strings.Repeat(" ", max(p.Width-theme.Width(start)-theme.Width(end)-2, 0))
	return []string{" " + t.Styles.Notice.Render(start) + gap + end}
}

// low reports whether the box is too low to say much above the list.
func low(p *panel.Page) bool { return p.Height < 12 }

// line is a line of the list: a row's, or a section's heading.
type line struct {
	text    string
	section int
	heading bool
}

// summary counts what is shown, what is done and what is past its deadline.
func (p *actionPlan) summary() string {
	all, done := p.Data.Plan.Actions(), 0
	for _, a := range all {
		if a.Done() {
			done++
		}
	}
	s := fmt.Sprintf("%d %s", len(all), panel.Plural(len(all), "action", "actions"))
	if done > 0 {
		s += fmt.Sprintf(" · %d done", done)
	}
	if overdue := len(plan.Overdue(all, p.Data.Today)); overdue > 0 {
		s += fmt.Sprintf(" · %d late", overdue)
	}
	return s
}
