package scan

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// row is what a sink was given for one record. An odd one has no Fields, but
// their number.
type row struct {
	Offset int64
	Fields []string
	Ragged int
}

// rowSink keeps what it is given.
type rowSink struct {
	delim rune
	rows  []row
}

func (s *rowSink) Row(offset int64, cells *Cells) {
	r := row{Offset: offset, Fields: []string{}}
	for i := range len(cells.spans) - 1 {
		r.Fields = append(r.Fields, string(cells.At(i)))
	}
	if empty := cells.At(len(cells.spans) - 1); len(empty) > 0 {
		panic("the last cell is not empty")
	}
	s.rows = append(s.rows, r)
}

func (s *rowSink) Odd(offset int64, text []byte) {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma = s.delim
	fields, err := r.Read()
	if err != nil {
		panic(err)
	}
	s.rows = append(s.rows, row{Offset: offset, Ragged: len(fields)})
}

// runScan scans text and returns its records in order of their offsets.
func runScan(t testing.TB, s Scan, text string) ([]row, Counts, error) {
	t.Helper()
	var sinks []*rowSink
	var done int64
	counts, err := s.Run(context.Background(), strings.NewReader(text), int64(len(text)), func(worker int) Sink {
		if worker != len(sinks) {
			t.Errorf("sink %d is asked for, want %d", worker, len(sinks))
		}
		sinks = append(sinks, &rowSink{delim: rune(s.Delimiter)})
		return sinks[worker]
	}, func(now, records int64) {
		if now <= done {
			t.Errorf("progress of %d behind %d", now, done)
		}
		done = now
	})
	if err == nil && s.Start < int64(len(text)) && done != int64(len(text)) {
		t.Errorf("progress ends at %d of %d", done, len(text))
	}
	rows := []row{}
	for _, sink := range sinks {
		if !slices.IsSortedFunc(sink.rows, byOffset) {
			t.Errorf("a worker's records are out of order: %v", sink.rows)
		}
		rows = append(rows, sink.rows...)
	}
	slices.SortFunc(rows, byOffset)
	return rows, counts, err
}

func byOffset(a, b row) int { return int(a.Offset - b.Offset) }

