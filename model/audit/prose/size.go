package prose

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"wres/model/audit/phrase"
	"wres/model/stats"
)

// fit is how a number agrees with a step.
type fit uint8

// fits finds a step that a number is the size of. Where it is in per cent, one of which it is
// per cent goes before one of which it is points.
func (t *cells) fits(steps []step, n phrase.Amount, in phrase.Unit, said phrase.Way, either bool) (step, fit) {
	var best step
	found := nothing
	for _, st := range steps {
		size := st.by
		if !either && (said == phrase.Down || said == phrase.Nearer) || either && size.Hi < 0 {
			size = size.Negated()
		}
		if in != phrase.Points && (in == phrase.Percents || !st.exact) && !st.gap {
			if a, b := st.earlier.Float(), st.later.Float(); a > 0 {
				rel := (b/a - 1) * 100
				if rel < 0 && (either || said == phrase.Down) || said == phrase.Down {
					rel = -rel
				}
				point := phrase.Span{Lo: rel, Hi: rel}
				if in == phrase.Percents && phrase.SpanOf(unsigned(n)).Meets(widened(point, st)) && (phrase.SpanOf(unsigned(n)).Meets(point) || !st.isDifference(n)) {
					return st, asRelative
				}
			}
		}
		if st.exact && in == phrase.Percents || st.ratio && !st.gap && in == phrase.Percents {
			continue
		}
		if found == nothing && (near(unsigned(n), size) || st.differs(unsigned(n))) {
			best, found = st, asPoints
		}
	}
	return best, found
}

func unsigned(n phrase.Amount) phrase.Amount {
	n.Minus = false
	return n
}

// widened allows for what the rounding of two figures does to their quotient.
func widened(s phrase.Span, st step) phrase.Span {
	a, b := phrase.SpanOf(st.earlier), phrase.SpanOf(st.later)
	if a.Lo <= 0 {
		return s
	}
	lo, hi := (b.Lo/a.Hi-1)*100, (b.Hi/a.Lo-1)*100
	if s.Lo*(lo+hi) < 0 {
		lo, hi = -hi, -lo
	}
	return phrase.Span{Lo: min(s.Lo, lo), Hi: max(s.Hi, hi)}
}

// size gives by how much the printed figures differ.
func (st step) size(decimals int) phrase.Amount {
	d := st.later.SignedValue() - st.earlier.SignedValue()
	if d < 0 {
		d = -d
	}
	return phrase.Amount{Value: d, Decimals: decimals}
}

// near reports whether a number prints something of a range, rounded or cut.
func near(n phrase.Amount, size phrase.Span) bool {
	if size.Hi < 0 {
		return false
	}
	v, unit := n.Float(), float64(n.Unit())/phrase.One
	return phrase.SpanOf(n).Meets(size) || v <= size.Lo && size.Lo < v+unit
}

// differs reports whether a number is the difference of the two figures as they are printed,
// or one of its last digit off it.
func (st step) differs(n phrase.Amount) bool {
	d := st.later.SignedValue() - st.earlier.SignedValue()
	if d < 0 {
		d = -d
	}
	off := d - n.Value
	if off < 0 {
		off = -off
	}
	sameWay := st.by.Lo >= 0 || st.by.Hi <= 0
	return !st.gap && sameWay && off <= n.Unit() && n.Value > 0 && n.Decimals > 0 && n.Decimals >= min(st.earlier.Decimals, st.later.Decimals)
}

// isDifference reports whether a number is exactly the difference of the two figures as they
// are printed.
func (st step) isDifference(n phrase.Amount) bool {
	d := st.later.SignedValue() - st.earlier.SignedValue()
	return d == n.Value || d == -n.Value
}

// trueChange gives by how much a figure moved: in percentage points to two decimals where
// the counts behind it are known, or as many as it is printed with.
func (t *cells) trueChange(st step) string {
	if st.exact {
		return signed(strconv.FormatInt((st.later.SignedValue()-st.earlier.SignedValue())/phrase.One, 10))
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
	decimals := min(st.earlier.Decimals, st.later.Decimals)
	text := strconv.FormatFloat(st.later.Float()-st.earlier.Float(), 'f', decimals, 64)
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

// relative gives a change in per cent of what it was, of the counts behind it where they are
// known.
func (t *cells) relative(st step) string {
	a, b := st.earlier.Float(), st.later.Float()
	if x, y := t.counts(st.key, st.from), t.counts(st.key, st.to); len(x) == 1 && len(y) == 1 {
		a, b = share(x[0]), share(y[0])
	}
	if a == 0 {
		return "from nothing"
	}
	return signed(strconv.FormatFloat((b/a-1)*100, 'f', 1, 64)) + "%"
}

// attainability says that no whole numbers give the number, where that is so.
func (t *cells) attainability(st step, n phrase.Amount) string {
	all := t.attainable(st)
	if len(all) < 2 || n.Decimals < 2 || slices.Contains(all, n.String()) || slices.Contains(all, "-"+n.String()) {
		return ""
	}
	return fmt.Sprintf(" No whole numbers of people give %s.", n.String())
}

const (
	nothing    fit = iota
	asPoints       // it is the difference of the two figures
	asRelative     // it is the difference in per cent of the earlier
)
