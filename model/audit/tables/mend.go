package tables

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"wres/model/audit/column"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/indicator"
)

// mender tells what is wrong with a column, and what it must be.
type mender struct{ *reader }

// column searches one column in every variant that is printed, and tells what is wrong.
func (r *reader) column(f *figures) {
	variants := f.variants()
	var results []judged
	fits := -1
	for v, in := range variants {
		in = slices.DeleteFunc(in, r.otherBase)
		if !searchable(in) {
			continue
		}
		j := r.judge(f, in)
		if j.outcome < undecided && fits < 0 {
			fits = v
			r.behind[f.place] = j.answer
		}
		results = append(results, j)
		if f.listed() {
			mender{r}.list(f, j)
		}
	}
	if fits >= 0 && len(variants) > 1 { // what differs between the variants is told as such
		for _, j := range results {
			if j.outcome < undecided {
				for _, c := range j.cells {
					c.believe()
				}
			}
		}
		return
	}
	for i, j := range results {
		r.tell(f, j)
		if i == 0 && j.outcome < undecided {
			mender{r}.computable(f, j)
		}
	}
}

// searchable reports whether figures can contradict each other: a number of people is printed
// and something of them, or a ratio with both of its rates.
func searchable(in []*cell) bool {
	ratio, rates := 0, 0
	people, happened := map[string]int64{}, map[string]int64{}
	for _, c := range in {
		if c.exact() && c.ind.Shape == indicator.Likelihood && !c.ind.Counts.Shares {
			if c.count == c.ind.Counts.Events {
				happened[c.key.Group] = c.low
			} else {
				people[c.key.Group] = c.low
			}
		}
	}
	for group, n := range happened {
		if of, printed := people[group]; printed && n > of {
			return false // somebody is counted each time
		}
	}
	for _, c := range in {
		switch {
		case c.role == aCount && len(in) > 1:
			return true
		case c.role == aRatio:
			ratio++
		case c.role == aRate && c.key.Group != all && c.key.Group != unknown:
			rates++
		}
	}
	return ratio == 1 && rates == 2
}

// otherBase reports whether a share of a part of the workforce, or of a board, is of another
// whole than the part: of all staff, or of all staff of the group.
func (r *reader) otherBase(c *cell) bool {
	if c.role != aShare || c.key.Part == "" || c.key.Group == known {
		return false
	}
	count, whole := c.key, c.key
	count.Figure, whole.Figure, whole.Group = c.count, c.count, all
	n, printed := r.counts[count]
	if of, ok := r.counts[whole]; !printed || ok && of > 0 && c.prints(share(n, of)) {
		return false
	}
	group := count
	group.Part, whole.Part = "", ""
	for _, k := range []document.Key{group, whole} {
		if of := r.counts[k]; of > 0 && c.prints(share(n, of)) {
			return true
		}
	}
	return false
}

// prints reports whether a cell can print a percentage.
func (c *cell) prints(v *big.Rat) bool {
	return slices.ContainsFunc(c.readings, func(n reading) bool { return printsAs(n.PrintedNumber, v) })
}

// tell makes findings of what became of a column.
func (r *reader) tell(f *figures, j judged) {
	switch j.outcome {
	case cutOff:
		r.note(j.first(aShare, aRate, aRatio), finding.Truncated, "The percentages of this column agree if their last digits were cut off, and not if they were rounded.")
	case ofKnown:
		r.note(j.first(aShare), finding.WrongBase, "The shares of this column are of those whose ethnicity is known; of all they would be others.")
	case exchanged:
		if f.ind.Shape == indicator.Survey { // of so many people most percentages fit, in any place
			r.note(j.first(aRate), finding.NoCounts, "No whole numbers of the respondents that are printed give these percentages: one of them is a misprint, or the answers were weighted.")
			return
		}
		mender{r}.exchange(j)
	case contradicts:
		mender{r}.mend(f, j)
	}
}

// first gives the first cell of some roles, or of all.
func (j *judged) first(of ...role) *cell {
	for _, c := range j.cells {
		if slices.Contains(of, c.role) {
			return c
		}
	}
	return j.cells[0]
}

