package yearly

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/earlier"
)

// workforce adds the staff of each group, what part of all they are, and of how many the
// ethnicity is known.
func (g *grid) workforce() {
	g.add("All staff", report.Count, func(f *indicator.Figure) report.Cell {
		of := f.Groups[model.White]
		return count(of.AtRisk, of.HiddenAtRisk)
	})
	for _, group := range model.Groups() {
		name := g.safe.Line(g.w.Labels.Sentence(group))
		if group == model.Unknown {
			name = "Ethnicity not known"
		}
		g.add(name+", staff", report.Count, func(f *indicator.Figure) report.Cell {
			return count(f.Groups[group].Events, f.Groups[group].HiddenEvents)
		})
		g.add(name+", share of all staff", report.Percentage, func(f *indicator.Figure) report.Cell { return g.rate(f.Groups[group]) })
		if group == model.BME {
			g.steps(name+", share of all staff", rateOf(group))
		}
	}
	recorded := func(u report.Unit, text func(share float64, known int) string) func(*indicator.Figure) report.Cell {
		return func(f *indicator.Figure) report.Cell {
			share, known, _, ok := f.Declared()
			switch {
			case f.Groups[model.Unknown].HiddenRate():
				return report.Marked(report.Hidden, u)
			case !ok:
				return report.Marked(report.NotAvailable, u)
			}
			return report.Printed(text(share, known), u)
		}
	}
	g.add("Ethnicity recorded, staff", report.Count, recorded(report.Count, func(_ float64, known int) string { return words.Thousands(known) }))
	g.add("Ethnicity recorded, share of all staff", report.Percentage, recorded(report.Percentage, func(share float64, _ int) string { return g.w.Percent(share) }))
	g.steps("Ethnicity recorded, share of all staff", func(f *indicator.Figure) (v float64, ok, hidden bool) {
		v, _, _, ok = f.Declared()
		return v, ok, f.Groups[model.Unknown].HiddenRate()
	})
	g.benchmarks()
}

// besideBands says of how many staff the ethnicity is recorded.
func besideBands(m *maker, s *indicator.Series, f *indicator.Figure) []string {
	return []string{earlier.Recorded(m.w, f, s.Before(f.Year))}
}

// disparities gives the race disparity ratios of the years that are shown.
func disparities(m *maker, s *indicator.Series) []report.Block {
	g := &grid{maker: m, series: s, table: report.Table{ID: "race-disparity", Titled: 1, Source: sourceNames["workforce"] + ".",
		Caption: "Race disparity ratio between tiers of pay, " + m.years(), Columns: yearColumns(s, "Tiers")}}
	for _, f := range reported(s) {
		for _, d := range f.Disparity {
			g.disparity(f, d)
		}
	}
	if len(g.table.Rows) == 0 {
		return nil
	}
	g.table.Notes = append([]string{m.safe.Line(words.DisparityMeans(m.w))}, m.marks(g.table)...)
	return []report.Block{g.table}
}

// disparity adds the rows of the ratio between two tiers, unless a year before has added
// them.
func (g *grid) disparity(f *indicator.Figure, of indicator.Disparity) {
	name := words.Capital(staffOf(f, of.Category)) + ", " + words.Tiers(g.w, of)
	if slices.ContainsFunc(g.table.Rows, func(row report.Row) bool { return row.Title == name }) {
		return
	}
	in := func(f *indicator.Figure) indicator.Disparity {
		for _, d := range f.Disparity {
			if d.Category == of.Category && d.From == of.From && d.To == of.To {
				return d
			}
		}
		return indicator.Disparity{Refused: true} // it is not available
	}
	g.add(name, report.Ratio, func(f *indicator.Figure) report.Cell {
		d := in(f)
		if d.Refused {
			return report.Marked(report.NotAvailable, report.Ratio)
		}
		return estimate(d.Value, d.Hidden, report.Ratio, words.RatioText)
	})
	g.limits(name, report.Ratio, func(f *indicator.Figure) (lower, upper string, hidden bool) {
		d := in(f)
		lower, upper = words.RatioLimits(d.Value)
		return lower, upper, d.Hidden
	})
}

