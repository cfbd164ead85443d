package prose

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
)

// within reports whether a series is one that a clause can speak of.
func (s *series) within(sc *scope) bool {
	if !slices.Contains(sc.indicators, s.key.Indicator) {
		return false
	}
	return s.withinPart(sc) && s.withinGroup(sc) && s.withinCount(sc) && s.withinRole(sc)
}

func (s *series) withinPart(sc *scope) bool {
	any := false
	for _, p := range sc.parts {
		if p.indicator == s.key.Indicator {
			any = true
			if p.name == s.key.Part {
				return true
			}
		}
	}
	return !any && s.key.Part == ""
}

func (s *series) withinGroup(sc *scope) bool {
	if slices.Contains(sc.subs, known) && s.key.Indicator == indicator.WorkforceID {
		return s.key.Group == known || s.key.Group == unknown && slices.Contains(sc.groups, unknown)
	}
	if len(sc.groups) == 0 || s.role == asRatio || s.role == asGap {
		return true
	}
	return slices.Contains(sc.groups, s.key.Group)
}

func (s *series) withinCount(sc *scope) bool {
	if s.sub == "" {
		return true
	}
	var of []string
	for _, sub := range sc.subs {
		if sub != known {
			of = append(of, sub)
		}
	}
	return len(of) == 0 || slices.Contains(of, s.sub)
}

func (s *series) withinRole(sc *scope) bool {
	if s.role == asRatio && len(sc.groups) == 1 && sc.groups[0] == s.group[1] && !slices.Contains(sc.roles, asRatio) {
		return false // the likelihood of the group below: the ratio goes the other way
	}
	if len(sc.roles) == 0 {
		return true
	}
	for _, r := range sc.roles {
		switch {
		case r == s.role,
			r == asChance && (s.role == asRatio || s.role == asPercent && !s.share),
			r == asGap && s.role == asRatio,
			r == asPresence && (s.role == asPercent || s.role == asNumber):
			return true
		}
	}
	return false
}

// pairs gives the pairs of years between which a series may be said to have moved.
func (s *series) pairs(sc *scope, latest model.Year) [][2]model.Year {
	years := s.years()
	last := len(years) - 1
	if last < 1 {
		return nil
	}
	var out [][2]model.Year
	pair := func(from, to model.Year) {
		if from < to && slices.Contains(years, from) && slices.Contains(years, to) {
			add(&out, [2]model.Year{from, to})
		}
	}
	named := slices.Clone(sc.years)
	if ind := indicator.Lookup(s.key.Indicator); ind != nil && ind.Shape == indicator.Survey {
		for _, y := range sc.years {
			add(&named, y+1) // the year of a survey is one before that of the standard
		}
		if len(sc.years) > 1 {
			slices.Sort(named)
			ys := slices.Sorted(slices.Values(sc.years))
			pair(ys[0]+1, ys[len(ys)-1]+1)
			pair(ys[0], ys[len(ys)-1])
			return out
		}
	}
	switch {
	case len(sc.years) > 1:
		slices.Sort(named)
		pair(named[0], named[len(named)-1])
		for i := 1; i < len(named) && len(named) > 2; i++ {
			pair(named[i-1], named[i])
		}
		return out
	case len(named) > 0:
		for _, y := range named {
			pair(y-1, y)
			if sc.since {
				pair(y, latest)
			}
		}
		return out
	}
	for _, back := range sc.back {
		if back > 0 {
			pair(latest-model.Year(back), latest)
			if !sc.since {
				pair(latest-model.Year(back)-1, latest-model.Year(back))
			}
		}
	}
	if sc.spanned {
		pair(years[0], years[last])
	}
	if years[last] == latest || len(out) == 0 && s.key.Indicator != "" {
		pair(years[last-1], years[last])
	}
	return out
}
