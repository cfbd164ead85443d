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

func tooSmall(width, height int) bool { return width < minWidth || height < minHeight }

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
	if tooSmall(m.width, m.height) {
		what, _ := m.unsaved()
		notice := smallNotice(what != "", m.draft() != nil && m.keep.Safe())
		return panel.Fill(strings.Split(ansi.Wrap(notice, m.width, ""), "\n"), m.width, m.height)
	}
	t := m.data.Theme
	lines := []string{header(m.data, &m.loading, m.width), tabs(t, m.panels, m.active, m.data.Plan.Len(), m.width)}
	if layout(m.height).rule > 0 {
		lines = append(lines, t.Styles.Faint.Render(strings.Repeat(t.Glyphs.Rule, m.width)))
	}
	body := m.panels[m.active].panel.View
	if top := m.stack.top(); top != nil {
		body = top.View
	}
	// The body fills its box by contract; only our own lines are padded here.
	return panel.Fill(lines, m.width, len(lines)) + "\n" + body() + "\n" + panel.Fill([]string{m.footer()}, m.width, 1)
}

// smallNotice is all that a window says which is too small for anything else: what
// becomes of text that is saved nowhere, and whether the journal has it.
func smallNotice(unsaved, journalled bool) string {
	s := "This window is too small for wres. It needs 40 columns and 12 lines. "
	switch {
	case !unsaved:
		return s + "q quits."
	case journalled:
		return s + "Your text is kept: make the window larger. Ctrl+C twice quits, and the next start offers it again."
	}
	return s + "Your text is kept: make the window larger. Ctrl+C twice quits and loses it."
}

// header says whose figures these are and of which day. The name keeps its place
// longest: the date shrinks to the year before it is cut.
func header(d panel.Data, l *loading, width int) string {
	long, short := l.progress(d.Clean)
	left, right := "wres", []string{long, short}
	if r := d.Results; r != nil {
		left = r.Organisation
		if long == "" {
			day, year := d.Year.Snapshot(), d.Year.String()
			if d.Year == 0 {
				day, year = "no figures yet", "no figures"
			}
			if right = []string{day, year}; r.Example {
				right = []string{day + " · example data", year + " · example", year}
			}
		}
	}
	for _, text := range right {
		if ansi.StringWidth(left)+ansi.StringWidth(text)+3 <= width {
			return spread(d.Theme, left, text, width)
		}
	}
	return spread(d.Theme, left, right[len(right)-1], width)
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
// narrow window keeps the keys of all and the name of the active one, and a narrower
// one the keys around the active one.
func tabs(t theme.Theme, panels []entry, active, actions, width int) string {
	var parts []string
	for _, named := range []func(i int) bool{
		func(int) bool { return true },
		func(i int) bool { return i == active },
		func(int) bool { return false },
	} {
		parts = tabParts(t, panels, active, actions, named)
		if line := strings.Join(parts, ""); ansi.StringWidth(line) <= width {
			return line
		}
	}
	left, right := t.Styles.Muted.Render(t.Glyphs.ArrowLeft+" "), t.Styles.Muted.Render(" "+t.Glyphs.ArrowRight)
	for from, to := 0, len(parts); ; {
		line := strings.Join(parts[from:to], "")
		if from > 0 {
			line = left + line
		}
		if to < len(parts) {
			line += right
		}
		before, after := active-from, to-1-active
		switch {
		case ansi.StringWidth(line) <= width || before+after == 0:
			return line
		case before > after:
			from++
		default:
			to--
		}
	}
}

func tabParts(t theme.Theme, panels []entry, active, actions int, named func(i int) bool) []string {
	var parts []string
	for i, e := range panels {
		text := e.key
		if named(i) {
			text += " " + e.tab
			if e.key == "p" && actions > 0 {
				text += " (" + strconv.Itoa(actions) + ")"
			}
		}
		if i == active {
			parts = append(parts, t.Styles.ActiveTab.Render("["+text+"]"))
			continue
		}
		parts = append(parts, " "+t.Styles.KeyText.Render(text)+" ")
	}
	return parts
}

// minKeys is the room that the footer keeps for "? all keys  q quit".
const minKeys = 18

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
	bindings, last := append(m.shortHelp(), m.keys.Help, m.keys.Quit), 2
	if top := m.stack.top(); top != nil {
		bindings, last = top.ShortHelp(), 0
	}
	keys := fitKeys(t, bindings, last, m.width-ansi.StringWidth(state)-3)
	gap := max(m.width-ansi.StringWidth(keys)-ansi.StringWidth(state)-2, 0)
	return " " + keys + strings.Repeat(" ", gap) + style.Render(state)
}

func (m *Model) shortHelp() []key.Binding {
	if m.loading.running && !m.loading.stopping && m.loading.event.Size > 0 {
		return []key.Binding{ask.Bind("esc", "stop reading", "esc")}
	}
	short := m.panels[m.active].panel.ShortHelp()
	return append(short[:len(short):len(short)], m.keys.LastYear)
}

// fitKeys shows as many whole bindings as fit, and of them the last ones first: help
// is no use when it is the one cut off.
func fitKeys(t theme.Theme, bindings []key.Binding, last, width int) string {
	for keep := len(bindings) - last; keep >= 0; keep-- {
		line := keyLine(t, append(bindings[:keep:keep], bindings[len(bindings)-last:]...))
		if ansi.StringWidth(line) <= width {
			return line
		}
	}
	return ""
}

func keyLine(t theme.Theme, bindings []key.Binding) string {
	parts := make([]string, 0, len(bindings))
	for _, b := range bindings {
		if b.Enabled() {
			parts = append(parts, t.Styles.Key.Render(t.Text(b.Help().Key))+" "+t.Styles.KeyText.Render(t.Text(b.Help().Desc)))
		}
	}
	return strings.Join(parts, "  ")
}
