package chart

import (
	"slices"
	"strings"

	"wres/tui/theme"
)

// Heat is a map of bands and years: a number in every cell, and beside it a shade for its
// level, so that the shade says nothing alone. A mark touches the number that it is of.
//
//	      2023             2024
//	2     18.6  ▒▒▒▒▒▒     18.9  ▒▒▒▒▒▒
//	8c     7.1↓ ░░░░░░      9.1  ░░░░░░
//
// When narrow the shades shrink to two cells, columns go from the highest Drop number
// down, and then labels stand on lines of their own. Lines are not padded, but for that of
// the row under the cursor.
type Heat struct {
	Columns []BarColumn // one a year
	Rows    []HeatRow
	Levels  []string // what the shades say, by HeatCell.Level from 1 on
	Down    string   // what the arrows say
	Up      string

	Cursor   bool
	Selected int
}

// HeatRow is one band.
type HeatRow struct {
	Label string
	Cells []HeatCell // by Heat.Columns
}

// HeatCell is a number and its shade.
type HeatCell struct {
	Text  string
	Level int // 1 to 3; 0 has no shade
	Mark  int // an arrow behind the number: down below 0, up above it
}

const (
	leastShade = 2
	mostShade  = 14
	heatGap    = 3
)

// heatPlan is what the width leaves room for.
type heatPlan struct {
	label   int
	above   bool // labels stand on lines of their own
	columns []int
	text    int // width of the numbers
	mark    int // of the marks behind them: 1, or 0 where there is none
	shade   int
}

// Lines returns the line of the years, those of each row, and those that explain the
// shades.
func (h Heat) Lines(t theme.Theme, width int) (head []string, rows [][]string, foot []string) {
	s := sheet{brush: newBrush(t), width: width, cursor: h.Cursor}
	p := h.plan(s)
	start := s.gutterCells()
	if !p.above && p.label > 0 {
		start += p.label + 1
	}
	var out strings.Builder
	pad(&out, start)
	for n, i := range p.columns {
		title := clean(t.Charset, h.Columns[i].Title)
		if n > 0 {
			pad(&out, heatGap)
		}
		pad(&out, p.text-theme.Width(title))
		s.styles[h.Columns[i].ink()].Write(&out, title)
		if n+1 < len(p.columns) {
			pad(&out, p.width()-max(p.text, theme.Width(title)))
		}
	}
	if len(p.columns) > 0 {
		head = []string{out.String()}
	}
	for i, row := range h.Rows {
		rows = append(rows, h.row(s, p, row, h.Cursor && i == h.Selected, start))
	}
	return cut(head, width), rows, cut(h.legend(s).lines(t, width), width)
}

// gutterCells is the room for the mark of the row under the cursor.
func (s sheet) gutterCells() int {
	if s.cursor && s.width >= minGutter {
		return gutterWidth
	}
	return 0
}

// width is that of a column.
func (p heatPlan) width() int { return p.text + p.mark + 1 + p.shade }

func (h Heat) plan(s sheet) heatPlan {
	p := heatPlan{}
	if h.marked(-1) || h.marked(+1) {
		p.mark = 1
	}
	for i := range h.Columns {
		p.columns = append(p.columns, i)
		p.text = max(p.text, theme.Width(clean(s.t.Charset, h.Columns[i].Title)))
	}
	for _, row := range h.Rows {
		p.label = max(p.label, theme.Width(clean(s.t.Charset, row.Label)))
		for _, c := range row.Cells[:min(len(row.Cells), len(h.Columns))] {
			p.text = max(p.text, theme.Width(clean(s.t.Charset, c.Text)))
		}
	}
	if p.above = p.label > s.width*2/5; p.above {
		p.label = -1
	}
	for len(p.columns) > 0 {
		n := len(p.columns)
		room := s.width - s.gutterCells() - p.label - 1
		if p.shade = min((room-heatGap*(n-1))/n-p.text-p.mark-1, mostShade); p.shade >= leastShade {
			return p
		}
		last := slices.MaxFunc(p.columns, func(a, b int) int { return h.Columns[a].Drop - h.Columns[b].Drop })
		if h.Columns[last].Drop == 0 {
			break
		}
		p.columns = slices.DeleteFunc(p.columns, func(i int) bool { return i == last })
	}
	p.columns, p.above = nil, true
	return p
}

func (h Heat) row(s sheet, p heatPlan, row HeatRow, selected bool, start int) []string {
	label := clean(s.t.Charset, row.Label)
	e := entry{label: label, selected: selected}
	var lines []string
	if p.above {
		for i, part := range wrap(label, s.width-s.gutterCells()) {
			lines = append(lines, s.head(layout{gutter: s.gutterCells()}, entry{selected: selected && i == 0}, start)+s.styles[e.labelInk()].Render(part))
		}
		e = entry{}
	}
	var out strings.Builder
	out.WriteString(s.head(layout{gutter: s.gutterCells()}, e, start))
	for n, i := range p.columns {
		if n > 0 {
			pad(&out, heatGap)
		}
		h.cell(s, p, row, i, &out, n+1 < len(p.columns))
	}
	if len(p.columns) == 0 { // too narrow for anything but words
		for i, c := range row.Cells[:min(len(row.Cells), len(h.Columns))] {
			if text := clean(s.t.Charset, h.Columns[i].Title+": "+c.Text); h.Columns[i].Drop == 0 {
				lines = append(lines, wrap(text, s.width)...)
			}
		}
	} else if line := strings.TrimRight(out.String(), " "); line != "" {
		lines = append(lines, line)
	}
	if selected {
		s.mark(lines)
	}
	return cut(lines, s.width)
}

// cell draws one number, its shade and its mark.
func (h Heat) cell(s sheet, p heatPlan, row HeatRow, i int, out *strings.Builder, more bool) {
	if i >= len(row.Cells) {
		return
	}
	c := row.Cells[i]
	text := clean(s.t.Charset, c.Text)
	pad(out, p.text-theme.Width(text))
	s.styles[h.Columns[i].ink()].Write(out, text)
	used := p.text
	if c.Mark != 0 {
		s.styles[inkKey].Write(out, s.arrow(c.Mark))
		used++
	}
	if c.Level > 0 && p.shade > 0 {
		pad(out, p.text+p.mark+1-used)
		s.styles[inkAccent].Write(out, strings.Repeat(s.shade(c.Level), p.shade))
		used = p.width()
	}
	if more {
		pad(out, p.width()-used)
	}
}

func (s sheet) arrow(mark int) string {
	if mark < 0 {
		return s.t.Glyphs.ArrowDown
	}
	return s.t.Glyphs.ArrowUp
}

// shade is the mark of a level.
func (s sheet) shade(level int) string {
	g := s.t.Glyphs
	switch level {
	case 1:
		return g.Fill3
	case 2:
		return g.Fill2
	}
	return g.Fill
}

// marked reports whether any cell has an arrow of a direction.
func (h Heat) marked(mark int) bool {
	return slices.ContainsFunc(h.Rows, func(row HeatRow) bool {
		return slices.ContainsFunc(row.Cells, func(c HeatCell) bool { return c.Mark*mark > 0 })
	})
}

func (h Heat) legend(s sheet) Legend {
	var l Legend
	for i, text := range h.Levels {
		l = append(l, Key{s.shade(i+1) + s.shade(i+1), text, s.t.Styles.Accent})
	}
	for _, m := range []struct {
		mark int
		name string
	}{{-1, h.Down}, {1, h.Up}} {
		if h.marked(m.mark) {
			l = append(l, Key{s.arrow(m.mark), m.name, s.t.Styles.Key})
		}
	}
	return l
}
