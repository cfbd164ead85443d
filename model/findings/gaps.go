package findings

import (
	"wres/model"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/words"
)

// Gaps gives what is clear in the last figures that each indicator has, for the plan to be
// held against.
func Gaps(r *indicator.Results) []plan.Gap {
	var gaps []plan.Gap
	g := gatherer{voice: words.For(r.Settings), results: r} // no sentence of it is said
	for i := range r.Series {
		s := &r.Series[i]
		f := s.Before(r.Latest() + 1)
		if f == nil || f.State != model.Reported {
			continue
		}
		for _, found := range g.ofSeries(s, f) {
			if found.Gap() {
				gaps = append(gaps, plan.Gap{Indicator: s.Indicator.ID, Bands: found.Bands, Year: f.Year, Sentence: found.Line() + "."})
			}
		}
	}
	return gaps
}

// Gap reports whether a finding asks for an action: it is clear, and not about a change,
// which may be for the better.
func (f *Finding) Gap() bool { return f.Kind == Clear && f.Since == 0 }
