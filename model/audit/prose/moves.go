package prose

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/indicator"
)

// step is what a reading of a claim went through: two years of a figure, or of a gap.
type step struct {
	key      document.Key // of the later year
	from, to model.Year
	before   string // as printed
	after    string
	by       span // what was added, in the figure's own unit
	exact    bool // both are whole numbers
	good     way  // up or down, whichever is better; 0: not known
	gap      bool // by is of a distance between groups
	share    bool // a share of those to whom it happened, and not a rate
	ratio    bool
	small    bool // of a part that has few people, whose number did not rise
	earlier  amount
	later    amount
}

// verdict is how a step stands to what is said of it.
type verdict uint8

const (
	unclear verdict = iota
	agrees
	against
)

// move checks a direction.
func (r *reader) move(s *sentence, w window, m mark, sc scope) {
	if m.form == present && len(sc.years) == 0 && len(sc.back) == 0 {
		return
	}
	way, negated, ok := s.turned(w, m)
	if !ok || !s.bearing(m, sc) {
		return
	}
	if r.ownNumbers(s, w, m, way, sc) {
		return
	}
	steps := r.cells.steps(sc, way)
	var yes, no []step
	for _, st := range steps {
		v := st.judge(way)
		if negated && v != unclear {
			v = agrees + against - v
		}
		switch v {
		case agrees:
			yes = append(yes, st)
		case against:
			no = append(no, st)
		}
	}
	if len(yes)+len(no) > 0 {
		r.claims++
	}
	if r.wrongMeasure(s, w, m, way, sc, yes, no) || len(no) == 0 || len(yes) > 0 {
		if gaps := kept(yes, func(st step) bool { return st.gap && st.ratio }); len(gaps) > 0 && !negated {
			r.gapBears(s, w, m, gaps[0])
		}
		return
	}
	st := mostTelling(no)
	severity := finding.Decision
	if way == same || way == alike || st.exact && st.by.lo == 0 {
		severity = finding.Value
	}
	r.find(s, finding.Finding{Kind: finding.Direction, Severity: severity, At: st.key, Printed: s.claim(w, m), Computed: st.computed(), Says: r.moved(st) + "."})
}

// turned gives the direction that is meant, and whether it is denied. It answers false
// where what is denied is only that it was significant.
func (s *sentence) turned(w window, m mark) (said way, negated, ok bool) {
	said = m.way
	for i := max(w.lo, m.from-4); i < m.from; i++ {
		n := s.markAt[i]
		if n >= 0 && (s.marks[n].kind == ofNot || s.marks[n].kind == ofNone) {
			negated = true
		}
	}
	if negated && (s.has(ofSignified, w.lo, w.hi) || m.way == same || m.way == alike) {
		return said, negated, false
	}
	if s.has(ofFigure, w.lo, w.hi) {
		for _, f := range s.marks {
			if f.kind == ofFigure && f.role == asGap && f.from >= w.lo && f.from < w.hi {
				switch said {
				case up, worse:
					said = wider
				case down, better:
					said = nearer
				}
			}
		}
	}
	return said, negated, true
}

// bearing reports whether a clause says enough for a direction to be held against it: what
// moved stands in it, and not only in the heading.
func (s *sentence) bearing(m mark, sc scope) bool {
	if !sc.named && s.unfamiliar() {
		return false
	}
	if m.way == better || m.way == worse || !sc.named {
		return len(sc.roles) > 0
	}
	return len(sc.roles) > 0 || len(sc.groups) > 0 || len(sc.subs) > 0
}

// steps gives the readings of a direction, as two years of each figure that may be meant.
func (t *cells) steps(sc scope, said way) []step {
	var out []step
	gap := said == wider || said == nearer
	for _, se := range t.order {
		if gap {
			out = append(out, t.gapSteps(sc, se)...)
			continue
		}
		if !se.within(&sc) {
			continue
		}
		for _, pair := range se.pairs(&sc, t.latest) {
			for _, a := range se.at(pair[0]) {
				for _, b := range se.at(pair[1]) {
					out = append(out, newStep(se, a, b, said))
				}
			}
		}
	}
	return out
}

