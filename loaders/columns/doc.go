// Package columns finds out what a file holds from its header and its name: a header goes
// in; the kind of extract, and what each column is, come out, in a [File].
//
// A file is of the kind whose columns it has, in the tidy form or the wide one (a column a
// group). Where several fit, the narrower gives way to the one that uses more columns,
// then the words of the file's name decide, and a list of people may be one of applicants
// rather than of staff; what stays in doubt is not used, and says why and what to do.
// What the settings say of a header goes before all. Nothing is guessed in silence: a
// notice stands in the [Problems] of the file.
package columns
