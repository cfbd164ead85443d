// Package exampletest opens the built-in example for tests: a test goes in, and what a folder
// holds, or the figures of it, come out.
package exampletest

import (
	"context"
	"testing"

	"wres/loaders"
	"wres/model"
	"wres/model/indicator"
	"wres/model/source"
	"wres/testdata/extracts"
)

// Open reads the example, as the program does where no folder is named.
func Open(tb testing.TB) (*model.Organisation, source.Report) {
	tb.Helper()
	o, report, err := loaders.Open(context.Background(), extracts.FS, loaders.Options{Example: true}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return o, report
}

// Results are the figures of the example.
func Results(tb testing.TB) *indicator.Results {
	tb.Helper()
	o, _ := Open(tb)
	return indicator.Compute(o)
}
