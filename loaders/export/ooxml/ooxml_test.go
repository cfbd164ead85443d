package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"path"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"pgregory.net/rapid"
)

var about = Properties{
	Title: "Report & plan <2024>", Author: "Any Trust", Subject: "Publication view", Language: "en-GB",
	Day: time.Date(2024, time.March, 31, 0, 0, 0, 0, time.UTC),
}

// hostile is text of others as it may come.
var hostile = []string{
	`&`, `<b>`, `]]>`, `|`, `"'`, "a\x00b\x0bc\uFFFE", "bad \xff\xfe bytes", "מבחן", "عربى", "😀 👩‍⚕️", "=1+1", "+1", "-1", "@sum", " spaced ", "two\nlines", "tab\there", "_x0041_", "",
}

func hostileTable() Table {
	t := Table{Title: "Table & <title>", Description: `What "it" is`}
	for _, text := range hostile[:6] {
		t.Columns = append(t.Columns, Column{Name: text, Right: text == "|"})
	}
	for i := range hostile {
		var row []Cell
		for j := range t.Columns {
			row = append(row, Cell{Text: hostile[(i+j)%len(hostile)]})
		}
		row[5] = Cell{Text: "33.7%", Number: 0.337, Format: "0.0%"}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func hostileCharts() []Chart {
	nan := math.NaN()
	var all []Chart
	for _, kind := range []ChartKind{Columns, Bars, Marks} {
		all = append(all, Chart{
			Title: "Chart ]]>", Description: "Said & done", Kind: kind, Labels: Labels{Texts: []string{"2022", "<2023>"}}, Format: "0.0%",
			Axis: Axis{Title: "&", Format: "0%", Min: 0.25, Max: 4, Base: 2, Cross: 1}, Against: &Against{Name: "all <", Text: "0.5", Value: 0.5},
			Series: []Series{{Name: "A & B", Values: []float64{nan, 1.5}, Low: []float64{nan, 1}, High: []float64{nan, 2}}, {Name: "b", Values: []float64{1, 2}}},
		})
	}
	return all
}

// files are one of each kind, with all that there is in them.
func files(t interface{ Fatal(...any) }, texts []string, table Table) map[string][]byte {
	d := NewDocument(about, "Footer &")
	d.Title(texts[0])
	d.Contents()
	for i, text := range texts {
		d.Heading(i%3+1, text, text)
		d.Paragraph(Run{Text: text}, Run{Text: text, Strong: true, Emphasis: true, Link: "#" + text}, Run{Text: text, Link: "https://example.org/?a=1&b=<2>"})
		d.Point(i%3, i%2, Run{Text: text})
	}
	d.Table("table", table, "note")
	w := NewWorkbook(about, "Footer & view")
	w.Add(Sheet{Name: w.Name("Cover"), Title: texts[0], Lines: []Cell{{Text: "x", Link: "https://example.org/?a=1&b=2"}}})
	sheet := Sheet{Name: w.Name(texts[0]), Title: texts[0], Lines: []Cell{{Text: texts[0], Link: "#Cover"}}, Table: &table, Charts: hostileCharts()}
	for _, c := range sheet.Charts {
		d.Chart(c)
	}
	w.Add(sheet)
	made := map[string][]byte{}
	for name, bytes := range map[string]func() ([]byte, error){"docx": d.Bytes, "xlsx": w.Bytes} {
		content, err := bytes()
		if err != nil {
			t.Fatal(err)
		}
		made[name] = content
	}
	return made
}

// unpacked gives the parts of a file, and fails where one is no XML, where a relationship
// leads nowhere or a part is not in the list of content types.
func unpacked(t interface {
	Fatal(...any)
	Fatalf(string, ...any)
}, content []byte) map[string]string {
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if _, twice := parts[f.Name]; twice {
			t.Fatalf("%s is there twice", f.Name)
		}
		parts[f.Name] = string(text)
		if !f.Modified.Equal(about.Day) {
			t.Fatalf("%s carries the day %v", f.Name, f.Modified)
		}
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			_, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v\n%s", f.Name, err, text)
			}
		}
	}
	for name, text := range parts {
		if folder, file := path.Split(name); strings.HasSuffix(file, ".rels") {
			for _, target := range targets(t, text) {
				if _, there := parts[path.Join(folder, "..", target)]; !there {
					t.Fatalf("%s leads to %s, which is not there", name, target)
				}
			}
		} else if name != "[Content_Types].xml" && !strings.Contains(parts["[Content_Types].xml"], `PartName="/`+name+`"`) {
			t.Fatalf("%s has no content type", name)
		}
	}
	return parts
}

