package files

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
)

// chosen gives what is staged as a mapping to save: the last choice for each column
// and label. A meaning of "" forgets what is saved.
func (r *reading) chosen() stagedMapping {
	s := stagedMapping{meanings: map[source.Entry]string{}}
	for _, e := range r.staged {
		at := source.Entry{Table: e.Table, Written: e.Written}
		if _, seen := s.meanings[at]; !seen {
			s.order = append(s.order, at)
		}
		s.meanings[at] = e.Meaning
	}
	return s
}

// stagedMapping is what is chosen: unlike source.Mapping it knows what to forget.
type stagedMapping struct {
	order    []source.Entry // without their meanings
	meanings map[source.Entry]string
}

// Entries lists the choices in the order in which they were first made.
func (s stagedMapping) Entries() []source.Entry {
	all := make([]source.Entry, len(s.order))
	for i, at := range s.order {
		all[i] = source.Entry{Table: at.Table, Written: at.Written, Meaning: s.meanings[at]}
	}
	return all
}

// mapping gives the choices as SaveMapping takes them: a meaning of "" forgets.
func (s stagedMapping) mapping() source.Mapping {
	m := source.Mapping{Columns: map[string]string{}, Labels: map[string]map[string]string{}}
	for _, e := range s.Entries() {
		if e.Table == "" {
			m.Columns[e.Written] = e.Meaning
			continue
		}
		if m.Labels[e.Table] == nil {
			m.Labels[e.Table] = map[string]string{}
		}
		m.Labels[e.Table][e.Written] = e.Meaning
	}
	return m
}

// stagedFor gives what is chosen for a column or label.
func (r *reading) stagedFor(table, written string) (meaning string, ok bool) {
	for i := len(r.staged) - 1; i >= 0; i-- {
		if e := r.staged[i]; e.Table == table && e.Written == written {
			return e.Meaning, true
		}
	}
	return "", false
}

// choose stages a meaning. The one that holds already takes the choices for the
// column or label back.
func (r *reading) choose(it item, meaning string) (said string) {
	if meaning != it.now || it.doubtful {
		r.staged = append(r.staged, source.Entry{Table: it.table, Written: it.written, Meaning: meaning})
		return "staged: s saves it, u undoes it"
	}
	var kept []source.Entry
	for _, e := range r.staged {
		if e.Table != it.table || e.Written != it.written {
			kept = append(kept, e)
		}
	}
	before := len(r.staged)
	if r.staged = kept; len(kept) < before {
		return "as it was"
	}
	return "that is what it means already"
}

func (m *Model) undo() {
	switch {
	case m.saving:
		m.notice = "it is being saved: a moment"
	case len(m.staged) == 0:
		m.notice = "nothing to undo"
	default:
		m.staged = m.staged[:len(m.staged)-1]
		m.notice = "undone"
	}
}

func (m *Model) askSave() tea.Cmd {
	switch {
	case m.readOnly != "":
		m.notice = m.readOnly
	case m.saving:
		m.notice = "it is being saved: a moment"
	case len(m.staged) == 0:
		m.notice = "nothing was chosen that could be saved"
	default:
		return m.save()
	}
	return nil
}

// SavedMsg is the outcome of saving a mapping.
type SavedMsg struct {
	n   int // columns and labels
	err error
}

// save writes what is chosen. The command holds the mapping and no part of the
// screen.
func (m *Model) save() tea.Cmd {
	if m.saving || m.write == nil || len(m.staged) == 0 {
		return nil
	}
	m.saving = true
	m.notice = ""
	chosen, write := m.chosen(), m.write
	mapping, n := chosen.mapping(), len(chosen.order)
	return func() tea.Msg { return SavedMsg{n, write(mapping)} }
}

// saved has the folder read again under the new mapping.
func (m *Model) saved(msg SavedMsg) ask.Request {
	m.saving = false
	if msg.err != nil {
		m.notice = "not saved: " + strings.TrimSuffix(strings.TrimPrefix(m.data.Clean(msg.err.Error()), "not saved: "), ".")
		m.rebuild()
		return nil
	}
	m.staged = nil
	m.rebuild()
	return ask.ReadAgainMsg{Said: panel.Counted(msg.n, "change") + " saved to wres-mapping.toml"}
}
