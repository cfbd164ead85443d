package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"wres/loaders/export/exporttest"
	"wres/model/report"
)

// strange are blocks with what others may have written in them.
func strange() (report.About, []report.Block) {
	numbers := func(texts ...string) []report.Cell {
		var cells []report.Cell
		for _, text := range texts {
			cells = append(cells, report.Printed(text, report.Percentage))
		}
		return cells
	}
	var blocks []report.Block
	blocks = append(blocks,
		report.Heading{Level: 1, Text: "Report & <plan>"},
		report.Paragraph{{Text: "O'Brien & Sons ]]> | \"quoted\""}},
		report.Heading{Level: 2, Text: "=Findings", ID: "key-findings"},
		report.Points{{Runs: report.Paragraph{{Text: "+one", Strong: true}}}, {Depth: 1, Number: 2, Runs: report.Paragraph{{Text: "two", Link: "https://example.org/?a=1&b=2"}}}},
		report.Heading{Level: 3, Text: "Deeper"}, report.Heading{Level: 4, Text: "Deeper still"}, report.Heading{Level: 5, Text: "Deepest"},
		report.Paragraph{{Text: "see ", Emphasis: true}, {Text: "the table", Link: "#bands-2024"}},
	)
	for _, id := range []string{"bands-2024", "Bands-2024", "a/b:c", "", strings.Repeat("long-", 12), strings.Repeat("long-", 12) + "x"} {
		t := report.Table{
			ID: id, Caption: "Table <" + id + ">", Notes: []string{"One note.", "Another & note."}, Source: "the files",
			Columns: []report.Column{{Name: "Group", Names: true}, {Name: "White", Right: true}, {Name: "white", Right: true}, {Name: "מבחן"}},
		}
		for _, label := range []string{"White", "white", "=HYPERLINK(1)", "-4", "@x", "a|b", "😀", "two\nlines", "_x0041_"} {
			t.Rows = append(t.Rows, report.Row{Cells: append(append(report.Texts(label), numbers("33.7%", "[c]")...), report.Cell{})})
		}
		blocks = append(blocks, t)
	}
	value := func(text, lower, upper string) report.Value {
		return report.Value{Cell: report.Printed(text, report.Ratio), Lower: report.Printed(lower, report.Ratio), Upper: report.Printed(upper, report.Ratio)}
	}
	blocks = append(blocks, report.Chart{
		ID: "c", Title: "Ratios & <more>", Description: "Said \"so\"", Kind: report.Ratios, Unit: report.Ratio, Labels: []string{"2022", "2023", "2024"},
		Series: []report.Series{{Name: "White", Values: []report.Value{value("2.45", "1.85", "no limit"), value("[c]", "", ""), value("0.00", "", "")}}},
		Table:  "bands-2024", Reference: &report.Reference{Name: "equal", Cell: report.Printed("1.00", report.Ratio)},
	})
	return report.About{Title: "Report & <plan>", Organisation: "O'Brien", View: "Publication view", Year: 2024}, blocks
}

// sources are what the files are made of in these tests.
func sources(t *testing.T) map[string]func() (report.About, []report.Block) {
	return map[string]func() (report.About, []report.Block){
		"publication": func() (report.About, []report.Block) { return exporttest.Example(t, false) },
		"full":        func() (report.About, []report.Block) { return exporttest.Example(t, true) },
		"strange":     strange,
	}
}

// tablesOf lists the tables of blocks.
func tablesOf(blocks []report.Block) []report.Table {
	var all []report.Table
	for _, b := range blocks {
		if t, is := b.(report.Table); is {
			all = append(all, t)
		}
	}
	return all
}

// written gives rows of texts: the header of a table, then its rows.
func written(t report.Table) [][]string {
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Name
	}
	rows := [][]string{head}
	for _, r := range t.Rows {
		var row []string
		for _, c := range r.Cells {
			row = append(row, c.Text)
		}
		rows = append(rows, row)
	}
	return rows
}

