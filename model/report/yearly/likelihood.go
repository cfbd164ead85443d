package yearly

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
	"wres/model/words/earlier"
)

// likelihood adds the counts of each group and of all, what part of all one group is, the
// likelihood in each, and their ratio.
func (g *grid) likelihood() {
	ind := g.series.Indicator
	g.counts(ind.Counts.AtRisk, func(of indicator.GroupFigure) (*int, bool) { return of.AtRisk, of.HiddenAtRisk })
	g.counts(ind.Counts.Events, func(of indicator.GroupFigure) (*int, bool) { return of.Events, of.HiddenEvents })
	for _, group := range model.Groups() {
		if !g.has(func(f *indicator.Figure) bool { return f.Groups[group].Rate != nil || f.Groups[group].HiddenRate() }) {
			continue
		}
		g.add("Likelihood, "+g.safe.Line(g.w.Labels.Label(group)), report.Percentage, func(f *indicator.Figure) report.Cell {
			return g.rate(f.Groups[group])
		})
	}
	g.add("Relative likelihood, "+g.safe.Line(g.w.Direction(ind)), report.Ratio, func(f *indicator.Figure) report.Cell {
		return madeOf(f.Ratio, f.HiddenRatio(), rated(f), report.Ratio, words.RatioText)
	})
	g.limits("", report.Ratio, func(f *indicator.Figure) (lower, upper string, hidden bool) {
		lower, upper = words.RatioLimits(f.Ratio)
		return lower, upper, f.HiddenRatio()
	})
	g.benchmarks()
}

// counts adds a count of all groups together and of each, and what part of all one group
// is, where reports print that.
func (g *grid) counts(what string, of func(indicator.GroupFigure) (n *int, hidden bool)) {
	name := words.Capital(what)
	g.add(name+", all", report.Count, func(f *indicator.Figure) report.Cell {
		all, _ := f.Everybody()
		return count(of(all))
	})
	for _, group := range model.Groups() {
		if !g.has(func(f *indicator.Figure) bool { n, hidden := of(f.Groups[group]); return n != nil || hidden }) {
			continue
		}
		g.add(name+", "+g.safe.Line(g.w.Labels.Label(group)), report.Count, func(f *indicator.Figure) report.Cell {
			return count(of(f.Groups[group]))
		})
	}
	if !g.series.Indicator.Counts.Shares {
		return
	}
	g.add(g.safe.Line(g.w.Labels.Sentence(model.BME))+", share of all "+what, report.Percentage, func(f *indicator.Figure) report.Cell {
		everybody, _ := f.Everybody()
		part, hiddenPart := of(f.Groups[model.BME])
		all, hiddenAll := of(everybody)
		return g.share(part, all, hiddenPart || hiddenAll)
	})
}

// rate is the cell of a group's rate.
func (m *maker) rate(of indicator.GroupFigure) report.Cell {
	if of.Rate == nil && !of.HiddenRate() && (of.AtRisk == nil || *of.AtRisk > 0) {
		return report.Marked(report.NotAvailable, report.Percentage)
	}
	return estimate(of.Rate, of.HiddenRate(), report.Percentage, m.w.Percent)
}

// ratios draws the ratio of each year with its interval.
func ratios(m *maker, s *indicator.Series, t report.Table) []report.Chart {
	ind := s.Indicator
	line := report.Series{Name: m.safe.Line(m.w.Direction(ind))}
	c := report.Chart{ID: t.ID + "-chart", Title: "Indicator " + ind.ID + ": relative likelihood by year", Kind: report.Ratios, Unit: report.Ratio, Table: t.ID,
		Reference: &report.Reference{Name: "equally likely", Cell: report.Printed(words.RatioText(1), report.Ratio)}}
	for _, f := range reported(s) {
		c.Labels = append(c.Labels, f.Year.String())
		v := report.Value{Cell: madeOf(f.Ratio, f.HiddenRatio(), rated(f), report.Ratio, words.RatioText)}
		if v.IsNumber() {
			lower, upper := words.RatioLimits(f.Ratio)
			v.Lower, v.Upper = report.Printed(lower, report.Ratio), report.Printed(upper, report.Ratio)
		}
		line.Values = append(line.Values, v)
	}
	c.Series = []report.Series{line}
	return drawn(m, c)
}

// besideLikelihood says the rates and what part of all one group is, each beside the year
// before, and what the ratio comes to.
func besideLikelihood(m *maker, s *indicator.Series, f *indicator.Figure) []string {
	ind, before := s.Indicator, s.Before(f.Year)
	return []string{together(earlier.Rates(m.w, ind, f, before), earlier.Composition(m.w, ind, f, before)),
		together(words.FourFifthsSentence(f), m.w.ParitySentence(ind, f), m.w.AdjustedSentence(f))}
}

// recruitmentParts says what each part of the year's recruitment shows.
func recruitmentParts(m *maker, s *indicator.Series) []report.Block {
	f := s.Figure(m.Year())
	if f.State != model.Reported || len(f.Parts) == 0 {
		return nil
	}
	var points report.Points
	for i := range f.Parts {
		points = append(points, m.point("", words.Part(m.w, s.Indicator, &f.Parts[i])))
	}
	return []report.Block{m.says("Parts of the recruitment of " + f.Year.String() + ":"), points}
}
