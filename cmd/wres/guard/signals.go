package guard

import (
	"os"
	"os/signal"
	"sync"

	tea "charm.land/bubbletea/v2"

	"wres/tui"
)

// program is what the signal handler needs of a tea.Program.
type program interface {
	Send(tea.Msg)
	Kill()
	ReleaseTerminal() error
}

// signals hears the signals that ask the app to end and passes the first on to
// it, so that it can finish its save. A second one ends it at once.
type signals struct {
	heard chan os.Signal
	done  chan struct{}
	// suspending is between asking the app to stop and stopping the process; only
	// the goroutine that passes signals on uses it.
	suspending bool

	mu   sync.Mutex
	name string
}

// listen begins to hear signals for a program.
func listen(p program) *signals {
	s := &signals{heard: make(chan os.Signal, 4), done: make(chan struct{})}
	signal.Notify(s.heard, heardSignals()...)
	go s.pass(p)
	return s
}

func (s *signals) pass(p program) {
	for {
		select {
		case sig := <-s.heard:
			if s.suspended(sig, p) || s.ended(sig, p) {
				continue
			}
			if s.note(signalName(sig)) {
				p.Send(tui.TerminatedMsg{Signal: s.first()})
			} else {
				p.Kill()
			}
		case <-s.done:
			return
		}
	}
}

// note keeps the first signal's name, and answers whether this was the first.
func (s *signals) note(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.name != "" {
		return false
	}
	s.name = name
	return true
}

// first gives the name of the first signal that came, or "".
func (s *signals) first() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.name
}

// stop ends the hearing.
func (s *signals) stop() {
	signal.Stop(s.heard)
	close(s.done)
}