// wordDocument is what the tests read of a document.
type wordDocument struct {
	Paragraphs []wordParagraph `xml:"body>p"`
	Tables     []struct {
		Style       wordValue   `xml:"tblPr>tblStyle"`
		Caption     wordValue   `xml:"tblPr>tblCaption"`
		Description wordValue   `xml:"tblPr>tblDescription"`
		Grid        []wordValue `xml:"tblGrid>gridCol"`
		Rows        []struct {
			Head  *struct{} `xml:"trPr>tblHeader"`
			Split *struct{} `xml:"trPr>cantSplit"`
			Cells []struct {
				Paragraph wordParagraph `xml:"p"`
			} `xml:"tc"`
		} `xml:"tr"`
	} `xml:"body>tbl"`
	Page wordPage `xml:"body>sectPr>pgSz"`
}

type wordPage struct {
	W string `xml:"w,attr"`
	H string `xml:"h,attr"`
}

type wordParagraph struct {
	Keep  *struct{} `xml:"pPr>keepNext"`
	Style wordValue `xml:"pPr>pStyle"`
	End   *wordPage `xml:"pPr>sectPr>pgSz"` // of a section that ends here
	Runs  []struct {
		Texts []string `xml:"t"`
		Chart *struct {
			Alt struct {
				Title       string `xml:"title,attr"`
				Description string `xml:"descr,attr"`
			} `xml:"docPr"`
		} `xml:"drawing>inline"`
	} `xml:"r"`
	Links []struct {
		Anchor string   `xml:"anchor,attr"`
		Texts  []string `xml:"r>t"`
	} `xml:"hyperlink"`
	Field struct {
		Code string `xml:"instr,attr"`
	} `xml:"fldSimple"`
}

type wordValue struct {
	Val string `xml:"val,attr"`
}

func (p wordParagraph) text() string {
	var lines []string
	for _, r := range p.Runs {
		lines = append(lines, r.Texts...)
	}
	return strings.Join(lines, "\n")
}

// unzipped gives the parts of a file.
func unzipped(t *testing.T, content []byte) map[string][]byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string][]byte{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	return parts
}

// Every table, heading, caption and description of a document comes back from its XML as
// the blocks have it.
func TestDocumentsReadBack(t *testing.T) {
	for name, blocksOf := range sources(t) {
		t.Run(name, func(t *testing.T) {
			about, blocks := blocksOf()
			content, err := Document(about, blocks)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := Document(about, blocks)
			if !bytes.Equal(content, again) {
				t.Error("other bytes the second time")
			}
			parts := unzipped(t, content)
			var doc wordDocument
			if err := xml.Unmarshal(parts["word/document.xml"], &doc); err != nil {
				t.Fatal(err)
			}
			documentTables(t, doc, tablesOf(blocks))
			documentWords(t, doc, blocks)
			if doc.Page.W != "11906" || doc.Page.H != "16838" {
				t.Errorf("the page is %v, not A4", doc.Page)
			}
			for part, want := range map[string]string{
				"word/styles.xml": `<w:lang w:val="en-GB"`, "word/settings.xml": `<w:themeFontLang w:val="en-GB"/>`, "docProps/core.xml": "<dc:language>en-GB</dc:language>",
				"word/footer1.xml": ". " + about.View + "<",
			} {
				if !strings.Contains(string(parts[part]), want) {
					t.Errorf("%s has no %s", part, want)
				}
			}
		})
	}
}

