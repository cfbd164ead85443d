// Package tables finds where the printed figures of a report's tables contradict each other.
//
// Place in the flow: a document goes in; findings come out, with the whole numbers that stand
// behind its columns, and how many people can have answered its survey. model/audit puts the
// findings in order with those of sentences.
//
// The figures of one indicator, year and part are a column (columns.go): model/audit/column
// says whether any whole numbers of people print so. Where none do, the innocent readings are
// tried before a figure is blamed (reading.go): shares of those whose ethnicity is known, the
// mean of two years, figures that were cut off and not rounded, a ratio of rounded rates. One
// misprint is one finding (mend.go): what else fails because of it is told with it. What
// columns don't hold is set side by side after them: sums of parts, differences, changes, and
// one figure in two places.
package tables

import (
	"cmp"
	"slices"

	"wres/model/audit/column"
	"wres/model/audit/document"
	"wres/model/audit/finding"
)

// Result is what was found.
type Result struct {
	Findings    []finding.Finding // in order of line
	Columns     []finding.Column
	Respondents []finding.Respondents
	Rates       map[document.Key]Rate // of which the counts are not all printed, and follow
}

// Rate is the whole numbers behind a rate: events of so many people.
type Rate struct{ Events, AtRisk int }

// Find looks through the tables of a document.
func Find(d *document.Document) Result {
	r := read(d)
	r.columns()
	pairer{r}.twice()
	adder{r}.sums()
	mover{r}.differences()
	mover{r}.changes()
	r.result.Respondents = r.respondents()
	r.flow()
	r.decimals()
	slices.SortStableFunc(r.result.Findings, func(a, b finding.Finding) int { return cmp.Compare(a.Line, b.Line) })
	return r.result
}

// reader goes through one document.
type reader struct {
	doc     *document.Document
	cells   []*cell                        // the figures that are understood, in order
	at      map[document.Key][]*cell       // by key
	series  map[document.Key][]*cell       // by indicator, group and part: over all years
	parts   map[document.Key][]*cell       // by all but the part
	counts  map[document.Key]int64         // numbers of people that are printed in one way
	behind  map[document.Key]column.Answer // what stands behind a column; its key has no figure and no group
	sources map[string]int                 // how many figures each has
	result  Result
}

// find keeps what is wrong with a cell, and that it has been told of.
func (r *reader) find(c *cell, k finding.Kind, s finding.Severity, printed, computed, says string) {
	r.keep(c, k, s, printed, computed, says)
	c.spend()
}

// keep keeps a finding.
func (r *reader) keep(c *cell, k finding.Kind, s finding.Severity, printed, computed, says string) {
	r.result.Findings = append(r.result.Findings, finding.Finding{Kind: k, Severity: s, Line: c.Line, At: c.Key(), Where: r.doc.Terms.Where(c.Key()), Printed: printed, Computed: computed, Says: says})
}
