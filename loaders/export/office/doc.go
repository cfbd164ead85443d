// Package office makes of the blocks of a document the files that Word (DOCX) and Excel
// (XLSX) open. It says which block is what in them: a heading of the page is a heading
// style or a sheet, a cell with a unit is a number with its format, a mark stays text, a
// chart is one that the program draws itself, with the axis of model/scale.
//
// Place in the flow: loaders/export hands in blocks of model/report; ooxml below it knows
// how the files are made and nothing of the standard; bytes come out.
package office
