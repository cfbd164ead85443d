package chart

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/tui/theme"
)

// Align says at which side of its column a text stands.
type Align int

const (
	// Left is for words.
	Left Align = iota
	// Right is for numbers.
	Right
)

// Column is one column of a Table.
type Column struct {
	Title string
	Align Align
	Drop  int         // columns go from the highest number down; 0 never goes
	Flex  bool        // running text: may be narrower than its longest cell
	Ends  bool        // a Flex column that is cut keeps both ends of its text: a file's name
	Wrap  bool        // a Flex column breaks into lines instead of ending in …
	Min   int         // how narrow a Flex column gets; 0 means 12
	Style theme.Style // of its cells
	// Of gives the style of a cell that differs by its text; nil: all have Style.
	Of func(text string) theme.Style
}

func (c Column) style(text string) theme.Style {
	if c.Of == nil {
		return c.Style
	}
	return c.Of(text)
}

// Table sets texts in columns as wide as their longest cell, two cells apart.
//
// When narrow, Flex columns shrink to their Min, then columns are left out from
// the highest Drop number down. If even the columns that never go are too wide,
// each row becomes lines of "Title: text", wrapped. Only Flex columns without
// Wrap are ever shortened, by whole graphemes and with an ellipsis.
//
// The selected row carries the mark, and the Selected style over the whole width;
// other lines are not padded. First and Count draw a part of the
// rows while the widths still hold all of them, so that columns stand still when
// the panel scrolls.
type Table struct {
	Columns []Column
	Rows    [][]string // plain texts
	Rule    bool       // a faint line under the header

	Cursor   bool
	Selected int // index in Rows

	First, Count int // rows to draw; Count 0 means all from First
}

const (
	columnGap = 2
	minFlex   = 12
)

// Lines returns the header's lines, and for each drawn row its lines: more than
// one where text wraps, so that a panel can scroll by rows.
func (tb Table) Lines(t theme.Theme, width int) (head []string, rows [][]string) {
	if width < 1 || len(tb.Columns) == 0 {
		return nil, nil
	}
	p := tb.plan(t, width)
	from := min(max(tb.First, 0), len(tb.Rows))
	to := len(tb.Rows)
	if tb.Count > 0 {
		to = min(from+tb.Count, to)
	}
	if len(p.columns) == 0 {
		for i := from; i < to; i++ {
			rows = append(rows, tb.record(p, i))
		}
		return nil, rows
	}
	for i := from; i < to; i++ {
		rows = append(rows, tb.row(p, i))
	}
	return tb.head(p), rows
}

// Room gives how many cells a column has in a width: 0 where it is left out.
func (tb Table) Room(t theme.Theme, width, column int) int {
	if p := tb.plan(t, width); slices.Contains(p.columns, column) {
		return p.widths[column]
	}
	return 0
}

// plan is what the width leaves room for: the columns drawn and their widths.
// Without any, rows are drawn as records.
type plan struct {
	t        theme.Theme
	width    int
	gutter   int
	columns  []int
	widths   []int // by column of the table
	selected theme.Style
}

// total is the width of a whole line.
func (p plan) total() int {
	sum := p.gutter + columnGap*(len(p.columns)-1)
	for _, i := range p.columns {
		sum += p.widths[i]
	}
	return sum
}

func (tb Table) plan(t theme.Theme, width int) plan {
	p := plan{t: t, width: width, selected: t.Styles.Selected}
	if tb.Cursor && width >= minGutter {
		p.gutter = gutterWidth
	}
	natural := tb.natural(t)
	for i := range tb.Columns {
		p.columns = append(p.columns, i)
	}
	for len(p.columns) > 0 {
		p.widths = slices.Clone(natural)
		if tb.shrink(&p) {
			return p
		}
		last := slices.MaxFunc(p.columns, func(a, b int) int {
			return tb.Columns[a].Drop - tb.Columns[b].Drop
		})
		if tb.Columns[last].Drop <= 0 {
			break
		}
		p.columns = slices.DeleteFunc(p.columns, func(i int) bool { return i == last })
	}
	p.columns = nil
	return p
}

// natural returns the width of each column's longest text, over all rows.
func (tb Table) natural(t theme.Theme) []int {
	widths := make([]int, len(tb.Columns))
	for i, column := range tb.Columns {
		widths[i] = theme.Width(clean(t.Charset, column.Title))
	}
	for _, row := range tb.Rows {
		for i, text := range row[:min(len(row), len(widths))] {
			widths[i] = max(widths[i], theme.Width(clean(t.Charset, text)))
		}
	}
	return widths
}

