package tables

import (
	"fmt"
	"slices"
	"strings"

	"wres/model"
	"wres/model/audit/column"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/measure"
)

// How much a search for whole numbers may do.
const (
	mostListed  = 60     // sets of whole numbers that are told apart
	mostSteps   = 20_000 // of one search
	repairSteps = 400_000
	mostWrong   = 3 // figures that are thought wrong together
)

// groupsOf are the groups of a search by the names of keys.
var groupsOf = map[string]column.Group{"white": column.White, "bme": column.BME, "unknown": column.Unknown, "all": column.All}

// searched is a column as the search takes it, with the figure that each place is.
type searched struct {
	column.Column
	from []*document.Figure
}

// likelihood looks for whole numbers behind a column, and where there are none for the
// smallest repair.
func (r *reader) likelihood(c *printedColumn) {
	s := c.searched()
	if len(s.Figures) < 2 {
		return
	}
	answer := s.Search(mostListed, mostSteps)
	found := finding.Column{Year: c.year, Indicator: c.ind.ID, Source: c.source, Line: s.from[0].Line, Consistent: !answer.None(),
		Solutions: len(answer.Solutions), Many: answer.Many || answer.Open}
	if found.Consistent {
		found.Hidden = c.hidden(answer)
		if len(answer.Solutions) == 1 && !answer.Many && !answer.Open && c.knows(answer) {
			c.behind = &answer.Solutions[0]
			r.keep(c)
		}
		r.result.Columns = append(r.result.Columns, found)
		return
	}
	switch {
	case r.cutShort(c, s, &found):
	case r.swapped(c, s):
	default:
		r.repaired(c, s, &found)
	}
	r.result.Columns = append(r.result.Columns, found)
}

// searched gives the figures of a column that the search can take.
func (c *printedColumn) searched() searched {
	s := searched{}
	s.Halved = false
	for _, f := range c.figures {
		of, can := c.searchable(f)
		if can && of.Usable() {
			s.Figures, s.from = append(s.Figures, of), append(s.from, f)
		}
	}
	base := c.key(c.ind.Counts.AtRisk, "", "")
	if base.Figure != measure.Headcount {
		return s
	}
	for _, group := range []string{"white", "bme", "unknown", "all"} { // printed with the workforce
		base.Group = group
		if n, f := c.count(base); f != nil && !slices.Contains(s.from, f) {
			s.Figures, s.from = append(s.Figures, column.Figure{Kind: column.AtRisk, Group: groupsOf[group], Low: n, High: n}), append(s.from, f)
		}
	}
	return s
}

// searchable gives a figure as the search takes it.
func (c *printedColumn) searchable(f *document.Figure) (of column.Figure, can bool) {
	g, known := groupsOf[f.Group]
	if !f.IsNumber || !known && f.Group != "" || f.Key().Part != "" || f.Number.Signed {
		return of, false
	}
	if f.Group == "" {
		g = column.All
	}
	names := c.ind.Counts
	of.Group = g
	switch f.Printed.Figure {
	case names.AtRisk, names.Events:
		n, is := whole(f)
		of.Kind, of.Low, of.High = column.AtRisk, n, n
		if f.Printed.Figure == names.Events {
			of.Kind = column.Events
		}
		return of, is
	case "percentage-of-" + names.AtRisk:
		of.Kind = column.ShareOfAtRisk
	case "percentage-of-" + names.Events:
		of.Kind = column.ShareOfEvents
	case "likelihood", "percentage":
		of.Kind = column.Rate
	case "relative-likelihood":
		of.Kind, of.Group = column.Ratio, column.Group(c.ind.Compare)
		if f.Number.Percent {
			return of, false
		}
	default:
		return of, false
	}
	if of.Kind != column.Ratio && !percent(f) {
		return of, false
	}
	digits, _, can := measure.Digits(f)
	of.Digits, of.Decimals, of.Sign = digits, f.Number.Decimals, f.Number.Percent
	return of, can
}

// knows reports whether an answer tells of both counts of the two groups that are compared.
func (c *printedColumn) knows(a column.Answer) bool {
	for _, g := range []model.Group{c.ind.Compare, c.ind.Reference} {
		if !a.Tells(column.AtRisk, column.Group(g)) || !a.Tells(column.Events, column.Group(g)) {
			return false
		}
	}
	return true
}

// keep tells of the rates of a column whose whole numbers are known.
func (r *reader) keep(c *printedColumn) {
	for _, g := range []model.Group{c.ind.Compare, c.ind.Reference} {
		r.result.Rates[c.key("likelihood", g.String(), "")] = Rate{int(c.behind.Count(column.Events, column.Group(g))), int(c.behind.Count(column.AtRisk, column.Group(g)))}
	}
}

