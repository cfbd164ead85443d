package tables

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/measure"
	"wres/model/indicator"
)

// shareFigures are the figures that a change or a difference of an indicator is of, by its
// shape.
var shareFigures = map[indicator.Shape]string{
	indicator.Bands: "percentage-of-workforce", indicator.Survey: "percentage", indicator.Board: "percentage-of-board", indicator.Likelihood: "likelihood",
}

// value gives a share in per cent: what it can be, and exactly where its counts are printed.
func (c *printedColumn) value(k document.Key) (s span, exact bool, f *document.Figure) {
	f = c.figure(k)
	if of, is := measure.ShareOf(c.ind, k); is {
		n, counted := c.count(of.Of)
		base, from := c.count(of.Base)
		if counted != nil && from != nil && base > 0 && !c.wrong[counted] && !c.wrong[from] {
			return exactly(big.NewRat(100*n, base)), true, f
		}
	}
	if f == nil || c.wrong[f] || !percent(f) {
		return span{}, false, nil
	}
	return spanOf(f.Number.Value, f.Number.Decimals), false, f
}

// gaps looks at printed differences: BME less white of a survey, the board less the workforce.
func (r *reader) gaps(c *printedColumn) {
	for _, f := range c.figures {
		if f.Printed.Figure != "difference" || !f.IsNumber {
			continue
		}
		gap, exact, is := c.gap(f.Part)
		if !is || gap.meets(spanOf(f.Number.Value, f.Number.Decimals)) || !f.Number.Signed && gap.absolute().meets(spanOf(f.Number.Value, f.Number.Decimals)) {
			continue
		}
		as := finding.Finding{Kind: finding.Change, Computed: points(gap.middle(), f.Number.Decimals), Says: "This is what the two shares printed beside it differ by."}
		if !exact && points(gap.low, f.Number.Decimals) != points(gap.high, f.Number.Decimals) {
			as.Computed = points(gap.low, f.Number.Decimals) + " to " + points(gap.high, f.Number.Decimals)
		}
		if f.Number.Value.Sign()*gap.middle().Sign() < 0 && f.Number.Signed {
			as.Severity = finding.Decision
		}
		r.add(c, f, as)
	}
}

// gap gives the difference that an indicator has.
func (c *printedColumn) gap(part string) (s span, exact, is bool) {
	if model.IsTotal(part) {
		part = ""
	}
	switch c.ind.Shape {
	case indicator.Survey:
		b, e1, f := c.value(c.key(shareFigures[c.ind.Shape], "bme", part))
		w, e2, g := c.value(c.key(shareFigures[c.ind.Shape], "white", part))
		return differ(b, w, f != nil || e1, g != nil || e2, e1 && e2)
	case indicator.Board:
		b, e1, f := c.value(c.key(shareFigures[c.ind.Shape], "bme", part))
		staff := *c
		staff.ind = indicator.Lookup(indicator.WorkforceID)
		w, e2, g := staff.value(document.Key{Year: c.year, Indicator: indicator.WorkforceID, Figure: shareFigures[indicator.Bands], Group: "bme"})
		return differ(b, w, f != nil || e1, g != nil || e2, e1 && e2)
	}
	return span{}, false, false
}

func differ(a, b span, isA, isB, exact bool) (span, bool, bool) {
	if !isA || !isB {
		return span{}, false, false
	}
	return a.minus(b), exact, true
}

// before gives the column of the year before a year of which the document has one.
func (c *printedColumn) before() *printedColumn {
	var best *printedColumn
	for _, other := range c.all.columns {
		if other.ind == c.ind && other.year < c.year && (best == nil || other.year > best.year || other.year == best.year && other.source == c.source && best.source != c.source) {
			best = other
		}
	}
	return best
}

// movement is a printed change and what the figures of the two years give for it.
type movement struct {
	figure     *document.Figure
	from, to   span
	exact      bool
	attainable []string // the changes that whole numbers allow, where they are few
}

// changes looks at printed changes from the year before. Of a likelihood it is not told
// which of its figures has changed, so that nothing is said.
func (r *reader) changes(c *printedColumn) {
	was := c.before()
	if was == nil || c.ind.Shape == indicator.Likelihood {
		return
	}
	for _, f := range c.figures {
		if f.Printed.Figure != "change" || !f.IsNumber {
			continue
		}
		k := f.Key()
		k.Figure = shareFigures[c.ind.Shape]
		m := movement{figure: f}
		var e1, e2 bool
		var now, then *document.Figure
		m.to, e1, now = c.value(k)
		k.Year = was.year
		m.from, e2, then = was.value(k)
		if now == nil && !e1 || then == nil && !e2 {
			continue
		}
		m.exact = e1 && e2
		m.attainable = c.attainable(was, k, f.Number.Decimals)
		r.change(c, m)
	}
}

