package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"wres/model/source"
	"wres/tui/panel"
)

// chosen gives what is staged as a mapping to save: the last choice for each column
// and label. A meaning of "" forgets what is saved.
func (im *importer) chosen() stagedMapping {
	s := stagedMapping{meanings: map[source.Entry]string{}}
	for _, e := range im.staged {
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
func (im *importer) stagedFor(table, written string) (meaning string, ok bool) {
	for i := len(im.staged) - 1; i >= 0; i-- {
		if e := im.staged[i]; e.Table == table && e.Written == written {
			return e.Meaning, true
		}
	}
	return "", false
}

// choose stages a meaning. The one that holds already takes the choices for the
// column or label back.
func (im *importer) choose(it item, meaning string) {
	if meaning != it.now || it.doubtful {
		im.staged = append(im.staged, source.Entry{Table: it.table, Written: it.written, Meaning: meaning})
		im.notice = "staged: s saves it, u undoes it"
		return
	}
	var kept []source.Entry
	for _, e := range im.staged {
		if e.Table != it.table || e.Written != it.written {
			kept = append(kept, e)
		}
	}
	im.notice = "that is what it means already"
	if len(kept) < len(im.staged) {
		im.notice = "as it was"
	}
	im.staged = kept
}

func (im *importer) undo() {
	switch {
	case im.saving:
		im.notice = "it is being saved: a moment"
	case len(im.staged) == 0:
		im.notice = "nothing to undo"
	default:
		im.staged = im.staged[:len(im.staged)-1]
		im.notice = "undone"
	}
}

func (im *importer) askSave() tea.Cmd {
	switch {
	case im.readOnly != "":
		im.notice = im.readOnly
	case im.saving:
		im.notice = "it is being saved: a moment"
	case len(im.staged) == 0:
		im.notice = "nothing was chosen that could be saved"
	default:
		return im.save()
	}
	return nil
}

// mappingSavedMsg is the outcome of saving a mapping.
type mappingSavedMsg struct {
	n   int // columns and labels
	err error
}

// save writes what is chosen. The command holds the mapping and no part of the
// screen.
func (im *importer) save() tea.Cmd {
	if im.saving || im.write == nil || len(im.staged) == 0 {
		return nil
	}
	im.saving = true
	im.notice = ""
	chosen, write := im.chosen(), im.write
	mapping, n := chosen.mapping(), len(chosen.order)
	return func() tea.Msg { return mappingSavedMsg{n, write(mapping)} }
}

// saved has the folder read again under the new mapping.
func (im *importer) saved(msg mappingSavedMsg) panel.Request {
	im.saving = false
	if msg.err != nil {
		im.notice = "not saved: " + strings.TrimSuffix(strings.TrimPrefix(im.clean(msg.err.Error()), "not saved: "), ".")
		im.rebuild()
		return nil
	}
	im.staged = nil
	im.rebuild()
	return panel.ReadAgainMsg{Said: panel.Counted(msg.n, "change") + " saved to wres-mapping.toml"}
}
