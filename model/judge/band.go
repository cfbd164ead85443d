package judge

import "wres/model/stats"

// Standing is how a band stands beside the rest of its staff category.
type Standing struct {
	// The adjusted standardised residual, the events to be expected, p, and p adjusted by
	// Holm's method for all bands of the family; nil where the band has no rest.
	Residual, Expected, P, AdjustedP *float64
	Verdict                          Verdict
}

// Family compares each part of a whole with the rest of it, and once more among the
// people whose group is known.
func (r Rules) Family(parts, known []stats.Count) []Standing {
	all := r.family(parts)
	for i, s := range r.family(known) {
		all[i].Verdict = Agree(all[i].Verdict, s.Verdict)
	}
	return all
}

// family compares each part of a whole with the rest of it: a band is a part of the
// whole, so that comparing it with the whole would compare it with itself. The p values
// are adjusted together.
func (r Rules) family(parts []stats.Count) []Standing {
	var whole stats.Count
	for _, part := range parts {
		whole.Events += part.Events
		whole.AtRisk += part.AtRisk
	}
	all := make([]Standing, len(parts))
	var tested []int
	var p, midP []float64
	for i, part := range parts {
		rest, err := stats.AgainstRest(part, whole)
		if err != nil {
			all[i].Verdict = NotTestable
			continue
		}
		all[i].Residual, all[i].Expected, all[i].P = &rest.Residual, &rest.Expected, &rest.P
		tested, p, midP = append(tested, i), append(p, rest.P), append(midP, rest.MidP)
	}
	p, midP = stats.Holm(p), stats.Holm(midP)
	for i, at := range tested {
		all[at].AdjustedP = &p[i]
		all[at].Verdict = r.band(parts[at], whole, all[at], midP[i])
	}
	return all
}

// band judges a band by its p values adjusted. Of few staff nothing is said.
func (r Rules) band(part, whole stats.Count, s Standing, midP float64) Verdict {
	if part.AtRisk < r.FewStaff {
		return TooFew
	}
	return r.verdict(smallest(part, whole), *s.AdjustedP, midP, *s.Residual > 0)
}

// smallest gives the least of the four expected counts of a part and the rest.
func smallest(part, whole stats.Count) float64 {
	rarer := min(whole.Events, whole.AtRisk-whole.Events)
	return float64(rarer) * float64(min(part.AtRisk, whole.AtRisk-part.AtRisk)) / float64(whole.AtRisk)
}

// Drawn says how usual the events in a part would be, were its people drawn from the
// whole by lot, and judges it by that.
func (r Rules) Drawn(part, whole stats.Count) (stats.Rest, Verdict) {
	rest, err := stats.AgainstRest(part, whole)
	if err != nil {
		return rest, NotTestable
	}
	// Both tests, whatever is expected: only the second is of a lot.
	return rest, r.verdict(smallest(part, whole), max(rest.P, rest.MidP), rest.MidP, rest.Residual > 0)
}

// Trend tests whether the share of events rises or falls along the order of some bands,
// and once more among the people whose group is known. The error is why there is none.
func (r Rules) Trend(parts, known []stats.Count) (stats.Trend, Verdict, error) {
	trend, verdict, err := r.trend(parts)
	if _, without, wrong := r.trend(known); err == nil && wrong == nil {
		verdict = Agree(verdict, without)
	}
	return trend, verdict, err
}

func (r Rules) trend(parts []stats.Count) (stats.Trend, Verdict, error) {
	var scores []float64
	var events, others int
	for i, part := range parts {
		scores = append(scores, float64(i+1))
		events, others = events+part.Events, others+part.AtRisk-part.Events
	}
	t, err := stats.CochranArmitage(parts, scores)
	if min(events, others) < r.FewEvents { // one person in the last band would make a trend
		return t, TooFew, err
	}
	return t, way(t.P < r.Alpha(), t.Z), err
}
