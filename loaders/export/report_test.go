package export

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	source "github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"pgregory.net/rapid"

	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/report/yearly"
)

// outline is what a reader of a document finds in it: headings with their levels, and the
// cells of tables.
func outline(blocks []report.Block) []string {
	var all []string
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Heading:
			all = append(all, fmt.Sprint(b.Level, " ", oneLine(b.Text)))
		case report.Table:
			var names []string
			for _, c := range b.Columns {
				names = append(names, oneLine(c.Name))
			}
			all = append(all, "| "+strings.Join(names, " | "))
			for _, row := range b.Rows {
				var cells []string
				for _, c := range row.Cells {
					cells = append(cells, oneLine(c.Text))
				}
				all = append(all, "| "+strings.Join(cells, " | "))
			}
		}
	}
	return all
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// outlineOf reads the outline of Markdown back, and its paragraphs.
func outlineOf(page string, paragraphs *[]string) []string {
	bytes := []byte(page)
	var all []string
	doc := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().Parse(source.NewReader(bytes))
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			all = append(all, fmt.Sprint(n.Level, " ", oneLine(said(n, bytes))))
		case *tables.Table:
			for row := n.FirstChild(); row != nil; row = row.NextSibling() {
				var cells []string
				for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
					cells = append(cells, oneLine(said(cell, bytes)))
				}
				all = append(all, "| "+strings.Join(cells, " | "))
			}
		case *ast.Paragraph:
			if paragraphs != nil {
				*paragraphs = append(*paragraphs, oneLine(said(n, bytes)))
			}
		case *ast.HTMLBlock:
			all = append(all, "HTML")
		}
	}
	return all
}

// said gives the text below a node.
func said(n ast.Node, source []byte) string {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.Write(util.UnescapePunctuations(util.ResolveEntityNames(c.Segment.Value(source))))
			if c.SoftLineBreak() || c.HardLineBreak() {
				b.WriteString(" ")
			}
		case *ast.RawHTML, *ast.Image:
			b.WriteString("MARKUP")
		default:
			b.WriteString(said(c, source))
		}
	}
	return b.String()
}

// yearlyExample is the report of the built-in example, in the publication view.
func yearlyExample(t *testing.T) yearly.Report {
	t.Helper()
	r, _ := examples(t)[report.YearPage].(yearly.Report)
	r.Results, _ = disclosure.View(r.Results, disclosure.RuleOf(r.Results.Settings))
	return r
}

// Every heading and table of the report is read back from its Markdown as it is, whatever
// names and texts of others hold.
func TestReportMarkdownReadBack(t *testing.T) {
	r := yearlyExample(t)
	hostile := []string{"plain", "a | b", "a & b", "<script>alert(1)</script>", "]]>", "=1+1", "+a", "# One", "1. one", "- x", "*a* _b_ ~c~ `d`", "[x](http://y)", "![i](j)", "&amp;",
		"\u202eRTL", "👩‍⚕️", "a\nb", "  ", "\\", "a\\|b", "|", "---", "white", "WHITE", "\x1b[2J"}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) string { return rapid.SampledFrom(hostile).Draw(t, name) }
		r := r
		r.Results = r.Results.Copy()
		r.Results.Organisation = draw("organisation")
		for g := range r.Results.Settings.Labels {
			r.Results.Settings.Labels[g] = draw("label")
		}
		var actions []plan.Action
		for range rapid.IntRange(0, 3).Draw(t, "actions") {
			actions = append(actions, plan.Action{Number: draw("number"), Text: draw("text"), Lead: draw("lead"), Deadline: draw("deadline"), Baseline: draw("baseline"), Status: draw("status")})
		}
		r.Actions = plan.New(nil, actions).Actions()
		r.Own = map[string][]report.Block{"conclusion": {
			report.Heading{Level: 1, Text: "x " + draw("heading")},
			report.Paragraph{{Text: draw("run")}, {Text: draw("run"), Strong: true}, {Text: draw("run"), Emphasis: true, Link: "https://x.example/a)b"}},
			report.Points{{Runs: report.Paragraph{{Text: draw("point")}}}, {Depth: 1, Number: 3, Runs: report.Paragraph{{Text: "y"}}}},
			report.Table{Columns: []report.Column{{Name: draw("column")}, {Name: "b"}}, Rows: []report.Row{{Cells: report.Texts(draw("cell"), draw("cell"))}}},
		}}
		page := written(t, r, "md")
		var paragraphs, want []string
		if diff := cmp.Diff(outline(r.Blocks(options().Safe)), outlineOf(page, &paragraphs)); diff != "" {
			t.Fatalf("-blocks +read back:\n%s", diff)
		}
		for _, b := range r.Blocks(options().Safe) {
			if p, is := b.(report.Paragraph); is {
				var b strings.Builder
				for _, run := range p {
					b.WriteString(run.Text)
				}
				want = append(want, oneLine(b.String()))
			}
		}
		for _, text := range want {
			if text != "" && !slices.Contains(paragraphs, text) {
				t.Fatalf("%q is not read back from\n%s", text, page)
			}
		}
		if i := strings.IndexAny(page, "\x1b\u202e"); i >= 0 {
			t.Fatalf("%q reaches the page", page[i:i+4])
		}
	})
}

