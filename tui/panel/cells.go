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
		if white == nil || bme == nil {
			return "no numbers of respondents"
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

// benchmarkText writes a benchmark's value where it measures what an indicator's
// figures do, or for the board its share; false for any other measure.
func benchmarkText(w indicator.Words, ind *indicator.Indicator, b model.Benchmark) (string, bool) {
	if b.Band != model.AnyBand {
		return "", false
	}
	switch {
	case ind.Kind == indicator.Likelihood && b.Measure == model.Ratio:
		return indicator.RatioText(b.Value), true
	case ind.Kind == indicator.Board && b.Measure == model.Difference:
		return w.Points(b.Value), true
	case ind.Kind != indicator.Likelihood && b.Measure == model.Share && b.HasGroup:
		text := w.Percent(b.Value)
		if ind.Kind == indicator.Survey {
			text = w.Labels.Short(b.Group) + " " + text
		}
		if ind.Kind == indicator.Board {
			text += " of boards"
		}
		return text, true
	}
	return "", false
}
