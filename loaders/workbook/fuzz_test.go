package workbook

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// FuzzOpen: no file makes the reader panic, and what is refused is in words.
func FuzzOpen(f *testing.F) {
	f.Add(bookOf(`<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>`, nil).zip(f))
	f.Add([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, _, err := read(data); err != nil {
			if _, worded := errors.AsType[refusal](err); !worded {
				t.Errorf("%v is no refusal", err)
			}
		}
	})
}

// FuzzSheet: whatever a sheet holds, it is refused, or its text is a table of its width with
// a line for each row.
func FuzzSheet(f *testing.F) {
	f.Add(`<sheetData><row r="2" hidden="1"><c r="A2" s="1"><f>a</f><v>1</v></c><c t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A2:A4"/></mergeCells>`, `0"*";;[<5]d`)
	f.Add(`<sheetData><row><c t="inlineStr"><is><r><t>a,"b</t></r><rPh><t>c</t></rPh></is></c><c t="e"/><c t="d"><v>&#10;</v></c></row></sheetData>`, "[h]:mm")
	f.Fuzz(func(t *testing.T, sheet, code string) {
		var escaped bytes.Buffer
		xml.EscapeText(&escaped, []byte(code)) // into memory
		styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="` + escaped.String() + `"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`
		_, table, err := read(bookOf(sheet, parts{"xl/styles.xml": styles}).zip(t))
		if err != nil {
			return
		}
		for _, below := range []int{0, table.LastLine()} {
			text := table.CSV(below)
			if got := bytes.Count(text, []byte("\n")); got != table.LastLine() {
				t.Fatalf("%d lines of %d rows: %q", got, table.LastLine(), text)
			}
			r := csv.NewReader(bytes.NewReader(text))
			r.LazyQuotes, r.FieldsPerRecord = true, table.width
			if _, err := r.ReadAll(); err != nil && table.width > 1 {
				t.Fatalf("%v: %q", err, text)
			}
		}
	})
}

// FuzzScanner: what encoding/xml reads, the scanner reads alike, in pieces of any size.
func FuzzScanner(f *testing.F) {
	f.Add(`<a x="1>" y='2'><!-- c --><b/>t &amp; u<![CDATA[<&]]></a>`)
	f.Add("<a:b>\n<c\td=\"e\"></c></a:b>")
	f.Fuzz(func(t *testing.T, text string) {
		want, sound := theirTokens(text)
		if !sound {
			return
		}
		for _, r := range []io.Reader{strings.NewReader(text), iotest.OneByteReader(strings.NewReader(text))} {
			if got := ourTokens(r); got != want {
				t.Fatalf("%q:\n%s\nwant\n%s", text, got, want)
			}
		}
	})
}

func ourTokens(r io.Reader) string {
	var b, text []byte
	var err error
	x := newScanner(r)
	for x.next() {
		switch x.kind {
		case startTag:
			b = append(append(b, "\n<"...), x.name...)
			b = append(append(b, " "...), x.attr("x")...)
		case endTag:
			b = append(append(b, "\n/"...), x.name...)
		case charData:
			if text, err = appendText(text[:0], x.text); err != nil {
				return err.Error()
			}
			b = append(b, text...)
		}
	}
	if x.err != nil {
		return x.err.Error()
	}
	return string(b)
}

// theirTokens is false of what is no part of a workbook: it is not well formed, declares a
// document type, or has what the two write differently without meaning anything else.
func theirTokens(text string) (string, bool) {
	if strings.ContainsAny(text, "\r") || strings.Contains(text, "xmlns") || strings.Contains(text, "<!D") || strings.Contains(text, "<?") {
		return "", false
	}
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String(), true
		}
		if err != nil {
			return "", false
		}
		switch token := token.(type) {
		case xml.StartElement:
			b.WriteString("\n<" + token.Name.Local + " ")
			for _, a := range token.Attr {
				if a.Name.Local == "x" && a.Name.Space == "" {
					if strings.Contains(text, "&") {
						return "", false // of attributes none is read that needs its entities
					}
					b.WriteString(a.Value)
					break
				}
			}
		case xml.EndElement:
			b.WriteString("\n/" + token.Name.Local)
		case xml.CharData:
			b.Write(token)
		case xml.Directive:
			return "", false
		}
	}
}