func newStep(se *series, a, b cell, said way) step {
	k := se.key
	k.Year = b.year
	st := step{
		key: k, from: a.year, to: b.year, before: a.printed, after: b.printed, earlier: a.amount, later: b.amount,
		by: spanOf(b.amount).less(spanOf(a.amount)), exact: a.exact && b.exact && !a.made, share: se.share, ratio: se.role == asRatio, good: goodWay(se),
	}
	if st.ratio && (said == better || said == worse) {
		st.by, st.good = distance(b.amount).less(distance(a.amount)), down
	}
	if se.role == asGap && (said == better || said == worse) {
		st.by, st.good = absolute(spanOf(b.amount)).less(absolute(spanOf(a.amount))), down
	}
	return st
}

// goodWay says which way a figure of the group improves, from the catalogue; 0 where that is
// not told by the figure alone.
func goodWay(se *series) way {
	ind := indicator.Lookup(se.key.Indicator)
	switch {
	case ind == nil:
	case ind.Better == indicator.Up:
		return up
	case ind.Better == indicator.Down:
		return down
	case se.key.Group == bme && (ind.Shape != indicator.Likelihood || ind.Gain[0] != ""):
		return up
	case se.key.Group == bme:
		return down
	}
	return 0
}

// distance gives how far a ratio lies from 1, as a logarithm.
func distance(a amount) span {
	s := spanOf(a)
	if s.lo <= 0 {
		return span{0, math.Inf(1)}
	}
	return absolute(span{math.Log(s.lo), math.Log(s.hi)})
}

func absolute(s span) span {
	lo, hi := math.Abs(s.lo), math.Abs(s.hi)
	if s.lo <= 0 && s.hi >= 0 {
		return span{0, max(lo, hi)}
	}
	return span{min(lo, hi), max(lo, hi)}
}

// gapSteps gives the readings of a gap of a series: the ratio's distance from 1, the
// printed difference, or that of the two groups' rates.
func (t *cells) gapSteps(sc scope, se *series) []step {
	other := se.key
	other.Group = white
	ok := se.role == asRatio || se.role == asGap || se.role == asPercent && !se.share && se.key.Group == bme && t.series[other] != nil && compared(se.key)
	if probe := sc; ok {
		probe.roles, probe.groups, probe.subs = nil, nil, nil
		ok = se.within(&probe)
	}
	if !ok {
		return nil
	}
	var out []step
	for _, pair := range se.pairs(&sc, t.latest) {
		a, b := t.gapAt(se, pair[0]), t.gapAt(se, pair[1])
		if a == nil || b == nil {
			continue
		}
		k := se.key
		k.Year = pair[1]
		out = append(out, step{key: k, from: pair[0], to: pair[1], before: a.text, after: b.text, by: b.distance.less(a.distance), gap: true, ratio: se.role == asRatio, good: down})
	}
	return out
}

// compared reports whether an indicator sets the groups' rates side by side.
func compared(k document.Key) bool {
	ind := indicator.Lookup(k.Indicator)
	return ind != nil && (ind.Shape == indicator.Likelihood || ind.Shape == indicator.Survey)
}

// gap is how far two groups are apart in a year.
type gap struct {
	text     string
	distance span
}

func (t *cells) gapAt(se *series, y model.Year) *gap {
	found := se.at(y)
	if len(found) != 1 {
		return nil
	}
	c := found[0]
	switch se.role {
	case asRatio:
		return &gap{c.printed, distance(c.amount)}
	case asGap:
		return &gap{c.printed, absolute(spanOf(c.amount))}
	}
	other := se.key
	other.Group = white
	w, ok := t.only(other, y)
	if !ok {
		return nil
	}
	apart := amount{value: c.value - w.value, decimals: max(c.decimals, w.decimals)}
	if apart.value < 0 {
		apart.value = -apart.value
	}
	return &gap{apart.String() + " points", absolute(spanOf(c.amount).less(spanOf(w.amount)))}
}

