package yearly

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
)

// Return gives the figures of the years that are shown in the order of the national return:
// one table with a row for each count or share and a column for each group. Of an indicator
// without figures one row says why.
func (r Report) Return(s report.Safe) report.Table {
	m := newMaker(r, s)
	t := &returned{maker: m}
	for _, name := range []string{"year", "indicator", "staff_category", "row", "measure", "white", "bme", "unknown"} {
		t.Columns = append(t.Columns, report.Column{Name: name})
	}
	for _, y := range m.Results.Years {
		for i := range m.Results.Series {
			ind, f := m.Results.Series[i].Indicator, m.Results.Series[i].Figure(y)
			t.at, t.category = [2]string{y.String(), ind.ID}, ""
			if f.State != model.Reported {
				t.add("", f.State.Words(), func(model.Group) report.Cell { return report.Marked(report.NotAvailable, report.Wordy) })
				continue
			}
			returnRows[ind.Shape](t, ind, f)
		}
	}
	return t.Table
}

// returned is the table in the making.
type returned struct {
	report.Table
	*maker
	at       [2]string // year and indicator of the rows that are added
	category string
}

// returnRows adds the rows of a figure, by its shape.
var returnRows = map[indicator.Shape]func(*returned, *indicator.Indicator, *indicator.Figure){
	indicator.Bands: (*returned).staff, indicator.Likelihood: (*returned).likelihood, indicator.Survey: (*returned).survey, indicator.Board: (*returned).boardRows,
}

func (t *returned) add(row, measure string, cell func(model.Group) report.Cell) {
	cells := report.Texts(t.at[0], t.at[1], t.category, row, measure)
	for _, g := range model.Groups() {
		cells = append(cells, cell(g))
	}
	t.Rows = append(t.Rows, report.Row{Title: row, Cells: cells})
}

// The measures of a row.
const (
	headcount  = "headcount"
	percent    = "percent"
	pointsAway = "percentage points"
)

func (t *returned) staff(_ *indicator.Indicator, f *indicator.Figure) {
	for c, rows := range indicator.ByCategory(f.Bands) {
		t.category = c.String()
		for i := range rows {
			t.counts(rows[i].Band.String(), rows[i].Counts, rows[i].Hidden)
		}
		whole := f.Category(c)
		t.counts("total", whole.Counts, whole.Hidden)
	}
	t.category = ""
	t.workforce(f)
}

// counts adds the counts of a row.
func (t *returned) counts(row string, counts [model.GroupCount]*int, hidden indicator.Hidden) {
	t.add(row, headcount, func(g model.Group) report.Cell { return count(counts[g], hidden.Groups[g]) })
}

// workforce adds the staff of each group and what part of all they are.
func (t *returned) workforce(f *indicator.Figure) {
	t.add("workforce", headcount, func(g model.Group) report.Cell { return count(f.Groups[g].Events, f.Groups[g].HiddenEvents) })
	t.add("workforce", percent, func(g model.Group) report.Cell { return t.rate(f.Groups[g]) })
}

func (t *returned) likelihood(ind *indicator.Indicator, f *indicator.Figure) {
	t.add(ind.Counts.AtRisk, headcount, func(g model.Group) report.Cell { return count(f.Groups[g].AtRisk, f.Groups[g].HiddenAtRisk) })
	t.add(ind.Counts.Events, headcount, func(g model.Group) report.Cell { return count(f.Groups[g].Events, f.Groups[g].HiddenEvents) })
	t.add("likelihood", percent, func(g model.Group) report.Cell { return t.rate(f.Groups[g]) })
	t.add("relative likelihood", "ratio "+string(ind.Shape.Of(ind)), func(g model.Group) report.Cell {
		if g != ind.Compare { // it stands with the group that is on top of it
			return report.Marked(report.NotApplicable, report.Ratio)
		}
		return estimate(f.Ratio, f.HiddenRatio(), report.Ratio, words.RatioText)
	})
}

func (t *returned) survey(_ *indicator.Indicator, f *indicator.Figure) {
	t.add("answers", percent, func(g model.Group) report.Cell { return t.rate(f.Groups[g]) })
	t.add("respondents", headcount, func(g model.Group) report.Cell { return count(f.Groups[g].AtRisk, f.Groups[g].HiddenAtRisk) })
}

func (t *returned) boardRows(_ *indicator.Indicator, f *indicator.Figure) {
	for _, row := range f.Board {
		t.counts(string(row.Part), row.Counts, row.Hidden)
	}
	for _, row := range f.Board {
		t.add(string(row.Part), percent, func(g model.Group) report.Cell {
			return t.share(row.Counts[g], row.Total, row.Hidden.Groups[g] || row.Hidden.Total)
		})
	}
	for _, row := range f.Board {
		t.add(string(row.Part)+" minus workforce", pointsAway, func(g model.Group) report.Cell {
			if g != model.BME {
				return report.Marked(report.NotAvailable, report.PercentagePoints)
			}
			return t.boardDifference(&row)
		})
	}
}
