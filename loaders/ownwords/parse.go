package ownwords

import (
	"bytes"
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"wres/model/report"
	"wres/model/source"
)

// parse makes blocks of Markdown, and says what it left out.
func parse(content []byte, file string) ([]report.Block, []source.Problem) {
	r := &reader{content: content, file: file}
	r.children(goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(text.NewReader(content)), place{})
	slices.SortStableFunc(r.problems, func(a, b source.Problem) int { return cmp.Compare(a.Line, b.Line) })
	return r.blocks, r.problems
}

// reader makes blocks of the nodes of a document.
type reader struct {
	content  []byte
	file     string
	blocks   []report.Block
	levels   []int // of the headings that the one at hand stands below, and its own, as written
	problems []source.Problem
	silent   string // the tag whose content is left out, in the paragraph at hand; "": none
}

// place is where in lists a block stands.
type place struct {
	depth  int  // how many lists it is in
	number int  // of its point; 0: it has none
	goesOn bool // it is not the first of its point
	quoted bool
}

// children reads the blocks below a node.
func (r *reader) children(n ast.Node, at place) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		r.block(child, at)
		at.goesOn = true
	}
}

func (r *reader) block(n ast.Node, at place) {
	switch n := n.(type) {
	case *ast.Heading:
		r.heading(n, at)
	case *ast.Paragraph, *ast.TextBlock:
		if dashes().Match(n.Lines().Value(r.content)) {
			r.leftOut(n, "this looks like a table, but its line of dashes has not as many cells as its header: it stands in the report as text")
		}
		runs := r.words(n)
		if at.quoted {
			runs = quoted(runs)
		}
		r.paragraphs(runs, at)
	case *ast.List:
		number := 0
		if n.IsOrdered() {
			number = max(n.Start, 1)
		}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			r.children(item, place{depth: at.depth + 1, number: number, quoted: at.quoted})
			if number > 0 {
				number++
			}
		}
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		r.paragraphs(code(n.Lines().Value(r.content)), at)
	case *ast.HTMLBlock:
		r.html(n, at)
	case *tables.Table:
		r.table(n)
	case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
	default: // a quotation
		at.quoted = true
		r.children(n, at)
	}
}

// dashes is the line below the header of a table, where a paragraph has it.
var dashes = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\n *\|(?: *:?-{2,}:? *\|)+ *(?:\n|$)`) })

// quoted puts a paragraph into quotation marks, unless it has its own: not every form shows
// a quotation in another way.
func quoted(runs report.Paragraph) report.Paragraph {
	if blank(runs) {
		return runs
	}
	first, last := &runs[0], &runs[len(runs)-1]
	begins, _ := utf8.DecodeRuneInString(strings.TrimSpace(first.Text))
	ends, _ := utf8.DecodeLastRuneInString(strings.TrimSpace(last.Text))
	if strings.ContainsRune(`"'“‘«`, begins) && strings.ContainsRune(`"'”’»`, ends) {
		return runs
	}
	if alike(*last, report.Run{}) {
		last.Text += "”"
	} else {
		runs = append(runs, report.Run{Text: "”"})
	}
	if first = &runs[0]; alike(*first, report.Run{}) {
		first.Text = "“" + first.Text
		return runs
	}
	return append(report.Paragraph{{Text: "“"}}, runs...)
}

// code gives the lines of code, each as one that was broken on purpose.
func code(content []byte) report.Paragraph {
	var all report.Paragraph
	for line := range bytes.Lines(content) {
		all = append(all, report.Run{Text: strings.Join(strings.Fields(string(line)), " ")}, lineBreak)
	}
	return all
}

// heading adds a heading one level below those that it stands below.
func (r *reader) heading(n *ast.Heading, at place) {
	runs := r.words(n)
	if at.depth > 0 { // within a list it is a point like others
		r.paragraphs(runs, at)
		return
	}
	for len(r.levels) > 0 && r.levels[len(r.levels)-1] >= n.Level {
		r.levels = r.levels[:len(r.levels)-1]
	}
	r.levels = append(r.levels, n.Level)
	var b strings.Builder
	for _, run := range runs {
		b.WriteString(run.Text)
	}
	if heading := strings.TrimSpace(b.String()); heading != "" {
		r.blocks = append(r.blocks, report.Heading{Level: len(r.levels), Text: heading})
	}
}

// lineBreak stands in runs where the author broke a line on purpose.
var lineBreak = report.Run{Text: "\n"}

// paragraphs adds runs: as paragraphs, one for each line that was broken on purpose, or as a
// point.
func (r *reader) paragraphs(runs report.Paragraph, at place) {
	if at.depth > 0 {
		r.point(runs, at)
		return
	}
	for {
		end := slices.Index(runs, lineBreak)
		line := runs
		if end >= 0 {
			line = runs[:end]
		}
		if !blank(line) {
			r.blocks = append(r.blocks, line)
		}
		if end < 0 {
			return
		}
		runs = runs[end+1:]
	}
}

// point adds a point, or goes on with the one before.
func (r *reader) point(runs report.Paragraph, at place) {
	for i := range runs {
		if runs[i] == lineBreak {
			runs[i].Text = " "
		}
	}
	if blank(runs) {
		return
	}
	var points report.Points
	last := len(r.blocks) - 1
	if last >= 0 {
		points, _ = r.blocks[last].(report.Points)
	}
	switch {
	case points == nil:
		r.blocks = append(r.blocks, report.Points{{Depth: at.depth - 1, Number: at.number, Runs: runs}})
	case at.goesOn && points[len(points)-1].Depth == at.depth-1:
		p := &points[len(points)-1]
		p.Runs = append(append(p.Runs, report.Run{Text: " "}), runs...)
	default:
		r.blocks[last] = append(points, report.Point{Depth: at.depth - 1, Number: at.number, Runs: runs})
	}
}

