package web

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"wres/loaders/export/exporttest"
	"wres/model/report"
)

// hostile are labels that others may have written.
var hostile = []string{"White", "a & b < c > d", "]]>", `"quoted" 'so'`, "</table><script>alert(1)</script>", "<!-- ", "{{.}}", "מבחן", "😀", "two\nlines", "&amp;", strings.Repeat("long", 60)}

// strange are blocks with what others may have written in them, in an order that no page has.
func strange() (report.About, []report.Block) {
	blocks := []report.Block{
		report.Paragraph{{Text: "before any heading"}},
		report.Heading{Level: 3, Text: "Begins too deep & <low>", ID: "main"},
		report.Heading{Level: 1, Text: "The title </title>"},
		report.Heading{Level: 6, Text: "Deepest", ID: "main"},
		report.Paragraph{
			{Text: "see ", Emphasis: true}, {Text: "the table", Link: "#bands", Strong: true}, {Text: "nowhere", Link: "#nowhere"},
			{Text: "an address", Link: "https://example.org/?a=1&b=2"}, {Text: "post", Link: "mailto:a@example.org"},
			{Text: "not this", Link: "javascript:alert(1)"}, {Text: "nor this", Link: "file:///etc/passwd"},
		},
		report.Heading{Level: 2, Text: "Second"},
		report.Points{{Runs: report.Paragraph{{Text: "+one", Strong: true}}}, {Depth: 1, Number: 2, Runs: report.Paragraph{{Text: "two"}}}, {Depth: 3, Runs: report.Paragraph{{Text: "three"}}}, {Number: 4, Runs: report.Paragraph{{Text: "four"}}}},
	}
	for _, id := range []string{"bands", "bands", "a/b:c d", ""} {
		t := report.Table{
			ID: id, Caption: "Table <" + id + "> & more", Notes: []string{"One note.", "Another & note."}, Source: "the files",
			Columns: []report.Column{{Name: "Group", Names: true}, {Name: "White <&>", Right: true}, {Name: ""}},
		}
		for i, label := range hostile {
			t.Rows = append(t.Rows, report.Row{Part: i%2 == 1, Cells: append(report.Texts(label), report.Printed("33.7%", report.Percentage), report.Marked(report.Hidden, report.Count))})
		}
		blocks = append(blocks, t, report.Heading{Level: 3, Text: "Next"})
	}
	for _, kind := range []report.ChartKind{report.Bars, report.Columns, report.Ratios} {
		c := report.Chart{ID: "c", Title: "Ratios & <more>", Description: "Said \"so\" ]]> </desc>", Kind: kind, Unit: report.Ratio, Labels: hostile, Table: "bands",
			Reference: &report.Reference{Name: "equal <", Cell: report.Printed("1.00", report.Ratio)}}
		for _, name := range []string{"White", "Ethnically & <diverse>"} {
			s := report.Series{Name: name}
			for i := range hostile {
				s.Values = append(s.Values, []report.Value{value("2.45", "1.85", "no limit"), value("[c]", "", ""), value("0.00", "", ""), value("0.50", "0.00", "1.20")}[i%4])
			}
			c.Series = append(c.Series, s)
		}
		blocks = append(blocks, c)
	}
	return report.About{Title: "Report & </title><plan>", Organisation: "O'Brien & \"Sons\"", View: `Publication "view" </style>`, Year: 2024}, blocks
}

func value(text, lower, upper string) report.Value {
	return report.Value{Cell: report.Printed(text, report.Ratio), Lower: report.Printed(lower, report.Ratio), Upper: report.Printed(upper, report.Ratio)}
}

// sources are what pages are made of in these tests.
func sources(t *testing.T) map[string]func() (report.About, []report.Block) {
	return map[string]func() (report.About, []report.Block){
		"publication": func() (report.About, []report.Block) { return exporttest.Example(t, false) },
		"full":        func() (report.About, []report.Block) { return exporttest.Example(t, true) },
		"strange":     strange,
		"nothing":     func() (report.About, []report.Block) { return report.About{Title: "Empty"}, nil },
	}
}

