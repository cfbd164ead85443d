// Package sheet is a page of lines to read, as something that stands over the panels: steps,
// each under its label, or how a figure came about. In a wide window it may leave in sight
// what it is about.
package sheet

import (
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Model is an overlay of lines to read.
type Model struct {
	theme theme.Theme
	title string
	body  viewport.Model
	lines func(width int) []string
	close key.Binding
	box   [2]int // width and height

	beside func() string // what it leaves in sight at its left, in a wide window; nil: nothing
	shift  int           // cells of that
}

// The width of a window from which a sheet may leave something in sight, and from which that
// is half of it, which is where panels have two columns, and three.
const (
	besideWidth = 120
	halfWidth   = 160
)

// Beside leaves in sight what a function draws, where the window is wide.
func (s *Model) Beside(view func() string) { s.beside = view }

// SetSize gives it its box.
func (s *Model) SetSize(width, height int) {
	if s.shift = 0; s.beside != nil && width >= besideWidth {
		s.shift = width * 3 / 5
		if width >= halfWidth {
			s.shift = width / 2
		}
		width -= s.shift
	}
	s.box = [2]int{width, height}
	if width, height = panel.Inner(width, height); s.shift > 0 && s.box[0] < panel.BoxedWidth { // it has a border all the same
		width, height = width-3, height-1
	}
	s.body.SetWidth(width)
	s.body.SetHeight(max(height-1, 0))
	s.body.SetContentLines(s.lines(width))
}

// Update scrolls, and closes.
func (s *Model) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, s.close) {
		return ask.Leave{}, nil
	}
	panel.Scroll(&s.body, msg)
	return nil, nil
}

// View fills exactly the box.
func (s *Model) View() string {
	more := ""
	if !s.body.AtBottom() {
		more = panel.MoreBelow
	}
	title := ansi.Truncate(s.title, max(panel.TitleRoom(s.body.Width())-theme.Width(more), 0), s.theme.Glyphs.Ellipsis) // more is never what is cut off
	pane := panel.Pane{Title: title, Right: more, Lines: strings.Split(s.body.View(), "\n")}
	if s.shift == 0 {
		return strings.Join(pane.Draw(s.theme, s.box[0], s.box[1]), "\n")
	}
	lines := pane.Boxed(s.theme, s.box[0], s.box[1])
	left := strings.Split(s.beside(), "\n")
	for i := range lines {
		if i < len(left) {
			lines[i] = panel.Padded(ansi.Truncate(left[i], s.shift, ""), s.shift) + lines[i]
		}
	}
	return strings.Join(lines, "\n")
}

// ShortHelp lists the keys.
func (s *Model) ShortHelp() []key.Binding {
	return []key.Binding{s.close, ask.Bind("↑↓", "scroll", "down", "up")}
}
