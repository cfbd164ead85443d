package tables

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"wres/model/audit/column"
	"wres/model/audit/finding"
	"wres/model/indicator"
)

// misprint tells of one figure of a repair.
func (r mender) misprint(j judged, repair column.Repair, n int) {
	i := repair.Figures[n]
	c, must := j.cells[i], r.must(j, repair, n)
	severity := finding.Value
	if c.role == aRatio {
		if is, ok := new(big.Rat).SetString(must); ok {
			severity = sideways(c.Number.Value, is)
		}
	}
	says := strings.TrimSpace(r.arithmetic(j, i))
	if says == "" {
		says = "No whole numbers of people print as this column does."
	}
	if must == "another" {
		must = ""
	}
	if hidden := r.hidden(j, repair, i); hidden != "" && must != "" {
		says += " " + hidden
	} else if _, _, printed := j.pair(i); must != "" && !printed && !strings.Contains(says, must) {
		says += fmt.Sprintf(" %s would agree with the other figures of the column.", must)
	}
	if others := r.otherwise(j, repair); others != "" {
		says += " " + others
	}
	r.find(c, r.kind(j, i), severity, c.Printed.Printed, must, says)
}

// otherwise names other single figures that could be wrong in place of a repair's, and would
// then have one value.
func (r mender) otherwise(j judged, repair column.Repair) string {
	var others []string
	for _, other := range j.repairs {
		if len(other.Figures) == 1 && len(repair.Figures) == 1 && other.Figures[0] != repair.Figures[0] && len(other.Values[0]) == 1 {
			others = append(others, fmt.Sprintf("%s (%s) would have to be %s", j.cells[other.Figures[0]].Printed.Printed, r.short(j.cells[other.Figures[0]]), r.must(j, other, 0)))
		}
	}
	if len(others) == 0 {
		return ""
	}
	return "If it is right, " + strings.Join(others[:min(2, len(others))], ", or ") + "."
}

// hidden tells the counts behind a rate of which they are not printed, where the repair leaves
// one possibility.
func (r mender) hidden(j judged, repair column.Repair, i int) string {
	c := j.cells[i]
	if len(repair.Answer.Solutions) != 1 || c.role != aRate && c.role != aShare {
		return ""
	}
	if _, _, printed := j.pair(i); printed {
		return ""
	}
	f := j.column.Figures[i]
	top, under := f.Of(repair.Answer.Solutions[0])
	v, ok := j.column.Print(i, repair.Answer.Solutions[0])
	if !ok {
		return ""
	}
	of := ""
	if c.key.Group != known {
		of = fmt.Sprintf(" (%s of %s)", number(top), number(under))
	}
	return fmt.Sprintf("%s%s agrees with the other figures of the column.", c.turnBack(v), of)
}

// kind is what a misprint of a figure is called.
func (r mender) kind(j judged, i int) finding.Kind {
	c := j.cells[i]
	switch {
	case c.role == aRatio:
		return finding.Ratio
	case c.role == aCount && r.countSays(j, i) != "":
		return finding.Percentage
	case c.role == aCount:
		return finding.NoCounts
	}
	if n, of, ok := j.pair(i); ok {
		if _, one := r.otherPair(j, i, n, of); one {
			return finding.WrongBase
		}
		return finding.Percentage
	}
	if _, _, outside := j.bracket(i); outside {
		return finding.Bracket
	}
	return finding.NoCounts
}

// arithmetic tells in a sentence why a figure can't be right, where that is plain; with a
// space before it.
func (r mender) arithmetic(j judged, i int) string {
	c := j.cells[i]
	switch {
	case c.role == aRatio:
		return r.ratioSays(j, i)
	case c.role == aCount:
		return r.countSays(j, i)
	}
	if n, of, ok := j.pair(i); ok {
		says := " " + r.ofPair(c, n, of)
		if pair, one := r.otherPair(j, i, n, of); one {
			says += fmt.Sprintf("; %s is %s of %s%s", c.Printed.Printed, number(pair.n.low), number(pair.of.low), r.where(j, i, pair))
		} else if c.decimals() < j.most(c.role) {
			says += fmt.Sprintf("; %s is printed", c.Printed.Printed)
		}
		return says + "."
	}
	return r.bracketSays(j, i) + r.againstRatio(j, i)
}