// words of a change that go up or down, as a report says them beside its figure.
var ups, downs = []string{"increas", "rise", "rose", "up ", "grew", "higher"}, []string{"decreas", "fall", "fell", "down ", "reduc", "drop", "lower"}

func says(text string, words []string) bool {
	text = strings.ToLower(text) + " "
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(text, w) })
}

// change compares a printed change with what the two years give.
func (r *reader) change(c *printedColumn, m movement) {
	f := m.figure
	change := m.to.minus(m.from)
	value, direction := f.Number.Value, 0
	switch {
	case f.Number.Signed:
		direction = value.Sign()
	case says(f.Says, downs) && !says(f.Says, ups):
		direction = -1
	case says(f.Says, ups) && !says(f.Says, downs):
		direction = 1
	}
	size := spanOf(new(big.Rat).Abs(value), f.Number.Decimals)
	inPoints := change.absolute().meets(size)
	relative := false
	if quotient, is := m.to.over(m.from); is {
		of := span{new(big.Rat).Sub(quotient.low, one), new(big.Rat).Sub(quotient.high, one)}
		hundred := big.NewRat(100, 1)
		relative = span{new(big.Rat).Mul(of.low, hundred), new(big.Rat).Mul(of.high, hundred)}.absolute().meets(size)
	}
	turned := direction > 0 && change.high.Sign() < 0 || direction < 0 && change.low.Sign() > 0
	// Near 100% both readings fit: who subtracts two percentages that stand beside each other
	// has percentage points.
	if !turned && (f.Number.Percent && relative && !inPoints || !f.Number.Percent && inPoints) {
		return
	}
	as := finding.Finding{Kind: finding.Change, Computed: m.printed()}
	if f.Number.Percent && inPoints {
		as.Kind = finding.Unit
	}
	as.Says = r.explain(c, m, as.Kind == finding.Unit)
	if turned {
		as.Severity, as.Kind = finding.Decision, finding.Direction
	}
	r.add(c, f, as)
}

// printed writes the change as it should have been.
func (m movement) printed() string {
	change := m.to.minus(m.from)
	if len(m.attainable) > 1 {
		return joined(m.attainable, " or ") + " percentage points"
	}
	return points(change.middle(), max(m.figure.Number.Decimals, 2))
}

func (r *reader) explain(c *printedColumn, m movement, unit bool) string {
	from, to := m.from.middle().FloatString(2)+"%", m.to.middle().FloatString(2)+"%"
	said := fmt.Sprintf("From %s to %s", from, to)
	if ratio, is := exactly(m.to.middle()).over(exactly(m.from.middle())); is {
		percent := new(big.Rat).Mul(new(big.Rat).Sub(ratio.low, one), big.NewRat(100, 1))
		sign := map[bool]string{true: "", false: "+"}[percent.Sign() < 0]
		said += fmt.Sprintf(" is a change of %s, which is %s%s%% of what it was", points(m.to.minus(m.from).middle(), 2), sign, strings.Replace(percent.FloatString(1), "-", "−", 1))
	}
	if unit {
		said += ": the difference of two percentages is in percentage points"
	}
	return said + "."
}

// attainable lists the sizes that a change can have, where its percentages have few whole
// numbers behind them.
func (c *printedColumn) attainable(was *printedColumn, k document.Key, decimals int) []string {
	now := k
	now.Year = c.year
	a, an := c.counts(now)
	b, bn := was.counts(k)
	if len(a)*len(b) == 0 || len(a)*len(b) > 6 {
		return nil
	}
	var all []string
	for _, x := range a {
		for _, y := range b {
			d := new(big.Rat).Sub(big.NewRat(100*x, an), big.NewRat(100*y, bn))
			s := d.Abs(d).FloatString(max(decimals, 2))
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
	}
	slices.Sort(all)
	return all
}

// counts lists the counts that a percentage can have, out of a base that is printed.
func (c *printedColumn) counts(k document.Key) (all []int64, of int64) {
	share, is := measure.ShareOf(c.ind, k)
	if !is {
		return nil, 0
	}
	of, base := c.count(share.Base)
	if n, f := c.count(share.Of); f != nil && base != nil && of > 0 {
		return []int64{n}, of
	}
	f := c.figure(k)
	if f == nil || base == nil || of == 0 {
		return nil, 0
	}
	least, greatest, can := measure.Behind(f, of, measure.Rounded)
	for n := least; can && n <= greatest && n < least+10; n++ {
		all = append(all, n)
	}
	return all, of
}
