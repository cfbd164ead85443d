// Package figures holds the panels of the indicators that are one figure a year:
// a ratio of likelihoods, the gap between two answers of the survey, and the board
// beside the workforce. An indicator goes in; a panel comes out.
package figures

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/panel"
)

// intervalTitle heads a column of intervals.
func intervalTitle(d panel.Data) string {
	return words.IntervalShort(d.Results.Settings.Level)
}

// percents puts a share on an axis that is numbered in percent or points.
func percents(share float64) float64 { return share * 100 }

// scaled puts the end of an interval on it; nil stays open.
func scaled(p *float64) *float64 {
	if p == nil {
		return nil
	}
	v := percents(*p)
	return &v
}

// pointsText writes a difference where a heading names its unit.
func pointsText(w words.Voice, e *stats.Estimate) string {
	if e == nil {
		return "n/a"
	}
	return words.PointsNumber(e.Value, max(w.Decimals, 1))
}

// benchmarkOf gives the benchmark that a chart of years draws, one a year: all
// of one scope, that of the selected year where it has one, because marks of
// several scopes would read as a trend.
func benchmarkOf(p *panel.IndicatorPage, s *indicator.Series) (scope string, of func(*indicator.Figure) *model.Benchmark) {
	figures := s.Figures
	if at := p.Selected(s); at >= 0 {
		figures = append([]indicator.Figure{s.Figures[at]}, figures...)
	}
	for _, f := range figures {
		if at := slices.IndexFunc(f.Benchmarks, p.Indicator.Shape.Measures); at >= 0 {
			scope = f.Benchmarks[at].Scope
			break
		}
	}
	return p.Cleaned(scope), func(f *indicator.Figure) *model.Benchmark {
		same := func(b model.Benchmark) bool { return p.Indicator.Shape.Measures(b) && b.Scope == scope }
		if at := slices.IndexFunc(f.Benchmarks, same); at >= 0 {
			return &f.Benchmarks[at]
		}
		return nil
	}
}
