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
// and a year that counts the groups alone; and of the
// high-level groups side by side.
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
