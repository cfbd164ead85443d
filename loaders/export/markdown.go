package export

import (
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"

	"wres/model/report"
)

const markdownName = "md"

// markdownFormat is GitHub Markdown, for an intranet page or a paper. It is UTF-8
// whatever the terminal can show.
func markdownFormat() Format {
	return Format{
		Name:    markdownName,
		Pages:   map[report.Kind]string{report.SummaryPage: "print Markdown", report.BriefPage: "print Markdown", report.PlanPage: ""},
		Write:   writeMarkdown,
		Figures: true,
	}
}

func writeMarkdown(w io.Writer, p report.Page, o Options) error {
	page, ok := p.(report.Worded)
	if !ok {
		return notWritten("Markdown", p)
	}
	var parts []string
	for _, b := range page.Blocks(o.Safe) {
		part, err := markdownBlock(b)
		if err != nil {
			return err
		}
		if part != "" {
			parts = append(parts, part)
		}
	}
	_, err := io.WriteString(w, strings.Join(parts, "\n"))
	return err
}

// markdownBlock gives a block with its line end.
func markdownBlock(b report.Block) (string, error) {
	var out strings.Builder
	switch b := b.(type) {
	case report.Heading:
		fmt.Fprintf(&out, "%s %s\n", strings.Repeat("#", b.Level), markdownText(b.Text))
	case report.Text:
		for i, line := range b {
			if i > 0 {
				out.WriteString("\n")
			}
			out.WriteString(markdownText(line) + "\n")
		}
	case report.Section:
		fmt.Fprintf(&out, "## %s\n\n", markdownText(b.Heading))
		for _, point := range b.Points {
			fmt.Fprintf(&out, "- %s\n", markdownText(point))
		}
	case report.Pairs:
		for i, pair := range b {
			if i > 0 {
				out.WriteString("\n")
			}
			fmt.Fprintf(&out, "**%s:** %s\n", markdownText(pair.Name), markdownLines(pair.Text))
		}
	case report.Table:
		markdownTable(&out, b)
	default:
		return "", notWritten("Markdown", b)
	}
	return out.String(), nil
}

func markdownTable(out *strings.Builder, t report.Table) {
	rule := ""
	for _, c := range t.Columns {
		fmt.Fprintf(out, "| %s ", c.Name)
		if c.Right {
			rule += "| ---: "
		} else {
			rule += "| --- "
		}
	}
	fmt.Fprintf(out, "|\n%s|\n", rule)
	for _, r := range t.Rows {
		for i, cell := range r.Cells {
			text := markdownText(cell)
			if t.Columns[i].Names && !r.Part {
				text = "**" + text + "**"
			}
			fmt.Fprintf(out, "| %s ", text)
		}
		out.WriteString("|\n")
	}
}

// markdownText keeps text from being read as markup: a label may hold a pipe, a
// star or a tag.
func markdownText(s string) string { return markdownEscapes.Replace(s) }

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"|", `\|`, "~", `\~`, "#", `\#`, "\n", " ")

// blockStart begins a list, a heading of the line above or a rule where it stands
// first on a line.
var blockStart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*(?:[-+=]|[0-9]+[.)])`) })

// markdownLines keeps the lines of a text, and keeps them from being read as
// markup. A blank line begins a paragraph.
func markdownLines(text string) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		escaped := markdownText(line)
		if at := blockStart().FindStringIndex(escaped); i > 0 && at != nil {
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
