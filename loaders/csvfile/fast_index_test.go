package csvfile

import (
	"bytes"
	"context"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// TestIndexBlocks: the vector instructions find what the words find, from any state and
// for every byte.
func TestIndexBlocks(t *testing.T) {
	if !hasVectors {
		t.Log("this processor lacks the instructions: the words alone are used")
		return
	}
	rng := rand.New(rand.NewPCG(1, 9))
	text := make([]byte, groupBlocks*blockBytes)
	newIndex := func() *index {
		x := &index{plain: true, group: groupBlocks}
		x.reset(10 + len(text))
		return x
	}
	regular := 0
	for range 3000 {
		other := rng.IntN(3) * rng.IntN(128) // nothing but ends and quotes, or letters, or all
		for i := range text {
			if text[i] = ",\n\"x"[rng.IntN(4)]; rng.IntN(129) < other {
				text[i] = byte(rng.IntN(256))
			}
		}
		delim, blocks := ",;\t|\x01\x7f"[rng.IntN(6)], 1+rng.IntN(groupBlocks)
		state := blockState{used: 1 + uint64(rng.IntN(9)), lines: uint64(rng.IntN(9)), carry: -uint64(rng.IntN(2)), closed: uint64(rng.IntN(2)), mayOpen: uint64(rng.IntN(2))}
		if rng.IntN(2) == 0 { // so that some are regular
			state.carry, state.closed, state.mayOpen = 0, 0, 1
			var b []byte
			for len(b) < len(text) {
				b = append(b, []string{"x", "", "xyz", `"x"`, `"x` + string(delim) + `y"`, `"x""y"`, `""`, `"é"`}[rng.IntN(8)]...)
				b = append(b, []byte{delim, delim, '\n'}[rng.IntN(3)])
			}
			copy(text, b)
		}
		want, got := newIndex(), newIndex()
		wantState, gotState := state, state
		n := blocks * blockBytes
		want.blocks(&wantState, text, n, n, delim)
		indexBlocks(&text[0], blocks, delim, &got.ends[0], &got.rows[0], &gotState)
		// The words alone know the place, and whether a CR makes it regular.
		if (gotState.bad != 0) != (want.bad >= 0 || len(want.inner) > 0) && !bytes.ContainsRune(text, '\r') {
			t.Fatalf("%q: bad %x, want the first at %d", text[:n], gotState.bad, want.bad)
		}
		if gotState.bad == 0 {
			regular++
		}
		gotState.bad, gotState.high, wantState.high = 0, min(gotState.high, 1), min(wantState.high, 1)
		if gotState != wantState {
			t.Fatalf("%q from %+v: %+v, want %+v", text[:n], state, gotState, wantState)
		}
		if !slices.Equal(got.ends[state.used:gotState.used], want.ends[state.used:gotState.used]) ||
			!slices.Equal(got.rows[state.lines:gotState.lines], want.rows[state.lines:gotState.lines]) {
			t.Fatalf("%q: the ends are not alike", text[:n])
		}
	}
	if regular < 300 {
		t.Errorf("only %d texts were regular", regular)
	}
}

func TestFastAllocatesNothingPerRow(t *testing.T) {
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
