package yearly

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/report"
)

// workforce adds the staff of each group, what part of all they are, and of how many the
// ethnicity is known; then the staff in the bands 8c and above.
func (g *grid) workforce() {
	g.add("All staff", report.Count, func(f *indicator.Figure) report.Cell {
		of := f.Groups[model.White]
		return count(of.AtRisk, of.HiddenAtRisk)
	})
	for _, group := range model.Groups() {
		name := g.safe.Line(g.w.Labels.Sentence(group))
		g.add(name+" staff", report.Count, func(f *indicator.Figure) report.Cell {
			return count(f.Groups[group].Events, f.Groups[group].HiddenEvents)
		})
		g.add(name+", share of all staff", report.Percentage, func(f *indicator.Figure) report.Cell { return g.rate(f.Groups[group]) })
	}
	g.add("Ethnicity recorded, share of all staff", report.Percentage, func(f *indicator.Figure) report.Cell {
		if of := f.Groups[model.Unknown]; of.HiddenRate() {
			return report.Marked(report.Hidden, report.Percentage)
		}
		known, _, _, ok := f.Declared()
		if !ok {
			return report.Marked(report.NotAvailable, report.Percentage)
		}
		return report.Printed(g.w.Percent(known), report.Percentage)
	})
	g.benchmarks()
}
