package prose

import (
	"fmt"
	"slices"

	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
)

// contrast checks that there are people of a group now where there were none in the years
// before. Each part that is named is checked by itself.
func (r *reader) contrast(s *sentence, w phrase.Window, sc phrase.Scope) {
	if sc.Others || sc.Aim || len(sc.Groups) != 1 || len(sc.Years) > 1 {
		return
	}
	denied := s.Has(phrase.OfNot, w.Lo, w.Hi)
	for _, id := range sc.Indicators {
		for _, se := range r.cells.Order {
			k := se.Key
			if k.Indicator != id || se.Role != phrase.AsNumber && se.Role != phrase.AsPercent || k.Group != sc.Groups[0] || !se.WithinPart(&sc) || k.Part == "" && id == "1" {
				continue
			}
			if se.Role == phrase.AsPercent && r.cells.CountedToo(k) {
				continue
			}
			r.claims++
			if !denied {
				r.notNew(s, w, se)
			}
		}
	}
}

// notNew finds the last year before the latest in which there were people already.
func (r *reader) notNew(s *sentence, w phrase.Window, se *series.Series) {
	years := se.Years()
	if len(years) == 0 || years[len(years)-1] != r.latest {
		return
	}
	last := len(years) - 1
	if now := se.At(r.latest); len(now) == 1 && now[0].Value == 0 {
		r.find(s, finding.Finding{Kind: finding.Contrast, Severity: finding.Decision, At: series.KeyOf(se, r.latest), Printed: s.claim(w, phrase.Mark{}), Computed: now[0].Printed, Says: fmt.Sprintf("%s has %s.", r.where(series.KeyOf(se, r.latest)), now[0].Printed)})
		return
	}
	for i := last - 1; i >= 0; i-- {
		before := se.At(years[i])
		if len(before) != 1 || before[0].Value == 0 {
			continue
		}
		k := series.KeyOf(se, years[i])
		r.find(s, finding.Finding{
			Kind: finding.Contrast, Severity: finding.Decision, At: k, Printed: s.claim(w, phrase.Mark{}), Computed: before[0].Printed + " in " + years[i].String(),
			Says: fmt.Sprintf("There was in %s already: %s (%s).%s", years[i], before[0].Printed, r.where(k), r.cells.TrueOf(s.ScopeOf(0, len(s.Tokens)), se)),
		})
		return
	}
}

// nobody checks that there is nobody of a group in a part: "there are no BME members on the
// Board".
func (r *reader) nobody(s *sentence, w phrase.Window, sc phrase.Scope) {
	if sc.Others || sc.Aim || sc.Narrow || len(sc.Groups) != 1 || len(w.Anchors) > 0 || slices.ContainsFunc(sc.Back, func(back int) bool { return back > 0 }) || sc.Spanned {
		return
	}
	none := slices.ContainsFunc(s.Marks, func(m phrase.Mark) bool {
		at := s.MarkAt[min(m.To, len(s.Tokens)-1)]
		return (m.Kind == phrase.OfNone || m.Kind == phrase.OfNot && s.WordAt(m.From) == "no") && m.From >= w.Lo && m.To < w.Hi && at >= 0 && s.Marks[at].Kind == phrase.OfGroup
	})
	for _, se := range r.cells.Order {
		if !none || se.Role != phrase.AsNumber || se.Key.Group != sc.Groups[0] || !slices.Contains(sc.Indicators, se.Key.Indicator) || !se.WithinPart(&sc) || series.Compared(se.Key) {
			continue
		}
		y := r.cells.Latest
		if len(sc.Years) == 1 {
			y = sc.Years[0]
		}
		r.claims++
		if found := se.At(y); len(found) == 1 && found[0].Value > 0 && len(sc.Years) < 2 {
			k := series.KeyOf(se, y)
			r.find(s, finding.Finding{Kind: finding.Number, Severity: finding.Decision, At: k, Printed: s.claim(w, phrase.Mark{}), Computed: found[0].Printed, Says: fmt.Sprintf("The tables have %s (%s).", found[0].Printed, r.where(k))})
		}
	}
}
