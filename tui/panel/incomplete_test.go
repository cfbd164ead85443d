package panel

import (
	"strings"
	"testing"

	"wres/model"
	"wres/model/indicator"
	"wres/tui/theme"
)

// A figure that lacks a row has its mark wherever it stands: in its sentence, its chart,
// its table and on the overview, with how much it lacks.
func TestIncompleteFiguresAreMarked(t *testing.T) {
	o := fixtureOrganisation()
	for id, extract := range map[string]string{"1": "workforce", "2": "recruitment", "5": "survey", "9": "board"} {
		refused := o.Ensure(2024).Refuse(id, extract)
		refused.Rows, refused.Groups[model.Unknown] = 1, id == "2"
	}
	d := indicatorData(theme.Full)
	d.Results = indicator.Compute(o)
	for id, want := range map[string][]string{
		"1": {"Incomplete: 1 row could not be used.", "16.8%*"},
		"2": {"Incomplete: 1 row could not be used.", "2.45*"},
		"5": {"Incomplete: 1 row could not be used.", "points*"},
		"9": {"Incomplete: 2 rows could not be used."},
	} {
		text := flat(bodyText(t, shown(d, id, "", 120, 24)))
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("panel %s does not say %q:\n%s", id, w, text)
			}
		}
		if id == "2" && strings.Contains(text, "× ") {
			t.Errorf("panel %s draws a change from it:\n%s", id, text)
		}
	}
	p := NewOverview()
	p.SetData(d)
	p.SetSize(160, 60)
	if text := flat(p.View()); !strings.Contains(text, "2.45*") || !strings.Contains(text, "* incomplete") || !strings.Contains(text, "incomplete: 1 row") || !strings.Contains(text, "3,130* staff") {
		t.Errorf("the overview does not mark them:\n%s", text)
	}
}