// targets lists the parts that relationships lead to.
func targets(t interface{ Fatal(...any) }, text string) []string {
	var rels struct {
		Relationship []struct {
			Target     string `xml:",attr"`
			TargetMode string `xml:",attr"`
		}
	}
	if err := xml.Unmarshal([]byte(text), &rels); err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, r := range rels.Relationship {
		if r.TargetMode != "External" {
			all = append(all, r.Target)
		}
	}
	return all
}

func TestFilesAreWhole(t *testing.T) {
	once, again := files(t, hostile, hostileTable()), files(t, hostile, hostileTable())
	for kind, content := range once {
		if !bytes.Equal(content, again[kind]) {
			t.Errorf("%s: other bytes the second time", kind)
		}
		parts := unpacked(t, content)
		if !strings.Contains(parts["docProps/core.xml"], "<dc:language>en-GB</dc:language>") {
			t.Errorf("%s: no language in %s", kind, parts["docProps/core.xml"])
		}
	}
}

// Whatever the words, the files can be read, and each text comes back but for what XML has
// no place for.
func TestAnyWords(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile))
		texts := rapid.SliceOfN(text, 1, 4).Draw(t, "texts")
		table := Table{Title: texts[0], Columns: []Column{{Name: texts[0]}, {Name: texts[len(texts)-1]}}}
		for _, one := range texts {
			table.Rows = append(table.Rows, []Cell{{Text: one}, {Text: "1", Number: 1, Format: "0"}})
		}
		made := files(t, texts, table)
		document := unpacked(t, made["docx"])
		unpacked(t, made["xlsx"])
		var body struct {
			Rows []struct {
				Cells []struct {
					Texts []string `xml:"p>r>t"`
				} `xml:"tc"`
			} `xml:"body>tbl>tr"`
		}
		if err := xml.Unmarshal([]byte(document["word/document.xml"]), &body); err != nil {
			t.Fatal(err)
		}
		for i, one := range texts {
			if got := strings.Join(body.Rows[i+1].Cells[0].Texts, "\n"); got != inXML(strings.ReplaceAll(one, "\t", " ")) {
				t.Fatalf("%q came back as %q", one, got)
			}
		}
	})
}

// inXML is a text as XML can have it.
func inXML(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r', r >= ' ' && r <= 0xD7FF, r >= 0xE000 && r <= 0xFFFD, r >= 0x10000:
			return r
		}
		return '\uFFFD'
	}, text)
}

func TestSheetNames(t *testing.T) {
	taken := map[string]bool{}
	for _, c := range []struct{ text, want string }{
		{"Indicator_2", "Indicator_2"},
		{"indicator_2", "indicator_2_2"},
		{"INDICATOR_2", "INDICATOR_2_3"},
		{"A/B: [c]*?\\", "A_B_ _c____"},
		{"", "Sheet_"},
		{"'quoted'", "quoted"},
		{"o'clock", "o'clock"},
		{"History", "Sheet_History"},
		{strings.Repeat("x", 40), strings.Repeat("x", 31)},
		{strings.Repeat("x", 50), strings.Repeat("x", 29) + "_2"},
		{"😀 report", "_ report"},
		{"a\tb", "a_b"},
		{"ethnicité", "ethnicité"},
	} {
		if got := sheetName(taken, c.text); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestNamesAreValid(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sheets, tables := map[string]bool{}, map[string]bool{}
		texts := rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.StringOfN(rapid.SampledFrom([]rune("aA'_ []é😀")), 0, 40, -1))).Draw(t, "texts")
		seen := map[string]bool{}
		for _, text := range texts {
			name := sheetName(sheets, text)
			if n := len(utf16.Encode([]rune(name))); n < 1 || n > mostName || strings.ContainsAny(name, `:\/?*[]`) || strings.HasPrefix(name, "'") || strings.HasSuffix(name, "'") {
				t.Fatalf("%q gave %q", text, name)
			}
			table := tableName(tables, name)
			for _, one := range []string{"sheet " + strings.ToLower(name), "table " + strings.ToLower(table)} {
				if seen[one] {
					t.Fatalf("%q is there twice", one)
				}
				seen[one] = true
			}
		}
	})
}

