package prose

import (
	"slices"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
)

// side checks that one group is more likely, or higher, than the other.
func (r *reader) side(s *sentence, w phrase.Window, m phrase.Mark, sc phrase.Scope) {
	if m.Likely && m.Way != phrase.Alike && s.thanYear(w, m) {
		sc.Roles = []phrase.Role{phrase.AsChance}
		r.move(s, w, m, sc)
		return
	}
	if m.Way == phrase.Alike && slices.Contains([]string{"times", "twice", "half", "thrice"}, s.WordAt(m.From-1)) {
		return // "1.61 times as likely": the number says by how much
	}
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
	var yes, no []series.Apart
	for _, a := range r.cells.Aparts(sc, subject, object) {
		switch a.Judge(m.Way) {
		case series.Agrees:
			yes = append(yes, a)
		case series.Against:
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
		says += a.Says(r.doc.Terms, subject, object)
	}
	severity := finding.Decision
	if m.Way == phrase.Alike {
		severity = finding.Value
	}
	r.find(s, finding.Finding{Kind: finding.Direction, Severity: severity, At: no[0].Key, Printed: s.claim(w, m), Computed: no[0].Computed(), Says: capital(says) + "."})
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

// thanYear reports whether a group is compared with itself in another year: "less likely than
// last year".
func (s *sentence) thanYear(w phrase.Window, m phrase.Mark) bool {
	groups := 0
	for _, g := range s.Marks {
		if g.Kind == phrase.OfGroup && g.From >= w.Lo && g.From < w.Hi {
			groups++
		}
	}
	for _, t := range s.Marks {
		if t.Kind != phrase.OfThan || t.From < m.To || t.From >= w.Hi || t.To >= len(s.Tokens) {
			continue
		}
		to := t.To
		for slices.Contains([]string{"in", "the", "they", "were"}, s.WordAt(to)) {
			to++
		}
		if to >= len(s.Tokens) {
			return false
		}
		n := s.MarkAt[to]
		return groups == 1 && (s.Tokens[to].Year != 0 || n >= 0 && s.Marks[n].Kind == phrase.OfYears)
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
