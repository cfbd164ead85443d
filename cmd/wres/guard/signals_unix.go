//go:build unix

package guard

import (
	"os"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// heardSignals are the signals that the app handles itself.
func heardSignals() []os.Signal {
	return []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGTSTP}
}

func signalName(s os.Signal) string {
	switch s {
	case syscall.SIGTERM:
		return "SIGTERM"
	case syscall.SIGHUP:
		return "SIGHUP"
	}
	return "SIGINT"
}

// suspended handles the signal that stops the app, and reports whether sig was
// it. Bubble Tea gives the terminal back, sends the signal once more and waits to
// be continued, when it draws the screen anew. The second signal must stop the
// process, and Go keeps its handler of SIGTSTP once that was asked for: so it is
// SIGSTOP that stops the process group, as the shell's key would.
func (s *signals) suspended(sig os.Signal, p program) bool {
	if sig != syscall.SIGTSTP {
		return false
	}
	if s.suspending {
		_ = syscall.Kill(0, syscall.SIGSTOP) // where it cannot stop, it goes on
	} else {
		p.Send(tea.SuspendMsg{})
	}
	s.suspending = !s.suspending
	return true
}

// WithoutCoreDumps sees that a crash leaves no image of the memory, which holds
// the figures. A limit that cannot be set is as it was before.
func WithoutCoreDumps() {
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
