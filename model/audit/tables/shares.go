package tables

import (
	"fmt"
	"slices"

	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/measure"
)

// share is a percentage with the counts that it is of.
type share struct {
	figure   *document.Figure
	n, of    int64
	counted  *document.Figure // nil: n is not printed
	base     *document.Figure
	fits     bool
	least    int64
	greatest int64
}

// sharesOf reads the percentages of a column of which the base is printed.
func (c *printedColumn) sharesOf(cut measure.Cut) []share {
	var all []share
	for _, f := range c.figures {
		of, is := measure.ShareOf(c.ind, f.Key())
		if !f.IsNumber || !is || f.Number.Signed || !percent(f) {
			continue
		}
		s := share{figure: f}
		if s.of, s.base = c.count(of.Base); s.base == nil || s.of == 0 {
			continue
		}
		s.n, s.counted = c.count(of.Of)
		can := false
		if s.least, s.greatest, can = measure.Behind(f, s.of, cut); !can {
			continue
		}
		s.fits = s.least <= s.greatest
		if s.counted != nil {
			s.fits = s.least <= s.n && s.n <= s.greatest
		}
		all = append(all, s)
	}
	return all
}

// percent reports whether a figure that is to be a percentage is surely one: "0.27" can be a
// fraction.
func percent(f *document.Figure) bool {
	return f.Number.Percent || f.Number.Value.Cmp(one) > 0 || f.Number.Value.Sign() == 0
}

// shares looks at the percentages of a column without a search.
func (r *reader) shares(c *printedColumn) {
	rounded := c.sharesOf(measure.Rounded)
	wrong := slices.DeleteFunc(slices.Clone(rounded), func(s share) bool { return s.fits })
	if len(wrong) == 0 {
		return
	}
	if short := c.sharesOf(measure.CutShort); !slices.ContainsFunc(short, func(s share) bool { return !s.fits }) {
		r.result.Findings = append(r.result.Findings, finding.Finding{Kind: finding.Truncated, Severity: finding.Note, Line: wrong[0].figure.Line, At: wrong[0].figure.Key(),
			Where: r.doc.Terms.Where(wrong[0].figure.Key()), Printed: wrong[0].figure.Printed.Printed,
			Says: "The percentages of this column agree with their counts if they were cut short and not rounded."})
		return
	}
	if base := suspect(rounded); base != nil {
		var parts []string
		for _, s := range wrong {
			parts = append(parts, quotient(s.n, s.of)+" is "+rounding(s.n, s.of, s.figure.Number.Decimals)+" and not "+s.figure.Printed.Printed)
			c.wrong[s.figure] = true
		}
		r.add(c, base, finding.Finding{Kind: finding.Percentage, Says: sentence("No percentage of this number fits: " + listed(parts))})
		return
	}
	for _, s := range wrong {
		r.add(c, s.figure, c.misprint(s))
	}
}

// suspect gives the base that two percentages or more contradict, and none supports.
func suspect(all []share) *document.Figure {
	against := map[*document.Figure]int{}
	for _, s := range all {
		if s.counted == nil || s.counted == s.base {
			continue
		}
		if s.fits {
			against[s.base] = -len(all)
		}
		against[s.base]++
	}
	for _, s := range all {
		if against[s.base] > 1 {
			return s.base
		}
	}
	return nil
}

// misprint says of a percentage that its counts give another.
func (c *printedColumn) misprint(s share) finding.Finding {
	decimals := c.decimalsOf(s.figure)
	if s.counted == nil {
		low := s.least - 1
		if low < 0 {
			return finding.Finding{Kind: finding.Percentage, Says: sentence(fmt.Sprintf("No whole number of %s people is %s", grouped(s.of), s.figure.Printed.Printed))}
		}
		return finding.Finding{Kind: finding.Percentage, Says: sentence(fmt.Sprintf("No whole number of %s people is %s: %s is %s, and %s is %s",
			grouped(s.of), s.figure.Printed.Printed, quotient(s.greatest, s.of), rounding(s.greatest, s.of, decimals), quotient(s.greatest+1, s.of), rounding(s.greatest+1, s.of, decimals)))}
	}
	f := finding.Finding{Kind: finding.Percentage, Computed: rounding(s.n, s.of, decimals)}
	f.Says = quotient(s.n, s.of) + " is " + f.Computed
	if other, base := c.otherPair(s); base != nil {
		f.Kind = finding.WrongBase
		f.Says += fmt.Sprintf("; %s is %s, %s", s.figure.Printed.Printed, quotient(other, valueOf(base)), c.all.doc.Terms.Where(base.Key()))
	}
	f.Says = sentence(f.Says)
	return f
}

func valueOf(f *document.Figure) int64 {
	n, _ := whole(f)
	return n
}

// otherPair gives the only other base in the column of which the same count, or else the only
// other pair of counts that, is the percentage.
func (c *printedColumn) otherPair(s share) (int64, *document.Figure) {
	type pair struct {
		n    int64
		base *document.Figure
	}
	var same, others []pair
	for _, base := range c.figures {
		of, is := whole(base)
		if !is || of == 0 || !measure.IsCount(c.ind, base.Printed.Figure) || base == s.base {
			continue
		}
		least, greatest, can := measure.Behind(s.figure, of, measure.Rounded)
		if !can {
			continue
		}
		if least <= s.n && s.n <= greatest && s.n != of {
			same = append(same, pair{s.n, base})
		}
		for _, f := range c.figures {
			if n, is := whole(f); is && f != base && f != s.counted && n > 0 && n < of && least <= n && n <= greatest && measure.IsCount(c.ind, f.Printed.Figure) {
				others = append(others, pair{n, base})
			}
		}
	}
	for _, found := range [][]pair{same, others} {
		if len(found) == 1 {
			return found[0].n, found[0].base
		}
	}
	return 0, nil
}

// decimalsOf gives the decimals that the row of a figure is printed with: those of most of
// its figures, and of two as frequent the more.
func (c *printedColumn) decimalsOf(f *document.Figure) int {
	times := map[int]int{f.Number.Decimals: 1}
	for _, other := range c.all.rowOf(f) {
		if other != f && other.IsNumber {
			times[other.Number.Decimals]++
		}
	}
	best := f.Number.Decimals
	for d, n := range times {
		if n > times[best] || n == times[best] && d > best {
			best = d
		}
	}
	return best
}

// rowOf gives the figures of the same row as a figure, of every year.
func (r *reader) rowOf(f *document.Figure) []*document.Figure {
	k := f.Key()
	k.Year = 0
	var row []*document.Figure
	for _, other := range r.rows[k] {
		if (f.Row == 0 || other.Row == f.Row) && other.Source == f.Source {
			row = append(row, other)
		}
	}
	return row
}
