package spoken

import (
	"strings"

	"wres/model"
	"wres/model/indicator"
)

// Results gives results whose words for the groups are said in full wherever a screen would
// have their initials. Everything else of them is as it was.
func Results(r *indicator.Results) *indicator.Results {
	said := *r
	for _, g := range model.Groups() {
		said.Settings.Labels[g] = strings.Join(strings.Fields(r.Settings.Labels[g]), joiner)
	}
	return &said
}
