package scan

import (
	"bytes"
	"context"
	"runtime"
	"strings"
	"testing"
)

func TestAllocatesNothingPerRow(t *testing.T) {
	text := []byte(strings.Repeat("\"1, \"\"x\"\"\",Łódź,\"line\r\nline "+strings.Repeat("\"\"", 100)+"\"\r\n", 20_000))
	s := Scan{Delimiter: ',', Columns: upTo(3), Fields: 3, Workers: 2, Chunk: 4096}
	run := func() {
		if _, err := s.Run(context.Background(), bytes.NewReader(text), int64(len(text)), func(int) Sink { return discard{} }, nil); err != nil {
			t.Fatal(err)
		}
	}
	// Each worker has a few slices, which grow a few times.
	if n := testing.AllocsPerRun(5, run); n > 100 {
		t.Errorf("%v allocations for 20,000 rows", n)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	run()
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
		t.Errorf("%d bytes allocated for 20,000 rows", n)
	}
}
