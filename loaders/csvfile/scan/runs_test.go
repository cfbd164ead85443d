package scan

import (
	"encoding/csv"
	"math/rand/v2"
	"strings"
	"testing"

	"wres/loaders/parallel"
)

// breaksAt is a sink that panics at a record.
type breaksAt int64

func (at breaksAt) Row(offset int64, cells *Cells) {
	if offset >= int64(at) {
		panic(string(cells.At(0)))
	}
}
func (breaksAt) Odd(int64, []byte) {}

// TestPanicIsTheCallers: a panic of a worker does not end the process, and does not
// leave the other workers waiting.
func TestPanicIsTheCallers(t *testing.T) {
	text := strings.Repeat("Jane,Doe\n", 5000)
	for _, workers := range []int{1, 4} {
		func() {
			defer func() {
				if _, ok := recover().(*parallel.Panic); !ok {
					t.Errorf("%d workers: no panic with its place", workers)
				}
			}()
			s := Scan{Delimiter: ',', Columns: upTo(2), Fields: 2, Workers: workers, Chunk: 1000}
			_, err := s.Run(t.Context(), strings.NewReader(text), int64(len(text)), func(int) Sink { return breaksAt(20_000) }, nil)
			t.Errorf("%d workers: %v", workers, err)
		}()
	}
}

// runSink holds that a run has the text of its fields, and that each field can be asked
// for, whichever are handed over.
type runSink struct {
	t    *testing.T
	rows *int
}

func (s runSink) Row(_ int64, cells *Cells) {
	*s.rows++
	all, one := string(cells.At(1)), string(cells.At(2))
	r := csv.NewReader(strings.NewReader(all))
	r.Comma = ';'
	rec, err := r.Read()
	if err != nil {
		s.t.Fatal(err)
	}
	for i, want := range rec {
		if got := string(cells.Field(i)); got != want {
			s.t.Errorf("field %d of %q is %q", i, all, got)
		}
	}
	if got := string(cells.At(0)); got != rec[2] {
		s.t.Errorf("field 2 of %q is %q", all, got)
	}
	if !strings.HasPrefix(all, one+";") {
		s.t.Errorf("the first field of %q is written as %q", all, one)
	}
}
func (runSink) Odd(int64, []byte) {}

func TestRuns(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	cells := []string{"", "a", `"a"`, `"a;b"`, `"say ""x"""`, "\"l\nm\"", `""`, "Wht Brit"}
	var text strings.Builder
	const rows = 3000
	for range rows {
		for i := range 4 {
			text.WriteString(cells[1+rng.IntN(len(cells)-1)] + ";\n"[min(i, 3)/3:][:1])
		}
	}
	for _, end := range []string{"\n", "\r\n"} {
		seen := 0
		text := strings.ReplaceAll(text.String(), "\n", end)
		s := Scan{Delimiter: ';', Columns: []int{2}, Runs: []Run{{0, 3}, {0, 0}}, Fields: 4, Workers: 1, Chunk: 999}
		counts, err := s.Run(t.Context(), strings.NewReader(text), int64(len(text)), func(int) Sink { return runSink{t, &seen} }, nil)
		if err != nil || seen+int(counts.Blank) != rows || seen < rows/2 {
			t.Errorf("%d rows of %+v, %v", seen, counts, err)
		}
	}
	for _, run := range []Run{{-1, 1}, {2, 1}, {0, 4}} {
		s := Scan{Delimiter: ';', Runs: []Run{run}, Fields: 4}
		if _, err := s.Run(t.Context(), strings.NewReader(""), 0, func(int) Sink { return discard{} }, nil); err == nil {
			t.Errorf("the run %v is taken", run)
		}
	}
}
