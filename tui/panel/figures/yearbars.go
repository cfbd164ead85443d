package figures

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
)

// yearBars draws the share of some groups in every year, one below the other; of writes
// what each is a share of.
func (p *content) yearBars(groups []model.Group, of func(indicator.GroupFigure) string) chart.Bars {
	w := p.Data.Words
	bars := chart.Bars{Unit: "%", Columns: []chart.BarColumn{{Title: "share"}, {Muted: true}}}
	compared := false
	var estimates []*stats.Estimate
	for i := range p.series.Figures {
		f := &p.series.Figures[i]
		row := chart.BarRow{Label: f.Year.String(), Reason: p.Absence(f)}
		if f.State != model.Reported {
			bars.Rows = append(bars.Rows, row)
			continue
		}
		for _, g := range groups {
			gf := f.Groups[g]
			v := chart.Value{Reason: words.Absent(gf.HiddenRate())}
			values, beside := besides(&p.IndicatorPage, f, 1, ofGroup(g), w.Percent)
			if gf.Rate != nil {
				v = barOf(gf.Rate)
				v.Text = w.Percent(gf.Rate.Value) + words.Mark(f)
				estimates = append(estimates, gf.Rate)
				if len(values) > 0 {
					at := percents(values[0])
					v.Benchmark, compared = &at, true
				}
			}
			if v.Detail = of(gf); v.Detail != "" {
				bars.Columns[1].Title = "of"
			}
			v.Series, v.Name, v.More = seriesOf(g), w.Labels.Short(g), []string{beside}
			row.Values = append(row.Values, v)
		}
		bars.Rows = append(bars.Rows, row)
	}
	bars.Columns = append(bars.Columns, chart.BarColumn{Title: benchmarkTitle(p.Data, compared), Muted: true, Drop: 1})
	bars.Interval = panel.IntervalName(estimates...)
	return bars
}
