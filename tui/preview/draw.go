package preview

import (
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"wres/model"
	"wres/model/report"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// text is a report set for a width.
type text struct {
	lines []string // each with an empty cell before it, for the mark of what was found
	parts []part
	// from which line to which, not itself, the report goes: what is said of it stands around
	from, to int
}

// part begins at a heading.
type part struct {
	level int
	name  string
	line  int
}

// setter sets blocks below each other.
type setter struct {
	data  panel.Data
	width int // of a line, without the cell before it and the one behind
	text
}

// The widths up to which words and charts go: a longer line is hard to read, and a longer
// bar says nothing more.
const (
	proseWidth = 96
	chartWidth = 110
)

// setBlocks sets the blocks of a report. It reports false where one is of a kind that is not
// known here.
func (s *setter) setBlocks(blocks []report.Block) (known bool) {
	known = true
	for _, b := range blocks {
		known = s.block(b) && known
	}
	return known
}

func (s *setter) block(b report.Block) bool {
	st := s.data.Theme.Styles
	s.gap()
	switch b := b.(type) {
	case report.Heading:
		s.heading(b)
	case report.Text:
		for _, line := range b {
			s.say(st.Text, line)
		}
	case report.Paragraph:
		s.add(s.runs(b, s.prose()))
	case report.List:
		for _, point := range b {
			s.point(report.Point{Runs: report.Paragraph{{Text: point}}})
		}
	case report.Points:
		for _, point := range b {
			s.point(point)
		}
	case report.Table:
		s.table(b)
	case report.Chart:
		s.chart(b)
	default:
		return false
	}
	return true
}

// gap leaves an empty line before what comes.
func (s *setter) gap() {
	if n := len(s.lines); n > 0 && s.lines[n-1] != "" {
		s.lines = append(s.lines, "")
	}
}

func (s *setter) add(lines []string) {
	for _, line := range lines {
		s.lines = append(s.lines, " "+line)
	}
}

func (s *setter) prose() int { return min(s.width, proseWidth) }

// say writes words in one style.
func (s *setter) say(style theme.Style, words string) {
	s.add(panel.Wrap(s.data.Theme, words, s.prose(), style))
}

// heading begins a part. Those of the first two levels have a rule below them, as they may
// look like strong words where there is nothing but weight.
func (s *setter) heading(h report.Heading) {
	t := s.data.Theme
	s.parts = append(s.parts, part{h.Level, h.Text, len(s.lines)})
	from := len(s.lines)
	s.say(t.Styles.Title, h.Text)
	if h.Level > 2 {
		return
	}
	wide := 0
	for _, line := range s.lines[from:] {
		wide = max(wide, theme.Width(line)-1)
	}
	s.add([]string{t.Styles.Faint.Render(strings.Repeat(t.Glyphs.Rule, wide))})
}

// point writes a point behind its bullet or number.
func (s *setter) point(p report.Point) {
	t := s.data.Theme
	mark := t.Glyphs.Bullet
	if p.Number > 0 {
		mark = strconv.Itoa(p.Number) + "."
	}
	indent := min(2*p.Depth, s.width/3)
	from := indent + theme.Width(mark) + 1
	for i, line := range s.runs(p.Runs, max(s.prose()-from, 1)) {
		before := strings.Repeat(" ", from)
		if i == 0 {
			before = strings.Repeat(" ", indent) + t.Styles.Muted.Render(mark) + " "
		}
		s.add([]string{before + line})
	}
}

// table writes a table under its caption, with what belongs to it below. Where the columns
// have no room its rows are read out, with a line between them.
func (s *setter) table(b report.Table) {
	t := s.data.Theme
	if b.Caption != "" {
		s.say(t.Styles.Title, b.Caption)
	}
	tb := s.columns(b)
	head, rows := tb.Lines(t, s.width)
	if head == nil {
		head, rows = s.underLongTitles(tb, rows)
	}
	s.add(head)
	for i, lines := range rows {
		if head == nil && i > 0 {
			s.lines = append(s.lines, "")
		}
		s.add(lines)
	}
	s.gap()
	for _, note := range b.Notes {
		s.say(t.Styles.Muted, note)
	}
	if b.Source != "" {
		s.say(t.Styles.Muted, "Source: "+b.Source)
	}
}

// columns makes a table of texts in columns.
func (s *setter) columns(b report.Table) chart.Table {
	t := s.data.Theme
	tb := chart.Table{Rule: true}
	for _, c := range b.Columns {
		column := chart.Column{Title: c.Name, Style: t.Styles.Text, Flex: !c.Right, Wrap: true}
		if c.Right {
			column.Align = chart.Right
		}
		tb.Columns = append(tb.Columns, column)
	}
	for _, row := range b.Rows {
		cells := make([]string, len(row.Cells))
		for i, c := range row.Cells {
			if cells[i] = c.Text; row.Part && i < len(b.Columns) && b.Columns[i].Names {
				cells[i] = "  " + c.Text
			}
		}
		tb.Rows = append(tb.Rows, cells)
	}
	return tb
}

// titleWidth is how narrow the titles of columns get, in lines of their own.
const titleWidth = 12

// underLongTitles sets a table whose titles are too wide for a line: each in as many lines as
// it needs. Where that has no room either the head is nil, and the rows are those given.
func (s *setter) underLongTitles(tb chart.Table, readOut [][]string) (head []string, rows [][]string) {
	t := s.data.Theme
	var titles [][]string // by line
	tb.Columns = slices.Clone(tb.Columns)
	for i := range tb.Columns {
		for n, part := range strings.Split(ansi.Wordwrap(tb.Columns[i].Title, titleWidth, ""), "\n") {
			if n == len(titles) {
				titles = append(titles, make([]string, len(tb.Columns)))
			}
			titles[n][i] = strings.TrimSpace(part)
		}
		tb.Columns[i].Title = " " // a head, if there is room for one
	}
	tb.Rule, tb.Rows = false, append(titles, tb.Rows...)
	head, rows = tb.Lines(t, s.width)
	if head == nil {
		return nil, readOut
	}
	head = nil
	wide := 0
	for _, lines := range rows {
		for _, line := range lines {
			wide = max(wide, theme.Width(line))
		}
	}
	for _, lines := range rows[:len(titles)] {
		for _, line := range lines {
			head = append(head, t.Styles.Title.Render(ansi.Strip(line)))
		}
	}
	return append(head, t.Styles.Faint.Render(strings.Repeat(t.Glyphs.Rule, wide))), rows[len(titles):]
}

// chart writes what a chart shows, and draws it.
func (s *setter) chart(c report.Chart) {
	s.add(s.runs(report.Paragraph{{Text: c.Title + ".", Strong: true}, {Text: " " + c.Description}}, s.prose()))
	s.gap()
	width := min(s.width, chartWidth)
	var lines []string
	if c.Kind == report.Ratios {
		lines, _, _ = panel.Drawn(ratios(c).Lines(s.data.Theme, width)).Lines(-1)
	} else {
		lines, _, _ = panel.Drawn(s.bars(c).Lines(s.data.Theme, width)).Lines(-1)
	}
	s.add(lines)
}

// bars are those of a chart: a row for each label, in it a bar for each series.
func (s *setter) bars(c report.Chart) chart.Bars {
	b := chart.Bars{Columns: []chart.BarColumn{{}}}
	if c.Unit == report.Percentage {
		b.Unit = "%"
	}
	if len(c.Series) > 1 {
		b.Series = make([]string, 3)
		for i, of := range c.Series {
			b.Series[s.hue(i, of)] = of.Name
		}
	}
	if r := c.Reference; r != nil && r.IsNumber() {
		b.Reference = chart.Mark{Value: drawnAt(c, r.Cell), Label: r.Name + " " + r.Text}
	}
	for i, label := range c.Labels {
		row := chart.BarRow{Label: label}
		for n, of := range c.Series {
			v := of.Values[i]
			value := chart.Value{Series: s.hue(n, of), Reason: v.Text}
			if at := drawnAt(c, v.Cell); at != nil {
				value.Defined, value.Value, value.Text = true, *at, v.Text
				value.Lower, value.Upper = drawnAt(c, v.Lower), drawnAt(c, v.Upper)
			}
			row.Values = append(row.Values, value)
		}
		b.Rows = append(b.Rows, row)
	}
	return b
}

// drawnAt gives where on the axis of a chart a number stands; nil: it has no place there.
func drawnAt(c report.Chart, v report.Cell) *float64 {
	at := v.Number
	if !c.Draws(v) {
		return nil
	}
	if c.Unit == report.Percentage {
		at *= 100
	}
	return &at
}

// hue gives the place of a series among the colours: that of its group, where it is one.
func (s *setter) hue(i int, of report.Series) int {
	switch of.Name {
	case s.data.Clean(s.data.Words.Labels.Sentence(model.BME)):
		return 0
	case s.data.Clean(s.data.Words.Labels.Sentence(model.White)):
		return 1
	}
	return min(i, 2)
}

// ratios are those of a chart on their axis: a row for each label.
func ratios(c report.Chart) chart.LogAxis {
	axis := chart.LogAxis{Columns: []chart.BarColumn{{}}}
	for _, of := range c.Series {
		for i, label := range c.Labels {
			v := of.Values[i]
			row := chart.RatioRow{Label: label, Reason: v.Text}
			if at := drawnAt(c, v.Cell); at != nil {
				row.Defined, row.Value, row.Texts = true, *at, []string{v.Text}
				row.Lower, row.Upper = drawnAt(c, v.Lower), drawnAt(c, v.Upper)
			}
			axis.Rows = append(axis.Rows, row)
		}
	}
	return axis
}
