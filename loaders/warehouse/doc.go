// Package warehouse writes the queries of 'wres sql': a list of people that stays in a
// warehouse is counted there, and its counts are read as any other extract.
//
// Its place in the flow:
//
//	columns, kind, dialect -> vocabulary query -> (run there) -> vocabulary.csv
//	vocabulary.csv, settings -> the query that counts -> (run there) -> workforce.csv -> loaders
//
// SQL parses no label. Each label of the table is read once, by the functions of labels that
// read a list's cell, and goes into the query as a row of a table of values: see fields. What
// is left to SQL are the rules between the columns of a row and between the rows of a person,
// as the package people has them: which of three columns of pay tells, who is left out, which
// assignment counts. A nested module, testdata/warehouse, runs the queries and holds their
// counts against those of the list.
//
// A dialect is one struct: how it writes a label, a name and a table of values. All else is
// what every engine has. No label is joined into the text but through it, and no name that
// has a quote character.
//
// Nothing of a person goes through here: the queries give labels with their numbers, and
// counts. A column that holds more labels than any category has, or one that looks like a
// number of a person, is refused, and its text not shown.
package warehouse
