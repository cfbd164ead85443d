package office

import (
	"math"
	"slices"
	"strings"

	"wres/loaders/export/ooxml"
	"wres/model/report"
	"wres/model/scale"
	"wres/model/words"
)

// chart gives a chart. What is no number is not drawn: its mark stands beside the label.
func chart(c report.Chart) ooxml.Chart {
	decimals := 0
	for _, s := range c.Series {
		for _, v := range s.Values {
			decimals = max(decimals, v.Decimals)
		}
	}
	a := axis(c)
	all := ooxml.Chart{Title: c.Title, Description: c.Description, Kind: kinds[c.Kind], Format: format(c.Unit, decimals), Axis: a}
	for i := range c.Labels {
		all.Labels.Texts = append(all.Labels.Texts, label(c, i))
	}
	for _, s := range c.Series {
		one := ooxml.Series{Name: s.Name}
		for _, v := range s.Values {
			low, high := interval(v, a)
			one.Values, one.Low, one.High = append(one.Values, drawn(c, v.Cell)), append(one.Low, low), append(one.High, high)
		}
		all.Series = append(all.Series, one)
	}
	if c.Reference != nil {
		if at := drawn(c, c.Reference.Cell); !math.IsNaN(at) {
			all.Against = &ooxml.Against{Name: words.Capital(c.Reference.Name), Text: c.Reference.Text, Value: at}
		}
	}
	return all
}

var kinds = map[report.ChartKind]ooxml.ChartKind{report.Bars: ooxml.Bars, report.Columns: ooxml.Columns, report.Ratios: ooxml.Marks}

// drawn is where a value is drawn; NaN: nowhere. A logarithmic axis has no place for 0.
func drawn(c report.Chart, v report.Cell) float64 {
	if !c.Draws(v) {
		return math.NaN()
	}
	return v.Number
}

// label is a label of the chart, with the marks of what is not drawn at it.
func label(c report.Chart, i int) string {
	var marks []string
	missing := 0
	for _, s := range c.Series {
		if v := s.Values[i]; math.IsNaN(drawn(c, v.Cell)) {
			missing++
			marks = append(marks, s.Name+" "+v.Text)
		}
	}
	same := func(s report.Series) bool { return s.Values[i].Text == c.Series[0].Values[i].Text }
	switch {
	case missing == 0:
		return c.Labels[i]
	case missing == len(c.Series) && !slices.ContainsFunc(c.Series, func(s report.Series) bool { return !same(s) }):
		return c.Labels[i] + " " + c.Series[0].Values[i].Text
	}
	return c.Labels[i] + " (" + strings.Join(marks, ", ") + ")"
}

// interval gives the ends of the interval of a value as the axis shows them: one without
// an end runs to the end of the axis. NaN: it has none.
func interval(v report.Value, a ooxml.Axis) (low, high float64) {
	if !v.IsNumber() || !v.Lower.IsNumber() && !v.Upper.IsNumber() {
		return math.NaN(), math.NaN()
	}
	low, high = a.Min, a.Max
	if v.Lower.IsNumber() {
		low = max(v.Lower.Number, a.Min)
	}
	if v.Upper.IsNumber() {
		high = min(v.Upper.Number, a.Max)
	}
	return low, high
}

// mostTicks is how many numbers an axis has.
const mostTicks = 7

// axis is the axis of the values.
func axis(c report.Chart) ooxml.Axis {
	all := c.Numbers()
	if c.Kind == report.Ratios {
		return ratioAxis(all)
	}
	line := scale.Share(all...)
	if slices.ContainsFunc(all, func(v float64) bool { return v < 0 }) {
		line = scale.Difference(all...)
	}
	a := ooxml.Axis{Min: line.Min, Max: line.Max}
	if ticks := line.Ticks(mostTicks); len(ticks) > 1 {
		a.Step = ticks[1] - ticks[0]
		// Both programs count from the lower end: 0 is a tick if the ends are.
		a.Min, a.Max = -a.Step*math.Ceil(-line.Min/a.Step-1e-9), a.Step*math.Ceil(line.Max/a.Step-1e-9)
	}
	decimals := 0
	unit := a.Step
	if c.Unit == report.Percentage {
		unit *= 100
	}
	for decimals < 3 && math.Abs(unit-math.Round(unit)) > 1e-6 {
		decimals, unit = decimals+1, unit*10
	}
	a.Format = format(c.Unit, decimals)
	if c.Unit == report.PercentagePoints {
		a.Title = "Percentage points"
	}
	return a
}

// farthest is how far an axis goes on which each step doubles the ratio. One that goes
// farther has steps of ten.
const farthest = 64

// ratioNumbers prints 2 and 0.5 and 0.125 as they are, with no nought behind.
const ratioNumbers = "[<0.2]0.000;[<0.99]0.00;0"

// ratioAxis has 1 in its middle, so that a ratio and its inverse stand equally far from it.
// It is that of [scale.Ratio] but for its ends: Excel puts its numbers at powers.
func ratioAxis(values []float64) ooxml.Axis {
	reach := scale.Ratio(values...).Max
	base := 2.0
	if reach > farthest {
		base = 10
	}
	end := math.Pow(base, math.Ceil(math.Log(reach)/math.Log(base)-1e-9))
	return ooxml.Axis{Title: "Ratio, logarithmic scale", Format: ratioNumbers, Min: 1 / end, Max: end, Base: base, Cross: 1}
}
