// Package export writes the pages of model/report in the forms that people and
// programs take them in: text, Markdown, HTML, Word, Excel, JSON, CSV, a calendar.
//
// [Formats] is the one table of forms. The flags of the commands (--json, --md,
// --csv, --format), their help, their completion and what a mistyped form is told
// come from it: a new form is a file of this package and a line of the table. Text
// and Markdown write a page's blocks. JSON, CSV and the calendar are for programs and
// write the values of the page instead: their shapes are promised, so keys and
// columns are added and never renamed, and what is undefined is null or blank.
//
// Place in the flow: cmd makes a page and hands it here with [Options]; bytes come
// out. The package imports model/... only: what belongs to the terminal, to the plan's
// file or to the making safe of text is handed in.
package export
