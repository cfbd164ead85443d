// Package audit finds where the printed figures of a report contradict each other, its own
// sentences, or the counts of a folder.
//
// Place in the flow: loaders/reporttext or a published extract gives a document; tables, prose
// and leaks look through it; what they find comes out in order of line, for the page of
// model/report/audited, the program's panel, and the report's own check.
package audit

import (
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/indicator"
)

// Result is what an audit read and found.
type Result struct {
	Source      string
	Read        Read
	Columns     []finding.Column
	Respondents []finding.Respondents
	Findings    []finding.Finding // in order of line
}

// Read accounts for the figures of a report: each is in a table, in a sentence that was set
// against the tables, or unread.
type Read struct {
	Figures, InTables, InSentences int
	Unread                         []document.Unread
}

// Against is a folder whose counts a report is held against.
type Against struct {
	Organisation *model.Organisation
	Results      *indicator.Results
}
