// Package exit gives an error the exit status that the program ends with.
//
// Place in the flow: a command's error goes in, and what the shell is told comes out.
package exit

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
)

// The exit statuses, as the README promises them.
const (
	Done        = 0
	Failed      = 1   // the operation failed
	Usage       = 2   // usage or settings
	Nothing     = 3   // nothing usable to read
	Found       = 4   // a command that checks found something
	Interrupted = 130 // interrupted with nothing unsaved
)

// Error is an error that knows its exit status. Every other error comes from cobra and is
// one of usage.
type Error struct {
	Status int
	Err    error // nil: there is nothing more to say
}

// Error implements error.
func (e *Error) Error() string {
	if e.Err == nil {
		return ""
	}
	return e.Err.Error()
}

// Unwrap gives the error without its status.
func (e *Error) Unwrap() error { return e.Err }

// With gives an error a status. The error may be nil.
func With(status int, err error) error { return &Error{status, err} }

// Failure is the error of an operation that failed.
func Failure(err error) error { return With(Failed, err) }

// Misuse is an error of usage or of the settings.
func Misuse(err error) error { return With(Usage, err) }

// NothingRead is the error of a folder or file that gives nothing.
func NothingRead(err error) error { return With(Nothing, err) }

// Crash is what a panic comes to: its place, and never its value, which may hold the text of
// a cell.
func Crash(place string) error {
	return Failure(fmt.Errorf("the program failed at %s\n"+
		"What was saved is safe: the plan's file is replaced whole or not at all.\n"+
		"Start wres again. If it fails again, report the place above; it holds nothing of your data", place))
}

// Status is the exit status of an error, which may be nil.
func Status(err error) int {
	if err == nil {
		return Done
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Status
	}
	return Usage
}

// Runs makes a cobra function of one of ours, so that an error without a status is a failed
// operation and not one of usage.
func Runs(f func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		err := f(cmd, args)
		if _, known := errors.AsType[*Error](err); err == nil || known {
			return err
		}
		return Failure(err)
	}
}
