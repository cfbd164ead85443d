// Package audit finds where the printed figures of a report contradict each other, its own
// sentences, or the counts of a folder.
//
// Place in the flow: loaders/reporttext or a published extract gives a document; tables, prose
// and leaks look through it; what they find comes out in order of line, for the page of
// model/report/audited, the program's panel, and the report's own check.
package audit

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/leaks"
	"wres/model/audit/prose"
	"wres/model/audit/tables"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/printed"
	"wres/model/stats"
	"wres/model/words/misprints"
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

// Run audits a document, and where against is not nil holds it against a folder's counts.
func Run(d *document.Document, against *Against) Result {
	if against != nil && len(d.Terms.BME) == 0 {
		with := *d
		with.Terms.BME = []string{against.Results.Settings.Labels.Label(model.BME)}
		d = &with
	}
	shown := tables.Find(d)
	said := prose.Find(d, func(k document.Key) (stats.Count, bool) {
		n, known := shown.Rates[k]
		return stats.Count{Events: n.Events, AtRisk: n.AtRisk}, known
	})
	rule := disclosure.RuleOf(model.DefaultSettings())
	if against != nil {
		rule = disclosure.RuleOf(against.Results.Settings)
	}
	r := Result{Source: d.Source, Read: accountOf(d, said), Columns: shown.Columns, Respondents: shown.Respondents}
	found := [][]finding.Finding{shown.Findings, said.Findings, surveyYears(d)}
	if against != nil {
		found = append(found, against.mismatches(d))
	}
	for _, f := range slices.Concat(append(found, leaks.Find(d, hidden(d, shown.Columns), rule))...) {
		r.add(f)
	}
	for i := range r.Findings {
		r.Findings[i].File = fileOf(d, r.Findings[i])
	}
	slices.SortStableFunc(r.Findings, func(a, b finding.Finding) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line))
	})
	return r
}

// surveyYears notes that a table of the staff survey is headed by the years of the survey.
func surveyYears(d *document.Document) []finding.Finding {
	if d.SurveyYears == nil {
		return nil
	}
	var printed, read []string
	for _, y := range d.SurveyYears.From {
		printed, read = append(printed, strconv.Itoa(y)), append(read, strconv.Itoa(y+1))
	}
	return []finding.Finding{{Kind: finding.Years, Severity: finding.Note, Line: d.SurveyYears.Line, Where: "the years of the staff survey", Printed: strings.Join(printed, ", "),
		Says: "These columns are headed by years of the survey, which the standard reports a year later: they are read as " + strings.Join(read, ", ") + "."}}
}

// fileOf names the file of a folder that a finding is in; "" where the document is one file.
func fileOf(d *document.Document, of finding.Finding) string {
	at := slices.IndexFunc(d.Figures, func(f document.Figure) bool { return f.Line == of.Line && f.Key() == of.At })
	if at < 0 {
		at = slices.IndexFunc(d.Figures, func(f document.Figure) bool { return f.Line == of.Line })
	}
	if at < 0 || strings.HasSuffix(d.Source, d.Figures[at].File) {
		return ""
	}
	return d.Figures[at].File
}

// hidden lists the counts behind columns that have one set of whole numbers, each with the
// line of its group's rate.
func hidden(d *document.Document, columns []finding.Column) []leaks.Hidden {
	var all []leaks.Hidden
	for _, c := range columns {
		for _, name := range slices.Sorted(maps.Keys(c.Hidden)) {
			group, count, _ := strings.Cut(name, ".")
			h := leaks.Hidden{Key: document.Key{Year: c.Year, Indicator: c.Indicator, Figure: count, Group: group}, Value: c.Hidden[name], Line: c.Line}
			for _, f := range d.Figures {
				if f.Year == c.Year && f.Indicator == c.Indicator && f.Group == group && f.Source == c.Source {
					h.Line = f.Line
				}
			}
			all = append(all, h)
		}
	}
	return all
}

// add takes a finding, unless the figure is told of already: then what is new of it goes
// into the explanation.
func (r *Result) add(f finding.Finding) {
	same := slices.IndexFunc(r.Findings, func(of finding.Finding) bool {
		return of.Line == f.Line && of.At == f.At && of.Printed == f.Printed && f.Line > 0 && f.At != document.Key{} && (of.Severity == finding.Note) == (f.Severity == finding.Note)
	})
	if same < 0 {
		r.Findings = append(r.Findings, f)
		return
	}
	if of := &r.Findings[same]; of.Says != f.Says {
		of.Says += " " + f.Says
	}
}

// Of gives what was found of a year, and of no year.
func (r Result) Of(y model.Year) Result {
	other := func(of model.Year) bool { return of != 0 && of != y }
	r.Columns = slices.DeleteFunc(slices.Clone(r.Columns), func(c finding.Column) bool { return other(c.Year) })
	r.Respondents = slices.DeleteFunc(slices.Clone(r.Respondents), func(c finding.Respondents) bool { return other(c.Year) })
	r.Findings = slices.DeleteFunc(slices.Clone(r.Findings), func(f finding.Finding) bool { return other(f.At.Year) })
	return r
}

// Wrong counts the findings that are faults.
func (r Result) Wrong() int {
	n := 0
	for _, f := range r.Findings {
		if f.Severity != finding.Note {
			n++
		}
	}
	return n
}

// accountOf says what became of every figure.
func accountOf(d *document.Document, said prose.Result) Read {
	r := Read{InTables: len(d.Figures), Unread: slices.Clone(d.Unread)}
	for _, s := range said.Sentences {
		for _, n := range s.Numbers {
			switch n.Fate {
			case prose.Name:
			case prose.Left:
				r.Unread = append(r.Unread, document.Unread{Line: s.Line, Text: n.Text})
			default:
				r.InSentences++
			}
		}
	}
	slices.SortStableFunc(r.Unread, func(a, b document.Unread) int { return cmp.Compare(a.Line, b.Line) })
	r.Figures = r.InTables + r.InSentences + len(r.Unread)
	return r
}

// mismatches are the printed figures that the folder's counts contradict.
func (a *Against) mismatches(d *document.Document) []finding.Finding {
	of := *a.Organisation
	of.Published = nil
	for _, f := range d.Figures {
		of.Published = append(of.Published, f.Printed)
	}
	var all []finding.Finding
	for _, m := range printed.Mismatches(&of, a.Results) {
		f := document.Figure{Printed: m.Printed}
		all = append(all, finding.Finding{Kind: finding.Counts, Severity: finding.Value, Line: m.Printed.Line, At: f.Key(), Where: d.Terms.Where(f.Key()),
			Printed: m.Printed.Printed, Computed: misprints.Computed(m), Says: "The counts of the folder give " + misprints.Computed(m) + "; check which is right."})
	}
	return all
}
