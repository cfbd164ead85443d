package chart_test

import (
	"math"
	"slices"
	"strings"

	"wres/tui/chart"
	"wres/tui/theme"
)

// drawn is a chart as a whole; every chart gives its lines.
func drawn(c any, t theme.Theme, width int) string {
	var head, foot []string
	var rows [][]string
	switch c := c.(type) {
	case interface {
		Lines(theme.Theme, int) ([]string, [][]string, []string)
	}:
		head, rows, foot = c.Lines(t, width)
	case interface {
		Lines(theme.Theme, int) ([]string, [][]string)
	}:
		head, rows = c.Lines(t, width)
	}
	return strings.Join(slices.Concat(head, slices.Concat(rows...), foot), "\n")
}

func at(v float64) *float64 { return &v }

func share(value float64, text, detail string, lower, upper float64) []chart.Value {
	return []chart.Value{{
		Value: value, Defined: true, Text: text, Detail: detail, Lower: at(lower), Upper: at(upper),
	}}
}

// samples are charts as panels fill them; the figures of bands are invented.
func samples() map[string]any {
	return map[string]any{
		"bars": sampleBars(), "years": sampleYears(), "stacked": sampleStacked(), "ratios": sampleRatios(),
		"dumbbell": sampleDumbbell(), "differences": sampleDifferences(), "seats": sampleSeats(11), "many seats": sampleSeats(40), "dots": sampleDots(), "heat": sampleHeat(), "table": sampleTable(),
	}
}

func sampleBars() chart.Bars {
	row := func(label string, value float64, text, detail string, lower, upper float64, before ...string) chart.BarRow {
		values := share(value, text, detail, lower, upper)
		values[0].More = before
		return chart.BarRow{Label: label, Values: values}
	}
	few := chart.BarRow{Label: "9", Values: []chart.Value{{Reason: "fewer than 10", Detail: "1/8", More: []string{"10.0", "n/a"}}}}
	return chart.Bars{
		Unit:      "%",
		Columns:   []chart.BarColumn{{Title: "2024"}, {Title: "of", Muted: true}, {Title: "2023", Muted: true, Drop: 1}, {Title: "2022", Muted: true, Drop: 2}},
		Reference: chart.Mark{Value: at(20.4), Label: "all staff 20.4%"},
		Benchmark: chart.Mark{Value: at(24), Label: "region 24.0%"},
		Interval:  "95% CI",
		Brackets:  []chart.Bracket{{From: 3, To: 6, Pieces: []string{"0.7%", "of 542", "clearly", "lower"}, Strong: true}},
		Cursor:    true, Selected: 1,
		Rows: []chart.BarRow{
			row("2", 18.9, "18.9%", "21/111", 12.8, 27.2, "18.6", "17.6"),
			row("3", 21.3, "21.3%", "48/225", 16.4, 27.1, "20.3", "18.5"),
			row("8a", 12.1, "12.1%", "33/273", 8.7, 16.5, "17.4", "15.7"),
			row("8c", 9.1, "9.1%", "2/22", 2.5, 27.8, "7.1", "7.4"),
			row("8d", 0, "0.0%", "0/12", 0, 24.2, "8.8", "9.1"),
			few,
			{Label: "VSM", Values: []chart.Value{{Value: 0.2, Defined: true, Text: "0.2%", Detail: "1/500"}}},
			{Label: "other", Reason: "withheld: fewer than five people"},
		},
	}
}

func sampleYears() chart.Bars {
	value := func(series int, v float64, text, detail string) chart.Value {
		return chart.Value{Value: v, Defined: true, Text: text, Detail: detail, Series: series}
	}
	return chart.Bars{
		Series:    []string{"2024", "2023"},
		Reference: chart.Mark{Value: at(20.4), Label: "whole workforce 20.4%"},
		Rows: []chart.BarRow{
			{Label: "Band 2", Values: []chart.Value{
				value(0, 18.9, "18.9%", "21 of 111"), value(1, 16.2, "16.2%", "18 of 111"),
			}},
			{Label: "Band 3", Values: []chart.Value{
				value(0, 21.3, "21.3%", "48 of 225"), {Series: 1, Reason: "not supplied for 2023"},
			}},
		},
	}
}

