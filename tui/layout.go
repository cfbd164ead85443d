package tui

import (
	"strconv"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/ask"
	"wres/tui/panel"
	"wres/tui/theme"
)

// The least window in which every panel can say what it has to say.
const (
	minWidth  = 40
	minHeight = 12
)

// regions is how a window is shared out, from the top.
type regions struct {
	header, tabs, rule, body, footer int // lines
}

// layout shares out a window. A low one loses the rule first, so that the body
// keeps its lines.
func layout(height int) regions {
	r := regions{header: 1, tabs: 1, footer: 1}
	if height >= 20 {
		r.rule = 1
	}
	r.body = max(height-r.header-r.tabs-r.rule-r.footer, 0)
	return r
}

func (m *Model) tooSmall() bool { return m.width < minWidth || m.height < minHeight }

func (m *Model) resize() {
	body := layout(m.height).body
	for _, e := range m.panels {
		e.panel.SetSize(m.width, body)
	}
	for _, o := range m.stack {
		o.SetSize(m.width, body)
	}
}

// View draws the window: header, tabs, the panel or what stands over it, footer.
func (m *Model) View() tea.View {
	v := tea.NewView(m.frame())
	v.AltScreen = true
	v.WindowTitle = "wres"
	return v
}

func (m *Model) frame() string {
	if m.done || m.width <= 0 || m.height <= 0 {
		return ""
	}
	if m.tooSmall() {
		return panel.Fill(strings.Split(ansi.Wrap(m.smallNotice(), m.width, ""), "\n"),
			m.width, m.height)
	}
	lines := []string{m.header(), m.tabs()}
	r := layout(m.height)
	if r.rule > 0 {
		lines = append(lines, m.data.Theme.Styles.Faint.Render(strings.Repeat(m.data.Theme.Glyphs.Rule, m.width)))
	}
	body := m.panels[m.active].panel.View
	if top := m.top(); top != nil {
		body = top.View
	}
	// The body fills its box by contract; only our own lines are padded here.
	return panel.Fill(lines, m.width, len(lines)) + "\n" + body() + "\n" + panel.Fill([]string{m.footer()}, m.width, 1)
}

// header says whose figures these are and of which day. The name keeps its place
// longest: the date shrinks to the year before it is cut.
func (m *Model) header() string {
	t := m.data.Theme
	long, short := m.loading.progress(m.deps.Clean)
	left, right := "wres", []string{long, short}
	if r := m.data.Results; r != nil {
		left = r.Organisation
		if right[0] == "" {
			day, year := m.data.Year.Snapshot(), m.data.Year.String()
			if m.data.Year == 0 {
				day, year = "no figures yet", "no figures"
			}
			if right = []string{day, year}; r.Example {
				right = []string{day + " · example data", year + " · example", year}
			}
		}
	}
	for _, text := range right {
		if ansi.StringWidth(left)+ansi.StringWidth(text)+3 <= m.width {
			return spread(t, left, text, m.width)
		}
	}
	return spread(t, left, right[len(right)-1], m.width)
}

// spread puts two texts at the ends of a line and cuts the left one where both
// do not fit.
func spread(t theme.Theme, left, right string, width int) string {
	right = t.Text(right)
	left = ansi.Truncate(t.Text(left), max(width-ansi.StringWidth(right)-3, 0), t.Glyphs.Ellipsis)
	gap := max(width-ansi.StringWidth(left)-ansi.StringWidth(right)-2, 0)
	return " " + t.Styles.Title.Render(left) + strings.Repeat(" ", gap) + t.Styles.Muted.Render(right)
}

// tabs lists the panels; the active one is marked by more than its colour. A
// narrow window keeps the keys of all and the name of the active one.
func (m *Model) tabs() string {
	for _, names := range []func(i int) bool{
		func(int) bool { return true },
		func(i int) bool { return i == m.active },
	} {
		line := m.tabLine(names)
		if ansi.StringWidth(line) <= m.width {
			return line
		}
	}
	return m.tabLine(func(int) bool { return false })
}

func (m *Model) tabLine(named func(i int) bool) string {
	t := m.data.Theme
	var b strings.Builder
	for i, e := range m.panels {
		text := e.key
		if named(i) {
			text += " " + e.tab
			if n := m.data.Plan.Len(); e.key == "p" && n > 0 {
				text += " (" + strconv.Itoa(n) + ")"
			}
		}
		if i == m.active {
			b.WriteString(t.Styles.ActiveTab.Render("[" + text + "]"))
			continue
		}
		b.WriteString(" " + t.Styles.KeyText.Render(text) + " ")
	}
	return b.String()
}

// footer lists the keys that matter here, and whether the plan is on the disk.
func (m *Model) footer() string {
	t := m.data.Theme
	state, bad := m.keep.State()
	style := t.Styles.Saved
	switch {
	case m.status != "" && !bad && state != "":
		state = m.status + " · " + state
	case m.status != "":
		state, style = m.status, t.Styles.Notice
	case bad:
		style = t.Styles.Error
	}
	// The first two bindings, help and quit keep their place beside a long state.
	state = ansi.Truncate(t.Text(state), max(m.width-3-minKeys, 0), t.Glyphs.Ellipsis)
	keys := m.fitKeys(m.width - ansi.StringWidth(state) - 3)
	gap := max(m.width-ansi.StringWidth(keys)-ansi.StringWidth(state)-2, 0)
	return " " + keys + strings.Repeat(" ", gap) + style.Render(state)
}

// minKeys is the room that the footer keeps for "? all keys  q quit".
const minKeys = 18

// smallNotice is all that a window says which is too small for anything else.
func (m *Model) smallNotice() string {
	s := "This window is too small for wres. It needs 40 columns and 12 lines. "
	if what, _ := m.unsaved(); what != "" {
		if m.draft() != nil && m.keep.Safe() {
			return s + "Your text is kept: make the window larger. Ctrl+C twice quits, and the next start offers it again."
		}
		return s + "Your text is kept: make the window larger. Ctrl+C twice quits and loses it."
	}
	return s + "q quits."
}

// fitKeys shows as many whole bindings as fit: help first is no use when it is
// the one cut off, so it and quit stand at the front of a narrow footer.
func (m *Model) fitKeys(width int) string {
	t := m.data.Theme
	bindings, last := append(m.shortHelp(), m.keys.Help, m.keys.Quit), 2
	if top := m.top(); top != nil {
		bindings, last = top.ShortHelp(), 0
	}
	for keep := len(bindings) - last; keep >= 0; keep-- {
		line := m.keyLine(t, append(bindings[:keep:keep], bindings[len(bindings)-last:]...))
		if ansi.StringWidth(line) <= width {
			return line
		}
	}
	return ""
}

func (m *Model) keyLine(t theme.Theme, bindings []key.Binding) string {
	parts := make([]string, 0, len(bindings))
	for _, b := range bindings {
		if b.Enabled() {
			parts = append(parts, t.Styles.Key.Render(t.Text(b.Help().Key))+" "+t.Styles.KeyText.Render(t.Text(b.Help().Desc)))
		}
	}
	return strings.Join(parts, "  ")
}

func (m *Model) shortHelp() []key.Binding {
	if m.loading.running && !m.loading.stopping && m.loading.event.Size > 0 {
		return []key.Binding{ask.Bind("esc", "stop reading", "esc")}
	}
	short := m.panels[m.active].panel.ShortHelp()
	return append(short[:len(short):len(short)], m.keys.LastYear)
}
