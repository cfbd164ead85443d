package bands

import (
	"testing"

	tea "charm.land/bubbletea/v2"

	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/tui/panel"
	"wres/tui/panel/paneltest"
	"wres/tui/theme"
)

// Bands open the panel on their staff category, with the cursor on the first of them that
// is clear, else on the first, whatever was shown before.
func TestPlace(t *testing.T) {
	for want, of := range map[string]plan.Bands{
		"non-clinical 8c":               {Category: model.NonClinical, First: model.Band8c, Last: model.VSM},
		"non-clinical VSM":              {Category: model.NonClinical, First: model.Band8d, Last: model.VSM}, // there is no 8d
		"clinical 5":                    {Category: model.Clinical, First: model.Band1, Last: model.VSM},
		"clinical 6":                    {Category: model.Clinical, First: model.Band6, Last: model.Band6},
		"medical and dental consultant": {Category: model.MedicalAndDental, First: model.Consultant, Last: model.OtherMedical}, // none is clear
	} {
		for _, keys := range []string{"sss", "sssh", "sssg", "sssb"} {
			p := shown(paneltest.Data(theme.Full), keys, 80, 21)
			press(p, tea.KeyDown)
			press(p, tea.KeyEnter)
			p.(panel.Placer).Place(of)
			b := p.(*bands)
			at, ok := b.post()
			if got := b.staff.category.String() + " " + b.staff.label(at); !ok || got != want {
				t.Errorf("after %q: the cursor is on %q, want %q", keys, got, want)
			}
			if b.look.view != shares || b.look.clusters || b.inside.open {
				t.Errorf("%s after %q: other than the shares of bands is shown", want, keys)
			}
		}
	}
}

// Before anything is read there is nothing to put the cursor on.
func TestPlaceOfNothing(t *testing.T) {
	p := New(indicator.Lookup("1"))
	p.SetSize(80, 21)
	p.(panel.Placer).Place(plan.Bands{First: model.Band5, Last: model.Band6})
	if p.View() == "" {
		t.Error("no view")
	}
}
