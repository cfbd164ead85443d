package csvfile

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"github.com/gocarina/gocsv"

	"wres/loaders/csvfile/scan"
)

// The columns of staffList that are counted by, as in a return.
const (
	bandColumn, ethnicColumn, yearColumn = 12, 17, 23
	staffColumns                         = 24
)

// staffList writes a staff list as it comes out of a staff record system: 24 columns,
// four rows of five with a comma in quotes, one of a hundred with doubled quotes and
// one of 2,000 with a line break in quotes. All in it is made up.
func staffList(rows int) []byte {
	rng := rand.New(rand.NewPCG(1, 2))
	pick := func(of ...string) string { return of[rng.IntN(len(of))] }
	var b bytes.Buffer
	b.WriteString("Unique Id,Employee Number,Assignment Number,Organisation,Directorate,Site,Staff Group,Job Role," +
		"Occupation Code,Position Title,Pay Scale,Pay Grade,AfC Band,Assignment Category,Assignment Status,FTE," +
		"Contracted Hours,Ethnic Origin,Gender,Age Band,Disability,Nationality,Start Date,Year\n")
	for i := range rows {
		band := 1 + rng.IntN(9)
		bandName := fmt.Sprintf("Band %d", band)
		if band == 8 {
			bandName += pick("a", "b", "c", "d")
		}
		title := pick("Staff Nurse", "Healthcare Assistant", `"Officer, Ward 7"`, `"Manager, Team (East), Nights"`)
		switch n := rng.IntN(2000); {
		case n == 0:
			title = "\"Officer\n(post under review, see notes)\""
		case n <= 20:
			title = `"Officer, ""Hospital at Home"" Team"`
		}
		fmt.Fprintf(&b, "%09d,%d,%d,%s,%s,%s,%s,%s,N6%c,%s,NHS|XR%02d|Review Body Band %d,XR%02d.%d,%s,%s,%s,%.2f,%.2f,%s,%s,%s,%s,%s,%02d-%s-%d,%d\n",
			i+1, 10_000_000+i, 10_000_000+i,
			pick("R01 North Trust 1", "R02 South Trust 2", `"R03 Northmoor, Westvale Trust"`),
			pick("Medicine", "Surgery", `"Women, Children"`, `"Community, Mental Health"`),
			pick("S01 General", "S02 General", "S03 General", `"Hub 11, Block B"`),
			pick("Nursing and Midwifery Registered", "Additional Clinical Services", "Administrative and Clerical"),
			pick("Staff Nurse", "Officer", "Advanced Practitioner"), 'A'+rng.IntN(12), title,
			band, band, band, 1+rng.IntN(8), bandName, pick("Permanent", "Fixed Term Temp", "Bank"), pick("Active", "Maternity"),
			1-float64(rng.IntN(60))/100, 37.5-float64(rng.IntN(20)),
			pick("A White - British", "A White - British", "A White - British", "B White - Irish", "H Asian or Asian British - Indian",
				"N Black or Black British - African", "P Black or Black British - Any other Black background",
				`"GF Mixed - Other, Unspecified"`, `"SE Other Specified, see notes"`, "Z Not Stated", ""),
			pick("Female", "Female", "Male"), pick("21-25", "26-30", "31-35", ">=71 Years"), pick("No", "Yes", "Not Declared"),
			pick("British", "Indian", `"Other, Not Listed"`), 1+rng.IntN(28), pick("JAN", "JUN", "OCT"), 1990+rng.IntN(35),
			2016+rng.IntN(10))
	}
	return b.Bytes()
}

// labels numbers the distinct values of a column. Values of up to 16 bytes are told
// apart by their first and last eight bytes and their length; only longer ones are
// compared in full. It is a hash table with open addressing, never over half full.
type labels struct {
	slots []labelSlot
	names []string
}

type labelSlot struct {
	first, last uint64
	size        int
	id          int // from 1; 0 for an empty slot
}

func newLabels() *labels { return &labels{slots: make([]labelSlot, 256)} }

