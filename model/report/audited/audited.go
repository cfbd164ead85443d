// Package audited is the page of an audit: what the printed figures of a report contradict,
// one finding a paragraph, and what was read to say so.
//
// Place in the flow: the result of model/audit goes in, and blocks come out, which
// loaders/export writes.
package audited

import (
	"fmt"
	"slices"
	"strings"

	"wres/model/audit"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/report"
	"wres/model/words"
)

// Page is an audit.
type Page struct {
	Result audit.Result
	Notes  bool // with what is no fault too
}

// Kind is report.AuditPage.
func (Page) Kind() report.Kind { return report.AuditPage }

// Shown are the findings that people are shown: without Notes, those that are faults.
func (p Page) Shown() []finding.Finding {
	return slices.DeleteFunc(slices.Clone(p.Result.Findings), func(f finding.Finding) bool {
		return f.Severity == finding.Note && !p.Notes
	})
}

// Blocks tells of each finding, and then of what was read.
func (p Page) Blocks(s report.Safe) []report.Block {
	blocks := []report.Block{report.Text{s.Line(p.head())}}
	for _, f := range p.Shown() {
		blocks = append(blocks, Paragraph(f, s))
	}
	if counted := p.counted(); len(counted) > 0 && p.Notes {
		blocks = append(blocks, safeOutline(counted, s))
	}
	return append(blocks, safeOutline(p.read(), s))
}

// head says what was found, in a sentence.
func (p Page) head() string {
	of := map[finding.Severity]int{}
	for _, f := range p.Result.Findings {
		of[f.Severity]++
	}
	wrong := of[finding.Decision] + of[finding.Value]
	said := fmt.Sprintf("%s: no printed figure that could be checked contradicts another", p.Result.Source)
	if wrong > 0 {
		said = fmt.Sprintf("%s: %s to put right", p.Result.Source, words.Count(wrong, "finding"))
		if n := of[finding.Decision]; n > 0 {
			said += fmt.Sprintf(", of which %s what the report concludes", verb(n, "turns round", "turn round"))
		}
	}
	if n := of[finding.Note]; n > 0 && !p.Notes {
		said += fmt.Sprintf("; %s with --notes", words.Count(n, "note"))
	}
	return said + "."
}

