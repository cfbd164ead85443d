package prose

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
)

// scope is what a clause speaks of. What it does not say is empty, and then each reading is
// possible.
type scope struct {
	indicators []string
	named      bool // the sentence itself names the indicator
	subs       []string
	roles      []role
	groups     []string // in order
	parts      []part
	years      []model.Year
	back       []int // years told by words, counted back from the latest
	spanned    bool  // from the first year on
	since      bool  // what is named is where a change began
	narrow     bool  // people of whom the tables have no figures
	others     bool  // figures of others
	aim        bool
	people     bool
}

type part struct{ indicator, name string }

// scopeOf gathers what stands between two tokens.
func (s *sentence) scopeOf(lo, hi int) scope {
	var sc scope
	var from []string
	workforce, applied := false, false
	for _, m := range s.marks {
		if m.from < lo || m.from >= hi {
			continue
		}
		switch m.kind {
		case ofMeasure:
			if m.text == "" && slices.Equal(m.indicators, []string{indicator.WorkforceID}) {
				workforce = true
				continue
			}
			add(&sc.indicators, m.indicators...)
			if m.text != "" {
				add(&sc.subs, m.text)
			}
		case ofFrom:
			add(&from, m.indicators...)
		case ofFigure:
			add(&sc.roles, m.role)
		case ofGroup:
			add(&sc.groups, m.text)
		case ofPart:
			add(&sc.parts, part{m.indicators[0], m.text})
		case ofYears:
			sc.spanned = sc.spanned || m.span
			if !m.span {
				add(&sc.back, m.back)
			}
		case ofApplicants:
			applied = true
		default:
			sc.note(m.kind)
		}
	}
	sc.narrow = sc.narrow || applied && len(sc.subs) == 0
	sc.people = sc.people || applied
	sc.narrowTo(from)
	sc.placeParts()
	if others := slices.Contains(sc.indicators, "9") || len(sc.indicators) == 0; workforce && others {
		add(&sc.indicators, indicator.WorkforceID)
	}
	sc.named = len(sc.indicators) > 0
	sc.years = s.years(lo, hi)
	sc.since = s.sinceIn(lo, hi)
	return sc
}

func (sc *scope) note(k kind) {
	switch k {
	case ofNarrow:
		sc.narrow = true
	case ofOthers:
		sc.others = true
	case ofAim:
		sc.aim = true
	case ofPeople:
		sc.people = true
	}
}

// narrowTo leaves of two indicators that share a measure the one whose others are named.
func (sc *scope) narrowTo(from []string) {
	for _, row := range measures {
		if len(row.indicators) < 2 || len(from) != 1 || !slices.Contains(row.indicators, from[0]) || !slices.Contains(sc.indicators, from[0]) {
			continue
		}
		sc.indicators = slices.DeleteFunc(sc.indicators, func(id string) bool { return slices.Contains(row.indicators, id) && id != from[0] })
	}
}

// shared reports whether one word named all the indicators of a scope.
func (sc *scope) shared() bool {
	return slices.ContainsFunc(measures, func(m measure) bool { return len(m.indicators) > 1 && slices.Equal(m.indicators, sc.indicators) })
}

// placeParts lets a part name its indicator, where none is named; one of another indicator
// is people of whom there is no figure.
func (sc *scope) placeParts() {
	named := len(sc.indicators) > 0
	var kept []part
	for _, p := range sc.parts {
		switch {
		case slices.Contains(sc.indicators, p.indicator):
		case !named && p.indicator == indicator.WorkforceID, p.name == "vsm":
			add(&sc.indicators, p.indicator)
		default:
			sc.narrow = true
			continue
		}
		kept = append(kept, p)
	}
	sc.parts = kept
}

// sinceIn reports whether a year between two tokens is where a change began.
func (s *sentence) sinceIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		switch s.tokens[i].word {
		case "since", "between":
			return true
		case "from":
			if i+1 < len(s.tokens) && (s.tokens[i+1].number != nil || s.tokens[i+1].year != 0) {
				return true
			}
		}
	}
	return s.has(ofThan, lo, hi)
}

// inherit takes from what was said before what a clause does not say itself.
func (sc *scope) inherit(before scope) {
	if len(sc.indicators) == 0 {
		sc.indicators, sc.subs, sc.named = before.indicators, before.subs, before.named
		if len(sc.parts) == 0 {
			sc.parts = before.parts
		}
		if len(sc.roles) == 0 {
			sc.roles = before.roles
		}
	}
	if len(sc.years) == 0 && len(sc.back) == 0 && !sc.spanned {
		sc.years, sc.back, sc.since = before.years, before.back, before.since
	}
}

func add[T comparable](to *[]T, these ...T) {
	for _, t := range these {
		if !slices.Contains(*to, t) {
			*to = append(*to, t)
		}
	}
}

// admits reports whether a series is one that the clause can speak of.
func (sc *scope) admits(s *series) bool {
	if !slices.Contains(sc.indicators, s.key.Indicator) {
		return false
	}
	return sc.admitsPart(s) && sc.admitsGroup(s) && sc.admitsCount(s) && sc.admitsRole(s)
}

func (sc *scope) admitsPart(s *series) bool {
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

func (sc *scope) admitsGroup(s *series) bool {
	if slices.Contains(sc.subs, known) && s.key.Indicator == indicator.WorkforceID {
		return s.key.Group == known || s.key.Group == unknown && slices.Contains(sc.groups, unknown)
	}
	if len(sc.groups) == 0 || s.role == asRatio || s.role == asGap {
		return true
	}
	return slices.Contains(sc.groups, s.key.Group)
}

func (sc *scope) admitsCount(s *series) bool {
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

func (sc *scope) admitsRole(s *series) bool {
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
func (sc *scope) pairs(s *series, latest model.Year) [][2]model.Year {
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
