package grid

import (
	"maps"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model"
)

// turn is a year that was asked for. Until its figures come nothing is typed, as it would go
// into the year before: it waits. The zero turn is none.
type turn struct {
	to      model.Year
	waiting []tea.Msg // keys and pastes
}

// turnedMsg brings the figures of the year that was turned to.
type turnedMsg struct{ Opened }

func (turnedMsg) ofGrid() {}

// step goes to the year before or after: of a table that was not changed, to the figures of
// that year. While a year is being read it goes on from that one.
func (m *Model) step(by int) tea.Cmd {
	year := m.year + model.Year(by)
	if m.turn.to != 0 {
		year = m.turn.to + model.Year(by)
	}
	switch {
	case !year.Valid():
	case m.dirty() && len(m.before) > 0:
		m.notice = "these are figures of " + m.year.String() + ": save them first"
	case m.dirty():
		m.year = year
	default:
		m.turn.to, m.notice = year, year.String()+" is being read"
		deps, kind := m.deps, m.kind
		return func() tea.Msg { return turnedMsg{deps.read(kind, year)} }
	}
	return nil
}

// keeps keeps what is typed until the figures of another year have come. Esc is not kept, nor
// is one more step as long as nothing else is.
func (m *Model) keeps(msg tea.Msg) bool {
	if m.turn.to == 0 {
		return false
	}
	if k, is := msg.(tea.KeyPressMsg); is {
		switch keys := m.KeyMap; {
		case key.Matches(k, keys.Back), key.Matches(k, keys.LastYear, keys.NextYear) && len(m.turn.waiting) == 0:
			return false
		case key.Matches(k, keys.Help): // what it opens would take the keys behind it
			m.notice = m.turn.to.String() + " is being read: a moment"
			return true
		}
	}
	m.turn.waiting = append(m.turn.waiting, msg)
	m.notice = m.turn.to.String() + " is being read: what you type goes there"
	return true
}

// turned puts the figures of another year into the table, those that were asked for last, and
// then what was typed meanwhile.
func (m *Model) turned(o Opened) tea.Cmd {
	if o.Kind.Kind != m.kind.Kind || o.Year != m.turn.to {
		return nil
	}
	waiting := m.turn.waiting
	m.turn, m.notice = turn{}, ""
	if o.Err != nil {
		if m.notice = m.data.Clean(o.Err.Error()); len(waiting) > 0 {
			m.notice += "; what was typed meanwhile was left out"
		}
		return nil
	}
	m.year, m.typed, m.before, m.undo, m.fresh = o.Year, maps.Clone(o.Figures), o.Figures, nil, true
	var cmds []tea.Cmd
	for _, msg := range waiting {
		_, cmd := m.input(msg) // no key that waits asks anything of the app
		cmds = append(cmds, cmd)
	}
	return tea.Batch(cmds...)
}
