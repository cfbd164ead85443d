package prose

import (
	"fmt"
	"slices"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/indicator"
)

// side checks that one group is more likely, or higher, than the other.
func (r *reader) side(s *sentence, w phrase.Window, m phrase.Mark, sc phrase.Scope) {
	subject, object, ok := s.sidesOf(w, m)
	if !ok || s.denied(w, m) {
		return
	}
	if !m.Likely && object == "" || len(sc.Indicators) == 0 || !sc.Named && !s.bare(m) {
		return
	}
	if object == "" {
		object = counterpart(subject)
	}
	if subject != phrase.BME && subject != phrase.White || object != phrase.BME && object != phrase.White || subject == object {
		return
	}
	r.claims++
	var yes, no []apart
	for _, a := range r.cells.aparts(s, sc, subject, object) {
		switch a.judge(m.Way) {
		case agrees:
			yes = append(yes, a)
		case against:
			no = append(no, a)
		}
	}
	if len(yes) > 0 {
		if m.Likely {
			r.bears(s, w, m, subject, object, yes[0])
		}
		return
	}
	if len(no) == 0 {
		return
	}
	says := ""
	for i, a := range no[:min(len(no), 4)] {
		if i > 0 {
			says += "; "
		}
		says += a.says(r, subject, object)
	}
	severity := finding.Decision
	if m.Way == phrase.Alike {
		severity = finding.Value
	}
	r.find(s, finding.Finding{Kind: finding.Direction, Severity: severity, At: no[0].key, Printed: s.claim(w, m), Computed: no[0].computed(r, subject, object), Says: capital(says) + "."})
}

// bare reports whether nothing but the other side stands behind a side: what is likely is
// then what the heading says.
func (s *sentence) bare(m phrase.Mark) bool {
	if m.To >= len(s.Tokens) || s.Tokens[m.To].Sign != 0 {
		return true
	}
	n := s.MarkAt[m.To]
	return n >= 0 && (s.Marks[n].Kind == phrase.OfThan || s.Marks[n].Kind == phrase.OfBorder)
}

func counterpart(group string) string {
	if group == phrase.BME {
		return phrase.White
	}
	return phrase.BME
}

// denied reports whether a side is denied ("no more likely"), or bounded by a condition.
func (s *sentence) denied(w phrase.Window, m phrase.Mark) bool {
	for i := max(w.Lo, m.From-3); i < m.From; i++ {
		n := s.MarkAt[i]
		if n >= 0 && (s.Marks[n].Kind == phrase.OfNot || s.Marks[n].Kind == phrase.OfNone) || s.Tokens[i].Word == "longer" {
			return true
		}
	}
	return false
}

// sidesOf gives whom a side is said of, and against whom: the groups on either side of
// "than". "Compared to white staff, BME staff are more likely" has them the other way.
func (s *sentence) sidesOf(w phrase.Window, m phrase.Mark) (subject, object string, ok bool) {
	than := -1
	for n, t := range s.Marks {
		if t.Kind == phrase.OfThan && t.From >= w.Lo && t.From < w.Hi {
			if than >= 0 {
				if t.From < m.To {
					continue
				}
			}
			than = n
		}
	}
	var before, after []string
	for _, g := range s.Marks {
		if g.Kind != phrase.OfGroup || g.From < w.Lo || g.From >= w.Hi || g.Text == phrase.Known {
			continue
		}
		if than >= 0 && g.From > s.Marks[than].From {
			phrase.Add(&after, g.Text)
		} else {
			phrase.Add(&before, g.Text)
		}
	}
	switch {
	case than < 0:
		return first(before), "", len(before) == 1
	case s.Marks[than].From < m.From: // the side is behind "compared to"
		if len(after) == 2 && len(before) == 0 {
			return after[1], after[0], true
		}
		return first(before), first(after), len(before) == 1 && len(after) == 1
	case len(after) == 0: // than last year, than others
		return "", "", false
	}
	return first(before), first(after), len(before) == 1 && len(after) == 1
}

func first(of []string) string {
	if len(of) == 0 {
		return ""
	}
	return of[0]
}

