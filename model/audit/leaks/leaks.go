// Package leaks finds the small counts that a report gives away: those that it prints, and
// those that follow from what it prints, by the question that the publication view asks of
// itself (model/disclosure/sums).
//
// Place in the flow: a document goes in, with the whole numbers that a search found behind
// its columns; findings of the kind disclosure come out. Figures that contradict each other
// give nothing away: what could be worked out of them would be wrong.
package leaks

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/disclosure"
	"wres/model/disclosure/sums"
)

// Hidden is a count that is not printed, and the only one that fits a column of figures. Its
// key names the count: "appointed".
type Hidden struct {
	Key   document.Key
	Value int
	Line  int // of the figure nearest to it; 0: unknown
}

// Find lists the small counts that the printed figures give away.
func Find(d *document.Document, hidden []Hidden, rule disclosure.Rule) []finding.Finding {
	var all []finding.Finding
	tables := read(d)
	for _, t := range tables {
		if t.secret(rule) && t.reader(t.told).Possible(rule.Budget) == sums.Yes {
			all = append(all, t.given(d, rule)...)
		}
	}
	for _, h := range hidden {
		if (rule.Board || !onBoard(h.Key)) && small(h.Value, rule) && !told(all, h.Key) {
			all = append(all, finding.Finding{Kind: finding.Disclosure, Severity: finding.Note, Line: h.Line, At: h.Key, Where: d.Terms.Where(h.Key),
				Computed: fmt.Sprint(h.Value),
				Says: fmt.Sprintf("The figures of the column leave one possibility for this count, %d, which is under %d: somebody could be recognised by it.",
					h.Value, rule.Small+1)})
		}
	}
	slices.SortStableFunc(all, func(a, b finding.Finding) int { return cmp.Compare(a.Line, b.Line) })
	return all
}

func small(n int, rule disclosure.Rule) bool { return n >= 1 && n <= rule.Small }

func told(all []finding.Finding, k document.Key) bool {
	return slices.ContainsFunc(all, func(f finding.Finding) bool { return f.At == k })
}

// reader is somebody who has been told some facts of a table.
func (t *table) reader(facts []fact) *sums.Reader {
	r := &sums.Reader{}
	for range groups {
		r.Unknown()
	}
	r.Sum([]sums.Term{{Unknown: white, Times: 1}, {Unknown: bme, Times: 1}, {Unknown: unknown, Times: 1}})
	r.Sum([]sums.Term{{Unknown: white, Times: 1}, {Unknown: bme, Times: 1}})
	for _, f := range facts {
		was := r.Knows(f.quantity)
		r.Know(f.quantity, sums.Range{Low: max(was.Low, f.in.Low), High: min(was.High, f.in.High)})
	}
	return r
}

// given finds the small counts of a table that its facts leave nothing else for.
func (t *table) given(d *document.Document, rule disclosure.Rule) []finding.Finding {
	var all []finding.Finding
	for quantity, group := range quantities {
		if quantity == known || quantity == everyone && !t.events || quantity == unknown && t.whole() && !rule.UnknownTotals {
			continue
		}
		values := t.values(t.told, quantity, rule)
		if len(values) == 0 {
			continue
		}
		at := t.key
		at.Group = group
		all = append(all, t.finding(d, at, quantity, values, rule))
	}
	return all
}

// values are the small counts that a quantity can have; nil where it can have others too.
func (t *table) values(facts []fact, quantity int, rule disclosure.Rule) []int {
	r := t.reader(facts)
	if r.Could(quantity, 0, rule.Budget) != sums.No {
		return nil
	}
	more, in := r.Clone(), r.Knows(quantity)
	if in.High > rule.Small {
		more.Know(quantity, sums.Range{Low: max(in.Low, rule.Small+1), High: in.High})
		if more.Possible(rule.Budget) != sums.No {
			return nil
		}
	}
	var values []int
	for n := 1; n <= rule.Small; n++ {
		if r.Could(quantity, n, rule.Budget) == sums.Yes {
			values = append(values, n)
		}
	}
	if len(values) == rule.Small { // as much as a cell that is hidden tells
		return nil
	}
	return values
}

// finding tells of a small count with the fewest figures that give it away.
func (t *table) finding(d *document.Document, at document.Key, quantity int, values []int, rule disclosure.Rule) finding.Finding {
	facts := t.told
	if own := slices.IndexFunc(facts, func(f fact) bool { return f.quantity == quantity && f.in.Low == f.in.High && f.counted }); own >= 0 {
		facts = facts[own : own+1]
	}
	for i := 0; i < len(facts); {
		without := slices.Delete(slices.Clone(facts), i, i+1)
		if len(t.values(without, quantity, rule)) == 0 {
			i++
			continue
		}
		facts = without
	}
	f := finding.Finding{Kind: finding.Disclosure, Severity: finding.Note, At: at, Where: d.Terms.Where(at), Computed: listed(values)}
	var by []string
	for _, fact := range facts {
		f.Line = max(f.Line, fact.figure.Line)
		by = append(by, fmt.Sprintf("%q (%s)", fact.figure.Printed.Printed, d.Terms.Where(fact.figure.Key())))
	}
	f.Printed = facts[len(facts)-1].figure.Printed.Printed
	says := fmt.Sprintf("This count is under %d: somebody could be recognised by it.", rule.Small+1)
	if len(facts) > 1 || !facts[0].counted {
		says = fmt.Sprintf("This count is not printed, and follows from %s: it is %s, under %d, and somebody could be recognised by it.",
			strings.Join(by, " and "), listed(values), rule.Small+1)
	}
	f.Says = says
	return f
}

// listed writes values as a reader says them: "3", "1 or 2".
func listed(values []int) string {
	words := make([]string, len(values))
	for i, n := range values {
		words[i] = fmt.Sprint(n)
	}
	return strings.Join(words, " or ")
}