// A paragraph is read back whatever its runs begin with, and whichever of them are empty.
func TestMarkdownRunsReadBack(t *testing.T) {
	texts := []string{"", "  ", "plain", "a | b", "+a", "# One", "1", ". one", "- x", "*a* _b_ ~c~ `d`", "a\nb", `\`, "---", "=", "<b>", "\U0001F469"}
	for _, first := range texts {
		for _, second := range texts {
			for _, third := range texts {
				for _, runs := range []report.Paragraph{
					{{Text: first}, {Text: second, Strong: true}, {Text: third, Emphasis: true, Link: "https://x.example/a)b"}},
					{{Text: first}, {Text: second}, {Text: third}},
				} {
					line := markdownRuns(runs)
					var got []string
					outline := outlineOf("before\n\n"+line+"\n\nbehind\n", &got)
					want := []string{"before", oneLine(first + second + third), "behind"}
					if want[1] == "" {
						want = slices.Delete(want, 1, 2)
					}
					if !slices.Equal(got, want) || len(outline) > 0 {
						t.Errorf("%+v: %q is read back as %q and %q", runs, line, got, outline)
					}
				}
			}
		}
	}
}

// Every cell of the figures as CSV is read back as the number that the report prints.
func TestReportRowsReadBack(t *testing.T) {
	r := yearlyExample(t)
	page := written(t, r, "csv")
	if !strings.HasPrefix(page, "\ufeffyear,") || strings.Count(page, "\n") != strings.Count(page, "\r\n") {
		t.Errorf("no byte order mark, or a line end of another kind: %.20q", page)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(page, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	table := r.Return(options().Safe)
	if len(rows) != len(table.Rows)+1 {
		t.Fatalf("%d rows of %d", len(rows)-1, len(table.Rows))
	}
	numbers := 0
	for i, row := range table.Rows {
		for j, c := range row.Cells {
			got := rows[i+1][j]
			if !c.IsNumber() {
				if got != c.Text {
					t.Errorf("row %d: %q, want %q", i, got, c.Text)
				}
				continue
			}
			numbers++
			n, err := strconv.ParseFloat(got, 64)
			printed := strings.NewReplacer(",", "", "−", "-", "%", "").Replace(c.Text)
			if want, _ := strconv.ParseFloat(printed, 64); err != nil || n != want {
				t.Errorf("row %d: %q, want %q", i, got, c.Text)
			}
		}
	}
	if numbers < 90 {
		t.Errorf("%d numbers", numbers)
	}
}

// A report of little is whole: of one indicator or one year, without a plan, of a plan of
// any length.
func TestReportOfLittle(t *testing.T) {
	r := yearlyExample(t)
	one := r
	one.Results = r.Results.Window(r.Year(), 1)
	for i := range one.Results.Series {
		if s := &one.Results.Series[i]; s.Indicator.ID != "2" {
			s.Figures = []indicator.Figure{{Year: r.Year()}}
		}
	}
	one.Actions = nil
	long := r
	long.Actions = nil
	for i := range 200 {
		long.Actions = append(long.Actions, plan.Action{ID: fmt.Sprintf("A-%04d", i), Text: strings.Repeat("look into it ", 3)})
	}
	long.Actions[7].Text = strings.Repeat("word ", 3000)
	for name, r := range map[string]yearly.Report{"one indicator and year, no plan": one, "a long plan": long} {
		page := written(t, r, "md")
		if diff := cmp.Diff(outline(r.Blocks(options().Safe)), outlineOf(page, nil)); diff != "" {
			t.Errorf("%s: -blocks +read back:\n%s", name, diff)
		}
		if !strings.Contains(page, "2.45 times as likely") {
			t.Errorf("%s: the finding is not there", name)
		}
		for _, f := range For(report.YearPage) {
			if written(t, r, f.Name) == "" {
				t.Errorf("%s: nothing as %s", name, f.Name)
			}
		}
	}
	if page := written(t, one, "md"); strings.Contains(page, "2023") && slices.Contains(strings.Fields(page), "2022") || !strings.Contains(page, "There are no actions yet.") || !strings.Contains(page, "There are no figures by pay band.") {
		t.Error("a year that is not shown is spoken of, or the plan that there is not is not")
	}
}
