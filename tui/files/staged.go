package files

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"wres/model/meanings"
	"wres/tui/ask"
	"wres/tui/panel"
)

// chosen says what came of a choice.
var chosen = map[meanings.Outcome]string{
	meanings.Chosen:  "staged: s saves it, u undoes it",
	meanings.Undone:  "as it was",
	meanings.Nothing: "that is what it means already",
}

func (m *Model) undo() {
	switch {
	case m.saving:
		m.notice = beingSaved
	case len(m.Staged) == 0:
		m.notice = "nothing to undo"
	default:
		m.Staged = m.Staged[:len(m.Staged)-1]
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
	case len(m.Staged) == 0:
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
	if m.saving || m.write == nil || len(m.Staged) == 0 {
		return nil
	}
	m.saving = true
	m.notice = ""
	all, write := m.Chosen(), m.write
	return func() tea.Msg { return SavedMsg{len(all), write(meanings.Mapping(all))} }
}

// saved has the folder read again under the new mapping.
func (m *Model) saved(msg SavedMsg) ask.Request {
	m.saving = false
	if msg.err != nil {
		m.notice = "not saved: " + strings.TrimSuffix(strings.TrimPrefix(m.data.Clean(msg.err.Error()), "not saved: "), ".")
		m.rebuild()
		return nil
	}
	m.Staged = nil
	m.rebuild()
	return ask.ReadAgain{Said: panel.Counted(msg.n, "change") + " saved to wres-mapping.toml"}
}
