package csvfile

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/csvfile/scan"
)

// scanRow is what a sink was given for one record. An odd one has no Fields, but
// if it is of a File what that says of it; its faults have offsets for lines.
type scanRow struct {
	Offset int64
	Fields []string
	Aside  Aside
	Faults []string
}

// rowSink keeps what it is given.
type rowSink struct {
	file  *File // nil: the scan is of none
	cells int
	rows  []scanRow
}

func (s *rowSink) Row(offset int64, cells *scan.Cells) {
	row := scanRow{Offset: offset, Fields: []string{}}
	for i := range s.cells {
		row.Fields = append(row.Fields, string(cells.At(i)))
	}
	s.rows = append(s.rows, row)
}

func (s *rowSink) Odd(offset int64, text []byte) {
	odd := scanRow{Offset: offset}
	if s.file != nil {
		rec := s.file.Odd(offset, text)
		odd.Aside = rec.Aside
		for _, f := range rec.Faults {
			odd.Faults = append(odd.Faults, fmt.Sprintf("%d %d %s", rec.OffsetOf(f.Line), f.Column, f.Message))
		}
	}
	s.rows = append(s.rows, odd)
}

// runScan scans text, of a File or none, and returns its records in order of their
// offsets.
func runScan(s scan.Scan, file *File, text string) ([]scanRow, scan.Counts, error) {
	var sinks []*rowSink
	counts, err := s.Run(context.Background(), strings.NewReader(text), int64(len(text)), func(int) scan.Sink {
		sinks = append(sinks, &rowSink{file: file, cells: len(s.Columns)})
		return sinks[len(sinks)-1]
	}, nil)
	rows := []scanRow{}
	for _, sink := range sinks {
		rows = append(rows, sink.rows...)
	}
	slices.SortFunc(rows, func(a, b scanRow) int { return int(a.Offset - b.Offset) })
	return rows, counts, err
}

// upTo returns the numbers below n.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// FuzzScanAgainstRecords holds, for any size of chunks and number of workers, that where
// a scan has no error, the slow reader finds the same records, blank ones, lines and
// shapes, and no fault in their quotes; and that a scan of a File has the asides and
// faults of its records.
func FuzzScanAgainstRecords(f *testing.F) {
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
		s := scan.Scan{
			Delimiter: delimiters[int(delim)%len(delimiters)],
			Fields:    int(fields%6) + 1,
			Workers:   int(workers%4) + 1,
			Chunk:     int(chunk%1024) + 1,
		}
		s.Longest = s.Fields + int(fields/6)%3
		s.Columns = upTo(s.Fields)
		checkScan(t, string(data), s)
	})
}

// TestScanOfRandomTexts compares texts of the characters that matter, many more of
// which are nearly regular than a fuzzer comes upon.
func TestScanOfRandomTexts(t *testing.T) {
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
		checkScan(t, b.String(), scan.Scan{
			Delimiter: ',', Fields: fields, Longest: fields + rng.IntN(3), Columns: upTo(fields),
			Workers: rng.IntN(4) + 1, Chunk: rng.IntN(130) + 1,
		})
	}
}

func checkScan(t *testing.T, text string, s scan.Scan) {
	t.Helper()
	rows, counts, err := runScan(s, nil, text)
	if err != nil {
		if _, ok := errors.AsType[*scan.IrregularError](err); !ok {
			t.Fatalf("%q: error %v", text, err)
		}
		return
	}
	checkAgainstSlow(t, text, s, rows, counts)
	checkScanOfFile(t, text, s)
}

