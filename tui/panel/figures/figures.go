// Package figures holds the panels of the indicators that are one figure a year:
// a ratio of likelihoods, the gap between two answers of the survey, and the board
// beside the workforce. An indicator goes in; a panel comes out. page.go holds the cursor
// and what is said, layout.go puts it into panes, and a file for each shape draws its
// charts.
package figures

import (
	"slices"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/stats"
	"wres/model/words"
	"wres/tui/chart"
	"wres/tui/panel"
	"wres/tui/theme"
)

// thing is what a row of a chart is about, and the cursor stands on: a year, a group, a
// part of the board or of the recruitment.
type thing struct {
	key   string   // the same in each snapshot
	name  string   // "2023", "White applicants, 2024"
	badge string   // drawn: what can be said of it; "": none
	said  []string // sentences, the most important first
}

// paper is what a picture is drawn on.
type paper struct {
	t     theme.Theme
	width int
	at    int  // the row under the cursor, or -1
	space int  // blank lines between rows, where the picture has any
	low   bool // there is little height: a line for each thing
	still bool // there is no cursor
}

// charted is a chart whose rows the cursor stands on.
type charted struct {
	title  string // "": it says itself what it shows
	short  string // the title where it stands beside a scale
	things []thing
	draw   func(paper) panel.Picture
	extra  bool // only where there is room to spare; its things are those of another
	later  bool // it need not be on the first screen
}

// bars, ratios, gaps, seats and pairs draw a chart onto the paper.
func (p paper) bars(b chart.Bars) panel.Picture {
	b.Cursor, b.Selected, b.Space = !p.still, p.at, p.space
	return panel.Drawn(b.Lines(p.t, p.width))
}

func (p paper) ratios(c chart.LogAxis) panel.Picture {
	c.Cursor, c.Selected, c.Space = !p.still, p.at, p.space
	return panel.Drawn(c.Lines(p.t, p.width))
}

func (p paper) gaps(c chart.Differences) panel.Picture {
	c.Cursor, c.Selected, c.Space = !p.still, p.at, p.space
	return panel.Drawn(c.Lines(p.t, p.width))
}

func (p paper) seats(c chart.Seats) panel.Picture {
	c.Cursor, c.Selected, c.Space = !p.still, p.at, p.space
	return panel.Drawn(c.Lines(p.t, p.width))
}

func (p paper) pairs(c chart.Dumbbell) panel.Picture {
	c.Cursor, c.Selected = !p.still, p.at
	return panel.Drawn(c.Lines(p.t, p.width))
}

func (p paper) table(tb chart.Table) panel.Picture {
	tb.Cursor, tb.Selected = !p.still, p.at
	head, rows := tb.Lines(p.t, p.width)
	return panel.Picture{Head: head, Rows: rows}
}

// intervalTitle heads a column of intervals.
func intervalTitle(d panel.Data) string {
	return words.IntervalShort(d.Results.Settings.Level)
}

// whiskersTitle heads a column of the intervals that are drawn beside it.
func whiskersTitle(d panel.Data) string {
	return chart.Whiskers(d.Theme) + " " + intervalTitle(d)
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

// barOf is the bar of a share, with its interval where there is one.
func barOf(rate *stats.Estimate) chart.Value {
	v := chart.Value{Defined: true, Value: percents(rate.Value)}
	lower, upper := panel.Limits(rate)
	v.Lower, v.Upper = scaled(lower), scaled(upper)
	return v
}

// pointsText writes a difference where a heading names its unit.
func pointsText(w words.Voice, e *stats.Estimate, hidden bool) string {
	if e == nil {
		return words.Absent(hidden)
	}
	return words.PointsNumber(e.Value, max(w.Decimals, 1))
}

// seriesOf gives a group's place among fills and colours: the accent is for the
// group that the standard is about.
func seriesOf(g model.Group) int {
	return [...]int{model.White: 1, model.BME: 0, model.Unknown: 2}[g]
}

// besides lists what a year's figure is compared with that is in its unit: England's
// first, of each scope one, and at most so many. text writes a value behind the name of its
// scope.
func besides(p *panel.IndicatorPage, f *indicator.Figure, most int, measures func(model.Benchmark) bool, text func(float64) string) (values []float64, said string) {
	var scopes, all []string
	sorted := slices.Clone(f.Benchmarks)
	slices.SortStableFunc(sorted, func(a, b model.Benchmark) int { return foreign(a) - foreign(b) })
	for _, b := range sorted {
		if !measures(b) || slices.Contains(scopes, b.Scope) || len(scopes) == most {
			continue
		}
		scopes = append(scopes, b.Scope)
		values = append(values, b.Value)
		all = append(all, strings.TrimSpace(scopeOf(p, b)+" "+text(b.Value)))
	}
	return values, strings.Join(all, ", ")
}

// foreign is 0 for England's figures, which stand before those of a part of it.
func foreign(b model.Benchmark) int {
	if strings.HasPrefix(strings.ToLower(b.Scope), "england") {
		return 0
	}
	return 1
}

// scopeOf names whose figure a benchmark is, in short: what else is said of it stands
// below, with its source.
func scopeOf(p *panel.IndicatorPage, b model.Benchmark) string {
	scope, _, _ := strings.Cut(p.Cleaned(b.Scope), ",")
	return scope
}

// benchmarkTitle heads a column that names the marks beside it; "" where there are none.
func benchmarkTitle(d panel.Data, there bool) string {
	if !there {
		return ""
	}
	return d.Theme.Glyphs.Benchmark + " benchmark"
}
