package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"wres/model/source"

	"github.com/google/go-cmp/cmp"
)

const (
	relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	mainSpace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// parts are the parts of a workbook by name.
type parts map[string]string

// bookOf gives the parts of a workbook of one sheet, whose rows, and what stands around
// them, are given; others replace or add parts.
func bookOf(sheet string, others parts) parts {
	p := parts{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":                `<Relationships><Relationship Id="rId1" Type="` + relationTypes + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relationTypes + `"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="` + relationTypes + `/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="` + relationTypes + `/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="` + relationTypes + `/styles" Target="styles.xml"/></Relationships>`,
		"xl/sharedStrings.xml":       `<sst><si><t>year</t></si><si><r><t>Wh</t></r><r><rPr><b/></rPr><t xml:space="preserve">ite </t></r><rPh sb="0" eb="1"><t>SOUND</t></rPh></si><si><t>a_x000D_` + "\n" + `b &amp; &lt;c&gt; &#65;&#x42;</t></si></sst>`,
		"xl/styles.xml":              `<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="0&quot;*&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="3"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml":   `<worksheet xmlns="` + mainSpace + `">` + sheet + `</worksheet>`,
	}
	for name, text := range others {
		p[name] = text
	}
	return p
}

func (p parts) zip(t testing.TB) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range p {
		if text == "" {
			continue // taken out
		}
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(text)) // into memory
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// read gives the first sheet of a workbook that is read.
func read(data []byte) (*Book, *Table, error) {
	b, err := Open(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, err
	}
	for _, s := range b.Sheets {
		if !s.Hidden && !s.Chart {
			t, err := b.Read(context.Background(), s, 0)
			return b, t, err
		}
	}
	return b, &Table{}, nil
}

func TestCells(t *testing.T) {
	rows := func(cells string) string { return "<sheetData><row r=\"1\">" + cells + "</row></sheetData>" }
	for _, c := range []struct{ name, sheet, want string }{
		{"shared, with runs, without its sound", rows(`<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>`), "year,White \n"},
		{"escapes and line breaks", rows(`<c r="A1" t="s"><v>2</v></c>`), "a b & <c> AB\n"},
		{"inline", rows(`<c r="A1" t="inlineStr"><is><t>one, </t><r><t>"two"</t></r></is></c><c r="B1"><v>1</v></c>`), `"one, ""two""",1` + "\n"},
		{"a number kept as text", rows(`<c r="A1" t="str"><v>0012</v></c><c r="B1" t="inlineStr"><is><t> 12 </t></is></c>`), "0012, 12 \n"},
		{"what is stored, not what is shown", rows(`<c r="A1" s="4"><v>12.4</v></c><c r="B1"><v>0.10000000000000001</v></c><c r="C1"><v>1.2345678E7</v></c><c r="D1"><v>-3</v></c>`), "12.4,0.1,12345678,-3\n"},
		{"a share", rows(`<c r="A1" s="2"><v>0.345</v></c><c r="B1" s="2"><v>7.0000000000000007E-2</v></c><c r="C1" s="2"><v>1</v></c>`), "34.5%,7%,100%\n"},
		{"a mark of the format", rows(`<c r="A1" s="3"><v>12</v></c>`), "12*\n"},
		{"a day", rows(`<c r="A1" s="1"><v>45382</v></c><c r="B1" s="1"><v>45382.75</v></c>`), "2024-03-31,2024-03-31\n"},
		{"truth", rows(`<c r="A1" t="b"><v>1</v></c><c r="B1" t="b"><v>0</v></c>`), "TRUE,FALSE\n"},
		{"an error", rows(`<c r="A1" t="e"><v>#DIV/0!</v></c><c r="B1" t="e"><f>1/0</f><v>#REF!</v></c>`), "#DIV/0!,#REF!\n"},
		{"a formula's value", rows(`<c r="A1"><f>SUM(B1:B9)</f><v>12</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><v>1</v></c>`), "12,ab,,1\n"},
		{"a day as text", rows(`<c r="A1" t="d"><v>2024-03-31T00:00:00</v></c>`), "2024-03-31\n"},
		{"no places", "<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row></sheetData>", "1,,3\n4,,\n"},
		{"gaps", `<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="3"/><row r="5"><c r="D5"><v>2</v></c></row></sheetData>`, "\n,1,,\n\n\n,,,2\n"},
		{"blanks with a look", `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="A1048576" s="2"/></row></sheetData>`, "1\n"},
		{"a size that is claimed", `<dimension ref="A1:XFD1048576"/>` + rows(`<c r="A1"><v>1</v></c>`), "1\n"},
		{"another prefix", `<x:sheetData xmlns:x="` + mainSpace + `"><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData>`, "1\n"},
		{"comments and such", `<!-- <c> --><?a <c> ?>` + rows(`<c r="A1" t="str"><v><![CDATA[a & <b>]]>c</v></c>`), "a & <b>c\n"},
		{"a > in a value of an attribute", rows(`<c x="a>b" r='A1'><v>1</v></c>`), "1\n"},
		{"what is no cell", rows(`<c r="A1"><v>1</v></c>`) + `<extLst><ext><f>A1</f><c r="Z9"><v>9</v></c></ext></extLst>`, "1\n"},
		{"the end of a file of old", rows("<c r=\"A1\" t=\"str\"><v>a_x001A_</v></c>"), "\"a\x1a\"\n"},
	} {
		_, table, err := read(bookOf(c.sheet, nil).zip(t))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if diff := cmp.Diff(c.want, string(table.CSV(table.LastLine()))); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

// TestStrict: the strict form of the standard has other names for everything.
func TestStrict(t *testing.T) {
	p := bookOf(`<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>`, nil)
	for name, text := range p {
		text = strings.ReplaceAll(text, relationTypes, "http://purl.oclc.org/ooxml/officeDocument/relationships")
		p[name] = strings.ReplaceAll(text, mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main")
	}
	_, table, err := read(p.zip(t))
	if err != nil || string(table.CSV(9)) != "year\n" {
		t.Fatal(err)
	}
}

func TestFormats(t *testing.T) {
	for _, c := range []struct {
		code string
		v    float64
		want string
	}{
		{"General", 12, "12"}, {"0", 12.4, "12.4"}, {"#,##0", 1234, "1234"}, {"@", 12, "12"}, {"0.00", 0.6, "0.6"}, {"0.0", 98, "98"}, {"0.000", 12, "12"}, {"0.0#", 12.345, "12.345"},
		{"000000", 123, "000123"}, {"00", 123, "123"}, {"0.0%", 0.375, "37.5%"}, {`0.0"%"`, 37.5, "37.5%"}, {"0%", 0.05, "5%"}, {"0%", 1e-20, "0.000000000000000001%"},
		{`[<6]"*";0`, 3, "*"}, {`[<6]"*";0`, 12, "12"}, {`[<6]\*;0`, 0, "*"}, {`[>=5]0;"<5"`, 4, "<5"}, {`[=0]"-";0`, 0, "-"}, {"[<5]0;[>9]0", 7, "(hidden)"},
		{`"<"0`, 5, "<5"}, {";;;", 12, "(hidden)"}, {`0;-0;;`, 0, "0"}, {`0;-0;"-"`, 0, "0"}, {"0;(0)", -12, "(12)"}, {"0;-0", -12, "-12"}, {"0", -12, "-12"},
		{`_-* #,##0_-;\-* #,##0_-;_-* "-"??_-;_-@_-`, 1234, "1234"}, {`_-* #,##0_-;\-* #,##0_-;_-* "-"??_-;_-@_-`, 0, "0"}, {`_-* #,##0_-;-* #,##0_-;_-* "-"??_-`, -7, "-7"},
		{"[$£-809]#,##0", 5, "£5"}, {"[Red]0", 5, "5"}, {"0.00%", 0.98, "98%"}, {"0.00E+00", 1234567, "1234567"}, {"# ?/?", 0.5, "0.5"}, {"0,", 12345, "12345 (shown in thousands)"}, {`#,##0,"k"`, 12345, "12345k (shown in thousands)"},
		{"dd/mm/yyyy", 45382, "2024-03-31"}, {"[$-809]dd mmmm yyyy", 45382, "2024-03-31"}, {"yyyy-mm-dd hh:mm", 45382.75, "2024-03-31 18:00:00"}, {"dd/mm/yyyy hh:mm", 45382, "2024-03-31"},
		{"d-mmm", 45415, "03-May"}, {"mmm-yy", 45352, "2024-03-01"}, {"h:mm", 0.75, "18:00:00"}, {"[h]:mm", 1.5, "36:00:00"}, {"mm:ss", 0.001, "0:01:26"}, {"h:mm AM/PM", 0.25, "6:00:00"},
		{"dd/mm/yyyy", 1, "1900-01-01"}, {"dd/mm/yyyy", 59, "1900-02-28"}, {"dd/mm/yyyy", 60, "1900-02-29"}, {"dd/mm/yyyy", 61, "1900-03-01"}, {"dd/mm/yyyy", -1, "######"}, {"dd/mm/yyyy", 1e9, "######"},
		{"dd/mm/yyyy", 45382.9999999999, "2024-04-01"}, {`yyyy"-W"ww`, 45382, "2024-03-31"}, {`"open`, 3, "open"}, {`\`, 3, "(hidden)"}, {"[", 3, "(hidden)"}, {"0_", 3, "3"},
		{"0", 123456789012345678, "123456789012346000"}, {"General", 1e300, "1.00000000000000e+300"}, {`0" people"`, 12, "12 people"},
	} {
		if got := parseFormat(c.code).number(c.v, false); got != c.want {
			t.Errorf("%v as %s: %q, want %q", c.v, c.code, got, c.want)
		}
	}
	if got := parseFormat("dd/mm/yyyy").number(43920, true); got != "2024-03-31" {
		t.Errorf("from 1904: %s", got)
	}
}

// TestRefusals: what cannot be read as it is meant is refused, and says what to do.
func TestRefusals(t *testing.T) {
	rows := func(r string) parts { return bookOf("<sheetData>"+r+"</sheetData>", nil) }
	cell := `<row r="1"><c r="A1"><v>1</v></c></row>`
	sound := rows(cell).zip(t)
	ole := func(folder string) []byte {
		b := make([]byte, 2048)
		copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
		b[30] = 9 // sectors of 512 bytes; the folder is in the first
		for i, c := range []byte(folder) {
			b[512+2*i] = c
		}
		return b
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a formula without a value", rows(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f></c><c r="C1"><f>A1</f><v></v></c></row>`).zip(t), "2 cells, first in B1, hold a formula whose value was not saved"},
		{"the same of a text", rows(`<row r="1"><c r="A1" t="str"><f>A1</f></c></row>`).zip(t), "1 cell, first in A1, hold"},
		{"a text that is not there", rows(`<row r="1"><c r="A1" t="s"><v>3</v></c></row>`).zip(t), "cell A1 has a text that the workbook does not hold"},
		{"cells in disorder", rows(`<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>`).zip(t), "stands where it does not belong"},
		{"a cell twice", rows(`<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>1</v></c></row>`).zip(t), "stands where it does not belong"},
		{"a cell of another row", rows(`<row r="1"><c r="A2"><v>1</v></c></row>`).zip(t), "stands where it does not belong"},
		{"rows in disorder", rows(`<row r="3"/><row r="2"/>`).zip(t), "does not come after row 3"},
		{"a row too far", rows(`<row r="1048577"/>`).zip(t), "does not come after"},
		{"a column too far", rows(`<row r="1"><c r="XFE1"><v>1</v></c></row>`).zip(t), "stands where it does not belong"},
		{"cut off within", bookOf("<sheetData>"+cell, parts{"xl/worksheets/sheet1.xml": "<worksheet><sheetData>" + cell}).zip(t), "cannot be read"},
		{"an entity of its own", bookOf("", parts{"xl/worksheets/sheet1.xml": `<!DOCTYPE w [<!ENTITY a "aaaa">]><worksheet><sheetData>` + cell + `</sheetData></worksheet>`}).zip(t), "cannot be read"},
		{"an entity that is not known", rows(`<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>`).zip(t), "cannot be read"},
		{"a text without an end", rows(`<row r="1"><c r="A1" t="str"><v>` + strings.Repeat("a", 2<<20) + `</v></c></row>`).zip(t), "cannot be read"},
		{"a tag without an end", rows(`<row r="1" x="` + strings.Repeat("a", 2<<20) + `"></row>`).zip(t), "cannot be read"},
		{"the file cut off", sound[:len(sound)/2], "the workbook is damaged: it is cut off"},
		{"an empty file", nil, "the file is empty"},
		{"a password", ole("EncryptedPackage"), "the workbook has a password"},
		{"the older kind", ole("Workbook"), "of the older kind"},
		{"a short one of it", ole("")[:20], "of the older kind"},
		{"a web page", []byte("<html>"), "this is no Excel workbook"},
		{"another archive", parts{"a.csv": "1,2"}.zip(t), "this is a zip archive"},
		{"OpenDocument", parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"}.zip(t), "this is an OpenDocument file"},
		{"a binary workbook", bookOf("", parts{"_rels/.rels": `<Relationships><Relationship Id="rId1" Type="` + relationTypes + `/officeDocument" Target="xl/workbook.bin"/></Relationships>`}).zip(t), "binary workbook"},
		{"a letter", bookOf("", parts{"xl/workbook.xml": "<document/>"}).zip(t), "another document of Office"},
		{"no sheet where it should be", bookOf("", parts{"xl/worksheets/sheet1.xml": ""}).zip(t), `its sheet "Data" is missing`},
		{"a sheet twice", bookOf("", parts{"xl/workbook.xml": `<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/><sheet name="b" r:id="rId1"/></sheets></workbook>`}).zip(t), "is there twice"},
		{"too many sheets", bookOf("", parts{"xl/workbook.xml": "<workbook><sheets>" + strings.Repeat(`<sheet name="a"/>`, 501) + "</sheets></workbook>"}).zip(t), "501 sheets"},
		{"styles that are none", bookOf("", parts{"xl/styles.xml": "<a"}).zip(t), "cannot be read"},
		{"merged over and over", bookOf("<mergeCells>"+strings.Repeat(`<mergeCell ref="A1:A1048576"/>`, 20)+"</mergeCells>", nil).zip(t), "merged cells"},
		{"a bomb", bookOf("", parts{"xl/styles.xml": "<a>" + strings.Repeat(" ", 17<<20)}).zip(t), "unfolds to more than is read"},
		{"days that Excel has swapped", rows(`<row r="1"><c r="A1" s="1"><v>45382</v></c></row><row r="2"><c r="A2" t="str"><v>4/25/2024</v></c></row>`).zip(t), "column A holds days, and texts that are days with the month first (in A2)"},
		{"far too wide", rows(`<row r="1"><c r="XFD1"><v>1</v></c></row>` + strings.Repeat(`<row><c><v>1</v></c></row>`, 17000)).zip(t), "the sheet holds more than 256 MiB"},
	} {
		_, _, err := read(c.data)
		if _, worded := errors.AsType[refusal](err); err == nil || !worded || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestWhatIsSaid(t *testing.T) {
	sheet := `<cols><col min="2" max="3" hidden="1"/><col min="4" max="16384" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>1</v></c></row>` +
		`<row r="2" hidden="1"><c r="A2"><f>1</f><v>1</v></c></row><row r="3" hidden="1"/></sheetData>`
	b, table, err := read(bookOf(sheet, parts{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="a" state="veryHidden" r:id="rId5"/><sheet name="chart" r:id="rId6"/><sheet name="Data" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Type="/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId5" Type="/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId6" Type="/chartsheet" Target="x.xml"/><Relationship Id="rId7" Type="/vbaProject" Target="vba.bin"/></Relationships>`,
		"xl/worksheets/sheet2.xml":   "<worksheet/>",
	}).zip(t))
	if err != nil {
		t.Fatal(err)
	}
	if !b.Macros || !b.Sheets[0].Hidden || !b.Sheets[1].Chart || b.Own {
		t.Errorf("%+v", b.Sheets)
	}
	var said []string
	for _, n := range table.Notices() {
		said = append(said, n[:strings.IndexAny(n, ",;")])
	}
	want := []string{"1 row of the sheet that a filter or someone has hidden", "3 columns of the sheet hidden", "1 cell with a formula"}
	if diff := cmp.Diff(want, said); diff != "" {
		t.Error(diff)
	}
	for _, own := range []parts{{"docProps/app.xml": "<Properties><Application>wres</Application></Properties>"}, {"docProps/core.xml": `<p:coreProperties xmlns:p="p"><p:keywords>` + OwnMark + "</p:keywords></p:coreProperties>"}} {
		if b, _, err := read(bookOf("", own).zip(t)); err != nil || !b.Own {
			t.Errorf("%v: not known as one of wres", own)
		}
	}
}

func TestMerged(t *testing.T) {
	sheet := `<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="B2"><v>1</v></c></row>` +
		`<row r="3"><c r="A3" t="str"><v>x, y</v></c><c r="B3"><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c></row><row r="6"><c r="C6"><v>4</v></c></row><row r="7"><c r="A7"><v>5</v></c></row></sheetData>` +
		`<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="A3:A6"/><mergeCell ref="B4:C4"/><mergeCell ref="C1:C2"/><mergeCell ref="D4:D5"/><mergeCell ref="X9"/><mergeCell ref="B2:A1"/></mergeCells>`
	_, table, err := read(bookOf(sheet, nil).zip(t))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(table.CSV(2)), "a,,\n,1,\n\"x, y\",2,\n\"x, y\",3,\n\n\"x, y\",,4\n5,,\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := fmt.Sprint(table.Merged(2)); got != "[A3:A6 B4:C4]" {
		t.Error(got)
	}
	if got := fmt.Sprint(table.Lines(table.Merged(2)[0])); got != "[3 4 6]" {
		t.Error(got)
	}
}

func TestPlaces(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", 16384: "XFD"} {
		if got := source.Letters(column); got != want {
			t.Errorf("column %d is %s, want %s", column, got, want)
		}
		if c, r, ok := parsePlace(want + "7"); !ok || c != column || r != 7 {
			t.Errorf("%s7 is %d %d %v", want, c, r, ok)
		}
	}
	for _, wrong := range []string{"", "A", "7", "A0", "a1", "XFE1", "A1048577", "A-1", "AAAAA1", "A1B"} {
		if _, _, ok := parsePlace(wrong); ok {
			t.Errorf("%q is a place", wrong)
		}
	}
}
