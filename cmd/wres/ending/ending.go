// Package ending says what an end of the app comes to: all that is known of how it ended goes in,
// and an error with its exit status comes out. That of a conversation in plain lines is the same.
//
// Place in the flow: cmd asks it last, once everything is closed.
package ending

import (
	"errors"
	"fmt"

	"wres/cmd/wres/exit"
	"wres/tui"
)

// End is all that is known of how the app ended.
type End struct {
	Crash   string // where it panicked
	Signal  string // the first one that came
	Unsaved bool
	Kept    bool  // the journal has what is unsaved
	App     error // of the model
	Program error // of Bubble Tea
}

// Of gives an end its error and with it the exit status.
func Of(e End) error {
	interrupted := e.Signal != "" || errors.Is(e.App, tui.ErrInterrupted)
	switch {
	case e.Crash != "":
		return exit.Crash(e.Crash)
	case e.Unsaved && e.Kept:
		return exit.Failure(errors.New("ended with work that was not saved; it is in the journal, and offered when wres starts again"))
	case e.Unsaved:
		return exit.Failure(errors.New("ended with work that was not saved"))
	case e.Signal == "SIGINT", e.Signal == "" && interrupted:
		return exit.With(exit.Interrupted, nil)
	case e.Signal != "":
		return nil // asked to end, and nothing is lost by it
	case e.App != nil:
		if f, ok := errors.AsType[*exit.Error](e.App); ok {
			return f
		}
		return exit.Failure(e.App)
	case e.Program != nil:
		return exit.Failure(fmt.Errorf("the terminal: %w", e.Program))
	}
	return nil
}
