package chart_test

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/exp/golden"
	"github.com/google/go-cmp/cmp"

	"wres/tui/chart"
	"wres/tui/theme"
)

var charsets = []theme.Charset{theme.Full, theme.Basic, theme.ASCII}

func themed(c theme.Charset) theme.Theme { return theme.New("", true, c, colorprofile.TrueColor) }

// draw renders without styles: what remains when a terminal has none.
func draw(r any, c theme.Charset, width int) string {
	return ansi.Strip(drawn(r, themed(c), width))
}

// Each golden file holds one chart in all character sets, wide and narrow.
func TestCharts(t *testing.T) {
	for name, sample := range samples() {
		t.Run(name, func(t *testing.T) {
			var out strings.Builder
			for _, c := range charsets {
				for _, width := range []int{78, 40, 24} {
					fmt.Fprintf(&out, "-- %v, %d --\n%s\n", c, width, draw(sample, c, width))
				}
			}
			golden.RequireEqual(t, out.String())
		})
	}
}

// One golden with its styles, so that a lost or doubled one is seen.
func TestStyledBars(t *testing.T) {
	golden.RequireEqual(t, drawn(sampleBars(), themed(theme.Full), 60))
}

func TestEveryWidthHolds(t *testing.T) {
	charts := samples()
	maps.Copy(charts, nasty())
	for name, r := range charts {
		for _, c := range charsets {
			for width := -1; width <= 220; width++ {
				out := drawn(r, themed(c), width)
				plain := ansi.Strip(out)
				for line := range strings.SplitSeq(plain, "\n") {
					if got := ansi.StringWidth(line); got > max(width, 0) {
						t.Fatalf("%s, %v, width %d: a line of %d cells: %q", name, c, width, got, line)
					}
				}
				if c == theme.ASCII {
					if i := strings.IndexFunc(plain, func(r rune) bool { return r > 0x7E }); i >= 0 {
						t.Fatalf("%s, width %d: not ASCII: %q", name, width, plain[i:])
					}
				}
				if strings.ContainsAny(plain, "\x1b\r\t") || strings.Contains(out, "\x1b[31mred") {
					t.Fatalf("%s, width %d: a control character of the data came through", name, width)
				}
			}
			if out := drawn(r, themed(c), 400); out == "" && !strings.HasPrefix(name, "empty") {
				t.Errorf("%s: nothing at width 400", name)
			}
		}
	}
}

// Only a panel's own box pads; trailing spaces would double it. The selected row
// of a table, and one with a surface, are the exception.
func TestLinesAreNotPadded(t *testing.T) {
	for name, r := range samples() {
		for width := 20; width <= 120; width += 7 {
			for line := range strings.SplitSeq(ansi.Strip(drawn(r, theme.New("", true, theme.Full, colorprofile.ANSI), width)), "\n") {
				if name != "table" && line != strings.TrimRight(line, " ") {
					t.Errorf("%s, width %d: %q", name, width, line)
				}
			}
		}
	}
}

// kept are the words of the samples that no width may lose.
var kept = map[string][]string{
	"bars":        {"18.9%", "21.3%", "12.1%", "9.1%", "0.0%", "0.2%", "VSM", "8a", "fewer than 10", "withheld: fewer than five people", "20.4%", "24.0%"},
	"years":       {"Band 2", "18.9%", "16.2%", "Band 3", "21.3%", "not supplied for 2023"},
	"stacked":     {"Band 2", "18.9%", "80.2%", "0.9%", "Band 3", "21.3%", "75.6%", "3.1%", "no staff in this band"},
	"ratios":      {"2022", "1.60", "1.89", "2.45", "1.10", "withheld: fewer than five cases", "White more likely"},
	"dumbbell":    {"White 10.2%", "ED 4.0%", "White 6.5%", "ED 5.6%", "ED withheld", "not collected"},
	"differences": {"−17.7", "−12.6", "+3.0", "board not recorded", "fewer on the board"},
	"seats":       {"0 of 8", "1 of 11", "withheld: a seat", "2023"},
	"many seats":  {"0 of 8", "2 of 40", "withheld: a seat"},
	"table":       {"2.45", "20.4%", "withheld"},
}

func TestNoValueLabelOrReasonIsCut(t *testing.T) {
	squeeze := strings.NewReplacer(" ", "", "\n", "")
	charts := samples()
	for name, words := range kept {
		for _, c := range charsets {
			// Above 110 every sample has all it asks for; each width up to there.
			for width := 4; width <= 110; width++ {
				out := draw(charts[name], c, width)
				for _, word := range words {
					word = c.Text(word)
					short := !strings.Contains(word, " ")
					if short && width >= 40 && !strings.Contains(out, word) {
						t.Fatalf("%s, %v, width %d: %q is cut or missing in\n%s", name, c, width, word, out)
					}
					// Narrower, a text may go over several lines, but all of it.
					if !strings.Contains(squeeze.Replace(out), squeeze.Replace(word)) {
						t.Fatalf("%s, %v, width %d: %q is missing in\n%s", name, c, width, word, out)
					}
				}
			}
		}
	}
}

