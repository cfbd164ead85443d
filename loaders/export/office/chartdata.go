package office

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"wres/loaders/export/ooxml"
	"wres/model/report"
	"wres/model/words"
)

// placed is a chart, and the indicator that it stands in.
type placed struct {
	report.Chart
	indicator string
}

// draw puts each chart below the first table of its indicator, or else below its own. It is
// drawn of cells: of its table, and of a sheet for what no table has.
func (b *book) draw() error {
	extra := &leaf{title: "Data of the charts", part: "What the charts show and no other sheet has: intervals, and lines across", table: &report.Table{
		Columns: append(named("Chart", "What is drawn", "At"), report.Column{Name: "Value", Right: true}, report.Column{Name: "Down to the lower limit", Right: true}, report.Column{Name: "Up to the upper limit", Right: true})}}
	for _, c := range b.charts {
		l := b.of[c.Table]
		if l == nil {
			return fmt.Errorf("the chart %q is of a table %q that is not there", c.ID, c.Table)
		}
		drawn, located := l.sheet().Located(chart(c.Chart))
		if located && needsMore(drawn) {
			if extra.name == "" {
				extra.name = b.names.Name("Chart_data")
				b.leaves = append(b.leaves, extra)
			}
			extra.tell(&drawn, c.Chart)
		}
		home := l
		if at := b.homes[c.indicator]; at != nil {
			home = at
		}
		home.charts, home.figures = append(home.charts, drawn), append(home.figures, l)
	}
	return nil
}

// needsMore reports whether a chart shows more than the values of a table.
func needsMore(c ooxml.Chart) bool {
	return c.Against != nil || slices.ContainsFunc(c.Series, func(s ooxml.Series) bool {
		down, _ := s.Reach()
		return down != nil
	})
}

// tell adds the rows of a chart to the sheet of what no table has, and tells the chart where
// they are. A row is a value.
func (l *leaf) tell(c *ooxml.Chart, of report.Chart) {
	decimals := 0
	for _, s := range of.Series {
		for _, v := range s.Values {
			decimals = max(decimals, v.Decimals)
		}
	}
	number := func(v float64) report.Cell {
		if math.IsNaN(v) {
			return report.Marked(report.NotAvailable, of.Unit)
		}
		return report.Cell{Text: strconv.FormatFloat(v, 'f', decimals, 64), Number: v, Unit: of.Unit, Decimals: decimals}
	}
	rows := func(what string, row func(i int) []report.Cell) (column func(int) string) {
		from := len(l.table.Rows)
		for i, label := range of.Labels {
			l.table.Rows = append(l.table.Rows, report.Row{Cells: append(report.Texts(c.Title, what, label), row(i)...)})
		}
		return func(column int) string { return l.sheet().Column(column, from, from+len(of.Labels)-1) }
	}
	const value, down, up = 3, 4, 5
	for i := range c.Series {
		s := &c.Series[i]
		if d, u := s.Reach(); d != nil {
			column := rows(s.Name, func(i int) []report.Cell { return []report.Cell{number(s.Values[i]), number(d[i]), number(u[i])} })
			s.Down, s.Up = column(down), column(up)
		}
	}
	if a := c.Against; a != nil {
		none := report.Marked(report.NotApplicable, of.Unit)
		from := len(l.table.Rows)
		column := rows(a.Title(), func(int) []report.Cell { return []report.Cell{number(a.Value), none, none} })
		a.Cells, a.NameCell = column(value), l.sheet().Column(1, from, from)
	}
}

// elsewhere says which sheets have the figures of the charts, where it is not this one.
func (l *leaf) elsewhere() string {
	var names []string
	for _, of := range l.figures {
		if of != l && !slices.Contains(names, of.name) {
			names = append(names, of.name)
		}
	}
	switch len(names) {
	case 0:
		return ""
	case 1:
		return " The figures of the chart are in the sheet " + names[0] + "."
	}
	return " The figures of the charts are in the sheets " + words.Listed(names) + "."
}
