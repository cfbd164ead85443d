package tui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"wres/tui/panel"
	"wres/tui/top"
)

// The least window in which every panel can say what it has to say.
const (
	minWidth  = 40
	minHeight = 12
)

// regions is how a window is shared out, from the top.
type regions struct {
	bar, tabs, body, footer int // lines
}

// layout shares out a window.
func layout(height int) regions {
	r := regions{bar: 1, tabs: 1, footer: 1}
	r.body = max(height-r.bar-r.tabs-r.footer, 0)
	return r
}

func tooSmall(width, height int) bool { return width < minWidth || height < minHeight }

// View draws the window: top bar, tabs, the panel or what stands over it, footer.
func (m *Model) View() tea.View {
	v := tea.NewView(m.frame())
	v.AltScreen = true
	v.WindowTitle = "wres"
	if m.screen.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

func (m *Model) frame() string {
	if m.done || m.width <= 0 || m.height <= 0 {
		return ""
	}
	if tooSmall(m.width, m.height) {
		what, _ := m.unsaved()
		notice := top.TooSmall(what != "", m.draft() != nil && m.keep.Safe())
		return panel.Fill(strings.Split(ansi.Wrap(notice, m.width, ""), "\n"), m.width, m.height)
	}
	if m.stack.has(m.meeting) {
		return m.stack.top().View() + "\n" + m.footer()
	}
	lines := m.topLines()
	body := m.panels[m.active].panel.View
	if top := m.stack.top(); top != nil {
		body = top.View
	}
	// The body fills its box by contract; only our own lines are padded here.
	return panel.Fill(lines, m.width, len(lines)) + "\n" + body() + "\n" + m.footer()
}

// head is the bar and the tabs, drawn for a word on what is kept.
type head struct {
	state  string
	bad    bool
	active int
	lines  []string
}

// topLines draws the bar and the tabs, where they have changed since they were drawn.
func (m *Model) topLines() []string {
	state, bad := m.keep.State()
	bar := top.Bar{Data: m.data, State: state, Bad: bad, Width: m.width}
	if long, short := m.loading.progress(m.data.Clean); long != "" {
		bar.State, bar.Bad = bar.Fitting(long, short), false
	}
	active := m.active
	if m.stack.has(m.files) || m.stack.has(m.preview) { // which is none of the panels
		active = top.None
	}
	if m.head.lines == nil || m.head.state != bar.State || m.head.bad != bar.Bad || m.head.active != active {
		m.head = head{bar.State, bar.Bad, active, []string{bar.Draw(), tabsOf(m, active).Draw(m.width)}}
	}
	return slices.Clone(m.head.lines)
}

// tabsOf lists the tabs of the panels.
func tabsOf(m *Model, active int) top.Tabs {
	tabs := top.Tabs{Data: m.data, Active: active}
	for _, e := range m.panels {
		tabs.Tabs = append(tabs.Tabs, e.Tab)
	}
	return tabs
}
