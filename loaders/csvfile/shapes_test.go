package csvfile

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"wres/loaders/csvfile/scan"
)

// shapes are the cases that a reader of CSV is judged by, written anew: those that
// RFC 4180 words, and those that break readers which only split at commas. Each
// gives its records, the header first.
var shapes = []struct {
	name, data string
	want       [][]string
	lenient    bool // encoding/csv refuses it
}{
	// RFC 4180, section 2, by its numbers.
	{"1: records on lines of their own", "a,b\r\n1,2\r\n3,4\r\n", [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}}, false},
	{"2: the last line end may be missing", "a,b\r\n1,2", [][]string{{"a", "b"}, {"1", "2"}}, false},
	{"3: a header looks like any record", "name,grade\r\nx,y\r\n", [][]string{{"name", "grade"}, {"x", "y"}}, false},
	{"4: spaces are part of a field", "a,b\r\n 1 , 2 \r\n", [][]string{{"a", "b"}, {" 1 ", " 2 "}}, false},
	{"5: fields may be in quotes", "\"a\",b\r\n\"1\",2\r\n", [][]string{{"a", "b"}, {"1", "2"}}, false},
	{"6: CRLF, quotes and commas in quotes", "a,b,c\r\n\"1\r\n2\",\"3,4\",\"5\"\"6\"\r\n", [][]string{{"a", "b", "c"}, {"1\n2", "3,4", `5"6`}}, false},
	{"7: a quote in a field is doubled", "a,b\r\n\"x\"\"y\"\"\",\"\"\"\"\r\n", [][]string{{"a", "b"}, {`x"y"`, `"`}}, false},

	// The shapes that csv-spectrum and its like try.
	{"a comma in quotes", "given,family,street,town\nAda,Khan,\"4 The Row, Flat 2\",Leeds\n", [][]string{{"given", "family", "street", "town"}, {"Ada", "Khan", "4 The Row, Flat 2", "Leeds"}}, false},
	{"blank cells", "a,b,c\n1,\"\",\"\"\n2,3,4\n", [][]string{{"a", "b", "c"}, {"1", "", ""}, {"2", "3", "4"}}, false},
	{"blank cells, CRLF", "a,b,c\r\n1,\"\",\"\"\r\n2,3,4\r\n", [][]string{{"a", "b", "c"}, {"1", "", ""}, {"2", "3", "4"}}, false},
	{"quotes in quotes", "a,b\n1,\"he said \"\"no\"\" twice\"\n", [][]string{{"a", "b"}, {"1", `he said "no" twice`}}, false},
	{"JSON in a cell", "key,val\n1,\"{\"\"group\"\": \"\"BME\"\", \"\"n\"\": [1, 2]}\"\n", [][]string{{"key", "val"}, {"1", `{"group": "BME", "n": [1, 2]}`}}, false},
	{"line breaks", "a,b,c\n1,2,3\n\"Once upon \na time\",5,6\n7,8,9\n", [][]string{{"a", "b", "c"}, {"1", "2", "3"}, {"Once upon \na time", "5", "6"}, {"7", "8", "9"}}, false},
	{"line breaks, CRLF", "a,b,c\r\n1,2,3\r\n\"Once upon \r\na time\",5,6\r\n7,8,9\r\n", [][]string{{"a", "b", "c"}, {"1", "2", "3"}, {"Once upon \na time", "5", "6"}, {"7", "8", "9"}}, false},
	{"quotes and line breaks", "a,b\n1,\"x \"\"y\"\"\n\"\"z\"\"\"\n", [][]string{{"a", "b"}, {"1", "x \"y\"\n\"z\""}}, false},
	{"letters beyond ASCII", "a,b,c\n1,2,3\n4,5,ʤ Ŵ 漢\n", [][]string{{"a", "b", "c"}, {"1", "2", "3"}, {"4", "5", "ʤ Ŵ 漢"}}, false},
	{"plain", "a,b,c\n1,2,3\n", [][]string{{"a", "b", "c"}, {"1", "2", "3"}}, false},
	{"a blank line at the end and in the middle", "a,b\n1,2\n\n3,4\n\n", [][]string{{"a", "b"}, {"1", "2"}, {"3", "4"}}, false},
	{"a quoted header over two lines", "\"pay\nband\",b\n1,2\n", [][]string{{"pay\nband", "b"}, {"1", "2"}}, false},
	{"a delimiter alone in quotes", "a,b\n\",\",\"\n\"\n", [][]string{{"a", "b"}, {",", "\n"}}, false},
	{"only quotes", "a,b\n\"\"\"\"\"\",\"\"\n", [][]string{{"a", "b"}, {`""`, ""}}, false},

	// What lazy readers let pass.
	{"a bare quote", "a,b\n6\" nails,2\n", [][]string{{"a", "b"}, {`6" nails`, "2"}}, true},
	{"bare quotes around a word", "a,b\nthe \"new\" rota,2\n", [][]string{{"a", "b"}, {`the "new" rota`, "2"}}, true},
	{"a bare quote at a cell's end", "a,b\nfive\",2\n3,4\n", [][]string{{"a", "b"}, {`five"`, "2"}, {"3", "4"}}, true},
	{"spaces behind a closing quote", "a,b\n\"1\"  ,2\n", [][]string{{"a", "b"}, {"1", "2"}}, true},
	{"lone CRs end lines", "a,b\r1,2\r", [][]string{{"a", "b"}, {"1", "2"}}, true},
}

