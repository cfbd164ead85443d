package findings_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"wres/model/findings"
	"wres/model/plan"
)

// Late stands before what is due in 90 days, that before what is due later, and what names
// no day before what is done or was given up; the day itself is late from the next one on.
func TestByUrgency(t *testing.T) {
	today := time.Date(2025, time.April, 14, 23, 59, 0, 0, time.FixedZone("", 3600))
	sorted := findings.ByUrgency([]plan.Action{
		{ID: "stopped", Deadline: "1 January 2025", Status: "Stopped"}, {ID: "words", Deadline: "Ongoing"}, {ID: "blank"},
		{ID: "91 days", Deadline: "14 July 2025"}, {ID: "90 days", Deadline: "13 July 2025"}, {ID: "today", Deadline: "14 April 2025"},
		{ID: "yesterday", Deadline: "13 April 2025"}, {ID: "done", Deadline: "1 January 2024", Status: "done"}, {ID: "long ago", Deadline: "1 January 2024", Status: "on hold"},
	}, today)
	var got []string
	for _, a := range sorted {
		got = append(got, fmt.Sprint(findings.UrgencyOf(a, today).Heading(), ": ", a.ID))
	}
	want := "Late: long ago, Late: yesterday, Due in 90 days: today, Due in 90 days: 90 days, Open: 91 days, No day: words, No day: blank, Done: stopped, Done: done"
	if text := strings.Join(got, ", "); text != want {
		t.Errorf("%s\nwant %s", text, want)
	}
}