// hidden names the whole numbers behind a column that has one set of them, and that are not
// printed.
func (c *printedColumn) hidden(a column.Answer) map[string]int {
	if len(a.Solutions) != 1 || a.Many || a.Open {
		return nil
	}
	hidden := map[string]int{}
	for kind, name := range map[column.Kind]string{column.AtRisk: c.ind.Counts.AtRisk, column.Events: c.ind.Counts.Events} {
		for _, g := range model.Groups() {
			if _, f := c.count(c.key(name, g.String(), "")); f == nil && a.Tells(kind, column.Group(g)) {
				hidden[g.String()+"."+name] = int(a.Solutions[0].Count(kind, column.Group(g)))
			}
		}
	}
	return hidden
}

// cutShort reports whether the column agrees if its figures were cut and not rounded.
func (r *reader) cutShort(c *printedColumn, s searched, found *finding.Column) bool {
	for _, s.Cut = range []column.Cut{column.RatesCut, column.AllCut} {
		a := s.Search(mostListed, mostSteps)
		if a.None() || a.Open {
			continue
		}
		found.Consistent, found.Truncated, found.Solutions, found.Many, found.Hidden = true, true, len(a.Solutions), a.Many, c.hidden(a)
		r.add(c, s.from[0], finding.Finding{Kind: finding.Truncated, Severity: finding.Note,
			Says: "The figures of this column agree with whole numbers of people if they were cut short and not rounded."})
		c.wrong = map[*document.Figure]bool{}
		return true
	}
	return false
}

// swapped reports whether the column agrees if two of its labels are exchanged.
func (r *reader) swapped(c *printedColumn, s searched) bool {
	swaps := s.Swaps(mostListed, mostSteps)
	if len(swaps) != 1 {
		return false
	}
	w := swaps[0]
	a, b := r.groupName(w.A), r.groupName(w.B)
	for i, f := range s.Figures {
		if f.Kind == w.Kinds[0] && f.Group == w.A {
			r.add(c, s.from[i], finding.Finding{Kind: finding.Swapped, Severity: finding.Decision, Computed: "the labels " + a + " and " + b + " exchanged",
				Says: fmt.Sprintf("No whole numbers of people give all figures of this column as it stands; they do where what is printed for %s and for %s change places.", a, b)})
			return true
		}
	}
	return false
}

func (r *reader) groupName(g column.Group) string {
	if g == column.All {
		return "all"
	}
	return r.doc.Terms.GroupName(model.Group(g).String())
}

// repaired tells of the figures of the smallest repair; of several, of the likeliest.
func (r *reader) repaired(c *printedColumn, s searched, found *finding.Column) {
	repairs := s.Repairs(mostWrong, repairSteps)
	for _, p := range repairs {
		if len(p.Figures) > len(repairs[0].Figures) {
			break
		}
		of := finding.Repair{Solutions: len(p.Answer.Solutions)}
		for i, at := range p.Figures {
			k := s.from[at].Key()
			of.Figures = append(of.Figures, strings.TrimSpace(k.Figure+" "+k.Group+" "+k.Part))
			of.Values = append(of.Values, strings.Join(p.Values[i], " or "))
		}
		found.Repairs = append(found.Repairs, of)
	}
	if len(repairs) == 0 {
		r.add(c, s.from[0], finding.Finding{Kind: finding.NoCounts, Says: "No whole numbers of people give all figures of this column, and no three of them mended would let the rest agree."})
		return
	}
	best := repairs[0]
	for i, at := range best.Figures {
		f := c.blamed(s.from[at])
		f.Computed = strings.Join(best.Values[i], " or ")
		says := f.Says + " No whole numbers of people give all figures of this column as printed."
		if f.Computed != "" {
			says += fmt.Sprintf(" With %s they do", f.Computed)
			if len(best.Figures) > 1 {
				says += ", once " + r.others(s, best, at) + " is put right as well"
			}
			says += "."
		}
		if n := sameSize(repairs); n > 1 {
			says += fmt.Sprintf(" It may be another figure that is wrong: %s.", r.instead(s, repairs[1:n]))
		}
		f.Says = strings.TrimSpace(says)
		if f.Kind == finding.Ratio && otherSide(s.from[at], best.Values[i]) {
			f.Severity = finding.Decision
		}
		r.add(c, s.from[at], f)
	}
}

