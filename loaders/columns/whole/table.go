package whole

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// Table is a file of counts and what its columns are, by their numbers from 0.
type Table struct {
	Text    *csvfile.File
	Labels  *labels.Labels
	Keys    []Key // labels that tell what a row counts
	Numbers []int // counts, percentages
	Texts   []int // words about the row, such as notes
	Unused  []int // not used, and nothing says that they hold numbers
	Others  []int // not used, with headings of numbers
	Blanks  bool  // a blank cell below a label may stand for that label
}

// Key is a column of labels.
type Key struct {
	Column int
	Name   string // standard
	Sure   bool   // each row must have a label
	Bare   bool   // a blank has a meaning of its own: both those who are and who are not
}

// KeyNamed gives the key of a standard column of counts; false where it is none.
func KeyNamed(standard string, column int) (k Key, is bool) {
	k = Key{Column: column, Name: standard}
	switch standard {
	case "year", "snapshot_date", "survey_year", "indicator", "count":
		k.Sure = true
	case "voting", "executive":
		k.Bare = true
	case "organisation", "staff_category", "pay_band", "ethnicity", "campaign", "staff_group", "internal", "split_by":
	default:
		return k, false
	}
	return k, true
}

// Notice says how cells are meant that can be meant otherwise.
type Notice struct {
	Line, Column int // both from 1
	Message      string
}

// ethnicity is the standard name of the column whose labels may be codes.
const ethnicity = "ethnicity"

// Read looks at the rows of the table, and amends the file. It says what it took for
// granted, or why the file cannot be used.
func (t *Table) Read(ctx context.Context) (notices []Notice, why string) {
	c, s, groups := commas{t: t}, shifts{t: t, numbers: map[int]int{}}, values{column: -1}
	if i := slices.IndexFunc(t.Keys, func(k Key) bool { return k.Name == ethnicity }); i >= 0 {
		groups.column = t.Keys[i].Column
	}
	rows, blanks := 0, false
	for rec := range t.rows(ctx) {
		rows++
		for _, k := range t.Keys {
			blanks = blanks || isBlank(rec.Value(k.Column))
		}
		groups.add(rec)
		c.add(rec)
		s.add(rec)
	}
	words, notice, why := CodesIn(groups.all, t.Labels).Read(false)
	if why != "" {
		return nil, why
	}
	if notice != "" {
		notices = append(notices, Notice{t.Text.Header.Line, groups.column + 1, notice})
	}
	found, why := c.settle()
	if why != "" {
		return nil, why
	}
	if words != nil {
		t.Text.Amend().Reword(groups.column, words)
	}
	notices = append(notices, found...)
	s.settle(rows)
	if t.Blanks && blanks {
		notices = append(notices, t.merged(ctx)...)
	}
	return notices, ""
}

// rows yields the rows of the table that can be used.
func (t *Table) rows(ctx context.Context) func(func(csvfile.Record) bool) {
	return func(yield func(csvfile.Record) bool) {
		for rec := range csvfile.Until(ctx, t.Text.Records()) {
			if rec.Aside == "" && !rec.Refused() && !yield(rec) {
				return
			}
		}
	}
}

// onLines names lines in a sentence.
func onLines(lines []int) string {
	switch last := len(lines) - 1; {
	case last == 0:
		return "line " + strconv.Itoa(lines[0])
	case last > 1 && lines[last]-lines[0] == last:
		return fmt.Sprintf("lines %d to %d", lines[0], lines[last])
	}
	names := make([]string, len(lines))
	for i, line := range lines {
		names[i] = strconv.Itoa(line)
	}
	return "lines " + labels.Few(names)
}

// isBlank reports whether there is nothing in a cell. Most cells tell by their first sign.
func isBlank(cell string) bool {
	return cell == "" || cell[0] <= ' ' && strings.TrimSpace(cell) == ""
}
