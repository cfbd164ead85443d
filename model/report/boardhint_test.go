package report_test

import (
	"strings"
	"testing"

	"wres/loaders/exampletest"
	"wres/model/disclosure"
	"wres/model/report"
)

// Where the board is hidden it is said once how it can be shown, and nowhere else.
func TestTheBoardCanBeShown(t *testing.T) {
	for _, shown := range []bool{false, true} {
		full := *exampletest.Results(t)
		full.Settings.Disclosure.ShowBoard = shown
		view, account := disclosure.View(&full, disclosure.RuleOf(full.Settings))
		said := strings.Join(report.HidingOf(&full, view, account, report.Beside{}).Remarks(plain), "\n")
		if n := strings.Count(said, `board = "show"`); n != map[bool]int{false: 1, true: 0}[shown] {
			t.Errorf("shown %v: it is named %d times: %s", shown, n, said)
		}
	}
}
