package meeting

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/tui/panel"
)

// Passes reports whether a key is left to the app, which takes the sentence of a page out of
// it, or says that this page has none.
func (m *Model) Passes(k tea.KeyPressMsg) bool {
	return !m.typing && key.Matches(k, m.Sentence)
}

// Taken gives what is said on the page that is open, and how sure that is.
func (m *Model) Taken() panel.Taken {
	p := m.page()
	if p.Story == nil {
		return panel.Taken{}
	}
	says := slices.DeleteFunc([]string{p.Said, p.Doubt}, func(s string) bool { return s == "" })
	return panel.Taken{Name: p.Title, Says: says, Indicator: p.Indicator.ID}
}
