package figures

import (
	"fmt"
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// survey is the panel of an indicator of the staff survey.
type survey struct{ panel.IndicatorPage }

// NewSurvey makes the panel of such an indicator.
func NewSurvey(ind *indicator.Indicator) panel.Panel {
	s := &survey{panel.NewIndicatorPage(ind)}
	s.Chart, s.Detail = s.drawPairs, s.writeYears
	return s
}

func (p *survey) drawPairs(c *panel.Column, s *indicator.Series, _ *indicator.Figure) {
	c.Heading(p.Indicator.Title)
	c.Draw(p.pairs(c, s).Render(c.Data.Theme, c.Width))
	for _, f := range s.Figures {
		if f.Reworded != nil {
			c.Item(c.Data.Theme.Glyphs.Warning, c.Styles().Notice, c.Styles().Muted,
				fmt.Sprintf("%s and later are not the same measure as before: %s.", f.Year, f.Reworded.What))
		}
	}
	p.drawGaps(c, s)
}

// drawGaps draws the gap of every year with its interval, where respondents give
// one: whether it is clear is whether its whiskers reach the middle.
func (p *survey) drawGaps(c *panel.Column, s *indicator.Series) {
	label := p.Data.Words.Labels.Label(model.BME)
	d := chart.Differences{Left: "lower among " + label, Right: "higher among " + label, Cursor: true, Selected: p.Selected(s)}
	for i := range s.Figures {
		f := &s.Figures[i]
		row := chart.DifferenceRow{Label: f.Year.String(), Reason: p.Absence(f)}
		if e := f.Difference; e != nil {
			row.Defined, row.Value, row.Text = true, percents(e.Value), pointsText(p.Data.Words, e)+words.Mark(f)
			if e.Interval != nil {
				lower, upper := panel.Limits(e)
				row.Lower, row.Upper = scaled(lower), scaled(upper)
				d.Interval = words.IntervalShort(e.Interval.Level)
			}
		}
		d.Rows = append(d.Rows, row)
	}
	if d.Interval == "" {
		return
	}
	c.Heading("Gap by year, " + p.Data.Words.Direction(p.Indicator) + ", percentage points")
	c.Draw(d.Render(c.Data.Theme, c.Width))
}

// pairs draws both groups over the years on one axis.
func (p *survey) pairs(c *panel.Column, s *indicator.Series) chart.Dumbbell {
	w := p.Data.Words
	d := chart.Dumbbell{
		First:  w.Labels.Label(model.BME),
		Second: w.Labels.Label(model.White),
		Unit:   "%",
		Cursor: true, Selected: p.Selected(s),
	}
	// One mark a row, of the group that the panel is about: a mark cannot say
	// whose it is.
	scope, benchmark := benchmarkOf(&p.IndicatorPage, s)
	for i := range s.Figures {
		f := &s.Figures[i]
		row := chart.PairRow{
			Label:  f.Year.String(),
			First:  p.point(f, model.BME),
			Second: p.point(f, model.White),
			Reason: p.Absence(f),
		}
		if f.Difference != nil {
			row.Gap = "gap " + pointsText(w, f.Difference) + " points" + words.Mark(f)
		}
		if f.Reworded != nil {
			row.Note = "question changed"
		}
		if b := benchmark(f); b != nil && f.State == model.Reported {
			row.Benchmarks = []float64{percents(b.Value)}
			d.Benchmark = panel.Joined([]string{"benchmark for " + w.Labels.Label(model.BME), scope}, ": ")
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

func (p *survey) point(f *indicator.Figure, g model.Group) chart.Point {
	gf, short := f.Groups[g], p.Data.Words.Labels.Short(g)
	if gf.Rate == nil {
		return chart.Point{Text: short + " n/a"}
	}
	return chart.Point{Value: percents(gf.Rate.Value), Defined: true, Text: short + " " + p.Data.Words.Percent(gf.Rate.Value)}
}

// writeYears sets the shares, the gap and its change of every year in a table.
func (p *survey) writeYears(c *panel.Column, s *indicator.Series, _ *indicator.Figure) {
	st, w := c.Styles(), p.Data.Words
	columns := []chart.Column{
		{Title: "survey", Style: st.Muted, Drop: 3},
		{Title: w.Labels.Short(model.BME), Align: chart.Right, Style: st.Accent},
		{Title: w.Labels.Short(model.White), Align: chart.Right, Style: st.Text},
		{Title: "gap, points", Align: chart.Right, Style: st.Text},
	}
	doubted := slices.ContainsFunc(s.Figures, func(f indicator.Figure) bool { return f.Difference != nil && f.Difference.Interval != nil })
	if doubted {
		columns = append(columns, chart.Column{Title: intervalTitle(p.Data), Style: st.Muted, Drop: 4})
	}
	heading := "Shares by year, gap as " + w.Direction(p.Indicator)
	p.YearTable(c, heading, s, columns, func(f *indicator.Figure) []string {
		row := []string{fmt.Sprintf("autumn %d", f.Year.Survey())}
		for _, g := range []model.Group{model.BME, model.White} {
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
}
