package yearly

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
)

// behindBands gives the clusters of pay bands and the very senior managers over the years, and
// the race disparity ratios.
func behindBands(m *maker, s *indicator.Series) []report.Block {
	return append(bandsOverYears(m, s), disparities(m, s)...)
}

// bandsOverYears gives the share in each cluster of pay bands, and the very senior managers,
// in each year that is shown, as published reports have them beside all staff. They are the
// rows of the appendix, seen over the years.
func bandsOverYears(m *maker, s *indicator.Series) []report.Block {
	id := "indicator-" + s.Indicator.ID + "-clusters"
	g := &grid{maker: m, series: s, table: report.Table{ID: id, Titled: 1, Source: sourceNames["workforce"] + ".",
		Caption: "Clusters of pay bands, " + m.years(), Columns: yearColumns(s, "Staff")}}
	var charts []report.Block
	for _, c := range append(model.StaffCategories(), model.AnyCategory) {
		for _, of := range clustersOf(s, c) {
			g.cluster(c, of)
		}
		g.seniorManagers(c)
		for _, chart := range clusterCharts(m, s, c, id) {
			charts = append(charts, chart)
		}
	}
	if len(g.table.Rows) == 0 {
		return nil
	}
	if slices.ContainsFunc(reported(s), func(f *indicator.Figure) bool {
		return slices.ContainsFunc(slices.Concat(f.Bands, f.Clusters), func(row indicator.BandRow) bool { return m.fewIn(&row) })
	}) {
		g.table.Notes = append(g.table.Notes, fewNote(m))
	}
	for _, f := range reported(s) {
		if note := words.Noted(f); note != "" && !slices.Contains(g.table.Notes, m.safe.Line(note)) {
			g.table.Notes = append(g.table.Notes, m.safe.Line(note))
		}
	}
	g.table.Notes = append(g.table.Notes, m.marks(g.table)...)
	return append(charts, g.table)
}

// clustersOf lists the clusters of a staff category that have staff in a year.
func clustersOf(s *indicator.Series, c model.StaffCategory) []model.Cluster {
	var all []model.Cluster
	for _, f := range reported(s) {
		for _, row := range f.Clusters {
			if row.Category == c && !slices.Contains(all, row.Cluster) {
				all = append(all, row.Cluster)
			}
		}
	}
	slices.Sort(all)
	return all
}

// cluster adds the row of a cluster.
func (g *grid) cluster(c model.StaffCategory, of model.Cluster) {
	find := func(f *indicator.Figure) *indicator.BandRow {
		return rowOf(f.Clusters, func(row *indicator.BandRow) bool { return row.Category == c && row.Cluster == of })
	}
	g.add(g.clusterName(c, find), report.Percentage, func(f *indicator.Figure) report.Cell { return shareIn(g.maker, f, c, find(f)) })
}

// clusterName names a cluster as the last year has it in which it has staff.
func (g *grid) clusterName(c model.StaffCategory, find func(*indicator.Figure) *indicator.BandRow) string {
	for _, f := range slices.Backward(reported(g.series)) {
		if row := find(f); row != nil {
			return fmt.Sprintf("%s, %s, %s share", words.Capital(staffOf(f, c)), strings.Replace(words.RowName(g.w, f, row), "Cluster", "cluster", 1), g.safe.Line(g.w.Labels.Label(model.BME)))
		}
	}
	return ""
}