// id returns the number of a value, from 0.
func (l *labels) id(value []byte) int {
	var first, last uint64
	if n := len(value); n >= 8 {
		first, last = binary.LittleEndian.Uint64(value), binary.LittleEndian.Uint64(value[n-8:])
	} else {
		for i := n - 1; i >= 0; i-- {
			first = first<<8 | uint64(value[i])
		}
	}
	hash := (first ^ last*0x9e3779b97f4a7c15 ^ uint64(len(value))) * 0xd1342543de82ef95
	for i := hash >> 32; ; i++ {
		slot := &l.slots[i&uint64(len(l.slots)-1)]
		switch {
		case slot.id == 0:
			return l.add(first, last, value)
		case slot.first == first && slot.last == last && slot.size == len(value) &&
			(len(value) <= 16 || l.names[slot.id-1] == string(value)):
			return slot.id - 1
		}
	}
}

// add numbers a new value. The table grows by putting every name in again.
func (l *labels) add(first, last uint64, value []byte) int {
	if 2*len(l.names) >= len(l.slots) {
		names := l.names
		*l = labels{slots: make([]labelSlot, 2*len(l.slots))}
		for _, name := range names {
			l.id([]byte(name))
		}
		return l.id(value)
	}
	l.names = append(l.names, string(value))
	hash := (first ^ last*0x9e3779b97f4a7c15 ^ uint64(len(value))) * 0xd1342543de82ef95
	i := hash >> 32
	for l.slots[i&uint64(len(l.slots)-1)].id != 0 {
		i++
	}
	l.slots[i&uint64(len(l.slots)-1)] = labelSlot{first: first, last: last, size: len(value), id: len(l.names)}
	return len(l.names) - 1
}

// staffCell is what staff is counted by.
type staffCell struct{ band, ethnic, year string }

// cellSink counts rows by band, ethnic origin and year. Year is the column with
// the fewest values, so its number is the lowest in a place.
type cellSink struct {
	bands, ethnics, years *labels
	counts                []int
	ragged                int
}

// The largest numbers of labels that cellSink has room for; a real consumer grows.
const maxEthnics, maxYears = 64, 16

func newCellSink() *cellSink {
	return &cellSink{bands: newLabels(), ethnics: newLabels(), years: newLabels(), counts: make([]int, 32*maxEthnics*maxYears)}
}

func (s *cellSink) Row(_ int64, cells *scan.Cells) {
	s.counts[(s.bands.id(cells.At(0))*maxEthnics+s.ethnics.id(cells.At(1)))*maxYears+s.years.id(cells.At(2))]++
}

func (s *cellSink) Odd(int64, []byte) { s.ragged++ }

// addTo adds what was counted to cells.
func (s *cellSink) addTo(cells map[staffCell]int) {
	for b, band := range s.bands.names {
		for e, ethnic := range s.ethnics.names {
			for y, year := range s.years.names {
				if n := s.counts[(b*maxEthnics+e)*maxYears+y]; n > 0 {
					cells[staffCell{band, ethnic, year}] += n
				}
			}
		}
	}
}

// scanOf returns the scan of a staff list.
func scanOf(tb testing.TB, r io.ReaderAt, size int64) scan.Scan {
	tb.Helper()
	file, err := Peek(r, size)
	if file == nil && err == nil { // it is small
		data := make([]byte, size)
		if _, err = r.ReadAt(data, 0); err == nil || err == io.EOF {
			file, err = Decode(data)
		}
	}
	if err != nil {
		tb.Fatal(err)
	}
	s, ok := file.Scan([]int{bandColumn, ethnicColumn, yearColumn})
	if !ok || s.Fields != staffColumns {
		tb.Fatalf("a staff list of %s with %d fields", file.Encoding, s.Fields)
	}
	return s
}

// countFast counts a staff list with Scan.
func countFast(tb testing.TB, r io.ReaderAt, size int64, workers int) map[staffCell]int {
	s := scanOf(tb, r, size)
	s.Workers = workers
	var sinks []*cellSink
	counts, err := s.Run(context.Background(), r, size, func(int) scan.Sink {
		sinks = append(sinks, newCellSink())
		return sinks[len(sinks)-1]
	}, nil)
	if err != nil || counts.Odd > 0 {
		tb.Fatalf("%+v, %v", counts, err)
	}
	cells := map[staffCell]int{}
	for _, s := range sinks {
		s.addTo(cells)
	}
	return cells
}

