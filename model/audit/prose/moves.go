package prose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/phrase"
	"wres/model/audit/series"
)

// move checks a direction.
func (r *reader) move(s *sentence, w phrase.Window, m phrase.Mark, sc phrase.Scope) {
	if m.Form == phrase.Present && len(sc.Years) == 0 && len(sc.Back) == 0 {
		return
	}
	if m.Form == phrase.Noun && s.Year == 0 && !s.HasVerb(w) && !s.hasNumber(w) && len(sc.Years) == 0 && len(sc.Back) == 0 {
		return // "an increase in representation" can be an aim
	}
	way, negated, ok := s.turned(w, m)
	if !ok || !s.bearing(m, sc) {
		return
	}
	if r.ownNumbers(s, w, m, way, sc) {
		return
	}
	steps := r.cells.Steps(sc, way)
	var yes, no []series.Step
	for _, st := range steps {
		v := st.Judge(way)
		if negated && v != series.Unclear {
			v = series.Agrees + series.Against - v
		}
		switch v {
		case series.Agrees:
			yes = append(yes, st)
		case series.Against:
			no = append(no, st)
		}
	}
	if len(yes)+len(no) > 0 {
		r.claims++
	}
	if r.wrongMeasure(s, w, m, way, sc, yes, no) || len(no) == 0 || len(yes) > 0 {
		if gaps := kept(yes, func(st series.Step) bool { return st.Gap && st.Ratio }); len(gaps) > 0 && !negated {
			r.gapBears(s, w, m, gaps[0])
		}
		return
	}
	st := mostTelling(no)
	severity := finding.Decision
	if way == phrase.Same || way == phrase.Alike || st.Exact && st.By.Lo == 0 {
		severity = finding.Value
	}
	r.find(s, finding.Finding{Kind: finding.Direction, Severity: severity, At: st.Key, Printed: s.claim(w, m), Computed: st.Computed(), Says: r.moved(st) + "."})
}

// hasNumber reports whether a clause has a number that is not the name of something.
func (s *sentence) hasNumber(w phrase.Window) bool {
	for i := w.Lo; i < w.Hi; i++ {
		if s.Tokens[i].Number != nil && s.Kinds[i].How != phrase.Naming {
			return true
		}
	}
	return false
}

// turned gives the direction that is meant, and whether it is denied. It answers false
// where what is denied is only that it was significant.
func (s *sentence) turned(w phrase.Window, m phrase.Mark) (said phrase.Way, negated, ok bool) {
	said = m.Way
	for i := max(w.Lo, m.From-4); i < m.From; i++ {
		n := s.MarkAt[i]
		if n >= 0 && (s.Marks[n].Kind == phrase.OfNot || s.Marks[n].Kind == phrase.OfNone) {
			negated = true
		}
	}
	if negated && (s.Has(phrase.OfSignified, w.Lo, w.Hi) || m.Way == phrase.Same || m.Way == phrase.Alike) {
		return said, negated, false
	}
	if s.Has(phrase.OfFigure, w.Lo, w.Hi) {
		for _, f := range s.Marks {
			if f.Kind == phrase.OfFigure && f.Role == phrase.AsGap && f.From >= w.Lo && f.From < w.Hi {
				switch said {
				case phrase.Up, phrase.Worse:
					said = phrase.Wider
				case phrase.Down, phrase.Better:
					said = phrase.Nearer
				}
			}
		}
	}
	return said, negated, true
}

// bearing reports whether a clause says enough for a direction to be held against it: what
// moved stands in it, and not only in the heading.
func (s *sentence) bearing(m phrase.Mark, sc phrase.Scope) bool {
	if !sc.Named && s.Unfamiliar() {
		return false
	}
	if m.Way == phrase.Better || m.Way == phrase.Worse || !sc.Named {
		return len(sc.Roles) > 0
	}
	return len(sc.Roles) > 0 || len(sc.Groups) > 0 || len(sc.Subs) > 0
}

