package grid

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/source"
	"wres/model/words"
	"wres/tui/panel"
	"wres/tui/theme"
)

// View fills exactly the box.
func (m *Model) View() string {
	s := sight{m, m.data.Theme}
	width, height := panel.Inner(m.width, m.height)
	pane := panel.Pane{Title: m.data.Theme.Text(s.title()), Right: m.data.Theme.Text(s.right()), Lines: s.lines(width, max(height-1, 0))}
	return strings.Join(pane.Draw(m.data.Theme, m.width, m.height), "\n")
}

// sight is the table as it looks.
type sight struct {
	*Model
	theme theme.Theme
}

func (s sight) title() string {
	title := " " + s.kind.Kind + ".csv, "
	if s.width >= narrow { // the survey of a WRES year is that of the autumn before
		title += "WRES year "
	}
	title += s.year.String()
	if s.dirty() {
		title += ", not saved"
	}
	if name := s.page().Name; name != "" {
		title += " · " + name
	}
	return title
}

func (s sight) right() string {
	if n := len(s.kind.Sheet.Pages); n > 1 {
		return fmt.Sprintf("%d of %d", s.at.Page+1, n)
	}
	return ""
}

// The widths of a cell and of a row's name, in a narrow window and else.
const (
	narrow      = 60
	cellWidth   = 12
	narrowCell  = 8
	widestNames = 30
)

// columns shares a width out: the name of a row, its cells, and its total where there is
// room for one.
func (s sight) columns(width int) (name, cell int, totals bool) {
	n := len(s.kind.Sheet.Columns)
	cell = cellWidth
	if width < narrow {
		cell = narrowCell
	}
	totals = !s.kind.Sheet.Columns[0].Percent
	for _, row := range s.page().Rows {
		name = max(name, theme.Width(row.Name))
	}
	name = min(name, widestNames) + 3
	if totals && name+(n+1)*cell > width {
		totals = false
	}
	return min(name, max(width-n*cell, 3)), cell, totals
}

// lines draws the head, as many rows as there is room for, their sum, and what is to be said.
func (s sight) lines(width, height int) []string {
	name, cell, totals := s.columns(width)
	said := s.said(width)
	rows := s.page().Rows
	lines := []string{s.head(name, cell, totals)}
	fixed := 1 + len(said)
	if s.kind.Sheet.Adds {
		fixed++
	}
	room := max(height-fixed, 1)
	first := min(max(s.at.Row-room+1, 0), max(len(rows)-room, 0))
	if s.at.Row < first {
		first = s.at.Row
	}
	for r := first; r < min(first+room, len(rows)); r++ {
		lines = append(lines, s.row(r, name, cell, totals))
	}
	if s.kind.Sheet.Adds {
		lines = append(lines, s.sum(name, cell, totals))
	}
	if len(lines)+len(said) < height {
		lines = append(lines, "")
	}
	return append(lines, said...)
}

func (s sight) head(name, cell int, totals bool) string {
	line := strings.Repeat(" ", name)
	for _, c := range s.kind.Sheet.Columns {
		line += right(s.theme.Styles.Title.Render(ansi.Truncate(s.theme.Text(s.label(c)), cell-1, ""))+" ", cell)
	}
	if totals {
		line += right(s.theme.Styles.Title.Render("total")+" ", cell)
	}
	return line
}

// label names a column.
func (m *Model) label(c source.SheetColumn) string {
	label := c.Group
	if g, known := model.GroupNamed(strings.ToLower(c.Group)); known {
		label = m.data.Words.Labels.Short(g)
	}
	switch {
	case c.Percent:
		label += " %"
	case c.Optional:
		label += " n"
	}
	return m.data.Clean(label)
}

func right(text string, width int) string {
	return strings.Repeat(" ", max(width-theme.Width(text), 0)) + text
}

