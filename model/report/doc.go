// Package report makes the pages that commands show. A page is a value of what it is
// about (results, what was read, a comparison, a plan), and gives itself as blocks:
// headings, text, lists and tables, in words and in order. loaders/export writes the
// blocks as text or Markdown; the forms for programs (JSON, CSV, a calendar) are
// written of the same page's values. The year's report, which is a document, is made in
// model/report/yearly of the same blocks.
//
// Place in the flow: cmd reads a folder and computes; this package says what there is
// to show; loaders/export says how. It opens no file and knows no form. Text of
// others (a name, a reason, an action) goes through the [Safe] that a page is handed,
// because what makes text safe to show is the loaders' own.
package report
