package report

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"wres/model/indicator"
	"wres/model/plan"
)

// Plan is a whole plan with all that its actions say.
type Plan struct {
	plan.Plan
	Organisation string             // as the figures name it; empty where nothing does
	Folder       string             // the name of the folder that it is kept in
	Results      *indicator.Results // nil: nothing is said of its figures
	Today        time.Time
}

// Kind is PlanPage.
func (Plan) Kind() Kind { return PlanPage }

// Blocks gives a table of all actions, and then each with its fields.
func (p Plan) Blocks(s Safe) []Block {
	blocks := []Block{Heading{Level: 1, Text: "Action plan"}}
	if owner := s.Line(p.Organisation); owner != "" {
		blocks = append(blocks, Text{"Organisation: " + owner})
	}
	actions := p.Actions()
	if len(actions) == 0 {
		return append(blocks, Text{"There are no actions."})
	}
	t := Table{Columns: []Column{{Name: "No."}, {Name: "Action"}, {Name: "Indicators"}, {Name: "Deadline"}, {Name: "Lead"}, {Name: "Status"}}}
	for _, a := range actions {
		title, _, _ := strings.Cut(s.Lines(a.Text), "\n")
		t.Rows = append(t.Rows, Row{Cells: Texts(s.Line(a.Number), title, s.Line(a.Indicators), s.Line(a.Deadline), s.Line(a.Lead), statusOf(a, p.Today, s))})
	}
	blocks = append(blocks, t)
	for _, a := range actions {
		blocks = append(blocks, Heading{Level: 2, Text: "Action " + cmp.Or(s.Line(a.Number), s.Line(a.ID))}, p.fields(a, s))
	}
	return blocks
}

// fields are what an action says, its further columns and what the figures say of it.
func (p Plan) fields(a plan.Action, s Safe) Pairs {
	var pairs Pairs
	add := func(name, text string) {
		if text != "" {
			pairs = append(pairs, Pair{name, text})
		}
	}
	for _, field := range plan.Fields() {
		if field.Column != "number" { // the heading has it
			add(field.Label, s.Lines(field.Value(a)))
		}
	}
	for name, cell := range p.Further(a) {
		add(cmp.Or(s.Line(name), "Further"), s.Lines(cell))
	}
	for _, progress := range ProgressOf(a, p.Results) {
		add("Against the figures, indicator "+progress.Indicator, fmt.Sprintf("%s. %s", progress.State, s.Line(progress.Reason)))
	}
	return pairs
}