func documentTables(t *testing.T, doc wordDocument, want []report.Table) {
	t.Helper()
	if len(doc.Tables) != len(want) {
		t.Fatalf("%d tables, want %d", len(doc.Tables), len(want))
	}
	for i, table := range doc.Tables {
		var got [][]string
		for n, row := range table.Rows {
			if (row.Head != nil) != (n == 0) || row.Split == nil {
				t.Errorf("%s: row %d is a header, or may be split: %v", want[i].Caption, n, row)
			}
			var texts []string
			for _, c := range row.Cells {
				texts = append(texts, c.Paragraph.text())
			}
			got = append(got, texts)
		}
		if d := cmp.Diff(written(want[i]), got); d != "" {
			t.Errorf("%s: %s", want[i].Caption, d)
		}
		if table.Caption.Val != want[i].Caption || table.Description.Val == "" || table.Style.Val != "TableGrid" || len(table.Grid) != len(want[i].Columns) {
			t.Errorf("%s: %q, %q, %q, %d columns", want[i].Caption, table.Caption.Val, table.Description.Val, table.Style.Val, len(table.Grid))
		}
	}
}

// documentWords looks for the headings, captions, charts and contents.
func documentWords(t *testing.T, doc wordDocument, blocks []report.Block) {
	t.Helper()
	var got, want, contents, listed []string
	for _, p := range doc.Paragraphs {
		switch style := p.Style.Val; {
		case style == "Title" || strings.HasPrefix(style, "Heading") || style == "Caption":
			got = append(got, style+" "+p.text())
		case style == "Figure":
			got = append(got, fmt.Sprintf("Figure %s %s", p.Runs[0].Chart.Alt.Title, p.Runs[0].Chart.Alt.Description))
		case style == "TOC1" || style == "TOC2": // each line asks for the page that it leads to
			listed = append(listed, strings.Join(p.Links[0].Texts, ""))
			if got, want := p.Field.Code, " PAGEREF "+p.Links[0].Anchor+" \\h "; got != want {
				t.Errorf("%s: the field is %q, want %q", listed[len(listed)-1], got, want)
			}
		}
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Heading:
			style := []string{"Title", "Heading1", "Heading2", "Heading3", "Heading3"}[b.Level-1]
			want = append(want, style+" "+b.Text)
			if b.Level == 2 || b.Level == 3 {
				contents = append(contents, b.Text)
			}
		case report.Table:
			want = append(want, "Caption "+b.Caption)
		case report.Chart:
			want = append(want, "Figure "+b.Title+" "+b.Description)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if !slices.Equal(listed, contents) {
		t.Errorf("the contents are %q, want %q", listed, contents)
	}
}

// A short table stays together. A long one may go on on the next page, under its header, so
// that it leaves no half of a page empty: never after its first row, nor before its last, nor
// between that and the notes.
func TestLongTablesGoOn(t *testing.T) {
	long := strings.Repeat("many words in a cell ", 12) // five lines
	for _, c := range []struct {
		rows  int
		text  string
		notes []string
		want  string
	}{
		{3, "x", nil, "keep keep keep -"},
		{4, "x", []string{"one", "two"}, "keep keep keep keep keep; keep -"},
		{12, "x", nil, "keep keep keep keep keep keep keep keep keep keep keep keep -"},
		{13, "x", nil, "keep keep - - - - - - - - - - keep -"},
		{13, "x", []string{"one"}, "keep keep - - - - - - - - - - keep keep; -"},
		{5, long, nil, "keep keep - - keep -"},
	} {
		table := report.Table{Caption: "long", Columns: []report.Column{{Name: "a"}, {Name: "b"}}, Notes: c.notes}
		for range c.rows {
			table.Rows = append(table.Rows, report.Row{Cells: report.Texts("x", c.text)})
		}
		content, err := Document(report.About{}, []report.Block{table})
		if err != nil {
			t.Fatal(err)
		}
		var doc wordDocument
		if err := xml.Unmarshal(unzipped(t, content)["word/document.xml"], &doc); err != nil {
			t.Fatal(err)
		}
		kept := func(p wordParagraph) string {
			if p.Keep != nil {
				return " keep"
			}
			return " -"
		}
		got := ""
		for _, row := range doc.Tables[0].Rows {
			got += kept(row.Cells[0].Paragraph)
		}
		for i := range c.notes {
			got += []string{";", ""}[min(i, 1)] + kept(doc.Paragraphs[1+i])
		}
		if got := got[1:]; got != c.want {
			t.Errorf("%d rows of %q, %d notes: %s, want %s", c.rows, c.text, len(c.notes), got, c.want)
		}
	}
}

// A table that an upright page has no room for lies on its own page, with its heading, and
// what follows stands upright again. Each kind of page has its footer.
func TestWideTablesLie(t *testing.T) {
	wide, narrow := report.Table{Caption: "wide"}, report.Table{Caption: "narrow", Columns: []report.Column{{Name: "a"}}, Rows: []report.Row{{Cells: report.Texts("x")}}}
	for _, name := range strings.Fields("characteristics representation establishment responsibility accountability 2022") {
		wide.Columns = append(wide.Columns, report.Column{Name: name})
	}
	wide.Rows = []report.Row{{Cells: report.Texts("a", "b", "c", "d", "e", "f")}}
	heading := func(text string) report.Block { return report.Heading{Level: 2, Text: text} }
	words := report.Paragraph{{Text: "words"}}
	content, err := Document(report.About{}, []report.Block{
		heading("one"), words, narrow, heading("two"), words, wide, wide, words, heading("three"), narrow, wide, heading("four"), wide, heading("five"), words,
	})
	if err != nil {
		t.Fatal(err)
	}
	parts := unzipped(t, content)
	var doc wordDocument
	if err := xml.Unmarshal(parts["word/document.xml"], &doc); err != nil {
		t.Fatal(err)
	}
	const upright, lying = "11906 by 16838", "16838 by 11906"
	var got []string
	for _, p := range doc.Paragraphs {
		switch {
		case p.End != nil:
			got = append(got, p.End.W+" by "+p.End.H)
		case p.text() != "words" && !strings.HasPrefix(p.Style.Val, "TOC"):
			got = append(got, p.text())
		}
	}
	got = append(got, doc.Page.W+" by "+doc.Page.H)
	want := []string{"one", "narrow", upright, "two", "wide", "wide", lying, "three", "narrow", upright, "wide", "four", "wide", lying, "five", upright}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for part, tab := range map[string]string{"word/footer1.xml": `w:pos="9638"`, "word/footer2.xml": `w:pos="14570"`} {
		if !strings.Contains(string(parts[part]), tab) {
			t.Errorf("%s has no %s: %s", part, tab, parts[part])
		}
	}
}

// opened reads a workbook with a library that is not ours.
func opened(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// Every table of a workbook stands on a sheet of its own from the same row on, and comes
// back as the blocks have it: numbers as numbers that are shown as they were printed, marks
// as text, and no cell blank.
func TestWorkbooksReadBack(t *testing.T) {
	for name, blocksOf := range sources(t) {
		t.Run(name, func(t *testing.T) {
			about, blocks := blocksOf()
			content, err := Workbook(about, blocks)
			if err != nil {
				t.Fatal(err)
			}
			again, _ := Workbook(about, blocks)
			if !bytes.Equal(content, again) {
				t.Error("other bytes the second time")
			}
			f := opened(t, content)
			sheets := sheetTitles(t, f)
			for _, table := range tablesOf(blocks) {
				sheet, there := sheets[table.Caption]
				if !there {
					t.Fatalf("no sheet for %q among %v", table.Caption, sheets)
				}
				workbookTable(t, f, sheet, table)
			}
			if properties, err := f.GetDocProps(); err != nil || properties.Language != "en-GB" || properties.Title != about.Title || properties.Subject != about.View {
				t.Errorf("properties %+v, %v", properties, err)
			}
		})
	}
}

// sheetTitles gives the sheet of each title, and looks at what all sheets have.
func sheetTitles(t *testing.T, f *excelize.File) map[string]string {
	t.Helper()
	sheets := map[string]string{}
	if first := f.GetSheetList()[:3]; !slices.Equal(first, []string{"Cover", "Contents", "Notes"}) || f.GetActiveSheetIndex() != 0 {
		t.Errorf("begins with %v, on %d", first, f.GetActiveSheetIndex())
	}
	for _, sheet := range f.GetSheetList() {
		title, err := f.GetCellValue(sheet, "A1")
		if err != nil || title == "" {
			t.Errorf("%s has no title: %v", sheet, err)
		}
		sheets[title] = sheet
		if merged, err := f.GetMergeCells(sheet); err != nil || len(merged) > 0 {
			t.Errorf("%s has merged cells %v, %v", sheet, merged, err)
		}
		panes, err := f.GetPanes(sheet)
		tables, _ := f.GetTables(sheet)
		if err != nil || panes.Freeze != (len(tables) == 1) || len(tables) == 1 && panes.YSplit != headRow {
			t.Errorf("%s: %d tables, %+v, %v", sheet, len(tables), panes, err)
		}
		for _, s := range panes.Selection {
			if s.ActiveCell != "A1" {
				t.Errorf("%s: %s is selected", sheet, s.ActiveCell)
			}
		}
	}
	return sheets
}

// headRow is the row of the header of every table.
const headRow = 5

func workbookTable(t *testing.T, f *excelize.File, sheet string, want report.Table) {
	t.Helper()
	tables, err := f.GetTables(sheet)
	if err != nil || len(tables) != 1 {
		t.Fatalf("%s: %d tables, %v", sheet, len(tables), err)
	}
	last, _ := excelize.CoordinatesToCellName(len(want.Columns), headRow+len(want.Rows))
	if want := fmt.Sprintf("A%d:%s", headRow, last); tables[0].Range != want {
		t.Errorf("%s: the table is %s, want %s", sheet, tables[0].Range, want)
	}
	for i, row := range written(want) {
		for j, text := range row {
			at, _ := excelize.CoordinatesToCellName(j+1, headRow+i)
			cell := report.Cell{Text: text}
			if i > 0 {
				cell = want.Rows[i-1].Cells[j]
			} else if text == "white" {
				text = "white (2)" // Excel takes no two columns that differ in case only
			}
			if text == "" {
				text = "[x]"
			}
			shown, err := f.GetCellValue(sheet, at)
			if err != nil || shown != text {
				t.Errorf("%s %s shows %q, want %q (%v)", sheet, at, shown, text, err)
			}
			kind, _ := f.GetCellType(sheet, at)
			if isText := kind == excelize.CellTypeSharedString; isText == cell.IsNumber() {
				t.Errorf("%s %s, %q, is of the kind %v", sheet, at, text, kind)
			}
			if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
				t.Errorf("%s %s is a formula: %s", sheet, at, formula)
			}
			if raw, _ := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true}); cell.IsNumber() && raw != fmt.Sprint(cell.Number) {
				t.Errorf("%s %s holds %s, want %v", sheet, at, raw, cell.Number)
			}
		}
	}
}

