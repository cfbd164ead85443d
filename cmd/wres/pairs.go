package main

import (
	"bufio"
	"errors"
	"fmt"

	"wres/cmd/wres/exit"
	"wres/loaders/export"
	"wres/loaders/pairs"
	"wres/model/report"
	"wres/model/source"
)

// compareFile compares the rows of a file, and writes one result a row in their
// order. A row that cannot be compared has its error in place of a result.
func compareFile(c *cli, o compareOptions) error {
	text, err := pairs.Read(o.file, c.stdin)
	if err != nil {
		return exit.NothingRead(fmt.Errorf("read %s: %w", source.Path(o.file), err))
	}
	table, err := pairs.Of(text)
	if err != nil {
		return exit.NothingRead(fmt.Errorf("%s: %w", source.Path(o.file), err))
	}
	name := "csv"
	if format, err := o.form.Chosen(); err != nil {
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
