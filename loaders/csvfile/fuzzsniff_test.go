package csvfile

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzSniff writes a table in every encoding and delimiter, with and without title
// rows, and holds that it is read back as it was written.
func FuzzSniff(f *testing.F) {
	for i := range uint8(24) {
		f.Add("Band 5", "White, British", i, i%5, i/4)
	}
	f.Add("\"x\"\r\ny", ";|\t,", uint8(3), uint8(2), uint8(1))
	f.Add("Total", "Source: x", uint8(9), uint8(1), uint8(2))
	f.Add("é€", "Zoë", uint8(3), uint8(0), uint8(3))
	f.Fuzz(func(t *testing.T, a, b string, how, rows, titles uint8) {
		// A cell that is no text, or holds what this test writes with, tells nothing.
		for _, s := range []string{a, b} {
			binary := strings.ContainsFunc(s, func(r rune) bool { return r == 0x1a || r < 0x80 && isBinaryByte(byte(r)) })
			if !utf8.ValidString(s) || binary || strings.ContainsAny(s, "\ufeff\ufffd\ufffe\uffff") || len(s) > 1000 {
				return
			}
		}
		delim := []string{",", ";", "\t", "|"}[how%4]
		names := []string{"pay_band", "ethnic origin", "headcount", "remark"}
		cells := []string{a, b, "1" + strings.Repeat("0", int(titles%3)), "x"}
		var text strings.Builder
		for i := range titles % 4 {
			text.WriteString([]string{"Staff in post", "OFFICIAL-SENSITIVE", ""}[i%3] + "\r\n")
		}
		text.WriteString(strings.Join(names, delim) + "\r\n")
		count := int(rows%40) + 1
		for range count {
			for i, c := range cells {
				if i > 0 {
					text.WriteString(delim)
				}
				text.WriteString(`"` + strings.ReplaceAll(c, `"`, `""`) + `"`)
			}
			text.WriteString("\r\n")
		}
		data, want := encoded(text.String(), how/4%4)
		file, err := Decode([]byte(data))
		if err != nil {
			t.Fatalf("%q: %v", text.String(), err)
		}
		if file.Encoding != want || string(file.Delimiter) != delim {
			t.Fatalf("%s by %q, want %s by %q", file.Encoding, file.Delimiter, want, delim)
		}
		checkWritten(t, file, names, cells, count)
	})
}

// encoded writes text in one of the encodings; without a mark only where the text
// shows it.
func encoded(text string, how uint8) (string, Encoding) {
	switch how {
	case 1:
		return bomUTF8 + text, UTF8
	case 2:
		return bomUTF16LE + utf16Bytes(text, true), UTF16LE
	case 3:
		return bomUTF16BE + utf16Bytes(text, false), UTF16BE
	}
	return text, UTF8
}

func checkWritten(t *testing.T, file *File, names, cells []string, count int) {
	t.Helper()
	if !slices.Equal(file.Header.Values, names) || file.Columns != len(names) {
		t.Fatalf("names %q of %d columns, want %q", file.Header.Values, file.Columns, names)
	}
	for rec := range file.Records() {
		count--
		want := slices.Clone(cells)
		for i := range want {
			want[i] = strings.ReplaceAll(want[i], "\r\n", "\n")
		}
		if !slices.Equal(rec.Values, want) || rec.Refused() {
			t.Fatalf("row %q %v, want %q", rec.Values, rec.Faults, want)
		}
	}
	if count != 0 {
		t.Fatalf("%d rows are missing", count)
	}
}
