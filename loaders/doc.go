// Package loaders turns a folder of extracts into one organisation's figures and
// a report of what was read.
//
// Its place in the flow:
//
//	folder -> workbook (sheets to text) -> csvfile (bytes to records) -> columns (the kind of file)
//	       -> counts or people (rows to counts that stand) -> model.Organisation
//
// [Open] finds the kind of each file from its column names, in the one table
// [kinds.Extracts]; adding a kind of extract is adding an entry there. A bad cell is a
// source.Problem with file, line and column, and loading goes on; a file that
// cannot be read is a refused file; only an unreadable folder, wrong settings or
// a folder with nothing usable in it is an error. Rows read are always rows used
// plus rows refused. Cells keep their raw text until the parsers of labels read them: a
// mark of suppression or half a number never becomes a number.
//
// What stands around a table is no figure: titles above the header, and totals,
// notes or a second table below. It is set aside, and a notice says where. A guess
// of the header, the delimiter or the encoding says that it is one.
//
// Settings are read from wres.toml, and labels from wres-mapping.toml too, by the package
// settings. What is left here is the folder: files, copies, which of two that give a year
// stands, options, progress.
package loaders
