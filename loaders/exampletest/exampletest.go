// Package exampletest gives tests the built-in example, read as an app reads it that is
// given no folder. Tests alone import it; those inside loaders, which it imports, cannot.
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

// Open reads the example, with the settings of its own folder. Each call reads it anew, so a
// test may change what it gets. A test ends at once if the example cannot be read; problems
// in its files stand in the report.
func Open(tb testing.TB) (*model.Organisation, source.Report) {
	tb.Helper()
	o, report, err := loaders.Open(context.Background(), extracts.FS, loaders.Options{Example: true}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return o, report
}

// Results gives the figures of all years of the example in full, before anything is hidden
// for publication, computed anew at each call.
func Results(tb testing.TB) *indicator.Results {
	tb.Helper()
	o, _ := Open(tb)
	return indicator.Compute(o)
}