func sampleStacked() chart.Stacked {
	return chart.Stacked{
		Groups: []string{"ethnically diverse", "White", "unknown"},
		Rows: []chart.StackRow{
			{Label: "Band 2", Parts: []float64{21, 89, 1}, Texts: []string{"18.9%", "80.2%", "0.9%"}},
			{Label: "Band 3", Parts: []float64{48, 170, 7}, Texts: []string{"21.3%", "75.6%", "3.1%"}},
			{Label: "Band 9", Reason: "no staff in this band"},
		},
	}
}

func sampleRatios() chart.LogAxis {
	ratio := func(year string, v float64, text, detail string, lower, upper float64) chart.RatioRow {
		return chart.RatioRow{
			Label: year, Value: v, Defined: true, Texts: []string{text, detail}, Lower: at(lower), Upper: at(upper),
		}
	}
	open := ratio("2025", 1.1, "1.10", "above 0.40", 0.4, math.Inf(1))
	marked := ratio("2024", 2.45, "2.45", "1.85 to 3.28", 1.85, 3.28)
	marked.Benchmarks, marked.Texts = []float64{1.46}, append(marked.Texts, "region 1.46")
	return chart.LogAxis{
		Sides:    []chart.Sides{{Left: "ethnically diverse more likely", Right: "White more likely"}, {Left: "ED more likely", Right: "White more likely"}},
		Columns:  []chart.BarColumn{{Title: "ratio"}, {Title: "95% interval", Muted: true, Drop: 2}, {Title: "beside", Muted: true, Drop: 1}},
		Interval: "95% interval", Explained: 1,
		Rows: []chart.RatioRow{
			ratio("2022", 1.60, "1.60", "1.20 to 2.13", 1.2, 2.13),
			ratio("2023", 1.89, "1.89", "1.41 to 2.53", 1.41, 2.53),
			marked, open,
			{Label: "2026", Reason: "withheld: fewer than five cases"},
		},
	}
}

func sampleDumbbell() chart.Dumbbell {
	point := func(v float64, text string) chart.Point { return chart.Point{Value: v, Defined: true, Text: text} }
	return chart.Dumbbell{
		First: "White", Second: "ethnically diverse", Unit: "%", Benchmark: "staff survey",
		Rows: []chart.PairRow{
			{Label: "2022", Reason: "not collected"},
			{
				Label: "2023", First: point(10.2, "White 10.2%"), Second: point(4, "ED 4.0%"),
				Gap: "gap −6.2", Benchmarks: []float64{8},
			},
			{Label: "2024", First: point(6.5, "White 6.5%"), Second: point(5.6, "ED 5.6%"), Gap: "gap −0.9"},
			{Label: "2025", First: point(6.5, "White 6.5%"), Second: point(6.5, "ED 6.5%"), Gap: "no gap"},
			{Label: "2026", First: point(7, "White 7.0%"), Second: chart.Point{Text: "ED withheld"}},
		},
	}
}

func sampleDifferences() chart.Differences {
	return chart.Differences{
		Sides: []chart.Sides{{Left: "fewer on the board", Right: "more on the board"}}, Interval: "95% interval", Explained: 9,
		Columns: []chart.BarColumn{{Title: "points"}, {Muted: true, Drop: 1}},
		Rows: []chart.DifferenceRow{
			{Label: "2022", Value: -17.7, Defined: true, Texts: []string{"−17.7", "0 of 11"}},
			{
				Label: "2023", Value: -12.6, Defined: true, Texts: []string{"−12.6", "1 of 11"},
				Lower: at(-19), Upper: at(2),
			},
			{Label: "2024", Value: 3, Defined: true, Texts: []string{"+3.0", "3 of 11"}},
			{Label: "2025", Reason: "board not recorded"},
		},
	}
}

// sampleSeats has a board of so many seats last.
func sampleSeats(most int) chart.Seats {
	last := chart.SeatRow{Label: "2024", Counts: []int{1, 10, 0}, Level: at(0.204), Texts: []string{"1 of 11", "9.1%"}}
	if most > 11 {
		last.Counts, last.Texts[0] = []int{2, 36, 2}, "2 of 40"
	}
	last.Other = at(0.165)
	return chart.Seats{
		Groups: []string{"ethnically diverse", "White", "unknown"}, Level: "the workforce's share", Other: "region",
		Columns: []chart.BarColumn{{}, {Title: "share", Muted: true, Drop: 1}}, Cursor: true, Selected: 2,
		Rows: []chart.SeatRow{
			{Label: "2022", Counts: []int{0, 7, 1}, Level: at(0.177), Texts: []string{"0 of 8", "0.0%"}},
			{Label: "2023", Reason: "withheld: a seat is empty"}, last,
		},
	}
}

