package main

import (
	"fmt"
	"strings"

	"wres/model/report"
)

// markdown sets a page as GitHub Markdown. It is UTF-8 whatever the terminal can
// show.
func (p page) markdown() string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", markdownText(p.organisation))
	fmt.Fprintf(&b, "Workforce Race Equality Standard, years to 31 March %s\n\n", report.Listed(p.years))
	for _, line := range p.staff {
		fmt.Fprintf(&b, "%s\n\n", markdownText(line))
	}
	b.WriteString("| Indicator | How it is taken |")
	for _, y := range p.years {
		fmt.Fprintf(&b, " %s |", y)
	}
	fmt.Fprintf(&b, " Change |\n| --- | --- |%s ---: |\n", strings.Repeat(" ---: |", len(p.years)))
	for _, e := range p.entries {
		markdownRow(&b, "**"+markdownText(e.values.label)+"**", e.direction, e.values.values, e.change)
		for _, part := range e.parts {
			markdownRow(&b, markdownText(part.label), "", part.values, "")
		}
	}
	for _, s := range p.sections {
		fmt.Fprintf(&b, "\n## %s\n\n", markdownText(s.heading))
		for _, sentence := range s.sentences {
			fmt.Fprintf(&b, "- %s\n", markdownText(sentence))
		}
	}
	return b.String()
}

func markdownRow(b *strings.Builder, label, direction string, values []string, change string) {
	fmt.Fprintf(b, "| %s | %s |", label, markdownText(direction))
	for _, v := range values {
		fmt.Fprintf(b, " %s |", markdownText(v))
	}
	fmt.Fprintf(b, " %s |\n", markdownText(change))
}

// markdownText keeps text from being read as markup: a label may hold a pipe, a
// star or a tag.
func markdownText(s string) string {
	return markdownEscapes.Replace(s)
}

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"|", `\|`, "~", `\~`, "#", `\#`, "\n", " ")
