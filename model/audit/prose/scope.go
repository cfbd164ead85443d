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
func (s *sentence0) scopeOf(lo, hi int) scope {
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
func (s *sentence0) sinceIn(lo, hi int) bool {
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
