package tables

import (
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"

	"wres/model/audit/column"
	"wres/model/audit/document"
	"wres/model/audit/finding"
)

// list tells what is known of a column.
func (r mender) list(f *figures, j judged) {
	out := finding.Column{Year: f.place.Year, Indicator: f.place.Indicator, Hidden: map[string]int{},
		Consistent: j.outcome < contradicts && j.outcome != exchanged}
	out.Source, out.Line = r.source(j.cells)
	if j.outcome < undecided {
		out.Solutions, out.Many = len(j.answer.Solutions), j.answer.Many
	}
	out.Many = out.Many || j.outcome == undecided
	if len(j.answer.Solutions) == 1 && !out.Many {
		out.Hidden = r.hiddenOf(f, j.answer)
	}
	for _, repair := range j.repairs {
		told := finding.Repair{Solutions: len(repair.Answer.Solutions)}
		for n, i := range repair.Figures {
			name := j.cells[i].key.Figure + " " + j.cells[i].key.Group
			if f.place.Part != "" {
				name += " " + j.cells[i].Key().Part
			}
			told.Figures, told.Values = append(told.Figures, name), append(told.Values, r.must(j, repair, n))
		}
		out.Repairs = append(out.Repairs, told)
	}
	r.result.Columns = append(r.result.Columns, out)
}

// hiddenOf gives the counts of the only solution of a column that are not printed, by
// "group.figure", and keeps the rates of which they are.
func (r mender) hiddenOf(f *figures, a column.Answer) map[string]int {
	hidden := map[string]int{}
	for g, name := range []string{white, bme, unknown, all} {
		k, group, untold := f.place, column.Group(g), false
		k.Group = name
		for kind, count := range map[column.Kind]string{column.AtRisk: f.ind.Counts.AtRisk, column.Events: f.ind.Counts.Events} {
			k.Figure = count
			if _, printed := r.counts[k]; !printed && a.Tells(kind, group) {
				hidden[name+"."+count], untold = int(a.Solutions[0].Count(kind, group)), true
			}
		}
		if untold && group != column.All && a.Tells(column.AtRisk, group) && a.Tells(column.Events, group) {
			k.Figure = "likelihood"
			r.result.Rates[k] = Rate{int(a.Solutions[0].Events[group]), int(a.Solutions[0].AtRisk[group])}
		}
	}
	return hidden
}

// missing reads words in the place of a figure that say it isn't known. What is withheld, or
// has no value, is not missing.
var missing = regexp.MustCompile(`(?i)\b(unavailable|not (?:available|calculated|known|recorded)|no data|missing)\b|^n/?a$`)

// computable tells of a figure that is missing though it follows from its column.
func (r mender) computable(f *figures, j judged) {
	for _, c := range f.words {
		if !missing.MatchString(strings.TrimSpace(c.Printed.Printed)) {
			continue
		}
		s, ok := slotOf(c)
		if !ok || len(f.cells[s]) > 0 || c.role == aCount {
			continue
		}
		if value, says := r.follows(c, s, j); value != "" {
			r.find(c, finding.Computable, finding.Value, c.Printed.Printed, value, says)
		}
	}
}

// follows gives what a missing figure must be, if every set of whole numbers gives the same,
// or if the printed rates do.
func (r mender) follows(c *cell, s slot, j judged) (value, says string) {
	fig := column.Figure{Kind: s.kind, Group: s.group, Decimals: r.rowDecimals(c, 2), Sign: s.kind != column.Ratio}
	if c.key.Group == known {
		fig.Group = column.Unknown
	}
	alone := column.Column{Figures: []column.Figure{fig}, Halved: j.column.Halved, Known: j.column.Known}
	if values := alone.Values(0, j.answer); len(values) == 1 && !j.answer.Many && len(j.answer.Solutions) > 0 {
		return c.turnBack(values[0]), r.followsSays(s, j, c.turnBack(values[0]), fig)
	}
	if s.kind != column.Ratio {
		return "", ""
	}
	over, under, ok := j.rates(s.group)
	if !ok {
		return "", ""
	}
	range_, ok := spanOf(over.readings[0].PrintedNumber).over(spanOf(under.readings[0].PrintedNumber))
	if low, high := text(range_.low, fig.Decimals), text(range_.high, fig.Decimals); ok && low == high {
		return low, fmt.Sprintf("It follows from the column: %s over %s is %s.", over.Printed.Printed, under.Printed.Printed, low)
	}
	return "", ""
}

