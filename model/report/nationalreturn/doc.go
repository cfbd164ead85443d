// Package nationalreturn lays an organisation's figures of one year, and those of the year
// before, out as the data items of the national return on the standard, which a trust copies
// into NHS England's workbook.
//
// An organisation and a year go in; a table of one row an item comes out, with what the
// workbook does not check. Items are the table of items.go: number, section, row, unit, and
// the figure that fills it. The workbook itself was not at hand, so numbers and sections are
// the program's own, and the output says so; to correct one is to correct its line. Every
// figure is that of model/indicator in the full view, as wres summary prints it. A figure
// that is not there leaves its cell empty, and the note of its row says why.
//
// Indicator 3 is that of the one year, whatever the settings say: only the first years of
// the standard took the mean of two.
package nationalreturn
