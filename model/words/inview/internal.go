package inview

import (
	"fmt"
	"slices"

	"wres/model"
	"wres/model/indicator"
)

// Internal marks a page that shows a count of a year that may identify someone: behind a
// headline or in the bands 8c and above, which sentences name, or with parts any count at
// all. It is "" for a page without one.
func Internal(r *indicator.Results, y model.Year, parts bool) string {
	if r.Publication {
		return ""
	}
	small := r.Settings.Thresholds.SmallCount
	for i := range r.Series {
		s := &r.Series[i]
		f := s.Figure(y)
		if f == nil || f.State != model.Reported {
			continue
		}
		if slices.ContainsFunc(shown(s.Indicator, f, parts), func(n *int) bool { return n != nil && *n > 0 && *n < small }) {
			return fmt.Sprintf("Internal: contains counts below %d. Not for publication.", small)
		}
	}
	return ""
}

// shown lists the counts that a page shows of a figure.
func shown(ind *indicator.Indicator, f *indicator.Figure, parts bool) []*int {
	counts := []*int{f.Groups[model.Unknown].Events}
	for _, side := range ind.Shape.Sides(ind, f) {
		counts = append(counts, side.Events, side.AtRisk)
	}
	for _, row := range f.Senior {
		counts = append(counts, row.Counts[model.BME], &row.Total)
	}
	if parts {
		for _, v := range ind.Shape.Values(ind, f) {
			counts = append(counts, v.Events, v.AtRisk)
		}
	}
	return counts
}