// judge sets a step against a direction.
func (st step) judge(said way) verdict {
	rose, fell := st.by.lo > 1e-9, st.by.hi < -1e-9
	still := st.exact && st.by.lo == 0 && st.by.hi == 0
	switch said {
	case better, worse:
		if st.good == 0 {
			return agrees // which way is better is not told: no fault is
		}
		if (said == better) == (st.good == down) {
			return st.judge(down)
		}
		return st.judge(up)
	case up, wider:
		return choose(rose, fell || still)
	case down, nearer:
		return choose(fell, rose || still)
	case same:
		return choose(!rose && !fell, st.apart() > 1)
	}
	return choose(st.apart() <= 1, st.apart() > 5)
}

// apart gives the size of a step in percentage points, in tenths of a ratio, or for people in
// per cent.
func (st step) apart() float64 {
	size := min(math.Abs(st.by.lo), math.Abs(st.by.hi))
	switch {
	case st.ratio:
		return size * 10
	case st.exact && st.earlier.value > 0:
		return size / st.earlier.float() * 100
	}
	return size
}

func choose(yes, no bool) verdict {
	switch {
	case yes:
		return agrees
	case no:
		return against
	}
	return unclear
}

// mostTelling takes of several readings the latest, and of those a rate before a count.
func mostTelling(steps []step) step {
	best := steps[0]
	for _, st := range steps[1:] {
		if st.to > best.to || st.to == best.to && best.exact && !st.exact {
			best = st
		}
	}
	return best
}

// moved says a step in words.
func (r *reader) moved(st step) string {
	at := st.key
	at.Year = 0
	of := r.where(at)
	if st.gap {
		of = "the gap of " + strings.Replace(r.where(document.Key{Indicator: at.Indicator}), ", ", "", 1)
	}
	verb := "went from"
	if st.exact && st.by.lo == 0 {
		return fmt.Sprintf("%s was %s in %s and is %s in %s", of, st.before, st.from, st.after, st.to)
	}
	switch {
	case st.by.lo > 0:
		verb = "rose from"
	case st.by.hi < 0:
		verb = "fell from"
	}
	return fmt.Sprintf("%s %s %s in %s to %s in %s", of, verb, st.before, st.from, st.after, st.to)
}

// computed says what is true in a clause.
func (st step) computed() string { return st.before + " to " + st.after }

// claim gives the words of a claim: those from its direction to the end of the clause for a
// noun, and those up to it for a verb.
func (s *sentence) claim(w window, m mark) string {
	lo, hi := w.lo, w.hi
	for lo < hi && s.tokens[lo].word == "" && s.tokens[lo].number == nil && s.tokens[lo].year == 0 {
		lo++
	}
	for hi > lo && s.tokens[hi-1].sign != 0 && s.tokens[hi-1].sign != ')' {
		hi--
	}
	return s.text(lo, hi)
}

// ownNumbers finds a direction that its own two numbers deny: "increased from 28.1% to
// 25.4%".
func (r *reader) ownNumbers(s *sentence, w window, m mark, said way, sc scope) bool {
	from, to := -1, -1
	for i := w.lo; i < w.hi; i++ {
		switch u := s.kinds[i]; {
		case s.tokens[i].number == nil:
		case u.how == starting && from < 0:
			from = i
		case u.how == ending && from >= 0 && to < 0:
			to = i
		}
	}
	if from < 0 || to < 0 || s.kinds[from].unit != s.kinds[to].unit {
		return false
	}
	a, b := s.tokens[from].number, s.tokens[to].number
	rose := b.value > a.value
	if a.value == b.value || (said != up && said != down) || rose == (said == up) {
		return false
	}
	r.claims++
	k := document.Key{}
	if len(sc.indicators) == 1 {
		k.Indicator = sc.indicators[0]
	}
	way := "lower"
	if rose {
		way = "higher"
	}
	r.find(s, finding.Finding{
		Kind: finding.Direction, Severity: finding.Decision, At: k, Printed: s.claim(w, m), Computed: s.text(from, from+1) + " to " + s.text(to, to+1),
		Says: fmt.Sprintf("%s is %s than %s: the sentence says the opposite.", s.text(to, to+1), way, s.text(from, from+1)),
	})
	return true
}

