package guard

import (
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"wres/tui"
)

// fakeProgram records what the signal handler does to a program.
type fakeProgram struct {
	sent   chan tea.Msg
	killed chan struct{}
}

func (p fakeProgram) Send(m tea.Msg)         { p.sent <- m }
func (p fakeProgram) Kill()                  { close(p.killed) }
func (p fakeProgram) ReleaseTerminal() error { return nil }

func TestFirstSignalAsksAndSecondEnds(t *testing.T) {
	p := fakeProgram{make(chan tea.Msg, 1), make(chan struct{})}
	s := listen(p)
	defer s.stop()
	s.heard <- heardSignals()[1]
	if got := <-p.sent; got != (tui.TerminatedMsg{Signal: "SIGTERM"}) {
		t.Errorf("sent %v", got)
	}
	s.heard <- heardSignals()[0]
	select {
	case <-p.killed:
	case <-time.After(10 * time.Second):
		t.Fatal("the second signal did not end the program")
	}
	if s.first() != "SIGTERM" {
		t.Errorf("first signal %q", s.first())
	}
}
