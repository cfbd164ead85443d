package report

import (
	"strings"
	"testing"

	"wres/model"
)

// Every setting of wres.toml that has a value is named with it, and what is not the usual one
// stands beside that.
func TestSettingsInForce(t *testing.T) {
	text := func(s model.Settings) string {
		var b strings.Builder
		for _, section := range InForce(s, Safe{Line: func(s string) string { return s }}) {
			b.WriteString(section.Heading + "\n" + strings.Join(section.Points, "\n") + "\n")
		}
		return b.String()
	}
	usual := text(model.DefaultSettings())
	if n := strings.Count(usual, "as usual"); n != len(settingsInForce) || strings.Contains(usual, "and usually") {
		t.Errorf("%d of %d are as usual:\n%s", n, len(settingsInForce), usual)
	}
	s := model.DefaultSettings()
	s.Level, s.Thresholds.SmallCount, s.Disclosure.Base, s.Disclosure.ShowBoard, s.Staff.ContractsOut[0] = 0.99, 8, 5, true, !s.Staff.ContractsOut[0]
	s.Clusters[0]++
	changed := text(s)
	for _, want := range []string{"[settings]\nlevel = 0.99, and usually 0.95: the confidence level", "small_count = 8, and usually 5: ", `method = "round", to the nearest 5, and usually "hide"`, `board = "show", and usually "protect"`, "[clusters]\nset in wres.toml: ", "contracts_out = "} {
		if !strings.Contains(changed, want) {
			t.Errorf("%q is not in\n%s", want, changed)
		}
	}
	if n := strings.Count(changed, "as usual"); n != len(settingsInForce)-6 {
		t.Errorf("%d are as usual, and 6 were changed:\n%s", n, changed)
	}
}
