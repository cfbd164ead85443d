package csvfile

import (
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestAmendments holds how amended records are read: rows and totals, wherever they are
// read from, and none that is no row.
func TestAmendments(t *testing.T) {
	f, err := Decode([]byte("place,group,n,share\nNorth,W,5,\"12,5\"\n,B,6,\"1.204,5\"\nSouth,1,234,7\nTotal, W ,\"1.204\",\"1,2,3\"\nplace,group,n,share\nEast,W,12.5,1.25\n"))
	if err != nil {
		t.Fatal(err)
	}
	f.Amend().Fill(3, 0, "North")
	f.Amend().Reword(1, map[string]string{"W": "White", "group": "no label"})
	f.Amend().DecimalCommas([]int{2, 3, 9})
	f.Amend().Shift(4, 3, "shifted")
	want := []string{
		"2 North|White|5|12.5", "3 North|B|6|1204.5", "4 South|1|234|7 shifted-record:4:4:shifted", "5 Total|White|1204|1,2,3 total",
		"6 place|group|n|share header again", "7 East|White|12.5|1.25",
	}
	var got []string
	for rec := range f.Records() {
		got = append(got, describe(rec))
	}
	if !slices.Equal(got, want) {
		t.Errorf("records are\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	r := f.Reader()
	r.Read()
	for _, w := range want {
		row, err := r.Read()
		if begin := strings.Join(row, "|"); err != nil || !strings.Contains(w, begin) {
			t.Errorf("the reader gives %q, %v; want %s", begin, err, w)
		}
	}
	if first := f.Amend(); first != f.Amend() {
		t.Error("there are two amendments of one file")
	}
}

// describe writes a record with what is wrong with it.
func describe(rec Record) string {
	s := strconv.Itoa(rec.Line) + " " + strings.Join(rec.Values, "|")
	for _, f := range rec.Faults {
		s += " " + string(f.Kind) + ":" + strconv.Itoa(f.Line) + ":" + strconv.Itoa(f.Column) + ":" + f.Message
	}
	return strings.TrimSpace(s + " " + string(rec.Aside))
}
