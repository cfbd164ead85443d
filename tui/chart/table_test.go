package chart_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"wres/tui/chart"
	"wres/tui/theme"
)

func TestTableDropsColumnsInTheirOrder(t *testing.T) {
	table := chart.Table{
		Columns: []chart.Column{
			{Title: "Band"},
			{Title: "Staff", Align: chart.Right, Drop: 2},
			{Title: "Share", Align: chart.Right},
			{Title: "Note", Drop: 1},
		},
		Rows: [][]string{{"8a", "273", "12.1%", "few"}, {"VSM", "15", "6.7%"}},
	}
	for width, want := range map[int]string{
		40: "Band  Staff  Share  Note\n8a      273  12.1%  few\nVSM      15   6.7%",
		24: "Band  Staff  Share  Note\n8a      273  12.1%  few\nVSM      15   6.7%",
		23: "Band  Share  Note\n8a    12.1%  few\nVSM    6.7%",
		16: "Band  Share\n8a    12.1%\nVSM    6.7%",
		10: "Band: 8a\nShare:\n12.1%\nBand: VSM\nShare:\n6.7%",
	} {
		if diff := cmp.Diff(want, draw(table, theme.Full, width)); diff != "" {
			t.Errorf("width %d: %s", width, diff)
		}
	}
}

func TestTableFlexColumns(t *testing.T) {
	table := chart.Table{
		Columns: []chart.Column{{Title: "Action", Flex: true, Min: 6}, {Title: "Due", Align: chart.Right}},
		Rows:    [][]string{{"Review cafe\u0301s and panels", "Mar 2025"}},
	}
	wrapped := chart.Table{Columns: slices.Clone(table.Columns), Rows: table.Rows}
	wrapped.Columns[0].Wrap = true
	for _, c := range []struct {
		table chart.Table
		set   theme.Charset
		width int
		want  string
	}{
		{table, theme.Full, 40, "Action                        Due\nReview cafe\u0301s and panels  Mar 2025"},
		{table, theme.Full, 22, "Action             Due\nReview cafe\u0301…  Mar 2025"},
		{table, theme.ASCII, 22, "Action             Due\nReview cafe~  Mar 2025"},
		{wrapped, theme.Full, 22, "Action             Due\nReview cafe\u0301s  Mar 2025\nand panels"},
		{table, theme.Full, 15, "Action: Review\ncafe\u0301s and\npanels\nDue: Mar 2025"},
	} {
		if diff := cmp.Diff(c.want, draw(c.table, c.set, c.width)); diff != "" {
			t.Errorf("%v, width %d: %s", c.set, c.width, diff)
		}
	}
}

func TestSelectedRowIsMarkedAndStyled(t *testing.T) {
	th := themed(theme.Full)
	accent, selected := th.Styles.Accent, th.Styles.Selected
	table := chart.Table{
		Cursor: true, Selected: 1,
		Columns: []chart.Column{{Title: "Band", Style: accent}, {Title: "Share"}},
		Rows:    [][]string{{"2", "18.9%"}, {"3", ""}},
	}
	lines := strings.Split(drawn(table, th, 40), "\n")
	if want := selected.Render("▸") + selected.Render(" ") + th.Marked(accent).Render("3") + selected.Render(strings.Repeat(" ", 37)); lines[2] != want {
		t.Errorf("got %q, want %q", lines[2], want)
	}
	if want := "  " + accent.Render("2") + "     18.9%"; lines[1] != want {
		t.Errorf("got %q, want %q", lines[1], want)
	}
	table.Cursor = false
	if got := draw(table, theme.Full, 40); strings.Contains(got, "▸") {
		t.Errorf("a mark without a cursor: %q", got)
	}
}

// Two names that differ at their ends can be told apart when they are cut.
func TestNamesAreCutInTheMiddle(t *testing.T) {
	table := chart.Table{Columns: []chart.Column{{Flex: true, Ends: true, Min: 4}, {}},
		Rows: [][]string{{"staff_in_post_2023_final.csv", "1"}, {"日本語日本語日本語.csv", "2"}, {"short.csv", "3"}}}
	for _, c := range charsets {
		for width := 1; width < 40; width++ {
			for _, line := range strings.Split(draw(table, c, width), "\n") {
				if ansi.StringWidth(line) > width {
					t.Errorf("%v, width %d: %q", c, width, line)
				}
			}
		}
	}
	want := "staff_i…inal.csv  1\n日本語…本語.csv   2\nshort.csv         3"
	if diff := cmp.Diff(want, draw(table, theme.Full, 19)); diff != "" {
		t.Error(diff)
	}
}

// Scrolling must not move the columns, and one row's lines must stay together.
func TestTableWindow(t *testing.T) {
	table := sampleTable()
	head, all := table.Lines(themed(theme.Full), 60)
	if len(head) != 2 || len(all) != len(table.Rows) {
		t.Fatalf("%d header lines, %d rows", len(head), len(all))
	}
	for first := range table.Rows {
		table.First, table.Count = first, 2
		gotHead, got := table.Lines(themed(theme.Full), 60)
		if diff := cmp.Diff(head, gotHead); diff != "" {
			t.Errorf("from %d: %s", first, diff)
		}
		if diff := cmp.Diff(all[first:min(first+2, len(all))], got); diff != "" {
			t.Errorf("from %d: %s", first, diff)
		}
	}
	table.First, table.Count = 99, 2
	if _, got := table.Lines(themed(theme.Full), 60); len(got) != 0 {
		t.Errorf("rows beyond the last: %q", got)
	}
}

func TestTableRuleIsAsWideAsTheTable(t *testing.T) {
	for _, c := range charsets {
		lines := strings.Split(draw(sampleTable(), c, 200), "\n")
		longest := 0
		for _, line := range slices.Delete(slices.Clone(lines), 1, 2) {
			longest = max(longest, ansi.StringWidth(line))
		}
		if want := strings.Repeat(c.Glyphs().Rule, longest); lines[1] != want {
			t.Errorf("%v: %q, want %d cells", c, lines[1], longest)
		}
	}
}

// A label that leaves no room for the drawing gets a line of its own, uncut.
func TestLongLabelsGoAbove(t *testing.T) {
	b := bar(50, 0)
	b.Rows[0].Label = "Ambulance (operational) and patient transport"
	b.Rows[0].Values[0].Text = "50.0%"
	for width, want := range map[int]string{
		66: "Ambulance (operational) and patient transport ███████        50.0%",
		40: "Ambulance (operational) and patient\ntransport\n█████████████████                  50.0%",
		15: "Ambulance\n(operational)\nand patient\ntransport\n████▌     50.0%",
		4:  "Ambu\nlanc\ne\n(ope\nrati\nonal\n)\nand\npati\nent\ntran\nspor\nt\n50.0\n%",
	} {
		if diff := cmp.Diff(want, draw(b, theme.Full, width)); diff != "" {
			t.Errorf("width %d: %s", width, diff)
		}
	}
}