func TestColumnNames(t *testing.T) {
	table := Table{Columns: []Column{{Name: "White"}, {Name: "white"}, {Name: ""}, {Name: "a\nb"}, {Name: "WHITE (2)"}}}
	want := []string{"White", "white (2)", "Column 3", "a b", "WHITE (2) (2)"}
	if got := table.columnNames(); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestAddresses(t *testing.T) {
	for column, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := columnLetters(column); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
	}
}

// Each ordered list begins with its own number; one that goes on after points under it
// keeps its numbering.
func TestOrderedLists(t *testing.T) {
	var l lists
	numbering := func(depth, number int) string {
		var b bytes.Buffer
		l.place(depth, number).write(&b)
		_, id, _ := strings.Cut(b.String(), `numId w:val="`)
		return id[:1]
	}
	var got []string
	for _, p := range [][2]int{{0, 1}, {1, 0}, {1, 1}, {1, 2}, {0, 2}, {1, 1}, {0, 0}, {0, 3}, {0, 7}} {
		got = append(got, numbering(p[0], p[1]))
	}
	l.end()
	got = append(got, numbering(0, 8))
	if want := strings.Split("2 1 3 3 2 4 1 2 5 6", " "); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if starts := []start{{0, 1}, {1, 1}, {1, 1}, {0, 7}, {0, 8}}; !slices.Equal(l.starts, starts) {
		t.Errorf("begin with %v, want %v", l.starts, starts)
	}
}

// A chart of a workbook refers to the cells of its sheet's table, in a row or in a column,
// and to the one that has its name where the same numbers stand twice.
func TestChartsFindTheirCells(t *testing.T) {
	cell := func(v float64) Cell { return Cell{Number: v, Format: "0"} }
	table := Table{
		Columns: []Column{{Name: "Measure"}, {Name: "2022"}, {Name: "2023"}, {Name: "2024"}},
		Rows: [][]Cell{
			{{Text: "White"}, cell(1), cell(2), cell(3)},
			{{Text: "BME"}, cell(1), cell(2), cell(3)},
			{{Text: "Unknown"}, {Text: "[c]"}, cell(5), cell(6)},
		},
	}
	s := Sheet{Name: "O'Brien", Lines: make([]Cell, 3), Table: &table}
	for _, c := range []struct {
		labels []string
		series Series
		want   [3]string // labels, values, name
	}{
		{[]string{"2022", "2023", "2024"}, Series{Name: "BME", Values: []float64{1, 2, 3}}, [3]string{"'O''Brien'!$B$5:$D$5", "'O''Brien'!$B$7:$D$7", "'O''Brien'!$A$7"}},
		{[]string{"2022", "2023", "2024"}, Series{Name: "other", Values: []float64{1, 2, 3}}, [3]string{"'O''Brien'!$B$5:$D$5", "'O''Brien'!$B$6:$D$6", ""}},
		{[]string{"2023", "2024"}, Series{Name: "Unknown", Values: []float64{5, 6}}, [3]string{"'O''Brien'!$C$5:$D$5", "'O''Brien'!$C$8:$D$8", "'O''Brien'!$A$8"}},
		{[]string{"White", "BME"}, Series{Name: "2023", Values: []float64{2, 2}}, [3]string{"'O''Brien'!$A$6:$A$7", "'O''Brien'!$C$6:$C$7", "'O''Brien'!$C$5"}},
		{[]string{"2022", "2023", "2024"}, Series{Name: "Unknown", Values: []float64{math.NaN(), 5, 6}}, [3]string{}},
		{[]string{"2022", "2023", "2025"}, Series{Name: "White", Values: []float64{1, 2, 3}}, [3]string{}},
		{nil, Series{Name: "White"}, [3]string{}},
	} {
		got, found := s.Located(Chart{Labels: Labels{Texts: c.labels}, Series: []Series{c.series}})
		if got := [3]string{got.Labels.Cells, got.Series[0].Cells, got.Series[0].NameCell}; got != c.want || found != (got[1] != "") {
			t.Errorf("%v %q: %q, want %q", c.labels, c.series.Name, got, c.want)
		}
	}
}

