// Package workbook turns a sheet of an Excel workbook (.xlsx, .xlsm) into the text of a
// CSV file, so that a sheet is read by the very same rules.
//
// Its place in the flow:
//
//	file -> workbook (sheets) -> text whose lines are the sheet's rows -> csvfile
//
// It opens no file, knows no word of the standard, evaluates nothing, writes nothing and
// never panics, whatever the bytes. What cannot be read as it is meant is an error, in
// words for people: what is wrong and what to do.
//
// # Why it is not a library
//
// What decides here whether a figure is right is what small readers leave out: a formula
// that was saved without a value, an error, a merged or a hidden cell, a number format that
// shows 3 as *, dates counted from 1904. A library that gives the cells as strings gives a
// blank for the first and a number for the last, and excelize links an HTTP client.
// encoding/xml reads 13 MB a second, and a staff list of 200,000 rows has 130: so the two
// large kinds of part, sheets and their strings, have a scanner of their own here, which
// also bounds what it holds. encoding/xml reads the small ones.
//
// # What a cell is
//
//   - A number is what is stored, to the 15 digits that Excel shows at most, not what is
//     shown of it: 12.4 in a cell that shows 12 is 12.4, and no count. Noughts behind its
//     point say nothing: Excel shows a share that is typed as 37.5% as 37.50%.
//   - But what its number format says beside the digits is a part of it, as it is in a CSV
//     file: 0.05 shown as 5% is 5%, 12 shown as 12* is 12*, and 3 shown as * is *. So a mark
//     of suppression stays one. A number that the format hides is "(hidden)".
//   - A day is written 2024-03-31, with its time if the format shows one. Where the format
//     shows no year it is 03-May: what Excel makes of a label such as 3-5.
//   - Errors stay their text (#N/A), which no figure is. The value of a formula is the one
//     that was saved. Where there is none the sheet is refused: it is not blank, and not 0.
//   - Line breaks within a cell are spaces, so that each row is one line.
//
// Of cells that are merged the first has the value, as in a CSV file; see [Table.CSV].
package workbook