// What stands below tables has a sheet of its own; the signs that a document explains are
// the sheet Notes.
func TestNotesOfWorkbooks(t *testing.T) {
	signs := report.Table{ID: "all-signs", Caption: "Signs", Columns: []report.Column{{Name: "Sign"}}, Rows: []report.Row{{Cells: report.Texts("[c]")}}}
	bands := report.Table{ID: "bands", Caption: "Bands", Notes: []string{"one", "[c]: hidden to protect people.", "two"}, Source: "the files", Columns: []report.Column{{Name: "Band"}}, Rows: []report.Row{{Cells: []report.Cell{report.Marked(report.Hidden, report.Count)}}}}
	content, err := Workbook(report.About{Title: "x"}, []report.Block{report.Heading{Level: 2, ID: "appendix", Text: "Appendix"}, bands, report.Heading{Level: 2, ID: "signs", Text: "Signs"}, signs})
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, content)
	if got, want := f.GetSheetList(), []string{"Cover", "Contents", "Notes", "Bands", "Table_notes"}; !slices.Equal(got, want) {
		t.Errorf("sheets %q, want %q", got, want)
	}
	for sheet, want := range map[string][][]string{
		"Notes":       {{"Sign"}, {"[c]"}},
		"Table_notes": {{"Sheet", "Note"}, {"Bands", "one"}, {"Bands", "two"}},
		"Contents":    {{"Sheet", "What it holds", "Part"}, {"Notes", "Signs", "Signs"}, {"Bands", "Bands", "Appendix"}, {"Table_notes", "Notes to the tables", "Each row is a note to the table of a sheet"}},
	} {
		rows, err := f.GetRows(sheet)
		if err != nil || len(rows) < headRow {
			t.Fatalf("%s: %q, %v", sheet, rows, err)
		}
		if d := cmp.Diff(want, rows[headRow-1:]); d != "" {
			t.Errorf("%s: %s", sheet, d)
		}
		for i := headRow + 1; sheet != "Notes" && i <= len(rows); i++ {
			at := fmt.Sprintf("A%d", i)
			if link, target, err := f.GetCellHyperLink(sheet, at); !link || target != "'"+rows[i-1][0]+"'!A1" {
				t.Errorf("%s %s leads to %q, %v", sheet, at, target, err)
			}
		}
	}
	if got, _ := f.GetCellValue("Bands", "A3"); got != "This sheet has one table. Notes to the table are in the sheet Table_notes. [c]: hidden to protect people." {
		t.Errorf("says %q", got)
	}
	if got, _ := f.GetCellValue("Bands", "A4"); got != "Source: the files" {
		t.Errorf("says %q", got)
	}
}

