package plan

import (
	"fmt"
	"testing"

	"wres/model/plan"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// A key moves the cursor of a long plan, for which there is a frame.
func BenchmarkMoveInALongPlan(b *testing.B) {
	d := manyActions(theme.Full)
	var all []plan.Action
	for i := range 500 {
		all = append(all, plan.Action{Number: fmt.Sprint(i), Text: fmt.Sprintf("Review the panels of %d for the purpose of %d and more", i%17, i), Lead: "Head of HR", Deadline: fmt.Sprintf("%d March 2026", i%28+1), Indicators: "2; 5"})
	}
	d.Plan = plan.New(nil, all)
	p := listed(d, "", 120, 40)
	for b.Loop() {
		paneltest.Press(p, "jk")
		_ = p.View()
	}
}
