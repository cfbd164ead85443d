package indicator

import (
	"maps"
	"slices"

	"wres/model"
	"wres/model/stats"
)

// Adjusted is a ratio within pay bands, pooled over them: what would be left of a
// difference if both groups had applied for the same posts.
type Adjusted struct {
	Ratio  stats.Estimate
	Strata int      // bands that hold applicants of both groups
	Alike  *float64 // p of the test whether the bands share one ratio; nil: undefined
	// Shifted says that the bands explain a part: the ratio of the whole and this one
	// lie on both sides of 1, or over 0.1 apart in logarithms.
	Shifted bool
}

// adjust adds to a year's recruitment the ratio within pay bands, where every
// applicant is counted in one.
func (c *choices) adjust(f *Figure, ind *Indicator, all []model.Recruitment) {
	if f.Ratio == nil {
		return
	}
	var shortlisted, appointed = map[model.Band]model.Tally{}, map[model.Band]model.Tally{}
	for _, r := range all {
		if r.Band == model.AnyBand && r.Shortlisted.Total() > 0 {
			return
		}
		s, a := shortlisted[r.Band], appointed[r.Band]
		s.AddTally(r.Shortlisted)
		a.AddTally(r.Appointed)
		shortlisted[r.Band], appointed[r.Band] = s, a
	}
	var strata []stats.Stratum
	for _, band := range slices.Sorted(maps.Keys(shortlisted)) {
		at := func(g model.Group) stats.Count {
			return stats.Count{Events: appointed[band].Group(g), AtRisk: shortlisted[band].Group(g)}
		}
		strata = append(strata, stats.Stratum{A: at(ind.Compare), B: at(ind.Reference)})
	}
	pooled, err := stats.MantelHaenszel(strata, c.settings.Level)
	if err != nil || pooled.Strata < 2 {
		return
	}
	f.Adjusted = &Adjusted{Ratio: pooled.Estimate, Strata: pooled.Strata, Shifted: pooled.Shifted}
	if h := pooled.Homogeneity; h != nil {
		f.Adjusted.Alike = &h.P
	}
	if pooled.Shifted {
		f.warn(Warning{Kind: BandsExplain, Ratio: pooled.Value, Beside: f.Ratio.Value})
	}
}