// mostTelling takes of several readings the latest, and of those a rate before a count.
func mostTelling(steps []series.Step) series.Step {
	best := steps[0]
	for _, st := range steps[1:] {
		if st.To > best.To || st.To == best.To && best.Exact && !st.Exact {
			best = st
		}
	}
	return best
}

// moved says a step in words: "Indicator 7, BME, % fell: 51.72% in 2023, 48.77% in 2024".
func (r *reader) moved(st series.Step) string {
	at := st.Key
	at.Year = 0
	of, rose, fell := r.where(at), "rose", "fell"
	if st.Gap {
		of, rose, fell = "the gap ("+r.where(document.Key{Indicator: at.Indicator})+")", "became wider", "became narrower"
	}
	verb := "did not clearly change"
	switch {
	case st.Exact && st.By.Lo == 0:
		verb = "stayed"
	case st.By.Lo >= 0:
		verb = rose
	case st.By.Hi <= 0:
		verb = fell
	}
	return fmt.Sprintf("%s %s: %s in %s, %s in %s", capital(of), verb, st.Before, st.From, st.After, st.To)
}

// capital writes a text with a capital letter in front.
func capital(text string) string {
	if text == "" {
		return ""
	}
	return strings.ToUpper(text[:1]) + text[1:]
}

// opens reports whether a word only joins a clause to the one before.
func (s *sentence) opens(i int) bool {
	m := s.MarkAt[i]
	return m >= 0 && s.Marks[m].Kind == phrase.OfBorder || slices.Contains([]string{"and", "with", "then"}, s.WordAt(i))
}

// claim gives the words of a clause, as they are printed.
func (s *sentence) claim(w phrase.Window, m phrase.Mark) string {
	lo, hi := w.Lo, w.Hi
	for lo < hi && (s.Tokens[lo].Sign != 0 || s.opens(lo)) {
		lo++
	}
	for hi > lo && s.Tokens[hi-1].Sign != 0 && s.Tokens[hi-1].Sign != ')' {
		hi--
	}
	return s.Words(lo, hi)
}

// ownNumbers finds a direction that its own two numbers deny: "increased from 28.1% to
// 25.4%".
func (r *reader) ownNumbers(s *sentence, w phrase.Window, m phrase.Mark, said phrase.Way, sc phrase.Scope) bool {
	from, to := -1, -1
	for i := w.Lo; i < w.Hi; i++ {
		switch u := s.Kinds[i]; {
		case s.Tokens[i].Number == nil:
		case u.How == phrase.Starting && from < 0:
			from = i
		case u.How == phrase.Ending && from >= 0 && to < 0:
			to = i
		}
	}
	if from < 0 || to < 0 || s.Kinds[from].Unit != s.Kinds[to].Unit {
		return false
	}
	a, b := s.Tokens[from].Number, s.Tokens[to].Number
	rose := b.Value > a.Value
	if a.Value == b.Value || (said != phrase.Up && said != phrase.Down) || rose == (said == phrase.Up) {
		return false
	}
	r.claims++
	k := document.Key{}
	if len(sc.Indicators) == 1 {
		k.Indicator = sc.Indicators[0]
	}
	way := "lower"
	if rose {
		way = "higher"
	}
	r.find(s, finding.Finding{
		Kind: finding.Direction, Severity: finding.Decision, At: k, Printed: s.claim(w, m), Computed: s.Words(from, from+1) + " to " + s.Words(to, to+1),
		Says: fmt.Sprintf("%s is %s than %s: the sentence says the opposite.", s.Words(to, to+1), way, s.Words(from, from+1)),
	})
	return true
}