// countCSV counts a staff list with encoding/csv at its best: the record's memory
// reused, and the same labels.
func countCSV(tb testing.TB, r io.Reader) map[staffCell]int {
	c := csv.NewReader(r)
	c.ReuseRecord = true
	sink := newCellSink()
	if _, err := c.Read(); err != nil {
		tb.Fatal(err)
	}
	var fields scan.Cells
	for {
		rec, err := c.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			tb.Fatal(err)
		}
		fields.Reset()
		fields.Append(rec[bandColumn])
		fields.Append(rec[ethnicColumn])
		fields.Append(rec[yearColumn])
		sink.Row(0, &fields)
	}
	cells := map[staffCell]int{}
	sink.addTo(cells)
	return cells
}

// countGocsv counts a staff list as the counted extracts are read.
func countGocsv(tb testing.TB, r io.Reader) map[staffCell]int {
	type row struct {
		Band   string `csv:"AfC Band"`
		Ethnic string `csv:"Ethnic Origin"`
		Year   string `csv:"Year"`
	}
	cells := map[staffCell]int{}
	if err := gocsv.UnmarshalToCallback(r, func(r row) { cells[staffCell{r.Band, r.Ethnic, r.Year}]++ }); err != nil {
		tb.Fatal(err)
	}
	return cells
}

// BenchmarkFast compares ways to count a staff list of 20,000 rows in memory.
func BenchmarkFast(b *testing.B) {
	data := staffList(20_000)
	for _, bb := range []struct {
		name string
		run  func()
	}{
		{"Scan/workers=1", func() { countFast(b, bytes.NewReader(data), int64(len(data)), 1) }},
		{"Scan/workers=2", func() { countFast(b, bytes.NewReader(data), int64(len(data)), 2) }},
		{"encoding-csv", func() { countCSV(b, bytes.NewReader(data)) }},
		{"gocsv", func() { countGocsv(b, bytes.NewReader(data)) }},
		{"slow", func() { countSlow(b, data) }},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				bb.run()
			}
		})
	}
}

// countSlow counts a staff list with the slow reader.
func countSlow(tb testing.TB, data []byte) map[staffCell]int {
	file, err := Decode(data)
	if err != nil {
		tb.Fatal(err)
	}
	cells := map[staffCell]int{}
	for rec := range file.Records() {
		if rec.Refused() {
			tb.Fatal(rec.Faults)
		}
		cells[staffCell{rec.Value(bandColumn), rec.Value(ethnicColumn), rec.Value(yearColumn)}]++
	}
	return cells
}

// TestScanCounts holds that all the ways that the benchmark compares count the same.
func TestScanCounts(t *testing.T) {
	data := staffList(20_000)
	want := countCSV(t, bytes.NewReader(data))
	total := 0
	for _, n := range want {
		total += n
	}
	if total != 20_000 {
		t.Fatalf("%d rows", total)
	}
	for _, workers := range []int{1, 2, 5} {
		if got := countFast(t, bytes.NewReader(data), int64(len(data)), workers); !maps.Equal(got, want) {
			t.Errorf("%d workers count %d cells, want %d", workers, len(got), len(want))
		}
	}
	if got := countGocsv(t, bytes.NewReader(data)); !maps.Equal(got, want) {
		t.Errorf("gocsv counts %d cells, want %d", len(got), len(want))
	}
	if got := countSlow(t, data); !maps.Equal(got, want) {
		t.Errorf("the slow reader counts %d cells, want %d", len(got), len(want))
	}
}

// TestScanKeepsSinksApart runs many scans at a time, for the race detector.
func TestScanKeepsSinksApart(t *testing.T) {
	data := staffList(3000)
	want := countFast(t, bytes.NewReader(data), int64(len(data)), 1)
	r := strings.NewReader(string(data))
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if got := countFast(t, r, r.Size(), 4); !maps.Equal(got, want) {
				t.Errorf("%d cells, want %d", len(got), len(want))
			}
		})
	}
	wg.Wait()
}
