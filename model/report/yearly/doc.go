// Package yearly makes the year's report and action plan: the document that leaves the
// organisation. Results (the publication view, or the full ones), the plan, and the
// organisation's own paragraphs go in; blocks of model/report come out, in the order of
// the published reports on the standard.
//
// [Report] is the page. Its parts are one table in report.go, each a function; a new part
// is a line there. What stands in the table of an indicator, and what is drawn of it, is
// told by the indicator's shape, in one file each. Sentences about figures are those of
// model/words and model/findings; what only the organisation can say (its governance, its
// conclusion) stands there in its own words or not at all.
package yearly