func TestUndefinedDrawsNothing(t *testing.T) {
	reason := "why"
	charts := map[string]any{
		"bars":        chart.Bars{Rows: []chart.BarRow{{Label: "a", Reason: reason, Values: []chart.Value{{Value: 12, Text: "12%"}}}, {Label: "b", Reason: reason}}},
		"stacked":     chart.Stacked{Rows: []chart.StackRow{{Label: "a", Reason: reason, Parts: []float64{0, 0}, Texts: []string{"12%"}}}},
		"ratios":      chart.LogAxis{Sides: []chart.Sides{{Left: "l", Right: "r"}}, Rows: []chart.RatioRow{{Label: "a", Value: 12, Texts: []string{"12%"}, Reason: reason, Lower: at(1), Upper: at(2)}}},
		"dumbbell":    chart.Dumbbell{Rows: []chart.PairRow{{Label: "a", First: chart.Point{Value: 12, Text: "12%"}, Reason: reason, Benchmarks: []float64{3}}}},
		"seats":       chart.Seats{Level: "l", Rows: []chart.SeatRow{{Label: "a", Counts: []int{0, 0}, Level: at(0.2), Texts: []string{"12%"}, Reason: reason}}},
		"differences": chart.Differences{Rows: []chart.DifferenceRow{{Label: "a", Value: 12, Texts: []string{"12%"}, Reason: reason}}},
	}
	for name, r := range charts {
		for _, c := range charsets {
			for _, line := range strings.Split(draw(r, c, 78), "\n") {
				if line != "a "+reason && line != "b "+reason {
					t.Errorf("%s, %v: %q", name, c, line)
				}
			}
		}
	}
}

func TestAMissingReasonIsStillSaid(t *testing.T) {
	if got := draw(chart.Bars{Rows: []chart.BarRow{{Label: "a"}}}, theme.Full, 78); got != "a no value" {
		t.Errorf("%q", got)
	}
}

func bar(value float64, series int) chart.Bars {
	return chart.Bars{Max: 100, Rows: []chart.BarRow{{
		Values: []chart.Value{{Value: value, Defined: true, Text: "x", Series: series}},
	}}}
}

func TestBarLengths(t *testing.T) {
	for _, c := range []struct {
		value              float64
		series             int
		full, basic, ascii string
	}{
		{0, 0, "           x", "           x", "           x"},
		{0.001, 0, "▏          x", "▌          x", "#          x"},
		{0.001, 1, "▄          x", "▄          x", "=          x"},
		{25, 0, "██▌        x", "██▌        x", "###        x"},
		{28, 0, "██▊        x", "███        x", "###        x"},
		{50, 2, "▓▓▓▓▓      x", "▓▓▓▓▓      x", ".....      x"},
		{100, 0, "██████████ x", "██████████ x", "########## x"},
		{130, 0, "█████████▸ x", "█████████► x", "#########> x"},
	} {
		for set, want := range map[theme.Charset]string{theme.Full: c.full, theme.Basic: c.basic, theme.ASCII: c.ascii} {
			if diff := cmp.Diff(want, draw(bar(c.value, c.series), set, 12)); diff != "" {
				t.Errorf("%v of series %d, %v: %s", c.value, c.series, set, diff)
			}
		}
	}
}

// A reference line in the first cell would hide the only mark of a small value.
func TestReferenceLeavesTheThinnestBar(t *testing.T) {
	b := bar(1, 0)
	b.Reference = chart.Mark{Value: at(2)}
	if got := draw(b, theme.Full, 12); got != "▏          x" {
		t.Errorf("%q", got)
	}
}

func TestReferenceIsOnEveryBar(t *testing.T) {
	for _, c := range charsets {
		b := sampleBars()
		b.Space = 1
		_, rows, _ := b.Lines(themed(c), 78)
		column := -1
		for _, line := range slices.Concat(rows[:7]...) { // the last has no figure
			line = ansi.Strip(line)
			i := slices.Index([]rune(line), []rune(c.Glyphs().Reference)[0])
			if column < 0 {
				column = i
			}
			if i < 0 || i != column {
				t.Errorf("%v: the line is in column %d, not %d: %q", c, i, column, line)
			}
		}
	}
}

