package chart_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/tui/chart"
	"wres/tui/theme"
)

// plot returns the drawing of a chart's first row: what stands between a label
// of one letter and a text of one letter.
func plot(t *testing.T, r any, c theme.Charset, cells int) string {
	t.Helper()
	for line := range strings.SplitSeq(draw(r, c, cells+4), "\n") {
		inside, ok := strings.CutPrefix(line, "a ")
		inside, found := strings.CutSuffix(inside, " x")
		if ok && found {
			return inside
		}
	}
	t.Fatalf("no row: %q", draw(r, c, cells+4))
	return ""
}

func TestRatioRows(t *testing.T) {
	row := func(v float64, lower, upper *float64) chart.RatioRow {
		return chart.RatioRow{Label: "a", Texts: []string{"x"}, Value: v, Defined: true, Lower: lower, Upper: upper}
	}
	for _, c := range []struct {
		name        string
		row         chart.RatioRow
		full, ascii string
	}{
		{"no interval", row(2, nil, nil), "             ·  │  ·    ●        ", "             .  |  .    *        "},
		{"interval", row(2, at(1.5), at(3)), "             ·  │  · ├──●────┤   ", "             .  |  . [--*----]   "},
		{"touches 1.00", row(2, at(1), at(4)), "             ·  ├───────●───────┤", "             .  [-------*-------]"},
		{"open above", row(2, at(1.5), nil), "             ·  │  · ├──●───────▸", "             .  |  . [--*------->"},
		{"open below", row(2, nil, at(3)), "◂───────────────│───────●────┤   ", "<---------------|-------*----]   "},
		{"estimate below", row(0, nil, nil), "◂            ·  │  ·             ", "<            .  |  .             "},
		{"ends beside the dot", row(2, at(1.99), at(2.01)), "             ·  │  ·    ●        ", "             .  |  .    *        "},
	} {
		t.Run(c.name, func(t *testing.T) {
			axis := chart.LogAxis{Columns: make([]chart.BarColumn, 1), Rows: []chart.RatioRow{c.row, {Label: "b", Texts: []string{"y"}, Value: 4, Defined: true}}}
			for set, want := range map[theme.Charset]string{theme.Full: c.full, theme.ASCII: c.ascii} {
				if diff := cmp.Diff(want, plot(t, axis, set, len([]rune(c.full)))); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestDifferenceRows(t *testing.T) {
	row := func(v float64, lower, upper *float64) chart.DifferenceRow {
		return chart.DifferenceRow{Label: "a", Texts: []string{"x"}, Value: v, Defined: true, Lower: lower, Upper: upper}
	}
	for _, c := range []struct {
		name        string
		row         chart.DifferenceRow
		full, ascii string
	}{
		{"below", row(-5, nil, nil), "     ●━━━━│          ", "     *====|          "},
		{"above", row(5, nil, nil), "          │━━━━●     ", "          |====*     "},
		{"zero", row(0, nil, nil), "          ●          ", "          *          "},
		{"interval", row(-5, at(-8), at(2)), "  ├──●━━━━│─┤        ", "  [--*====|-]        "},
		{"end inside the stem", row(-5, at(-8), at(-2)), "  ├──●━━┤━│          ", "  [--*==]=|          "},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := chart.Differences{Columns: make([]chart.BarColumn, 1), Rows: []chart.DifferenceRow{c.row, {Label: "b", Texts: []string{"y"}, Value: 10, Defined: true}}}
			for set, want := range map[theme.Charset]string{theme.Full: c.full, theme.ASCII: c.ascii} {
				if diff := cmp.Diff(want, plot(t, d, set, 21)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestDumbbellRows(t *testing.T) {
	p := func(v float64) chart.Point { return chart.Point{Value: v, Defined: true} }
	for _, c := range []struct {
		name               string
		first, second      chart.Point
		benchmarks         []float64
		full, basic, ascii string
	}{
		{"first higher", p(15), p(5), nil, "     ○─────────●     ", "     ○─────────●     ", "     o---------*     "},
		{"second higher", p(5), p(15), nil, "     ●─────────○     ", "     ●─────────○     ", "     *---------o     "},
		{"one cell", p(5), p(5.2), nil, "     ◉               ", "     ◙               ", "     @               "},
		{"one defined", p(5), chart.Point{}, nil, "     ●               ", "     ●               ", "     *               "},
		{"benchmarks", p(15), p(5), []float64{10, 18, 15}, "     ○────┊────●  ┊  ", "     ○────║────●  ║  ", "     o----:----*  :  "},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.first.Text = "x"
			d := chart.Dumbbell{Rows: []chart.PairRow{
				{Label: "a", First: c.first, Second: c.second, Benchmarks: c.benchmarks},
				{Label: "b", First: chart.Point{Value: 20, Defined: true, Text: "y"}},
			}}
			for set, want := range map[theme.Charset]string{theme.Full: c.full, theme.Basic: c.basic, theme.ASCII: c.ascii} {
				if diff := cmp.Diff(want, plot(t, d, set, 21)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

// A line stands where the seats end that a share of them is, and hides none of them.
func TestSeats(t *testing.T) {
	for _, c := range []struct {
		name         string
		counts       []int
		level, other *float64
		cells        int
		full, ascii  string
	}{
		{"one of six", []int{1, 5, 0}, at(0.25), nil, 13, " ●│○ ○ ○ ○ ○ ", " *|o o o o o "},
		{"exactly the share", []int{1, 3, 0}, at(0.25), nil, 9, " ●│○ ○ ○ ", " *|o o o "},
		{"less than a seat", []int{0, 4, 1}, at(0.1), at(0.5), 11, "│○ ○┊○ ○ · ", "|o o:o o . "},
		{"of nobody", []int{4, 0, 0}, at(0), at(1), 9, "│● ● ● ●┊", "|* * * *:"},
		{"too many to count", []int{10, 25, 0}, at(0.5), nil, 10, "███▒▒│▒▒▒▒", "###==|===="},
		{"no room for marks", []int{2, 18, 0}, nil, nil, 10, "█▒▒▒▒▒▒▒▒▒", "#========="},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := chart.Seats{Columns: make([]chart.BarColumn, 1), Rows: []chart.SeatRow{{Label: "a", Counts: c.counts, Level: c.level, Other: c.other, Texts: []string{"x"}}}}
			for set, want := range map[theme.Charset]string{theme.Full: c.full, theme.ASCII: c.ascii} {
				if diff := cmp.Diff(want, plot(t, b, set, c.cells)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}

func TestStackedAlwaysFillsTheBar(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts []float64
		want  string
	}{
		{"thirds", []float64{1, 1, 1}, "███████▒▒▒▒▒▒▒░░░░░░"},
		{"counts", []float64{21, 89, 1}, "████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░"},
		{"a trace of each", []float64{0.001, 99.998, 0.001}, "█▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒░"},
		{"none of one", []float64{0, 5, 5}, "▒▒▒▒▒▒▒▒▒▒░░░░░░░░░░"},
		{"all of one", []float64{7, 0, 0}, "████████████████████"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := chart.Stacked{Rows: []chart.StackRow{{Label: "a", Parts: c.parts, Texts: []string{"x"}}}}
			if diff := cmp.Diff(c.want, plot(t, s, theme.Full, 20)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A mark of one bar stands on it and on no other.
func TestBenchmarkOfOneBar(t *testing.T) {
	b := chart.Bars{Max: 100, Rows: []chart.BarRow{
		{Label: "a", Values: []chart.Value{{Value: 50, Defined: true, Text: "x", Benchmark: at(70)}}},
		{Label: "b", Values: []chart.Value{{Value: 50, Defined: true, Text: "x"}}},
	}}
	if got, want := draw(b, theme.Full, 14), "a █████  ┊   x\nb █████      x"; got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestBarIntervals(t *testing.T) {
	for _, c := range []struct {
		name                string
		value, lower, upper float64
		full, ascii         string
	}{
		{"both ends", 50, 25, 75, "▆▆▆▆▆▄▄▄▄▄▂▂▂▂▂     ", "#####=====-----     "},
		{"lower limit beside the figure", 50, 48, 75, "▆▆▆▆▆▆▆▆▆▆▂▂▂▂▂     ", "##########-----     "},
		{"upper limit beside the figure", 52, 25, 53, "▆▆▆▆▆▄▄▄▄▄▂         ", "#####=====-         "},
		{"upper limit in the figure's cell", 54, 25, 54.5, "▆▆▆▆▆▄▄▄▄▄▄▂        ", "#####======-        "},
		{"a trace", 0.01, 0.001, 0.02, "▄▂                  ", "=-                  "},
		{"of nothing", 0, 0, 50, "▂▂▂▂▂▂▂▂▂▂          ", "----------          "},
		{"beyond the scale", 50, 25, 130, "▆▆▆▆▆▄▄▄▄▄▂▂▂▂▂▂▂▂▂▸", "#####=====--------->"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := chart.Bars{Max: 100, Rows: []chart.BarRow{
				{Label: "a", Values: share(c.value, "x", "", c.lower, c.upper)},
			}}
			for set, want := range map[theme.Charset]string{theme.Full: c.full, theme.ASCII: c.ascii} {
				if diff := cmp.Diff(want, plot(t, b, set, 20)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
}