// verb says of so many that they do something.
func verb(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Paragraph tells of one finding: how grave it is, where it is, what is printed, what it must
// be, and why.
func Paragraph(f finding.Finding, s report.Safe) report.Outline {
	lines := report.Outline{{Text: s.Line(Title(f))}}
	if said := Correction(f); said != "" {
		lines = append(lines, report.Line{Depth: 1, Text: s.Line(said)})
	}
	if f.Says != "" {
		lines = append(lines, report.Line{Depth: 1, Text: s.Line(f.Says)})
	}
	return lines
}

// severities name them as people read them.
var severities = map[finding.Severity]string{
	finding.Decision: "WRONG CONCLUSION", finding.Value: "WRONG", finding.Note: "Note",
}

// Title says how grave a finding is and where it is.
func Title(f finding.Finding) string {
	said := severities[f.Severity]
	if f.File != "" {
		said += ", " + f.File
	}
	if f.Line > 0 {
		said += fmt.Sprintf(", line %d", f.Line)
	}
	if f.Where != "" {
		said += ": " + f.Where
	}
	return said
}

// Correction says what is printed and what it must be.
func Correction(f finding.Finding) string {
	printed, computed := fmt.Sprintf("Printed: %q", f.Printed), strings.TrimSuffix(f.Computed, ".")
	switch {
	case f.Printed == "" && computed == "":
		return ""
	case f.Printed == "" && f.Severity == finding.Note:
		return "It follows from the figures: " + computed + "."
	case f.Printed == "":
		return "The figures give: " + computed + "."
	case computed == "", computed == f.Printed:
		return printed + "."
	case f.Severity == finding.Note:
		return printed + " (" + computed + ")."
	}
	return printed + ". The figures give: " + computed + "."
}

// read accounts for the figures.
func (p Page) read() report.Outline {
	r := p.Result.Read
	lines := report.Outline{
		{Text: fmt.Sprintf("%s read: %d in tables, %d in sentences, %d that belong to nothing that was understood.",
			words.Count(r.Figures, "figure"), r.InTables, r.InSentences, len(r.Unread))},
	}
	if n := len(p.Result.Columns); n > 0 {
		lines = append(lines, report.Line{Text: fmt.Sprintf("%s of figures searched for the whole numbers behind them.", words.Count(n, "column"))})
	}
	const shown = 10
	for i, u := range r.Unread {
		if i == shown {
			lines = append(lines, report.Line{Depth: 1, Text: fmt.Sprintf("and %d more, which --json lists", len(r.Unread)-shown)})
			break
		}
		lines = append(lines, report.Line{Depth: 1, Text: fmt.Sprintf("line %d: %s", u.Line, u.Text)})
	}
	return lines
}

// counted tells of the whole numbers behind the columns.
func (p Page) counted() report.Outline {
	var lines report.Outline
	for _, c := range p.Result.Columns {
		lines = append(lines, report.Line{Depth: 1, Text: Behind(c)})
	}
	for _, r := range p.Result.Respondents {
		lines = append(lines, report.Line{Depth: 1, Text: Answered(r)})
	}
	if len(lines) > 0 {
		lines = slices.Insert(lines, 0, report.Line{Text: "Behind the figures:"})
	}
	return lines
}

// Behind says what whole numbers stand behind a column.
func Behind(c finding.Column) string {
	said := fmt.Sprintf("indicator %s, %s: ", c.Indicator, c.Year)
	switch {
	case !c.Consistent:
		said += "no whole numbers give all its figures"
		for i, r := range c.Repairs {
			if i == mostRepairs {
				return said + fmt.Sprintf(", and %d more ways", len(c.Repairs)-mostRepairs)
			}
			var parts []string
			for j, name := range r.Figures {
				value := "another value"
				if j < len(r.Values) && r.Values[j] != "" {
					value = r.Values[j]
				}
				parts = append(parts, value+" for "+named(name))
			}
			said += [2]string{"; they would with ", ", or with "}[min(i, 1)] + strings.Join(parts, " and ")
		}
		return said
	case c.Many:
		return said + TooMany
	case c.Solutions != 1:
		return said + fmt.Sprintf("%d sets of whole numbers", c.Solutions)
	}
	var counts []string
	for _, k := range keys(c.Hidden) {
		group, count, _ := strings.Cut(k, ".")
		counts = append(counts, fmt.Sprintf("%s %s (%s)", words.Thousands(c.Hidden[k]), count, document.Terms{}.GroupName(group)))
	}
	if len(counts) == 0 {
		return said + "its counts are printed, and agree"
	}
	return said + "one set of whole numbers: " + strings.Join(counts, ", ")
}

const mostRepairs = 3

// TooMany is said of a column that too many whole numbers fit.
const TooMany = "too many sets of whole numbers to list"

// named writes the name of a figure and its group, as a repair has them, as people read it.
func named(name string) string {
	figure, rest, _ := strings.Cut(name, " ")
	group, part, _ := strings.Cut(rest, " ")
	said := document.FigureName(figure)
	for _, of := range []string{part, document.Terms{}.GroupName(group)} {
		if of != "" {
			said += ", " + of
		}
	}
	return said
}

func keys(m map[string]int) []string {
	all := make([]string, 0, len(m))
	for k := range m {
		all = append(all, k)
	}
	slices.Sort(all)
	return all
}

// Answered says how many people probably answered.
func Answered(r finding.Respondents) string {
	said := fmt.Sprintf("survey, %s, %s: ", r.Year, document.Terms{}.GroupName(r.Group))
	if r.Open || len(r.Windows) == 0 {
		return said + "how many answered cannot be told from the percentages"
	}
	var counts []string
	for _, a := range r.Windows[0].Counts {
		counts = append(counts, fmt.Sprintf("%d of %d", a.N, a.Of))
	}
	return said + "probably " + strings.Join(counts, ", ")
}

func safeOutline(lines report.Outline, s report.Safe) report.Outline {
	for i := range lines {
		lines[i].Text = s.Line(lines[i].Text)
	}
	return lines
}