func blank(runs report.Paragraph) bool {
	return !slices.ContainsFunc(runs, func(run report.Run) bool { return strings.TrimSpace(run.Text) != "" })
}

// style is how words look, by what they stand in.
type style struct {
	strong, emphasis bool
	link             string
}

func (s style) run(words string) report.Run {
	return report.Run{Text: words, Strong: s.strong, Emphasis: s.emphasis, Link: s.link}
}

// alike reports whether two runs look alike, whatever they say.
func alike(a, b report.Run) bool {
	b.Text = a.Text
	return a == b
}

// words gives the words of a paragraph, a heading or a cell.
func (r *reader) words(n ast.Node) report.Paragraph {
	runs := r.runs(n, style{})
	if r.silent != "" {
		r.leftOut(n, "<"+r.silent+"> has no end, and all of its paragraph behind it is left out")
		r.silent = ""
	}
	return runs
}

// runs gives the words below a node. What alike stands together is one run.
func (r *reader) runs(n ast.Node, s style) report.Paragraph {
	var all report.Paragraph
	add := func(more ...report.Run) {
		for _, run := range more {
			if last := len(all) - 1; last >= 0 && run != lineBreak && all[last] != lineBreak && alike(all[last], run) {
				all[last].Text += run.Text
			} else if run.Text != "" {
				all = append(all, run)
			}
		}
	}
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		if raw, is := child.(*ast.RawHTML); is {
			r.tag(raw)
		} else if r.silent != "" {
			continue
		}
		switch child := child.(type) {
		case *ast.RawHTML:
		case *ast.Text:
			add(s.run(plain(child.Segment.Value(r.content), child.IsRaw())))
			if child.HardLineBreak() {
				add(lineBreak)
			} else if child.SoftLineBreak() {
				add(s.run(" "))
			}
		case *ast.String:
			add(s.run(plain(child.Value, child.IsRaw())))
		case *ast.CodeSpan:
			add(r.runs(child, s)...)
		case *ast.Emphasis:
			inside := s
			inside.strong, inside.emphasis = s.strong || child.Level == 2, s.emphasis || child.Level == 1
			add(r.runs(child, inside)...)
		case *ast.Link:
			add(r.runs(child, r.linked(s, child, string(child.Destination)))...)
		case *ast.AutoLink:
			address := string(child.URL(r.content))
			if child.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(address), "mailto:") {
				address = "mailto:" + address
			}
			add(r.linked(s, child, address).run(string(child.Label(r.content))))
		case *ast.Image:
			r.leftOut(child, "an image is left out of the report, and its text with it")
		default:
			add(r.runs(child, s)...)
		}
	}
	return all
}

// plain is text as it is read: without the signs that kept it from being markup, in one line.
func plain(raw []byte, isRaw bool) string {
	raw = bytes.ReplaceAll(raw, []byte("\n"), []byte(" "))
	if isRaw {
		return string(raw)
	}
	var b strings.Builder
	from := 0
	upTo := func(end int) {
		b.Write(util.ResolveEntityNames(util.ResolveNumericReferences(raw[from:end])))
	}
	for i := 0; i+1 < len(raw); i++ {
		if raw[i] == '\\' && util.IsPunct(raw[i+1]) { // what it keeps is itself, and no beginning of an entity
			upTo(i)
			b.WriteByte(raw[i+1])
			i++
			from = i + 1
		}
	}
	upTo(len(raw))
	return b.String()
}

// linked gives a style that leads to an address. Addresses of other kinds are left out.
func (r *reader) linked(s style, n ast.Node, address string) style {
	address = plain([]byte(address), false)
	switch {
	case !report.IsAddress(address):
		r.leftOut(n, "a link is left out, and its text kept: only addresses that begin with http:, https: or mailto: are links")
		return s
	case strings.ContainsAny(address, " \t\n<>\""):
		r.leftOut(n, "a link is left out, and its text kept: its address holds a space, a quotation mark, < or >; write those as %20, %22, %3C and %3E")
		return s
	}
	s.link = address
	return s
}

// table adds a table. Its cells are text.
func (r *reader) table(n *tables.Table) {
	var t report.Table
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		var cells []string
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			var b strings.Builder
			for _, run := range r.words(cell) {
				b.WriteString(strings.ReplaceAll(run.Text, "\n", " "))
			}
			cells = append(cells, b.String())
		}
		if _, is := row.(*tables.TableHeader); is {
			for i, name := range cells {
				t.Columns = append(t.Columns, report.Column{Name: name, Names: i == 0, Right: n.Alignments[i] == tables.AlignRight})
			}
			continue
		}
		t.Rows = append(t.Rows, report.Row{Cells: report.Texts(cells...)})
	}
	if len(t.Columns) > 0 && len(t.Rows) > 0 {
		r.blocks = append(r.blocks, t)
	}
}

// leftOut notes in which line something was left out, or is not what it looks like.
func (r *reader) leftOut(n ast.Node, message string) {
	r.problems = append(r.problems, source.Problem{File: r.file, Line: r.line(n), Severity: source.Notice, Message: message})
}

// line gives the line on which a node begins, or the block that it is in.
func (r *reader) line(n ast.Node) int {
	at := -1
	for ; n != nil && at < 0; n = n.Parent() {
		switch {
		case n.Pos() >= 0:
			at = n.Pos()
		case n.Type() == ast.TypeBlock && n.Lines().Len() > 0:
			at = n.Lines().At(0).Start
		}
	}
	if at < 0 {
		return 0
	}
	return 1 + bytes.Count(r.content[:min(at, len(r.content))], []byte("\n"))
}
