package csvfile

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

const sheet = "year,ethnicity,headcount\n2024,White,5\n2024,\"Añd, other\",7\n"

// utf16Bytes writes text as UTF-16, little-endian or big.
func utf16Bytes(text string, little bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		if little {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		} else {
			b.WriteByte(byte(u >> 8))
			b.WriteByte(byte(u))
		}
	}
	return b.String()
}

func TestDecodeEncoding(t *testing.T) {
	latin := strings.ReplaceAll(sheet, "ñ", "\xf1")
	tests := []struct {
		name, data string
		want       Encoding
		guess      string // part of the guess; "" means none
		cell       string
	}{
		{"plain utf-8", sheet, UTF8, "", "Añd, other"},
		{"utf-8 with BOM", bomUTF8 + sheet, UTF8, "", "Añd, other"},
		{"BOM before a quoted header", bomUTF8 + `"year",ethnicity,headcount` + "\n,\n2024,\"Añd, other\",7\n2024,\"Añd, other\",7", UTF8, "", "Añd, other"},
		{"utf-16le with BOM", bomUTF16LE + utf16Bytes(sheet, true), UTF16LE, "", "Añd, other"},
		{"utf-16be with BOM", bomUTF16BE + utf16Bytes(sheet, false), UTF16BE, "", "Añd, other"},
		{"utf-16le without BOM", utf16Bytes(sheet, true), UTF16LE, "no byte order mark", "Añd, other"},
		{"utf-16be without BOM", utf16Bytes(sheet, false), UTF16BE, "no byte order mark", "Añd, other"},
		{"ASCII in utf-16le without BOM", utf16Bytes(strings.ReplaceAll(sheet, "ñ", "n"), true), UTF16LE, "no byte order mark", "And, other"},
		{"utf-16le cut in a pair", bomUTF16LE + utf16Bytes(sheet, true) + "x", UTF16LE, "cut off", "Añd, other"},
		{"windows-1252", latin, Windows1252, "a guess", "Añd, other"},
		{"windows-1252, undefined byte", strings.ReplaceAll(latin, "\xf1", "\x81"), Windows1252, "a guess", "A\ufffdd, other"},
		{"windows-1252, accent last", "year,a\n2024,caf\xe9", Windows1252, "a guess", ""},
		{"double-encoded stays utf-8", strings.ReplaceAll(sheet, "ñ", "Ã±\u0085"), UTF8, "encoded twice", "AÃ±\u0085d, other"},
		{"utf-8 cut inside a character", sheet + "2024,é\xc3", UTF8, "cut off", "Añd, other"},
		{"marked utf-8 but not", bomUTF8 + latin, UTF8, "not UTF-8", "A\xf1d, other"},
		{"a few NULs are data", strings.ReplaceAll(sheet, "ñ", "\x00"), UTF8, "", "A\x00d, other"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Decode([]byte(tt.data))
			if err != nil {
				t.Fatal(err)
			}
			if f.Encoding != tt.want {
				t.Errorf("encoding %q, want %q", f.Encoding, tt.want)
			}
			if (f.Guess == "") != (tt.guess == "") || !strings.Contains(f.Guess, tt.guess) {
				t.Errorf("guess %q, want %q in it", f.Guess, tt.guess)
			}
			if got := f.Header.Values[0]; got != "year" {
				t.Errorf("first header %q, want year", got)
			}
			if recs := records(f); tt.cell != "" && recs[1].Values[1] != tt.cell {
				t.Errorf("cell %q, want %q", recs[1].Values[1], tt.cell)
			}
		})
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"empty", "", "empty"},
		{"only a BOM", bomUTF8, "only blank lines"},
		{"blank lines", "\n\r\n \n,,\n\"\"\n", "only blank lines"},
		{"only a sep line", "sep=;\n", "only blank lines"},
		{"only Ctrl-Z", "\x1a", "only blank lines"},
		{"xlsx", "PK\x03\x04\x14\x00[Content_Types].xml", "Excel workbook, not a CSV file; open it in Excel and save"},
		{"ods", "PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "OpenDocument"},
		{"docx", "PK\x03\x04[Content_Types].xml word/document.xml", "Word document"},
		{"zip", "PK\x03\x04staff.csv", "Excel workbook or a zip archive, not a CSV file; open it in Excel"},
		{"empty zip", "PK\x05\x06", "zip archive"},
		{"gzip", "\x1f\x8b\x08\x00", "gzip archive"},
		{"bzip2", "BZh91AY&SY", "bzip2 archive"},
		{"xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "older kind (.xls)"},
		{"pdf", "%PDF-1.7", "PDF"},
		{"html", "  \n<HTML><table><tr><td>White", "web page or an XML table"},
		{"html table", "<table><tr><td>White</td></tr></table>", "web page or an XML table"},
		{"xml with BOM", bomUTF8 + "<?xml version=\"1.0\"?><Workbook>", "XML table"},
		{"html in utf-16", bomUTF16LE + utf16Bytes("<html>", true), "web page"},
		{"utf-32", bomUTF32LE + "a\x00\x00\x00", "UTF-32"},
		{"binary", strings.Repeat("\x00\x01\x02\x03abc\xff", 40), "binary data"},
		{"only NULs", strings.Repeat("\x00", 100), "binary data"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f, err := Decode([]byte(tt.data))
			var refusal *Refusal
			if !errors.As(err, &refusal) {
				t.Fatalf("got %v, %v, want a *Refusal", f, err)
			}
			if !strings.Contains(refusal.Reason, tt.want) {
				t.Errorf("reason %q, want %q in it", refusal.Reason, tt.want)
			}
			if !strings.Contains(refusal.Reason, ";") {
				t.Errorf("reason %q does not say what to do", refusal.Reason)
			}
		})
	}
}

func TestHeaderBZhIsNoArchive(t *testing.T) {
	if _, err := Decode([]byte("BZhan,year\n1,2\n")); err != nil {
		t.Error(err)
	}
}

func TestCheckSize(t *testing.T) {
	if err := CheckSize(MaxFileBytes); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	err := CheckSize(MaxFileBytes + 1)
	var refusal *Refusal
	if !errors.As(err, &refusal) || !strings.Contains(refusal.Reason, "257 MiB, and the limit is 256 MiB") {
		t.Errorf("over the limit: %v", err)
	}
}

func TestDecodeChecksSize(t *testing.T) {
	if testing.Short() {
		t.Skip("takes 256 MiB")
	}
	var refusal *Refusal
	if _, err := Decode(make([]byte, MaxFileBytes+1)); !errors.As(err, &refusal) || !strings.Contains(refusal.Reason, "the limit is") {
		t.Errorf("got %v", err)
	}
}
