package prose

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/stats"
)

// change checks by how much something is said to have moved: "by 1.5%", "a 3% decrease". A
// percentage moves by percentage points; by as many per cent it moves by something else.
func (r *reader) change(s *sentence, i int, u *said, sc scope) {
	n := s.tokens[i].number
	said := up
	if u.anchor >= 0 {
		var ok bool
		w := s.windowOf(i)
		if said, _, ok = s.turned(w, s.marks[u.anchor]); !ok {
			return
		}
	}
	steps := r.cells.steps(sc, said)
	if u.anchor < 0 {
		steps = append(steps, r.cells.steps(sc, wider)...)
	}
	best, fate := r.cells.fits(steps, n.amount, u.unit, said, u.anchor < 0)
	switch {
	case fate == nothing && u.anchor >= 0:
		r.wrongChange(s, i, u, sc, said, steps)
		return
	case fate == nothing:
		return
	}
	u.fate, u.at = Change, best.key
	if fate == asPoints && u.unit == percents && !best.gap && !best.exact && u.anchor >= 0 {
		r.find(s, finding.Finding{
			Kind: finding.Unit, Severity: finding.Value, At: best.key, Printed: s.quantity(i, u), Computed: r.cells.trueChange(best),
			Says: fmt.Sprintf("%s: %s%s, which is percentage points and not per cent (%s of what it was).%s", r.moved(best), r.cells.trueChange(best), r.cells.attainedBy(best), relative(best), r.cells.attainability(best, n.amount)),
		})
	}
}

// fit is how a number agrees with a step.
type fit uint8

const (
	nothing    fit = iota
	asPoints       // it is the difference of the two figures
	asRelative     // it is the difference in per cent of the earlier
)

// fits finds a step that a number is the size of. Where it is in per cent, one of which it is
// per cent goes before one of which it is points.
func (t *cells) fits(steps []step, n amount, in unit, said way, either bool) (step, fit) {
	var best step
	found := nothing
	for _, st := range steps {
		size := st.by
		if !either && (said == down || said == nearer) || either && size.hi < 0 {
			size = size.negated()
		}
		if in != points && (in == percents || !st.exact) && !st.gap {
			if a, b := st.earlier.float(), st.later.float(); a > 0 {
				rel := (b/a - 1) * 100
				if rel < 0 && (either || said == down) || said == down {
					rel = -rel
				}
				point := span{rel, rel}
				if in == percents && spanOf(unsigned(n)).meets(widened(point, st)) && (spanOf(unsigned(n)).meets(point) || !st.isDifference(n)) {
					return st, asRelative
				}
			}
		}
		if st.exact && in == percents || st.ratio && !st.gap && in == percents {
			continue
		}
		if found == nothing && (near(unsigned(n), size) || st.differs(unsigned(n))) {
			best, found = st, asPoints
		}
	}
	return best, found
}

func unsigned(n amount) amount {
	n.minus = false
	return n
}

// widened allows for what the rounding of two figures does to their quotient.
func widened(s span, st step) span {
	a, b := spanOf(st.earlier), spanOf(st.later)
	if a.lo <= 0 {
		return s
	}
	lo, hi := (b.lo/a.hi-1)*100, (b.hi/a.lo-1)*100
	if s.lo*(lo+hi) < 0 {
		lo, hi = -hi, -lo
	}
	return span{min(s.lo, lo), max(s.hi, hi)}
}

// size gives by how much the printed figures differ.
func (st step) size(decimals int) amount {
	d := st.later.signedValue() - st.earlier.signedValue()
	if d < 0 {
		d = -d
	}
	return amount{value: d, decimals: decimals}
}

// near reports whether a number prints something of a range, rounded or cut.
func near(n amount, size span) bool {
	if size.hi < 0 {
		return false
	}
	v, unit := n.float(), float64(n.unit())/one
	return spanOf(n).meets(size) || v <= size.lo && size.lo < v+unit
}

// differs reports whether a number is the difference of the two figures as they are printed,
// or one of its last digit off it.
func (st step) differs(n amount) bool {
	d := st.later.signedValue() - st.earlier.signedValue()
	if d < 0 {
		d = -d
	}
	off := d - n.value
	if off < 0 {
		off = -off
	}
	sameWay := st.by.lo >= 0 || st.by.hi <= 0
	return !st.gap && sameWay && off <= n.unit() && n.value > 0 && n.decimals > 0 && n.decimals >= min(st.earlier.decimals, st.later.decimals)
}

// isDifference reports whether a number is exactly the difference of the two figures as they
// are printed.
func (st step) isDifference(n amount) bool {
	d := st.later.signedValue() - st.earlier.signedValue()
	return d == n.value || d == -n.value
}

// trueChange gives by how much a figure moved: in percentage points to two decimals where
// the counts behind it are known, or as many as it is printed with.
func (t *cells) trueChange(st step) string {
	if st.exact {
		return signed(strconv.FormatInt((st.later.signedValue()-st.earlier.signedValue())/one, 10))
	}
	if all := t.attainable(st); len(all) > 0 {
		if len(all) == 1 {
			return signed(all[0]) + " percentage points"
		}
		for i := range all {
			all[i] = strings.TrimLeft(all[i], "-")
		}
		return strings.Join(all[:len(all)-1], ", ") + " or " + all[len(all)-1] + " percentage points"
	}
	decimals := min(st.earlier.decimals, st.later.decimals)
	text := strconv.FormatFloat(st.later.float()-st.earlier.float(), 'f', decimals, 64)
	if st.ratio {
		return signed(text)
	}
	return signed(text) + " percentage points"
}

