package yearly

import (
	"slices"
	"strings"

	"wres/model/report"
	"wres/model/words"
)

// drawn completes a chart with its description; there is none where it has nothing to draw.
func drawn(m *maker, c report.Chart) []report.Chart {
	if !slices.ContainsFunc(c.Series, func(s report.Series) bool {
		return slices.ContainsFunc(s.Values, func(v report.Value) bool { return v.IsNumber() })
	}) {
		return nil
	}
	var all []string
	for _, s := range c.Series {
		var values []string
		for i, v := range s.Values {
			values = append(values, c.Labels[i]+" "+m.valueText(v))
		}
		all = append(all, s.Name+": "+strings.Join(values, ", ")+".")
	}
	c.Description = strings.Join(all, " ")
	return []report.Chart{c}
}

// valueText is a value and its interval.
func (m *maker) valueText(v report.Value) string {
	switch {
	case !v.Lower.IsNumber():
		return v.Text
	case !v.Upper.IsNumber():
		return v.Text + " (" + words.IntervalName(m.w.Level) + " " + v.Lower.Text + " or more)"
	}
	return v.Text + " (" + words.IntervalName(m.w.Level) + " " + v.Lower.Text + " to " + v.Upper.Text + ")"
}
