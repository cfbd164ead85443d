package scan

import (
	"encoding/csv"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzAgainstEncodingCSV holds, for any size of chunks and number of workers:
//
//   - Where encoding/csv has no error, Scan gives the same records and fields; but a
//     lone CR outside quotes is irregular.
//   - Where encoding/csv has an error, Scan has an IrregularError.
//   - Its offset does not depend on chunks and workers.
func FuzzAgainstEncodingCSV(f *testing.F) {
	for _, text := range []string{
		"Year,Note\n2024,\"a, b\"\n", "1,2\n\"3,3\",\"4\n4\"\n", "\"a\"\"b\",c\r\n\"d\r\ne\",f", "a,\"b", "a,b\"c\n", "\"a\"b\n", "\"a\" ,b\n", "a\rb,c\n",
		",,\n\"\",\" \"\n\n1,,\n", "\"\"\"\",\"\"\"\"\"\"\n", "é,\"ü\"\n\xff,\xac\n", "a,b\r", "a,\"b\"\r", "a,\"b\"\r\r\n", "1,2\n\x1a\r\n",
		strings.Repeat("\"x,\"\"\n\",y,zzzzzzzzzzzzzz\r\n", 12), strings.Repeat("\"\"\n", 50), strings.Repeat(",", 70) + "\n",
	} {
		f.Add([]byte(text), byte(0), uint16(1), byte(2), byte(1))
		f.Add([]byte(text), byte(1), uint16(64), byte(1), byte(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, delim byte, chunk uint16, workers, fields byte) {
		s := Scan{
			Delimiter: "\t;|,"[delim%4],
			Fields:    int(fields%6) + 1,
			Workers:   int(workers%4) + 1,
			Chunk:     int(chunk%1024) + 1,
			tail:      int(chunk/1024) + 1,
		}
		s.Longest = s.Fields + int(fields/6)%3
		s.Columns = upTo(s.Fields)
		checkScan(t, string(data), s)
	})
}

// TestRandomTexts compares texts of the characters that matter, many more of which are
// nearly regular than a fuzzer comes upon.
func TestRandomTexts(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	pieces := strings.Fields("x y, , é \x80 , , \"\" \"x\" \"x,y\" \"\"\"\" \"xx\"\"x\" xxxxxxxxxxxxxx")
	pieces = append(pieces, ",", ",", ",", "\n", "\n", "\n", "\r\n", "\r\n", "\"\n\"", "\"\r\n\"", "\"\r\"", " ", "\u00a0", "\t")
	odd := []string{"\"", "\r", "\"x", "x\"", "\x00", "\x1a"}
	for range 20_000 {
		var b strings.Builder
		for range rng.IntN(60) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
			if rng.IntN(100) == 0 {
				b.WriteString(odd[rng.IntN(len(odd))])
			}
			if rng.IntN(3) > 0 {
				b.WriteByte(",,\n"[rng.IntN(3)])
			}
		}
		fields := rng.IntN(5) + 1
		checkScan(t, b.String(), Scan{
			Delimiter: ',', Fields: fields, Longest: fields + rng.IntN(3), Columns: upTo(fields),
			Workers: rng.IntN(4) + 1, Chunk: rng.IntN(130) + 1, tail: rng.IntN(70) + 1,
		})
	}
}

func checkScan(t *testing.T, text string, s Scan) {
	t.Helper()
	rows, counts, err := runScan(t, s, text)
	var irregular *IrregularError
	if err != nil && !errors.As(err, &irregular) {
		t.Fatalf("%q: error %v", text, err)
	}
	whole := s
	whole.Chunk, whole.tail, whole.Workers = 0, 0, 1
	wholeRows, wholeCounts, wholeErr := runScan(t, whole, text)
	if (err == nil) != (wholeErr == nil) || err != nil && err.Error() != wholeErr.Error() {
		t.Fatalf("%q in chunks: %v, whole: %v", text, err, wholeErr)
	}
	want, csvErr := csvRecords(text, rune(s.Delimiter))
	if wantErr := csvErr != nil || hasLoneReturn(text); wantErr != (err != nil) {
		t.Fatalf("%q: error %v, encoding/csv: %v", text, err, csvErr)
	}
	if err != nil {
		if irregular.Offset < 0 || irregular.Offset >= int64(len(text)) {
			t.Fatalf("%q: irregular at %d", text, irregular.Offset)
		}
		return
	}
	if d := cmp.Diff(wholeRows, rows); d != "" || counts != wholeCounts {
		t.Fatalf("%q: %+v in chunks, %+v whole\n-whole +in chunks\n%s", text, counts, wholeCounts, d)
	}
	if counts.UTF8 != utf8.ValidString(text) {
		t.Fatalf("%q: UTF8 is %v", text, counts.UTF8)
	}
	checkRows(t, text, s, rows, want)
}

// csvRecords returns what encoding/csv reads that is not blank.
func csvRecords(text string, delim rune) ([][]string, error) {
	c := csv.NewReader(strings.NewReader(text))
	c.Comma = delim
	c.FieldsPerRecord = -1
	all, err := c.ReadAll()
	return slices.DeleteFunc(all, func(r []string) bool { return filled(r) == 0 }), err
}

// hasLoneReturn reports a CR outside quotes that does not belong to a line end, as
// one sees it who goes from byte to byte.
func hasLoneReturn(text string) bool {
	quoted := false
	for i := range len(text) {
		switch {
		case text[i] == '"':
			quoted = !quoted
		case text[i] == '\r' && !quoted && i+1 < len(text) && text[i+1] != '\n':
			return true
		}
	}
	return false
}

// checkRows compares rows with the values that each record should have.
func checkRows(t *testing.T, text string, s Scan, rows []row, want [][]string) {
	t.Helper()
	if len(rows) != len(want) {
		t.Fatalf("%q: %d records, want %d", text, len(rows), len(want))
	}
	for i, row := range rows {
		values := want[i]
		if ragged := len(values) < s.Fields || filled(values) > s.Fields || len(values) > s.Longest; ragged {
			if row.Ragged != len(values) {
				t.Fatalf("%q: record %d has %d fields, reported as %d", text, i+1, len(values), row.Ragged)
			}
			continue
		}
		for j, c := range s.Columns {
			if got := row.Fields[j]; got != values[c] {
				t.Fatalf("%q: record %d, field %d is %q, want %q", text, i+1, c+1, got, values[c])
			}
		}
	}
}

// filled returns the number of fields up to the last that is not blank.
func filled(fields []string) int {
	n := len(fields)
	for n > 0 && strings.TrimSpace(fields[n-1]) == "" {
		n--
	}
	return n
}
