// Package exporttest gives the tests of forms of output one report to write: that of the
// built-in example. Tests alone import it.
package exporttest

import (
	"testing"

	"wres/loaders/csvfile"
	"wres/loaders/exampletest"
	"wres/model/disclosure"
	"wres/model/report"
	"wres/model/report/yearly"
)

// Example gives the yearly report of the built-in example on its latest three years, without
// actions: of the publication view or in full.
func Example(tb testing.TB, full bool) (report.About, []report.Block) {
	tb.Helper()
	results := exampletest.Results(tb)
	results = results.Window(results.Latest(), 3)
	if !full {
		results, _ = disclosure.View(results, disclosure.RuleOf(results.Settings))
	}
	safe := report.Safe{Line: csvfile.Clean, Lines: csvfile.CleanLines}
	page := yearly.Report{Results: results}
	return page.About(safe), page.Blocks(safe)
}