// upTo returns the numbers below n.
func upTo(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// everySplit calls fn with scans like s whose borders fall in different places.
func everySplit(s Scan, fn func(Scan)) {
	for _, chunk := range []int{1, 2, 3, 5, 7, 16, 63, 64, 65, 200, 0} {
		for _, tail := range []int{1, 9, 0} {
			for _, workers := range []int{1, 3} {
				s.Chunk, s.tail, s.Workers = chunk, tail, workers
				fn(s)
			}
		}
	}
}

func TestRecords(t *testing.T) {
	long := strings.Repeat("é,\"\"\n", 500)
	tests := []struct {
		name, text string
		fields     int
		want       []string // fields between bars; "offset!fields" for a ragged record
		blank      int64
	}{
		{"nothing", "", 2, nil, 0},
		{"LF", "1,2\n3,4\n", 2, []string{"1|2", "3|4"}, 0},
		{"CRLF", "1,2\r\n3,4\r\n", 2, []string{"1|2", "3|4"}, 0},
		{"no last line end", "1,2\n3,", 2, []string{"1|2", "3|"}, 0},
		{"CR ends the text", "1,2\n3,4\r", 2, []string{"1|2", "3|4"}, 0},
		{"quoted last, CR ends the text", "1,2\n3,\"4\"\r", 2, []string{"1|2", "3|4"}, 0},
		{"one column", "1\n\"2\"\n3", 1, []string{"1", "2", "3"}, 0},
		{"delimiter in quotes", "\"1,1\",2\n3,\"4,4\"\n", 2, []string{"1,1|2", "3|4,4"}, 0},
		{"line breaks in quotes", "\"1\n1\",2\n3,\"\n\n4\"\n", 2, []string{"1\n1|2", "3|\n\n4"}, 0},
		{"CRLF in quotes is LF", "\"1\r\n1\",2\r\n3,\"4\"\r\n", 2, []string{"1\n1|2", "3|4"}, 0},
		{"CR in quotes", "\"1\r1\",\"\r\"\n3,4\r\n", 2, []string{"1\r1|\r", "3|4"}, 0},
		{"doubled quotes", "\"say \"\"x\"\"\",\"\"\"\"\n\"\"\"\"\"\",\"\"\"a\"\n", 2, []string{`say "x"|"`, `""|"a`}, 0},
		{"doubled quotes and delimiters", "\"\"\",\"\"\",\"\"\"\n\"\"\"\n", 2, []string{"\",\"|\"\n\""}, 0},
		{"empty quotes", "\"\",1\n2,\"\"", 2, []string{"|1", "2|"}, 0},
		{"blank records", "\n\r\n,\n\"\", \n1,2\n \u00a0\t,\"\n\"\n3,4\n\n", 2, []string{"1|2", "3|4"}, 6},
		{"not blank", ",\"\"\"\"\n,\"\u00e9\"\n\",\",\n,\x00\n,\xa0\n", 2, []string{`|"`, "|é", ",|", "|\x00", "|\xa0"}, 0},
		{"ragged", "1\n1,2\n1,2,3\n\n1,2\n", 2, []string{"0!1", "1|2", "6!3", "1|2"}, 1},
		{"trailing delimiters", "1,2,,\n1,2, ,\"\"\n1,2,,,\n1,2,,x\n,,,x\n", 2,
			[]string{"1|2", "1|2", "15!5", "22!4", "29!4"}, 0},
		{"other letters", "Zoë,é\nŁódź,\"ü\"\n中文,,\n", 2, []string{"Zoë|é", "Łódź|ü", "中文|"}, 0},
		{"high bytes beside ends", "\xac\x8a,\xa2\n\xff\x80,\xac\n", 2, []string{"\xac\x8a|\xa2", "\xff\x80|\xac"}, 0},
		{"long record", "1,2\n\"" + strings.ReplaceAll(long, `"`, `""`) + "\",x\n3,4", 2, []string{"1|2", long + "|x", "3|4"}, 0},
		{"many ends", strings.Repeat(",", 300) + "x\n" + strings.Repeat("1\n", 3), 1, []string{"0!301", "1", "1", "1"}, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			everySplit(Scan{Delimiter: ',', Columns: upTo(tt.fields), Fields: tt.fields, Longest: tt.fields + 2}, func(s Scan) {
				rows, counts, err := runScan(t, s, tt.text)
				if err != nil {
					t.Fatalf("chunk %d, tail %d: %v", s.Chunk, s.tail, err)
				}
				var got []string
				ragged := int64(0)
				for _, r := range rows {
					if r.Fields == nil {
						ragged++
						got = append(got, fmt.Sprintf("%d!%d", r.Offset, r.Ragged))
					} else {
						got = append(got, strings.Join(r.Fields, "|"))
					}
				}
				if d := cmp.Diff(tt.want, got); d != "" {
					t.Fatalf("chunk %d, tail %d: -want +got\n%s", s.Chunk, s.tail, d)
				}
				if counts.Records != int64(len(tt.want)) || counts.Blank != tt.blank || counts.Odd != ragged {
					t.Fatalf("chunk %d, tail %d: counts %+v", s.Chunk, s.tail, counts)
				}
			})
		})
	}
}

func TestIrregular(t *testing.T) {
	pad := strings.Repeat("\"1\",2\n", 30)
	tests := []struct {
		name, text string
		offset     int
	}{
		{"quote in a bare cell", "1,x\"y\n", 3},
		{"quote behind a space", "1, \"y\"\n", 3},
		{"text behind a closing quote", "\"1\"x,2\n", 3},
		{"space behind a closing quote", "\"1\" ,2\n", 3},
		{"CR behind a closing quote", "\"1\"\r,2\n", 3},
		{"never closed", "1,2\n\"3,4\n5,6\n", 4},
		{"never closed, nothing behind", "1,2\n3,\"", 4},
		{"lone CR", "1,2\r3,4\n", 3},
		{"CR CR LF", "1,2\r\r\n", 3},
		{"lone CR among others", "1,\"\r2\"\r\n1,2\r3\r\n", 11},
		{"CR before a quote in a bare cell", "1,x\r\"y\n", 3},
		{"two of them", "1,\"\"x\n\"", 4},
		{"cell over the limit", "1,\"" + strings.Repeat("x", MaxFieldBytes+1) + "\"\n", 0},
		{"record over the limit", strings.Repeat(strings.Repeat("x", MaxFieldBytes-1)+",", 4) + "12345\n", 0},
		{"quote far into a record over the limit", strings.Repeat("x", maxRecordBytes+5000) + "\"\n", 0},
		{"more fields than the limit", strings.Repeat(",", MaxFields) + "\n", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			everySplit(Scan{Delimiter: ',', Fields: 2}, func(s Scan) {
				if len(tt.text) > 1000 && s.Chunk > 0 && s.Chunk < 200 {
					return // millions of chunks
				}
				for _, before := range []string{"", pad} {
					_, counts, err := runScan(t, s, before+tt.text+"7,8\n")
					var irregular *IrregularError
					if !errors.As(err, &irregular) {
						t.Fatalf("chunk %d, tail %d: error %v, counts %+v", s.Chunk, s.tail, err, counts)
					}
					if want := int64(len(before) + tt.offset); irregular.Offset != want || counts != (Counts{}) {
						t.Fatalf("chunk %d, tail %d: irregular at %d, want %d; counts %+v", s.Chunk, s.tail, irregular.Offset, want, counts)
					}
				}
			})
		})
	}
}