// note keeps a note, which blames no figure.
func (r *reader) note(c *cell, k finding.Kind, says string) {
	r.keep(c, k, finding.Note, c.Printed.Printed, "", says)
}

// exchange tells of two groups' figures that fit in each other's place.
func (r mender) exchange(j judged) {
	for _, kind := range j.swap.Kinds {
		a, b := j.cell(kind, j.swap.A), j.cell(kind, j.swap.B)
		if a == nil || b == nil {
			continue
		}
		says := fmt.Sprintf("No whole numbers of people print as this column does; with %s and %s of %s and %s in each other's place they do.",
			a.Printed.Printed, b.Printed.Printed, r.group(a.key.Group), r.group(b.key.Group))
		r.find(a, finding.Swapped, finding.Decision, a.Printed.Printed, fmt.Sprintf("the labels %s and %s exchanged", r.group(a.key.Group), r.group(b.key.Group)), says)
		b.spend()
		return
	}
}

// group gives the word for a group, or for all of them.
func (r *reader) group(g string) string {
	if name := r.doc.Terms.GroupName(g); name != "" {
		return name
	}
	return all
}

// mend tells which figures of a column that contradicts itself are wrong: those of the best
// repair, where there is one; the first of several that are as good, with the others.
func (r mender) mend(f *figures, j judged) {
	if r.ofOneSurvey(f, j) {
		return
	}
	if len(j.repairs) == 0 {
		r.unmendable(j)
		return
	}
	if s, ok := r.plainSum(j); ok && r.openSum(j, s) {
		r.findSum(s)
		return
	}
	best := j.repairs[0]
	var as []column.Repair // that are as good
	for _, other := range j.repairs[1:] {
		if len(other.Figures) == len(best.Figures) && other.Score == best.Score {
			as = append(as, other)
		}
	}
	switch {
	case len(as) > 0 && j.cells[best.Figures[0]].spent:
		return
	case len(as) > 0:
		r.either(j, append([]column.Repair{best}, as...))
		return
	}
	for n, i := range best.Figures {
		if !j.cells[i].spent { // in another variant of the column
			r.misprint(j, best, n)
		}
	}
}

// openSum reports whether any of several counts of a sum that doesn't add up can be the wrong
// one.
func (r mender) openSum(j judged, s sum) bool {
	n := 0
	for _, repair := range j.repairs {
		if len(repair.Figures) == 1 && (j.cells[repair.Figures[0]] == s.whole || slices.Contains(s.parts, j.cells[repair.Figures[0]])) {
			n++
		}
	}
	return n > 1
}

// ofOneSurvey tells of percentages of a survey that its respondents can't give, where one
// number of respondents is printed for several questions: not everyone answers each.
func (r mender) ofOneSurvey(f *figures, j judged) bool {
	if f.ind.Shape != indicator.Survey {
		return false
	}
	for _, c := range j.cells {
		if !c.exact() {
			continue
		}
		for _, ind := range indicator.Catalogue() {
			k := c.key
			k.Indicator = ind.ID
			if n, ok := r.counts[k]; ok && ind != f.ind && n == c.low {
				r.note(c, finding.NoCounts, fmt.Sprintf("No whole number of %s respondents gives the percentage; the same number is printed for another question, and not everyone answers each.", number(c.low)))
				return true
			}
		}
	}
	return false
}

// unmendable tells of a column that contradicts itself in more than three figures, or in a
// ratio and its rates of which no count is printed.
func (r mender) unmendable(j judged) {
	if slices.ContainsFunc(j.cells, func(c *cell) bool { return c.spent }) {
		return // in another variant of the column
	}
	for i, s := range j.slots {
		if s.kind != column.Ratio {
			continue
		}
		if over, under, ok := j.rates(s.group); ok {
			r.ratio(j.cells[i], over, under)
			return
		}
	}
	if sum, ok := r.plainSum(j); ok {
		r.findSum(sum)
		return
	}
	c := j.cells[0]
	r.find(c, finding.NoCounts, finding.Value, c.Printed.Printed, "", "No whole numbers of people print as the figures of this column, whichever three of them are changed.")
}