// followsSays tells the counts that a missing figure follows from, where there is one set.
func (r mender) followsSays(s slot, j judged, value string, f column.Figure) string {
	if len(j.answer.Solutions) != 1 || s.group == column.Known {
		return fmt.Sprintf("It follows from the column: all whole numbers of people that print as it does give %s.", value)
	}
	found := j.answer.Solutions[0]
	of := func(g column.Group) string {
		return fmt.Sprintf("%s of %s", number(found.Count(column.Events, g)), number(found.Count(column.AtRisk, g)))
	}
	if s.kind == column.Ratio {
		other := column.White + column.BME - s.group
		return fmt.Sprintf("It follows from the column: (%s) over (%s) is %s.", of(s.group), of(other), value)
	}
	top, under := f.Of(found)
	return fmt.Sprintf("It follows from the column: %s of %s is %s.", number(top), number(under), value)
}

// rowDecimals gives with how many decimals a figure is printed in other years, at most; where
// it is in none, so many.
func (r *reader) rowDecimals(c *cell, without int) int {
	most := -1
	for _, other := range r.series[c.line()] {
		if other.key.Figure == c.key.Figure && other.key.Year != c.key.Year && len(other.readings) == 1 {
			most = max(most, other.decimals())
		}
	}
	if most < 0 {
		return without
	}
	return most
}

// sum is a sum of counts that are printed and don't add up.
type sum struct {
	whole *cell
	parts []*cell
	total int64
	names []string
}

// plainSum finds counts of groups that don't give the count of all: the three, or those whose
// ethnicity is known and the others.
func (r *reader) plainSum(j judged) (sum, bool) {
	for _, kind := range []column.Kind{column.AtRisk, column.Events} {
		for _, of := range []struct {
			whole column.Group
			parts []column.Group
		}{
			{column.All, []column.Group{column.White, column.BME, column.Unknown}},
			{column.All, []column.Group{column.Known, column.Unknown}},
			{column.Known, []column.Group{column.White, column.BME}},
		} {
			s := sum{whole: j.cell(kind, of.whole)}
			complete := s.whole != nil && s.whole.exact()
			for _, g := range of.parts {
				c := j.cell(kind, g)
				if complete = complete && c != nil && c.exact(); complete {
					s.parts, s.total = append(s.parts, c), s.total+c.low
				}
			}
			if complete && s.total != s.whole.low {
				return s, true
			}
		}
	}
	return sum{}, false
}

// findSum tells of a sum that doesn't add up.
func (r *reader) findSum(s sum) {
	var parts []string
	for i, c := range s.parts {
		n := number(c.low)
		if len(s.names) > 0 {
			n += " (" + s.names[i] + ")"
		}
		parts = append(parts, n)
		c.spend()
	}
	const shown = 12
	if len(parts) > shown {
		parts = append(parts[:shown], "…")
	}
	r.find(s.whole, finding.Sum, finding.Value, s.whole.Printed.Printed, s.whole.style(s.total),
		fmt.Sprintf("%s is %s, and %s is printed: one of them is wrong.", strings.Join(parts, " + "), number(s.total), s.whole.Printed.Printed))
}

// style writes a number of people as a cell's own is written: with commas, or without.
func (c *cell) style(n int64) string {
	if c.high >= 1000 && !strings.Contains(c.Printed.Printed, ",") {
		return strconv.FormatInt(n, 10)
	}
	return number(n)
}

// people gives the pairs of whole numbers that can stand behind a percentage: those printed,
// or those that the search of its column leaves. None where they are too many.
func (r *reader) people(c *cell) []countOf {
	s, ok := slotOf(c)
	if !ok || c.role != aShare && c.role != aRate {
		return nil
	}
	var all []countOf
	place := document.Key{Year: c.key.Year, Indicator: c.key.Indicator, Part: c.key.Part}
	answer, searched := r.behind[place]
	if !searched || answer.Many || len(answer.Solutions) == 0 {
		return nil
	}
	f := column.Figure{Kind: s.kind, Group: s.group}
	seen := map[countOf]bool{}
	for _, found := range answer.Solutions {
		n, of := f.Of(found)
		p := countOf{n, of}
		if of > 0 && !seen[p] {
			seen[p] = true
			all = append(all, p)
		}
	}
	const most = 6
	if len(all) > most {
		return nil
	}
	return all
}

// countOf is so many of so many.
type countOf struct{ n, of int64 }

func (p countOf) percent() *big.Rat { return share(p.n, p.of) }
