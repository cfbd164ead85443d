package series

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

// Fits finds a step that a number is the size of. Where it is in per cent, one of which it is
// per cent goes before one of which it is points.
func (t *Cells) Fits(steps []Step, n phrase.Amount, in phrase.Unit, said phrase.Way, either bool) (Step, fit) {
	var best Step
	found := Nothing
	for _, st := range steps {
		size := st.By
		if !either && (said == phrase.Down || said == phrase.Nearer) || either && size.Hi < 0 {
			size = size.Negated()
		}
		if in != phrase.Points && (in == phrase.Percents || !st.Exact) && !st.Gap {
			if a, b := st.Earlier.Float(), st.Later.Float(); a > 0 {
				rel := (b/a - 1) * 100
				if rel < 0 && (either || said == phrase.Down) || said == phrase.Down {
					rel = -rel
				}
				point := phrase.Span{Lo: rel, Hi: rel}
				if in == phrase.Percents && phrase.SpanOf(Unsigned(n)).Meets(widened(point, st)) && (phrase.SpanOf(Unsigned(n)).Meets(point) || !st.isDifference(n)) {
					return st, asRelative
				}
			}
		}
		if st.Exact && in == phrase.Percents || st.Ratio && !st.Gap && in == phrase.Percents {
			continue
		}
		if found == Nothing && (Near(Unsigned(n), size) || st.differs(Unsigned(n))) {
			best, found = st, AsPoints
		}
	}
	return best, found
}

// Unsigned gives the size of a number.
func Unsigned(n phrase.Amount) phrase.Amount {
	n.Minus = false
	return n
}

// widened allows for what the rounding of two figures does to their quotient.
func widened(s phrase.Span, st Step) phrase.Span {
	a, b := phrase.SpanOf(st.Earlier), phrase.SpanOf(st.Later)
	if a.Lo <= 0 {
		return s
	}
	lo, hi := (b.Lo/a.Hi-1)*100, (b.Hi/a.Lo-1)*100
	if s.Lo*(lo+hi) < 0 {
		lo, hi = -hi, -lo
	}
	return phrase.Span{Lo: min(s.Lo, lo), Hi: max(s.Hi, hi)}
}

// Size gives by how much the printed figures differ.
func (st Step) Size(decimals int) phrase.Amount {
	d := st.Later.SignedValue() - st.Earlier.SignedValue()
	if d < 0 {
		d = -d
	}
	return phrase.Amount{Value: d, Decimals: decimals}
}

// Near reports whether a number prints something of a range, rounded or cut.
func Near(n phrase.Amount, size phrase.Span) bool {
	if size.Hi < 0 {
		return false
	}
	v, unit := n.Float(), float64(n.Unit())/phrase.One
	return phrase.SpanOf(n).Meets(size) || v <= size.Lo && size.Lo < v+unit
}

// differs reports whether a number is the difference of the two figures as they are printed,
// or one of its last digit off it.
func (st Step) differs(n phrase.Amount) bool {
	d := st.Later.SignedValue() - st.Earlier.SignedValue()
	if d < 0 {
		d = -d
	}
	off := d - n.Value
	if off < 0 {
		off = -off
	}
	sameWay := st.By.Lo >= 0 || st.By.Hi <= 0
	return !st.Gap && sameWay && off <= n.Unit() && n.Value > 0 && n.Decimals > 0 && n.Decimals >= min(st.Earlier.Decimals, st.Later.Decimals)
}

// isDifference reports whether a number is exactly the difference of the two figures as they
// are printed.
func (st Step) isDifference(n phrase.Amount) bool {
	d := st.Later.SignedValue() - st.Earlier.SignedValue()
	return d == n.Value || d == -n.Value
}

// TrueChange gives by how much a figure moved: in percentage points to two decimals where
// the counts behind it are known, or as many as it is printed with.
func (t *Cells) TrueChange(st Step) string {
	if st.Exact {
		return signed(strconv.FormatInt((st.Later.SignedValue()-st.Earlier.SignedValue())/phrase.One, 10))
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
	decimals := min(st.Earlier.Decimals, st.Later.Decimals)
	text := strconv.FormatFloat(st.Later.Float()-st.Earlier.Float(), 'f', decimals, 64)
	if st.Ratio {
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
func (t *Cells) attainable(st Step) []string {
	before, after := st.Key, st.Key
	a, b := t.Counts(before, st.From), t.Counts(after, st.To)
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

// AttainedBy tells the counts of a change, where there is one pair.
func (t *Cells) AttainedBy(st Step) string {
	a, b := t.Counts(st.Key, st.From), t.Counts(st.Key, st.To)
	if len(a) != 1 || len(b) != 1 {
		return ""
	}
	return fmt.Sprintf(" (%d of %d to %d of %d)", a[0].Events, a[0].AtRisk, b[0].Events, b[0].AtRisk)
}

// Relative gives a change in per cent of what it was, of the counts behind it where they are
// known.
func (t *Cells) Relative(st Step) string {
	a, b := st.Earlier.Float(), st.Later.Float()
	if x, y := t.Counts(st.Key, st.From), t.Counts(st.Key, st.To); len(x) == 1 && len(y) == 1 {
		a, b = share(x[0]), share(y[0])
	}
	if a == 0 {
		return "from nothing"
	}
	return signed(strconv.FormatFloat((b/a-1)*100, 'f', 1, 64)) + "%"
}

// Attainability says that no whole numbers give the number, where that is so.
func (t *Cells) Attainability(st Step, n phrase.Amount) string {
	all := t.attainable(st)
	if len(all) < 2 || n.Decimals < 2 || slices.Contains(all, n.String()) || slices.Contains(all, "-"+n.String()) {
		return ""
	}
	return fmt.Sprintf(" No whole numbers of people give %s.", n.String())
}

const (
	Nothing    fit = iota
	AsPoints       // it is the difference of the two figures
	asRelative     // it is the difference in per cent of the earlier
)
