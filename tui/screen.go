package tui

import (
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"wres/model/report"
	"wres/model/words"
	"wres/tui/ask"
	"wres/tui/palette"
	"wres/tui/sheet"
	"wres/tui/theme"
)

// screen is how the app uses the terminal, as the user changes it while it runs.
type screen struct {
	theme string // one of theme.Names; empty: that of the background
	dark  bool   // the background, as far as it is known
	mouse bool   // the mouse is the app's, and selects no text of the terminal
}

// terminal is the app as it changes how it uses the terminal.
type terminal struct{ m *Model }

// key handles the keys that change it.
func (t terminal) key(k tea.KeyPressMsg) (cmd tea.Cmd, taken bool) {
	switch {
	case key.Matches(k, t.m.keys.screen.Theme):
		return t.nextTheme(), true
	case key.Matches(k, t.m.keys.screen.Mouse):
		t.toggleMouse()
	case key.Matches(k, t.m.keys.screen.Settings):
		t.settings()
	default:
		return nil, false
	}
	return nil, true
}

// themed draws everything in a theme anew.
func (t terminal) themed(name string) {
	m := t.m
	m.screen.theme = name
	m.data.Theme = theme.New(name, m.screen.dark, m.deps.Charset, m.deps.Profile)
	m.refresh()
}

// nextTheme goes on to the next theme, and says how it stays.
func (t terminal) nextTheme() tea.Cmd {
	names := append([]string{""}, theme.Names()...)
	return t.use(names[(slices.Index(names, t.m.screen.theme)+1)%len(names)])
}

// use takes a theme, and asks for the background where that decides.
func (t terminal) use(name string) tea.Cmd {
	t.themed(name)
	if name == "" {
		t.m.status = "theme by the terminal's background"
		return tea.RequestBackgroundColor
	}
	t.m.status = "theme " + name + `: [screen] theme = "` + name + `" in wres.toml keeps it`
	if theme.ByBackground(name) {
		return tea.RequestBackgroundColor
	}
	return nil
}

// settings shows which settings the figures were made with, and how the screen is drawn.
func (t terminal) settings() {
	m := t.m
	if m.data.Results == nil {
		m.status = "the settings are being read: , in a moment"
		return
	}
	shown := m.screen.theme
	if shown == "" {
		shown = "by the background"
	}
	steps := []words.Step{{Label: "The screen", Lines: []string{"Theme: " + shown + ". T goes on to the next.", "Characters: " + m.deps.Charset.String() + " (--charset).", "Settings stand in wres.toml in the folder; wres help data explains each."}}}
	steps = append(steps, sheet.Points(m.data.Theme, report.InForce(m.data.Results.Settings, m.deps.safe()))...)
	app{m}.show(sheet.Steps(m.data.Theme, ask.Steps{Title: " Settings in force", Steps: steps, Key: ","}))
}

// toggleMouse takes the mouse, or gives it back to the terminal, which selects text with it.
func (t terminal) toggleMouse() {
	m := t.m
	if m.screen.mouse = !m.screen.mouse; m.screen.mouse {
		m.status = "mouse on: the wheel moves, a click on a tab opens it; M gives it back"
		return
	}
	m.status = "mouse off: the terminal selects text with it again"
}

// wheel moves as the keys up and down do. Where letters are text it does nothing.
func (t terminal) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	k := map[tea.MouseButton]string{tea.MouseWheelUp: "up", tea.MouseWheelDown: "down"}[msg.Button]
	if k == "" || Typing(t.m) {
		return nil
	}
	return t.m.update(pressOf(k))
}

// click opens the panel whose tab is clicked on, where nothing stands over the panels.
func (t terminal) click(msg tea.MouseClickMsg) {
	m := t.m
	if msg.Button != tea.MouseLeft || msg.Y != layout(m.height).bar || m.stack.top() != nil || tooSmall(m.width, m.height) {
		return
	}
	if key := tabsOf(m, m.active).Under(msg.X, m.width); key != "" {
		app{m}.Open(key)
	}
}

// settings lists what can be changed of the screen by name.
func (c commands) settings() (all []palette.Line) {
	for _, name := range append([]string{""}, theme.Names()...) {
		line := palette.Line{Name: "Theme: by the background", Kind: "setting", Keys: c.m.keys.screen.Theme.Help().Key}
		if name != "" {
			line.Name = "Theme: " + name
		}
		line.Does = ask.Choice(func() (ask.Request, tea.Cmd) { return nil, terminal{c.m}.use(name) })
		all = append(all, line)
	}
	if r := c.m.data.Results; r != nil {
		for _, table := range report.InForce(r.Settings, c.m.deps.safe()) {
			for _, said := range table.Points {
				all = append(all, palette.Line{Name: strings.TrimSuffix(said, "."), Kind: "setting · " + strings.Trim(table.Heading, "[]"), Keys: ",", Does: c.press(true, ",")})
			}
		}
	}
	if stop := c.m.deps.Suspend; stop != nil {
		all = append(all, palette.Line{Name: "Suspend: back to the shell, where fg returns", Kind: "anywhere",
			Does: ask.Choice(func() (ask.Request, tea.Cmd) { return nil, func() tea.Msg { stop(); return nil } })})
	}
	return all
}
