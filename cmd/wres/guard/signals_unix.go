//go:build unix

package guard

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"
)

// heardSignals are the signals that the app handles itself.
func heardSignals() []os.Signal {
	return []os.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGTSTP, syscall.SIGQUIT, syscall.SIGABRT}
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

// Suspender gives what stops the app as the shell's key would, and gives the terminal back
// meanwhile.
func Suspender() func() { return func() { _ = syscall.Kill(os.Getpid(), syscall.SIGTSTP) } }

// ended handles the signals that end a program which no longer answers and have it print
// where it stands, and reports whether sig was one. The terminal is given back first, or
// the stacks would be printed on the app's screen; Go prints them when the signal comes
// again, as it is no longer heard. They hold no text.
func (s *signals) ended(sig os.Signal, p program) bool {
	if sig != syscall.SIGQUIT && sig != syscall.SIGABRT {
		return false
	}
	_ = p.ReleaseTerminal() // where it cannot be given back, the stacks are all there is
	signal.Reset(sig)
	_ = syscall.Kill(os.Getpid(), sig.(syscall.Signal))
	return true
}

// WithoutCoreDumps sees that a crash leaves no image of the memory, which holds
// the figures. A limit that cannot be set is as it was before.
func WithoutCoreDumps() {
	_ = syscall.Setrlimit(syscall.RLIMIT_CORE, &syscall.Rlimit{})
}
