package csvfile

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/gocarina/gocsv"
	"github.com/google/go-cmp/cmp"

	"wres/loaders/csvfile/scan"
)

// cell keeps raw text, as the extracts' rows do.
type cell struct{ Raw string }

func (c *cell) UnmarshalCSV(s string) error { c.Raw = s; return nil }

type row struct {
	Year      cell `csv:"year"`
	Ethnicity cell `csv:"ethnicity"`
	Headcount cell `csv:"headcount"`
}

// readRows reads f through gocsv and writes each row with the position of its last
// cell as the Reader tells it.
func readRows(t *testing.T, f *File) []string {
	t.Helper()
	rows := f.Reader()
	um, err := gocsv.NewUnmarshaller(rows.CSV(), row{})
	if err != nil {
		t.Fatal(err)
	}
	fold := func(names []string) []string {
		out := make([]string, len(names))
		for i, n := range names {
			out[i] = Fold(n)
		}
		return out
	}
	if err := um.RenormalizeHeaders(fold); err != nil {
		t.Fatal(err)
	}
	var got []string
	for {
		v, _, err := um.ReadUnmatched()
		if errors.Is(err, io.EOF) {
			return got
		}
		if err != nil {
			t.Fatal(err)
		}
		r, rec := v.(row), rows.Record()
		line, column := rec.Pos(len(rec.Values) - 1)
		got = append(got, fmt.Sprintf("%s|%s|%s %d:%d %v",
			r.Year.Raw, r.Ethnicity.Raw, r.Headcount.Raw, line, column, rec.Refused()))
	}
}

func TestReaderThroughGocsv(t *testing.T) {
	f := decodeString(t, "\n Year;ETHNICITY;Head_Count\r\n"+
		"2024;\"White\r\nBritish\";012\r\n"+
		"\r\n"+
		"2024;a \"b\" c;<5\r\n"+
		"2024;short\r\n"+
		"2024;shift;ed;9\r\n"+
		"2024;\"open;5\r\n"+
		"2024;last;\"\"\"\"")
	want := []string{
		"2024|White\nBritish|012 4:3 false",
		`2024|a "b" c|<5 6:3 false`,
		"2024|short| 7:2 true",
		"2024|shift|ed 8:4 true",
		`2024|"open|5 9:3 true`,
		`2024|last|" 10:3 false`,
	}
	if d := cmp.Diff(want, readRows(t, f)); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

// The csv.Reader reads through a buffer; the Reader must not run ahead of it, nor
// fall behind where a row is larger than the buffer.
func TestReaderKeepsStepWithCSV(t *testing.T) {
	var b strings.Builder
	b.WriteString("year,ethnicity,headcount\n")
	var want []string
	line := 2
	for i := range 300 {
		lines := i % 5
		text := strings.Repeat("x", i*i%9000) + strings.Repeat("\n", lines)
		fmt.Fprintf(&b, "%d,\"%s\",1\n", i, text)
		want = append(want, fmt.Sprintf("%d|%s|1 %d:3 false", i, text, line+lines))
		line += lines + 1
	}
	if d := cmp.Diff(want, readRows(t, decodeString(t, b.String()))); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestReaderSquaresRows(t *testing.T) {
	r := decodeString(t, "a,b,\n1,2,\n3\n4,5,6,7\n").Reader()
	var got [][]string
	row, err := r.Read()
	for ; err == nil; row, err = r.Read() {
		got = append(got, row)
	}
	if err != io.EOF {
		t.Fatal(err)
	}
	want := [][]string{{"a", "b"}, {"1", "2"}, {"3", ""}, {"4", "5"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestReaderLeavesOutCellsOverTheLimit(t *testing.T) {
	f := decodeString(t, "a,b\n1,"+strings.Repeat("x", scan.MaxFieldBytes+1)+"\n")
	r := f.Reader()
	if _, err := r.Read(); err != nil {
		t.Fatal(err)
	}
	row, err := r.Read()
	if err != nil || row[0] != "1" || row[1] != "" || !r.Record().Refused() {
		t.Errorf("cells of %d and %d bytes, %v", len(row[0]), len(row[1]), err)
	}
	if _, err := r.Read(); err != io.EOF {
		t.Errorf("at the end: %v", err)
	}
}
