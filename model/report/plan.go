package report

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
	"wres/model/words/inview"
)

// Plan is a whole plan with all that its actions say: as it is, or what Publish makes of it.
type Plan struct {
	plan.Plan
	Organisation string             // as the figures name it; empty where nothing does
	Folder       string             // the name of the folder that it is kept in
	Results      *indicator.Results // nil: nothing is said of its figures
	Today        time.Time
	Printed      bool // on the standard output, which may be a terminal: texts that a file keeps are made safe too
}

// ViewColumn is the further column in which a sheet of a plan says which view it has.
const ViewColumn = "wres_view"

// Publish gives the page as it may be published beside a publication view of the folder's
// figures, and what is withheld of the plan, as remarks beside it.
func (p Plan) Publish(view *indicator.Results) (public Plan, remarks []string) {
	var withheld []plan.Withheld
	p.Plan, withheld = p.Plan.Public(view)
	p.Results = view
	return p, withheldText(withheld)
}

// withheldText says in which actions figures are withheld, and how.
func withheldText(all []plan.Withheld) []string {
	var lines []string
	for _, kind := range []struct {
		of   func(plan.Withheld) int
		said [2]string // of one, and of several
	}{
		{func(w plan.Withheld) int { return w.Hidden }, [2]string{"is hidden", "are hidden"}},
		{func(w plan.Withheld) int { return w.Gone }, [2]string{"is not shown, as the folder lacks its year", "are not shown, as the folder lacks their years"}},
		{func(w plan.Withheld) int { return w.Bare }, [2]string{"has no counts, as the folder lacks its year", "have no counts, as the folder lacks their years"}},
		{func(w plan.Withheld) int { return w.Anew }, [2]string{"is given as the folder has it now, not as it was kept", "are given as the folder has them now, not as they were kept"}},
	} {
		n, ids := 0, []string{}
		for _, w := range all {
			if of := kind.of(w); of > 0 {
				n, ids = n+of, append(ids, w.ID)
			}
		}
		if n > 0 {
			lines = append(lines, fmt.Sprintf("the plan: %s %s: %s", words.Count(n, "figure"), kind.said[min(n, 2)-1], words.Listed(ids)))
		}
	}
	if len(all) == 0 {
		return []string{"the plan: no figure is hidden"}
	}
	return lines
}

// Published reports whether the page has gone through the publication view.
func (p Plan) Published() bool { return p.Results != nil && p.Results.Publication }

// OfExample stands on what is made of the built-in example.
const OfExample = "Example data, built into the program: not your own organisation's."

// FullView stands on what leaves the program with the figures in full.
const FullView = "Full figures: not for publication"

// View says which view the page has, in a few words.
func (p Plan) View() string {
	if p.Published() {
		return "Publication view"
	}
	return FullView
}

// Kind is PlanPage.
func (Plan) Kind() Kind { return PlanPage }

// Blocks gives a table of all actions, and then each with its fields.
func (p Plan) Blocks(s Safe) []Block {
	blocks := []Block{Heading{Level: 1, Text: "Action plan"}}
	if owner := s.Line(p.Organisation); owner != "" {
		blocks = append(blocks, Text{"Organisation: " + owner})
	}
	if p.Published() {
		blocks = append(blocks, Text{inview.Publication(p.Results)})
	} else {
		blocks = append(blocks, Text{p.View() + "."})
	}
	actions := p.Actions()
	if len(actions) == 0 {
		return append(blocks, Text{"There are no actions."})
	}
	t := Table{Columns: []Column{{Name: "No."}, {Name: "Action"}, {Name: "Indicators"}, {Name: "Deadline"}, {Name: "Lead"}, {Name: "Status"}}}
	for _, a := range actions {
		title, _, _ := strings.Cut(s.Lines(a.Text), "\n")
		t.Rows = append(t.Rows, Row{Cells: Texts(s.OneLine(a.Number), title, s.OneLine(a.Indicators), s.OneLine(a.Deadline), s.OneLine(a.Lead), statusOf(a, p.Today, s))})
	}
	blocks = append(blocks, t)
	for _, a := range actions {
		blocks = append(blocks, Heading{Level: 2, Text: "Action " + cmp.Or(s.OneLine(a.Number), s.OneLine(a.ID))}, p.fields(a, s))
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
		if name == ViewColumn { // of an earlier sheet
			continue
		}
		add(cmp.Or(s.Line(name), "Further"), s.Lines(cell))
	}
	for _, progress := range ProgressOf(a, p.Results) {
		add("Against the figures, indicator "+progress.Indicator, fmt.Sprintf("%s. %s", progress.State, s.Line(progress.Reason)))
	}
	return pairs
}
