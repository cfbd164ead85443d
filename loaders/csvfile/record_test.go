package csvfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/csvfile/scan"
)

func records(f *File) []Record {
	var all []Record
	for rec := range f.Records() {
		all = append(all, rec)
	}
	return all
}

func decodeString(t *testing.T, data string) *File {
	t.Helper()
	f, err := Decode([]byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// positions writes each cell of each record as line:column=text.
func positions(f *File) []string {
	var got []string
	for rec := range f.Records() {
		var cells []string
		for i, v := range rec.Values {
			line, column := rec.Pos(i)
			cells = append(cells, fmt.Sprintf("%d:%d=%s", line, column, v))
		}
		got = append(got, strings.Join(cells, " "))
	}
	return got
}

func TestPositions(t *testing.T) {
	tests := []struct {
		name, data string
		header     int
		want       []string
	}{
		{"LF", "a,b\n1,2\n3,4\n", 1, []string{"2:1=1 2:2=2", "3:1=3 3:2=4"}},
		{"CRLF", "a,b\r\n1,2\r\n3,4\r\n", 1, []string{"2:1=1 2:2=2", "3:1=3 3:2=4"}},
		{"lone CR", "a,b\r1,2\r3,4\r", 1, []string{"2:1=1 2:2=2", "3:1=3 3:2=4"}},
		{"mixed", "a,b\r1,2\n3,4\r\n5,6", 1, []string{"2:1=1 2:2=2", "3:1=3 3:2=4", "4:1=5 4:2=6"}},
		{"CR CR LF is two lines", "a,b\r\r\n1,2\r\r\n", 1, []string{"3:1=1 3:2=2"}},
		{"blank records", "\n,\n\"\", \na,b\n\n , \n1,2\n\u00a0,\n3,4\n\n", 4, []string{"7:1=1 7:2=2", "9:1=3 9:2=4"}},
		{"LF in quotes", "a,b,c\nx,\"1\n2\",y\n3,4,5\n", 1, []string{"2:1=x 2:2=1\n2 3:3=y", "4:1=3 4:2=4 4:3=5"}},
		{"CRLF in quotes", "a,b,c\r\nx,\"1\r\n2\",y\r\n3,4,5\r\n", 1, []string{"2:1=x 2:2=1\n2 3:3=y", "4:1=3 4:2=4 4:3=5"}},
		{"CR in quotes", "a,b,c\rx,\"1\r2\",y\r3,4,5\r", 1, []string{"2:1=x 2:2=1\r2 3:3=y", "4:1=3 4:2=4 4:3=5"}},
		{"two cells of three lines", "a,b\n\"1\n\n2\",\"3\n\n4\"\n5,6\n", 1, []string{"2:1=1\n\n2 4:2=3\n\n4", "7:1=5 7:2=6"}},
		{"quoted header over two lines", "a,\"b\nb\"\n1,2\n", 1, []string{"3:1=1 3:2=2"}},
		{"sep line", "sep=;\r\na;b\r\n1;2\r\n", 2, []string{"3:1=1 3:2=2"}},
		{"sep line before blank lines", "SEP=|\n\na|b\n1|2\n", 3, []string{"4:1=1 4:2=2"}},
		{"utf-16le", bomUTF16LE + utf16Bytes("a\tb\r\n\"1\r\n2\"\té\r\n3\t4", true), 1, []string{"2:1=1\n2 3:2=é", "4:1=3 4:2=4"}},
		{"Ctrl-Z", "a,b\n1,2\n\x1a", 1, []string{"2:1=1 2:2=2"}},
		{"Ctrl-Z and a line end", "a,b\n1,2\x1a\r\n", 1, []string{"2:1=1 2:2=2"}},
		{"zeros", "a,b\n1,2\n" + strings.Repeat("\x00", 4000), 1, []string{"2:1=1 2:2=2"}},
		{"zeros and a line end", "a,b\n1,2\x00\x00\r\n", 1, []string{"2:1=1 2:2=2"}},
		{"no last line end", "a,b\n1,", 1, []string{"2:1=1 2:2="}},
		{"doubled quotes", "a,b\n\"say \"\"x\"\"\",\"\"\"\"\n", 1, []string{"2:1=say \"x\" 2:2=\""}},
		{"spaces behind a quote", "a,b\n\"1\" ,\"2\"  \n", 1, []string{"2:1=1 2:2=2"}},
		{"spaces are raw", "a,b\n 1 ,2\t\n", 1, []string{"2:1= 1  2:2=2\t"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := decodeString(t, tt.data)
			if f.Header.Line != tt.header {
				t.Errorf("header on line %d, want %d", f.Header.Line, tt.header)
			}
			if d := cmp.Diff(tt.want, positions(f)); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
			for rec := range f.Records() {
				if len(rec.Faults) > 0 {
					t.Errorf("line %d has faults %v", rec.Line, rec.Faults)
				}
			}
		})
	}
}

func TestEndLine(t *testing.T) {
	recs := records(decodeString(t, "a,b\nx,\"1\n2\"\n3,4"))
	if recs[0].Line != 2 || recs[0].EndLine != 3 || recs[1].Line != 4 || recs[1].EndLine != 4 {
		t.Errorf("lines %d-%d and %d-%d, want 2-3 and 4-4",
			recs[0].Line, recs[0].EndLine, recs[1].Line, recs[1].EndLine)
	}
}

func TestPosBeyondRecord(t *testing.T) {
	rec := records(decodeString(t, "a,b,c\nx,\"1\n2\"\n"))[0]
	if line, column := rec.Pos(2); line != 3 || column != 3 {
		t.Errorf("missing field at %d:%d, want 3:3", line, column)
	}
	if line, column := rec.Pos(-1); line != 2 || column != 1 {
		t.Errorf("field -1 at %d:%d, want 2:1", line, column)
	}
	if rec.Value(2) != "" || rec.Value(-1) != "" || rec.Value(0) != "x" {
		t.Error("Value is wrong beyond the record")
	}
}

// faults writes each record as its fields and its faults.
func faults(f *File) []string {
	var got []string
	for rec := range f.Records() {
		s := strings.Join(rec.Values, "|")
		for _, fault := range rec.Faults {
			s += fmt.Sprintf(" !%s@%d:%d", fault.Kind, fault.Line, fault.Column)
			if fault.Notice {
				s += " notice"
			}
		}
		got = append(got, s)
	}
	return got
}

func TestFaults(t *testing.T) {
	const head = "a,b,c\n1,2,3\n"
	tests := []struct {
		name, data string
		want       []string // without the record 1,2,3
	}{
		{"short", "x,y\n4,5,6\n", []string{"x|y !short-record@3:3", "4|5|6"}},
		{"long", "x,y,z,w\n4,5,6\n", []string{"x|y|z|w !long-record@3:4", "4|5|6"}},
		{"cut off", "4,5,6\nx,y", []string{"4|5|6", "x|y !short-record@4:3"}},
		{"short over two lines", "\"x\ny\"\n4,5,6", []string{"x\ny !short-record@4:2", "4|5|6"}},
		{"trailing delimiter on one row", "x,y,z,\n4,5,6\n7,8,9\n", []string{"x|y|z| !long-record@3:4", "4|5|6", "7|8|9"}},
		{"bare quote", "RX\"9,5,6\n", []string{`RX"9|5|6 !bare-quote@3:1 notice`}},
		{"bare quote keeps lines apart", "4,5\" ,6\n7,8\",9\n", []string{`4|5" |6 !bare-quote@3:2 notice`, `7|8"|9 !bare-quote@4:2 notice`}},
		{"quote at end of file", "4,\"5,6\n", []string{`4|"5|6 !broken-quote@3:2`}},
		{"quote then a quoted cell below", "4,\"5,6\n7,\"8\",9\nx,y,z\n", []string{`4|"5|6 !broken-quote@3:2`, "7|8|9", "x|y|z"}},
		{"quote then doubled ones below", "4,\"5,6\n7,\"\",9\nx,\"y\",z\n", []string{`4|"5|6 !broken-quote@3:2`, "7||9", "x|y|z"}},
		{"text behind a quote", "4,\"5\"x,6\n7,8,9\n", []string{`4|"5"x|6 !broken-quote@3:2`, "7|8|9"}},
		{"backslash", "4,\"a \\\"b\\\" c\",6\n7,8,9\n", []string{`4|"a \"b\" c"|6 !broken-quote@3:2`, "7|8|9"}},
		{"a quote too many", "4,\"5,\"6, x\"\n7,8,9\n", []string{`4|"5|6, x !broken-quote@3:2`, "7|8|9"}},
		{"spaces before quotes", "4, \"5, x\", \"6\"\n  \"7\",  \"8\n, \" ,9\n", []string{"4|5, x|6", "7|8\n, |9"}},
		{"spaces before a quote that is text", "4, \"5\" x,6\n7, \"8,9\n", []string{`4| "5" x|6 !bare-quote@3:2 notice`, `7| "8|9 !bare-quote@4:2 notice`}},
		{"two broken quotes, one fault", "\"4\"x,\"5\"y,6\n", []string{`"4"x|"5"y|6 !broken-quote@3:1`}},
		{"CR line ends", "4,\"5,6\r7,\"8\",9\r", []string{`4|"5|6 !broken-quote@3:2`, "7|8|9"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := append([]string{"1|2|3"}, tt.want...)
			if d := cmp.Diff(want, faults(decodeString(t, head+tt.data))); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestColumns(t *testing.T) {
	tests := []struct {
		name, data string
		columns    int
		want       []string
	}{
		{"Excel's trailing commas", "a,b,,\n1,2,,\n,,,\n3,4,,\n", 2, []string{"1|2||", "3|4||"}},
		{"shifted into the empty columns", "a,b,,\n1,2,,\n3,4,,\n5, x,6,\n", 2,
			[]string{"1|2||", "3|4||", "5| x|6| !long-record@4:3"}},
		{"filled column without a name", "a,,b,\n1,2,3,4\n5,6,7,8\n", 4, []string{"1|2|3|4", "5|6|7|8"}},
		{"trailing delimiter on every row", "a,b\n1,2,\n3,4,\n", 2, []string{"1|2|", "3|4|"}},
		{"shifted, last cell blank", "a,b,c\n1,2,3\n4,5,6\nx, y,z,\n", 3,
			[]string{"1|2|3", "4|5|6", "x| y|z| !long-record@4:4"}},
		{"header only", "a,b,\n", 2, nil},
		{"one column", "a\n1\n2\n", 1, []string{"1", "2"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := decodeString(t, tt.data)
			if f.Columns != tt.columns {
				t.Errorf("%d columns, want %d", f.Columns, tt.columns)
			}
			if d := cmp.Diff(tt.want, faults(f)); d != "" {
				t.Errorf("-want +got\n%s", d)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	full := strings.Repeat("x", scan.MaxFieldBytes)
	tests := []struct{ name, row, want string }{
		{"cell at the limit", "1," + full, ""},
		{"quoted cell at the limit", "1,\"" + full + "\"", ""},
		{"cell over the limit", "1," + full + "x", "field-too-long@2:2"},
		{"quoted cell over the limit", "1,\"" + full + "x\"", "field-too-long@2:2"},
		{"too many fields", strings.Repeat("1,", scan.MaxFields) + "1", "too-many-fields@2:16385"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := decodeString(t, "a,b\n"+tt.row+"\n3,4\n")
			recs := records(f)
			if len(recs) != 2 {
				t.Fatalf("%d records, want 2", len(recs))
			}
			got := ""
			for _, x := range recs[0].Faults {
				got += fmt.Sprintf("%s@%d:%d", x.Kind, x.Line, x.Column)
				if !strings.Contains(x.Message, ";") {
					t.Errorf("message %q does not say what to do", x.Message)
				}
			}
			if got != tt.want {
				t.Errorf("faults %q, want %q", got, tt.want)
			}
			if len(recs[1].Faults) > 0 || recs[1].Line != 3 {
				t.Errorf("the record after it: %+v", recs[1])
			}
		})
	}
}

func TestLimitsStandInSentences(t *testing.T) {
	for _, s := range []string{openTooFar, cellTooLarge} {
		if !strings.Contains(s, fmt.Sprintf("%d MiB", scan.MaxFieldBytes>>20)) {
			t.Errorf("%q lacks the limit", s)
		}
	}
	if !strings.Contains(fieldsOver, fmt.Sprint(scan.MaxFields)) {
		t.Errorf("%q lacks the limit", fieldsOver)
	}
}

// A file of quotes that never close must not cost the square of its length.
func TestBrokenQuotesStayLinear(t *testing.T) {
	for _, data := range []string{
		"a,b\n" + strings.Repeat("\"x\"y,", 1<<18),
		"a,b\n" + strings.Repeat("\"\"\"\n", 1<<18),
		"a,b\n" + strings.Repeat("x,\"\"\"z\n", 1<<18),
	} {
		f := decodeString(t, data)
		n := 0
		for range f.Records() {
			n++
		}
		if n == 0 {
			t.Error("no record")
		}
	}
}

func TestRecordsAgain(t *testing.T) {
	f := decodeString(t, sheet)
	if d := cmp.Diff(positions(f), positions(f)); d != "" {
		t.Errorf("the second reading differs\n%s", d)
	}
	for range f.Records() {
		break
	}
}

func TestFaultMessages(t *testing.T) {
	f := decodeString(t, "a,b,c\n4,\"5,6\n7,\"8\",9\n4,\"5\"x,6\n7,8\n7,8,9,x\n7,8,9,\n7,8,9\n4,5\"6,\"x")
	want := []string{
		openQuote, strayQuote,
		"this row has 2 fields where the header has 3; it may be cut off or lack a delimiter: mend it or delete it",
		"this row has a value in field 4 where the header names 3 columns; put cells that hold a comma in quotes",
		"this row has 4 fields where the header has 3, and no value in the last; delete the delimiters too many at its end, or put cells that hold a comma in quotes",
		bareQuote, openQuote,
	}
	var got []string
	for rec := range f.Records() {
		for _, fault := range rec.Faults {
			got = append(got, fault.Message)
		}
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestTooManyBrokenQuotes(t *testing.T) {
	f := decodeString(t, "a,b\n"+strings.Repeat("\"x\"y,", maxWasted/32)+"1\n\"x\"y,1\n")
	recs := records(f)
	last := recs[len(recs)-1]
	if len(last.Faults) != 1 || last.Faults[0].Message != unreadQuote {
		t.Errorf("the last record's faults: %v", last.Faults)
	}
	if d := cmp.Diff([]string{`"x"y`, "1"}, last.Values); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}
