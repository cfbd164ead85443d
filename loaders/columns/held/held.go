// Package held looks at the first rows of a file for what its columns hold: records and what
// its columns were taken for go in; which labels stand in each, by what they mean, is added.
// It keeps no cell: of a column that says who someone is nothing is looked at, and of any
// other only the meanings that the tables of labels have are counted.
package held

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model/source"
)

const (
	head    = 500 // rows that are looked at
	most    = 100 // different cells: what has more of them is no category
	codes   = 4   // letters alone that are a code only together: M and F are a code of ethnicity too
	nearly  = 10  // one in so many cells may mean nothing
	meaning = 2   // so many meanings at the least
)

// column is one column while its cells are read: each once, with the rows that have it.
type column struct {
	tables []table
	cells  map[string]int
	rows   int
}

// table counts what the cells of a column mean by one table of labels.
type table struct {
	labels.Table
	of      map[string]int // rows, by meaning
	letters map[string]int // rows, by cells of one letter: not known yet
	known   int
}

// Tell says of each column of a file which labels it holds. Counted is of a file whose rows
// are counts and no people.
func Tell(ctx context.Context, text *csvfile.File, l *labels.Labels, columns []source.Column, counted bool) {
	all := make([]*column, len(columns))
	for i, c := range columns {
		all[i] = newColumn(c)
	}
	n := 0
	for rec := range csvfile.Until(ctx, text.Records()) {
		if rec.Aside != "" || rec.Refused() {
			continue
		}
		if n++; n > head {
			break
		}
		for i, c := range all {
			if c != nil && !c.add(strings.TrimSpace(rec.Value(i))) {
				all[i] = nil
			}
		}
	}
	for i, c := range all {
		if c != nil {
			columns[i].Holds = c.held(l, counted)
		}
	}
}

// newColumn begins a column; nil where it is not to be looked at.
func newColumn(c source.Column) *column {
	if c.Personal {
		return nil
	}
	made := &column{cells: map[string]int{}}
	for _, t := range labels.Tables() {
		if c.Field == "" || slices.Contains(t.Fields, c.Field) {
			made.tables = append(made.tables, table{Table: t, of: map[string]int{}, letters: map[string]int{}})
		}
	}
	if len(made.tables) == 0 {
		return nil
	}
	return made
}

// add takes one more cell; false where the column cannot be one of labels any more.
func (c *column) add(cell string) bool {
	if cell == "" {
		return true
	}
	c.rows++
	if _, met := c.cells[cell]; !met {
		cell = strings.Clone(cell)
	}
	c.cells[cell]++
	return len(c.cells) <= most
}

// read takes the cells of a table, alike ones at once. Open is a column of which nothing says
// yet what it is: a number is no band there.
func (t *table) read(l *labels.Labels, cells map[string]int, open bool) {
	for cell, rows := range cells {
		if open && !strings.ContainsFunc(cell, unicode.IsLetter) {
			continue
		}
		means, ok := t.Means(l, cell)
		switch {
		case !ok:
		case open && utf8.RuneCountInString(cell) == 1:
			t.letters[means] += rows
		default:
			t.of[means] += rows
			t.known += rows
		}
	}
}

// held is what the column holds by the table that knows most of it.
func (c *column) held(l *labels.Labels, counted bool) *source.Held {
	for i := range c.tables {
		t := &c.tables[i]
		t.read(l, c.cells, len(c.tables) > 1)
		if len(t.letters) >= codes {
			for means, n := range t.letters {
				t.of[means] += n
				t.known += n
			}
		}
	}
	best := slices.MaxFunc(c.tables, func(a, b table) int { return cmp.Compare(a.known, b.known) })
	if len(best.of) < meaning || nearly*(c.rows-best.known) > c.rows {
		return nil
	}
	h := &source.Held{Table: best.Name, Rows: c.rows, Rest: c.rows}
	for _, means := range slices.Sorted(maps.Keys(best.of)) {
		if n := best.of[means]; counted || n >= source.LeastHeld {
			h.Labels = append(h.Labels, source.HeldLabel{Meaning: means, Rows: n})
			h.Rest -= n
		}
	}
	slices.SortStableFunc(h.Labels, func(a, b source.HeldLabel) int { return cmp.Compare(b.Rows, a.Rows) })
	return h
}