func (s sight) row(r, name, cell int, totals bool) string {
	st := s.theme.Styles
	mark, style := "  ", st.Text
	if r == s.at.Row {
		mark, style = s.theme.Text(s.theme.Glyphs.Mark)+" ", st.Title
	}
	line := mark + panel.Padded(style.Render(ansi.Truncate(s.theme.Text(s.page().Rows[r].Name), max(name-3, 1), s.theme.Glyphs.Ellipsis)), name-2)
	total, any := 0, false
	for c, column := range s.kind.Sheet.Columns {
		at := source.Cell{Page: s.at.Page, Row: r, Column: c}
		if n, is := value(s.typed[at], column); is {
			total, any = total+n, true
		}
		line += s.cell(at, column, cell)
	}
	if totals {
		line += right(s.number(total, any)+" ", cell)
	}
	return line
}

// cell draws one, in brackets under the cursor, and with a mark where it is no number.
func (s sight) cell(at source.Cell, c source.SheetColumn, width int) string {
	st := s.theme.Styles
	text, style := s.typed[at], st.Text
	mark, room := "", width-3
	_, wrong := number(text, c)
	switch {
	case wrong != "":
		mark, style, room = "!", st.Wrong, room-1
	case text == "" && at != s.at:
		text, style = s.theme.Text("·"), st.Muted
	}
	if n := theme.Width(text); n > room { // its end is where one types
		text = ansi.TruncateLeft(text, n-room, "")
	}
	text = right(mark+s.theme.Text(text), width-3)
	if at == s.at {
		return " " + st.Selected.Render("["+text+"]")
	}
	return "  " + style.Render(text) + " "
}

func (s sight) number(n int, any bool) string {
	if !any {
		return s.theme.Styles.Muted.Render(s.theme.Text("·"))
	}
	return s.theme.Styles.Muted.Render(words.Thousands(n))
}

// sum adds up the rows of the page.
func (s sight) sum(name, cell int, totals bool) string {
	line := panel.Padded("  "+s.theme.Styles.Muted.Render(ansi.Truncate("sum", max(name-3, 1), "")), name)
	all, anyOfAll := 0, false
	for c, column := range s.kind.Sheet.Columns {
		total, any := 0, false
		for r := range s.page().Rows {
			if n, is := value(s.typed[source.Cell{Page: s.at.Page, Row: r, Column: c}], column); is {
				total, any = total+n, true
			}
		}
		all, anyOfAll = all+total, anyOfAll || any
		line += right(s.number(total, any)+" ", cell)
	}
	if totals {
		line += right(s.number(all, anyOfAll)+" ", cell)
	}
	return line
}

// said is what there is to say of the cell, and of cells that are empty.
func (s sight) said(width int) []string {
	st := s.theme.Styles
	text, style := "An empty cell is left out; type 0 for none.", st.Muted
	_, wrong := number(s.typed[s.at], s.kind.Sheet.Columns[s.at.Column])
	empty := s.partly()
	switch {
	case s.notice != "":
		text, style = s.notice, st.Notice
	case wrong != "":
		text, style = "! This "+wrong+".", st.Wrong
	case s.lost != nil:
		text, style = "What you type is not kept until it is saved: "+s.data.Clean(s.lost.Error()), st.Wrong
	case empty != "":
		text, style = empty+": what needs them is marked as incomplete; type 0 for none.", st.Notice
	case s.kind.Sheet.Columns[s.at.Column].Optional:
		text = "n: how many answered, where it is published; it may stay empty."
	case len(s.typed) == 0:
		text += " A block from Excel can be pasted."
	case s.safe() && s.width >= narrow:
		text += " What you type is kept as you go."
	}
	return panel.Wrap(s.theme, text, max(width-1, 1), style)
}

// partly names a row of the page that has some of its numbers, and not all; "": none.
func (s sight) partly() string {
	for r, row := range s.page().Rows {
		have, lack := 0, 0
		for c, column := range s.kind.Sheet.Columns {
			switch {
			case column.Optional:
			case s.typed[source.Cell{Page: s.at.Page, Row: r, Column: c}] != "":
				have++
			default:
				lack++
			}
		}
		if have > 0 && lack > 0 && r != s.at.Row {
			return "Row \"" + row.Name + "\" has empty cells"
		}
	}
	return ""
}
