package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"wres/tui/ask"
	"wres/tui/palette"
	"wres/tui/tour"
)

// touring is the app as it is shown round.
type touring struct{ m *Model }

// begin starts at the first step.
func (t touring) begin() tea.Cmd {
	t.m.before = t.m.views.wanted
	return t.to(0)
}

// to brings the screen of a step and says its sentence; beyond the last it ends the tour,
// with the view of the figures that there was before.
func (t touring) to(step int) tea.Cmd {
	m, steps := t.m, tour.Steps()
	m.stack = nil
	s := tour.Step{Keys: "0", Publication: m.before}
	if step < len(steps) {
		s = steps[step]
	}
	var cmds []tea.Cmd
	if s.Publication != m.views.wanted && !m.deps.PublicOnly {
		cmds = append(cmds, m.views.toggle())
		app(t).look()
	}
	for _, k := range strings.Fields(s.Keys) {
		cmds = append(cmds, m.update(pressOf(k)))
	}
	if step >= len(steps) {
		m.status = "the tour again: :tour"
		return tea.Batch(cmds...)
	}
	m.status = ""
	m.tour = tour.New(m.data.Theme, step, app(t).behind(), t.to, t.leave)
	app(t).show(m.tour)
	return tea.Batch(cmds...)
}

// leave ends the tour with a key that is none of its own, and presses that.
func (t touring) leave(k tea.KeyPressMsg) tea.Cmd {
	cmd := t.to(len(tour.Steps()))
	t.m.status = ""
	return tea.Batch(cmd, t.m.update(k))
}

// offer starts the first tour ever, where nothing else waits for an answer.
func (t touring) offer(first bool) {
	if first && t.m.deps.Tour && t.m.stack.top() == nil && !t.m.views.wanted && len(t.m.data.Results.Years) > 0 {
		t.begin()
	}
}

// tour lists the tour, where there is something to see.
func (c commands) tour() []palette.Line {
	if r := c.m.data.Results; r == nil || len(r.Years) == 0 || c.m.stack.has(c.m.tour) {
		return nil
	}
	return []palette.Line{{Name: "Tour: what there is, in five steps", Kind: "anywhere",
		Does: c.then(ask.Choice(func() (ask.Request, tea.Cmd) { return nil, touring{c.m}.begin() }))}}
}
