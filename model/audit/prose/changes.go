package prose

import (
	"fmt"
	"math"
	"slices"

	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
)

// change checks by how much something is said to have moved: "by 1.5%", "a 3% decrease". A
// percentage moves by percentage points; by as many per cent it moves by something else.
func (r *reader) change(s *sentence, i int, u *said, sc phrase.Scope) {
	n := s.Tokens[i].Number
	said := phrase.Up
	if u.Anchor >= 0 {
		var ok bool
		w := s.windowOf(i)
		if said, _, ok = s.turned(w, s.Marks[u.Anchor]); !ok || !s.bearing(s.Marks[u.Anchor], sc) {
			return
		}
	}
	steps := r.cells.Steps(sc, said)
	if u.Anchor < 0 {
		steps = append(steps, r.cells.Steps(sc, phrase.Wider)...)
	}
	best, fate := r.cells.Fits(steps, n.Amount, u.Unit, said, u.Anchor < 0)
	switch {
	case fate == series.Nothing && u.Anchor >= 0:
		r.wrongChange(s, i, u, sc, said, steps)
		return
	case fate == series.Nothing:
		if r.cells.Derived(series.Unsigned(n.Amount), u.Use, sc) {
			u.fate = Change
		}
		return
	}
	u.fate, u.at = Change, best.Key
	if fate == series.AsPoints && u.Unit == phrase.Percents && !best.Gap && !best.Exact && u.Anchor >= 0 {
		r.find(s, finding.Finding{
			Kind: finding.Unit, Severity: finding.Value, At: best.Key, Printed: s.quantity(i, u), Computed: r.cells.TrueChange(best),
			Says: fmt.Sprintf("%s%s. That is %s; in per cent of what it was, %s.%s", r.moved(best), r.cells.AttainedBy(best), r.cells.TrueChange(best), r.cells.Relative(best), r.cells.Attainability(best, n.Amount)),
		})
	}
}

// quantity gives a number with its unit and the word for its direction, as printed.
func (s *sentence) quantity(i int, u *said) string {
	lo, hi := i, s.AfterUnit(i, u.Unit)
	if u.Anchor >= 0 {
		m := s.Marks[u.Anchor]
		if m.From > i && m.From-i <= 4 {
			hi = m.To
		} else if m.To <= i && i-m.To <= 4 {
			lo = m.From
		}
	}
	return s.Words(lo, hi)
}

// wrongChange finds a change that no reading has, where the sentence says of what it is.
func (r *reader) wrongChange(s *sentence, i int, u *said, sc phrase.Scope, said phrase.Way, steps []series.Step) {
	if sc.Narrow || sc.Others || sc.Aim || len(steps) == 0 || u.Unit == phrase.Times || len(sc.Groups) != 1 && !slices.Contains(sc.Subs, phrase.Known) || len(sc.Roles) == 0 {
		return
	}
	n := s.Tokens[i].Number
	if n.Decimals == 0 && s.Marks[u.Anchor].Form == phrase.Noun && !s.HasVerb(s.windowOf(i)) {
		return // "a 20% reduction" can be an aim
	}
	keys := map[document.Key]bool{}
	for _, st := range steps {
		if st.Judge(said) != series.Agrees || st.Exact != (u.Unit == phrase.NoUnit) {
			return // the direction itself is wrong, which is told by itself, or not clear
		}
		keys[st.Key] = true
	}
	if len(keys) != 1 {
		return
	}
	st := steps[0]
	if !sc.Named && series.Alikeness(n.Amount, st.Size(n.Decimals)) == series.Unlike {
		return
	}
	u.fate, u.at = Change, st.Key
	if st.Exact && u.Unit != phrase.NoUnit || u.Unit == phrase.NoUnit && n.Decimals == 0 && !st.Exact {
		return
	}
	kind := finding.Change
	says := fmt.Sprintf("%s. That is %s", r.moved(st), r.cells.TrueChange(st))
	if !st.Exact && !st.Ratio {
		says += ", or " + r.cells.Relative(st) + " of what it was"
	}
	if u.Unit == phrase.Points && n.Value > 0 && phrase.SpanOf(n.Amount).Meets(phrase.Span{Lo: math.Abs(st.Later.Float()/st.Earlier.Float()-1)*100 - 0.05, Hi: math.Abs(st.Later.Float()/st.Earlier.Float()-1)*100 + 0.05}) {
		kind, says = finding.Unit, says+fmt.Sprintf(". %s is the change in per cent, not in points", n.String())
	}
	r.find(s, finding.Finding{Kind: kind, Severity: finding.Value, At: st.Key, Printed: s.quantity(i, u), Computed: r.cells.TrueChange(st), Says: says + "."})
}

// windowOf gives the clause of a token.
func (s *sentence) windowOf(i int) phrase.Window {
	for _, w := range s.Windows {
		if i >= w.Lo && i < w.Hi {
			return w
		}
	}
	return phrase.Window{Lo: 0, Hi: len(s.Tokens)}
}
