// Package finding says what is wrong with a printed figure or sentence: the nouns that the
// layers of the audit answer with.
//
// Place in the flow: the packages of model/audit make findings; model/audit puts them in
// order, and pages and commands write them.
package finding

import (
	"wres/model/audit/document"
)

// Severity is how much a finding matters.
type Severity string

// The severities, the gravest first. Decision: what the report concludes is turned round.
// Value: a number, or what is said of one, is wrong. Note: to be known, and no fault that
// the figures prove.
const (
	Decision Severity = "decision"
	Value    Severity = "value"
	Note     Severity = "note"
)

// Kind is what a finding is about, as JSON writes it.
type Kind string

// The kinds, by the layer that finds them.
const (
	Counts      Kind = "counts"       // the folder's counts give another figure
	Percentage  Kind = "percentage"   // a percentage is not that of its counts
	WrongBase   Kind = "wrong-base"   // it is that of another pair of counts
	Bracket     Kind = "bracket"      // a pooled rate is outside those of its groups
	Ratio       Kind = "ratio"        // a ratio is not that of its rates or counts
	NoCounts    Kind = "no-counts"    // no whole numbers give all figures of a column
	Truncated   Kind = "truncated"    // all figures of a column were cut, not rounded
	Swapped     Kind = "swapped"      // two labels of a column are exchanged
	Sum         Kind = "sum"          // parts and whole do not add up
	Twice       Kind = "twice"        // one figure stands in two places, with two values
	Computable  Kind = "computable"   // it is missing, and follows from the others
	Unit        Kind = "unit"         // percent is written for percentage points, or the like
	Change      Kind = "change"       // a change is not that of its two figures
	Flow        Kind = "flow"         // staff before, appointed and staff after do not fit
	Number      Kind = "number"       // a sentence has another number than the table
	Direction   Kind = "direction"    // a sentence says up for down, or more for less
	Contrast    Kind = "contrast"     // "now, in contrast to earlier years", of what was so before
	Measure     Kind = "measure"      // what a sentence says is true of another figure
	Wording     Kind = "wording"      // "times more likely", and the like
	Significant Kind = "significance" // "significant", of which no test is told
	Decimals    Kind = "decimals"     // decimals differ within a row
	Disclosure  Kind = "disclosure"   // a small count is printed or follows from what is
	Unsupported Kind = "unsupported"  // the figures can't bear what is said of them
	Years       Kind = "years"        // years of a table are not those of the others
)

// Finding is one thing that the audit found.
type Finding struct {
	Kind     Kind
	Severity Severity
	Line     int    // physical, from 1; 0: none is known
	File     string // of several files that were read, the one that it is in; "": there is one
	At       document.Key
	Where    string // what is wrong, for a reader: "indicator 2, 2023, ethnically diverse, % of appointed"
	Printed  string // exactly as printed: the figure, or the words at fault
	Computed string // what it must be, with the decimals of its row, or a clause; "": not known
	Says     string // the explanation: a sentence or two, with the arithmetic
}
