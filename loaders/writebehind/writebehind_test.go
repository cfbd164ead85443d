package writebehind_test

import (
	"errors"
	"slices"
	"testing"

	"wres/loaders/writebehind"
)

// What was handed over while another value was written is passed over, but for the last of it;
// every wait ends, and Close leaves nothing unwritten.
func TestTheLatestIsWritten(t *testing.T) {
	var written []int // read once the writer has ended
	begun, goOn := make(chan struct{}), make(chan struct{})
	w := writebehind.New(func(n int) error {
		if written = append(written, n); n == 1 {
			close(begun)
			<-goOn
		}
		return nil
	})
	first := w.Take(1)
	<-begun
	passed, last := w.Take(2), w.Take(3)
	close(goOn)
	for _, wait := range []func() error{first, passed, last} {
		if err := wait(); err != nil {
			t.Error(err)
		}
	}
	w.Take(4)
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	if !slices.Equal(written, []int{1, 3, 4}) {
		t.Errorf("wrote %v", written)
	}
	if err := w.Take(5)(); err == nil {
		t.Error("a writer that has ended takes a value")
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
}

// A failing write is said to those who wait for it, and by Close where it was the last.
func TestAFailingWriteIsSaid(t *testing.T) {
	full := errors.New("the disk is full")
	w := writebehind.New(func(n int) error {
		if n > 1 {
			return full
		}
		return nil
	})
	if err := w.Take(1)(); err != nil {
		t.Error(err)
	}
	if err := w.Take(2)(); !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
	if err := w.Take(1)(); err != nil {
		t.Errorf("once there is room again: %v", err)
	}
	w.Take(2)
	if err := w.Close(); !errors.Is(err, full) {
		t.Errorf("%v", err)
	}
}
