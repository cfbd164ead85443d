package files

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"wres/model/source"
	"wres/tui/ask"
	"wres/tui/panel"
)

// chosen gives what is staged: the last choice for each column and label, in the order
// in which they were first made. A meaning of "" forgets what is saved.
func (r *reading) chosen() (all []source.Entry) {
	for _, e := range r.staged {
		i := slices.IndexFunc(all, func(before source.Entry) bool { return before.Table == e.Table && before.Written == e.Written })
		if i < 0 {
			all = append(all, e)
			continue
		}
		all[i].Meaning = e.Meaning
	}
	return all
}

// mapping gives choices as they are saved.
func mapping(chosen []source.Entry) source.Mapping {
	m := source.Mapping{Columns: map[string]string{}, Labels: map[string]map[string]string{}}
	for _, e := range chosen {
		if e.Table == "" {
			m.Columns[e.Written] = e.Meaning
			continue
		}
		if e.Table == source.YearsTable {
			if m.Years == nil {
				m.Years = map[string]string{}
			}
			m.Years[e.Written] = e.Meaning
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
	before := len(r.staged)
	r.staged = slices.DeleteFunc(r.staged, func(e source.Entry) bool { return e.Table == it.table && e.Written == it.written })
	if len(r.staged) < before {
		return "as it was"
	}
	return "that is what it means already"
}

func (m *Model) undo() {
	switch {
	case m.saving:
		m.notice = beingSaved
	case len(m.staged) == 0:
		m.notice = "nothing to undo"
	default:
		m.staged = m.staged[:len(m.staged)-1]
		m.notice = "undone"
	}
}

// refusal says why nothing can be set or saved now; empty: it can.
func refusal(m *Model) string {
	if m.readOnly == "" && m.saving {
		return beingSaved
	}
	return m.readOnly
}

func (m *Model) askSave() tea.Cmd {
	switch {
	case refusal(m) != "":
		m.notice = refusal(m)
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
	return func() tea.Msg { return SavedMsg{len(chosen), write(mapping(chosen))} }
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
	return ask.ReadAgain{Said: panel.Counted(msg.n, "change") + " saved to wres-mapping.toml"}
}
