package words

import (
	"fmt"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// board is what is said of the board beside the workforce.
type board struct{}

func (board) name(_ Voice, ind *indicator.Indicator) string { return ind.Short }

func (board) unit(Voice, *indicator.Indicator) string { return "points" }

func (board) legend(Voice, *indicator.Indicator) string { return pointsLegend }

func (board) taken(w Voice, _ *indicator.Indicator) string {
	return w.Labels.Short(model.BME) + ", in points"
}

func (board) direction(Voice, *indicator.Indicator) string { return "" }

func (board) sentence(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	row := f.BoardRow(indicator.WholeBoard)
	switch {
	case row == nil || row.Total == nil:
		return "The " + w.Labels.Label(model.BME) + " share of the board is n/a."
	case row.Share == nil:
		return "The board has no members."
	}
	members := *row.Counts[model.BME]
	s := fmt.Sprintf("%s of %s board members %s %s, %s", Thousands(members), Thousands(*row.Total),
		is(members), w.Labels.Label(model.BME), w.Percent(row.Share.Value))
	if row.Difference == nil {
		return s + "."
	}
	return fmt.Sprintf("%s, against %s of the workforce: %s%s.", s, w.Percent(row.Workforce.Value), w.Points(row.Difference.Value),
		bracketed(w, row.Difference, w.PointsInterval(row.Difference)))
}

func (board) verdict(_ Voice, _ *indicator.Indicator, v judge.Verdict) string {
	return "clearly " + string(v) + " than the workforce"
}

func (board) notTestable(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	row, label := f.BoardRow(indicator.WholeBoard), w.Labels.Label(model.BME)
	switch {
	case row.Share.Value != row.Workforce.Value:
		return "no lot drawn from the workforce could give this board"
	case row.Share.Value > 0:
		return "all staff and board members are " + label
	}
	return "no staff or board members are " + label
}

func (board) formula(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	row := f.BoardRow(indicator.WholeBoard)
	return fmt.Sprintf("difference = %s − workforce share = %s − %s = %s", fraction(row.Counts[model.BME], row.Total),
		digits(row.Share.Value), digits(row.Workforce.Value), digits(row.Difference.Value))
}

func (board) counts(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	row := f.BoardRow(indicator.WholeBoard)
	if row == nil || row.Total == nil {
		return ""
	}
	s := fmt.Sprintf("%s of %s on the board", Thousands(*row.Counts[model.BME]), Thousands(*row.Total))
	if row.Workforce != nil {
		s += ", " + w.Percent(row.Workforce.Value) + " of staff"
	}
	return s
}

func (board) baseline(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	if row := f.BoardRow(indicator.WholeBoard); row != nil && row.Total != nil {
		return PartText(row) + " board members"
	}
	return ""
}

func (board) when(y model.Year) string { return "on " + y.Snapshot() }

func (board) caveat() string { return everybodyCounted }