// sameSize counts the repairs that are as small, and explain themselves as well, as the best.
func sameSize(all []column.Repair) int {
	return len(slices.DeleteFunc(slices.Clone(all), func(p column.Repair) bool {
		return len(p.Figures) != len(all[0].Figures)
	}))
}

// others names the figures of a repair beside one.
func (r *reader) others(s searched, p column.Repair, not int) string {
	var names []string
	for _, at := range p.Figures {
		if at != not {
			names = append(names, fmt.Sprintf("%s (%s)", s.from[at].Printed.Printed, r.doc.Terms.Where(s.from[at].Key())))
		}
	}
	return listed(names)
}

// instead names the figures that other repairs mend.
func (r *reader) instead(s searched, all []column.Repair) string {
	const most = 3
	var names []string
	for i, p := range all {
		if i == most {
			names = append(names, fmt.Sprintf("%d others", len(all)-most))
			break
		}
		var parts []string
		for j, at := range p.Figures {
			name := fmt.Sprintf("%s (%s)", s.from[at].Printed.Printed, r.doc.Terms.Where(s.from[at].Key()))
			if len(p.Values[j]) > 0 {
				name += ", which would be " + strings.Join(p.Values[j], " or ")
			}
			parts = append(parts, name)
		}
		names = append(names, strings.Join(parts, " with "))
	}
	return joined(names, "; or ")
}

// otherSide reports whether a ratio as printed and as it must be lie on two sides of 1.
func otherSide(f *document.Figure, values []string) bool {
	for _, value := range values {
		must, is := model.ParsePrinted(value)
		if !is || f.Number.Value.Cmp(one)*must.Value.Cmp(one) >= 0 {
			return false
		}
	}
	return len(values) > 0
}

// blamed says of a figure that a repair mends what can be seen of it without a search.
func (c *printedColumn) blamed(f *document.Figure) finding.Finding {
	switch kind, _ := c.searchable(f); kind.Kind {
	case column.ShareOfAtRisk, column.ShareOfEvents, column.Rate:
		for _, s := range c.sharesOf(measure.Rounded) {
			if s.figure == f && !s.fits && s.counted != nil {
				return c.misprint(s)
			}
		}
		if kind.Kind == column.Rate {
			if says := c.bracket(f); says != "" {
				return finding.Finding{Kind: finding.Bracket, Says: says}
			}
		}
		return finding.Finding{Kind: finding.NoCounts}
	case column.Ratio:
		return finding.Finding{Kind: finding.Ratio, Says: c.ofRates()}
	}
	return finding.Finding{Kind: finding.NoCounts}
}

// bracket says that the pooled rate of all who are not BME is outside those of its groups.
func (c *printedColumn) bracket(f *document.Figure) string {
	names := c.ind.Counts
	var n [4]int64
	for i, k := range []document.Key{c.key(names.AtRisk, "all", ""), c.key(names.AtRisk, "bme", ""), c.key(names.Events, "all", ""), c.key(names.Events, "bme", "")} {
		count, from := c.count(k)
		if from == nil {
			return ""
		}
		n[i] = count
	}
	people, events := n[0]-n[1], n[2]-n[3]
	w, u := c.rate("white"), c.rate("unknown")
	if people <= 0 || events < 0 || w == nil || u == nil || f.Group == "bme" {
		return ""
	}
	pooled := rounding(events, people, max(f.Number.Decimals, 2))
	return fmt.Sprintf("Of all but %s people it was %s, %s, which must lie between %s and %s, and does not.",
		c.all.doc.Terms.GroupName("bme"), quotient(events, people), pooled, w.Printed.Printed, u.Printed.Printed)
}

// rate gives the printed rate of a group.
func (c *printedColumn) rate(group string) *document.Figure {
	for _, name := range []string{"likelihood", "percentage"} {
		if f := c.figure(c.key(name, group, "")); f != nil && percent(f) {
			return f
		}
	}
	return nil
}

// ofRates says what the printed rates give for the ratio.
func (c *printedColumn) ofRates() string {
	top, under := c.rate(c.ind.Compare.String()), c.rate(c.ind.Reference.String())
	if top == nil || under == nil {
		return ""
	}
	ratio, is := spanOf(top.Number.Value, top.Number.Decimals).over(spanOf(under.Number.Value, under.Number.Decimals))
	if !is {
		return ""
	}
	return fmt.Sprintf("%s over %s is %s to %s.", top.Printed.Printed, under.Printed.Printed, ratio.low.FloatString(3), ratio.high.FloatString(3))
}