// pages makes each page and hands it on as a browser reads it.
func pages(t *testing.T, look func(t *testing.T, root *html.Node, blocks []report.Block)) {
	for name, source := range sources(t) {
		t.Run(name, func(t *testing.T) {
			about, blocks := source()
			file, err := Page(about, blocks)
			if err != nil {
				t.Fatal(err)
			}
			root, err := html.Parse(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			look(t, root, blocks)
		})
	}
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// all lists the elements of some names below a node.
func all(n *html.Node, names ...string) []*html.Node {
	var found []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && slices.Contains(names, d.Data) {
			found = append(found, d)
		}
	}
	return found
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// Every table stands in the page cell by cell, with what heads its rows and columns, and
// with its notes.
func TestTablesReadBack(t *testing.T) {
	pages(t, func(t *testing.T, root *html.Node, blocks []report.Block) {
		var tables []*html.Node
		for _, n := range all(root, "table") {
			if n.Parent.Parent.Data != "details" {
				tables = append(tables, n)
			}
		}
		at := 0
		for _, b := range blocks {
			table, is := b.(report.Table)
			if !is {
				continue
			}
			if at == len(tables) {
				t.Fatalf("the table %q is not there", table.Caption)
			}
			got := tables[at]
			at++
			if diff := cmp.Diff(texts(table), rows(got)); diff != "" {
				t.Errorf("%s: %s", table.Caption, diff)
			}
			if caption := textOf(all(got, "caption")[0]); caption != table.Caption {
				t.Errorf("the caption is %q and not %q", caption, table.Caption)
			}
			if p := got.Parent; attribute(p, "role") != "region" || attribute(p, "tabindex") != "0" || attribute(p, "aria-labelledby") != attribute(all(got, "caption")[0], "id") {
				t.Errorf("%s stands in no region of its name", table.Caption)
			}
			next := got.Parent
			for _, note := range table.Notes {
				for next = next.NextSibling; next.Type != html.ElementNode; next = next.NextSibling {
				}
				if textOf(next) != note {
					t.Errorf("%s: the note %q and not %q", table.Caption, textOf(next), note)
				}
			}
		}
		if at != len(tables) {
			t.Errorf("%d tables, and %d of the blocks", len(tables), at)
		}
	})
}

// texts are what a table should say: its header and rows, "col:" and "row:" before what
// heads a column or row.
func texts(t report.Table) [][]string {
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		if head[i] = c.Name; c.Name != "" {
			head[i] = "col:" + c.Name
		}
	}
	rows := [][]string{head}
	for _, r := range t.Rows {
		row := make([]string, len(t.Columns))
		for i, c := range r.Cells {
			if row[i] = c.Text; t.Columns[i].Names && c.Text != "" {
				row[i] = "row:" + c.Text
			}
		}
		rows = append(rows, row)
	}
	return rows
}

func rows(table *html.Node) [][]string {
	var rows [][]string
	for _, tr := range all(table, "tr") {
		var row []string
		for _, cell := range all(tr, "th", "td") {
			text := textOf(cell)
			if scope := attribute(cell, "scope"); scope != "" {
				text = scope + ":" + text
			}
			row = append(row, text)
		}
		rows = append(rows, row)
	}
	return rows
}

// The page has its parts, one title, no level left out, each id once and no reference to
// one that is not there.
func TestFrame(t *testing.T) {
	pages(t, func(t *testing.T, root *html.Node, blocks []report.Block) {
		if lang := attribute(all(root, "html")[0], "lang"); lang != "en-GB" {
			t.Errorf("the language is %q", lang)
		}
		for _, part := range []string{"header", "main", "footer", "h1", "title"} {
			if part == "title" {
				if n := len(all(all(root, "head")[0], part)); n != 1 {
					t.Errorf("%d titles", n)
				}
			} else if n := len(all(root, part)); n != 1 {
				t.Errorf("%d of %s", n, part)
			}
		}
		level := 0
		for _, h := range all(root, "h1", "h2", "h3", "h4", "h5", "h6") {
			now := int(h.Data[1] - '0')
			if now > level+1 || textOf(h) == "" {
				t.Errorf("%s %q after one of level %d", h.Data, textOf(h), level)
			}
			level = now
		}
		ids, wanted := map[string]bool{}, []string{}
		for d := range root.Descendants() {
			for _, a := range d.Attr {
				switch {
				case a.Key == "id":
					if ids[a.Val] || a.Val == "" || strings.ContainsAny(a.Val, " \n") {
						t.Errorf("the id %q twice, or none", a.Val)
					}
					ids[a.Val] = true
				case a.Key == "aria-labelledby":
					wanted = append(wanted, strings.Fields(a.Val)...)
				case a.Key == "href" && strings.HasPrefix(a.Val, "#"):
					wanted = append(wanted, a.Val[1:])
				}
			}
		}
		for _, id := range wanted {
			if !ids[id] {
				t.Errorf("nothing has the id %q", id)
			}
		}
		for _, b := range blocks {
			if h, is := b.(report.Heading); is && h.ID != "" && !ids[h.ID] {
				t.Errorf("the id %q of a heading is gone", h.ID)
			}
		}
	})
}

// The contents name the headings of two levels, in their order.
func TestContents(t *testing.T) {
	pages(t, func(t *testing.T, root *html.Node, _ []report.Block) {
		var want, got []string
		for _, main := range all(root, "main", "header") {
			for _, h := range all(main, "h2", "h3") {
				want = append(want, "#"+attribute(h, "id")+" "+textOf(h))
			}
		}
		for _, nav := range all(root, "nav") {
			for _, a := range all(nav, "a") {
				got = append(got, attribute(a, "href")+" "+textOf(a))
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

// Nothing in the file runs, asks for anything or leads where the organisation did not say.
func TestStandsByItself(t *testing.T) {
	pages(t, func(t *testing.T, root *html.Node, _ []report.Block) {
		if strings.Contains(textOf(root), "ZgotmplZ") {
			t.Error("something was left out as unsafe")
		}
		for d := range root.Descendants() {
			if d.Type == html.CommentNode {
				t.Errorf("a comment: %q", d.Data)
			}
			if slices.Contains([]string{"script", "link", "img", "iframe", "object", "embed", "base", "form", "use", "image"}, d.Data) && d.Type == html.ElementNode {
				t.Errorf("an element %s", d.Data)
			}
			for _, a := range d.Attr {
				if strings.HasPrefix(a.Key, "on") || slices.Contains([]string{"src", "style", "srcset"}, a.Key) {
					t.Errorf("%s has %s=%q", d.Data, a.Key, a.Val)
				}
				if a.Key == "href" && !strings.HasPrefix(a.Val, "#") && a.Val != "https://example.org/?a=1&b=2" && a.Val != "mailto:a@example.org" {
					t.Errorf("it leads to %q", a.Val)
				}
				if a.Key != "href" && strings.Contains(a.Val, "://") {
					t.Errorf("%s=%q", a.Key, a.Val)
				}
			}
		}
		for _, s := range all(root, "style") {
			if css := textOf(s); strings.Contains(css, "url(") || strings.Contains(css, "@import") || strings.Contains(css, "http") {
				t.Error("the style asks for something")
			}
		}
	})
}

func TestLinks(t *testing.T) {
	file, err := Page(strange())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`<a href="#bands"><strong>the table</strong></a>nowhere<a href="https://example.org/?a=1&amp;b=2">an address</a><a href="mailto:a@example.org">post</a>not thisnor this</p>`,
		"<ul><li><strong>+one</strong><ol><li value=\"2\">two<ul><li>three</li>\n</ul>\n</li>\n</ol>\n</li>\n</ul>\n<ol><li value=\"4\">four</li>\n</ol>",
		`<abbr title="hidden to protect people">[c]</abbr>`,
	} {
		if !strings.Contains(string(file), want) {
			t.Errorf("it lacks %s", want)
		}
	}
}

// A chart says what it is to those who do not see it, and its figures are at hand.
func TestChartsAreSaid(t *testing.T) {
	pages(t, func(t *testing.T, root *html.Node, blocks []report.Block) {
		figures := all(root, "figure")
		at := 0
		for _, b := range blocks {
			c, is := b.(report.Chart)
			if !is {
				continue
			}
			f := figures[at]
			at++
			svg := all(f, "svg")[0]
			title, desc := all(svg, "title")[0], all(svg, "desc")[0]
			if attribute(svg, "role") != "img" || textOf(title) != c.Title || textOf(desc) != c.Description || attribute(svg, "aria-labelledby") != attribute(title, "id")+" "+attribute(desc, "id") {
				t.Errorf("%s: role %q, title %q, description %q", c.Title, attribute(svg, "role"), textOf(title), textOf(desc))
			}
			var said []string
			for _, text := range all(svg, "text") {
				said = append(said, textOf(text))
			}
			drawn := 0
			for _, s := range c.Series {
				for _, v := range s.Values {
					if !slices.Contains(said, v.Text) {
						t.Errorf("%s: %s of %s is not written", c.Title, v.Text, s.Name)
					}
					if c.Draws(v.Cell) {
						drawn++
					}
				}
			}
			if n := len(all(svg, "rect", "circle")); n != drawn {
				t.Errorf("%s: %d values drawn of %d that are numbers", c.Title, n, drawn)
			}
			if len(all(f, "table")) == 0 && len(all(f, "a")) == 0 {
				t.Errorf("%s: no figures", c.Title)
			}
		}
		if at != len(figures) {
			t.Errorf("%d charts, and %d of the blocks", len(figures), at)
		}
	})
}

// Where the table of a chart stands elsewhere the figures are under the chart.
func TestFiguresOfAChart(t *testing.T) {
	c := report.Chart{ID: "c", Title: "Shares", Kind: report.Columns, Labels: []string{"2023", "2024"}, Table: "t",
		Series: []report.Series{{Name: "White", Values: []report.Value{value("1.20", "1.10", "1.30"), value("[c]", "", "")}}}}
	table := report.Table{ID: "t", Caption: "All", Columns: []report.Column{{Name: "Year", Names: true}}}
	for _, test := range []struct {
		blocks []report.Block
		want   [][]string
	}{
		{[]report.Block{c, table}, nil},
		{[]report.Block{table, report.Heading{Level: 2, Text: "Next"}, c}, [][]string{{"", "col:White", "col:White, lower limit", "col:White, upper limit"}, {"row:2023", "1.20", "1.10", "1.30"}, {"row:2024", "[c]", "", ""}}},
	} {
		file, err := Page(report.About{Title: "T"}, test.blocks)
		if err != nil {
			t.Fatal(err)
		}
		root, err := html.Parse(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		var got [][]string
		for _, d := range all(root, "details") {
			got = rows(d)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Error(diff)
		}
		if notes := textOf(all(root, "figure")[0]); !strings.Contains(notes, "[c]: hidden to protect people.") || !strings.Contains(notes, "confidence intervals") {
			t.Errorf("the notes are %q", notes)
		}
	}
}

func TestSameBytes(t *testing.T) {
	for name, source := range sources(t) {
		first, err := Page(source())
		if err != nil {
			t.Fatal(err)
		}
		second, _ := Page(source())
		if !bytes.Equal(first, second) {
			t.Errorf("%s differs", name)
		}
		if most := 250_000; len(first) > most {
			t.Errorf("%s has %d bytes", name, len(first))
		}
	}
}

func TestUnknownBlocks(t *testing.T) {
	if _, err := Page(report.About{}, []report.Block{report.Outline{}}); err == nil || !strings.Contains(err.Error(), "Outline") {
		t.Errorf("%v", err)
	}
}
