package tui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/viewport"
	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/model/indicator"
	"wres/model/source"
	"wres/tui/panel"
	"wres/tui/theme"
)

// overlay is what stands over the panels and takes every key: help, a question,
// the files that were read, the form. update answers false when it is done.
type overlay interface {
	help.KeyMap
	setSize(width, height int)
	update(tea.Msg) (cmd tea.Cmd, open bool)
	view() string // exactly the size that was set
}

func (m *Model) show(o overlay) {
	m.overlay = o
	m.resize()
}

func (m *Model) overlayUpdate(msg tea.Msg) tea.Cmd {
	shown := m.overlay
	cmd, open := shown.update(msg)
	if !open && m.overlay == shown {
		if m.overlay = beneath(shown); m.overlay != nil {
			m.resize()
		}
	}
	return m.atOnce(cmd)
}

// beneath gives what an overlay was opened over: nil for a panel.
func beneath(o overlay) overlay {
	switch o := o.(type) {
	case *confirm:
		return o.under
	case *sheet:
		return o.under
	}
	return nil
}

// sheet is an overlay of lines to read.
type sheet struct {
	theme theme.Theme
	title string
	body  viewport.Model
	lines func(width int) []string
	close key.Binding
	under overlay // what it was opened over: nil for a panel
}

func newSheet(t theme.Theme, title string, lines func(width int) []string) *sheet {
	s := &sheet{theme: t, title: title, body: viewport.New(), lines: lines,
		close: bind("esc", "close", "esc", "q", "?", "f1", "enter")}
	s.body.KeyMap.Left.SetEnabled(false)
	s.body.KeyMap.Right.SetEnabled(false)
	return s
}

func (s *sheet) setSize(width, height int) {
	if s.under != nil {
		s.under.setSize(width, height)
	}
	s.body.SetWidth(width)
	s.body.SetHeight(max(height-1, 0))
	s.body.SetContentLines(s.lines(width))
}

func (s *sheet) update(msg tea.Msg) (tea.Cmd, bool) {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, s.close) {
		return nil, false
	}
	var cmd tea.Cmd
	s.body, cmd = s.body.Update(msg)
	return cmd, true
}

func (s *sheet) view() string {
	title := s.title
	if !s.body.AtBottom() {
		title += s.theme.Text(" · more below: ↓")
	}
	lines := append([]string{s.theme.Styles.Title.Render(ansi.Truncate(title, s.body.Width(), s.theme.Glyphs.Ellipsis))},
		strings.Split(s.body.View(), "\n")...)
	return panel.Fill(lines, s.body.Width(), s.body.Height()+1)
}

func (s *sheet) ShortHelp() []key.Binding {
	return []key.Binding{s.close, bind("↑↓", "scroll", "down", "up")}
}

func (s *sheet) FullHelp() [][]key.Binding { return [][]key.Binding{s.ShortHelp()} }

// newHelp lists every live binding, a line each.
func newHelp(t theme.Theme, groups [][]key.Binding) *sheet {
	return newSheet(t, " Keys", func(width int) []string {
		var lines []string
		for i, group := range groups {
			if i > 0 {
				lines = append(lines, "")
			}
			for _, b := range group {
				if !b.Enabled() {
					continue
				}
				shown := t.Text(b.Help().Key)
				pad := strings.Repeat(" ", max(12-ansi.StringWidth(shown), 1))
				lines = append(lines, ansi.Truncate(" "+t.Styles.Key.Render(shown)+pad+t.Styles.Text.Render(t.Text(b.Help().Desc)), width, t.Glyphs.Ellipsis))
			}
		}
		return lines
	})
}

func problemCount(problems []source.Problem) string {
	errors := source.Report{Problems: problems}.Errors()
	notices := len(problems) - errors
	return fmt.Sprintf("%s, %s", counted(errors, "error"), counted(notices, "notice"))
}

func counted(n int, word string) string {
	switch n {
	case 0:
		return "no " + word + "s"
	case 1:
		return "1 " + word
	}
	return indicator.Thousands(n) + " " + word + "s"
}