// wrongMeasure finds a direction that is true of another figure only. The share of those to
// whom something happened can rise while the group's rate falls; and the share of a few
// people, while their number stands, because there are fewer others.
func (r *reader) wrongMeasure(s *sentence, w window, m mark, said way, sc scope, yes, no []step) bool {
	if said != up && said != down {
		return false
	}
	if rates, shares := kept(no, rate), kept(yes, shareOnly); len(rates) > 0 && len(shares) > 0 && len(kept(yes, rate)) == 0 && s.rated(w) {
		a, b := mostTelling(rates), mostTelling(shares)
		r.find(s, finding.Finding{
			Kind: finding.Measure, Severity: finding.Decision, At: a.key, Printed: s.claim(w, m), Computed: a.computed(),
			Says: fmt.Sprintf("%s. What %s is another figure: %s.", r.moved(a), verbOf(said), r.moved(b)),
		})
		return true
	}
	return r.fewerOthers(s, w, m, said, sc, no)
}

func verbOf(said way) string {
	if said == up {
		return "rose"
	}
	return "fell"
}

func kept(steps []step, keep func(step) bool) []step {
	var out []step
	for _, st := range steps {
		if keep(st) {
			out = append(out, st)
		}
	}
	return out
}

func rate(st step) bool      { return !st.share && !st.ratio && !st.exact && !st.gap }
func shareOnly(st step) bool { return st.share }

// rated reports whether a clause tells of the people of a group that something happens to
// ("the proportion of BME candidates being appointed"), and not of those to whom it did
// ("the proportion of appointees who are BME").
func (s *sentence) rated(w window) bool {
	group, event := -1, -1
	for _, m := range s.marks {
		if m.from < w.lo || m.from >= w.hi {
			continue
		}
		if m.kind == ofGroup && group < 0 {
			group = m.from
		}
		if m.kind == ofMeasure && m.text == "events" && event < 0 {
			event = m.from
		}
	}
	if group < 0 || event < group {
		return false
	}
	share := s.text(w.lo, group)
	return strings.Contains(share, "roportion") || strings.Contains(share, "ercentage") || strings.Contains(share, "rate of") || strings.Contains(share, "%")
}

// few is the largest whole of which one person more or less is said to be the share's doing.
const few = 30

// fewerOthers finds "an increase in representation" on a board, or in another small part,
// where the number of people did not rise.
func (r *reader) fewerOthers(s *sentence, w window, m mark, said way, sc scope, no []step) bool {
	if said != up || !s.presence(w) {
		return false
	}
	found := false
	for _, n := range no {
		whole := n.key
		whole.Group = all
		before, hadBefore := r.cells.only(whole, n.from)
		after, hasAfter := r.cells.only(whole, n.to)
		if !n.exact || n.key.Group != bme || !hadBefore || !hasAfter || after.value >= before.value || before.value > few*one || n.by.hi > 0 {
			continue
		}
		r.find(s, finding.Finding{
			Kind: finding.Measure, Severity: finding.Value, At: n.key, Printed: s.claim(w, m), Computed: people(n.earlier) + " in " + n.from.String() + ", " + people(n.later) + " in " + n.to.String(),
			Says: fmt.Sprintf("%s of %s in %s and %s of %s in %s: the number of people did not rise; the whole became smaller.",
				people(n.earlier), people(before.amount), n.from, people(n.later), people(after.amount), n.to),
		})
		found = true
	}
	return found
}

func people(a amount) string { return strconv.FormatInt(a.signedValue()/one, 10) }

// presence reports whether a clause speaks of representation, and prints no share of its own.
func (s *sentence) presence(w window) bool {
	is := false
	for _, m := range s.marks {
		if m.kind == ofFigure && m.from >= w.lo && m.from < w.hi {
			if m.role != asPresence {
				return false
			}
			is = true
		}
	}
	for i := w.lo; i < w.hi; i++ {
		if n := s.tokens[i].number; n != nil && n.percent {
			return false
		}
	}
	return is
}
