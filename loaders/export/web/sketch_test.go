package web

import (
	"math"
	"slices"
	"strings"
	"testing"

	"wres/model/report"
)

// What is drawn stands on the axis where its number belongs, and of what is hidden nothing
// is drawn.
func TestSketch(t *testing.T) {
	d := sketch(report.Chart{Kind: report.Bars, Unit: report.Ratio, Labels: []string{"a", "b", "c"},
		Series: []report.Series{{Name: "s", Values: []report.Value{value("2.00", "1.00", "no limit"), value("[c]", "", ""), value("1.00", "", "")}}}})
	if len(d.Bars) != 2 || math.Abs(float64(d.Bars[0].Width-2*d.Bars[1].Width)) > 1e-9 || d.Bars[0].X != d.Bars[1].X {
		t.Errorf("the bars are %v", d.Bars)
	}
	if len(d.Over) != 1 || !strings.Contains(d.Over[0].Path, "L") {
		t.Errorf("the interval without an end is %q", d.Over)
	}
	var marks int
	for _, text := range d.Texts {
		if text.Text == "[c]" && text.X >= d.Bars[0].X && text.Y > d.Bars[0].Y && text.Y < d.Bars[1].Y {
			marks++
		}
	}
	if marks != 1 {
		t.Errorf("%d marks in the place of what is hidden: %v", marks, d.Texts)
	}
	d = sketch(report.Chart{Kind: report.Columns, Unit: report.PercentagePoints, Labels: []string{"a"},
		Series: []report.Series{{Name: "s", Values: []report.Value{value("−5.0", "", "")}}, {Name: "t", Values: []report.Value{value("5.0", "", "")}}}})
	if b := d.Bars; len(b) != 2 || math.Abs(float64(b[0].X+b[0].Width-b[1].X)) > 1e-9 || math.Abs(float64(b[0].Width-b[1].Width)) > 1e-9 || b[0].Class == b[1].Class {
		t.Errorf("below and above nought: %v", b)
	}
	d = sketch(report.Chart{Kind: report.Ratios, Unit: report.Ratio, Labels: []string{"a", "b", "c"},
		Series: []report.Series{{Name: "s", Values: []report.Value{value("0.50", "", ""), value("1.00", "", ""), value("2.00", "", "")}}}})
	if at := d.Dots; len(at) != 3 || math.Abs(float64(at[0].X+at[2].X-2*at[1].X)) > 1e-6 {
		t.Errorf("a ratio and its inverse are not equally far from 1: %v", at)
	}
}

func TestWrapped(t *testing.T) {
	for text, want := range map[string][]string{
		"":                       {""},
		"one":                    {"one"},
		"one two three":          {"one two", "three"},
		"abcdefghijklmnopq":      {"abcdefgh", "ijklmnop", "q"},
		"to abcdefghijklmnopq x": {"to", "abcdefgh", "ijklmnop", "q x"},
	} {
		if got := wrapped(text, 8); !slices.Equal(got, want) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