// A chart is drawn of cells alone, or of none.
func TestChartsOfCellsAlone(t *testing.T) {
	table := Table{Columns: []Column{{Name: "Measure"}, {Name: "2023"}}, Rows: [][]Cell{{{Text: "White"}, {Number: 1, Format: "0"}}, {{Text: "BME"}, {Text: "[c]"}}}}
	s := Sheet{Name: "X", Lines: make([]Cell, 3), Table: &table}
	white, bme := Series{Name: "White", Values: []float64{1}}, Series{Name: "BME", Values: []float64{math.NaN()}}
	for _, c := range []Chart{
		{Series: []Series{white, bme}},
		{Series: []Series{white}, Kind: Bars, Against: &Against{Name: "all", Value: 1}},
	} {
		c.Labels.Texts = []string{"2023"}
		if got, found := s.Located(c); found || got.Labels.Cells != "" || got.Series[0].Cells != "" {
			t.Errorf("%+v", got)
		}
	}
	if got, want := s.Column(2, 0, 1), "'X'!$C$6:$C$7"; got != want {
		t.Errorf("the third column is %s, want %s", got, want)
	}
}

// What has no value is drawn nowhere, is taken from no cell, and has no label.
func TestMissingValues(t *testing.T) {
	c := Chart{Labels: Labels{Texts: []string{"a", "b"}}, Format: "0", Series: []Series{{Name: "s", Values: []float64{math.NaN(), 2}}}}
	var b bytes.Buffer
	c.series(0).write(&b)
	for _, want := range []string{`<c:numLit>`, `<c:pt idx="1"><c:v>2</c:v></c:pt>`, `<c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl>`} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %s in %s", want, b.String())
		}
	}
	for _, no := range []string{"X!", `<c:v>NaN`, `<c:pt idx="0"><c:v>0`} {
		if strings.Contains(b.String(), no) {
			t.Errorf("%s in %s", no, b.String())
		}
	}
}

// Text that begins like a formula stays text when someone edits it; every cell of a table
// breaks its lines.
func TestCellsLook(t *testing.T) {
	var looks struct {
		Formats []struct {
			Quote string `xml:"quotePrefix,attr"`
			Place struct {
				Wrap string `xml:"wrapText,attr"`
			} `xml:"alignment"`
		} `xml:"cellXfs>xf"`
	}
	var sheet struct {
		Rows []struct {
			Cells []struct {
				Look int `xml:"s,attr"`
			} `xml:"c"`
		} `xml:"sheetData>row"`
	}
	w := NewWorkbook(about, "")
	w.Add(Sheet{Name: w.Name("x"), Title: "x", Table: &Table{Columns: []Column{{Name: "a"}}, Rows: [][]Cell{{{Text: "=1"}}, {{Text: "+1"}}, {{Text: "-1"}}, {{Text: "@1"}}, {{Text: "1"}}, {{Text: "＝1"}}, {{Text: "\u200b=1"}}}}})
	content, err := w.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	parts := unpacked(t, content)
	if err := errors.Join(xml.Unmarshal([]byte(parts["xl/styles.xml"]), &looks), xml.Unmarshal([]byte(parts["xl/worksheets/sheet1.xml"]), &sheet)); err != nil {
		t.Fatal(err)
	}
	for i, quoted := range []string{"", "1", "1", "1", "1", "", "1", "1"} {
		look := looks.Formats[sheet.Rows[i+1].Cells[0].Look]
		if look.Quote != quoted || look.Place.Wrap != "1" {
			t.Errorf("row %d: %+v", i, look)
		}
	}
}

// Two series differ by more than their colours, which are those of the Analysis Function;
// intervals are drawn; and a chart is described in both kinds of file.
func TestChartsCanBeTold(t *testing.T) {
	made := files(t, hostile, hostileTable())
	document, workbook := unpacked(t, made["docx"]), unpacked(t, made["xlsx"])
	for _, where := range []string{document["word/document.xml"], workbook["xl/drawings/drawing1.xml"]} {
		if n := strings.Count(where, `descr="Said &amp; done"`); n != 3 {
			t.Errorf("%d descriptions, want 3: %s", n, where)
		}
	}
	for name, want := range map[string][]string{
		"chart1.xml": {`<a:solidFill><a:srgbClr val="12436D"/>`, `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="F46A25"/>`, `<c:barDir val="col"/>`, "<c:errBars>", "<c:lineChart>", `<c:lang val="en-GB"/>`},
		"chart2.xml": {`<c:barDir val="bar"/>`, `<c:orientation val="maxMin"/>`, "<c:v>all &lt;</c:v>"},
		"chart3.xml": {`<c:symbol val="circle"/>`, `<c:symbol val="diamond"/>`, `<c:logBase val="2"/>`},
	} {
		for _, one := range want {
			if chart := document["word/charts/"+name]; !strings.Contains(chart, one) {
				t.Errorf("%s has no %s: %s", name, one, chart)
			}
		}
	}
}
