package yearly

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model/plan"
	"wres/model/report"
	"wres/model/words"
)

// notGiven stands in a cell of which an action says nothing.
const notGiven = "not given"

// actionColumn is a column of the table of actions.
type actionColumn struct {
	name string
	text func(*maker, plan.Action) string
	must bool // it stands there also where no action says anything of it
}

var actionColumns = []actionColumn{
	{"No.", func(_ *maker, a plan.Action) string { return cmp.Or(strings.TrimSpace(a.Number), a.ID) }, true},
	{"Action", func(_ *maker, a plan.Action) string { return a.Text }, true},
	{"Indicators", func(_ *maker, a plan.Action) string { return served(a) }, false},
	{"Baseline", func(_ *maker, a plan.Action) string { return a.Baseline }, false},
	{"Target", func(_ *maker, a plan.Action) string { return a.Target }, false},
	{"Deadline", func(_ *maker, a plan.Action) string { return a.Deadline }, true},
	{"Lead", func(_ *maker, a plan.Action) string { return a.Lead }, true},
	{"Status", func(_ *maker, a plan.Action) string { return a.Status }, false},
}

// plan gives what the organisation says of its plan, and the actions.
func (m *maker) plan() []report.Block {
	blocks := m.own("actions", 3)
	if m.Unkept {
		return append(blocks, m.says(unkept(m)))
	}
	if m.Unread {
		return append(blocks, m.says(unread(m)))
	}
	if len(m.Actions) == 0 {
		return append(blocks, m.says("There are no actions yet."))
	}
	t := report.Table{ID: "actions", Caption: "Actions", Titled: 2}
	var columns []actionColumn
	for _, c := range actionColumns {
		if c.must || slices.ContainsFunc(m.Actions, func(a plan.Action) bool { return strings.TrimSpace(c.text(m, a)) != "" }) {
			columns = append(columns, c)
			t.Columns = append(t.Columns, report.Column{Name: c.name, Names: c.name == "Action"})
		}
	}
	for _, a := range m.Actions {
		var texts []string
		for _, c := range columns {
			texts = append(texts, cmp.Or(m.safe.Lines(c.text(m, a)), notGiven))
		}
		t.Rows = append(t.Rows, report.Row{Title: texts[0] + ": " + texts[1], Cells: report.Texts(texts...)})
	}
	return append(blocks, t)
}

// served lists the indicators of an action; in its writer's words where they say more.
func served(a plan.Action) string {
	ids := a.IndicatorIDs()
	if strings.Join(ids, ";") == strings.ReplaceAll(a.Indicators, " ", "") {
		return words.Listed(ids)
	}
	return a.Indicators
}

// unkept says that there is no plan of the year.
func unkept(m *maker) string {
	return fmt.Sprintf("The action plan of %s was not kept, so its actions are not in this report.", m.Year())
}

// unread says that the plan of the year could not be read.
func unread(m *maker) string {
	return fmt.Sprintf("The action plan of %s could not be read, so its actions are not in this report.", m.Year())
}

// lastYear says what became of the actions of the plan before, or where none was kept what
// this plan says of its progress.
func lastYear(m *maker) []report.Block {
	var caption string
	var of []plan.Action
	switch {
	case m.Before != nil:
		caption, of = fmt.Sprintf("Actions of the plan of %s", m.Before.Year), m.Before.Actions
	case !m.Ended:
		caption, of = "Actions of this plan and their progress so far", progressing(m.Actions)
	}
	if len(of) == 0 {
		return nil
	}
	t := report.Table{ID: "earlier-actions-table", Caption: caption, Titled: 2,
		Columns: []report.Column{{Name: "No."}, {Name: "Action", Names: true}, {Name: "Deadline"}, {Name: "Lead"}, {Name: "What became of it"}}}
	for _, a := range of {
		texts := []string{cmp.Or(strings.TrimSpace(a.Number), a.ID), a.Text, a.Deadline, a.Lead, m.became(a)}
		for i := range texts {
			texts[i] = cmp.Or(m.safe.Lines(texts[i]), notGiven)
		}
		t.Rows = append(t.Rows, report.Row{Title: texts[0] + ": " + texts[1], Cells: report.Texts(texts...)})
	}
	return []report.Block{t}
}

// Earlier gives the actions of the plan before with nothing but the texts that the report
// tells of them.
func (r Report) Earlier() []plan.Action {
	if r.Before == nil {
		return nil
	}
	var all []plan.Action
	for _, a := range r.Before.Actions {
		told := plan.Action{ID: a.ID, Text: a.Text, Indicators: a.Indicators}
		if _, over := r.carriedOver(a); !over {
			told.Progress = latestNote(a)
		}
		all = append(all, told)
	}
	return all
}

// carriedOver gives as what an action of the plan before stands in that of the year.
func (r Report) carriedOver(a plan.Action) (now plan.Action, is bool) {
	at := slices.IndexFunc(r.Actions, func(other plan.Action) bool { return other.ID == a.ID })
	if r.Before == nil || at < 0 {
		return a, false
	}
	return r.Actions[at], true
}

// progressing lists the actions of which something is told beside what they are.
func progressing(all []plan.Action) []plan.Action {
	return slices.DeleteFunc(slices.Clone(all), func(a plan.Action) bool { return !a.Closed() && latestNote(a) == "" })
}

// became says what became of an action: its status, or as what it was carried over, the
// latest note on it, and what the figures say that it answers.
func (m *maker) became(a plan.Action) string {
	var said []string
	now, over := m.carriedOver(a)
	if over {
		said = append(said, "carried over as action "+cmp.Or(strings.TrimSpace(now.Number), now.ID))
	}
	said = append(said, strings.TrimSpace(now.Status), latestNote(now))
	for _, p := range report.ProgressOf(now, m.all) {
		said = append(said, fmt.Sprintf("indicator %s: %s. %s", p.Indicator, p.State, p.Reason))
	}
	var all strings.Builder
	for _, text := range said {
		if text != "" {
			all.WriteString(words.Capital(ended(text)) + " ")
		}
	}
	return strings.TrimSpace(all.String())
}

// latestNote gives the latest note on an action with its day; "" where there is none.
func latestNote(a plan.Action) string {
	var last plan.Note
	for _, n := range a.Notes() {
		if n.Text != "" && !n.CarriedOver() && (last.Text == "" || n.Date.After(last.Date)) {
			last = n
		}
	}
	if last.Text == "" || last.Date.IsZero() {
		return last.Text
	}
	return last.Date.Format("2 January 2006") + ": " + last.Text
}
