package panel

import (
	"fmt"
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/words"
	"wres/tui/chart"
)

// survey is the panel of an indicator of the staff survey.
type survey struct{ indicatorPage }

func newSurvey(ind *indicator.Indicator) Panel {
	s := &survey{newIndicatorPage(ind)}
	s.chart, s.detail = s.drawPairs, s.writeYears
	return s
}

func (p *survey) drawPairs(c *column, s *indicator.Series, _ *indicator.Figure) {
	c.heading(p.ind.Title)
	c.draw(p.pairs(c, s).Render(c.d.Theme, c.width))
	for _, f := range s.Figures {
		if f.Reworded != nil {
			c.item(c.d.Theme.Glyphs.Warning, c.styles().Notice, c.styles().Muted,
				fmt.Sprintf("%s and later are not the same measure as before: %s.", f.Year, f.Reworded.What))
		}
	}
	p.drawGaps(c, s)
}

// drawGaps draws the gap of every year with its interval, where respondents give
// one: whether it is clear is whether its whiskers reach the middle.
func (p *survey) drawGaps(c *column, s *indicator.Series) {
	label := p.data.Words.Labels.Label(model.BME)
	d := chart.Differences{Left: "lower among " + label, Right: "higher among " + label, Cursor: true, Selected: p.selected(s)}
	for i := range s.Figures {
		f := &s.Figures[i]
		row := chart.DifferenceRow{Label: f.Year.String(), Reason: p.absence(f)}
		if e := f.Difference; e != nil {
			row.Defined, row.Value, row.Text = true, percents(e.Value), pointsText(p.data.Words, e)+words.Mark(f)
			if e.Interval != nil {
				lower, upper := limits(e)
				row.Lower, row.Upper = scaled(lower), scaled(upper)
				d.Interval = words.IntervalShort(e.Interval.Level)
			}
		}
		d.Rows = append(d.Rows, row)
	}
	if d.Interval == "" {
		return
	}
	c.heading("Gap by year, " + p.data.Words.Direction(p.ind) + ", percentage points")
	c.draw(d.Render(c.d.Theme, c.width))
}

// pairs draws both groups over the years on one axis.
func (p *survey) pairs(c *column, s *indicator.Series) chart.Dumbbell {
	w := p.data.Words
	d := chart.Dumbbell{
		First:  w.Labels.Label(model.BME),
		Second: w.Labels.Label(model.White),
		Unit:   "%",
		Cursor: true, Selected: p.selected(s),
	}
	// One mark a row, of the group that the panel is about: a mark cannot say
	// whose it is.
	scope, benchmark := p.benchmarkOf(s)
	for i := range s.Figures {
		f := &s.Figures[i]
		row := chart.PairRow{
			Label:  f.Year.String(),
			First:  p.point(f, model.BME),
			Second: p.point(f, model.White),
			Reason: p.absence(f),
		}
		if f.Difference != nil {
			row.Gap = "gap " + pointsText(w, f.Difference) + " points" + words.Mark(f)
		}
		if f.Reworded != nil {
			row.Note = "question changed"
		}
		if b := benchmark(f); b != nil && f.State == model.Reported {
			row.Benchmarks = []float64{percents(b.Value)}
			d.Benchmark = joined([]string{"benchmark for " + w.Labels.Label(model.BME), scope}, ": ")
		}
		d.Rows = append(d.Rows, row)
	}
	return d
}

func (p *survey) point(f *indicator.Figure, g model.Group) chart.Point {
	gf, short := f.Groups[g], p.data.Words.Labels.Short(g)
	if gf.Rate == nil {
		return chart.Point{Text: short + " n/a"}
	}
	return chart.Point{Value: percents(gf.Rate.Value), Defined: true, Text: short + " " + p.data.Words.Percent(gf.Rate.Value)}
}

// writeYears sets the shares, the gap and its change of every year in a table.
func (p *survey) writeYears(c *column, s *indicator.Series, _ *indicator.Figure) {
	st, w := c.styles(), p.data.Words
	columns := []chart.Column{
		{Title: "survey", Style: st.Muted, Drop: 3},
		{Title: w.Labels.Short(model.BME), Align: chart.Right, Style: st.Accent},
		{Title: w.Labels.Short(model.White), Align: chart.Right, Style: st.Text},
		{Title: "gap, points", Align: chart.Right, Style: st.Text},
	}
	doubted := slices.ContainsFunc(s.Figures, func(f indicator.Figure) bool { return f.Difference != nil && f.Difference.Interval != nil })
	if doubted {
		columns = append(columns, chart.Column{Title: p.intervalTitle(), Style: st.Muted, Drop: 4})
	}
	heading := "Shares by year, gap as " + w.Direction(p.ind)
	p.yearTable(c, heading, s, columns, func(f *indicator.Figure) []string {
		row := []string{fmt.Sprintf("autumn %d", f.Year.Survey())}
		for _, g := range []model.Group{model.BME, model.White} {
			text := "–"
			if f.State == model.Reported {
				text = w.ShareText(f.Groups[g])
			}
			row = append(row, text)
		}
		row = append(row, w.Headline(p.ind, f))
		if doubted {
			row = append(row, w.PointsInterval(f.Difference))
		}
		return row
	})
}

// benchmarkOf gives the benchmark that a chart of years draws, one a year: all
// of one scope, that of the selected year where it has one, because marks of
// several scopes would read as a trend.
func (p *indicatorPage) benchmarkOf(s *indicator.Series) (scope string, of func(*indicator.Figure) *model.Benchmark) {
	figures := s.Figures
	if at := p.selected(s); at >= 0 {
		figures = append([]indicator.Figure{s.Figures[at]}, figures...)
	}
	for _, f := range figures {
		if at := slices.IndexFunc(f.Benchmarks, p.ind.Shape.Measures); at >= 0 {
			scope = f.Benchmarks[at].Scope
			break
		}
	}
	return p.cleaned(scope), func(f *indicator.Figure) *model.Benchmark {
		same := func(b model.Benchmark) bool { return p.ind.Shape.Measures(b) && b.Scope == scope }
		if at := slices.IndexFunc(f.Benchmarks, same); at >= 0 {
			return &f.Benchmarks[at]
		}
		return nil
	}
}

// rateText writes a group's share alone.
func rateText(w words.Voice, g indicator.GroupFigure) string {
	if g.Rate == nil {
		return "n/a"
	}
	return w.Percent(g.Rate.Value)
}
