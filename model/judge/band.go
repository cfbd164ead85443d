package judge

import "wres/model/stats"

// Standing is how a band stands beside the rest of its staff category.
type Standing struct {
	// The adjusted standardised residual, the events to be expected, p, and p adjusted by
	// Holm's method for all bands of the family; nil where the band has no rest.
	Residual, Expected, P, AdjustedP *float64
	Verdict                          Verdict
}

// Family compares each part of a whole with the rest of it: a band is a part of the
// whole, so that comparing it with the whole would compare it with itself. The p values
// are adjusted together.
func (r Rules) Family(parts []stats.Count) []Standing {
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

// band judges a band by its adjusted p value, and where an expected count is small by
// the adjusted mid-P too. A band with few staff, or with few of the group where few are
// to be expected, is too small to judge, and so is one whose rest has as few to be
// expected; that a group is nearly missing where many would be is a finding.
func (r Rules) band(part, whole stats.Count, s Standing, midP float64) Verdict {
	inRest := float64(whole.Events) - *s.Expected
	others := float64(part.AtRisk) - *s.Expected
	othersInRest := float64(whole.AtRisk-part.AtRisk) - inRest
	clear := *s.AdjustedP < r.Alpha()
	if min(*s.Expected, inRest, others, othersInRest) < stats.LeastExpected {
		clear = clear && midP < r.Alpha()
	}
	few := part.Events < r.FewEvents
	switch {
	case part.AtRisk < r.FewStaff, min(*s.Expected, inRest) < float64(r.FewEvents), few && !clear:
		return TooFew
	case !clear:
		return NoClear
	case *s.Residual > 0:
		return Higher
	}
	return Lower
}
