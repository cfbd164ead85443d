package csvfile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/csvfile/scan"
)

// counted counts the bytes that are read from it.
type counted struct {
	*strings.Reader
	bytes int64
}

func (c *counted) ReadAt(p []byte, off int64) (int, error) {
	c.bytes += int64(len(p))
	return c.Reader.ReadAt(p, off)
}

// rowsFor gives rows that make a text large.
func rowsFor(end string) string {
	return strings.Repeat("12,\"Nursing, wards\",3.5"+end, (headBytes+300<<10)/20)
}

// TestPeekFindsWhatDecodeFinds compares what the two ends of a file tell with what the
// whole of it does.
func TestPeekFindsWhatDecodeFinds(t *testing.T) {
	for _, end := range []string{"\n", "\r\n"} {
		rows := rowsFor(end)
		for _, start := range []string{
			"a,b,c\n", bomUTF8 + "a,b,c\r\n", "Staff list\n\na,b,c\n", "sep=,\na,b,c\n", ",2024,2024\nband,White,BME\n", "a,b,c,,\n",
			"£Ã©,b,c\n", "1,2,3\n", bomUTF8 + strings.Repeat("\n", 30) + "a,b,c\n",
		} {
			for _, under := range []string{
				"", "Total,,12\n", "\nSource: ESR, of 31 March\n", "\n\nband,n\n5,12\n6,14\n", "\x1a", "Total,,12\n\x1a\r\n", "12,\"é\",1",
				"\nOther table\nx,y,z\n" + strings.Repeat("1,2,3\n", 50_000), "Page 3\n" + strings.Repeat("\n", 300_000),
			} {
				text := start + rows + under
				checkPeek(t, text, fmt.Sprintf("%.20q…%.30q", start, under))
			}
		}
	}
}

func checkPeek(t *testing.T, text, name string) {
	t.Helper()
	whole := decodeString(t, text)
	f, err := Peek(strings.NewReader(text), int64(len(text)))
	if err != nil || f == nil || !f.Peeked() || whole.Peeked() {
		t.Fatalf("%s: %v, %v", name, f, err)
	}
	same := cmp.Comparer(func(a, b Record) bool {
		return a.Line == b.Line && slices.Equal(a.Values, b.Values) && a.Aside == b.Aside && slices.Equal(a.Faults, b.Faults)
	})
	if d := cmp.Diff(shown(whole), shown(f), same); d != "" {
		t.Errorf("%s: -whole +peek\n%s", name, d)
	}
	a, _ := whole.Scan([]int{0})
	b, ok := f.Scan([]int{0})
	a.Table, b.Table = nil, nil
	if d := cmp.Diff(a, b, cmp.AllowUnexported(scan.Scan{})); d != "" || !ok {
		t.Errorf("%s: -whole +peek\n%s", name, d)
	}
}

// TestPeekOfLongRecords is of records of which the first look at the head holds too few.
func TestPeekOfLongRecords(t *testing.T) {
	long := strings.Repeat("x", leadBytes/headRecords)
	for name, first := range map[string]string{
		"all are long":  strings.Repeat("1,"+long+",3\n", headRecords+1),
		"the last is":   strings.Repeat("1,2,3\n", headRecords-1) + "1,\"" + strings.Repeat("x\n", leadBytes) + "\",3\n",
		"in semicolons": strings.Repeat("1;2;3\n", headRecords) + "1;\"" + strings.Repeat("x,x\n", leadBytes/8) + "\";3\n",
	} {
		header := "a,b,c\n"
		if strings.Contains(first, ";") {
			header = "a;b;c\n"
		}
		row := first[:strings.IndexByte(first, '\n')+1]
		checkPeek(t, header+first+strings.Repeat(row, 2*headBytes/len(row)), name)
	}
}

// TestPeekLooksAtTheWholeHead: what stands behind the records that are made text first
// tells as well.
func TestPeekLooksAtTheWholeHead(t *testing.T) {
	rows := strings.Repeat("1,2,3\n", headBytes/6)
	checkPeek(t, "a,b,c\n"+rows[:6*(leadBytes/6+9)]+"1,caf\u00c3\u00a9,3\n"+rows, "encoded twice")
	text := "a,b,c\n" + rows[:6*(leadBytes/6+9)] + "1,\xe9,3\n" + rows
	if f, err := Peek(strings.NewReader(text), int64(len(text))); f != nil || err != nil {
		t.Errorf("not UTF-8: %+v, %v", f, err)
	}
}