func signed(text string) string {
	if minus, is := strings.CutPrefix(text, "-"); is {
		return "−" + minus
	}
	return "+" + text
}

// attainable gives each change in percentage points, to two decimals, that whole numbers
// behind the two percentages allow, from the smallest; none where they are not known.
func (t *cells) attainable(st step) []string {
	before, after := st.key, st.key
	a, b := t.counts(before, st.from), t.counts(after, st.to)
	if len(a)*len(b) == 0 || len(a)*len(b) > 12 {
		return nil
	}
	var changes []float64
	for _, x := range a {
		for _, y := range b {
			changes = append(changes, (share(y)-share(x))*100)
		}
	}
	slices.SortFunc(changes, func(x, y float64) int {
		return int(math.Copysign(1, math.Abs(x)-math.Abs(y)))
	})
	var texts []string
	for _, c := range changes {
		text := strconv.FormatFloat(c, 'f', 2, 64)
		if !slices.Contains(texts, text) {
			texts = append(texts, text)
		}
	}
	return texts
}

func share(c stats.Count) float64 { return float64(c.Events) / float64(c.AtRisk) }

// attainedBy tells the counts of a change, where there is one pair.
func (t *cells) attainedBy(st step) string {
	a, b := t.counts(st.key, st.from), t.counts(st.key, st.to)
	if len(a) != 1 || len(b) != 1 {
		return ""
	}
	return fmt.Sprintf(" (%d of %d to %d of %d)", a[0].Events, a[0].AtRisk, b[0].Events, b[0].AtRisk)
}

// attainability says that no whole numbers give the number, where that is so.
func (t *cells) attainability(st step, n amount) string {
	all := t.attainable(st)
	if len(all) < 2 || n.decimals < 2 || slices.Contains(all, n.String()) || slices.Contains(all, "-"+n.String()) {
		return ""
	}
	return fmt.Sprintf(" Whole numbers of people give %s; %s is the difference of two figures of unlike decimals.", t.trueChange(st), n.String())
}

func relative(st step) string {
	a, b := st.earlier.float(), st.later.float()
	if a == 0 {
		return "from nothing"
	}
	return signed(strconv.FormatFloat((b/a-1)*100, 'f', 1, 64)) + "%"
}

// quantity gives a number with its unit and the word for its direction, as printed.
func (s *sentence) quantity(i int, u *said) string {
	lo, hi := i, s.afterUnit(i, u.unit)
	if u.anchor >= 0 {
		m := s.marks[u.anchor]
		if m.from > i && m.from-i <= 4 {
			hi = m.to
		} else if m.to <= i && i-m.to <= 4 {
			lo = m.from
		}
	}
	return s.text(lo, hi)
}

// wrongChange finds a change that no reading has, where the sentence says of what it is.
func (r *reader) wrongChange(s *sentence, i int, u *said, sc scope, said way, steps []step) {
	if sc.narrow || sc.others || sc.aim || len(steps) == 0 || u.unit == times || len(sc.groups) != 1 && !slices.Contains(sc.subs, known) || len(sc.roles) == 0 {
		return
	}
	n := s.tokens[i].number
	keys := map[document.Key]bool{}
	for _, st := range steps {
		if st.judge(said) != agrees || st.exact != (u.unit == noUnit) {
			return // the direction itself is wrong, which is told by itself, or not clear
		}
		keys[st.key] = true
	}
	if len(keys) != 1 {
		return
	}
	st := steps[0]
	if !sc.named && alikeness(n.amount, st.size(n.decimals)) == unlike {
		return
	}
	u.fate, u.at = Change, st.key
	if st.exact && u.unit != noUnit || u.unit == noUnit && n.decimals == 0 && !st.exact {
		return
	}
	kind := finding.Change
	says := fmt.Sprintf("%s: that is %s", r.moved(st), r.cells.trueChange(st))
	if !st.exact && !st.ratio {
		says += ", or " + relative(st) + " of what it was"
	}
	if u.unit == points && n.value > 0 && spanOf(n.amount).meets(span{math.Abs(st.later.float()/st.earlier.float()-1)*100 - 0.05, math.Abs(st.later.float()/st.earlier.float()-1)*100 + 0.05}) {
		kind, says = finding.Unit, says+fmt.Sprintf(". %s is the change in per cent, not in points", n.String())
	}
	r.find(s, finding.Finding{Kind: kind, Severity: finding.Value, At: st.key, Printed: s.quantity(i, u), Computed: r.cells.trueChange(st), Says: says + "."})
}

// windowOf gives the clause of a token.
func (s *sentence) windowOf(i int) window {
	for _, w := range s.windows {
		if i >= w.lo && i < w.hi {
			return w
		}
	}
	return window{lo: 0, hi: len(s.tokens)}
}
