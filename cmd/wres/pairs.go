package main

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/export"
	"wres/model/report"
	"wres/model/stats"
	"wres/model/words"
)

// pairColumns is the header that compare --csv reads, in any order and beside others.
var pairColumns = []string{"id", "a", "n1", "b", "n2"}

// compareFile compares the rows of a file, and writes one result a row in their
// order. A row that cannot be compared has its error in place of a result.
func compareFile(c *cli, o compareOptions) error {
	text, err := c.pairs(o.file)
	if err != nil {
		return nothingRead(fmt.Errorf("read %q: %w", o.file, err))
	}
	at, err := columnsAt(text.Header)
	if err != nil {
		return nothingRead(fmt.Errorf("%q: %w", o.file, err))
	}
	name := "csv"
	if format, err := o.form.chosen(); err != nil {
		return err
	} else if format.Name != export.TextName {
		name = format.Name
	}
	format, known := export.Find(report.ComparisonsPage, name)
	if !known {
		return misused(fmt.Errorf("the rows of a file are not written as %s", name))
	}
	rows, bad := 0, 0
	results := func(yield func(report.Compared) bool) {
		for record := range text.Records() { // also one that looks like a total or a note
			r := compareRow(record, at, o.level)
			if rows++; r.Err != nil {
				bad++
			}
			if !yield(r) {
				return
			}
		}
	}
	out := bufio.NewWriter(c.stdout)
	err = format.Write(out, report.Comparisons(results), c.exportOptions())
	switch err = errors.Join(err, out.Flush()); {
	case err != nil:
		return failed(err)
	case bad > 0:
		return &failure{statusFound, fmt.Errorf("%d of %d rows could not be compared: the error stands in place of the result", bad, rows)}
	}
	return nil
}

// pairs reads the file of pairs; "-" is the standard input.
func (c *cli) pairs(name string) (*csvfile.File, error) {
	in := c.stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, errors.Unwrap(err) // without the path, which the caller names
		}
		defer file.Close() // it was read only
		in = file
	}
	data, err := io.ReadAll(io.LimitReader(in, csvfile.MaxFileBytes+1))
	if err != nil {
		return nil, err
	}
	return csvfile.Decode(data)
}

// columnsAt finds the columns of a pair in a header.
func columnsAt(header csvfile.Record) ([]int, error) {
	at := make([]int, len(pairColumns))
	for i, name := range pairColumns {
		at[i] = slices.IndexFunc(header.Values, func(h string) bool { return csvfile.Fold(h) == name })
		if at[i] < 0 {
			return nil, fmt.Errorf("the header has no column %s: it has to name %s", name, words.Listed(pairColumns))
		}
	}
	return at, nil
}

func compareRow(record csvfile.Record, at []int, level float64) report.Compared {
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
			r.Err = fmt.Errorf("line %d: %s %q is not a whole number", record.Line, pairColumns[i+1], cell(i+1))
			return r
		}
		n[i] = v
	}
	a, wrongA := counted(n[0], n[1])
	b, wrongB := counted(n[2], n[3])
	if err := cmp.Or(wrongA, wrongB); err != nil {
		r.Err = fmt.Errorf("line %d: %w", record.Line, err)
		return r
	}
	r.Comparison, r.Err = stats.Compare(a, b, level)
	return r
}