func TestLimitsAreInclusive(t *testing.T) {
	cell := strings.Repeat("x", MaxFieldBytes)
	for _, text := range []string{cell + ",1\n2,3", "\"" + cell + "\",1\r\n2,3", "1," + cell + "\r\n2,3", cell + ",\"" + cell + "\"\n2,3\n"} {
		for _, chunk := range []int{1000, 0} {
			_, counts, err := runScan(t, Scan{Delimiter: ',', Columns: upTo(2), Fields: 2, Workers: 2, Chunk: chunk}, text)
			if err != nil || counts != (Counts{Records: 2, UTF8: true}) {
				t.Errorf("%.10q…, chunk %d: %+v, %v", text, chunk, counts, err)
			}
		}
	}
	text := strings.Repeat(",", MaxFields-1) + "x\n"
	if rows, _, err := runScan(t, Scan{Delimiter: ',', Columns: []int{MaxFields - 1}, Fields: MaxFields}, text); err != nil || rows[0].Fields[0] != "x" {
		t.Errorf("%v, %v", rows, err)
	}
}

func TestColumns(t *testing.T) {
	text := "a;b;c;d\n\"p;p\";\"q\"\"q\";r;\"s\"\"\"\r\n"
	s := Scan{Delimiter: ';', Columns: []int{3, 1, 0, 1}, Fields: 4, Start: 8}
	rows, _, err := runScan(t, s, text)
	want := []row{{Offset: 8, Fields: []string{`s"`, `q"q`, "p;p", `q"q`}}}
	if d := cmp.Diff(want, rows); d != "" || err != nil {
		t.Errorf("%v, -want +got\n%s", err, d)
	}
}

func TestUTF8(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"", true}, {"a,b\n", true}, {"é,\"ü\"\n", true}, {"a,\xe9\n", false}, {"a,b\nabcdefghij,\xc3", false},
		{"abcdefgh\xc3\xa9,中文中文中文中文\n", true}, {"a,b\nabcdefg\xed\xa0\x80,b", false}, {"\xc3\n\xa9\n", false}, {"\ufffd,b\n", true},
	} {
		everySplit(Scan{Delimiter: ',', Columns: []int{0}, Fields: 1}, func(s Scan) {
			if _, counts, err := runScan(t, s, tt.text); counts.UTF8 != tt.want || err != nil {
				t.Errorf("%q in chunks of %d: UTF8 %v, %v", tt.text, s.Chunk, counts.UTF8, err)
			}
		})
	}
}

func TestRefusesSettings(t *testing.T) {
	for _, s := range []Scan{
		{Delimiter: '"', Fields: 1}, {Fields: 1}, {Delimiter: ','}, {Delimiter: ',', Fields: 1, Start: -1},
		{Delimiter: ',', Fields: 2, Columns: []int{2}}, {Delimiter: ',', Fields: 2, Columns: []int{-1}},
	} {
		if _, _, err := runScan(t, s, "1,2\n"); err == nil {
			t.Errorf("%+v is taken", s)
		}
	}
}

func TestAfterTheEnd(t *testing.T) {
	rows, counts, err := runScan(t, Scan{Delimiter: ',', Fields: 1, Start: 1 << 20}, "a\nb\n")
	if len(rows) != 0 || counts != (Counts{UTF8: true}) || err != nil {
		t.Errorf("%v, %+v, %v", rows, counts, err)
	}
}

