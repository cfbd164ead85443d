package panel

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
)

// likelihood is the panel of an indicator that compares how likely an event is
// in two groups.
type likelihood struct{ indicatorPage }

func newLikelihood(ind *indicator.Indicator) Panel {
	l := &likelihood{newIndicatorPage(ind)}
	l.chart, l.detail = l.drawCharts, l.writeYears
	return l
}

func (l *likelihood) drawCharts(c *column, s *indicator.Series, f *indicator.Figure) {
	if f.State == model.Reported {
		c.heading("Rate in each group, " + f.Year.String())
		c.draw(l.rates(c, f).Render(c.d.Theme, c.width))
	}
	c.heading("Ratio of the rates by year, " + l.data.Words.Direction(l.ind))
	c.draw(l.ratios(c, s).Render(c.d.Theme, c.width))
	l.writeParts(c, f)
}

// writeParts sets the parts of a year's recruitment in a table, behind a sentence on
// the first of them: what the ratio is without the largest campaign.
func (l *likelihood) writeParts(c *column, f *indicator.Figure) {
	if len(f.Parts) == 0 {
		return
	}
	st, w := c.styles(), l.data.Words
	tb := chart.Table{Rule: true, Columns: []chart.Column{
		{Title: "applicants", Flex: true, Wrap: true, Min: 12, Style: st.Text},
		{Title: w.Labels.Short(l.ind.Compare), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(l.ind.Reference), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Muted, Drop: 1},
		{Title: "ratio", Align: chart.Right, Style: st.Accent},
	}}
	whole := []string{"all"}
	for _, g := range l.order() {
		whole = append(whole, countCell(w, f, g))
	}
	tb.Rows = append(tb.Rows, append(whole, w.Headline(l.ind, f)))
	for i := range f.Parts {
		tb.Rows = append(tb.Rows, l.partRow(&f.Parts[i]))
	}
	c.heading("Parts of the recruitment, " + f.Year.String())
	c.say(st.Text, l.cleaned(words.Part(w, l.ind, &f.Parts[0])))
	c.gap()
	c.table(tb)
}

func (l *likelihood) partRow(p *indicator.Part) []string {
	row := []string{l.cleaned(words.PartName(p))}
	for _, g := range l.order() {
		row = append(row, groupCell(l.data.Words, p.Groups[g]))
	}
	if p.Ratio == nil {
		return append(row, "n/a")
	}
	return append(row, words.RatioText(p.Ratio.Value))
}

// order is the groups as the ratio has them: top, bottom, and neither.
func (l *likelihood) order() []model.Group {
	return []model.Group{l.ind.Compare, l.ind.Reference, model.Unknown}
}

// seriesOf gives a group's place among fills and colours: the accent is for the
// group that the standard is about.
func seriesOf(g model.Group) int {
	return [...]int{model.White: 1, model.BME: 0, model.Unknown: 2}[g]
}

// rates draws the share of the selected year in each group.
func (l *likelihood) rates(c *column, f *indicator.Figure) chart.Bars {
	var bars chart.Bars
	var estimates []*stats.Estimate
	for _, g := range l.order() {
		gf := f.Groups[g]
		if g == model.Unknown && gf.Events == nil {
			continue
		}
		v := chart.Value{Series: seriesOf(g), Text: words.OfText(gf) + "  " + rateText(l.data.Words, gf)}
		if gf.Rate != nil {
			v.Defined, v.Value = true, gf.Rate.Value
			v.Lower, v.Upper = limits(gf.Rate)
			estimates = append(estimates, gf.Rate)
		} else {
			v.Reason = words.OfText(gf) + ", no rate"
		}
		bars.Rows = append(bars.Rows, chart.BarRow{Label: l.name(c, g), Values: []chart.Value{v}})
	}
	bars.Interval = intervalName(estimates...)
	return bars
}

// ratios draws the ratio of every year on a log axis, and names on each side the
// group that is more likely there.
func (l *likelihood) ratios(c *column, s *indicator.Series) chart.LogAxis {
	labels := l.data.Words.Labels
	axis := chart.LogAxis{
		Left:   labels.Label(l.ind.Reference) + " " + l.ind.People + " more likely",
		Right:  labels.Label(l.ind.Compare) + " " + l.ind.People + " more likely",
		Cursor: true, Selected: l.selected(s),
	}
	var estimates []*stats.Estimate
	scope, benchmark := l.benchmarkOf(s)
	for i := range s.Figures {
		f := &s.Figures[i]
		row := chart.RatioRow{Label: f.Year.String(), Reason: l.absence(f)}
		if f.Ratio != nil {
			row.Value, row.Defined, row.Text = f.Ratio.Value, true, words.RatioText(f.Ratio.Value)+words.Mark(f)
			row.Lower, row.Upper = limits(f.Ratio)
			estimates = append(estimates, f.Ratio)
			if b := benchmark(f); b != nil {
				row.Benchmark, row.Detail = &b.Value, "benchmark "+words.RatioText(b.Value)
				axis.Benchmark = joined([]string{"benchmark", scope}, ": ")
			}
		}
		axis.Rows = append(axis.Rows, row)
	}
	axis.Interval = intervalName(estimates...)
	return axis
}

// writeYears sets the counts, rates and ratio of every year in a table.
func (l *likelihood) writeYears(c *column, s *indicator.Series, f *indicator.Figure) {
	st, w := c.styles(), l.data.Words
	columns := []chart.Column{
		{Title: w.Labels.Short(l.ind.Compare), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(l.ind.Reference), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(model.Unknown), Align: chart.Right, Style: st.Muted, Drop: 2},
		{Title: "ratio", Align: chart.Right, Style: st.Accent},
		{Title: l.intervalTitle(), Style: st.Text, Drop: 3},
	}
	if c.width < recordWidth { // as records all of it has room
		for i := range columns {
			columns[i].Drop = 0
		}
	}
	l.yearTable(c, "Counts by year", s, columns, func(f *indicator.Figure) []string {
		var row []string
		for _, g := range l.order() {
			row = append(row, countCell(w, f, g))
		}
		return append(row, w.Headline(l.ind, f), w.RatioInterval(f.Ratio))
	})
	c.gap()
	for _, said := range []string{words.FourFifthsSentence(f), w.ParitySentence(l.ind, f), w.AdjustedSentence(f)} {
		c.say(st.Text, said)
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
	return words.OfText(gf) + "  " + rateText(w, gf)
}

// limits gives the ends of an interval as a chart takes them; an end that is
// missing is open.
func limits(e *stats.Estimate) (lower, upper *float64) {
	if e == nil || e.Interval == nil {
		return nil, nil
	}
	if e.Interval.NoUpper {
		return &e.Interval.Lower, nil
	}
	return &e.Interval.Lower, &e.Interval.Upper
}

// intervalName names the whiskers of a chart, if any estimate has them.
func intervalName(estimates ...*stats.Estimate) string {
	for _, e := range estimates {
		if e != nil && e.Interval != nil {
			return words.IntervalShort(e.Interval.Level)
		}
	}
	return ""
}