// A cell of Excel holds 32,767 signs, of which an emoji takes two. A longer paragraph goes on
// in the next row; a longer cell of a table says that it is cut, and so does the program.
func TestLongTexts(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("ten signs\U0001f692 ", 6_000)) // 72,000 signs
	table := report.Table{ID: "t", Caption: "Table", Columns: []report.Column{{Name: "A"}, {Name: strings.Repeat("x", 300)}}, Rows: []report.Row{{Cells: report.Texts("b", long)}}}
	blocks := []report.Block{report.Heading{Level: 2, ID: "p", Text: "Part"}, report.Paragraph{{Text: long}}, report.Heading{Level: 3, ID: "indicator-3", Text: "Three"}, report.Paragraph{{Text: long}}, report.Heading{Level: 2, ID: "q", Text: "Q"}, table}
	content, err := Workbook(report.About{Title: "x"}, blocks)
	if err != nil {
		t.Fatal(err)
	}
	f := opened(t, content)
	joined := func(sheet string, row, column int) (text string, pieces int) {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, cells := range rows[row:] {
			if n := len(utf16.Encode([]rune(cells[column]))); n > 32_767 {
				t.Errorf("%s: a cell of %d signs", sheet, n)
			}
			text += " " + cells[column]
			pieces++
		}
		return text[1:], pieces
	}
	if got, n := joined("Report_text", headRow, 1); got != long+" "+long || n != 6 {
		t.Errorf("the text is not whole: %d signs in %d rows", len(got), n)
	}
	if got, n := joined("Indicator_3", 1, 0); got != long || n != 3 {
		t.Errorf("the text of an indicator is not whole: %d signs in %d rows", len(got), n)
	}
	if got, _ := joined("T", headRow, 1); !strings.HasPrefix(long, got[:30_000]) || !strings.HasSuffix(got, " … [cut: a cell holds 32,767 signs]") {
		t.Errorf("the cell ends %q", got[len(got)-50:])
	}
	want := []string{
		"Excel: the name of column 2 of “Table” is cut: it has 300 signs, and Excel takes 240; the other forms have all of it",
		"Excel: row 1 of “Table”, column 2, is cut: it has 71999 signs, and a cell takes 32767; the other forms have all of it",
	}
	if d := cmp.Diff(want, Cuts(blocks)); d != "" {
		t.Error(d)
	}
}

