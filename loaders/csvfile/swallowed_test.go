package csvfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/csvfile/scan"
)

// TestSwallowedRows: two lost quotes made one sound record of all the rows between them.
func TestSwallowedRows(t *testing.T) {
	const five = "year,band,group,n,note\n2025,2,White,1,\n"
	for _, c := range []struct {
		name, text string
		want       []string // faults, as line:column and lines that the cell runs over
	}{
		{"to the last cell of another row", five + "2025,2,White,10,\"ok\n2025,2,BME,5,ok\n2025,3,BME,6,ok\"\n2025,4,White,7,ok\n", []string{"3:5 3"}},
		{"in the first cells", "a,b,c\n1,2,3\n\"RX9,2,3\n4,5,6\nRX9\",8,9\n1,2,3\n", []string{"3:1 3"}},
		{"in a middle cell of two rows", "a,b,c,d\n1,2,3,4\n1,\"x,3,4\n2,x\",3,4\n1,2,3,4\n", []string{"3:2 2"}},
		{"behind an address", "a,b,c\n1,2,3\n\"1 High St\nLeeds\",2,\"x\n4,5,6\n7,8,x\"\n", []string{"4:3 3"}},
		{"CRLF", strings.ReplaceAll(five+"1,2,3,4,\"ok\n1,2,3,4,ok\n1,2,3,4,ok\"\n1,2,3,4,5\n", "\n", "\r\n"), []string{"3:5 3"}},
		{"two line ends", "a,b,c\r\n1,2,3\r\n4,5,\"x\n4,5,6\n7,8,x\"\r\n4,5,\"x\r4,5,6\r7,8,x\"\r\n", []string{"3:3 3", "6:3 3"}},
		{"the last row", five + "1,2,3,4,\"ok\n1,2,3,4,ok\n1,2,3,4,ok\"", []string{"3:5 3"}},
		{"trailing delimiters", "a,b,c,,\n1,2,3,,\n1,2,\"x,,\n1,2,3,,\n1,2,x\",,\n", []string{"3:3 3"}},
		{"semicolons", "a;b;c\n1;2;3\n1;2;\"x\n4;5;6\n7;8;x\"\n", []string{"3:3 3"}},
		{"a total", "a,b,c\n1,2,3\nTotal,2,\"x\n4,5,6\n7,8,x\"\n", []string{"3:3 3"}},
		{"twice in a record", "a,b,c\n1,2,3\n\"x,2,3\n1,2,3\nx\",2,\"x\n4,5,6\n7,8,x\"\n", []string{"3:1 3"}},

		{"an address", "id,name,address\n1,x,\"1 High Street, Leeds, Yorkshire\nLS1 4AB\"\n2,y,\"Flat 2,\n1 High Street,\nLeeds\"\n", nil},
		{"addresses without spaces", "id,origin,scale,base\n1,A,5,\"Ward 5,Main Building\nCasewick Road,Leeds,LS1\"\n2,B,6,\"Ward 6\nCasewick Road,Leeds,LS1,UK\"\n3,A,7,Leeds\n", nil},
		{"a long address", "id,origin,scale,base,x,y\n1,A,5,\"Ward 5,Main Building,Casewick Road,Leeds,LS1 1AA,UK\nTel 0113\",,\n2,B,6,Leeds,,\n", nil},
		{"interests", "name,origin,voting,executive,interests\nA,B,yes,no,\"Smith,Jones & Co;Acme,Ltd\nTrustee:MIND,RNIB,Age UK\"\n", nil},
		{"a note with fewer", five + "1,2,3,4,\"10,5 and 7,2\nso it is\"\n", nil},
		{"a note with more", "a,b,c\n1,2,\"1,2,3,4,5\nx\"\n1,2,3\n", nil},
		{"two columns", "a,b\n1,\"x\n2,y\nz\"\n", nil},
		{"one line", "a,b,c\n1,2,\"x,y,z\"\n", nil},
		{"blank", "a,b,c\n1,2,3\n\"\n\",\"\n\",\n", nil},
	} {
		f := decodeString(t, c.text)
		var got []string
		for rec := range f.Records() {
			for _, fault := range rec.Faults {
				runs, _, _ := strings.Cut(strings.TrimPrefix(fault.Message, "this cell runs over "), " lines")
				got = append(got, strings.Join([]string{positionOf(fault), runs}, " "))
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s: -want +got\n%s", c.name, d)
		}
		for _, chunk := range []int{1, 3, 10, 1000} {
			checkScanOfFile(t, c.text, scan.Scan{Workers: 2, Chunk: chunk})
		}
	}
}

// TestSwallowedBelowTheHeader: a quote in a title or among the names can swallow rows too.
func TestSwallowedBelowTheHeader(t *testing.T) {
	for data, want := range map[string]string{
		"\"id,band,origin\n1,5,A\n2\",6,H\n3,5,B\n":                                   "1:1",
		"id,band,\"origin\n1,5,A\n2,6,H\"\n3,5,B\n4,5,B\n":                            "1:3",
		"\"Staff,of,all\nid,band,origin\n1,5,A\n\"\n\nid,band,origin\n2,6,1\n3,5,2\n": "1:1",
		"id,\"band\n(AfC, VSM)\",origin\n1,5,A\n":                                     "",
		"\"Staff list\nof the trust\"\n\nid,band,origin\n1,5,A\n":                     "",
	} {
		f := decodeString(t, data)
		got := ""
		for _, rec := range append(f.Preamble, f.HeaderRows...) {
			for _, fault := range rec.Faults {
				got += positionOf(fault)
			}
		}
		if got != want || f.Header.Refused() != (want != "" && len(f.Preamble) == 0) {
			t.Errorf("%q: faults at %q, want %q; header %v", data, got, want, f.Header)
		}
	}
}

// A cell that ends far below its row is told as what it is, however long.
func TestSwallowedRowsOfALongList(t *testing.T) {
	row := "RX9,1234,Band 5,A\n"
	text := "org,employee,band,ethnic\n" + strings.Repeat(row, 50) + `"` + strings.Repeat(row, 100) + "RX9\",1234,Band 5,A\n" + strings.Repeat(row, 50)
	f := decodeString(t, text)
	var got []Fault
	n := 0
	for rec := range f.Records() {
		n++
		got = append(got, rec.Faults...)
	}
	want := []Fault{{Kind: SwallowedRows, Line: 52, Column: 1, Message: "this cell runs over 101 lines, and what stands in it looks like rows of the table, " +
		"so none of them is read; look for a quote too many or too few where the cell begins, and for its pair 100 lines further down"}}
	if d := cmp.Diff(want, got); d != "" || n != 101 {
		t.Errorf("%d records, -want +got\n%s", n, d)
	}
	checkScanOfFile(t, text, scan.Scan{Workers: 3, Chunk: 100})
}

func positionOf(f Fault) string { return fmt.Sprintf("%d:%d", f.Line, f.Column) }
