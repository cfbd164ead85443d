package tables

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"wres/model/audit/column"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/measure"
	"wres/model/indicator"
)

// unavailable are the words for a figure that could not be had; what is held back, as "<5" or
// "fewer than five" is, is not among them.
var unavailable = []string{"unavailable", "not available", "n/a", "na", "no data", "not calculated", "not known", "not reported", "tbc", "-", "–", "—"}

// missing finds figures that are said to be unavailable and follow from those beside them.
func (r *reader) missing(c *printedColumn) {
	for _, f := range c.figures {
		if f.IsNumber || !isUnavailable(f.Printed.Printed) {
			continue
		}
		value, says := c.follows(f)
		if value == "" {
			continue
		}
		r.add(c, f, finding.Finding{Kind: finding.Computable, Computed: value, Says: "It follows from what is printed: " + says + "."})
	}
}

func isUnavailable(printed string) bool {
	text := strings.TrimRight(strings.ToLower(strings.TrimSpace(printed)), ".")
	return slices.ContainsFunc(unavailable, func(w string) bool {
		return text == w || len(w) > 3 && strings.Contains(text, w)
	})
}

// follows gives the value that a figure must have, and how it comes about; "" where it does
// not follow.
func (c *printedColumn) follows(f *document.Figure) (value, how string) {
	decimals := c.decimalsBeside(f)
	k := f.Key()
	switch {
	case k.Figure == "relative-likelihood" && c.ind.Shape == indicator.Likelihood:
		return c.ratioOf(decimals)
	case k.Figure == "difference":
		gap, exact, is := c.gap(k.Part)
		if !is || !exact && points(gap.low, decimals) != points(gap.high, decimals) {
			return "", ""
		}
		return points(gap.middle(), decimals), "the two shares differ by it"
	}
	share, is := measure.ShareOf(c.ind, k)
	if !is {
		return "", ""
	}
	n, counted := c.count(share.Of)
	of, base := c.count(share.Base)
	if counted == nil || base == nil || of == 0 || c.wrong[counted] || c.wrong[base] {
		return "", ""
	}
	return rounding(n, of, decimals), "it is " + quotient(n, of)
}

// ratioOf works a ratio out of its rates.
func (c *printedColumn) ratioOf(decimals int) (value, how string) {
	if s := c.behind; s != nil {
		a, n := s.Count(column.Events, column.Group(c.ind.Compare)), s.Count(column.AtRisk, column.Group(c.ind.Compare))
		b, m := s.Count(column.Events, column.Group(c.ind.Reference)), s.Count(column.AtRisk, column.Group(c.ind.Reference))
		if n == 0 || b == 0 {
			return "", ""
		}
		return big.NewRat(a*m, n*b).FloatString(decimals), fmt.Sprintf("%s over %s, the only whole numbers that fit the column", quotient(a, n), quotient(b, m))
	}
	top, under := c.rate(c.ind.Compare.String()), c.rate(c.ind.Reference.String())
	if top == nil || under == nil || c.wrong[top] || c.wrong[under] {
		return "", ""
	}
	ratio, is := spanOf(top.Number.Value, top.Number.Decimals).over(spanOf(under.Number.Value, under.Number.Decimals))
	if !is || ratio.low.FloatString(decimals) != ratio.high.FloatString(decimals) {
		return "", ""
	}
	return ratio.low.FloatString(decimals), top.Printed.Printed + " over " + under.Printed.Printed
}

// decimalsBeside gives the decimals of the row that a figure is missing from: two, where
// there is no other.
func (c *printedColumn) decimalsBeside(f *document.Figure) int {
	for _, other := range c.all.rowOf(f) {
		if other.IsNumber {
			return c.decimalsOf(other)
		}
	}
	return 2
}

// twice finds a figure that is printed in two places with two values. Of two values that
// were rounded otherwise the one may be the other.
func (r *reader) twice() {
	first := map[document.Key]*document.Figure{}
	for _, c := range r.columns {
		for _, f := range c.figures {
			if !f.IsNumber || f.Printed.Figure == "change" {
				continue
			}
			was := first[f.Key()]
			if was == nil {
				first[f.Key()] = f
				continue
			}
			if same(was, f) || c.wrong[f] || r.told(was) {
				continue
			}
			r.add(c, f, finding.Finding{Kind: finding.Twice, Computed: was.Printed.Printed,
				Says: fmt.Sprintf("The same figure is printed as %s%s: one of the two is wrong.", was.Printed.Printed, elsewhere(was, f))})
		}
	}
}

