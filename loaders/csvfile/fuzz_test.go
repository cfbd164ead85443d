package csvfile

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzDecode holds that no bytes make a panic, that every line of a file that is
// not blank belongs to a record, and that encoding/csv agrees where it can read.
func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"Title\r\n\r\n,2024,,2025,\r\nBand,White,BME,White,BME\r\n2,1,2,3,4\r\nTotal,1,2,3,4\r\n\r\nSource: x\r\n\r\nA,B\r\n\"c\r\nd\",1\r\n",
		"a,b\r\n\"1\r\n\r\n2\",\"\r\"\r\n\"\r\n\",\"x\"\"\r\n\"\r\n", "\"a\r\nb\",c\n1,2\n\"a\r\nb\",c\n",
		sheet, bomUTF8 + sheet, bomUTF16LE + utf16Bytes(sheet, true), utf16Bytes(sheet, false),
		"sep=;\r\na;b\r\n1;\"2\r\n3\"\r\n", "a|b\r1|\"x\r", "a\tb\n\"1\" \t\"2\"x\n", "a,b,,\n1,2,,\n,,,\n3\n",
		"\n\n,\n", "PK\x03\x04", "a,b\n\"\"\"\",\x00\n\x1a", "a\xff,b\n1,2\n", "a,\"b\n1,\"2\"\n3,4\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Decode(data)
		if err != nil {
			var refusal *Refusal
			if !errors.As(err, &refusal) || refusal.Reason == "" {
				t.Fatalf("error %v is no refusal", err)
			}
			return
		}
		recs := records(file)
		checkAccount(t, file, recs)
		checkReader(t, file, recs)
		checkAgainstCSV(t, data, file, recs)
	})
}

// checkAccount cuts the file's text into physical lines on its own, and holds that
// the records follow each other and leave out none but blank lines.
func checkAccount(t *testing.T, file *File, recs []Record) {
	t.Helper()
	text := strings.ReplaceAll(file.body.text, "\r\n", "\n")
	lines := strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n")
	covered := 0
	delim := string(file.Delimiter)
	blankTo := func(line int) {
		for ; covered < line; covered++ {
			isSep := covered == 0 && strings.HasPrefix(strings.ToLower(strings.Trim(lines[0], `"`)), "sep=")
			rest := strings.TrimSpace(strings.NewReplacer(delim, " ", `"`, " ").Replace(lines[covered]))
			if rest != "" && !isSep {
				t.Fatalf("line %d %q is in no record", covered+1, lines[covered])
			}
		}
	}
	for _, rec := range slices.Concat(file.Preamble, file.HeaderRows, recs) {
		if rec.Line <= covered || rec.EndLine < rec.Line || rec.EndLine > len(lines) {
			t.Fatalf("record on lines %d to %d of %d, behind line %d", rec.Line, rec.EndLine, len(lines), covered)
		}
		if rec.Blank() {
			t.Fatalf("blank record on line %d", rec.Line)
		}
		last := rec.Line
		for i := range rec.Values {
			line, column := rec.Pos(i)
			if line < last || line > rec.EndLine || column != i+1 {
				t.Fatalf("field %d at %d:%d in a record on lines %d to %d", i, line, column, rec.Line, rec.EndLine)
			}
			last = line
		}
		if !rec.Refused() && rec.Aside == "" && len(rec.Values) < file.Columns && rec.Line > file.Header.Line {
			t.Fatalf("short record on line %d is not reported", rec.Line)
		}
		blankTo(rec.Line - 1)
		covered = rec.EndLine
	}
	blankTo(len(lines))
}

// checkReader holds that the readers for gocsv give each record once, in step.
func checkReader(t *testing.T, file *File, recs []Record) {
	t.Helper()
	rows := file.Reader()
	c := rows.CSV()
	plain := file.Reader()
	for i := -1; ; i++ {
		got, err := c.Read()
		want, plainErr := plain.Read()
		if err == io.EOF && plainErr == io.EOF && i == len(recs) {
			return
		}
		if err != nil || plainErr != nil || i >= len(recs) {
			t.Fatalf("row %d of %d: %v, %v", i, len(recs), err, plainErr)
		}
		for j := range want { // the one difference that CSV documents
			want[j] = strings.ReplaceAll(want[j], "\r\n", "\n")
		}
		if !slices.Equal(got, want) {
			t.Fatalf("row %d: %q, want %q", i, got, want)
		}
		if i >= 0 && rows.Record().Line != recs[i].Line {
			t.Fatalf("row %d is on line %d, want %d", i, rows.Record().Line, recs[i].Line)
		}
	}
}

// checkAgainstCSV compares with encoding/csv the files that both can read: plain
// UTF-8 without lone CRs, a sep= line or Ctrl-Z.
func checkAgainstCSV(t *testing.T, data []byte, file *File, recs []Record) {
	t.Helper()
	text := string(data)
	if file.Encoding != UTF8 || strings.HasPrefix(text, bomUTF8) || file.body.text != text ||
		strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") {
		return
	}
	if _, _, ok := sepLine(text); ok {
		return
	}
	c := csv.NewReader(strings.NewReader(text))
	c.Comma = file.Delimiter
	c.FieldsPerRecord = -1
	all, err := c.ReadAll()
	if err != nil {
		return
	}
	all = slices.DeleteFunc(all, func(r []string) bool { return Record{Values: r}.Blank() })
	var got [][]string
	for _, rec := range slices.Concat(file.Preamble, file.HeaderRows, recs) {
		for _, fault := range rec.Faults {
			if fault.Kind == BareQuote || fault.Kind == BrokenQuote {
				t.Fatalf("line %d has %s, and encoding/csv has no error", rec.Line, fault.Kind)
			}
		}
		got = append(got, rec.Values)
	}
	if d := cmp.Diff(all, got); d != "" {
		t.Fatalf("-encoding/csv +csvfile\n%s", d)
	}
}

// FuzzClean holds that cleaned text can do nothing to a terminal and that the three
// ways of cleaning are settled after one go.
func FuzzClean(f *testing.F) {
	for _, p := range payloads(f) {
		f.Add(p)
	}
	for _, s := range []string{
		"", "White", " \u00a0x ", "Zoe\u0308\u0344\u0345", "a\n\u0301\r\n b", "\u1100\u1161\u11a8\u11a8", "<U+001B>\u0338",
		"q" + strings.Repeat("\u0301", 40), "ᾳ\u0345ΐ", "1 - 7", "\u09c7\u09be",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		checkClean(t, s, Clean(s))
		checkLines(t, s, CleanLines(s))
		if isPlain(s) && Clean(s) != strings.Trim(s, " ") {
			t.Errorf("Clean(%q) = %q", s, Clean(s))
		}
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Errorf("Fold(%+q) = %+q, and of that %+q", s, folded, again)
		}
		if utf8.ValidString(s) && Fold(Clean(s)) != folded && isPlain(s) {
			t.Errorf("Fold(%+q) is not that of its cleaned text", s)
		}
	})
}
