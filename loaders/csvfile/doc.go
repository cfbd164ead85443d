// Package csvfile turns the bytes of one delimited text file into records that
// know their true line and column, and cleans text for the screen.
//
// Its place in the flow:
//
//	bytes -> encoding -> delimiter -> records -> loaders.Extract -> model
//
// It opens no file (package loaders does that and passes the bytes), knows no
// word of the standard, and never panics, whatever the bytes. A file that cannot
// be read as records at all is a [*Refusal]; a record that cannot be trusted
// carries a [Fault] and reading goes on. Every record that is not blank is either
// sound or has a fault: none is dropped, shifted or cut short in silence.
//
// A large regular file is read in parallel by package scan: [File.Scan] says where and
// how, [File.Odd] what the records are that are no rows.
//
// # What stands around a table
//
// The header is the first record that is not blank, unless the rows above another
// can only be titles: they fill less of the table's width than a row of names
// below them. A header may have up to three rows; years or groups that reach over
// several columns are joined to the names below ("2024 White"). Under the table,
// totals are known by their word, notes by how they begin or where they stand, and
// a second table by a header of its own below a blank line. Each has its [Aside]
// and stays a record; a sparse row in doubt is a row, with a fault. Titles are kept
// in [File.Preamble]. Whatever was guessed here is a [Notice].
//
// # Quotes
//
// encoding/csv offers two readings of a broken quote: strict, which cannot go on
// at the next line, and LazyQuotes, which can swallow the rest of the file into
// one cell after a single stray quote. Neither counts a lone CR as a line end. So
// the records are scanned here, under these rules:
//
//   - A quote inside a cell that does not begin with one is an ordinary
//     character (RX"9). The record is kept, with a notice.
//   - A cell that begins with a quote ends at the next single quote that stands
//     before a delimiter, a line end or the end of the file; spaces between are
//     dropped. Line breaks inside are part of the cell; CRLF reads as LF, as in
//     encoding/csv.
//   - Where a quote closes and other text follows on the same line, the record has
//     a fault.
//   - Where a quote is not closed, or is closed on a later line with text right
//     behind it, the record ends with the line on which the quote opened and has
//     a fault; reading goes on at the next line. One stray quote costs one record.
//   - A quoted cell that runs over lines, of which one has as many delimiters as a
//     row, has swallowed rows between two lost quotes: the record has a fault.
//
// Wherever encoding/csv reads a file without error, the values here are the same
// (apart from lone CRs, the sep= line, and blank records); a fuzz test holds this.
package csvfile
