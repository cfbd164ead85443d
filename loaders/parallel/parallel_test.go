package parallel

import (
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
)

func TestDoCallsEach(t *testing.T) {
	var sum atomic.Int64
	Do(10, func(i int) { sum.Add(int64(i)) })
	Do(0, func(int) { t.Error("called for none") })
	if sum.Load() != 45 {
		t.Errorf("the numbers add up to %d, want 45", sum.Load())
	}
}

func breaks() { panic("Jane Doe") }

func TestDoPanicsWithThePlaceAlone(t *testing.T) {
	var others atomic.Int64
	defer func() {
		p, ok := recover().(*Panic)
		if !ok {
			t.Fatalf("no *Panic but %v", p)
		}
		if others.Load() != 3 {
			t.Errorf("%d of 3 others were waited for", others.Load())
		}
		frames := runtime.CallersFrames(p.Callers())
		for {
			frame, more := frames.Next()
			if strings.HasSuffix(frame.Function, ".breaks") {
				return
			}
			if !more {
				t.Fatal("the place is not among the callers")
			}
		}
	}()
	Do(4, func(i int) {
		if i == 1 {
			breaks()
		}
		others.Add(1)
	})
}
