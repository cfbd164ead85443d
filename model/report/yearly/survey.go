package yearly

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/earlier"
)

// survey adds the share of each group, how many answered where that is known, and the gap.
func (g *grid) survey() {
	answered := func(f *indicator.Figure, group model.Group) bool {
		return f.Groups[group].AtRisk != nil || f.Groups[group].HiddenAtRisk
	}
	for _, group := range model.Groups() {
		given := func(f *indicator.Figure) bool { return f.Groups[group].Rate != nil || f.Groups[group].HiddenRate() }
		if group == model.Unknown && !g.has(given) {
			continue
		}
		name := g.safe.Line(g.w.Labels.Sentence(group))
		g.add(name, report.Percentage, func(f *indicator.Figure) report.Cell { return g.rate(f.Groups[group]) })
		g.limits(name, report.Percentage, func(f *indicator.Figure) (lower, upper string, hidden bool) {
			lower, upper = words.PercentLimits(g.w, f.Groups[group].Rate)
			return lower, upper, f.Groups[group].HiddenRate()
		})
		if group != model.Unknown {
			g.steps(name, rateOf(group))
		}
	}
	for _, group := range model.Groups() {
		if g.has(func(f *indicator.Figure) bool { return answered(f, group) }) {
			g.add("Respondents, "+g.safe.Line(g.w.Labels.Label(group)), report.Count, func(f *indicator.Figure) report.Cell {
				return count(f.Groups[group].AtRisk, f.Groups[group].HiddenAtRisk)
			})
		}
	}
	g.add("Gap, "+g.safe.Line(g.w.Direction(g.series.Indicator))+", percentage points", report.PercentagePoints, func(f *indicator.Figure) report.Cell {
		if of, than := f.Groups[g.series.Indicator.Compare].Rate, f.Groups[g.series.Indicator.Reference].Rate; of != nil && than != nil {
			g.uneven = g.uneven || !words.AddsUp(g.w, of.Value, than.Value)
		}
		return madeOf(f.Difference, f.HiddenRatio(), rated(f), report.PercentagePoints, g.points)
	})
	g.limits("Gap", report.PercentagePoints, func(f *indicator.Figure) (lower, upper string, hidden bool) {
		lower, upper = words.PointsLimits(g.w, f.Difference)
		return lower, upper, f.HiddenRatio()
	})
	g.benchmarks()
}

// shares draws the share of each group in each year.
func shares(m *maker, s *indicator.Series, t report.Table) []report.Chart {
	c := report.Chart{ID: t.ID + "-chart", Title: "Indicator " + s.Indicator.ID + ": share of respondents by group and year",
		Kind: report.Columns, Unit: report.Percentage, Table: t.ID}
	for _, f := range reported(s) {
		c.Labels = append(c.Labels, column(s, f))
	}
	for _, group := range []model.Group{model.White, model.BME} {
		of := report.Series{Name: m.safe.Line(m.w.Labels.Sentence(group))}
		for _, f := range reported(s) {
			v := report.Value{Cell: m.rate(f.Groups[group])}
			if v.IsNumber() {
				if lower, upper := words.PercentLimits(m.w, f.Groups[group].Rate); lower != "" {
					v.Lower, v.Upper = report.Printed(lower, report.Percentage), report.Printed(upper, report.Percentage)
				}
			}
			of.Values = append(of.Values, v)
		}
		c.Series = append(c.Series, of)
	}
	return drawn(m, c)
}

// besideSurvey says what the survey before found.
func besideSurvey(m *maker, s *indicator.Series, f *indicator.Figure) []string {
	return []string{earlier.Shares(m.w, s.Indicator, f, s.Before(f.Year))}
}
