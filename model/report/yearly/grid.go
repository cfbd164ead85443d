package yearly

import (
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/stats"
	"wres/model/words"
)

// grid is the table of an indicator in the making: a row for each measure, a column for
// each year.
type grid struct {
	*maker
	series *indicator.Series
	table  report.Table
}

func newGrid(m *maker, s *indicator.Series, id string) *grid {
	t := report.Table{ID: id, Titled: 1, Caption: "Indicator " + s.Indicator.ID + ", " + m.years(), Columns: []report.Column{{Name: "Measure", Names: true}}}
	for _, y := range m.Results.Years {
		t.Columns = append(t.Columns, report.Column{Name: column(s, y), Right: true})
	}
	return &grid{maker: m, series: s, table: t}
}

// done gives the table, with what the marks in it mean.
func (g *grid) done() report.Table {
	g.table.Notes = append(g.table.Notes, marks(g.table)...)
	return g.table
}

// marks says in one note what the marks of a table mean; none where it has none.
func marks(t report.Table) []string {
	var all []string
	for _, s := range t.States() {
		all = append(all, s.Mark()+": "+s.Meaning())
	}
	if len(all) == 0 {
		return nil
	}
	return []string{strings.Join(all, "; ") + "."}
}

// add adds a row. Of a year without figures there is no cell to ask for.
func (g *grid) add(name string, u report.Unit, cell func(*indicator.Figure) report.Cell) {
	row := report.Row{Title: name, Cells: report.Texts(name)}
	for i := range g.series.Figures {
		f := &g.series.Figures[i]
		if f.State == model.Reported {
			row.Cells = append(row.Cells, cell(f))
		} else {
			row.Cells = append(row.Cells, report.Marked(report.NotAvailable, u))
		}
	}
	g.table.Rows = append(g.table.Rows, row)
}

// has reports whether a reported year has something.
func (g *grid) has(what func(*indicator.Figure) bool) bool { return in(reported(g.series), what) }

// benchmarks adds a row for each scope and measure that there is to compare with.
func (g *grid) benchmarks() {
	for _, b := range report.Benchmarks(g.w, g.series, g.safe) {
		row := report.Row{Title: b.Name, Cells: report.Texts(b.Name)}
		for _, c := range b.Cells {
			if c.Text == "" {
				c = report.Marked(report.NotAvailable, report.Wordy)
			}
			row.Cells = append(row.Cells, c)
		}
		g.table.Rows = append(g.table.Rows, row)
	}
}

// count is the cell of a count.
func count(n *int, hidden bool) report.Cell {
	switch {
	case hidden:
		return report.Marked(report.Hidden, report.Count)
	case n == nil:
		return report.Marked(report.NotAvailable, report.Count)
	}
	return report.Printed(words.Thousands(*n), report.Count)
}

// estimate is the cell of a value as it is written; of one that is undefined the mark of
// that.
func estimate(e *stats.Estimate, hidden bool, u report.Unit, text func(float64) string) report.Cell {
	switch {
	case hidden:
		return report.Marked(report.Hidden, u)
	case e == nil:
		return report.Marked(report.NotApplicable, u)
	}
	return report.Printed(text(e.Value), u)
}

// share is the cell of a part of a whole.
func (m *maker) share(part, whole *int, hidden bool) report.Cell {
	switch {
	case hidden:
		return report.Marked(report.Hidden, report.Percentage)
	case part == nil || whole == nil:
		return report.Marked(report.NotAvailable, report.Percentage)
	case *whole == 0:
		return report.Marked(report.NotApplicable, report.Percentage)
	}
	return report.Printed(m.w.Percent(float64(*part)/float64(*whole)), report.Percentage)
}

// limits adds the ends of an interval in two rows, where a year has one.
func (g *grid) limits(u report.Unit, of func(*indicator.Figure) (lower, upper string, hidden bool)) {
	if !g.has(func(f *indicator.Figure) bool { lower, _, _ := of(f); return lower != "" }) {
		return
	}
	for _, end := range []struct {
		name string
		of   func(lower, upper string) string
	}{
		{"lower", func(lower, _ string) string { return lower }},
		{"upper", func(_, upper string) string { return upper }},
	} {
		g.add(words.IntervalName(g.w.Level)+", "+end.name+" limit", u, func(f *indicator.Figure) report.Cell {
			lower, upper, hidden := of(f)
			text := end.of(lower, upper)
			switch {
			case hidden:
				return report.Marked(report.Hidden, u)
			case text == "":
				return report.Marked(report.NotApplicable, u)
			}
			return report.Printed(text, u)
		})
	}
}