func sampleDots() chart.Dots {
	row := func(label string, oldest, before, now float64, texts ...string) chart.DotRow {
		return chart.DotRow{Label: label, Dots: []chart.Dot{{Value: now}, {Value: oldest, Kind: 2}, {Value: before, Kind: 1}}, Texts: texts}
	}
	return chart.Dots{
		Unit: "%", Names: []string{"2024", "2023", "2022 and before"},
		Reference: chart.Mark{Value: at(20.4), Label: "all staff 2024 20.4%"},
		Columns:   []chart.BarColumn{{Title: "2022", Muted: true, Drop: 2}, {Title: "2023", Muted: true, Drop: 1}, {Title: "2024"}, {Title: "since 2023"}},
		Cursor:    true, Selected: 1,
		Rows: []chart.DotRow{
			row("2", 17.6, 18.6, 18.9, "17.6", "18.6", "18.9", "0.3"),
			row("4", 20.1, 21.7, 22.9, "20.1", "21.7", "22.9", "1.2"),
			row("8d", 9.1, 8.8, 10, "9.1", "8.8", "10.0", "1.2"),
			{Label: "9", Texts: []string{"<10", "<10", "<10", "–"}},
			row("VSM", 0, 0, 6.7, "0.0", "0.0", "6.7", "6.7"),
		},
	}
}

func sampleHeat() chart.Heat {
	row := func(label string, cells ...chart.HeatCell) chart.HeatRow {
		return chart.HeatRow{Label: label, Cells: cells}
	}
	return chart.Heat{
		Columns: []chart.BarColumn{{Title: "2022", Muted: true, Drop: 2}, {Title: "2023", Muted: true, Drop: 1}, {Title: "2024"}},
		Levels:  []string{"under 0.8 of all", "near all", "over 1.25 of all"}, Down: "clearly lower", Up: "clearly higher",
		Cursor: true, Selected: 1,
		Rows: []chart.HeatRow{
			row("2", chart.HeatCell{Text: "27.6", Level: 3, Mark: 1}, chart.HeatCell{Text: "18.6", Level: 2}, chart.HeatCell{Text: "18.9", Level: 2}),
			row("8c", chart.HeatCell{Text: "7.4", Level: 1}, chart.HeatCell{Text: "7.1", Level: 1, Mark: -1}, chart.HeatCell{Text: "9.1", Level: 1}),
			row("of which senior medical manager", chart.HeatCell{Text: "–"}, chart.HeatCell{Text: "<10"}),
		},
	}
}

func sampleTable() chart.Table {
	return chart.Table{
		Rule: true, Cursor: true, Selected: 1,
		Columns: []chart.Column{
			{Title: "Indicator", Flex: true},
			{Title: "2023", Align: chart.Right, Drop: 3},
			{Title: "2024", Align: chart.Right},
			{Title: "change", Align: chart.Right, Drop: 2},
			{Title: "in words", Flex: true, Wrap: true, Drop: 1},
		},
		Rows: [][]string{
			{"1 Ethnically diverse staff", "19.2%", "20.4%", "+1.2 points", "rising"},
			{"2 Appointed from shortlist, White ÷ ED", "1.89", "2.45", "× 1.30", "White more likely; rise not clear"},
			{"3 Formal disciplinary", "–", "withheld", "", "fewer than five cases"},
			{"4 Training"},
		},
	}
}

