package figures

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// survey is an answer to the staff survey in two groups: the share of each, and their gap.
type survey struct{}

// NewSurvey makes the panel of such an indicator.
func NewSurvey(ind *indicator.Indicator) panel.Panel { return newPage(ind, survey{}) }

// answering is the groups whose answers are compared.
func answering() []model.Group { return []model.Group{model.BME, model.White} }

func (s survey) charts(p *content) []charted {
	var years []thing
	for i := range p.series.Figures {
		years = append(years, p.ofYear(&p.series.Figures[i]))
	}
	shares := charted{title: p.Indicator.Title, short: "Share", things: years, draw: func(on paper) panel.Picture {
		if on.low {
			return on.pairs(s.pairs(p))
		}
		return on.bars(p.yearBars(answering(), respondents))
	}}
	if !p.yearsReported() {
		return []charted{shares}
	}
	gaps := charted{title: "Gap by year, " + p.Data.Words.Direction(p.Indicator) + ", percentage points", short: "Gap", things: years,
		draw: func(on paper) panel.Picture { return on.gaps(s.gaps(p)) }}
	return []charted{shares, gaps}
}

// respondents writes how many of a group answered; "" where that is not known.
func respondents(gf indicator.GroupFigure) string {
	if gf.HiddenAtRisk {
		return words.HiddenMark
	}
	if gf.AtRisk == nil {
		return ""
	}
	return words.Thousands(*gf.AtRisk)
}

// ofGroup gives what the share of a group is compared with.
func ofGroup(g model.Group) func(model.Benchmark) bool {
	return func(b model.Benchmark) bool { return b.Measure == model.Share && b.HasGroup && b.Group == g }
}

