// Package tables looks for contradictions among the printed figures of tables: percentages
// against their counts, whole columns against whole numbers, sums, one figure in two places,
// changes against the years that they are of, and what is said to be missing and follows from
// the rest.
//
// Place in the flow: a document goes in; findings, the columns with the whole numbers behind
// them, and how many people probably answered a survey come out. model/audit puts them beside
// what the sentences say.
//
// One misprint is one finding: where the figures of a column cannot all be right, the smallest
// repair says which are wrong (package column), and what else follows from them is told in the
// explanation. Figures that agree as soon as they are taken for cut and not rounded are no
// fault.
package tables

import (
	"cmp"
	"slices"

	"wres/model"
	"wres/model/audit/column"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/measure"
	"wres/model/indicator"
)

// Result is what was found.
type Result struct {
	Findings    []finding.Finding // in order of line
	Columns     []finding.Column
	Respondents []finding.Respondents
	Rates       map[document.Key]Rate // known rates of which the counts are not printed
}

// Rate is whole numbers behind a rate: events of so many people.
type Rate struct{ Events, AtRisk int }

// Find looks through the figures of a document.
func Find(d *document.Document) Result {
	r := &reader{doc: d, result: Result{Rates: map[document.Key]Rate{}}}
	r.arrange()
	for _, c := range r.columns {
		r.look(c)
	}
	r.twice()
	r.flow()
	r.decimals()
	r.respondents()
	slices.SortStableFunc(r.result.Findings, func(a, b finding.Finding) int { return cmp.Compare(a.Line, b.Line) })
	return r.result
}

// reader is one look through a document.
type reader struct {
	doc     *document.Document
	columns []*printedColumn
	numbers map[document.Key][]*document.Figure // of the whole document, in its order
	rows    map[document.Key][]*document.Figure // by what they are of in any year
	result  Result
}

// printedColumn is what one source prints of one indicator in one year.
type printedColumn struct {
	all     *reader
	year    model.Year
	ind     *indicator.Indicator
	source  string
	figures []*document.Figure
	numbers map[document.Key]*document.Figure // the first of each
	wrong   map[*document.Figure]bool         // told of already
	behind  *column.Solution                  // the one set of whole numbers behind a likelihood; nil: not known
}

// arrange puts the figures into columns, and where they are found by what they are of.
func (r *reader) arrange() {
	r.numbers, r.rows = map[document.Key][]*document.Figure{}, map[document.Key][]*document.Figure{}
	type place struct {
		year      model.Year
		id, where string
	}
	columns := map[place]*printedColumn{}
	for i := range r.doc.Figures {
		f := &r.doc.Figures[i]
		ind := indicator.Lookup(f.Indicator)
		if ind == nil {
			continue
		}
		at := place{f.Year, ind.ID, f.Source}
		c := columns[at]
		if c == nil {
			c = &printedColumn{all: r, year: f.Year, ind: ind, source: f.Source, wrong: map[*document.Figure]bool{}, numbers: map[document.Key]*document.Figure{}}
			columns[at] = c
			r.columns = append(r.columns, c)
		}
		c.figures = append(c.figures, f)
		k := f.Key()
		if f.IsNumber {
			r.numbers[k] = append(r.numbers[k], f)
			if c.numbers[k] == nil {
				c.numbers[k] = f
			}
		}
		k.Year = 0
		r.rows[k] = append(r.rows[k], f)
	}
}

// look makes every check of a column.
func (r *reader) look(c *printedColumn) {
	if c.ind.Shape == indicator.Likelihood {
		r.likelihood(c)
	} else {
		r.shares(c)
		r.sums(c)
	}
	r.parts(c)
	r.gaps(c)
	r.changes(c)
	r.missing(c)
}

// add tells of a figure that is wrong.
func (r *reader) add(c *printedColumn, f *document.Figure, as finding.Finding) {
	c.wrong[f] = true
	as.Line, as.At, as.Printed = f.Line, f.Key(), f.Printed.Printed
	as.Where = r.doc.Terms.Where(as.At)
	as.Severity = cmp.Or(as.Severity, finding.Value)
	r.result.Findings = append(r.result.Findings, as)
}

// figure gives the figure of a key that is a number: that of the column, or where it has
// none, that of the others of the document if they agree.
func (c *printedColumn) figure(k document.Key) *document.Figure {
	if f := c.numbers[k]; f != nil {
		return f
	}
	var found *document.Figure
	for _, f := range c.all.numbers[k] {
		if found != nil && found.Number.Value.Cmp(f.Number.Value) != 0 {
			return nil
		}
		found = f
	}
	return found
}

// count gives a printed number of people; of staff that of the whole workforce, where the
// indicator prints none of its own.
func (c *printedColumn) count(k document.Key) (n int64, f *document.Figure) {
	f = c.figure(k)
	if f == nil && k.Figure == measure.Headcount && k.Part == "" && k.Indicator != indicator.WorkforceID {
		k.Indicator = indicator.WorkforceID
		f = c.figure(k)
	}
	if f != nil {
		if n, is := whole(f); is {
			return n, f
		}
		return 0, nil
	}
	return c.whole(k)
}

// whole gives the whole of which a figure such as "1 of 15" is a part.
func (c *printedColumn) whole(k document.Key) (int64, *document.Figure) {
	if k.Group != "all" {
		return 0, nil
	}
	for _, f := range c.figures {
		of := f.Key()
		of.Group = "all"
		if f.IsNumber && f.Number.Of != nil && of == k {
			return int64(*f.Number.Of), f
		}
	}
	return 0, nil
}

// whole gives the number of people that a figure is.
func whole(f *document.Figure) (int64, bool) {
	n := f.Number
	if !f.IsNumber || n.Percent || n.Signed || n.Decimals > 0 || !n.Value.IsInt() || !n.Value.Num().IsInt64() {
		return 0, false
	}
	return n.Value.Num().Int64(), true
}

// key gives the key of a figure of the column.
func (c *printedColumn) key(figure, group, part string) document.Key {
	return document.Key{Year: c.year, Indicator: c.ind.ID, Figure: figure, Group: group, Part: part}
}
