package tui_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"wres/model/indicator"
	"wres/model/source"
	"wres/tui"
	"wres/tui/keep"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// categorised is an organisation that names ethnic categories, as the app gets it.
func categorised() *tui.Loaded {
	report := source.Report{Origins: []source.Origin{
		{Kind: "workforce", Year: 2022, File: "workforce 2022.csv", Rows: 18, FirstLine: 2, LastLine: 19},
		{Kind: "workforce", Year: 2024, File: "staff.csv", Rows: 667, People: 667},
	}}
	report.Files = []source.File{{Name: "staff.csv", Kind: "staff list", People: &report.Origins[1].People}}
	return &tui.Loaded{Results: indicator.Compute(paneltest.Categorised()), Report: report, Disk: keep.Disk{Plan: examplePlan()}}
}

// Frames of a band looked into: its categories, the end of the page, a cluster, few staff,
// a year that counts the groups alone; and of the high-level groups side by side.
func TestInsideFrames(t *testing.T) {
	l := categorised()
	for _, charset := range []theme.Charset{theme.Full, theme.Basic, theme.ASCII} {
		for _, size := range [][2]int{{40, 12}, {60, 20}, {80, 24}, {120, 40}, {200, 60}} {
			t.Run(fmt.Sprintf("%s-%dx%d", charset, size[0], size[1]), func(t *testing.T) {
				var all strings.Builder
				for _, keys := range []string{"enter", "enter end", "b enter", "s s down down enter", "enter [ [", "g g"} {
					d := open(t, l, charset, size[0], size[1])
					d.open("1")
					d.keys(strings.Fields(keys)...)
					d.fits(size[0], size[1])
					lines := strings.Split(trimRight(d.frame()), "\n")
					fmt.Fprintf(&all, "== keys %q\n%s\n", keys, strings.Join(lines[2:len(lines)-1], "\n"))
				}
				golden.RequireEqual(t, []byte(all.String()))
			})
		}
	}
}

// Enter on a finding of bands opens panel 1 on its staff category, with the cursor on the
// first of its bands; Enter goes in there, and Esc comes back step by step to the same
// finding.
func TestEnterGoesInAndEscComesBack(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}} {
		d := open(t, categorised(), theme.Full, size[0], size[1])
		d.keys("1", "h", "0")
		for range 12 {
			if strings.Contains(cursorRow(d.frame()), "enior") || strings.Contains(cursorRow(d.frame()), "8c") {
				break
			}
			d.keys("down")
		}
		overview := d.frame()
		d.keys("enter")
		d.shows("1 Staff by band · non-clinical")
		if row := cursorRow(d.frame()); !strings.Contains(row, "▸ 8c") {
			t.Errorf("%v: the cursor is on %q", size, row)
		}
		bands := d.frame()
		d.keys("enter")
		d.shows("non-clinical · Band 8c, 2024")
		d.keys("down", "esc")
		if d.frame() != bands {
			t.Errorf("%v: out of the band:\n%s", size, d.frame())
		}
		d.keys("esc")
		if d.frame() != overview {
			t.Errorf("%v: back on the overview:\n%s", size, d.frame())
		}
	}
}
