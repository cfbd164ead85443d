package office

import (
	"math"
	"slices"
	"testing"

	"wres/model/report"
)

func values(u report.Unit, texts ...string) []report.Value {
	var all []report.Value
	for _, text := range texts {
		all = append(all, report.Value{Cell: report.Printed(text, u)})
	}
	return all
}

// What is not drawn at a label is said beside it.
func TestLabels(t *testing.T) {
	c := report.Chart{Kind: report.Columns, Unit: report.Percentage, Labels: []string{"2021", "2022", "2023", "2024"}, Series: []report.Series{
		{Name: "Board", Values: values(report.Percentage, "[c]", "[c]", "10.0%", "[x]")},
		{Name: "Workforce", Values: values(report.Percentage, "17.7%", "[c]", "20.4%", "[c]")},
	}}
	want := []string{"2021 (Board [c])", "2022 [c]", "2023", "2024 (Board [x], Workforce [c])"}
	got := chart(c)
	if !slices.Equal(got.Labels.Texts, want) {
		t.Errorf("%q, want %q", got.Labels.Texts, want)
	}
	if v := got.Series[0].Values; !math.IsNaN(v[0]) || !math.IsNaN(v[3]) || v[2] != 0.1 {
		t.Errorf("draws %v", v)
	}
	if got.Format != "0.0%" || got.Axis.Format != "0%" || got.Axis.Max != 0.25 || got.Axis.Step != 0.05 {
		t.Errorf("format %s, axis %+v", got.Format, got.Axis)
	}
}

// The axis of ratios ends at powers, and holds what there is.
func TestRatioAxis(t *testing.T) {
	for _, c := range []struct {
		values    []float64
		base, end float64
	}{
		{nil, 2, 2}, {[]float64{1.6}, 2, 2}, {[]float64{2}, 2, 2}, {[]float64{2.45, 3.28}, 2, 4}, {[]float64{0.2}, 2, 8}, {[]float64{50}, 2, 64}, {[]float64{80}, 10, 100}, {[]float64{0.001}, 10, 1000},
	} {
		a := ratioAxis(c.values)
		if a.Base != c.base || math.Abs(a.Max-c.end) > 1e-9 || math.Abs(a.Min*a.Max-1) > 1e-9 {
			t.Errorf("%v: %+v, want to %v in powers of %v", c.values, a, c.end, c.base)
		}
	}
}

// A difference has nought in the middle of its axis; an interval without an end runs to
// that of the axis.
func TestAxes(t *testing.T) {
	c := report.Chart{Kind: report.Columns, Unit: report.PercentagePoints, Labels: []string{"a", "b"}, Series: []report.Series{{Values: values(report.PercentagePoints, "−11.3", "3.2")}}}
	if a := axis(c); a.Min != -15 || a.Max != 15 || a.Step != 5 || a.Format != `0;"−"0` {
		t.Errorf("%+v", a)
	}
	v := values(report.Ratio, "2.45")[0]
	v.Lower = report.Printed("1.85", report.Ratio)
	c = report.Chart{Kind: report.Ratios, Unit: report.Ratio, Labels: []string{"2024"}, Series: []report.Series{{Values: []report.Value{v}}}}
	if got := chart(c).Series[0]; got.Low[0] != 1.85 || got.High[0] != 4 {
		t.Errorf("from %v to %v", got.Low, got.High)
	}
}