// shrink takes from the widest Flex column, cell by cell, until the line fits. It
// reports false when all are as narrow as they get.
func (tb Table) shrink(p *plan) bool {
	for over := p.total() - p.width; over > 0; over-- {
		widest := -1
		for _, i := range p.columns {
			column := tb.Columns[i]
			least := column.Min
			if least <= 0 {
				least = minFlex
			}
			// A title is a word of the program and is never cut.
			least = max(least, theme.Width(clean(p.t.Charset, column.Title)))
			if column.Flex && p.widths[i] > least && (widest < 0 || p.widths[i] > p.widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return false
		}
		p.widths[widest]--
	}
	return true
}

func (tb Table) head(p plan) []string {
	titles := make([]string, len(tb.Columns))
	titled := false
	for i, column := range tb.Columns {
		titles[i] = clean(p.t.Charset, column.Title)
		titled = titled || titles[i] != ""
	}
	var lines []string
	if titled {
		lines = append(lines, tb.line(p, titles, func(int) theme.Style { return p.t.Styles.Title }))
	}
	if tb.Rule {
		wide := p.total()
		if tb.Cursor { // as the row under it
			wide = p.width
		}
		rule := strings.Repeat(p.t.Glyphs.Rule, wide)
		lines = append(lines, p.t.Styles.Faint.Render(rule))
	}
	return lines
}

func (tb Table) row(p plan, index int) []string {
	texts := make([]string, len(tb.Columns))
	parts := make([][]string, len(tb.Columns))
	height := 1
	for _, i := range p.columns {
		if i >= len(tb.Rows[index]) {
			continue
		}
		texts[i] = clean(p.t.Charset, tb.Rows[index][i])
		if theme.Width(texts[i]) <= p.widths[i] {
			continue
		}
		if !tb.Columns[i].Wrap {
			texts[i] = tb.cut(p, i, texts[i])
			continue
		}
		parts[i] = wrap(texts[i], p.widths[i])
		height = max(height, len(parts[i]))
	}
	selected := tb.Cursor && index == tb.Selected
	lines := make([]string, 0, height)
	for n := range height {
		for i, part := range parts {
			switch {
			case n < len(part):
				texts[i] = part[n]
			case n > 0:
				texts[i] = ""
			}
		}
		if !selected {
			lines = append(lines, tb.line(p, texts, func(i int) theme.Style { return tb.Columns[i].style(texts[i]) }))
			continue
		}
		lines = append(lines, tb.selectedLine(p, texts, n == 0))
	}
	return lines
}

// cut shortens a text to its column. What tells two names of files apart stands at
// their ends as often as in front.
func (tb Table) cut(p plan, i int, text string) string {
	ellipsis := p.t.Glyphs.Ellipsis
	if room := p.widths[i] - theme.Width(ellipsis); tb.Columns[i].Ends && room > 1 {
		both := ansi.Truncate(text, room/2, "") + ellipsis + ansi.TruncateLeft(text, theme.Width(text)-(room-room/2), "")
		if theme.Width(both) <= p.widths[i] {
			return both
		}
	}
	return ansi.Truncate(text, p.widths[i], ellipsis)
}

// line sets one line; spaces are owed until a text follows, so that none trail.
func (tb Table) line(p plan, texts []string, styled func(int) theme.Style) string {
	var out strings.Builder
	owed := p.gutter
	for n, i := range p.columns {
		if n > 0 {
			owed += columnGap
		}
		room := p.widths[i] - theme.Width(texts[i])
		if tb.Columns[i].Align == Right {
			owed, room = owed+room, 0
		}
		if texts[i] == "" {
			owed += room
			continue
		}
		pad(&out, owed)
		styled(i).Write(&out, texts[i])
		owed = room
	}
	return out.String()
}

// selectedLine sets a line on the surface of the selection, over the whole width.
func (tb Table) selectedLine(p plan, texts []string, first bool) string {
	mark := ""
	if first && p.gutter > 0 {
		mark = p.t.Glyphs.Mark
	}
	var out strings.Builder
	p.selected.Write(&out, mark)
	used := theme.Width(mark)
	fill := func(n int) {
		p.selected.Write(&out, strings.Repeat(" ", max(n, 0)))
		used += max(n, 0)
	}
	from := p.gutter
	for n, i := range p.columns {
		if n > 0 {
			from += columnGap
		}
		room := p.widths[i] - theme.Width(texts[i])
		at := from
		if tb.Columns[i].Align == Right {
			at += room
		}
		if texts[i] != "" {
			fill(at - used)
			p.t.Marked(tb.Columns[i].style(texts[i])).Write(&out, texts[i])
			used += theme.Width(texts[i])
		}
		from += p.widths[i]
	}
	fill(p.width - used)
	return out.String()
}

// record draws a row as lines of "Title: text", of the columns that never go.
func (tb Table) record(p plan, index int) []string {
	selected := tb.Cursor && index == tb.Selected
	var lines []string
	for i, text := range tb.Rows[index][:min(len(tb.Rows[index]), len(tb.Columns))] {
		column := tb.Columns[i]
		text = clean(p.t.Charset, text)
		if column.Drop > 0 || text == "" {
			continue
		}
		if column.Title != "" {
			text = clean(p.t.Charset, column.Title) + ": " + text
		}
		for _, part := range wrap(text, p.width-p.gutter) {
			var out strings.Builder
			style := column.style(tb.Rows[index][i])
			if selected {
				style = p.selected
			}
			mark := ""
			if selected && p.gutter > 0 && len(lines) == 0 {
				mark = p.t.Glyphs.Mark
			}
			out.WriteString(mark)
			pad(&out, p.gutter-theme.Width(mark))
			style.Write(&out, part)
			lines = append(lines, ansi.Truncate(out.String(), p.width, ""))
		}
	}
	return lines
}