// seniorManagers adds the very senior managers of a staff category: all, how many of one group,
// and what share that is.
func (g *grid) seniorManagers(c model.StaffCategory) {
	find := func(f *indicator.Figure) *indicator.BandRow {
		return rowOf(f.Bands, func(row *indicator.BandRow) bool { return row.Category == c && row.Band == model.VSM })
	}
	if !g.has(func(f *indicator.Figure) bool { return find(f) != nil }) {
		return
	}
	g.table.Caption = "Clusters of pay bands and very senior managers (VSM), " + g.years()
	name, label := words.Capital(staffOf(g.series.Before(g.Year()+1), c))+", VSM", g.safe.Line(g.w.Labels.Label(model.BME))
	counted := func(of func(*indicator.BandRow) report.Cell) func(*indicator.Figure) report.Cell {
		return func(f *indicator.Figure) report.Cell {
			row := find(f)
			if row == nil {
				return noRow(f, c, report.Count)
			}
			return of(row)
		}
	}
	g.add(name+", all", report.Count, counted(func(row *indicator.BandRow) report.Cell { return count(row.Staff(), row.Hidden.Total) }))
	g.add(name+", "+label, report.Count, counted(func(row *indicator.BandRow) report.Cell {
		return count(row.Counts[model.BME], row.Hidden.Groups[model.BME])
	}))
	g.add(name+", "+label+" share", report.Percentage, func(f *indicator.Figure) report.Cell { return shareIn(g.maker, f, c, find(f)) })
}

// shareIn is the cell of the share in a row of bands of a year.
func shareIn(m *maker, f *indicator.Figure, c model.StaffCategory, row *indicator.BandRow) report.Cell {
	if row == nil {
		return noRow(f, c, report.Percentage)
	}
	return m.bandShare(row)
}

// noRow is the cell of bands that have no row in a year: nobody is in them, or the year does
// not tell the bands of its staff.
func noRow(f *indicator.Figure, c model.StaffCategory, u report.Unit) report.Cell {
	if rowOf(f.Bands, func(row *indicator.BandRow) bool { return row.Category == c }) == nil {
		return report.Marked(report.NotAvailable, u)
	}
	return report.Marked(report.NotApplicable, u)
}

func rowOf(rows []indicator.BandRow, is func(*indicator.BandRow) bool) *indicator.BandRow {
	for i := range rows {
		if is(&rows[i]) {
			return &rows[i]
		}
	}
	return nil
}

// clusterCharts draws the share in each cluster of a staff category in the year.
func clusterCharts(m *maker, s *indicator.Series, c model.StaffCategory, table string) []report.Chart {
	f := s.Figure(m.Year())
	label := m.safe.Line(m.w.Labels.Label(model.BME))
	chart := report.Chart{ID: "clusters-" + strings.ReplaceAll(cmp.Or(c.String(), "all"), " ", "-") + "-chart", Kind: report.Bars, Unit: report.Percentage, Table: table,
		Title: fmt.Sprintf("%s: %s share by cluster of pay bands, %s", words.Capital(staffOf(f, c)), label, f.Year)}
	shares := report.Series{Name: words.Capital(label)}
	for i := range f.Clusters {
		if row := &f.Clusters[i]; row.Category == c {
			chart.Labels = append(chart.Labels, words.RowName(m.w, f, row))
			shares.Values = append(shares.Values, report.Value{Cell: m.bandShare(row)})
		}
	}
	if len(chart.Labels) < 2 {
		return nil
	}
	chart.Series = []report.Series{shares}
	return drawn(m, chart)
}

// verySenior says what part of the very senior managers one group is, in each staff category
// in which a number is shown.
func verySenior(m *maker, f *indicator.Figure) []string {
	var all []string
	for i := range f.Bands {
		row := &f.Bands[i]
		if row.Band != model.VSM || row.Refused || row.Hidden.Share() || row.Counts[model.BME] == nil {
			continue
		}
		of, share := "very senior managers (VSM)", ""
		if len(f.Categories) > 1 && row.Category != model.AnyCategory {
			of = row.Category.String() + " " + of
		}
		if cell := m.bandShare(row); cell.IsNumber() {
			share = " (" + cell.Text + ")"
		}
		n := *row.Counts[model.BME]
		are := "are"
		if n == 1 {
			are = "is"
		}
		all = append(all, fmt.Sprintf("Of %s %s %s %s %s%s.", words.Thousands(row.Total), of, words.Thousands(n), are, m.w.Labels.Label(model.BME), share))
	}
	return all
}
