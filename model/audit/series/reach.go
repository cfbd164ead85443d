package series

import (
	"slices"

	"wres/model"
	"wres/model/audit/phrase"
	"wres/model/indicator"
)

// within reports whether a series is one that a clause can speak of.
func (s *Series) within(sc *phrase.Scope) bool {
	if !slices.Contains(sc.Indicators, s.Key.Indicator) {
		return false
	}
	return s.WithinPart(sc) && s.withinGroup(sc) && s.withinCount(sc) && s.withinRole(sc)
}

// WithinPart reports whether a series is of a part that a clause speaks of: of the whole,
// where it names none.
func (s *Series) WithinPart(sc *phrase.Scope) bool {
	any := false
	for _, p := range sc.Parts {
		if p.Indicator == s.Key.Indicator {
			any = true
			if p.Name == s.Key.Part {
				return true
			}
		}
	}
	return !any && s.Key.Part == ""
}

func (s *Series) withinGroup(sc *phrase.Scope) bool {
	if slices.Contains(sc.Subs, phrase.Known) && s.Key.Indicator == indicator.WorkforceID {
		return s.Key.Group == phrase.Known || s.Key.Group == phrase.Unknown && slices.Contains(sc.Groups, phrase.Unknown)
	}
	if len(sc.Groups) == 0 || s.Role == phrase.AsRatio || s.Role == phrase.AsGap {
		return true
	}
	return slices.Contains(sc.Groups, s.Key.Group)
}

func (s *Series) withinCount(sc *phrase.Scope) bool {
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

func (s *Series) withinRole(sc *phrase.Scope) bool {
	if s.Role == phrase.AsRatio && len(sc.Groups) == 1 && sc.Groups[0] == s.group[1] && !slices.Contains(sc.Roles, phrase.AsRatio) {
		return false // the likelihood of the group below: the ratio goes the other way
	}
	if len(sc.Roles) == 0 {
		return true
	}
	for _, r := range sc.Roles {
		switch {
		case r == s.Role,
			r == phrase.AsChance && (s.Role == phrase.AsRatio || s.Role == phrase.AsPercent && !s.Share),
			r == phrase.AsGap && s.Role == phrase.AsRatio,
			r == phrase.AsPresence && (s.Role == phrase.AsPercent || s.Role == phrase.AsNumber):
			return true
		}
	}
	return false
}

// pairs gives the pairs of years between which a series may be said to have moved.
func (s *Series) pairs(sc *phrase.Scope, latest model.Year) [][2]model.Year {
	years := s.Years()
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
	if ind := indicator.Lookup(s.Key.Indicator); ind != nil && ind.Shape == indicator.Survey {
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
