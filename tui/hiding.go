package tui

import (
	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/report"
	"wres/tui/ask"
	"wres/tui/sheet"
)

// hiding is what the screen is made of that says what the publication view hides. It is for
// whoever may see the full figures.
type hiding struct {
	of    *model.Organisation // whose texts stand in its extracts; nil: nothing is known of it
	asked bool                // it is being worked out
}

// hidingMsg is what there is to say, worked out.
type hidingMsg struct {
	*viewed
	said []report.Section
}

func (h *hiding) take(l *Loaded) { *h = hiding{of: l.Organisation} }

// askHiding works out what the publication view hides, to show it in the full view.
func (a app) askHiding() tea.Cmd {
	m, v := a.m, &a.m.views
	switch {
	case v.wanted:
		m.status = "P first: what is hidden is for you alone, beside the full figures"
		return nil
	case v.full == nil:
		m.status = "the figures are still being read: " + m.keys.tell.Hiding.Help().Key + " in a moment"
		return nil
	case len(v.full.Years) == 0:
		m.status = "there are no figures that could be hidden: f says why"
		return nil
	case v.hiding.asked:
		return nil
	}
	v.hiding.asked = true
	m.status = "working out what the publication view hides"
	known, full, organisation, written, w, now := v.worked, v.full, v.hiding.of, m.deps.Written, m.data.Words, m.data.Plan
	safe := m.deps.safe()
	return func() tea.Msg {
		if known == nil {
			known = view(full)
		}
		beside := report.Beside{Plans: []report.PlanFile{{Plan: now}}}
		if written != nil {
			beside = written(w, now, full.Years)
		}
		beside.Organisation = organisation
		return hidingMsg{known, report.HidingOf(full, known.publication, known.account, beside).Sections(safe)}
	}
}

// showHiding shows what was worked out, unless something else is on screen by now.
func (a app) showHiding(msg hidingMsg) {
	m, v := a.m, &a.m.views
	if msg.of != v.full {
		return
	}
	asked := v.hiding.asked
	v.worked, v.hiding.asked = msg.viewed, false
	if m.status = ""; !asked || v.wanted || m.stack.top() != nil {
		return
	}
	t := m.data.Theme
	a.show(sheet.Steps(t, ask.Steps{Title: " What is hidden: for you alone", Steps: sheet.Points(t, msg.said), Key: m.keys.tell.Hiding.Keys()[0]}))
}