// TestShapes holds the records of each case, in the delimiters that extracts come
// with, and that encoding/csv reads the same where it reads the file at all.
func TestShapes(t *testing.T) {
	for _, tt := range shapes {
		t.Run(tt.name, func(t *testing.T) {
			f := decodeString(t, tt.data)
			got := [][]string{f.Header.Values}
			for rec := range f.Records() {
				if rec.Refused() || rec.Aside != "" {
					t.Errorf("line %d: %q %v", rec.Line, rec.Aside, rec.Faults)
				}
				got = append(got, rec.Values)
			}
			if !slices.EqualFunc(got, tt.want, slices.Equal[[]string]) {
				t.Errorf("got %q, want %q", got, tt.want)
			}
			c := csv.NewReader(strings.NewReader(tt.data))
			c.FieldsPerRecord = -1
			if all, err := c.ReadAll(); err == nil && !tt.lenient && !slices.EqualFunc(all, tt.want, slices.Equal[[]string]) {
				t.Errorf("encoding/csv reads %q", all)
			} else if err != nil && !tt.lenient {
				t.Errorf("encoding/csv: %v; such a case is a lenient one", err)
			}
		})
	}
}

// TestHuge: 2,000 columns, a cell of 1 MiB and NULs are read as they stand, and what
// is over a limit costs its record alone.
func TestHuge(t *testing.T) {
	names, cells := make([]string, 2000), make([]string, 2000)
	for i := range names {
		names[i], cells[i] = "c"+strings.Repeat("x", i%7)+string(rune('a'+i%26)), "7"
	}
	names[0] = "first"
	cells[1999] = strings.Repeat("y", scan.MaxFieldBytes)
	cells[1000] = "\x00\x00"
	row := strings.Join(cells, ",")
	f := decodeString(t, strings.Join(names, ",")+"\n"+row+"\n"+row+"y\n"+row+"\n")
	recs := records(f)
	if f.Columns != 2000 || len(recs) != 3 {
		t.Fatalf("%d columns, %d records", f.Columns, len(recs))
	}
	if recs[0].Refused() || recs[0].Values[1000] != "\x00\x00" || len(recs[0].Values[1999]) != scan.MaxFieldBytes {
		t.Errorf("the first record: %v", recs[0].Faults)
	}
	if !recs[1].Refused() || recs[2].Refused() {
		t.Errorf("faults %v and %v, want the second record refused alone", recs[1].Faults, recs[2].Faults)
	}
}