// confirm is a question over what is on screen. Only a key of its answers does
// anything; every other way out is no.
type confirm struct {
	theme         theme.Theme
	question      string
	answers       []answer
	no            key.Binding
	under         overlay // what it was asked over: nil for a panel
	behind        func() string
	width, height int
}

// answer is a key that a question offers, and the message that it sends.
type answer struct {
	key.Binding
	msg tea.Msg
}

// yes is the key of an answer that throws something away.
func yes(does string) key.Binding { return bind("y", does, "y", "Y") }

type (
	deleteConfirmedMsg struct{ id string }
	quitConfirmedMsg   struct{ kept bool } // in the journal
	discardedMsg       struct{ to string } // the panel to go to, by its key; "": the one beneath
)

// ask shows a question with its answers; no is what happens on any other key.
func (m *Model) ask(question, no string, answers ...answer) {
	under := m.overlay
	behind := func() string { return m.panels[m.active].panel.View() }
	if under != nil {
		behind = under.view
	}
	m.show(&confirm{theme: m.data.Theme, question: question, answers: answers, under: under, behind: behind,
		no: bind("n", no, "n", "N", "esc", "enter", "q")})
}

func (m *Model) askDelete(id string) {
	a, ok := m.data.Plan.Find(id)
	if !ok {
		return
	}
	if why := m.locked(); why != "" {
		m.status = why
		return
	}
	m.ask(fmt.Sprintf("Delete action %s, %q?", m.deps.Clean(a.Number), ansi.Truncate(m.deps.Clean(a.Text), 60, m.data.Theme.Glyphs.Ellipsis)),
		"keep it", answer{yes("delete it"), deleteConfirmedMsg{id}})
}

func (c *confirm) setSize(width, height int) {
	c.width, c.height = width, height
	if c.under != nil {
		c.under.setSize(width, height)
	}
}

func (c *confirm) update(msg tea.Msg) (tea.Cmd, bool) {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, true
	}
	for _, a := range c.answers {
		if !key.Matches(k, a.Binding) {
			continue
		}
		if d, discard := a.msg.(discardedMsg); discard {
			c.under = nil
			if d.to == "" {
				return nil, false
			}
			return func() tea.Msg { return panel.PanelChosenMsg{Key: d.to} }, false
		}
		return func() tea.Msg { return a.msg }, false
	}
	return nil, !key.Matches(k, c.no)
}

func (c *confirm) view() string {
	t := c.theme
	inner := max(min(c.width-4, 64), 1)
	var lines []string
	for _, line := range strings.Split(ansi.Wrap(t.Text(c.question), inner, ""), "\n") {
		lines = append(lines, t.Styles.Text.Render(line))
	}
	lines = append(lines, "")
	for _, b := range c.ShortHelp() {
		lines = append(lines, ansi.Truncate(answerText(t, b), inner, ""))
	}
	box := t.Styles.Overlay.Border(t.Border()).Padding(0, 1).Render(strings.Join(lines, "\n"))
	w, h := lipgloss.Size(box)
	if w > c.width || h > c.height {
		return panel.Fill(lines, c.width, c.height)
	}
	stage := lipgloss.NewCompositor(lipgloss.NewLayer(c.behind()),
		lipgloss.NewLayer(box).X((c.width-w)/2).Y((c.height-h)/2).Z(1))
	return panel.Fill(strings.Split(stage.Render(), "\n"), c.width, c.height)
}

func answerText(t theme.Theme, b key.Binding) string {
	return t.Styles.Key.Render(t.Text(b.Help().Key)) + " " + t.Styles.KeyText.Render(t.Text(b.Help().Desc))
}

func (c *confirm) ShortHelp() []key.Binding {
	var all []key.Binding
	for _, a := range c.answers {
		all = append(all, a.Binding)
	}
	return append(all, c.no)
}

func (c *confirm) FullHelp() [][]key.Binding { return [][]key.Binding{c.ShortHelp()} }
