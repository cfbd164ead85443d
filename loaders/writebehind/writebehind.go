// Package writebehind writes the latest of many values in a goroutine of its own: a value is
// handed over and nobody waits; the one that is the latest when a write may begin is written,
// and those before it are not.
//
// Place in the flow: what is typed and not saved goes through it to the disk. How it is written
// is a function of whoever makes a Writer.
package writebehind

import (
	"errors"
	"sync"
	"time"
)

// Gap is the least time between two writes. What is handed over meanwhile is written at its
// end, so no more than this and the time that the disk takes is ever missing.
const Gap = 300 * time.Millisecond

// Writer writes the latest value.
type Writer[T any] struct {
	write func(T) error
	wake  chan struct{} // something new to write, or the end
	stop  chan struct{} // closed by Close
	over  chan struct{} // closed when the goroutine has ended

	mu     sync.Mutex
	turn   *sync.Cond // done has grown
	latest T
	given  int // values that were handed over
	done   int // of them, those that were written, or for which a later one was
	err    error
	closed bool
}

// New starts a writer, which calls write in a goroutine of its own, once at a time; end it
// with Close.
func New[T any](write func(T) error) *Writer[T] {
	w := &Writer[T]{write: write, wake: make(chan struct{}, 1), stop: make(chan struct{}), over: make(chan struct{})}
	w.turn = sync.NewCond(&w.mu)
	go w.run()
	return w
}

// Take takes a value over and returns at once; one that is not written yet is replaced by a
// later one. wait gives nil once the value, or a later one, was written, else why it was not.
func (w *Writer[T]) Take(value T) (wait func() error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.closed {
		return func() error { return errors.New("the program is ending") }
	}
	w.latest = value
	w.given++
	number := w.given
	w.signal()
	return func() error { return w.wait(number) }
}

func (w *Writer[T]) wait(number int) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	for w.done < number {
		w.turn.Wait()
	}
	return w.err
}

func (w *Writer[T]) signal() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// Close writes what was handed over last and ends the goroutine. The error is that of the
// last write.
func (w *Writer[T]) Close() error {
	w.mu.Lock()
	if !w.closed {
		w.closed = true
		close(w.stop)
		w.signal()
	}
	w.mu.Unlock()
	<-w.over
	return w.err
}

// run writes the latest value, and the one after it not before Gap.
func (w *Writer[T]) run() {
	defer close(w.over)
	for {
		<-w.wake
		value, number, closed := w.next()
		if number > 0 {
			w.wrote(number, w.write(value))
		}
		if closed {
			return
		}
		select {
		case <-time.After(Gap):
		case <-w.stop:
		}
	}
}

// next gives the value to write, with its number, or 0 if there is none.
func (w *Writer[T]) next() (value T, number int, closed bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.given > w.done {
		number = w.given
	}
	return w.latest, number, w.closed
}

func (w *Writer[T]) wrote(number int, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.done, w.err = number, err
	w.turn.Broadcast()
}
