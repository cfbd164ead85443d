package yearly

import (
	"slices"
	"strings"

	"wres/model/report"
	"wres/model/words"
)

// drawn completes a chart with its description; there is none where one of its series has
// nothing to draw.
func drawn(m *maker, c report.Chart) []report.Chart {
	var all []string
	for _, s := range c.Series {
		if !slices.ContainsFunc(s.Values, func(v report.Value) bool { return v.IsNumber() }) {
			return nil
		}
		var values []string
		for i, v := range s.Values {
			values = append(values, m.valueText(v, c.Labels[i]))
		}
		all = append(all, s.Name+": "+strings.Join(values, ", ")+".")
	}
	if c.Reference != nil {
		all = append(all, "The line is at "+c.Reference.Text+": "+c.Reference.Name+".")
	}
	c.Description = strings.Join(all, " ")
	return []report.Chart{c}
}

// valueText is a value with its place and its interval: "1.60 in 2022 (95% CI 1.26 to 2.05)".
func (m *maker) valueText(v report.Value, label string) string {
	text := v.Text + " in " + label
	switch {
	case !v.Lower.IsNumber():
		return text
	case !v.Upper.IsNumber():
		return text + " (" + words.IntervalShort(m.w.Level) + " " + v.Lower.Text + " or more)"
	}
	return text + " (" + words.IntervalShort(m.w.Level) + " " + v.Lower.Text + " to " + v.Upper.Text + ")"
}
