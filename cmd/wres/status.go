package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// The exit statuses, as the README promises them.
const (
	statusDone        = 0
	statusFailed      = 1   // the operation failed
	statusUsage       = 2   // usage or settings
	statusNothing     = 3   // nothing usable to read
	statusFound       = 4   // a command that checks found something
	statusInterrupted = 130 // interrupted with nothing unsaved
)

// failure is an error that knows its exit status. Every other error comes from
// cobra and is one of usage.
type failure struct {
	status int
	err    error // nil: there is nothing more to say
}

func (f *failure) Error() string {
	if f.err == nil {
		return ""
	}
	return f.err.Error()
}

func (f *failure) Unwrap() error { return f.err }

func failed(err error) error      { return &failure{statusFailed, err} }
func misused(err error) error     { return &failure{statusUsage, err} }
func nothingRead(err error) error { return &failure{statusNothing, err} }

// crashed is what a panic comes to: its place, and never its value, which may
// hold the text of a cell.
func crashed(place string) error {
	return failed(fmt.Errorf("the program failed at %s\n"+
		"What was saved is safe: the plan's file is replaced whole or not at all.\n"+
		"Start wres again. If it fails again, report the place above; it holds nothing of your data", place))
}

// report prints an error as the user sees it and gives the exit status.
func (c *cli) report(err error) int {
	if err == nil {
		return statusDone
	}
	status := statusUsage
	if f, ok := errors.AsType[*failure](err); ok {
		status = f.status
	}
	if text := err.Error(); text != "" {
		c.narrate("%s", cleanLines(text))
	}
	return status
}

// runs makes a cobra function of one of ours, so that an error without a status
// is a failed operation and not one of usage.
func runs(f func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		err := f(cmd, args)
		if _, known := errors.AsType[*failure](err); err == nil || known {
			return err
		}
		return failed(err)
	}
}

// suggestion ends a message with the names that a word may have been meant for.
func suggestion(names []string, prefix string) string {
	if len(names) == 0 {
		return ""
	}
	quoted := make([]string, len(names))
	for i, name := range names {
		quoted[i] = "'" + prefix + name + "'"
	}
	return "; did you mean " + strings.Join(quoted, " or ") + "?"
}

// nearest gives the names that a mistyped word is close to, by cobra's measure.
func nearest(word string, names []string) []string {
	known := &cobra.Command{SuggestionsMinimumDistance: 2}
	for _, name := range names {
		known.AddCommand(&cobra.Command{Use: name, Run: func(*cobra.Command, []string) {}})
	}
	return known.SuggestionsFor(word)
}