// pairs draws both groups of every year on one line, where there is little height.
func (s survey) pairs(p *content) chart.Dumbbell {
	w := p.Data.Words
	d := chart.Dumbbell{First: w.Labels.Label(model.BME), Second: w.Labels.Label(model.White), Unit: "%"}
	for i := range p.series.Figures {
		f := &p.series.Figures[i]
		row := chart.PairRow{Label: f.Year.String(), First: point(p, f, model.BME), Second: point(p, f, model.White), Reason: p.Absence(f)}
		values, said := besides(&p.IndicatorPage, f, 1, ofGroup(model.BME), w.Percent)
		if len(values) > 0 && f.State == model.Reported {
			row.Benchmarks, row.Gap = []float64{percents(values[0])}, said
			d.Benchmark = "benchmark for " + w.Labels.Label(model.BME)
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

func point(p *content, f *indicator.Figure, g model.Group) chart.Point {
	gf, short := f.Groups[g], p.Data.Words.Labels.Short(g)
	if gf.Rate == nil {
		return chart.Point{Text: short + " " + words.Absent(gf.HiddenRate())}
	}
	return chart.Point{Value: percents(gf.Rate.Value), Defined: true, Text: short + " " + p.Data.Words.Percent(gf.Rate.Value)}
}

// gaps draws the gap of every year with its interval, where respondents give
// one: whether it is clear is whether its whiskers reach the middle.
func (s survey) gaps(p *content) chart.Differences {
	bme, white := p.Data.Words.Labels.Short(model.BME), p.Data.Words.Labels.Short(model.White)
	lower, higher := white, bme // for whom it is worse
	if p.Indicator.Better == indicator.Up {
		lower, higher = bme, white
	}
	d := chart.Differences{Explained: 1, Sides: []chart.Sides{
		{Left: "lower among " + bme + ": worse for " + lower, Right: "higher among " + bme + ": worse for " + higher},
		{Left: "lower: worse for " + lower, Right: "higher: worse for " + higher},
		{Left: "worse for " + lower, Right: "worse for " + higher},
	}}
	changed := slices.ContainsFunc(p.series.Figures, func(f indicator.Figure) bool { return f.Reworded != nil })
	for i := range p.series.Figures {
		f := &p.series.Figures[i]
		row := chart.DifferenceRow{Label: f.Year.String(), Reason: p.Absence(f)}
		if e := f.Difference; e != nil {
			row.Defined, row.Value = true, percents(e.Value)
			row.Texts = []string{gapCell(p.Data.Words, f), p.Data.Words.PointsInterval(e), ""}
			if e.Interval != nil {
				lower, upper := panel.Limits(e)
				row.Lower, row.Upper = scaled(lower), scaled(upper)
				d.Interval = words.IntervalShort(e.Interval.Level)
			}
			if f.Reworded != nil {
				row.Texts[2] = "question changed"
			}
		}
		d.Rows = append(d.Rows, row)
	}
	d.Columns = []chart.BarColumn{{}, {Muted: true, Drop: 1}, {Muted: true, Drop: 2}}
	if d.Interval != "" {
		d.Columns[1].Title = whiskersTitle(p.Data)
	}
	if !changed {
		d.Columns = d.Columns[:2]
	}
	return d
}

// gapCell writes a gap with its side in words, since a sign is read as good or bad.
func gapCell(w words.Voice, f *indicator.Figure) string {
	size := *f.Difference
	side := " higher"
	switch {
	case size.Value == 0:
		return "no gap" + words.Mark(f)
	case size.Value < 0:
		size.Value, side = -size.Value, " lower"
	}
	return strings.TrimPrefix(pointsText(w, &size, false), "+") + " points" + words.Mark(f) + side
}

func (s survey) figure(p *content, f *indicator.Figure) string {
	w := p.Data.Words
	said := ""
	for i, g := range answering() {
		if i > 0 {
			said += ", "
		}
		said += w.Labels.Short(g) + " " + w.ShareText(f.Groups[g])
	}
	if e := f.Difference; e != nil && e.Value != 0 {
		points, below := words.Distance(w, e.Value)
		said += fmt.Sprintf(": %s %s among %s", points, map[bool]string{true: "lower", false: "higher"}[below], w.Labels.Label(model.BME)+" "+p.Indicator.People)
	}
	return said + words.Mark(f) + "."
}

// behind is the shares, the gap and its interval of every year in a table.
func (s survey) behind(p *content) []panel.Section {
	if !p.yearsReported() {
		return nil
	}
	heading := "Shares by year, gap as " + p.Data.Words.Direction(p.Indicator)
	return []panel.Section{{Title: heading, Write: func(c *panel.Column) { s.writeYears(p, c) }}}
}

func (s survey) writeYears(p *content, c *panel.Column) {
	st, w := c.Styles(), p.Data.Words
	columns := []chart.Column{
		{Title: "survey", Style: st.Muted, Drop: 3},
		{Title: w.Labels.Short(model.BME), Align: chart.Right, Style: st.Text},
		{Title: w.Labels.Short(model.White), Align: chart.Right, Style: st.Text},
		{Title: "gap, points", Align: chart.Right, Style: st.Text},
	}
	doubted := slices.ContainsFunc(p.series.Figures, func(f indicator.Figure) bool { return f.Difference != nil && f.Difference.Interval != nil })
	if doubted {
		columns = append(columns, chart.Column{Title: intervalTitle(p.Data), Style: st.Muted, Drop: 4})
	}
	p.Years(c, p.series, columns, func(f *indicator.Figure) []string {
		row := []string{fmt.Sprintf("autumn %d", f.Year.Survey())}
		for _, g := range answering() {
			text := "–"
			if f.State == model.Reported {
				text = w.ShareText(f.Groups[g])
			}
			row = append(row, text)
		}
		row = append(row, w.Headline(p.Indicator, f))
		if doubted {
			row = append(row, w.PointsInterval(f.Difference))
		}
		return row
	})
	for _, f := range p.series.Figures {
		if f.Reworded != nil {
			c.Item(c.Data.Theme.Glyphs.Warning, st.Notice, st.Muted,
				fmt.Sprintf("%s and later are not the same measure as before: %s.", f.Year, f.Reworded.What))
		}
	}
}