// The charts of a workbook are drawn of cells alone, or of none: LibreOffice shows nothing
// that is in no cell where something is. Each indicator that has one has it on its sheet, and
// the cells of the whiskers and the line across hold how far they reach.
func TestWorkbookCharts(t *testing.T) {
	content, err := Workbook(exporttest.Example(t, true))
	if err != nil {
		t.Fatal(err)
	}
	parts, f := unzipped(t, content), opened(t, content)
	var second []byte // the chart of indicator 2
	for name, part := range parts {
		if bytes.Contains(part, []byte("<a:t>Indicator 2:")) {
			second = part
		}
		if strings.HasPrefix(name, "xl/charts/") && bytes.Contains(part, []byte("<c:f>")) && regexp.MustCompile("<c:(num|str)Lit>").Match(part) {
			t.Errorf("%s is drawn of cells and of numbers of its own", name)
		}
	}
	for i, sheet := range f.GetSheetList() {
		has := bytes.Contains(parts[fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1)], []byte("/drawing"))
		if want := strings.Contains("Indicator_1 Indicator_2 Indicator_5 Indicator_6 Indicator_7 Indicator_8 Indicator_9", sheet); has != want {
			t.Errorf("%s has a chart: %v, want %v", sheet, has, want)
		}
	}
	rows, err := f.GetRows("Chart_data")
	if err != nil || len(rows) < headRow+6 {
		t.Fatalf("%q, %v", rows, err)
	}
	var got []string
	for _, row := range rows[headRow : headRow+6] {
		got = append(got, strings.Join(row[1:], " "))
	}
	want := []string{"White ÷ ED 2022 1.60 0.34 0.45", "White ÷ ED 2023 1.89 0.35 0.44", "White ÷ ED 2024 2.45 0.60 0.83",
		"Equally likely: 1.00 2022 1.00 [z] [z]", "Equally likely: 1.00 2023 1.00 [z] [z]", "Equally likely: 1.00 2024 1.00 [z] [z]"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	for _, ref := range []string{"'Indicator_2'!$B$19:$D$19", "'Chart_data'!$F$6:$F$8", "'Chart_data'!$E$6:$E$8", "'Chart_data'!$D$9:$D$11", "'Chart_data'!$B$9"} {
		if !bytes.Contains(second, []byte("<c:f>"+strings.ReplaceAll(ref, "'", "&#39;")+"</c:f>")) {
			t.Errorf("the chart of indicator 2 is not drawn of %s: %s", ref, second)
		}
	}
}

// A report of three years is a small file: it goes by mail and onto an intranet page.
func TestSizes(t *testing.T) {
	about, blocks := exporttest.Example(t, false)
	for name, c := range map[string]struct {
		made func(report.About, []report.Block) ([]byte, error)
		most int
	}{"DOCX": {Document, 80_000}, "XLSX": {Workbook, 60_000}} {
		if content, err := c.made(about, blocks); err != nil || len(content) > c.most {
			t.Errorf("%s: %d bytes, want %d at the most; %v", name, len(content), c.most, err)
		}
	}
}

// A block without a form is an error, and so is a chart of a table that is not there.
func TestUnknownBlocks(t *testing.T) {
	for _, blocks := range [][]report.Block{{report.Pairs{}}, {report.Chart{Table: "none"}}} {
		if _, err := Workbook(report.About{}, blocks); err == nil {
			t.Errorf("%T in a workbook: no error", blocks[0])
		}
	}
	if _, err := Document(report.About{}, []report.Block{report.Pairs{}}); err == nil {
		t.Error("no error in a document")
	}
}
