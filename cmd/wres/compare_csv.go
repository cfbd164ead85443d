package main

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"

	"wres/loaders/csvfile"
	"wres/model/stats"
)

// pairColumns is the header that compare --csv reads, in any order and beside others.
var pairColumns = []string{"id", "a", "n1", "b", "n2"}

// resultColumns is the header that it writes.
var resultColumns = []string{
	"id", "a", "n1", "b", "n2", "level", "rate1", "rate1_lower", "rate1_upper", "rate2", "rate2_lower", "rate2_upper",
	"ratio", "ratio_lower", "ratio_upper", "ratio_katz_lower", "ratio_katz_upper", "difference", "difference_lower", "difference_upper",
	"pearson_p", "z", "fisher_p", "mid_p", "four_fifths", "verdict", "parity_extra", "parity_moved", "detectable_ratio", "warnings", "error",
}

// compareFile compares the rows of a file, and writes one result a row in their
// order. A row that cannot be compared has its error in place of a result.
func (c *cli) compareFile(o compareOptions) error {
	text, err := c.pairs(o.file)
	if err != nil {
		return nothingRead(fmt.Errorf("read %q: %w", o.file, err))
	}
	at, err := columnsAt(text.Header)
	if err != nil {
		return nothingRead(fmt.Errorf("%q: %w", o.file, err))
	}
	write, end := resultWriter(bufio.NewWriter(c.stdout), o.json)
	rows, bad := 0, 0
	for record := range text.Records() { // also one that looks like a total or a note
		r := compareRow(record, at, o.level)
		if err = write(r); err != nil {
			break
		}
		if rows++; r.err != nil {
			bad++
		}
	}
	switch err = errors.Join(err, end()); {
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
			return nil, fmt.Errorf("the header has no column %s: it has to name %s", name, listText(pairColumns))
		}
	}
	return at, nil
}

// result is what became of one row.
type result struct {
	id  string
	all *stats.Comparison
	err error
}

func compareRow(record csvfile.Record, at []int, level float64) result {
	cell := func(i int) string { return strings.TrimSpace(record.Value(at[i])) }
	r := result{id: cell(0)}
	if record.Refused() {
		r.err = fmt.Errorf("line %d: %s", record.Line, record.Faults[0].Message)
		return r
	}
	var n [4]int
	for i := range n {
		v, err := strconv.Atoi(cell(i + 1))
		if err != nil {
			r.err = fmt.Errorf("line %d: %s %q is not a whole number", record.Line, pairColumns[i+1], cell(i+1))
			return r
		}
		n[i] = v
	}
	a, wrongA := counted(n[0], n[1])
	b, wrongB := counted(n[2], n[3])
	if err := cmp.Or(wrongA, wrongB); err != nil {
		r.err = fmt.Errorf("line %d: %w", record.Line, err)
		return r
	}
	r.all, r.err = stats.Compare(a, b, level)
	return r
}

// errorDoc is a row of compare --csv --json that could not be compared.
type errorDoc struct {
	ID    string `json:"id"`
	Error string `json:"error"`
}

// resultWriter gives the functions that write a result, as JSON Lines or CSV, and
// end the writing.
func resultWriter(out *bufio.Writer, asJSON bool) (write func(result) error, end func() error) {
	if asJSON {
		return func(r result) error {
			var doc any = errorDoc{r.id, errorText(r.err)}
			if r.err == nil {
				doc = comparisonOf(&r.id, r.all)
			}
			line, err := jsonLine(doc)
			if err != nil {
				return err
			}
			_, err = out.Write(line)
			return err
		}, out.Flush
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	headed := w.Write(resultColumns)
	return func(r result) error { return w.Write(resultCells(r)) }, func() error {
		w.Flush()
		return errors.Join(headed, w.Error(), out.Flush())
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return clean(err.Error())
}

// resultCells writes a result as text, with every digit.
func resultCells(r result) []string {
	if r.err != nil {
		cells := make([]string, len(resultColumns))
		cells[0], cells[len(cells)-1] = safeText(r.id), errorText(r.err)
		return cells
	}
	d := comparisonOf(&r.id, r.all)
	var fourFifths string
	if d.FourFifths != nil {
		fourFifths = *d.FourFifths
	}
	var extra, moved *int
	if d.Parity != nil {
		extra, moved = &d.Parity.Extra, &d.Parity.Moved
	}
	return []string{
		safeText(r.id), strconv.Itoa(d.A), strconv.Itoa(d.N1), strconv.Itoa(d.B), strconv.Itoa(d.N2), number(&d.Level),
		number(d.Rate1.Value), number(d.Rate1.Lower), number(d.Rate1.Upper), number(d.Rate2.Value), number(d.Rate2.Lower), number(d.Rate2.Upper),
		number(d.Ratio.Value), number(d.Ratio.Lower), number(d.Ratio.Upper), number(d.Katz.Lower), number(d.Katz.Upper),
		number(&d.Difference.Value), number(d.Difference.Lower), number(d.Difference.Upper),
		scientific(d.PearsonP), number(d.Z), scientific(d.FisherP), scientific(d.MidP), fourFifths, d.Verdict, whole(extra), whole(moved),
		number(d.Detectable), strings.Join(d.Warnings, "; "), "",
	}
}

// scientific writes a p value: 1e-110 must not take 110 noughts.
func scientific(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'g', -1, 64)
}