// ofPair says what two counts give: "90 of 479 is 18.79%".
func (r mender) ofPair(c, n, of *cell) string {
	if of.low == 0 {
		return fmt.Sprintf("There is nobody of whom %s could be", c.Printed.Printed)
	}
	sign := "%"
	if !c.Number.Percent {
		sign = ""
	}
	some := n.low
	value, decimals := share(some, of.low), max(c.decimals(), 2)
	if len(c.readings) > 1 {
		value, decimals = big.NewRat(some, of.low), max(c.decimals(), 2)
	}
	return fmt.Sprintf("%s of %s is %s%s", number(some), number(of.low), text(value, decimals), sign)
}

// most gives the most decimals of the figures of a role in a column.
func (j *judged) most(of role) (most int) {
	for _, c := range j.cells {
		if c.role == of {
			most = max(most, c.decimals())
		}
	}
	return most
}

// pair gives the printed counts that a percentage of the column is made of.
func (j *judged) pair(i int) (n, of *cell, ok bool) {
	s := j.slots[i]
	switch s.kind {
	case column.Rate:
		n, of = j.cell(column.Events, s.group), j.cell(column.AtRisk, s.group)
	case column.ShareOfAtRisk:
		n, of = j.cell(column.AtRisk, s.group), j.cell(column.AtRisk, column.All)
	case column.ShareOfEvents:
		n, of = j.cell(column.Events, s.group), j.cell(column.Events, column.All)
	}
	if n == nil || of == nil || !n.exact() || !of.exact() || j.column.Halved {
		return nil, nil, false
	}
	return n, of, true
}

// countPair is two printed counts.
type countPair struct{ n, of *cell }

// otherPair gives the one other pair of the column's counts that a percentage is that of;
// false where none is, or several are.
func (r mender) otherPair(j judged, i int, n, of *cell) (pair countPair, one bool) {
	var all []countPair
	cells := r.withKnown(j)
	for _, a := range cells {
		for _, b := range cells {
			if !a.exact() || !b.exact() || a == b || a == n && b == of || a.low > b.low || b.low == 0 {
				continue
			}
			if spanOf(j.cells[i].readings[0].PrintedNumber).meets(exactly(share(a.low, b.low))) {
				all = append(all, countPair{a, b})
			}
		}
	}
	if len(all) != 1 {
		return countPair{}, false
	}
	return all[0], true
}

// withKnown gives the cells of a column, and how many are of a known ethnicity where that
// follows.
func (r mender) withKnown(j judged) []*cell {
	cells := slices.Clone(j.cells)
	for _, kind := range []column.Kind{column.AtRisk, column.Events} {
		whole := j.cell(kind, column.All)
		if whole == nil || j.cell(kind, column.Known) != nil {
			continue
		}
		if n, ok := r.known(whole.key); ok {
			some := *whole
			some.key.Group, some.low, some.high, some.origin = known, n, n, whole
			cells = append(cells, &some)
		}
	}
	return cells
}

// where says which other figure of a column is printed with the value of a pair.
func (r mender) where(j judged, i int, p countPair) string {
	for other, c := range j.cells {
		if n, of, ok := j.pair(other); other != i && ok && n == p.n && of == p.of && c.Number.Value.Cmp(j.cells[i].Number.Value) == 0 {
			if c.Line > 0 {
				return fmt.Sprintf(", as printed in line %d (%s)", c.Line, r.short(c))
			}
			return fmt.Sprintf(", as printed of another figure (%s)", r.short(c))
		}
	}
	return fmt.Sprintf(" (%s of %s)", r.short(p.n), r.short(p.of))
}

// bracket gives the pooled rate of the two groups beside BME, and reports whether it lies
// outside both of their printed rates, as it can't.
func (j *judged) bracket(i int) (n, of int64, outside bool) {
	w, u := j.cell(column.Rate, column.White), j.cell(column.Rate, column.Unknown)
	all, some := j.cell(column.AtRisk, column.All), j.cell(column.AtRisk, column.BME)
	allOf, someOf := j.cell(column.Events, column.All), j.cell(column.Events, column.BME)
	counts := []*cell{all, some, allOf, someOf}
	if slices.Contains(counts, nil) || w == nil || u == nil || j.cells[i] != w && j.cells[i] != u || j.column.Halved {
		return 0, 0, false
	}
	for _, c := range counts {
		if !c.exact() {
			return 0, 0, false
		}
	}
	n, of = allOf.low-someOf.low, all.low-some.low
	if of <= 0 || n < 0 {
		return 0, 0, false
	}
	pooled := exactly(share(n, of))
	a, b := reach(w.readings[0].PrintedNumber), reach(u.readings[0].PrintedNumber)
	below := pooled.high.Cmp(a.low) < 0 && pooled.high.Cmp(b.low) < 0
	above := pooled.low.Cmp(a.high) > 0 && pooled.low.Cmp(b.high) > 0
	return n, of, below || above
}

