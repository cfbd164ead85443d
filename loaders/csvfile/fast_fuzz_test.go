package csvfile

import (
	"encoding/csv"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// FuzzFastAgainstEncodingCSV holds, for any size of chunks and number of workers:
//
//   - Where encoding/csv has no error, Scan gives the same records and fields, with
//     CRLF inside quotes kept; but a lone CR outside quotes is irregular.
//   - Where encoding/csv has an error, Scan has an IrregularError.
//   - Its offset does not depend on chunks and workers.
//   - Where Scan has no error, the slow reader finds the same records, blank ones,
//     lines and shapes, and no fault in their quotes.
func FuzzFastAgainstEncodingCSV(f *testing.F) {
	for _, text := range []string{
		sheet, "1,2\n\"3,3\",\"4\n4\"\n", "\"a\"\"b\",c\r\n\"d\r\ne\",f", "a,\"b", "a,b\"c\n", "\"a\"b\n", "\"a\" ,b\n", "a\rb,c\n",
		",,\n\"\",\" \"\n\n1,,\n", "\"\"\"\",\"\"\"\"\"\"\n", "é,\"ü\"\n\xff,\xac\n", "a,b\r", "a,\"b\"\r", "a,\"b\"\r\r\n", "1,2\n\x1a\r\n",
		"a,b\n1,2\nTotal,3\n\"total, x\",\na,b\nPage 1,\n,Total\n\" \",\"page 2\"\n1,\"\r\n\",2\nSource: x\n",
		strings.Repeat("\"x,\"\"\n\",y,zzzzzzzzzzzzzz\r\n", 12), strings.Repeat("\"\"\n", 50), strings.Repeat(",", 70) + "\n",
	} {
		f.Add([]byte(text), byte(0), uint16(1), byte(2), byte(1))
		f.Add([]byte(text), byte(1), uint16(64), byte(1), byte(3))
	}
	f.Fuzz(func(t *testing.T, data []byte, delim byte, chunk uint16, workers, fields byte) {
		s := Scan{
			Delimiter: delimiters[int(delim)%len(delimiters)],
			Fields:    int(fields%6) + 1,
			Workers:   int(workers%4) + 1,
			Chunk:     int(chunk%1024) + 1,
			tail:      int(chunk/1024) + 1,
		}
		s.Longest = s.Fields + int(fields/6)%3
		s.Columns = upTo(s.Fields)
		checkFast(t, string(data), s)
	})
}

// TestFastOfRandomTexts compares texts of the characters that matter, many more of
// which are nearly regular than a fuzzer comes upon.
func TestFastOfRandomTexts(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 5))
	pieces := strings.Fields("x y, , é \x80 , , \"\" \"x\" \"x,y\" \"\"\"\" \"xx\"\"x\" xxxxxxxxxxxxxx")
	pieces = append(pieces, ",", ",", ",", "\n", "\n", "\n", "\r\n", "\r\n", "\"\n\"", "\"\r\n\"", "\"\r\"", " ", "\u00a0", "\t")
	pieces = append(pieces, "Total", "total staff", "x total", "Page 1", "page 2 of 3", "Note: x", "a", "b")
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
		checkFast(t, b.String(), Scan{
			Delimiter: ',', Fields: fields, Longest: fields + rng.IntN(3), Columns: upTo(fields),
			Workers: rng.IntN(4) + 1, Chunk: rng.IntN(130) + 1, tail: rng.IntN(70) + 1,
		})
	}
}

func checkFast(t *testing.T, text string, s Scan) {
	t.Helper()
	rows, counts, err := runFast(t, s, text)
	var irregular *IrregularError
	if err != nil && !errors.As(err, &irregular) {
		t.Fatalf("%q: error %v", text, err)
	}
	whole := s
	whole.Chunk, whole.tail, whole.Workers = 0, 0, 1
	wholeRows, wholeCounts, wholeErr := runFast(t, whole, text)
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
	checkFastRows(t, text, s, rows, want)
	checkFastAgainstSlow(t, text, s, rows, counts)
	checkFastFile(t, text, s)
}