func (r *reader) told(f *document.Figure) bool {
	return slices.ContainsFunc(r.columns, func(c *printedColumn) bool { return c.wrong[f] })
}

// elsewhere says where a figure stands beside another.
func elsewhere(was, f *document.Figure) string {
	switch {
	case was.Line > 0 && (was.File == f.File || was.File == ""):
		return fmt.Sprintf(" in line %d", was.Line)
	case was.Source != "" && was.Source != f.Source:
		return " in " + was.Source
	}
	return ""
}

// same reports whether two printed numbers can be of one value.
func same(a, b *document.Figure) bool {
	if percent(a) != percent(b) { // 0.27 and 27% may be the same
		return true
	}
	return spanOf(a.Number.Value, a.Number.Decimals).meets(spanOf(b.Number.Value, b.Number.Decimals)) && (a.Number.Decimals > 0 || b.Number.Decimals > 0 || a.Number.Value.Cmp(b.Number.Value) == 0) ||
		cutOf(a, b) || cutOf(b, a)
}

// cutOf reports whether a is b cut short.
func cutOf(a, b *document.Figure) bool {
	if a.Number.Decimals >= b.Number.Decimals {
		return false
	}
	apart := new(big.Rat).Sub(new(big.Rat).Abs(b.Number.Value), new(big.Rat).Abs(a.Number.Value))
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(a.Number.Decimals)), nil))
	return apart.Sign() >= 0 && apart.Cmp(unit) < 0
}

// flow sees staff of one year, and those appointed since, against the staff of the next.
func (r *reader) flow() {
	for _, c := range r.columns {
		if c.ind.ID != indicator.WorkforceID {
			continue
		}
		was := c.before()
		if was == nil || was.year != c.year-1 {
			continue
		}
		for _, group := range []string{"all", "white", "bme", "unknown"} {
			before, f := was.count(was.key(measure.Headcount, group, ""))
			after, now := c.count(c.key(measure.Headcount, group, ""))
			hired, g := c.appointed(group)
			if f == nil || g == nil || now == nil || group == "unknown" || before+hired >= after {
				continue
			}
			r.result.Findings = append(r.result.Findings, finding.Finding{Kind: finding.Flow, Severity: finding.Note, Line: now.Line, At: now.Key(),
				Where: r.doc.Terms.Where(now.Key()), Printed: now.Printed.Printed,
				Says: fmt.Sprintf("%s staff and %s appointed are fewer than the %s of %s: staff may have come in other ways, or recorded their ethnicity since.",
					grouped(before), grouped(hired), grouped(after), c.year)})
		}
	}
}

// appointed gives the people appointed in the column's year, of the indicator that counts
// them among applicants.
func (c *printedColumn) appointed(group string) (int64, *document.Figure) {
	for _, ind := range indicator.Catalogue() {
		if ind.Shape == indicator.Likelihood && ind.Counts.AtRisk != measure.Headcount {
			return c.count(document.Key{Year: c.year, Indicator: ind.ID, Figure: ind.Counts.Events, Group: group})
		}
	}
	return 0, nil
}

// decimals notes rows that are printed with different decimals.
func (r *reader) decimals() {
	done := map[document.Key]bool{}
	for _, c := range r.columns {
		for _, f := range c.figures {
			k := f.Key()
			k.Year = 0
			if _, is := whole(f); is || done[k] || !f.IsNumber || f.Printed.Figure == "change" {
				continue
			}
			done[k] = true
			var printed []string
			apart := false
			for _, other := range r.rowOf(f) {
				if other.IsNumber && (other.Number.Decimals > 0 || other.Number.Percent) {
					printed = append(printed, other.Printed.Printed)
					apart = apart || other.Number.Decimals != f.Number.Decimals && other.Number.Value.Sign() != 0
				}
			}
			if apart && f.Number.Value.Sign() != 0 {
				r.result.Findings = append(r.result.Findings, finding.Finding{Kind: finding.Decimals, Severity: finding.Note, Line: f.Line, At: f.Key(), Where: r.doc.Terms.Where(f.Key()),
					Printed: strings.Join(printed, ", "), Says: "The figures of this row are printed with different decimals."})
			}
		}
	}
}
