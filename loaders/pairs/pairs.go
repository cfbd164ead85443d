// Package pairs compares pairs of counts that stand in the rows of a file: a file of
// records goes in, and a comparison or what is wrong comes out for each row. The columns are
// id, a, n1, b and n2, in any order and beside others.
package pairs

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"wres/loaders/csvfile"
	"wres/model/report"
	"wres/model/stats"
	"wres/model/words"
)

// columns are the names that the header has to have.
var columns = []string{"id", "a", "n1", "b", "n2"}

// Table is a file of pairs.
type Table struct {
	text *csvfile.File
	at   []int // the places of the columns
}

// Of finds the columns of a pair in the header of a file.
func Of(text *csvfile.File) (Table, error) {
	at := make([]int, len(columns))
	for i, name := range columns {
		at[i] = slices.IndexFunc(text.Header.Values, func(h string) bool { return csvfile.Fold(h) == name })
		if at[i] < 0 {
			return Table{}, fmt.Errorf("the header has no column %s: it has to name %s", name, words.Listed(columns))
		}
	}
	return Table{text, at}, nil
}

// Compared compares the rows one after the other, in their order, at a level of intervals. A
// row that cannot be compared has its error in place of a result.
func (t Table) Compared(level float64) iter.Seq[report.Compared] {
	return func(yield func(report.Compared) bool) {
		for record := range t.text.Records() { // also one that looks like a total or a note
			if !yield(compared(record, t.at, level)) {
				return
			}
		}
	}
}

func compared(record csvfile.Record, at []int, level float64) report.Compared {
	cell := func(i int) string { return strings.TrimSpace(record.Value(at[i])) }
	r := report.Compared{ID: cell(0)}
	if record.Refused() {
		r.Err = fmt.Errorf("line %d: %s", record.Line, record.Faults[0].Message)
		return r
	}
	var n [4]int
	for i := range n {
		v, err := strconv.Atoi(cell(i + 1))
		if err != nil {
			r.Err = fmt.Errorf("line %d: %s %q is not a whole number", record.Line, columns[i+1], cell(i+1))
			return r
		}
		n[i] = v
	}
	a, wrongA := Counted(n[0], n[1])
	b, wrongB := Counted(n[2], n[3])
	if err := cmp.Or(wrongA, wrongB); err != nil {
		r.Err = fmt.Errorf("line %d: %w", record.Line, err)
		return r
	}
	r.Comparison, r.Err = stats.Compare(a, b, level)
	return r
}

// Counted checks that so many events among so many people are possible.
func Counted(events, people int) (stats.Count, error) {
	switch {
	case people <= 0:
		return stats.Count{}, fmt.Errorf("%d/%d: nobody is counted; the second number is how many people there are", events, people)
	case events < 0 || events > people:
		return stats.Count{}, fmt.Errorf("%d/%d: the events are the first number, from 0 to the number of people", events, people)
	case people > stats.MostAtRisk:
		return stats.Count{}, fmt.Errorf("%d/%d: more than %d people", events, people, stats.MostAtRisk)
	}
	return stats.Count{Events: events, AtRisk: people}, nil
}
