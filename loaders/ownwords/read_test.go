package ownwords

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"wres/model/disclosure/quotes"
	"wres/model/report"
	"wres/model/report/yearly"
)

// read reads a part of a folder that holds some files below report.
func read(t *testing.T, files map[string]string) (map[string][]report.Block, string) {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, Folder), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, Folder, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	texts := Read(dir)
	var said []string
	for _, p := range texts.Problems {
		said = append(said, string(p.Severity)+" "+p.String())
	}
	return texts.Blocks, strings.Join(said, "\n")
}

func says(text string) report.Paragraph { return report.Paragraph{{Text: text}} }

func TestBlocks(t *testing.T) {
	for _, c := range []struct {
		name, markdown string
		want           []report.Block
	}{
		{"a paragraph over two lines", "One\ntwo.\n", []report.Block{says("One two.")}},
		{"lines broken on purpose", "X: a  \nY: b\\\nZ", []report.Block{says("X: a"), says("Y: b"), says("Z")}},
		{"emphasis and a link", "See **the *plan* of** [us](https://x.example/a_b \"t\") & <mail@x.example>.", []report.Block{report.Paragraph{
			{Text: "See "}, {Text: "the ", Strong: true}, {Text: "plan", Strong: true, Emphasis: true}, {Text: " of", Strong: true}, {Text: " "},
			{Text: "us", Link: "https://x.example/a_b"}, {Text: " & "}, {Text: "mail@x.example", Link: "mailto:mail@x.example"}, {Text: "."},
		}}},
		{"signs that are no markup", `5 \* 3, \# one, \&amp; &amp; &lt;b&gt; a\b`, []report.Block{says(`5 * 3, # one, &amp; & <b> a\b`)}},
		{"headings of any level", "# One\n### Three\n## Two\n###### Six\n#\n", []report.Block{
			report.Heading{Level: 1, Text: "One"}, report.Heading{Level: 2, Text: "Three"}, report.Heading{Level: 2, Text: "Two"}, report.Heading{Level: 3, Text: "Six"}}},
		{"a heading that is underlined", "Our *aims*\n========\n", []report.Block{report.Heading{Level: 1, Text: "Our aims"}}},
		{"points within points", "- a\n  - b\n\n    more\n- c\n\n3. x\n4. y\n", []report.Block{
			report.Points{{Runs: says("a")}, {Depth: 1, Runs: report.Paragraph{{Text: "b"}, {Text: " "}, {Text: "more"}}}, {Runs: says("c")}, {Number: 3, Runs: says("x")}, {Number: 4, Runs: says("y")}}}},
		{"a quotation, code and a rule", "> said\n\n---\n\n    code  here\n\n`a  b`\n", []report.Block{says("“said”"), says("code here"), says("a  b")}},
		{"lines of code", "```\none\n\n  two\n```\n\n    x: 1\n    y: 2\n", []report.Block{says("one"), says("two"), says("x: 1"), says("y: 2")}},
		{"quotations", "> **We** were *heard*\n> at last.\n>\n> And more.\n\nShe said:\n> \"Yes.\"\n\n> > deep\n\n> ‘no’\n", []report.Block{
			report.Paragraph{{Text: "“"}, {Text: "We", Strong: true}, {Text: " were "}, {Text: "heard", Emphasis: true}, {Text: " at last.”"}},
			says("“And more.”"), says("She said:"), says("\"Yes.\""), says("“deep”"), says("‘no’")}},
		{"a quotation among points", "- a\n\n  > b\n", []report.Block{report.Points{{Runs: report.Paragraph{{Text: "a"}, {Text: " "}, {Text: "“b”"}}}}}},
		{"points of a quotation", "> - a\n> - b\n", []report.Block{report.Points{{Runs: says("“a”")}, {Runs: says("“b”")}}}},
		{"a table", "| A | N |\n| --- | ---: |\n| *x* | 1 |\n| y |\n", []report.Block{report.Table{
			Columns: []report.Column{{Name: "A", Names: true}, {Name: "N", Right: true}},
			Rows:    []report.Row{{Cells: report.Texts("x", "1")}, {Cells: report.Texts("y", "")}}}}},
		{"comments", "<!-- what belongs\nhere -->\nA<!-- no --> b\n", []report.Block{says("A b")}},
		{"a byte order mark", "\ufeff# One\n", []report.Block{report.Heading{Level: 1, Text: "One"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			texts, said := read(t, map[string]string{"introduction.md": c.markdown})
			if diff := cmp.Diff(c.want, texts["introduction"]); diff != "" || said != "" {
				t.Errorf("-want +got:\n%s%s", diff, said)
			}
		})
	}
}

func TestNothingWritten(t *testing.T) {
	for name, markdown := range map[string]string{
		"empty": "", "blank": " \n\n", "a comment": "<!-- what belongs here -->\n", "a definition": "[x]: https://x.example\n", "a rule": "---\n", "a table's head": "| A |\n| --- |\n",
	} {
		if texts, said := read(t, map[string]string{"introduction.md": markdown}); len(texts) > 0 || said != "" {
			t.Errorf("%s: %v, %s", name, texts, said)
		}
	}
	texts := Read(t.TempDir())
	if want := (Texts{Blocks: map[string][]report.Block{}, Missing: []string{"governance", "conclusion", "contact"}}); !cmp.Equal(texts, want) {
		t.Errorf("a folder without texts: %v", texts)
	}
}

// Of an address with a sign that addresses do not have it is not said that its beginning is wrong.
func TestAddressWithASignThatIsNone(t *testing.T) {
	_, said := read(t, map[string]string{"introduction.md": `[a](<https://a.example/?q="x">)`})
	if !strings.Contains(said, "report/introduction.md:1: a link is left out, and its text kept: its address holds a space, a quotation mark, < or >") || strings.Contains(said, "begin with") {
		t.Error(said)
	}
}

// What is left out is said with its line, in the order of lines.
func TestLeftOut(t *testing.T) {
	texts, said := read(t, map[string]string{"introduction.md": `One <b>two</b> three.

![a picture](x.png) four

<script>alert("x")</script>

five [six](javascript:alert) [seven](#top) <ftp://x.example>

<!-- closed --> <div>
text of it

<!-- not closed
eight
`})
	want := []report.Block{says("One two three."), says(" four"), says("five six seven ftp://x.example"), says("text of it")}
	if diff := cmp.Diff(want, texts["introduction"]); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	for line, what := range map[string]string{"1": "HTML", "3": "image", "5": "HTML", "7": "link", "9": "HTML", "12": "HTML"} {
		if !strings.Contains(said, "notice report/introduction.md:"+line+": ") || !strings.Contains(said, what) {
			t.Errorf("nothing is said of %s in line %s: %s", what, line, said)
		}
	}
	if n := strings.Count(said, "\n"); n != 5 {
		t.Errorf("%d lines:\n%s", n+1, said)
	}
}

// What ends nowhere takes all of the file below it: that is said where it begins. What a
// browser would run and not show is left out with what it holds.
func TestUnclosed(t *testing.T) {
	const html = "HTML is left out of the report; write the text without it"
	for _, c := range []struct {
		name, markdown string
		want           []report.Block
		said           string
	}{
		{"a comment", "a\n\n<!-- b\n\nc\n\nd\n", []report.Block{says("a")}, ":3: the comment that begins here has no end (-->), and all of the file below it is left out"},
		{"a comment in a list", "- a\n\n  <!-- b\n\nc\n", []report.Block{report.Points{{Runs: says("a")}}, says("c")}, ":3: the comment that begins here has no end (-->), and all of the point below it is left out"},
		{"a script", "a\n\n<script>\n\nb\n", []report.Block{says("a")}, ":3: the HTML that begins here has no end, and all of the file below it is left out"},
		{"closed in one line", "<!-- a -->\n\n<script>b</script>\n\nc\n", []report.Block{says("c")}, ":3: " + html},
		{"closed below", "<!-- a\n\n-->\n\n<style>\n\n</style>\n\nc\n", []report.Block{says("c")}, ":5: " + html},
		{"a script in a line", "a <b>bold</b> <script>alert(1)</script> c <STYLE>p{}</style>d\n", []report.Block{says("a bold  c d")}, ":1: " + html + "|:1: what stands between <script> and </script> is left out with them|:1: what stands between <style> and </style> is left out with them"},
		{"a script over lines", "a <script>\n*alert* `x`\n</script> b\n", []report.Block{says("a  b")}, ":1: what stands between <script> and </script> is left out with them"},
		{"a script without end", "a <script>b\nc\n\nd\n", []report.Block{says("a "), says("d")}, ":1: what stands between <script> and </script> is left out with them|:1: <script> has no end, and all of its paragraph behind it is left out"},
		{"a heading with a script without end", "# a <script>b\n\nd\n", []report.Block{report.Heading{Level: 1, Text: "a"}, says("d")}, ":1: what stands between <script> and </script> is left out with them|:1: <script> has no end, and all of its paragraph behind it is left out"},
	} {
		t.Run(c.name, func(t *testing.T) {
			texts, said := read(t, map[string]string{"introduction.md": c.markdown})
			if diff := cmp.Diff(c.want, texts["introduction"]); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
			got := strings.ReplaceAll(strings.ReplaceAll(said, "notice report/introduction.md", ""), "\n", "|")
			if got != c.said {
				t.Errorf("says %s\nwant %s", got, c.said)
			}
		})
	}
}

// A table whose dashes do not fit its header is no table, and stays as text: that is said.
func TestBrokenTables(t *testing.T) {
	texts, said := read(t, map[string]string{"introduction.md": "One.\n\n| A | N |\n| --- |\n| x | 1 |\n\na | b\n\n--- | ---\n"})
	want := []report.Block{says("One."), says("| A | N | | --- | | x | 1 |"), says("a | b"), says("--- | ---")}
	if diff := cmp.Diff(want, texts["introduction"]); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if want := "notice report/introduction.md:3: this looks like a table, but its line of dashes has not as many cells as its header: it stands in the report as text"; said != want {
		t.Errorf("says %s\nwant %s", said, want)
	}
}

// A file with one fault on every line says so of the first, and how many follow.
func TestManyFaults(t *testing.T) {
	_, said := read(t, map[string]string{"introduction.md": strings.Repeat("a <b>c\n\n", 33_000), "findings.md": strings.Repeat("<i>\n\n", 20)})
	lines := strings.Split(said, "\n")
	if len(lines) != 41 || lines[19] != "notice report/introduction.md:39: HTML is left out of the report; write the text without it" || lines[20] != "notice report/introduction.md: and 32980 more of the kind" {
		t.Errorf("%d lines: %q", len(lines), lines[:min(len(lines), 30)])
	}
}

// What is refused was written: it is not missing.
func TestRefusedIsNotMissing(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(os.Mkdir(filepath.Join(dir, Folder), 0o700), os.WriteFile(filepath.Join(dir, Folder, "governance.md"), []byte("Caf\xe9"), 0o600), os.WriteFile(filepath.Join(dir, Folder, "contact.md"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	texts := Read(dir)
	if diff := cmp.Diff([]string{"conclusion", "contact"}, texts.Missing); diff != "" || len(texts.Problems) != 1 {
		t.Errorf("%s%v", diff, texts.Problems)
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ content, want string }{
		"another encoding": {"Caf\xe9\n", "error report/introduction.md: its text is not in the report: line 1 is not text in UTF-8; save the file as UTF-8"},
		"a nought":         {"a\nb\x00", "line 2 is not text in UTF-8"},
		"signs only":       {"a\n\nb\n" + strings.Repeat("[a](", 1001), "the paragraph that begins in line 3 has over 2000 signs of markup"},
		"too long":         {strings.Repeat("word ", 1<<18), "error report/introduction.md: its text is not in the report: it has over 1 MB; shorten it"},
	} {
		if texts, said := read(t, map[string]string{"introduction.md": c.content}); len(texts) > 0 || !strings.Contains(said, c.want) {
			t.Errorf("%s: %d texts, %s", name, len(texts), said)
		}
	}
	if _, said := read(t, map[string]string{"Introduction.md": "x", "notes.txt": "y"}); !strings.HasPrefix(said, "notice report/Introduction.md: it is no part of the report, which has report/introduction.md, report/ethnicity.md, ") || strings.Contains(said, "\n") {
		t.Error(said)
	}
}

// A megabyte of anything is read, or refused, within a moment.
func TestLongTexts(t *testing.T) {
	for _, piece := range []string{"word ", "> ", "*a ", "[", "- \n", "<b>", "| a ", "`", "# x\n", "![a](b) ", "&amp;", "_*", "[a](", "1. a\n   "} {
		start := time.Now()
		texts, said := read(t, map[string]string{"introduction.md": strings.Repeat(piece, maxBytes/len(piece))})
		if took := time.Since(start); took > time.Minute {
			t.Errorf("%q takes %v", piece, took)
		}
		if refused := strings.Contains(said, "over 2000 signs of markup"); refused != (len(texts) == 0) && piece != "- \n" && piece != "`" {
			t.Errorf("%q: %d texts, and %.100q", piece, len(texts), said)
		}
	}
}

// What was written is given with its lines too, but for comments, to be looked over.
func TestPassages(t *testing.T) {
	got := passages([]byte("<!-- 1\n2 -->\n\nthree\nfour\n\n\n- seven\n"), "report/indicator-3.md", yearly.OwnPart{Name: "indicator-3"})
	want := []quotes.Text{
		{File: "report/indicator-3.md", Line: 4, What: "the organisation's own text", About: []string{"3"}, Text: "three four"},
		{File: "report/indicator-3.md", Line: 8, What: "the organisation's own text", About: []string{"3"}, Text: "- seven"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
