package panel

import (
	"fmt"
	"slices"
	"strings"

	"wres/model/findings"
	"wres/model/words"
)

// statusKind is the kind of extract that says why there are no figures.
const statusKind = "status"

// answered says of what has no figures, where nothing says why, what can be done about it:
// the columns of the file that would give them, or the row that says why there are none.
func (d Data) answered(found []findings.Finding) []findings.Finding {
	for i := range found {
		f := &found[i]
		if f.Kind != findings.NoFigures || f.Wanting == "" || len(f.Uncounted) > 0 {
			continue
		}
		if gives, ok := d.gives(f.Indicator.Extract); ok {
			f.Needs = f.Wanting + " in the folder, " + gives
		}
		if status, ok := d.Choices.Kind(statusKind); ok {
			values := map[string]string{"year": f.Year.String(), "indicator": f.Indicator.ID, "status": "withheld", "reason": "why"}
			var row []string
			for _, column := range status.Begin {
				row = append(row, values[column])
			}
			f.Needs += fmt.Sprintf("; or, to say why there are none, in %s.csv under %s the row %s (or not-collected)", statusKind, strings.Join(status.Begin, ","), strings.Join(row, ","))
		}
	}
	return found
}

// gives names the columns that a file of a kind is begun with.
func (d Data) gives(kind string) (text string, ok bool) {
	k, ok := d.Choices.Kind(kind)
	if !ok {
		return "", false
	}
	text = "with the columns " + words.Listed(k.Begin)
	if slices.Contains(k.Begin, "count") && len(k.Wide) > 1 { // which tells the counts apart
		text += " (count: " + strings.Join(k.Wide[1:], " or ") + ")"
	}
	return text, true
}