// apart is a year's two groups, by their rates or by the ratio.
type apart struct {
	key            document.Key
	by             phrase.Span // of the subject, above the object
	subject        string
	object         string
	ratio          string // as printed; "" for rates
	top, under     string
	level          float64 // size of the difference: as a ratio, less 1
	whites, others document.Key
}

func (a apart) judge(said phrase.Way) verdict {
	switch said {
	case phrase.Up:
		return choose(a.by.Lo > 1e-9, a.by.Hi < -1e-9)
	case phrase.Down:
		return choose(a.by.Hi < -1e-9, a.by.Lo > 1e-9)
	}
	return choose(a.level <= 0.25, a.level > 0.25)
}

// aparts gives the readings of a comparison: in each year that is named, or in the latest.
func (t *cells) aparts(s *sentence, sc phrase.Scope, subject, object string) []apart {
	var out []apart
	probe := sc
	probe.Roles, probe.Groups = nil, nil
	for _, se := range t.order {
		k := se.key
		if !se.within(&probe) || se.share || se.role != phrase.AsRatio && (se.role != phrase.AsPercent || k.Group != subject) {
			continue
		}
		if !compared(k) {
			continue
		}
		for _, y := range t.yearsOf(sc, se) {
			for _, c := range se.at(y) {
				if a, ok := t.apart(se, c, y, subject, object); ok {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

// yearsOf gives the years that a statement of a series may be of.
func (t *cells) yearsOf(sc phrase.Scope, se *series) []model.Year {
	have := se.years()
	if len(have) == 0 {
		return nil
	}
	latest := have[len(have)-1]
	if slices.Contains(have, t.latest) {
		latest = t.latest
	}
	var out []model.Year
	for _, y := range sc.Years {
		phrase.Add(&out, y)
		if ind := indicator.Lookup(se.key.Indicator); ind != nil && ind.Shape == indicator.Survey {
			phrase.Add(&out, y+1)
		}
	}
	for _, back := range sc.Back {
		phrase.Add(&out, latest-model.Year(back))
	}
	if len(out) == 0 || sc.Since {
		phrase.Add(&out, latest)
	}
	if sc.Spanned {
		phrase.Add(&out, have...)
	}
	return slices.DeleteFunc(out, func(y model.Year) bool { return !slices.Contains(have, y) })
}

func (t *cells) apart(se *series, c cell, y model.Year, subject, object string) (apart, bool) {
	k := se.key
	k.Year = y
	if se.role == phrase.AsRatio {
		ind := indicator.Lookup(k.Indicator)
		d := phrase.Span{Lo: phrase.SpanOf(c.Amount).Lo - 1, Hi: phrase.SpanOf(c.Amount).Hi - 1}
		if ind.Compare.String() == object {
			d = d.Negated()
		} else if ind.Compare.String() != subject {
			return apart{}, false
		}
		v := c.Float()
		return apart{key: k, by: d, ratio: c.printed, level: max(v, 1/max(v, 1e-9)) - 1}, v > 0
	}
	other := se.key
	other.Group = object
	o, ok := t.only(other, y)
	if !ok {
		return apart{}, false
	}
	a, b := c.Float(), o.Float()
	return apart{key: k, by: phrase.SpanOf(c.Amount).Less(phrase.SpanOf(o.Amount)), top: c.printed, under: o.printed, level: max(a, b)/max(min(a, b), 1e-9) - 1}, true
}

// says tells what the figures are.
func (a apart) says(r *reader, subject, object string) string {
	t := r.doc.Terms
	at := document.Key{Indicator: a.key.Indicator, Year: a.key.Year}
	if a.ratio != "" {
		return fmt.Sprintf("%s: the relative likelihood of %s over %s is %s", r.where(at), t.GroupName(topOf(a.key)), t.GroupName(bottomOf(a.key)), a.ratio)
	}
	return fmt.Sprintf("%s: %s %s, %s %s", r.where(at), t.GroupName(subject), a.top, t.GroupName(object), a.under)
}

func topOf(k document.Key) string    { return indicator.Lookup(k.Indicator).Compare.String() }
func bottomOf(k document.Key) string { return indicator.Lookup(k.Indicator).Reference.String() }

// computed says in a clause what is true.
func (a apart) computed(r *reader, subject, object string) string {
	if a.ratio != "" {
		return "ratio " + a.ratio
	}
	return a.top + " against " + a.under
}