func (r mender) bracketSays(j judged, i int) string {
	n, of, outside := j.bracket(i)
	if !outside {
		return ""
	}
	w, u := j.cell(column.Rate, column.White), j.cell(column.Rate, column.Unknown)
	return fmt.Sprintf(" Of the %s who are not %s %s were %s, %s%%: that must lie between the rates of white and %s, and %s and %s are printed.",
		number(of), r.group(bme), number(n), w.ind.Counts.Events, text(share(n, of), 2), r.group(unknown), w.Printed.Printed, u.Printed.Printed)
}

// againstRatio tells of a rate that doesn't give the printed ratio.
func (r mender) againstRatio(j judged, i int) string {
	for k, s := range j.slots {
		if s.kind != column.Ratio {
			continue
		}
		over, under, ok := j.rates(s.group)
		if !ok || over != j.cells[i] && under != j.cells[i] {
			return ""
		}
		is := quotient(over.readings[0].Value, under.readings[0].Value)
		if printsAs(j.cells[k].Number, is) {
			return ""
		}
		return fmt.Sprintf(" %s over %s would be a ratio of %s, and %s is printed.", over.Printed.Printed, under.Printed.Printed, text(is, 2), j.cells[k].Printed.Printed)
	}
	return ""
}

// ratioSays tells of a ratio that its rates don't give: those that are printed, or those of
// the printed counts.
func (r mender) ratioSays(j judged, i int) string {
	c, top := j.cells[i], j.slots[i].group
	says := func(over, under string, is *big.Rat) string {
		if printsAs(c.Number, is) {
			return ""
		}
		return fmt.Sprintf(" %s over %s is %s, and %s is printed%s.", over, under, text(is, max(2, c.decimals())), c.Printed.Printed, upsideDown(c, is))
	}
	if over, under, ok := j.rates(top); ok {
		if said := says(over.Printed.Printed, under.Printed.Printed, quotient(over.readings[0].Value, under.readings[0].Value)); said != "" {
			return said
		}
	}
	other := column.White + column.BME - top
	a, of, b, ofOther := j.cell(column.Events, top), j.cell(column.AtRisk, top), j.cell(column.Events, other), j.cell(column.AtRisk, other)
	for _, n := range []*cell{of, b, ofOther, a} {
		if n == nil || !n.exact() || n != a && n.low == 0 {
			return ""
		}
	}
	pair := func(n, of *cell) string { return fmt.Sprintf("(%s of %s)", number(n.low), number(of.low)) }
	return says(pair(a, of), pair(b, ofOther), quotient(share(a.low, of.low), share(b.low, ofOther.low)))
}

// countSays tells of a percentage that a printed count doesn't give.
func (r mender) countSays(j judged, i int) string {
	for k := range j.cells {
		n, of, ok := j.pair(k)
		if ok && (n == j.cells[i] || of == j.cells[i]) && (of.low == 0 || !j.cells[k].prints(share(n.low, of.low))) {
			return fmt.Sprintf(" %s, and %s is printed.", r.ofPair(j.cells[k], n, of), j.cells[k].Printed.Printed)
		}
	}
	return ""
}

// impossible tells of a percentage over a hundred that is of people who are all counted: its
// counts tell what it is, where they are printed.
func (r *reader) impossible(c *cell) {
	if c.spent || c.role != aShare && c.role != aRate || len(c.readings) != 1 || !c.Number.Percent || c.readings[0].Value.Cmp(hundred) <= 0 {
		return
	}
	n, of := c.counts()
	part, okPart := r.counts[n]
	whole, okWhole := r.counts[of]
	switch {
	case okPart && okWhole && whole > 0 && n != of:
		if v := share(part, whole); !c.prints(v) {
			r.find(c, finding.Percentage, finding.Value, c.Printed.Printed, text(v, max(2, c.decimals()))+"%",
				number(part)+" of "+number(whole)+" is "+text(v, max(2, c.decimals()))+"%; "+c.Printed.Printed+" is printed.")
		}
	case c.role == aShare || c.ind.Shape == indicator.Survey || c.ind.Counts.Shares:
		r.find(c, finding.Percentage, finding.Value, c.Printed.Printed, "", "It is a part of people who are all counted, and can't be over "+new(big.Rat).Set(hundred).FloatString(0)+"%.")
	}
}