// csvRecords returns what encoding/csv reads that is not blank.
func csvRecords(text string, delim rune) ([][]string, error) {
	c := csv.NewReader(strings.NewReader(text))
	c.Comma = delim
	c.FieldsPerRecord = -1
	all, err := c.ReadAll()
	return slices.DeleteFunc(all, func(r []string) bool { return Record{Values: r}.Blank() }), err
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

// checkFastRows compares rows with the values that each record should have.
func checkFastRows(t *testing.T, text string, s Scan, rows []fastRow, want [][]string) {
	t.Helper()
	if len(rows) != len(want) {
		t.Fatalf("%q: %d records, want %d", text, len(rows), len(want))
	}
	for i, row := range rows {
		values := want[i]
		filled := Record{Values: values}.filled()
		if ragged := len(values) < s.Fields || filled > s.Fields || len(values) > s.Longest; ragged {
			if row.Ragged != len(values) {
				t.Fatalf("%q: record %d has %d fields, reported as %d", text, i+1, len(values), row.Ragged)
			}
			continue
		}
		for j, c := range s.Columns {
			if got := strings.ReplaceAll(row.Fields[j], "\r\n", "\n"); got != values[c] {
				t.Fatalf("%q: record %d, field %d is %q, want %q", text, i+1, c+1, got, values[c])
			}
		}
	}
}

// checkFastAgainstSlow compares with the slow reader what Scan read without error.
func checkFastAgainstSlow(t *testing.T, text string, s Scan, rows []fastRow, counts Counts) {
	t.Helper()
	slow := scanner{text: text, line: 1, delim: s.Delimiter}
	var want [][]string
	var offsets []int64
	var lines []int
	blank := int64(0)
	for {
		begin := slow.pos
		rec, ok := slow.next()
		if !ok {
			break
		}
		if len(rec.Faults) > 0 {
			t.Fatalf("%q: the slow reader has %v", text, rec.Faults)
		}
		if rec.Blank() {
			blank++
			continue
		}
		want = append(want, rec.Values)
		offsets = append(offsets, int64(begin))
		lines = append(lines, rec.Line)
	}
	if counts.Blank != blank || counts.Records != int64(len(want)) {
		t.Fatalf("%q: counts %+v, want %d records and %d blank ones", text, counts, len(want), blank)
	}
	checkFastRows(t, text, s, rows, want)
	for i, row := range rows {
		if row.Offset != offsets[i] {
			t.Fatalf("%q: record %d is at %d, want %d", text, i+1, row.Offset, offsets[i])
		}
	}
	got, err := LinesAt(strings.NewReader(text), offsets)
	if err != nil || !slices.Equal(got, lines) {
		t.Fatalf("%q: lines %v, want %v; %v", text, got, lines, err)
	}
}

// checkFastFile goes the way of a caller, from Decode on, and compares with the
// records of the File.
func checkFastFile(t *testing.T, text string, s Scan) {
	t.Helper()
	file, err := Decode([]byte(text))
	if err != nil {
		return
	}
	f, ok := file.Scan(upTo(file.Columns))
	if ok != (file.Encoding == UTF8) {
		t.Fatalf("%q: %s can be scanned: %v", text, file.Encoding, ok)
	}
	if !ok {
		return
	}
	end, err := TextEnd(strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	f.Workers, f.Chunk, f.tail = s.Workers, s.Chunk, s.tail
	rows, _, err := runFast(t, f, text[:end])
	if err != nil {
		return // of a delimiter that checkFast did not ask for
	}
	recs := records(file)
	if len(rows) != len(recs) {
		t.Fatalf("%q: %d records, want %d", text, len(rows), len(recs))
	}
	var offsets []int64
	for _, row := range rows {
		offsets = append(offsets, row.Offset)
	}
	lines, err := LinesAt(strings.NewReader(text), offsets)
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		rec := recs[i]
		if odd := rec.Aside != "" || rec.Refused(); row.Aside != rec.Aside || lines[i] != rec.Line || odd != (row.Fields == nil) {
			t.Fatalf("%q: record %d on line %d is %+v, want %+v", text, i+1, lines[i], row, rec)
		}
		if d := cmp.Diff(faultsOf(rec), row.faults(t, text)); d != "" {
			t.Fatalf("%q: record %d: -want +got\n%s", text, i+1, d)
		}
		for j := range row.Fields {
			if got := row.Fields[j]; got != rec.Values[j] {
				t.Fatalf("%q: record %d, field %d is %q, want %q", text, i+1, j+1, got, rec.Values[j])
			}
		}
	}
}

// faultsOf writes the faults of a record as faults does.
func faultsOf(rec Record) []string {
	var all []string
	for _, f := range rec.Faults {
		all = append(all, fmt.Sprintf("%d %d %s", f.Line, f.Column, f.Message))
	}
	return all
}

// faults writes the faults of an odd record with their lines in the file.
func (r fastRow) faults(t *testing.T, text string) []string {
	t.Helper()
	var all []string
	for _, f := range r.Faults {
		var at int64
		at, f = cutOffset(t, f)
		line, err := LineAt(strings.NewReader(text), at)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, fmt.Sprintf("%d%s", line, f))
	}
	return all
}

func cutOffset(t *testing.T, fault string) (at int64, rest string) {
	t.Helper()
	n := strings.IndexByte(fault, ' ')
	at, err := strconv.ParseInt(fault[:n], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return at, fault[n:]
}
