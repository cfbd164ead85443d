package tui

import (
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// question stands over what is on screen. Only a key of its answers does anything;
// every other way out is no.
type question struct {
	ask.Question
	theme         theme.Theme
	no            key.Binding
	behind        func() string
	width, height int
}

// answered closes a question and does what was chosen; nil: nothing.
type answered struct{ does ask.Request }

func (a answered) Of(app ask.App) tea.Cmd {
	app.Close()
	if a.does == nil {
		return nil
	}
	return a.does.Of(app)
}

func newQuestion(q ask.Question, t theme.Theme, behind func() string) *question {
	return &question{Question: q, theme: t, behind: behind, no: ask.Bind("n", q.No, "n", "N", "esc", "enter", "q")}
}

func (q *question) SetSize(width, height int) { q.width, q.height = width, height }

func (q *question) Update(msg tea.Msg) (ask.Request, tea.Cmd) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, nil
	}
	for _, a := range q.Answers {
		if key.Matches(k, a.Binding) {
			return answered{a.Does}, nil
		}
	}
	if key.Matches(k, q.no) {
		return answered{}, nil
	}
	return nil, nil
}

func (q *question) View() string {
	t := q.theme
	inner := max(min(q.width-4, 64), 1)
	var lines []string
	for _, line := range strings.Split(ansi.Wrap(t.Text(q.Text), inner, ""), "\n") {
		lines = append(lines, t.Styles.Text.Render(line))
	}
	lines = append(lines, "")
	for _, b := range q.ShortHelp() {
		answer := t.Styles.Key.Render(t.Text(b.Help().Key)) + " " + t.Styles.KeyText.Render(t.Text(b.Help().Desc))
		lines = append(lines, ansi.Truncate(answer, inner, ""))
	}
	box := t.Styles.Overlay.Look().Border(t.Border()).Padding(0, 1).Render(strings.Join(lines, "\n"))
	w, h := lipgloss.Size(box)
	if w > q.width || h > q.height {
		return panel.Fill(lines, q.width, q.height)
	}
	stage := lipgloss.NewCompositor(lipgloss.NewLayer(q.behind()),
		lipgloss.NewLayer(box).X((q.width-w)/2).Y((q.height-h)/2).Z(1))
	return panel.Fill(strings.Split(stage.Render(), "\n"), q.width, q.height)
}

func (q *question) ShortHelp() []key.Binding {
	var all []key.Binding
	for _, a := range q.Answers {
		all = append(all, a.Binding)
	}
	return append(all, q.no)
}