// shown is what two Files of the same file must have in common.
func shown(f *File) []any {
	s := f.body
	s.text = ""
	first := []Record{}
	for rec := range f.Records() {
		if first = append(first, rec); len(first) == 50 {
			break
		}
	}
	return []any{f.Encoding, f.Guess, f.Delimiter, f.Header, f.HeaderRows, f.Preamble, f.Notices, f.Columns, f.lastNames, f.longest, f.mark,
		f.under.end, f.under.kind, f.under.narrowest, f.under.valued, first, s.pos, s.line}
}

// TestPeekLeavesDoubtToDecode: what its beginning does not tell is not guessed.
func TestPeekLeavesDoubtToDecode(t *testing.T) {
	rows := rowsFor("\n")
	for name, text := range map[string]string{
		"short":                   "a,b,c\n1,2,3\n",
		"windows-1252":            "a,b,c\n\xe9,2,3\n" + rows,
		"utf-16":                  bomUTF16LE + utf16Bytes("a,b,c\n"+rows, true),
		"a workbook":              "PK\x03\x04" + rows,
		"markup":                  "<html>\n" + rows,
		"a quote in the header":   "a,b\"x,c\n" + rows,
		"a quote above it":        "\"Staff list\n\na,b,c\n" + rows,
		"a quote in an early row": "a,b,c\n1,2\"x,3\n" + rows,
		"few records":             "a,b,c\n" + strings.Repeat("1,\""+strings.Repeat("x", 30_000)+"\",3\n", 60),
		"a long row at its end":   "a,b,c\n" + rows[:twiceBytes-24*1000] + "\n1," + strings.Repeat("x", 200<<10) + "Ã©,3\n" + rows,
		"no line end":             "a,b,c\n" + strings.Repeat("x", 2*headBytes),
		"blank":                   strings.Repeat("\n", 2*headBytes),
	} {
		if f, err := Peek(strings.NewReader(text), int64(len(text))); f != nil || err != nil {
			t.Errorf("%s: %+v, %v", name, f, err)
		}
	}
}

func TestPeekReadsTheTwoEndsOnly(t *testing.T) {
	text := "a,b,c\n" + strings.Repeat(rowsFor("\n"), 5)
	file := &counted{Reader: strings.NewReader(text)}
	if f, err := Peek(file, file.Size()); f == nil || err != nil || file.bytes > headBytes+tailBytes+4096 {
		t.Errorf("%v, %d bytes of %d read", err, file.bytes, file.Size())
	}
	broken := errors.New("the disk is gone")
	for _, fails := range []int64{10, file.Size() - 10} {
		if _, err := Peek(failing{strings.NewReader(text), fails, broken}, file.Size()); err != broken {
			t.Errorf("%d: %v", fails, err)
		}
	}
	if _, err := Peek(strings.NewReader(text), file.Size()*2); err != io.ErrUnexpectedEOF {
		t.Errorf("a file that has become shorter: %v", err)
	}
}

// failing has an error at a place.
type failing struct {
	io.ReaderAt
	at  int64
	err error
}

func (f failing) ReadAt(p []byte, off int64) (int, error) {
	if off <= f.at && f.at < off+int64(len(p)) {
		return 0, f.err
	}
	return f.ReaderAt.ReadAt(p, off)
}

// TestEncodedTwice holds the search for text that was encoded twice against its words.
func TestEncodedTwice(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "caf\u00e9": false, "â€™": true, "â€": true, "â": false, "âx€": false, "Ã©": true, "Â£": true, "Â": false, "Ã": false,
		"Ãx": false, "Â\u0080": true, "Â\u00bf": true, "Â\u00c0": false, "Ã\u2019": false, "\xc3\xc3\xa2€": true, "xxÃxxÂxxâ€": true,
	} {
		if got := isTwice([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestWalkTellsHowFar(t *testing.T) {
	f := decodeString(t, bomUTF8+"a,b\r\n1,2\r\n\r\n3,\"4\n\"\r\n5,6")
	var behind []int64
	for _, at := range f.Walk() {
		behind = append(behind, at)
	}
	if want := []int64{10, 20, 23}; !slices.Equal(behind, want) || f.Size() != 23 {
		t.Errorf("%v of %d, want %v", behind, f.Size(), want)
	}
	r := f.Reader()
	if _, err := r.Read(); err != nil || r.Behind() != 5 {
		t.Errorf("%v, %d", err, r.Behind())
	}
}

// TestDecodeStops holds that a load which was ended does not wait for a large file.
func TestDecodeStops(t *testing.T) {
	for _, text := range []string{bomUTF16LE + utf16Bytes("a,b\n1,2\n", true), "a,b\n\xe9,2\n"} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := DecodeContext(ctx, []byte(text)); !errors.Is(err, context.Canceled) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
