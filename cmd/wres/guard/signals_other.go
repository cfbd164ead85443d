//go:build !unix

package guard

import (
	"os"
	"syscall"
)

// heardSignals are the signals that the app handles itself. Closing the window
// arrives as SIGTERM on Windows.
func heardSignals() []os.Signal { return []os.Signal{os.Interrupt, syscall.SIGTERM} }

func signalName(s os.Signal) string {
	if s == syscall.SIGTERM {
		return "SIGTERM"
	}
	return "SIGINT"
}

// suspended answers that no signal stops and continues the app here.
func (s *signals) suspended(os.Signal, program) bool { return false }

// ended answers that no signal has the app print where it stands here.
func (s *signals) ended(os.Signal, program) bool { return false }

// WithoutCoreDumps has nothing to limit here.
func WithoutCoreDumps() {}

// Suspender gives nothing: there is no stopping and going on here.
func Suspender() func() { return nil }
