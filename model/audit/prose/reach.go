package prose

import (
	"slices"

	"wres/model"
	"wres/model/audit/phrase"
	"wres/model/indicator"
)

// within reports whether a series is one that a clause can speak of.
func (s *series) within(sc *phrase.Scope) bool {
	if !slices.Contains(sc.Indicators, s.key.Indicator) {
		return false
	}
	return s.withinPart(sc) && s.withinGroup(sc) && s.withinCount(sc) && s.withinRole(sc)
}

func (s *series) withinPart(sc *phrase.Scope) bool {
	any := false
	for _, p := range sc.Parts {
		if p.Indicator == s.key.Indicator {
			any = true
			if p.Name == s.key.Part {
				return true
			}
		}
	}
	return !any && s.key.Part == ""
}

func (s *series) withinGroup(sc *phrase.Scope) bool {
	if slices.Contains(sc.Subs, phrase.Known) && s.key.Indicator == indicator.WorkforceID {
		return s.key.Group == phrase.Known || s.key.Group == phrase.Unknown && slices.Contains(sc.Groups, phrase.Unknown)
	}
	if len(sc.Groups) == 0 || s.role == phrase.AsRatio || s.role == phrase.AsGap {
		return true
	}
	return slices.Contains(sc.Groups, s.key.Group)
}

func (s *series) withinCount(sc *phrase.Scope) bool {
	if s.sub == "" {
		return true
	}
	var of []string
	for _, sub := range sc.Subs {
		if sub != phrase.Known {
			of = append(of, sub)
		}
	}
	return len(of) == 0 || slices.Contains(of, s.sub)
}

func (s *series) withinRole(sc *phrase.Scope) bool {
	if s.role == phrase.AsRatio && len(sc.Groups) == 1 && sc.Groups[0] == s.group[1] && !slices.Contains(sc.Roles, phrase.AsRatio) {
		return false // the likelihood of the group below: the ratio goes the other way
	}
	if len(sc.Roles) == 0 {
		return true
	}
	for _, r := range sc.Roles {
		switch {
		case r == s.role,
			r == phrase.AsChance && (s.role == phrase.AsRatio || s.role == phrase.AsPercent && !s.share),
			r == phrase.AsGap && s.role == phrase.AsRatio,
			r == phrase.AsPresence && (s.role == phrase.AsPercent || s.role == phrase.AsNumber):
			return true
		}
	}
	return false
}

// pairs gives the pairs of years between which a series may be said to have moved.
func (s *series) pairs(sc *phrase.Scope, latest model.Year) [][2]model.Year {
	years := s.years()
	last := len(years) - 1
	if last < 1 {
		return nil
	}
	var out [][2]model.Year
	pair := func(from, to model.Year) {
		if from < to && slices.Contains(years, from) && slices.Contains(years, to) {
			phrase.Add(&out, [2]model.Year{from, to})
		}
	}
	named := slices.Clone(sc.Years)
	if ind := indicator.Lookup(s.key.Indicator); ind != nil && ind.Shape == indicator.Survey {
		for _, y := range sc.Years {
			phrase.Add(&named, y+1) // the year of a survey is one before that of the standard
		}
		if len(sc.Years) > 1 {
			slices.Sort(named)
			ys := slices.Sorted(slices.Values(sc.Years))
			pair(ys[0]+1, ys[len(ys)-1]+1)
			pair(ys[0], ys[len(ys)-1])
			return out
		}
	}
	switch {
	case len(sc.Years) > 1:
		slices.Sort(named)
		pair(named[0], named[len(named)-1])
		for i := 1; i < len(named) && len(named) > 2; i++ {
			pair(named[i-1], named[i])
		}
		return out
	case len(named) > 0:
		for _, y := range named {
			pair(y-1, y)
			if sc.Since {
				pair(y, latest)
			}
		}
		return out
	}
	for _, back := range sc.Back {
		if back > 0 {
			pair(latest-model.Year(back), latest)
			if !sc.Since {
				pair(latest-model.Year(back)-1, latest-model.Year(back))
			}
		}
	}
	if sc.Spanned {
		pair(years[0], years[last])
	}
	if at := slices.Index(years, latest); at > 0 {
		pair(years[at-1], years[at])
	} else if at < 0 {
		pair(years[last-1], years[last])
	}
	return out
}
