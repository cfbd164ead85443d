package figures

import (
	"fmt"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// board is the panel of the board against the workforce.
type board struct{ panel.IndicatorPage }

// NewBoard makes the panel of such an indicator.
func NewBoard(ind *indicator.Indicator) panel.Panel {
	b := &board{panel.NewIndicatorPage(ind)}
	b.Chart, b.Detail = b.drawDifferences, b.writeTables
	return b
}

func (b *board) drawDifferences(c *panel.Column, s *indicator.Series, f *indicator.Figure) {
	label := b.Data.Words.Labels.Label(model.BME)
	what := label + " share minus that of the workforce, percentage points"
	if given := b.given(f); len(given) > 1 { // the whole alone stands among the years
		c.Heading(fmt.Sprintf("Parts of the board in %s: %s", f.Year, what))
		c.Draw(b.differences(b.parts(given)).Render(c.Data.Theme, c.Width))
	}
	c.Heading("Whole board by year: " + what)
	d := b.differences(b.years(s))
	d.Cursor, d.Selected = true, b.Selected(s)
	c.Draw(d.Render(c.Data.Theme, c.Width))
}

// differences draws shares of which everybody is counted: there are no whiskers.
func (b *board) differences(rows []chart.DifferenceRow) chart.Differences {
	return chart.Differences{Left: "lower on the board", Right: "higher on the board", Rows: rows}
}

// row draws one part of the board, with its counts beside the difference.
func (b *board) row(label string, part *indicator.BoardRow, reason string) chart.DifferenceRow {
	row := chart.DifferenceRow{Label: label, Reason: reason}
	if part == nil || part.Difference == nil {
		return row
	}
	row.Defined, row.Value = true, percents(part.Difference.Value)
	row.Text = pointsText(b.Data.Words, part.Difference) + "  " + words.PartText(part)
	return row
}

// parts draws the parts of the board.
func (b *board) parts(given []*indicator.BoardRow) []chart.DifferenceRow {
	var rows []chart.DifferenceRow
	for _, part := range given {
		rows = append(rows, b.row(string(part.Part), part, noDifference(part)))
	}
	return rows
}

// noDifference says why a part has no difference, with the counts that it has.
func noDifference(part *indicator.BoardRow) string {
	switch {
	case part.Total != nil && *part.Total == 0:
		return "no such members"
	case part.Share != nil:
		return words.PartText(part) + "; the share of the workforce is not known"
	}
	return "n/a"
}

func (b *board) years(s *indicator.Series) []chart.DifferenceRow {
	var rows []chart.DifferenceRow
	for i := range s.Figures {
		f := &s.Figures[i]
		whole := f.BoardRow(indicator.WholeBoard)
		reason := b.Absence(f)
		if whole != nil && whole.Total != nil {
			reason = noDifference(whole)
		}
		row := b.row(f.Year.String(), whole, reason)
		row.Text += words.Mark(f)
		rows = append(rows, row)
	}
	return rows
}

func (b *board) writeTables(c *panel.Column, s *indicator.Series, f *indicator.Figure) {
	if given := b.given(f); len(given) > 1 {
		tb := chart.Table{Rule: true, Columns: append([]chart.Column{{Title: "part", Style: c.Styles().Text}}, b.columns(c)...)}
		for _, part := range given {
			tb.Rows = append(tb.Rows, append([]string{string(part.Part)}, b.cells(part)...))
		}
		c.Heading("Members in " + f.Year.String())
		c.Table(tb)
	}
	b.YearTable(c, "Whole board by year", s, b.columns(c), func(f *indicator.Figure) []string {
		row := b.cells(f.BoardRow(indicator.WholeBoard))
		if f.State != model.Reported {
			row[0] = f.State.Words()
		}
		return row
	})
}

// given lists the parts of the board that the extract gives.
func (b *board) given(f *indicator.Figure) []*indicator.BoardRow {
	var parts []*indicator.BoardRow
	for i := range f.Board {
		if f.Board[i].Total != nil {
			parts = append(parts, &f.Board[i])
		}
	}
	return parts
}

// columns are those of a table of board members, after its first.
func (b *board) columns(c *panel.Column) []chart.Column {
	st, labels := c.Styles(), b.Data.Words.Labels
	number := func(title string, drop int) chart.Column {
		return chart.Column{Title: title, Align: chart.Right, Style: st.Text, Drop: drop}
	}
	accent := number(labels.Short(model.BME), 0)
	accent.Style = st.Accent
	return []chart.Column{
		accent, number(labels.Short(model.White), 4), number(labels.Short(model.Unknown), 5),
		number("share", 3), number("workforce", 2), number("points", 0),
	}
}

func (b *board) cells(row *indicator.BoardRow) []string {
	w := b.Data.Words
	if row == nil || row.Total == nil {
		return []string{"–", "–", "–", "–", "–", "–"}
	}
	percent := func(e *stats.Estimate) string {
		if e == nil {
			return "n/a"
		}
		return w.Percent(e.Value)
	}
	return []string{words.PartText(row), panel.Number(row.Counts[model.White]), panel.Number(row.Counts[model.Unknown]), percent(row.Share), percent(row.Workforce), pointsText(w, row.Difference)}
}
