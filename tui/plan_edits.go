package tui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/plan"
)

// What the user chose, or what came of it, where the next year's plan is begun.
type (
	carryChosenMsg struct{ from model.Year }
	yearKeptMsg    struct {
		from     model.Year
		revision int // of the plan that was kept
		name     string
		err      error
	}
)

// appraise says anew what the figures say of the plan. It follows each change of
// either, so that no panel has to.
func (m *Model) appraise() {
	r := m.data.Results
	if r == nil {
		return
	}
	m.data.Progress = map[string][]plan.Progress{}
	for _, a := range m.data.Plan.Actions() {
		m.data.Progress[a.ID] = plan.ProgressOf(a, r)
	}
	m.data.Advice = plan.Lint(m.data.Plan, m.plan.gaps, m.now())
	m.data.CarryFrom = 0
	if from := m.data.Plan.Year(); from > 0 && from < r.Latest() && m.deps.KeepYear != nil {
		m.data.CarryFrom = from
	}
}

// duplicate puts a copy of an action behind it.
func (m *Model) duplicate(id string) tea.Cmd {
	p, made, err := m.data.Plan.Duplicate(id, m.now())
	if err != nil {
		return nil
	}
	twin, _ := p.Find(made)
	return m.change(p, "copied as action "+m.deps.Clean(twin.Number))
}

// moveAction moves an action in the order of the plan.
func (m *Model) moveAction(id string, by int) tea.Cmd {
	p, err := m.data.Plan.Move(id, by)
	if err != nil || p.Equal(m.data.Plan) { // it stands at the end already
		return nil
	}
	return m.change(p, "moved: u moves it back")
}

// askCarry asks whether to begin the plan of the next year.
func (m *Model) askCarry() {
	if m.status = m.noCarry(); m.status != "" {
		return
	}
	from, open := m.carryFrom(), 0
	for _, a := range m.data.Plan.Actions() {
		if !a.Closed() {
			open++
		}
	}
	m.ask(fmt.Sprintf("Begin a new plan with what is still open of %s?\n%d of %s.\n\nThe plan of %s stays as it is in a file beside it:\n%s",
		from, open, counted(m.data.Plan.Len(), "action"), from, plan.ArchiveName(from)),
		"not now", answer{bind("b", "begin it", "b"), carryChosenMsg{from}})
}

// noCarry says why no plan of a next year can be begun, or "".
func (m *Model) noCarry() string {
	if why := m.locked(); why != "" {
		return why
	}
	switch latest := m.data.Results.Latest(); {
	case m.deps.KeepYear == nil || latest == 0:
		return "there are no figures of a later year"
	case m.data.Plan.Len() == 0:
		return "there are no actions to carry over"
	case m.plan.dirty():
		return "the plan is not saved yet: ctrl+s first"
	case m.carryFrom() >= latest:
		return fmt.Sprintf("the plan is of %s already, the year of the latest figures", latest)
	}
	return ""
}

// carryFrom gives the year of the plan. A plan that does not say it counts as that
// of the year before the latest figures.
func (m *Model) carryFrom() model.Year {
	if year := m.data.Plan.Year(); year > 0 {
		return year
	}
	return m.data.Results.Latest() - 1
}

// keepYear keeps the plan as it is on the disk in a file of its own.
func (m *Model) keepYear(from model.Year) tea.Cmd {
	keep, p, revision := m.deps.KeepYear, m.data.Plan, m.plan.revision
	return func() tea.Msg {
		name, err := keep(from, p)
		return yearKeptMsg{from, revision, name, err}
	}
}

// carryOver begins the new plan, once the old one is safe.
func (m *Model) carryOver(msg yearKeptMsg) tea.Cmd {
	switch {
	case msg.err != nil:
		m.status = "not begun: " + brief(m.deps.Clean, msg.err)
		return nil
	case msg.revision != m.plan.revision:
		m.status = "the plan was changed meanwhile: press C again"
		return nil
	}
	next := m.data.Plan.CarryOver(msg.from, m.now())
	return m.change(next, fmt.Sprintf("%s carried over; the plan of %s is in %s", counted(next.Len(), "action"), msg.from, m.deps.Clean(msg.name)))
}