// rates gives the two rates of a ratio with a group on top.
func (j *judged) rates(top column.Group) (over, under *cell, ok bool) {
	over, under = j.cell(column.Rate, top), j.cell(column.Rate, column.White+column.BME-top)
	return over, under, over != nil && under != nil && under.readings[0].Value.Sign() > 0
}

// ratio tells of a ratio that is not that of its two rates, where one of the three is wrong.
func (r mender) ratio(c, over, under *cell) {
	is := quotient(over.readings[0].Value, under.readings[0].Value)
	r.find(c, finding.Ratio, sideways(c.Number.Value, is), c.Printed.Printed, text(is, max(2, c.decimals())),
		fmt.Sprintf("%s over %s is %s, and %s is printed%s.", over.Printed.Printed, under.Printed.Printed, text(is, max(2, c.decimals())), c.Printed.Printed, upsideDown(c, is)))
	over.spend()
	under.spend()
}

// sideways is the severity of a ratio that should be another: what is concluded is turned
// round where they lie on two sides of one.
func sideways(printed, is *big.Rat) finding.Severity {
	if printed.Cmp(one)*is.Cmp(one) < 0 {
		return finding.Decision
	}
	return finding.Value
}

// upsideDown says of a ratio that it was taken the other way round, where it was.
func upsideDown(c *cell, is *big.Rat) string {
	if is.Sign() > 0 && printsAs(c.Number, quotient(one, is)) && !printsAs(c.Number, is) {
		return ", which is the same the other way round"
	}
	return ""
}

// either tells of repairs that are as good as each other.
func (r mender) either(j judged, all []column.Repair) {
	var says, computed []string
	for _, repair := range all {
		var changes []string
		for n, i := range repair.Figures {
			c := j.cells[i]
			changes = append(changes, fmt.Sprintf("%s (%s) would have to be %s", c.Printed.Printed, r.short(c), r.must(j, repair, n)))
			c.spend()
		}
		says = append(says, strings.Join(changes, " and "))
		if len(repair.Figures) == 1 {
			computed = append(computed, r.must(j, repair, 0))
		}
	}
	const shown = 4
	if len(says) > shown {
		says = append(says[:shown], "another would")
	}
	i := all[0].Figures[0]
	c := j.cells[i]
	if len(computed) != len(all) || len(computed) > shown {
		computed = nil
	} else {
		for n := range computed[1:] {
			computed[n+1] += " for " + j.cells[all[n+1].Figures[0]].Printed.Printed
		}
	}
	r.find(c, r.kind(j, i), finding.Value, c.Printed.Printed, strings.Join(computed, ", or "),
		fmt.Sprintf("No whole numbers of people print as this column does.%s To agree, %s.", r.arithmetic(j, i), strings.Join(says, "; or ")))
}

// must gives what a figure of a repair must be, as it would be printed.
func (r mender) must(j judged, repair column.Repair, n int) string {
	i := repair.Figures[n]
	c := j.cells[i]
	values := repair.Values[n]
	if len(values) == 0 {
		return "another"
	}
	var turned []string
	for _, v := range values {
		turned = append(turned, c.turnBack(v))
	}
	return strings.Join(turned, " or ")
}

// turnBack gives what a turned figure must be printed as, of what was searched for: of those
// whose ethnicity is known.
func (c *cell) turnBack(v string) string {
	if c.key.Group != known || c.role != aShare {
		return v
	}
	digits := strings.TrimSuffix(v, "%")
	n, ok := new(big.Rat).SetString(digits)
	if !ok {
		return v
	}
	decimals := 0
	if at := strings.IndexByte(digits, '.'); at >= 0 {
		decimals = len(digits) - at - 1
	}
	return new(big.Rat).Sub(hundred, n).FloatString(decimals) + v[len(digits):]
}

// short names a cell within its column.
func (r *reader) short(c *cell) string {
	name := document.FigureName(c.key.Figure)
	if c.role == aRatio {
		return name
	}
	return name + ", " + r.group(c.key.Group)
}
