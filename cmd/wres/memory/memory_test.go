package memory

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"testing"
)

func collectionPercent() uint64 {
	s := []metrics.Sample{{Name: "/gc/gogc:percent"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

func TestOnlyTheFirstCollectionIsLate(t *testing.T) {
	const own = 90
	defer debug.SetGCPercent(debug.SetGCPercent(own))
	CollectLate(func(string) string { return "50" })
	if got := collectionPercent(); got != own {
		t.Errorf("%d percent, where the user set GOGC; want %d", got, own)
	}
	CollectLate(func(string) string { return "" })
	if got := collectionPercent(); got != firstCollection {
		t.Errorf("%d percent before the first collection; want %d", got, firstCollection)
	}
	for range 1000 { // the first ends it; the cleanup runs on a goroutine of its own
		runtime.GC()
		runtime.Gosched()
		if collectionPercent() == own {
			return
		}
	}
	t.Errorf("%d percent after collections; want %d", collectionPercent(), own)
}
