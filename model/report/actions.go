package report

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/source"
	"wres/model/words"
)

// Actions are actions chosen of a plan, in their order and in short.
type Actions struct {
	Plan     plan.Plan // the whole of it
	Chosen   []plan.Action
	By       plan.Key // what they are grouped by; empty: nothing
	Results  *indicator.Results
	Problems []source.Problem // of the plan's file
	Kept     string           // where it is kept; empty: it is the built-in example's
	Today    time.Time
}

// Kind is ActionsPage.
func (Actions) Kind() Kind { return ActionsPage }

// Blocks says how far the plan is, lists the actions, and says what the latest
// figures say of those that answer one.
func (a Actions) Blocks(s Safe) []Block {
	where := OfExample
	if a.Kept != "" {
		where = "Kept in " + s.Line(a.Kept)
	}
	blocks := []Block{Heading{Level: 1, Text: "Action plan: " + a.counts()}, Text{where}}
	for _, section := range plan.Grouped(a.Chosen, a.By) {
		if a.By != "" {
			blocks = append(blocks, Heading{Level: 1, Text: s.Line(section.Title(a.By))})
		}
		blocks = append(blocks, a.table(section.Actions, s))
	}
	var against List
	unclear := false
	for _, action := range a.Chosen {
		for _, p := range ProgressOf(action, a.Results) {
			unclear = unclear || p.State == plan.NoClearChange
			against = append(against, s.Line(fmt.Sprintf("%s, indicator %s: %s. %s", action.ID, p.Indicator, p.State, p.Reason)))
		}
	}
	if len(against) > 0 {
		blocks = append(blocks, Heading{Level: 1, Text: "Against the figures"}, against)
	}
	if unclear {
		blocks = append(blocks, Text{words.For(a.Results.Settings).Meanings(string(plan.NoClearChange))[0] + "."})
	}
	return blocks
}

func (a Actions) counts() string {
	switch {
	case a.Plan.Len() == 0:
		return "there are no actions yet; 'wres plan add' writes one."
	case len(a.Chosen) == 0:
		return fmt.Sprintf("none of %s.", words.Count(a.Plan.Len(), "action"))
	}
	text := words.Count(len(a.Chosen), "action")
	if len(a.Chosen) != a.Plan.Len() {
		text = fmt.Sprintf("%d of %s", len(a.Chosen), words.Count(a.Plan.Len(), "action"))
	}
	done := 0
	for _, action := range a.Chosen {
		if action.Done() {
			done++
		}
	}
	return fmt.Sprintf("%s, %d done, %d overdue.", text, done, len(plan.Overdue(a.Chosen, a.Today)))
}

func (a Actions) table(actions []plan.Action, s Safe) Table {
	t := Table{Titled: 2, Columns: []Column{{Name: "ID", Width: 3}, {Name: "Action", Least: 20}, {Name: "Deadline", Width: 13}, {Name: "Lead", Width: 15}, {Name: "Status", Width: 13}}}
	for _, action := range actions {
		id, title := s.OneLine(action.ID), titleOf(action, s)
		t.Columns[0].Width = max(t.Columns[0].Width, utf8.RuneCountInString(id)+1)
		t.Rows = append(t.Rows, Row{Title: id + ": " + title, Cells: Texts(id, title, s.OneLine(action.Deadline), s.OneLine(action.Lead), statusOf(action, a.Today, s))})
	}
	return t
}

// titleOf is an action's number, its first line, and its indicators.
func titleOf(a plan.Action, s Safe) string {
	text, _, more := strings.Cut(s.Lines(a.Text), "\n")
	if more {
		text += " …"
	}
	if number := s.OneLine(a.Number); number != "" {
		text = number + " " + text
	}
	if ids := a.IndicatorIDs(); len(ids) > 0 {
		text += " [" + strings.Join(ids, ", ") + "]"
	}
	return text
}

func statusOf(a plan.Action, today time.Time, s Safe) string {
	var words []string
	if status := s.OneLine(a.Status); status != "" {
		words = append(words, status)
	}
	if a.Overdue(today) {
		words = append(words, "overdue")
	}
	return strings.Join(words, ", ")
}

// ProgressOf says what became of the figures that an action answers. Without figures
// nothing is said.
func ProgressOf(a plan.Action, results *indicator.Results) []plan.Progress {
	if results == nil || len(a.EvidenceFigures()) == 0 {
		return nil
	}
	return plan.ProgressOf(a, results)
}

// Advice is what would make a plan stronger.
type Advice struct {
	Plan  plan.Plan
	Found []plan.Finding
}

// Kind is AdvicePage.
func (Advice) Kind() Kind { return AdvicePage }

// Blocks gives the advice under the action that it is about.
func (a Advice) Blocks(s Safe) []Block {
	if len(a.Found) == 0 {
		return []Block{Text{"Nothing to add: every open action has a measure, a baseline, a target, a day and one lead."}}
	}
	var blocks []Block
	var points List
	for i, f := range a.Found {
		points = append(points, s.Line(f.Message))
		if i+1 < len(a.Found) && a.Found[i+1].ID == f.ID {
			continue
		}
		heading := "The plan"
		if action, known := a.Plan.Find(f.ID); known {
			heading = s.OneLine(action.ID) + ": " + titleOf(action, s)
		}
		blocks = append(blocks, Heading{Level: 1, Text: heading}, points)
		points = nil
	}
	return append(blocks, Text{words.Count(len(a.Found), "piece") + " of advice. It is for you to judge, and stands in the way of nothing."})
}
