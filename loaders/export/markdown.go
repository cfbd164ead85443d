package export

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wres/model/report"
)

const markdownName = "md"

// markdownFormat is GitHub Markdown, for an intranet page or a paper. It is UTF-8
// whatever the terminal can show.
func markdownFormat() Format {
	return Format{
		Name:    markdownName,
		Pages:   map[report.Kind]string{report.SummaryPage: "print Markdown", report.BriefPage: "print Markdown", report.FunnelPage: "print Markdown", report.PlanPage: "", report.YearPage: "", report.ExcerptPage: "", report.ReturnPage: ""},
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
	case report.Paragraph:
		out.WriteString(markdownRuns(b) + "\n")
	case report.Points:
		for _, p := range b {
			out.WriteString(markdownPoint(p) + "\n")
		}
	case report.Chart: // its numbers stand in its table
		fmt.Fprintf(&out, "%s\n", markdownRuns(report.Paragraph{{Text: b.Title + ".", Strong: true}, {Text: " " + b.Description}}))
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
	if t.Caption != "" {
		fmt.Fprintf(out, "**%s**\n\n", markdownText(t.Caption))
	}
	rule := ""
	for _, c := range t.Columns {
		fmt.Fprintf(out, "| %s ", markdownText(c.Name))
		if c.Right {
			rule += "| ---: "
		} else {
			rule += "| --- "
		}
	}
	fmt.Fprintf(out, "|\n%s|\n", rule)
	for _, r := range t.Rows {
		for i, cell := range r.Cells {
			text := markdownText(cell.Text)
			if t.Columns[i].Names && !r.Part {
				text = markdownMarked(text, report.Run{Strong: true})
			}
			fmt.Fprintf(out, "| %s ", text)
		}
		out.WriteString("|\n")
	}
	for _, note := range t.Notes {
		out.WriteString("\n" + markdownLine(note) + "\n")
	}
	if t.Source != "" {
		out.WriteString("\n" + markdownLine("Source: "+t.Source) + "\n")
	}
}

// markdownRuns gives a paragraph in one line. No space begins it, for four of them begin a
// block of code.
func markdownRuns(runs report.Paragraph) string {
	var b strings.Builder
	for i, r := range runs {
		text := markdownText(r.Text)
		if r.Link == "" && !canBeMarked(b.String(), text, runs[i+1:]) {
			r.Strong, r.Emphasis = false, false
		}
		b.WriteString(markdownMarked(text, r))
	}
	return notBlock(strings.TrimLeft(b.String(), " \t"))
}

// canBeMarked reports whether stars round the words of an escaped text are taken for marks:
// not next to others, nor between a letter outside and a sign inside. Such words stand
// without, so that no star is read as one.
func canBeMarked(before, text string, behind report.Paragraph) bool {
	words := strings.TrimSpace(text)
	if words == "" {
		return false
	}
	outside, _ := utf8.DecodeLastRuneInString(before + text[:strings.Index(text, words)])
	inside, _ := utf8.DecodeRuneInString(words)
	if outside == '*' || letter(outside) && !letter(inside) {
		return false
	}
	next := text[strings.Index(text, words)+len(words):]
	for _, r := range behind {
		next += r.Text
	}
	outside, _ = utf8.DecodeRuneInString(next)
	inside, _ = utf8.DecodeLastRuneInString(words)
	return !letter(outside) || letter(inside)
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// markdownMarked marks escaped text as a run has it. The marks must touch the words that
// they are about, so spaces stay outside of them.
func markdownMarked(text string, r report.Run) string {
	words := strings.TrimSpace(text)
	if words == "" {
		return text
	}
	before, behind, _ := strings.Cut(text, words)
	if r.Emphasis {
		words = "*" + words + "*"
	}
	if r.Strong {
		words = "**" + words + "**"
	}
	if r.Link != "" {
		words = "[" + words + "](<" + markdownAddress.Replace(r.Link) + ">)"
	}
	return before + words + behind
}

// markdownAddress keeps an address from ending before its end.
var markdownAddress = strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", "\n", "")

func markdownPoint(p report.Point) string {
	mark := "- "
	if p.Number > 0 {
		mark = strconv.Itoa(p.Number) + ". "
	}
	return strings.Repeat("    ", p.Depth) + mark + markdownRuns(p.Runs)
}

// markdownLine gives a text that is a paragraph by itself.
func markdownLine(text string) string { return notBlock(markdownText(text)) }

// notBlock keeps an escaped text from beginning a list or a rule.
func notBlock(escaped string) string {
	mark := strings.TrimRight(blockStart().FindString(escaped), " \t")
	if mark == "" {
		return escaped
	}
	return escaped[:len(mark)-1] + `\` + escaped[len(mark)-1:]
}

// markdownText keeps text from being read as markup: a label may hold a pipe, a
// star or a tag.
func markdownText(s string) string { return markdownEscapes.Replace(s) }

var markdownEscapes = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"|", `\|`, "~", `\~`, "#", `\#`, "\n", " ")

// blockStart begins a list, a heading of the line above or a rule where it stands
// first on a line. What makes it one is its last character, but for a space behind that.
var blockStart = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\s*(?:[-+=]|[0-9]+[.)](?:\s|$))`) })

// markdownLines keeps the lines of a text, and keeps them from being read as
// markup. A blank line begins a paragraph.
func markdownLines(text string) string {
	var b strings.Builder
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		escaped := markdownText(line)
		if i > 0 {
			escaped = notBlock(escaped)
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