// nasty are charts of what no panel should hand over, and one day will.
func nasty() map[string]any {
	nan, inf := math.NaN(), math.Inf(1)
	label := "Ambulance \x1b[31mred\nservice 救急車 with a label much longer than any screen is wide, really"
	value := chart.Value{
		Value: 1e300, Defined: true, Text: "1,000,000.0%", Detail: "救急 of ★", Lower: &nan, Upper: &inf, Series: -7,
	}
	note := "a note that goes on and on, well past the edge of the screen"
	return map[string]any{
		"nasty bars": chart.Bars{
			Max: nan, Reference: chart.Mark{Value: &inf, Label: label}, Cursor: true, Selected: 99,
			Series: []string{"a", "", label, "d"},
			Rows: []chart.BarRow{
				{}, {Label: label, Values: []chart.Value{value, {Value: nan, Defined: true, Reason: label}, {Value: -5, Defined: true, Text: "−5"}}},
				{Label: "x", Values: []chart.Value{value}},
			},
		},
		"nasty stacked": chart.Stacked{Groups: []string{"a", "b", "c", "d", label}, Cursor: true, Rows: []chart.StackRow{
			{}, {Label: label, Parts: []float64{1, 1e308, 1e308}}, {Label: "y", Parts: []float64{1, nan}, Texts: []string{"救急車", ""}},
			{Label: "z", Parts: []float64{1e-300, 1, 1, 1, 1e9}, Texts: []string{"1", "2", "3", "4", "5", "6"}},
			{Label: "minus", Parts: []float64{-1, 2}},
		}},
		"nasty ratios": chart.LogAxis{Sides: []chart.Sides{{Left: label}}, Interval: label, Explained: -1, Columns: []chart.BarColumn{{Title: label}, {Drop: 1}}, Rows: []chart.RatioRow{
			{}, {Label: label, Value: 0, Defined: true, Texts: []string{"0"}, Lower: at(0), Upper: at(-3)},
			{Label: "救", Value: 1e308, Defined: true, Lower: &nan}, {Value: inf, Defined: true},
			{Label: "tiny", Value: 5e-324, Defined: true, Texts: []string{"0.0", label, label}, Upper: at(1e-310), Benchmarks: []float64{-1, math.Inf(-1)}},
		}},
		"nasty dumbbell": chart.Dumbbell{First: label, Unit: label, Rows: []chart.PairRow{
			{}, {Label: label, First: chart.Point{Value: -9, Defined: true, Text: label}, Benchmarks: []float64{nan, inf, -1}},
			{First: chart.Point{Value: nan, Defined: true}, Second: chart.Point{Value: 1e300, Defined: true}},
		}},
		"nasty differences": chart.Differences{Sides: []chart.Sides{{Right: label}}, Unit: "%", Rows: []chart.DifferenceRow{
			{}, {Label: label, Value: -math.MaxFloat64, Defined: true, Texts: []string{"−∞"}, Lower: &nan, Upper: at(3)},
			{Value: math.MaxFloat64, Defined: true}, {Value: inf, Defined: true, Reason: label},
		}},
		"nasty seats": chart.Seats{Level: label, Groups: []string{label, "b", "c", "d"}, Cursor: true, Selected: 3, Columns: []chart.BarColumn{{Title: label}}, Rows: []chart.SeatRow{
			{}, {Label: label, Counts: []int{-3, 2, 9, 9, 1}, Level: &nan, Other: &inf, Texts: []string{label, "b"}}, {Counts: []int{0, 0}, Level: at(-3), Reason: label},
		}},
		"nasty table": chart.Table{
			Cursor: true, Selected: 1, Rule: true, First: -3, Count: 99,
			Columns: []chart.Column{{Title: label}, {Title: "n", Align: chart.Right, Flex: true, Min: 1}, {Flex: true, Wrap: true, Drop: 1}},
			Rows:    [][]string{{}, {label, "1", label}, {"a", "b", "c", "beyond"}, {"", "救急車救急車救急車", note}},
		},
		"nasty dots": chart.Dots{Unit: label, Names: []string{"a", label, "c", "d"}, Reference: chart.Mark{Value: &nan, Label: label}, Space: 1, Cursor: true, Selected: -1, Rows: []chart.DotRow{
			{}, {Label: label, Dots: []chart.Dot{{Value: nan}, {Value: 1e300, Kind: 9}, {Value: -4, Kind: -1}}, Texts: []string{label, "b", "c"}},
		}, Columns: []chart.BarColumn{{Title: label, Drop: 1}, {Title: "n"}}},
		"nasty heat": chart.Heat{Columns: []chart.BarColumn{{Title: label}, {Title: "救", Drop: 1}}, Levels: []string{"a", label, "c", "d"}, Cursor: true, Selected: 7, Rows: []chart.HeatRow{
			{}, {Label: label, Cells: []chart.HeatCell{{Text: label, Level: 9, Mark: 9}, {Text: "1", Level: -1}, {Text: "beyond", Level: 2}}},
		}},
		"empty heat": chart.Heat{}, "empty dots": chart.Dots{}, "empty bars": chart.Bars{}, "empty stacked": chart.Stacked{}, "empty ratios": chart.LogAxis{},
		"empty seats": chart.Seats{}, "empty dumbbell": chart.Dumbbell{}, "empty differences": chart.Differences{}, "empty table": chart.Table{},
	}
}
