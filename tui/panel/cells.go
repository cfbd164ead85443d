package panel

import (
	"fmt"

	"wres/model"
	"wres/model/indicator"
)

// countsText writes the counts behind a figure, short enough for a table cell.
func countsText(w indicator.Words, ind *indicator.Indicator, f *indicator.Figure) string {
	of := func(g model.Group) string { return ofText(f.Groups[g]) }
	switch ind.Kind {
	case indicator.Bands:
		return of(model.BME)
	case indicator.Likelihood:
		return fmt.Sprintf("%s %s, %s %s", w.Labels.Short(ind.Compare), of(ind.Compare), w.Labels.Short(ind.Reference), of(ind.Reference))
	case indicator.Survey:
		white, bme := f.Groups[model.White].AtRisk, f.Groups[model.BME].AtRisk
		switch {
		case white == nil && bme == nil:
			return "no numbers of respondents"
		case white == nil:
			return "no number of " + w.Labels.Short(model.White) + " respondents"
		case bme == nil:
			return "no number of " + w.Labels.Short(model.BME) + " respondents"
		}
		return fmt.Sprintf("of %s and %s respondents", indicator.Thousands(*white), indicator.Thousands(*bme))
	}
	row := f.BoardRow(indicator.WholeBoard)
	if row == nil || row.Total == nil {
		return ""
	}
	s := fmt.Sprintf("%s of %s on the board", indicator.Thousands(*row.Counts[model.BME]), indicator.Thousands(*row.Total))
	if row.Workforce != nil {
		s += ", " + w.Percent(row.Workforce.Value) + " of staff"
	}
	return s
}
