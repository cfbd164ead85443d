package chart_test

import (
	"fmt"
	"testing"

	"wres/tui/theme"
)

// A frame of 200x60 holds about one such chart and one such table, and is drawn
// on each key press.
func BenchmarkBars(b *testing.B) {
	bars := sampleBars()
	for len(bars.Rows) < 14 {
		bars.Rows = append(bars.Rows, bars.Rows[:min(7, 14-len(bars.Rows))]...)
	}
	t := themed(theme.Full)
	b.ReportAllocs()
	for b.Loop() {
		drawn(bars, t, 120)
	}
}

func BenchmarkTable(b *testing.B) {
	table := sampleTable()
	table.Rows = nil
	for i := range 60 {
		table.Rows = append(table.Rows, []string{
			fmt.Sprintf("%d Appointed from shortlist, White ÷ ED", i), "1.89", "2.45", "× 1.30",
			"White more likely; rise not clear",
		})
	}
	t := themed(theme.Full)
	b.ReportAllocs()
	for b.Loop() {
		drawn(table, t, 200)
	}
}

func BenchmarkRatios(b *testing.B) {
	r := sampleRatios()
	t := themed(theme.Full)
	b.ReportAllocs()
	for b.Loop() {
		drawn(r, t, 120)
	}
}
