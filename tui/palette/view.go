package palette

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/tui/panel"
	"wres/tui/theme"
)

// The width below which a line says no more than its name and keys, and what of the width
// the kind may take.
const (
	kindWidth = 60
	kindShare = 3
)

// SetSize gives the list its box.
func (m *Model) SetSize(width, height int) {
	m.width, m.height = width, height
	m.move(m.at)
}

// View fills exactly the box.
func (m *Model) View() string { return m.frame }

// room is how many lines there are for the list, below its head and within its border.
func (m *Model) room() int {
	_, height := panel.Inner(m.width, m.height)
	return max(height-1, 1)
}

// draw keeps the cursor in sight, and what is seen of the list.
func (m *Model) draw() {
	if m.width <= 0 || m.height <= 0 {
		m.frame = ""
		return
	}
	room := m.room()
	m.top = max(min(m.top, m.at), m.at-room+1)
	m.top = max(min(m.top, len(m.shown)-room), 0)
	width, _ := panel.Inner(m.width, m.height)
	head := width
	if width < m.width { // the border takes a cell at each side of the head, and one more of the lines
		head = m.width - 2
	}
	pane := panel.Pane{Head: m.head(head), Lines: m.rows(width, m.shown[m.top:min(m.top+room, len(m.shown))])}
	if len(m.shown) == 0 {
		pane.Lines = []string{" " + m.theme.Styles.Notice.Render("Nothing is called that: take letters away.")}
	}
	m.frame = strings.Join(pane.Draw(m.theme, m.width, m.height), "\n")
}

// head is what is typed, in a rule, with how many lines are left of how many.
func (m *Model) head(width int) string {
	t := m.theme
	rule := func(n int) string { return t.Styles.Faint.Render(strings.Repeat(t.Glyphs.Rule, max(n, 0))) }
	count := fmt.Sprintf("%d of %d", len(m.shown), len(m.lines))
	end := " " + t.Styles.Muted.Render(count) + " " + rule(1)
	begin := rule(1) + " " + t.Styles.Key.Render(ansi.Truncate(m.title, max(width-theme.Width(end)-8, 1), "")) + " "
	// What is typed has always the same room, or it would scroll; the rule takes what is left.
	m.input.SetWidth(max(width-theme.Width(begin)-theme.Width(end)-2, 1))
	line := begin + ansi.Truncate(m.input.View(), theme.Width(m.input.Value())+1, "") + " "
	return line + rule(width-theme.Width(line)-theme.Width(end)) + end
}

// rows draws some of the lines: the name, what it is, and at the right the keys.
func (m *Model) rows(width int, of []int) []string {
	kinds, keys := 0, 0
	for _, i := range m.shown { // and not those on screen alone, so that nothing moves with the cursor
		kinds, keys = max(kinds, len(m.lines[i].Kind)), max(keys, theme.Width(m.lines[i].Keys))
	}
	if kinds = min(kinds, width/kindShare); width < kindWidth {
		kinds = -2
	}
	keys = min(keys, width/kindShare)
	t, name := m.theme, max(width-2-2-kinds-2-keys-1, 1)
	cell := func(style theme.Style, text string, width int, right bool) string {
		text = ansi.Truncate(t.Text(text), max(width, 0), t.Glyphs.Ellipsis)
		pad := strings.Repeat(" ", max(width-theme.Width(text), 0))
		if right {
			return pad + style.Render(text)
		}
		return style.Render(text) + pad
	}
	var rows []string
	for _, i := range of {
		l, mark := m.lines[i], "  "
		text, muted, pressed := t.Styles.Text, t.Styles.Muted, t.Styles.Key
		if i == m.shown[m.at] {
			mark = t.Styles.Key.Render(t.Glyphs.Mark) + " "
			text, muted, pressed = t.Marked(text), t.Marked(muted), t.Marked(pressed)
		}
		row := mark + cell(text, l.Name, name, false) + "  "
		if kinds > 0 {
			row += cell(muted, l.Kind, kinds, false) + "  "
		}
		row += cell(pressed, l.Keys, keys, true)
		if i == m.shown[m.at] {
			row = t.Under(row, width-1)
		}
		rows = append(rows, row)
	}
	return rows
}
