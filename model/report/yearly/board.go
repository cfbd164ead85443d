package yearly

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
)

// boardParts names the parts of a board in a table, in their order.
var boardParts = []struct {
	part indicator.BoardPart
	name string
}{
	{indicator.WholeBoard, "Board members"},
	{indicator.Voting, "Voting members"},
	{indicator.NonVoting, "Non-voting members"},
	{indicator.Executive, "Executive members"},
	{indicator.NonExecutive, "Non-executive members"},
}

// board adds the members of each part of the board that is counted in a year, and their
// share beside that of the workforce.
func (g *grid) board() {
	label := g.safe.Line(g.w.Labels.Label(model.BME))
	g.add("Workforce, share "+label, report.Percentage, func(f *indicator.Figure) report.Cell {
		row := f.BoardRow(indicator.WholeBoard)
		return madeOf(row.Workforce, row.HiddenWorkforce, row.Workforce != nil, report.Percentage, g.w.Percent)
	})
	for _, p := range boardParts {
		if g.has(func(f *indicator.Figure) bool {
			row := f.BoardRow(p.part)
			return row != nil && (row.Total != nil || row.Hidden.Any())
		}) {
			g.boardPart(p.part, p.name, label)
		}
	}
	g.benchmarks()
}

func (g *grid) boardPart(part indicator.BoardPart, name, label string) {
	g.add(name+", all", report.Count, func(f *indicator.Figure) report.Cell {
		row := f.BoardRow(part)
		return count(row.Total, row.Hidden.Total)
	})
	for _, group := range model.Groups() {
		if !g.has(func(f *indicator.Figure) bool {
			row := f.BoardRow(part)
			return row.Counts[group] != nil || row.Hidden.Groups[group]
		}) {
			continue
		}
		g.add(name+", "+g.safe.Line(g.w.Labels.Label(group)), report.Count, func(f *indicator.Figure) report.Cell {
			row := f.BoardRow(part)
			return count(row.Counts[group], row.Hidden.Groups[group])
		})
	}
	g.add(name+", share "+label, report.Percentage, func(f *indicator.Figure) report.Cell {
		return g.boardShare(f.BoardRow(part))
	})
	g.add(name+", share minus that of the workforce, percentage points", report.PercentagePoints, func(f *indicator.Figure) report.Cell {
		row := f.BoardRow(part)
		if row.Difference != nil && row.Share != nil && row.Workforce != nil {
			g.uneven = g.uneven || !words.AddsUp(g.w, row.Share.Value, row.Workforce.Value)
		}
		return g.boardDifference(row)
	})
}

// boardDifference is the cell of how far the share of a part of the board is from that of
// the workforce.
func (m *maker) boardDifference(row *indicator.BoardRow) report.Cell {
	if row.Workforce == nil && !row.HiddenWorkforce { // there is nothing to set it against
		return report.Marked(report.NotAvailable, report.PercentagePoints)
	}
	if hidden := row.Hidden.Share() || row.HiddenWorkforce; hidden || row.Total != nil {
		return estimate(row.Difference, hidden, report.PercentagePoints, m.points)
	}
	return report.Marked(report.NotAvailable, report.PercentagePoints)
}

// boardShare is the cell of the share of a part of the board.
func (m *maker) boardShare(row *indicator.BoardRow) report.Cell {
	if row.Total == nil && !row.Hidden.Share() {
		return report.Marked(report.NotAvailable, report.Percentage)
	}
	return estimate(row.Share, row.Hidden.Share(), report.Percentage, m.w.Percent)
}

// boards draws the share of the whole board beside that of the workforce.
func boards(m *maker, s *indicator.Series, t report.Table) []report.Chart {
	c := report.Chart{ID: t.ID + "-chart", Title: "Indicator " + s.Indicator.ID + ": " + m.safe.Line(m.w.Labels.Label(model.BME)) + " share of the board and of the workforce",
		Kind: report.Columns, Unit: report.Percentage, Table: t.ID}
	board, workforce := report.Series{Name: "Board"}, report.Series{Name: "Workforce"}
	for _, f := range reported(s) {
		row := f.BoardRow(indicator.WholeBoard)
		c.Labels = append(c.Labels, f.Year.String())
		board.Values = append(board.Values, report.Value{Cell: m.boardShare(row)})
		workforce.Values = append(workforce.Values, report.Value{Cell: madeOf(row.Workforce, row.HiddenWorkforce, row.Workforce != nil, report.Percentage, m.w.Percent)})
	}
	c.Series = []report.Series{board, workforce}
	return drawn(m, c)
}

func besideBoard(*maker, *indicator.Series, *indicator.Figure) []string { return nil }
