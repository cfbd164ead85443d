package guard

import (
	"context"
	"io"
	"os"
	"os/signal"
	"sync"
	"syscall"
)

// Asked is whether a signal has asked a program without a screen to end. The first one is
// heard, so that what is under way can be finished; a second one ends the program at once.
type Asked struct {
	context.Context // done once a signal came
	stop            context.CancelFunc

	mu   sync.Mutex
	name string
}

// Listen begins to hear signals, until Stop is called.
func Listen(parent context.Context) *Asked {
	a := &Asked{}
	a.Context, a.stop = context.WithCancel(parent)
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	go func() {
		defer signal.Stop(heard)
		select {
		case sig := <-heard:
			a.mu.Lock()
			a.name = signalName(sig)
			a.mu.Unlock()
			a.stop()
		case <-a.Done():
		}
	}()
	return a
}

// Signal names the signal that came, or "".
func (a *Asked) Signal() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.name
}

// Stop hears no more.
func (a *Asked) Stop() { a.stop() }

// Input gives an input that ends when a signal comes, though nothing more is typed.
func (a *Asked) Input(r io.Reader) io.Reader {
	in := &input{asked: a, parts: make(chan []byte)}
	go func() {
		defer close(in.parts)
		for {
			buffer := make([]byte, 4096)
			n, err := r.Read(buffer)
			if n > 0 {
				select {
				case in.parts <- buffer[:n]:
				case <-a.Done():
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	return in
}

type input struct {
	asked *Asked
	parts chan []byte
	rest  []byte
}

// Read gives what was typed. What came before a signal and was not read yet is left.
func (in *input) Read(b []byte) (int, error) {
	if in.asked.Err() != nil {
		return 0, io.EOF
	}
	if len(in.rest) == 0 {
		select {
		case part, ok := <-in.parts:
			if !ok {
				return 0, io.EOF
			}
			in.rest = part
		case <-in.asked.Done():
			return 0, io.EOF
		}
	}
	n := copy(b, in.rest)
	in.rest = in.rest[n:]
	return n, nil
}
