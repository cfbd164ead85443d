package main

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"wres/model/indicator"
	"wres/model/plan"
)

// planMarkdown sets a plan as GitHub Markdown: a table of all actions, and then a
// section for each.
func planMarkdown(owner string, p plan.Plan, results *indicator.Results, today time.Time) string {
	var b strings.Builder
	b.WriteString("# Action plan\n\n")
	if owner = clean(owner); owner != "" {
		fmt.Fprintf(&b, "Organisation: %s\n\n", markdownText(owner))
	}
	actions := p.Actions()
	if len(actions) == 0 {
		b.WriteString("There are no actions.\n")
		return b.String()
	}
	sheet := planSheet{today: today}
	b.WriteString("| No. | Action | Indicators | Deadline | Lead | Status |\n| --- | --- | --- | --- | --- | --- |\n")
	for _, a := range actions {
		title, _, _ := strings.Cut(cleanLines(a.Text), "\n")
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", markdownText(clean(a.Number)), markdownText(title), markdownText(clean(a.Indicators)),
			markdownText(clean(a.Deadline)), markdownText(clean(a.Lead)), markdownText(sheet.status(a)))
	}
	for _, a := range actions {
		fmt.Fprintf(&b, "\n## Action %s\n", markdownText(clean(orID(a))))
		for _, field := range plan.Fields() {
			text := cleanLines(field.Value(a))
			if text == "" || field.Column == "number" {
				continue
			}
			fmt.Fprintf(&b, "\n**%s:** %s\n", field.Label, markdownLines(text))
		}
		for i, cell := range a.Extra {
			if text := cleanLines(cell); text != "" {
				fmt.Fprintf(&b, "\n**%s:** %s\n", markdownText(furtherName(p.ExtraColumns(), i)), markdownLines(text))
			}
		}
		if results != nil && len(a.EvidenceFigures()) > 0 {
			for _, progress := range plan.ProgressOf(a, results) {
				fmt.Fprintf(&b, "\n**Against the figures, indicator %s:** %s. %s\n", progress.Indicator, progress.State, markdownText(clean(progress.Reason)))
			}
		}
	}
	return b.String()
}

func orID(a plan.Action) string {
	if clean(a.Number) == "" {
		return a.ID
	}
	return a.Number
}

// furtherName gives the name of a further column, which may have none.
func furtherName(names []string, i int) string {
	if i < len(names) && clean(names[i]) != "" {
		return clean(names[i])
	}
	return "Further"
}

// blockStart begins a list, a heading of the line above or a rule where it stands
// first on a line.
var blockStart = regexp.MustCompile(`^\s*(?:[-+=]|[0-9]+[.)])`)

// markdownLines keeps the lines of a text, and keeps them from being read as
// markup. A blank line begins a paragraph.
func markdownLines(text string) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		escaped := markdownText(line)
		if at := blockStart.FindStringIndex(escaped); i > 0 && at != nil {
			escaped = escaped[:at[1]-1] + `\` + escaped[at[1]-1:]
		}
		switch {
		case i == 0:
		case line == "":
			b.WriteString("\n")
			continue
		case strings.HasSuffix(b.String(), "\n"):
			b.WriteString("\n")
		default:
			b.WriteString("\\\n")
		}
		b.WriteString(escaped)
	}
	return b.String()
}
