package phrase

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
)

// Scope is what a clause speaks of. What it does not say is empty, and then each reading is
// possible.
type Scope struct {
	Indicators []string
	Named      bool // the sentence itself names the indicator
	Subs       []string
	Roles      []Role
	Groups     []string // in order
	Parts      []Part
	Years      []model.Year
	Back       []int // years told by words, counted back from the latest
	Spanned    bool  // from the first year on
	Since      bool  // what is named is where a change began
	Narrow     bool  // people of whom the tables have no figures
	Others     bool  // figures of others
	Aim        bool
	People     bool
}

type Part struct{ Indicator, Name string }

// ScopeOf gathers what stands between two tokens.
func (s *Sentence) ScopeOf(lo, hi int) Scope {
	var sc Scope
	var from []string
	workforce, applied := false, false
	for _, m := range s.Marks {
		if m.From < lo || m.From >= hi {
			continue
		}
		switch m.Kind {
		case OfMeasure:
			if m.Text == "" && slices.Equal(m.Indicators, []string{indicator.WorkforceID}) {
				workforce = true
				continue
			}
			Add(&sc.Indicators, m.Indicators...)
			if m.Text != "" {
				Add(&sc.Subs, m.Text)
			}
		case OfFrom:
			Add(&from, m.Indicators...)
		case OfFigure:
			Add(&sc.Roles, m.Role)
		case OfGroup:
			Add(&sc.Groups, m.Text)
		case OfPart:
			Add(&sc.Parts, Part{m.Indicators[0], m.Text})
		case OfYears:
			sc.Spanned = sc.Spanned || m.span
			if !m.span {
				Add(&sc.Back, m.back)
			}
		case OfApplicants:
			applied = true
		default:
			sc.note(m.Kind)
		}
	}
	sc.Narrow = sc.Narrow || applied && len(sc.Subs) == 0
	sc.People = sc.People || applied
	if slices.Equal(sc.Indicators, []string{"8"}) && slices.Contains(from, "5") || s.otherDay(lo, hi) {
		sc.Narrow = true // the indicator is of managers and colleagues; the tables are of March
	}
	sc.narrowTo(from)
	sc.placeParts()
	if others := slices.Contains(sc.Indicators, "9") || len(sc.Indicators) == 0; workforce && others {
		Add(&sc.Indicators, indicator.WorkforceID)
	}
	sc.Named = len(sc.Indicators) > 0
	sc.Years = s.Years(lo, hi)
	sc.Since = s.SinceIn(lo, hi)
	return sc
}

func (sc *Scope) note(k Kind) {
	switch k {
	case OfNarrow:
		sc.Narrow = true
	case OfOthers:
		sc.Others = true
	case OfAim:
		sc.Aim = true
	case OfPeople:
		sc.People = true
	}
}

// narrowTo leaves of two indicators that share a measure the one whose others are named.
func (sc *Scope) narrowTo(from []string) {
	for _, row := range measures {
		if len(row.Indicators) < 2 || len(from) != 1 || !slices.Contains(row.Indicators, from[0]) || !slices.Contains(sc.Indicators, from[0]) {
			continue
		}
		sc.Indicators = slices.DeleteFunc(sc.Indicators, func(id string) bool { return slices.Contains(row.Indicators, id) && id != from[0] })
	}
}

// Shared reports whether one word named all the indicators of a scope.
func (sc *Scope) Shared() bool {
	return slices.ContainsFunc(measures, func(m measure) bool { return len(m.Indicators) > 1 && slices.Equal(m.Indicators, sc.Indicators) })
}

// placeParts lets a part name its indicator, where none is named; one of another indicator
// is people of whom there is no figure.
func (sc *Scope) placeParts() {
	named := len(sc.Indicators) > 0
	var kept []Part
	for _, p := range sc.Parts {
		switch {
		case slices.Contains(sc.Indicators, p.Indicator):
		case !named && p.Indicator == indicator.WorkforceID, p.Name == "vsm":
			Add(&sc.Indicators, p.Indicator)
		default:
			sc.Narrow = true
			continue
		}
		kept = append(kept, p)
	}
	sc.Parts = kept
}

// SinceIn reports whether a year between two tokens is where a change began.
func (s *Sentence) SinceIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		switch s.Tokens[i].Word {
		case "since", "between":
			return true
		case "from":
			if i+1 < len(s.Tokens) && (s.Tokens[i+1].Number != nil || s.Tokens[i+1].Year != 0) {
				return true
			}
		}
	}
	return s.Has(OfThan, lo, hi)
}

// Inherit takes from what was said before what a clause does not say itself.
func (sc *Scope) Inherit(before Scope) {
	if len(sc.Indicators) == 0 {
		sc.Indicators, sc.Subs, sc.Named = before.Indicators, before.Subs, before.Named
		if len(sc.Parts) == 0 {
			sc.Parts = before.Parts
		}
		if len(sc.Roles) == 0 {
			sc.Roles = before.Roles
		}
	}
	if len(sc.Years) == 0 && len(sc.Back) == 0 && !sc.Spanned {
		sc.Years, sc.Back, sc.Since = before.Years, before.Back, before.Since
	}
}

func Add[T comparable](to *[]T, these ...T) {
	for _, t := range these {
		if !slices.Contains(*to, t) {
			*to = append(*to, t)
		}
	}
}
