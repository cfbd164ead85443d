package panel

import (
	"charm.land/bubbles/v2/textarea"
	tea "charm.land/bubbletea/v2"
)

// TypeInto gives a message to a paragraph that is typed. A selection of nothing is given up
// then: Bubbles (2.2.1) keeps where it began, and once that line is gone, as after Ctrl+U, the
// next letter takes lines away that nobody chose, or that are not there.
func TypeInto(area textarea.Model, msg tea.Msg) (textarea.Model, tea.Cmd) {
	area, cmd := area.Update(msg)
	if _, end, _ := area.Selection(); !area.HasSelection() || end.Row >= area.LineCount() {
		area.ClearSelection()
	}
	return area, cmd
}
