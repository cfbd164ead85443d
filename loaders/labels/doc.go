// Package labels says what a cell means: an ethnicity, a band, a staff group, a stage
// of recruitment, a contract, a number, a date, an employee number. The raw text of a
// cell goes in; its value comes out, or why it is none, in words that follow the cell
// in a sentence.
//
// It is the lowest room of the loaders but csvfile, whose [csvfile.Fold] says which
// spellings are one label and whose Clean makes text safe to show. [Labels] holds what
// the settings of a folder say of labels. It is made once, while they are read, and
// from then on only asked, by any number of goroutines; the one thing that is noted
// meanwhile is which labels of [LeftOut] were met, atomically.
//
// A mark of suppression or half a number never becomes a number: [ParseCount] and its
// sisters read the few forms that are numbers, and name the others.
//
// A [Lookup] reads each spelling of a column once, for lists of a million rows. [DayOf]
// reads the forms of a date that systems write, for a column of dates has too many
// spellings to remember.
package labels
