package figures

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// likelihood is the panel of an indicator that compares how likely an event is
// in two groups.
type likelihood struct{ panel.IndicatorPage }

// NewLikelihood makes the panel of such an indicator.
func NewLikelihood(ind *indicator.Indicator) panel.Panel {
	l := &likelihood{panel.NewIndicatorPage(ind)}
	l.Chart, l.Detail = l.drawCharts, l.writeYears
	return l
}

func (l *likelihood) drawCharts(c *panel.Column, s *indicator.Series, f *indicator.Figure) {
	if f.State == model.Reported {
		c.Heading("Rate in each group, " + f.Year.String())
		c.Draw(l.rates(c, f).Render(c.Data.Theme, c.Width))
	}
	c.Heading("Ratio of the rates by year, " + l.Data.Words.Direction(l.Indicator))
	c.Draw(l.ratios(c, s).Render(c.Data.Theme, c.Width))
	l.writeParts(c, f)
}

// writeParts sets the parts of a year's recruitment in a table, behind a sentence on
// the first of them: what the ratio is without the largest campaign.
func (l *likelihood) writeParts(c *panel.Column, f *indicator.Figure) {
	if len(f.Parts) == 0 {
		return
	}
	st, w := c.Styles(), l.Data.Words
	tb := chart.Table{Rule: true, Columns: []chart.Column{
		{Title: "applicants", Flex: true, Wrap: true, Min: 12, Style: st.Text},
		{Title: w.Labels.Short(l.Indicator.Compare), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(l.Indicator.Reference), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Muted, Drop: 1},
		{Title: "ratio", Align: chart.Right, Style: st.Accent},
	}}
	whole := []string{"all"}
	for _, g := range l.order() {
		whole = append(whole, countCell(w, f, g))
	}
	tb.Rows = append(tb.Rows, append(whole, w.Headline(l.Indicator, f)))
	for i := range f.Parts {
		tb.Rows = append(tb.Rows, l.partRow(&f.Parts[i]))
	}
	c.Heading("Parts of the recruitment, " + f.Year.String())
	c.Say(st.Text, l.Cleaned(words.Part(w, l.Indicator, &f.Parts[0])))
	c.Gap()
	c.Table(tb)
}

func (l *likelihood) partRow(p *indicator.Part) []string {
	row := []string{l.Cleaned(words.PartName(p))}
	for _, g := range l.order() {
		row = append(row, groupCell(l.Data.Words, p.Groups[g]))
	}
	if p.Ratio == nil {
		return append(row, "n/a")
	}
	return append(row, words.RatioText(p.Ratio.Value))
}

// order is the groups as the ratio has them: top, bottom, and neither.
func (l *likelihood) order() []model.Group {
	return []model.Group{l.Indicator.Compare, l.Indicator.Reference, model.Unknown}
}

// seriesOf gives a group's place among fills and colours: the accent is for the
// group that the standard is about.
func seriesOf(g model.Group) int {
	return [...]int{model.White: 1, model.BME: 0, model.Unknown: 2}[g]
}

// rates draws the share of the selected year in each group.
func (l *likelihood) rates(c *panel.Column, f *indicator.Figure) chart.Bars {
	var bars chart.Bars
	var estimates []*stats.Estimate
	for _, g := range l.order() {
		gf := f.Groups[g]
		if g == model.Unknown && gf.Events == nil {
			continue
		}
		v := chart.Value{Series: seriesOf(g), Text: words.OfText(gf) + "  " + panel.RateText(l.Data.Words, gf)}
		if gf.Rate != nil {
			v.Defined, v.Value = true, gf.Rate.Value
			v.Lower, v.Upper = panel.Limits(gf.Rate)
			estimates = append(estimates, gf.Rate)
		} else {
			v.Reason = words.OfText(gf) + ", no rate"
		}
		bars.Rows = append(bars.Rows, chart.BarRow{Label: l.GroupName(c, g), Values: []chart.Value{v}})
	}
	bars.Interval = panel.IntervalName(estimates...)
	return bars
}

// ratios draws the ratio of every year on a log axis, and names on each side the
// group that is more likely there.
func (l *likelihood) ratios(c *panel.Column, s *indicator.Series) chart.LogAxis {
	labels := l.Data.Words.Labels
	axis := chart.LogAxis{
		Left:   labels.Label(l.Indicator.Reference) + " " + l.Indicator.People + " more likely",
		Right:  labels.Label(l.Indicator.Compare) + " " + l.Indicator.People + " more likely",
		Cursor: true, Selected: l.Selected(s),
	}
	var estimates []*stats.Estimate
	scope, benchmark := benchmarkOf(&l.IndicatorPage, s)
	for i := range s.Figures {
		f := &s.Figures[i]
		row := chart.RatioRow{Label: f.Year.String(), Reason: l.Absence(f)}
		if f.Ratio != nil {
			row.Value, row.Defined, row.Text = f.Ratio.Value, true, words.RatioText(f.Ratio.Value)+words.Mark(f)
			row.Lower, row.Upper = panel.Limits(f.Ratio)
			estimates = append(estimates, f.Ratio)
			if b := benchmark(f); b != nil {
				row.Benchmark, row.Detail = &b.Value, "benchmark "+words.RatioText(b.Value)
				axis.Benchmark = panel.Joined([]string{"benchmark", scope}, ": ")
			}
		}
		axis.Rows = append(axis.Rows, row)
	}
	axis.Interval = panel.IntervalName(estimates...)
	return axis
}

// writeYears sets the counts, rates and ratio of every year in a table.
func (l *likelihood) writeYears(c *panel.Column, s *indicator.Series, f *indicator.Figure) {
	st, w := c.Styles(), l.Data.Words
	columns := []chart.Column{
		{Title: w.Labels.Short(l.Indicator.Compare), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(l.Indicator.Reference), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Muted, Drop: 2},
		{Title: "ratio", Align: chart.Right, Style: st.Accent},
		{Title: intervalTitle(l.Data), Style: st.Text, Drop: 3},
	}
	if c.Width < recordWidth { // as records all of it has room
		for i := range columns {
			columns[i].Drop = 0
		}
	}
	l.YearTable(c, "Counts by year", s, columns, func(f *indicator.Figure) []string {
		var row []string
		for _, g := range l.order() {
			row = append(row, countCell(w, f, g))
		}
		return append(row, w.Headline(l.Indicator, f), w.RatioInterval(f.Ratio))
	})
	c.Gap()
	for _, said := range []string{words.FourFifthsSentence(f), w.ParitySentence(l.Indicator, f), w.AdjustedSentence(f)} {
		c.Say(st.Text, said)
	}
}

// recordWidth is the width below which a table of years has no room for its
// counts side by side.
const recordWidth = 56

// countCell writes a group's counts and rate; a year without figures is a dash.
func countCell(w words.Voice, f *indicator.Figure, g model.Group) string {
	if f.State != model.Reported {
		return "–"
	}
	return groupCell(w, f.Groups[g])
}

func groupCell(w words.Voice, gf indicator.GroupFigure) string {
	if gf.Events == nil && gf.AtRisk == nil {
		return "–"
	}
	return words.OfText(gf) + "  " + panel.RateText(w, gf)
}
