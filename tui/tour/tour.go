// Package tour shows in five steps, one sentence each at the screen that it is about, what
// there is. The table of steps goes in; out come requests (tui/ask) to go to another step, to
// end, or to press the key that ended it.
//
// It stands over the panels; the root of the app (tui) brings the screen of each step.
package tour

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// Step is a screen and what is said there.
type Step struct {
	Keys        string // that lead to it, with spaces between
	Publication bool   // it is seen in the publication view
	Says        string
}

// Steps lists them in their order.
func Steps() []Step {
	return []Step{
		{Keys: "0", Says: "What the figures say: a finding a row, its verdict in words; the one under the cursor is explained."},
		{Keys: "2", Says: "1 to 9 open an indicator: its chart, its years, what would make it level; a begins an action on it."},
		{Keys: "2 i", Says: "i says where a figure is from: the rows, the counts, the formula, the method."},
		{Keys: "p", Says: "p is the action plan, the late first; a writes an action."},
		{Keys: "0", Publication: true, Says: "P shows what may leave the organisation; : finds everything by name, O opens a folder of your own."},
	}
}

// Model is the tour.
type Model struct {
	theme  theme.Theme
	keys   keyMap
	steps  []Step
	at     int
	behind func() string // what it stands over
	to     func(step int) tea.Cmd
	press  func(tea.KeyPressMsg) tea.Cmd

	width, height int
}

type keyMap struct{ Next, Previous, Skip key.Binding }

// New makes the tour at a step. to goes to another one, or ends it where there is none, and
// press ends it with a key that is none of its own, which is then pressed.
func New(t theme.Theme, at int, behind func() string, to func(step int) tea.Cmd, press func(tea.KeyPressMsg) tea.Cmd) *Model {
	return &Model{theme: t, steps: Steps(), at: at, behind: behind, to: to, press: press, keys: keyMap{
		Next:     ask.Bind("enter", "next step", "enter", "space", "right"),
		Previous: ask.Bind("←", "step before", "left", "backspace"),
		Skip:     ask.Bind("esc", "end the tour", "esc"),
	}}
}

// SetSize gives it its box.
func (m *Model) SetSize(width, height int) { m.width, m.height = width, height }

// Update takes a key.
func (m *Model) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	k, is := msg.(tea.KeyPressMsg)
	if !is {
		return nil, nil
	}
	switch {
	case key.Matches(k, m.keys.Next):
		return nil, m.to(m.at + 1)
	case key.Matches(k, m.keys.Previous):
		return nil, m.to(max(m.at-1, 0))
	case key.Matches(k, m.keys.Skip):
		return nil, m.to(len(m.steps))
	}
	return nil, m.press(k)
}

// View draws the sentence in a box at the foot of what it is about.
func (m *Model) View() string {
	t := m.theme
	inner := max(min(m.width-4, 66), 1)
	lines := []string{t.Styles.Title.Render(fmt.Sprintf("Tour, %d of %d", m.at+1, len(m.steps)))}
	for line := range strings.SplitSeq(ansi.Wrap(t.Text(m.steps[m.at].Says), inner, ""), "\n") {
		lines = append(lines, t.Styles.Text.Render(panel.Padded(line, inner)))
	}
	box := t.Styles.Overlay.Look().Border(t.Border()).Padding(0, 1).Render(strings.Join(lines, "\n"))
	w, h := lipgloss.Size(box)
	if w > m.width || h > m.height {
		return panel.Fill(lines, m.width, m.height)
	}
	stage := lipgloss.NewCompositor(lipgloss.NewLayer(m.behind()),
		lipgloss.NewLayer(box).X((m.width-w)/2).Y(m.height-h).Z(1))
	return panel.Fill(strings.Split(stage.Render(), "\n"), m.width, m.height)
}

// ShortHelp lists the keys for the last line.
func (m *Model) ShortHelp() []key.Binding {
	return []key.Binding{m.keys.Next, m.keys.Skip, m.keys.Previous}
}

// FullHelp lists all of them.
func (m *Model) FullHelp() [][]key.Binding { return [][]key.Binding{m.ShortHelp()} }
