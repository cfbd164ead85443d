package scan

import (
	"context"
	"errors"
	"io"
	"sync"
)

// run is what the workers of one Run share.
type run struct {
	Scan
	r        io.ReaderAt
	size     int64
	chunks   int64
	progress func(done, records int64)

	mu     sync.Mutex
	turn   sync.Cond // signalled when parity has moved on or err was set
	taken  int64     // chunks that a worker has taken
	known  int64     // the chunk whose beginning odd is about
	inCell bool      // an odd number of quotes stands before chunk known: it begins inside a cell
	done   int64     // bytes behind all the workers
	total  Counts
	err    error // as fail keeps it
}

// take gives a worker its next chunk, or false when there is none or none is needed.
func (r *run) take(ctx context.Context) (int64, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := ctx.Err(); err != nil {
		r.fail(err)
	}
	// The chunks before the one with an irregularity are all taken by now: their
	// workers go on, and may find an earlier one.
	if r.err != nil || r.taken == r.chunks {
		return 0, false
	}
	r.taken++
	return r.taken - 1, true
}

// inside waits until it is known whether chunk begins inside a quoted cell, and
// tells the next chunk the same given that this one has an odd number of quotes.
// It returns false for ok if there is an error, since then that may never be known:
// not for a chunk behind a read that failed, and behind an irregularity it means
// nothing. A chunk before one has had its turn.
func (r *run) inside(chunk int64, odd bool) (inside, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.known != chunk {
		if r.err != nil {
			return false, false
		}
		r.turn.Wait()
	}
	inside = r.inCell
	r.inCell = r.inCell != odd
	r.known++
	r.turn.Broadcast()
	return inside, true
}

// finish adds up a chunk that was read.
func (r *run) finish(bytes int64, counts Counts) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done += bytes
	r.total.add(counts)
	// Under the lock, so that the calls come in order and one at a time.
	if r.progress != nil && r.err == nil {
		r.progress(r.done, r.total.Records)
	}
}

// stop ends the run with an error.
func (r *run) stop(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.fail(err)
}

// fail keeps the first error, but of irregularities the earliest in the file: workers
// find them in any order. mu is held.
func (r *run) fail(err error) {
	var was, is *IrregularError
	if r.err == nil || errors.As(r.err, &was) && errors.As(err, &is) && is.Offset < was.Offset {
		r.err = err
	}
	r.turn.Broadcast()
}
