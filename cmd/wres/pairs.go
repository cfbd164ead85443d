package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"

	"wres/cmd/wres/exit"
	"wres/loaders/csvfile"
	"wres/loaders/export"
	"wres/loaders/pairs"
	"wres/model/report"
	"wres/model/source"
)

// mostPairs is how many bytes a file of pairs may have, a million rows or so: it is held in
// memory whole, and what never ends, such as a device, has to end somewhere.
const mostPairs = 32 << 20

// compareFile compares the rows of a file, and writes one result a row in their
// order. A row that cannot be compared has its error in place of a result.
func compareFile(c *cli, o compareOptions) error {
	text, err := c.pairs(o.file)
	if err != nil {
		return exit.NothingRead(fmt.Errorf("read %s: %w", source.Path(o.file), err))
	}
	table, err := pairs.Of(text)
	if err != nil {
		return exit.NothingRead(fmt.Errorf("%s: %w", source.Path(o.file), err))
	}
	name := "csv"
	if format, err := o.form.chosen(); err != nil {
		return err
	} else if format.Name != export.TextName {
		name = format.Name
	}
	format, known := export.Find(report.ComparisonsPage, name)
	if !known {
		return exit.Misuse(fmt.Errorf("the rows of a file are not written as %s", name))
	}
	rows, bad := 0, 0
	results := func(yield func(report.Compared) bool) {
		for r := range table.Compared(o.level) {
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
		return exit.Failure(err)
	case bad > 0:
		return exit.With(exit.Found, fmt.Errorf("%d of %d rows could not be compared: the error stands in place of the result", bad, rows))
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
	data, err := io.ReadAll(io.LimitReader(in, mostPairs+1))
	if err != nil {
		return nil, err
	}
	if len(data) > mostPairs {
		return nil, fmt.Errorf("it has over %d MB, and a file of pairs may have %[1]d; split it", mostPairs>>20)
	}
	return csvfile.Decode(data)
}