// bandTables gives the staff of each band and cluster, a table for each year and staff
// category, the latest year first.
func bandTables(m *maker) []report.Block {
	var blocks []report.Block
	s := m.Results.Indicator(indicator.WorkforceID)
	for i := len(s.Figures) - 1; i >= 0; i-- {
		f := &s.Figures[i]
		for c := range indicator.ByCategory(f.Bands) {
			blocks = append(blocks, m.bandTable(f, c))
		}
	}
	if len(blocks) == 0 { // the appendices behind it keep their numbers
		return []report.Block{m.says("There are no figures by pay band.")}
	}
	return blocks
}

// bandTableID is the ID of a table of bands: "bands-2024-non-clinical".
func bandTableID(f *indicator.Figure, c model.StaffCategory) string {
	id := "bands-" + f.Year.String()
	if c == model.AnyCategory {
		return id
	}
	return id + "-" + strings.ReplaceAll(c.String(), " ", "-")
}

// bandTable gives the staff of a category in a year by band, by cluster and together.
func (m *maker) bandTable(f *indicator.Figure, c model.StaffCategory) report.Table {
	t := report.Table{ID: bandTableID(f, c), Titled: 1, Source: sourceNames["workforce"] + " on " + f.Year.Snapshot() + ".",
		Caption: fmt.Sprintf("%s by pay band, %s", words.Capital(staffOf(f, c)), f.Year)}
	label := func(g model.Group) string { return m.safe.Line(m.w.Labels.Sentence(g)) }
	t.Columns = []report.Column{{Name: "Band", Names: true}}
	names := []string{label(model.White), label(model.BME), "Not known"}
	if m.joins() {
		names = append(names, label(model.White)+" or not known")
	}
	names = append(names, "All staff", label(model.BME)+", share")
	if m.w.Rounded == 0 {
		names = append(names, words.IntervalShort(m.w.Level)+", lower", words.IntervalShort(m.w.Level)+", upper")
	}
	for _, name := range names {
		t.Columns = append(t.Columns, report.Column{Name: name, Right: true})
	}
	if m.w.Rounded == 0 {
		t.Columns = append(t.Columns, report.Column{Name: "Compared with the others"})
	}
	few := false
	for _, rows := range [][]indicator.BandRow{f.Bands, f.Clusters} {
		for i := range rows {
			if rows[i].Category == c {
				m.bandRow(&t, words.RowName(m.w, f, &rows[i]), &rows[i])
				few = few || m.fewIn(&rows[i])
			}
		}
	}
	whole := f.Category(c)
	m.bandRow(&t, "All bands", &whole)
	if few {
		t.Notes = append(t.Notes, fewNote(m))
	}
	if note := words.Noted(f); note != "" {
		t.Notes = append(t.Notes, m.safe.Line(note))
	}
	t.Notes = append(t.Notes, m.marks(t)...)
	return t
}

// joins reports whether White and unknown stand together too, which says less than the two
// where these are shown, and could be a small number where they are rounded.
func (m *maker) joins() bool { return m.Results.Publication && m.w.Rounded == 0 }

func staffOf(f *indicator.Figure, c model.StaffCategory) string {
	if c == model.AnyCategory && len(f.Categories) < 2 {
		return "staff"
	}
	return words.CategoryStaff(c)
}

