// Package disclosure makes the publication view of an organisation's results: what may
// leave it without a small count of people being told, or worked out.
//
// The view is a set of shown counts, and everything else in it is computed from those
// alone (withdraw.go), so that no percentage, ratio, verdict or sentence
// tells more than they do. What is left to somebody who wants to know is to solve sums of
// whole numbers: White, BME and unknown make a row, bands a cluster, clusters a staff
// category. A year is a sheet of such numbers, each with the places where it is printed;
// those of 1 to the threshold are small and hidden; and while what is shown lets a reader
// narrow one down (model/disclosure/sums), one number more is given up, in a fixed order
// that depends on where numbers stand and what is shown, never on what is hidden.
//
// Where the rule rounds, what is shown is the nearest multiple of its base (rule.go), a
// reader knows of each such number only between what it lies, and all that is computed is
// computed anew from the rounded numbers, without intervals and tests (recount.go). So much
// is open then that one number given up is mostly enough (singly.go).
//
// A year is decided from its own counts and the settings alone, so that two reports that
// show the same year show the same of it.
package disclosure