// wrongMeasure finds a direction that is true of another figure only. The share of those to
// whom something happened can rise while the group's rate falls; and the share of a few
// people, while their number stands, because there are fewer others.
func (r *reader) wrongMeasure(s *sentence, w phrase.Window, m phrase.Mark, said phrase.Way, sc phrase.Scope, yes, no []series.Step) bool {
	if said != phrase.Up && said != phrase.Down {
		return false
	}
	if rates, shares := kept(no, rate), kept(yes, shareOnly); len(rates) > 0 && len(shares) > 0 && len(kept(yes, rate)) == 0 && s.rated(w) {
		a, b := mostTelling(rates), mostTelling(shares)
		r.find(s, finding.Finding{
			Kind: finding.Measure, Severity: finding.Decision, At: a.Key, Printed: s.claim(w, m), Computed: a.Computed(),
			Says: fmt.Sprintf("%s. What %s is another figure. %s.", r.moved(a), verbOf(said), r.moved(b)),
		})
		return true
	}
	return r.fewerOthers(s, w, m, said, sc, no)
}

func verbOf(said phrase.Way) string {
	if said == phrase.Up {
		return "rose"
	}
	return "fell"
}

func kept(steps []series.Step, keep func(series.Step) bool) []series.Step {
	var out []series.Step
	for _, st := range steps {
		if keep(st) {
			out = append(out, st)
		}
	}
	return out
}

func rate(st series.Step) bool      { return !st.Share && !st.Ratio && !st.Exact && !st.Gap }
func shareOnly(st series.Step) bool { return st.Share }

// rated reports whether a clause tells of the people of a group that something happens to
// ("the proportion of BME candidates being appointed"), and not of those to whom it did
// ("the proportion of appointees who are BME").
func (s *sentence) rated(w phrase.Window) bool {
	group, event := -1, -1
	for _, m := range s.Marks {
		if m.From < w.Lo || m.From >= w.Hi {
			continue
		}
		if m.Kind == phrase.OfGroup && group < 0 {
			group = m.From
		}
		if m.Kind == phrase.OfMeasure && m.Text == "events" && event < 0 {
			event = m.From
		}
	}
	if group < 0 || event < group {
		return false
	}
	share := s.Words(w.Lo, group)
	return strings.Contains(share, "roportion") || strings.Contains(share, "ercentage") || strings.Contains(share, "rate of") || strings.Contains(share, "%")
}

// few is the largest whole of which one person more or less is said to be the share's doing.
const few = 30

// fewerOthers finds "an increase in representation" on a board, or in another small part,
// where the number of people did not rise.
func (r *reader) fewerOthers(s *sentence, w phrase.Window, m phrase.Mark, said phrase.Way, sc phrase.Scope, no []series.Step) bool {
	if said != phrase.Up || !s.presence(w) {
		return false
	}
	found := false
	for _, n := range no {
		whole := n.Key
		whole.Group = phrase.All
		before, hadBefore := r.cells.Only(whole, n.From)
		after, hasAfter := r.cells.Only(whole, n.To)
		if !n.Exact || n.Key.Group != phrase.BME || !hadBefore || !hasAfter || after.Value >= before.Value || before.Value > few*phrase.One || n.By.Hi > 0 {
			continue
		}
		r.find(s, finding.Finding{
			Kind: finding.Measure, Severity: finding.Value, At: n.Key, Printed: s.claim(w, m), Computed: people(n.Earlier) + " in " + n.From.String() + ", " + people(n.Later) + " in " + n.To.String(),
			Says: fmt.Sprintf("%s of %s in %s and %s of %s in %s: the number of people did not rise; the whole became smaller.",
				people(n.Earlier), people(before.Amount), n.From, people(n.Later), people(after.Amount), n.To),
		})
		found = true
	}
	return found
}

func people(a phrase.Amount) string { return strconv.FormatInt(a.SignedValue()/phrase.One, 10) }

// presence reports whether a clause speaks of representation, and prints no share of its own.
func (s *sentence) presence(w phrase.Window) bool {
	is := false
	for _, m := range s.Marks {
		if m.Kind == phrase.OfFigure && m.From >= w.Lo && m.From < w.Hi {
			if m.Role != phrase.AsPresence {
				return false
			}
			is = true
		}
	}
	for i := w.Lo; i < w.Hi; i++ {
		if n := s.Tokens[i].Number; n != nil && n.Percent {
			return false
		}
	}
	return is
}
