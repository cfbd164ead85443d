// Package cells looks over the columns of a file for numbers that may be people:
// records go in; what the cells of each column are, what its heading says of them, and
// whether rows are counts or persons, come out. It knows no kind of extract, and keeps
// no cell's text.
package cells

import (
	"context"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// Column is what the cells of a column are: how many of each sort, in the rows of the
// table that are sound and no totals.
type Column struct {
	Counts   int // whole numbers of people
	Withheld int // marks of suppression, dashes; a letter alone is one only beside counts
	Decimals int
	Percents int // numbers with a % sign
	Texts    int
	Blank    int
	coded    int // whole numbers with noughts before them
	years    int // whole numbers that are years

	Sum, Max int // of the whole numbers
	Largest  float64
	All      int // the sum in every row, those that are refused or set aside too
}

// People reports whether the column may count people, as far as its cells tell.
func (c Column) People() bool {
	return c.Counts+c.Withheld > 0 && c.Texts+c.Decimals+c.Percents == 0 && !c.Codes()
}

// Numbers reports whether the column holds numbers and little else.
func (c Column) Numbers() bool { return c.Counts+c.Decimals+c.Percents > c.Texts }

// Codes reports whether the column's numbers are no quantities: cost centres, years.
func (c Column) Codes() bool {
	return c.coded > 0 || c.years > 0 && c.years == c.Counts && c.Withheld == 0
}

// Head is how many rows of a large file are looked at.
const Head = 5000

// Of looks over the columns of a file; most is how many rows, or 0 for all of them.
func Of(ctx context.Context, text *csvfile.File, most int) []Column {
	all := make([]Column, text.Columns)
	n := 0
	for rec := range csvfile.Until(ctx, text.Records()) {
		if n++; most > 0 && n > most {
			break
		}
		if rec.Aside != "" && rec.Aside != csvfile.Total {
			continue
		}
		sound := rec.Aside == "" && !rec.Refused()
		for i := range all {
			all[i].add(rec.Value(i), sound)
		}
	}
	return all
}

func (c *Column) add(cell string, sound bool) {
	cell = strings.TrimSpace(cell)
	n, isCount := Count(cell)
	c.All += n
	if !sound {
		return
	}
	v, isNumber := decimal(cell)
	c.Largest = max(c.Largest, v)
	switch {
	case cell == "":
		c.Blank++
	case isCount:
		c.Counts++
		c.Sum += n
		c.Max = max(c.Max, n)
		if len(cell) > 1 && cell[0] == '0' {
			c.coded++
		}
		if n >= 1990 && n < 2100 && len(cell) == 4 {
			c.years++
		}
	case strings.HasSuffix(cell, "%"):
		c.Percents++
	case isNumber:
		c.Decimals++
	case labels.IsWithheld(cell):
		if strings.ContainsAny(cell, "<>*.-–—[0123456789") {
			c.Withheld++
		}
	default:
		c.Texts++
	}
}

// Count reads a cell that may be a count of people.
func Count(cell string) (n int, ok bool) {
	if cell == "" || strings.IndexByte(" 0123456789", cell[0]) < 0 {
		return 0, false
	}
	n, wrong := labels.ParseCount(cell)
	return n, wrong == ""
}

// decimal reads a number that may have a comma or a point before its decimals.
func decimal(cell string) (v float64, ok bool) {
	if cell == "" || strings.IndexByte(".0123456789", cell[0]) < 0 {
		return 0, false
	}
	v, wrong := labels.ParseDecimal(strings.ReplaceAll(cell, ",", "."))
	return v, wrong == ""
}
