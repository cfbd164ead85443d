package panel

import (
	"slices"
	"strings"

	"wres/model/audit"
	"wres/model/audit/finding"
	"wres/model/report"
	"wres/model/report/audited"
	"wres/model/words"
	"wres/tui/ask"
)

// Audited shows whether the printed figures of the folder agree: those of the indicator that
// is on the screen first, "" where it shows none. On is the key that asked.
func Audited(d Data, id, on string) ask.Request {
	switch {
	case d.Results == nil:
		return ask.Notice{Text: d.Reading()}
	case d.Results.Publication:
		return ask.Notice{Text: "the audit tells counts: P shows it with the full figures"}
	case d.Audit == nil:
		return ask.Notice{Text: "no published extract here: wres audit FILE reads a report"}
	}
	title := " Do the printed figures agree? " + found(d.Audit.Wrong())
	return ask.Steps{Title: title, Steps: auditSteps(d, id), Key: on}
}

func found(wrong int) string {
	if wrong == 0 {
		return "Nothing is found wrong"
	}
	return words.Count(wrong, "finding") + " to put right"
}

// auditSteps gives a step to each finding, those of an indicator first and notes last, then
// the counts behind the columns.
func auditSteps(d Data, id string) []words.Step {
	rank := func(f finding.Finding) int {
		switch {
		case f.Severity == finding.Note:
			return 2
		case f.At.Indicator == id:
			return 0
		}
		return 1
	}
	findings := slices.Clone(d.Audit.Findings)
	slices.SortStableFunc(findings, func(a, b finding.Finding) int { return rank(a) - rank(b) })
	line := report.Safe{Line: d.Line}
	var steps []words.Step
	for _, f := range findings {
		var lines []string
		told := audited.Paragraph(f, line)
		for _, l := range told[1:] {
			lines = append(lines, l.Text)
		}
		steps = append(steps, words.Step{Label: told[0].Text, Lines: lines})
	}
	var behind []string
	for _, c := range d.Audit.Columns {
		if line := audited.Behind(c); !strings.Contains(line, audited.TooMany) {
			behind = append(behind, d.Theme.Glyphs.Bullet+" "+d.Line(line))
		}
	}
	if len(behind) > 0 {
		steps = append(steps, words.Step{Label: "The whole numbers behind the printed figures", Lines: behind})
	}
	if len(steps) == 0 {
		steps = append(steps, words.Step{Label: "Nothing contradicts another figure", Lines: []string{"Each printed figure that could be checked agrees with the others. Many misprints are possible figures, so this proves nothing."}})
	}
	return steps
}

// misprints counts what the audit found wrong with an indicator's printed figures.
func misprints(r *audit.Result, id string) int {
	if r == nil {
		return 0
	}
	n := 0
	for _, f := range r.Findings {
		if f.Severity != finding.Note && f.At.Indicator == id {
			n++
		}
	}
	return n
}
