package yearly

import (
	"cmp"
	"slices"
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
	uneven bool // a difference is not that of the percentages as they are printed
}

func newGrid(m *maker, s *indicator.Series, id string) *grid {
	return &grid{maker: m, series: s, table: report.Table{ID: id, Titled: 1, Columns: yearColumns(s, "Measure"),
		Caption: m.safe.Line("Indicator " + s.Indicator.ID + ": " + m.w.Name(s.Indicator) + ", " + m.years())}}
}

// yearColumns are a column of names and one for each year.
func yearColumns(s *indicator.Series, names string) []report.Column {
	columns := []report.Column{{Name: names, Names: true}}
	for i := range s.Figures {
		columns = append(columns, report.Column{Name: column(s, &s.Figures[i]), Right: true})
	}
	return columns
}

// done gives the table, with what is to be known of it.
func (g *grid) done() report.Table {
	var unrounded []string
	if g.uneven {
		unrounded = []string{words.Unrounded}
	}
	g.table.Notes = slices.Concat(absences(g.maker, g.series, false), cautions(g.maker, g.series), unrounded, g.benchmarkSources(), g.marks(g.table))
	g.table.Source = sourceOf(g.series.Indicator)
	return g.table
}

// benchmarkSources says where the values to compare with are from, once for each scope.
func (g *grid) benchmarkSources() []string {
	var scopes []string
	sources := map[string][]string{}
	for _, f := range g.series.Figures {
		for _, b := range f.Benchmarks {
			scope := cmp.Or(b.Scope, "benchmark")
			if b.Source == "" || slices.Contains(sources[scope], b.Source) {
				continue
			}
			if sources[scope] == nil {
				scopes = append(scopes, scope)
			}
			sources[scope] = append(sources[scope], b.Source)
		}
	}
	for i, scope := range scopes {
		scopes[i] = g.safe.Line(words.Capital(scope) + ", source: " + ended(strings.Join(sources[scope], "; ")))
	}
	return scopes
}

// marks says in one note what the marks of a table mean; none where it has none. Where it has
// counts that are rounded another says so.
func (m *maker) marks(t report.Table) []string {
	var all, notes []string
	for _, s := range t.States() {
		all = append(all, s.Mark()+": "+s.Meaning())
	}
	if len(all) > 0 {
		notes = append(notes, strings.Join(all, "; ")+".")
	}
	if m.w.Rounded > 0 && counted(t) {
		notes = append(notes, words.Rounding(m.w))
	}
	return notes
}

// counted reports whether a table has counts.
func counted(t report.Table) bool {
	return slices.ContainsFunc(t.Rows, func(row report.Row) bool {
		return slices.ContainsFunc(row.Cells, func(c report.Cell) bool { return c.Unit == report.Count })
	})
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
func (g *grid) has(what func(*indicator.Figure) bool) bool {
	return slices.ContainsFunc(reported(g.series), what)
}

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

// madeOf is the cell of a value that is made of others: not available where one of those
// is not given, and otherwise as estimate has it.
func madeOf(e *stats.Estimate, hidden, given bool, u report.Unit, text func(float64) string) report.Cell {
	if !hidden && !given {
		return report.Marked(report.NotAvailable, u)
	}
	return estimate(e, hidden, u, text)
}

// rated reports whether each of two groups has a rate, or none because there is nobody in it.
func rated(f *indicator.Figure) bool {
	for _, of := range []indicator.GroupFigure{f.Groups[model.White], f.Groups[model.BME]} {
		if of.Rate == nil && (of.Events == nil || of.AtRisk == nil || *of.AtRisk > 0) {
			return false
		}
	}
	return true
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

// steps adds a row of how far a share is from that of the last year before that has figures,
// in percentage points.
func (g *grid) steps(name string, share func(*indicator.Figure) (v float64, ok, hidden bool)) {
	if len(reported(g.series)) < 2 {
		return
	}
	g.add(name+", change in percentage points", report.PercentagePoints, func(f *indicator.Figure) report.Cell {
		before := g.series.Before(f.Year)
		if before == nil || f.Reworded != nil {
			return report.Marked(report.NotApplicable, report.PercentagePoints)
		}
		now, ok, hidden := share(f)
		then, okThen, hiddenThen := share(before)
		switch {
		case hidden || hiddenThen:
			return report.Marked(report.Hidden, report.PercentagePoints)
		case !ok || !okThen:
			return report.Marked(report.NotAvailable, report.PercentagePoints)
		}
		g.uneven = g.uneven || !words.AddsUp(g.w, now, then)
		return report.Printed(words.PointsNumber(now-then, max(g.w.Decimals, 1)), report.PercentagePoints)
	})
}

// rateOf gives the share of a group for steps.
func rateOf(group model.Group) func(*indicator.Figure) (v float64, ok, hidden bool) {
	return func(f *indicator.Figure) (v float64, ok, hidden bool) {
		of := f.Groups[group]
		if of.Rate == nil {
			return 0, false, of.HiddenRate()
		}
		return of.Rate.Value, true, false
	}
}

// points writes a difference of shares as sentences do, without its unit.
func (m *maker) points(v float64) string { return strings.TrimSuffix(m.w.Points(v), words.PointsUnit) }

// limits adds the ends of an interval in two rows, where a year has one. The name says whose
// it is where a table has several. They stand below the row of the value, and are not
// available where that is not.
func (g *grid) limits(name string, u report.Unit, of func(*indicator.Figure) (lower, upper string, hidden bool)) {
	if !g.has(func(f *indicator.Figure) bool { lower, _, _ := of(f); return lower != "" }) {
		return
	}
	if name != "" {
		name += ", "
	}
	value := g.table.Rows[len(g.table.Rows)-1]
	for _, end := range []struct {
		name string
		of   func(lower, upper string) string
	}{
		{"lower", func(lower, _ string) string { return lower }},
		{"upper", func(_, upper string) string { return upper }},
	} {
		g.add(name+words.IntervalName(g.w.Level)+", "+end.name+" limit", u, func(f *indicator.Figure) report.Cell {
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
		row := g.table.Rows[len(g.table.Rows)-1]
		for i, c := range row.Cells {
			if c.State == report.NotApplicable && value.Cells[i].State == report.NotAvailable {
				row.Cells[i] = report.Marked(report.NotAvailable, u)
			}
		}
	}
}
