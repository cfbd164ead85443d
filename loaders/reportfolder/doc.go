// Package reportfolder gathers what the report of a year has beside its figures: the folders
// of the extracts and of the plan go in; the plan of the year, the one before it, and what the
// organisation wrote, come out.
//
// Place in the flow: cmd hands what was gathered to model/report/yearly, and to the app,
// which shows the report before it is written.
package reportfolder
