// Package extracts holds the built-in example: the figures that NHS Midlands and
// Lancashire Commissioning Support Unit printed in its WRES report of 2024, as
// ordinary extracts. The program opens them where it is given no folder.
//
// Three things are not the report's own. Its charts of pay bands are lost, so
// the split by band is made up to fit everything that it does print, and is
// marked "illustrative" in the extract's note column and wherever it is shown.
// It counts only the ethnically diverse members of its Board, so the others
// stand here as White. And its actions name no indicator; those whose subject is
// plainly one have it. The benchmarks are national and regional values from the
// sources that each row names.
package extracts

import "embed"

// FS holds the extracts, the settings and the action plan of the example.
//
//go:embed *.csv wres.toml
var FS embed.FS
