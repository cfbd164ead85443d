package speed

import (
	"testing"
	"time"
)

// How long a file still takes is said once there is something to judge by, and while it is
// worth waiting for; a file before says nothing of it.
func TestLeft(t *testing.T) {
	start := time.Date(2025, time.April, 14, 10, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		after time.Duration
		bytes int64
		want  string
	}{
		{2 * time.Second, 200, ""}, // too early
		{4 * time.Second, 100, ""}, // no byte more than at first
		{4 * time.Second, 200, ", about 30 s left"},
		{10 * time.Second, 150, ", about 3 min left"},
		{9 * time.Second, 990, ""}, // all but through
	} {
		var r Reading
		r.At("a.csv", 900, start.Add(-time.Hour))
		r.At("b.csv", 100, start)
		r.At("b.csv", c.bytes, start.Add(c.after))
		if got := r.Left(1000); got != c.want {
			t.Errorf("after %s, %d bytes: %q, want %q", c.after, c.bytes, got, c.want)
		}
	}
}