// What rows say together stands beside them, a piece a row; earlier years give way first.
func TestBracketKeepsItsWords(t *testing.T) {
	b := sampleBars()
	for width, want := range map[int][]string{
		78: {"7.4  ┐ 0.7%", "│ of 542", "│ clearly", "┘ lower"},
		60: {"2/22  ┐ 0.7%", "│ of 542", "│ clearly", "┘ lower"},
		36: {"2/22  ┐", "│", "│", "┘"},
	} {
		_, rows, _ := b.Lines(themed(theme.Full), width)
		for i, piece := range want {
			if got := ansi.Strip(rows[3+i][0]); !strings.HasSuffix(got, piece) {
				t.Errorf("width %d, row %d: %q does not end in %q", width, 3+i, got, piece)
			}
		}
	}
	b.Brackets[0].To = 4
	_, rows, _ := b.Lines(themed(theme.Full), 100)
	if got := ansi.Strip(rows[4][0]); !strings.HasSuffix(got, "┘ of 542 clearly lower") {
		t.Errorf("two rows do not hold all that is said: %q", got)
	}
}

// Panels scroll by rows: the lines of each are its own.
func TestBarLinesAreThoseOfTheirRows(t *testing.T) {
	for _, width := range []int{20, 40, 78} {
		b := sampleBars()
		b.Space = 2
		_, rows, _ := b.Lines(themed(theme.Full), width)
		for i, row := range b.Rows {
			if got := ansi.Strip(strings.Join(rows[i], "\n")); !strings.Contains(got, row.Label) {
				t.Errorf("width %d: the lines of %q are %q", width, row.Label, got)
			}
		}
	}
}

// The same text in every profile: colour may only be added to it.
func TestColourIsNeverTheOnlyDifference(t *testing.T) {
	for name, r := range samples() {
		want := unpadded(draw(r, theme.Full, 78))
		for _, profile := range []colorprofile.Profile{colorprofile.NoTTY, colorprofile.ASCII, colorprofile.ANSI} {
			var out bytes.Buffer
			writer := colorprofile.Writer{Forward: &out, Profile: profile}
			if _, err := writer.WriteString(drawn(r, theme.New("", false, theme.Full, profile), 78)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, unpadded(ansi.Strip(out.String()))); diff != "" {
				t.Errorf("%s, %v: %s", name, profile, diff)
			}
		}
	}
	for _, name := range []string{"bars", "table"} {
		if !strings.Contains(draw(samples()[name], theme.Full, 78), "\n▸ ") {
			t.Errorf("%s: the selected row has no mark", name)
		}
	}
}

// unpadded leaves out the end of a row that has a surface up to the width.
func unpadded(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

// A surface holds over the whole width, and no style inside it ends it.
func TestSurfaceOfTheRowUnderTheCursor(t *testing.T) {
	styles := themed(theme.Full).Styles
	open, _, _ := strings.Cut(styles.Selected.Render("x"), "x")
	for _, r := range []any{sampleBars(), sampleDots(), sampleSeats(11)} {
		lines := strings.Split(drawn(r, themed(theme.Full), 78), "\n")
		at := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, open) })
		if at < 0 || ansi.StringWidth(lines[at]) != 78 {
			t.Fatalf("no row of 78 cells has the surface:\n%q", lines)
		}
		for i, part := range strings.Split(strings.TrimSuffix(lines[at], "\x1b[m"), "\x1b[m") {
			if i > 0 && !strings.HasPrefix(part, open) {
				t.Errorf("after %d styles the surface ends: %q", i, part)
			}
		}
	}
}

// What the two directions mean is parted under the line that parts them, or stands on
// lines of its own.
func TestDirectionsStandUnderTheirLine(t *testing.T) {
	found := 0
	for _, name := range []string{"ratios", "differences"} {
		for width := 30; width < 140; width++ {
			lines := strings.Split(draw(samples()[name], theme.Full, width), "\n")
			caption := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, "◂ ") && strings.Contains(line, " ▸") })
			if caption < 0 {
				continue
			}
			found++
			at := slices.Index([]rune(lines[caption]), '│')
			under := func(line string) bool { letters := []rune(line); return at < len(letters) && letters[at] == '│' }
			if at < 0 || !slices.ContainsFunc(lines[:caption], under) {
				t.Errorf("%s at %d:\n%s", name, width, strings.Join(lines, "\n"))
			}
		}
	}
	if found < 100 {
		t.Errorf("directions stand beside each other at %d widths", found)
	}
}

func TestInputsStayUnchanged(t *testing.T) {
	for name, want := range samples() {
		r := samples()[name]
		drawn(r, themed(theme.ASCII), 40)
		if diff := cmp.Diff(want, r, cmp.Comparer(func(a, b chart.Column) bool { return a.Title == b.Title })); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}