// bandRow adds a row to a table of bands.
func (m *maker) bandRow(t *report.Table, name string, row *indicator.BandRow) {
	cells := report.Texts(name)
	for _, g := range model.Groups() {
		cells = append(cells, count(row.Counts[g], row.Hidden.Groups[g]))
	}
	staff := row.Staff()
	if m.joins() {
		var rest *int
		if bme := row.Counts[model.BME]; bme != nil && staff != nil {
			n := *staff - *bme
			rest = &n
		}
		cells = append(cells, count(rest, row.Hidden.Share()))
	}
	cells = append(cells, count(staff, row.Hidden.Total))
	share := m.bandShare(row)
	cells = append(cells, share)
	if m.w.Rounded == 0 {
		cells = append(append(cells, m.bandLimits(row, share)...), compared(row))
	}
	t.Rows = append(t.Rows, report.Row{Title: name, Cells: cells})
}

// bandLimits are the cells of the interval of the share in a row of bands.
func (m *maker) bandLimits(row *indicator.BandRow, share report.Cell) (cells []report.Cell) {
	lower, upper := words.PercentLimits(m.w, row.Share)
	for _, limit := range []string{lower, upper} {
		if !share.IsNumber() {
			limit = share.Text
		} else if limit == "" {
			limit = report.NotApplicable.Mark()
		}
		cells = append(cells, report.Printed(limit, report.Percentage))
	}
	return cells
}

// bandShare is the cell of the share in a row of bands. Of few staff there is none: the
// counts beside it say more.
func (m *maker) bandShare(row *indicator.BandRow) report.Cell {
	switch {
	case row.Hidden.Share():
		return report.Marked(report.Hidden, report.Percentage)
	case row.Staff() == nil || row.Counts[model.BME] == nil:
		return report.Marked(report.NotAvailable, report.Percentage)
	case m.fewIn(row):
		return report.Marked(report.NotApplicable, report.Percentage)
	}
	return estimate(row.Share, false, report.Percentage, m.w.Percent)
}

// fewNote says of how few staff no share is given.
func fewNote(m *maker) string {
	return fmt.Sprintf("No share is given of fewer than %d staff.", m.w.LeastOf)
}

// fewIn reports whether a row has too few staff for a percentage.
func (m *maker) fewIn(row *indicator.BandRow) bool {
	staff := row.Staff()
	return staff != nil && !row.Hidden.Total && *staff < m.w.LeastOf
}

// compared says how a row stands beside the rest of its staff category.
func compared(row *indicator.BandRow) report.Cell {
	switch {
	case row.Hidden.Standing:
		return report.Marked(report.Hidden, report.Wordy)
	case row.Verdict == "" || row.Verdict == judge.NotTestable: // all staff are in it, or all are of one group
		return report.Marked(report.NotApplicable, report.Wordy)
	case row.Verdict.Clear():
		return report.Cell{Text: "significantly " + words.Significance(row.Verdict)}
	}
	return report.Cell{Text: words.Significance(row.Verdict)}
}

// bandCharts draws the share in each band of the year, a chart for each staff category.
func bandCharts(m *maker, s *indicator.Series, _ report.Table) []report.Chart {
	f := s.Figure(m.Year())
	var all []report.Chart
	for c, rows := range indicator.ByCategory(f.Bands) {
		label := m.safe.Line(m.w.Labels.Label(model.BME))
		id := bandTableID(f, c)
		chart := report.Chart{ID: id + "-chart", Kind: report.Bars, Unit: report.Percentage, Table: id,
			Title: fmt.Sprintf("%s: %s share by pay band, %s", words.Capital(staffOf(f, c)), label, f.Year)}
		shares := report.Series{Name: words.Capital(label)}
		for i := range rows {
			row := &rows[i]
			chart.Labels = append(chart.Labels, words.RowName(m.w, f, row))
			shares.Values = append(shares.Values, report.Value{Cell: m.bandShare(row)})
		}
		chart.Series = []report.Series{shares}
		whole := f.Category(c)
		if of := estimate(whole.Share, whole.Hidden.Share(), report.Percentage, m.w.Percent); of.IsNumber() {
			chart.Reference = &report.Reference{Name: "all " + staffOf(f, c), Cell: of}
		}
		all = append(all, drawn(m, chart)...)
	}
	return all
}