// endless is a file of one record repeated, with an error at some offset, and a
// delay on each read, which is longer for some chunks and for the one that fails.
type endless struct {
	fails int64
	delay time.Duration
	err   error
	reads atomic.Int64
}

func (e *endless) ReadAt(p []byte, off int64) (int, error) {
	e.reads.Add(1)
	time.Sleep(e.delay * time.Duration(1+off/4096*5%7))
	if off <= e.fails && e.fails < off+int64(len(p)) {
		time.Sleep(10 * e.delay)
		return 0, e.err
	}
	for i := range p {
		p[i] = "\"a\",\"b\"\n"[(off+int64(i))%8]
	}
	return len(p), nil
}

func TestReadErrors(t *testing.T) {
	broken := errors.New("the disk is gone")
	for _, workers := range []int{1, 4} {
		s := Scan{Delimiter: ',', Columns: upTo(2), Fields: 2, Workers: workers, Chunk: 4096}
		sink := func(int) Sink { return discard{} }
		// The reads behind the one that fails are done before it is.
		if _, err := s.Run(t.Context(), &endless{fails: 100_000, err: broken, delay: time.Millisecond}, 1<<30, sink, nil); err != broken {
			t.Errorf("%d workers: error %v", workers, err)
		}
		if _, err := s.Run(t.Context(), strings.NewReader("1,2\n3,4\n"), 12, sink, nil); err != io.ErrUnexpectedEOF {
			t.Errorf("%d workers: a file that has become shorter: error %v", workers, err)
		}
	}
}

func TestWorkersTakeTurns(t *testing.T) {
	s := Scan{Delimiter: ',', Columns: upTo(2), Fields: 2, Workers: 6, Chunk: 4096}
	const size = 60 * 4096
	counts, err := s.Run(t.Context(), &endless{fails: -1, delay: time.Millisecond}, size, func(int) Sink { return discard{} }, nil)
	if err != nil || counts != (Counts{Records: size / 8, UTF8: true}) {
		t.Errorf("%+v, %v", counts, err)
	}
}

// discard is a sink that forgets.
type discard struct{}

func (discard) Row(int64, *Cells) {}
func (discard) Odd(int64, []byte) {}

// A chunk takes a fraction of a millisecond, so that a cancel within 100 ms is one
// behind which no worker takes another chunk.
func TestCancel(t *testing.T) {
	for _, workers := range []int{1, 4} {
		file := &endless{fails: -1}
		ctx, cancel := context.WithCancel(t.Context())
		sink := func(int) Sink { return discard{} }
		var reads int64
		calls := 0
		s := Scan{Delimiter: ',', Columns: upTo(2), Fields: 2, Workers: workers}
		_, err := s.Run(ctx, file, 1<<50, sink, func(int64, int64) {
			if calls++; calls == 5 {
				cancel()
				reads = file.reads.Load()
			}
		})
		if more := file.reads.Load() - reads; !errors.Is(err, context.Canceled) || more >= int64(workers) {
			t.Errorf("%d workers: %v, %d reads after the cancel", workers, err, more)
		}
		if _, err := s.Run(ctx, file, 1<<50, sink, nil); !errors.Is(err, context.Canceled) || calls > 5+workers {
			t.Errorf("%d workers: cancelled before it began: %v, %d calls", workers, err, calls)
		}
	}
}

// counted counts the bytes that are read from it.
type counted struct {
	*strings.Reader
	bytes atomic.Int64
}

func (c *counted) ReadAt(p []byte, off int64) (int, error) {
	c.bytes.Add(int64(len(p)))
	return c.Reader.ReadAt(p, off)
}

func TestLooksNotFarForAClosingQuote(t *testing.T) {
	file := &counted{Reader: strings.NewReader("1,2\n\"" + strings.Repeat("3,4\n", 10<<20))}
	s := Scan{Delimiter: ',', Columns: upTo(2), Fields: 2, Workers: 1}
	_, err := s.Run(t.Context(), file, file.Size(), func(int) Sink { return discard{} }, nil)
	var irregular *IrregularError
	if !errors.As(err, &irregular) || irregular.Offset != 4 || file.bytes.Load() > 2*maxRecordBytes {
		t.Errorf("%v, %d bytes of %d read", err, file.bytes.Load(), file.Size())
	}
}
