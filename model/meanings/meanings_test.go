package meanings

import (
	"testing"
	"wres/model/source"
)

// TestAdviceForALabelWithoutAMapping: it names what takes the label.
func TestAdviceForALabelWithoutAMapping(t *testing.T) {
	m := &Reading{Clean: func(s string) string { return s }, Choices: source.Choices{Tables: map[string]string{"pay_scale": "band", "pay_band": "band"}}}
	for _, c := range []struct {
		u     source.Unmapped
		fixed string
	}{
		{source.Unmapped{Field: "assignment_category", Label: "Agency", Written: "Agency"}, "It needs no mapping: contracts_out under [staff_list] in wres.toml says whom to leave out: list this label there with bank, honorary and non-executive."},
		{source.Unmapped{Field: "assignment_status", Label: "Inactive", Written: "Inactive"}, "It needs no mapping: statuses_out under [staff_list] in wres.toml says whom to leave out: list this label there with widow and ended."},
		{source.Unmapped{Field: "mandatory", Label: "Core", Written: "Core"}, "It cannot be mapped: write yes or no in the file."},
		{source.Unmapped{Field: "internal", Label: "Agency", Written: "Agency"}, "It cannot be mapped: write internal or external in the file."},
		{source.Unmapped{Field: "pay_scale", Label: "(not shown)"}, "It may be about a person, so it is not shown and cannot be mapped here: mend it in the file, or map it in wres.toml under [labels.band]."},
		{source.Unmapped{Field: "primary_assignment", Label: "(not shown)"}, "It may be about a person, so it is not shown and cannot be mapped here: mend it in the file."},
		{source.Unmapped{Field: "pay_band", Label: "Local", Written: "Local"}, ""},
	} {
		if got := m.LabelItem(c.u).Fixed; got != c.fixed {
			t.Errorf("%+v: %q, want %q", c.u, got, c.fixed)
		}
	}
}
