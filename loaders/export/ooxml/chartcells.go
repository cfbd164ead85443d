package ooxml

import (
	"slices"
	"strconv"
)

// Located gives a chart with the cells of the sheet's table that hold its labels and
// numbers, so that who changes one changes the other, and whether the table has all of them.
// A chart that it has not keeps all of them itself: LibreOffice draws nothing that is in no
// cell where something is, and Excel draws a mark in place of a number as 0.
func (s Sheet) Located(c Chart) (Chart, bool) {
	if s.Table == nil || c.Kind == Bars && c.Against != nil {
		return c, false
	}
	upright := matrix{sheet: s.Name, top: s.head(), cells: s.Table.matrix()}
	lying := upright.turned()
	found := c
	found.Series = slices.Clone(c.Series)
	for i := range found.Series {
		if !whole(c.Series[i].Values) || !upright.locate(&found, i) && !lying.locate(&found, i) {
			return c, false
		}
	}
	return found, true
}

// head is how many rows stand above the table.
func (s Sheet) head() int { return 1 + len(s.Lines) }

// Column gives the address of cells of a column, from a row of the table to another; all of
// them begin at 0.
func (s Sheet) Column(column, from, to int) string {
	return matrix{sheet: s.Name, top: s.head() + 1, sideways: true}.span(column, from, to)
}

// matrix is a table with its header in the first line, or turned so that its first column
// is that. Labels stand in the first line, and the values of a series in another.
type matrix struct {
	sheet    string
	top      int // rows above the table
	sideways bool
	cells    [][]Cell
}

func (t Table) matrix() [][]Cell {
	head := make([]Cell, len(t.Columns))
	for i, name := range t.columnNames() {
		head[i].Text = name
	}
	return append([][]Cell{head}, t.Rows...)
}

func (m matrix) turned() matrix {
	cells := make([][]Cell, len(m.cells[0]))
	for i := range cells {
		for _, row := range m.cells {
			cells[i] = append(cells[i], row[i])
		}
	}
	m.cells, m.sideways = cells, !m.sideways
	return m
}

// locate looks for a series: its values under the labels, in the line with its name if
// there is one, or else in the first that has them.
func (m matrix) locate(c *Chart, i int) bool {
	labels, s := c.Labels.Texts, &c.Series[i]
	found := false
	for line := 1; line < len(m.cells); line++ {
		for from := 0; from+len(labels) <= len(m.cells[line]); from++ {
			if !m.holds(labels, s.Values, line, from) {
				continue
			}
			named := slices.IndexFunc(m.cells[line][:from], func(c Cell) bool { return c.Text == s.Name })
			if found && named < 0 {
				continue
			}
			found = true
			last := from + len(labels) - 1
			s.Cells, c.Labels.Cells = m.span(line, from, last), m.span(0, from, last)
			if named >= 0 {
				s.NameCell = m.span(line, named, named)
				return true
			}
		}
	}
	return found
}

// holds reports whether the values stand in a line from a place on, under the labels.
func (m matrix) holds(labels []string, values []float64, line, from int) bool {
	for i, label := range labels {
		cell := m.cells[line][from+i]
		if m.cells[0][from+i].Text != label || cell.Format == "" || cell.Number != values[i] {
			return false
		}
	}
	return len(labels) > 0
}

// span is the address of cells of a line.
func (m matrix) span(line, from, to int) string {
	one := func(along int) string {
		row, column := line, along
		if m.sideways {
			row, column = along, line
		}
		return "$" + columnLetters(column) + "$" + strconv.Itoa(m.top+row+1)
	}
	if from == to {
		return quoted(m.sheet) + "!" + one(from)
	}
	return quoted(m.sheet) + "!" + one(from) + ":" + one(to)
}