// checkRows compares rows with the values that each record should have.
func checkRows(t *testing.T, text string, s scan.Scan, rows []scanRow, want [][]string) {
	t.Helper()
	if len(rows) != len(want) {
		t.Fatalf("%q: %d records, want %d", text, len(rows), len(want))
	}
	for i, row := range rows {
		values := want[i]
		filled := Record{Values: values}.filled()
		if ragged := len(values) < s.Fields || filled > s.Fields || len(values) > s.Longest; ragged {
			if row.Fields != nil {
				t.Fatalf("%q: record %d has %d fields, and is a row", text, i+1, len(values))
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

// checkAgainstSlow compares with the slow reader what Scan read without error.
func checkAgainstSlow(t *testing.T, text string, s scan.Scan, rows []scanRow, counts scan.Counts) {
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
	checkRows(t, text, s, rows, want)
	for i, row := range rows {
		if row.Offset != offsets[i] {
			t.Fatalf("%q: record %d is at %d, want %d", text, i+1, row.Offset, offsets[i])
		}
	}
	got, err := scan.LinesAt(strings.NewReader(text), offsets)
	if err != nil || !slices.Equal(got, lines) {
		t.Fatalf("%q: lines %v, want %v; %v", text, got, lines, err)
	}
}

// checkScanOfFile goes the way of a caller, from Decode on, and compares with the
// records of the File.
func checkScanOfFile(t *testing.T, text string, s scan.Scan) {
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
	f.Workers, f.Chunk = s.Workers, s.Chunk
	rows, _, err := runScan(f, file, text[:end])
	if err != nil {
		return // of a delimiter that checkScan did not ask for
	}
	recs := records(file)
	if len(rows) != len(recs) {
		t.Fatalf("%q: %d records, want %d", text, len(rows), len(recs))
	}
	var offsets []int64
	for _, row := range rows {
		offsets = append(offsets, row.Offset)
	}
	lines, err := scan.LinesAt(strings.NewReader(text), offsets)
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
func (r scanRow) faults(t *testing.T, text string) []string {
	t.Helper()
	var all []string
	for _, f := range r.Faults {
		var at int64
		at, f = cutOffset(t, f)
		line, err := scan.LineAt(strings.NewReader(text), at)
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

func TestScanOfFile(t *testing.T) {
	rows := "1,\"2\n2\",,\r\n\r\n3,4,5\r\n6\r\n7,8,,\r\n9,\"10\"\r\n"
	for _, start := range []string{"a,b,,\r\n", bomUTF8 + "a,b\r\n", "\r\n\"a\",\"b\",,\r\n", "sep=,\r\na,b,,\r\n", bomUTF8 + "sep=,\n\na,b,,\n"} {
		for _, end := range []string{"", "\x1a", "\x1a\x1a\r\n ", "\r\n\x1a" + strings.Repeat(" ", 2000), strings.Repeat("\x00", 2000), "\r\n\x00\x00\r\n\x1a\x00 ", strings.Repeat(" ", 600) + strings.Repeat("\r\n", 600) + "\x00"} {
			file := decodeString(t, start+rows+end)
			if n := len(records(file)); n != 5 {
				t.Fatalf("%q, %q: %d records", start, end, n)
			}
			for _, workers := range []int{1, 3} {
				checkScanOfFile(t, start+rows+end, scan.Scan{Workers: workers, Chunk: 10})
			}
		}
	}
	for _, text := range []string{bomUTF16LE + utf16Bytes("a,b\n1,2\n", true), "a,b\n\xe9,\xe8\n"} {
		if s, ok := decodeString(t, text).Scan(nil); ok {
			t.Errorf("%q can be scanned: %+v", text, s)
		}
	}
}

// TestScanOfAsides holds what stands around a table where cells hide how they begin.
func TestScanOfAsides(t *testing.T) {
	for _, text := range []string{
		"\"say \"\"a\"\"\",b\n1,2\n\"say \"\"a\"\"\",b\n3,4\n",
		"\"a\",b\n1,2\na,\"b\"\n\"a\",c\n", " a,b\n1,2\n a,b\na,b\n", ",b\n1,2\n,b\n\"\",b\n",
		"a,b\n1,2\n\" Total\",3\n\u00a0total:,3\n\" \",\"TOTAL\"\n \"\n", "a,b\n1,2\nSubtotal x,\ngrand TOTAL,\nTotally,3\nToTal,4\nSubject total,3\n",
		"a,b\n1,2\nPage 1,\npage 2 of 3\n\"PAGE 4/5\",\npages,\nPage 1,2\n", "total,b\n1,2\ntotal,b\n", bomUTF8 + "a,b\n1,2\n1,2\nSource: x\n",
	} {
		for _, chunk := range []int{3, 1000} {
			checkScanOfFile(t, text, scan.Scan{Workers: 2, Chunk: chunk})
		}
	}
}
