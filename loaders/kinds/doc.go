// Package kinds is the one table of the kinds of file that an organisation keeps: those of
// one row a count, and those of one row a person or event.
//
// An entry is data: the columns with their synonyms, the counts that a column for each
// group may stand in place of, the words in a file's name that speak of it, and which
// [Figures] the rows give; the packages columns, which finds out what a file is, and
// counts and people, which read the rows, go by that. Which indicators a kind serves is
// said once, in the catalogue of indicators.
package kinds
