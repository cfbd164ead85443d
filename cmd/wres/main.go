// Command wres is an offline workbench for the NHS Workforce Race Equality
// Standard: a terminal app over a folder of extracts, and commands that print
// the same figures.
//
// It stands at both ends of the flow and is the only package that knows all the
// others: loaders read a folder into an organisation, model/indicator computes, and
// the app (package tui) or a command of this package shows the results. A command
// makes a page (model/report), and loaders/export writes it in the form that is asked
// for. One file holds one command; this one only wires. No command uses the network or
// starts another program.
package main

import (
	"fmt"
	"io"
	"os"

	_ "before.wres" // keeps a library from starting tmux; its comment says how
	"github.com/spf13/cobra"

	"wres/cmd/wres/console"
	"wres/cmd/wres/exit"
	"wres/cmd/wres/guard"
	"wres/cmd/wres/memory"
)

func main() {
	memory.CollectLate(os.Getenv)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, os.Environ()))
}

// run is the whole program, apart from what the process lends it: it returns the
// exit status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, environ []string) (status int) {
	args = console.Arguments(args)
	c := &cli{args: args, stdin: stdin, stdout: stdout, stderr: stderr, environ: environ}
	defer func() {
		if value := recover(); value != nil { // it may hold a cell's text: it is not printed
			status = c.report(exit.Crash(guard.Place(value)))
		}
	}()
	cobra.MousetrapHelpText = "" // a double-click on Windows opens the app
	help := &failing{w: stdout}
	root := c.rootCommand(help)
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetErr(stderr)
	err := root.Execute()
	if help.err != nil {
		err = exit.Failure(fmt.Errorf("write the output: %w", help.err))
	}
	return c.report(err)
}

// failing keeps the error of a write that nobody looks at, as cobra does of its help.
type failing struct {
	w   io.Writer
	err error
}

func (f *failing) Write(b []byte) (int, error) {
	n, err := f.w.Write(b)
	if f.err == nil {
		f.err = err
	}
	return n, err
}

// cli is one run of the program: what the process lends it, and the flags that
// every command has.
type cli struct {
	args           []string
	stdin          io.Reader
	stdout, stderr io.Writer
	environ        []string
	flags          globalFlags
}

// getenv looks a variable up in the environment of the run.
func (c *cli) getenv(name string) string { return lookup(c.environ, name) }

// lookup takes the last of several, as a shell does.
func lookup(environ []string, name string) string {
	for i := len(environ) - 1; i >= 0; i-- {
		if v := environ[i]; len(v) > len(name) && v[len(name)] == '=' && v[:len(name)] == name {
			return v[len(name)+1:]
		}
	}
	return ""
}

// narrate says something about what happens, beside the data on stdout. A
// narration that cannot be written is no reason to fail.
func (c *cli) narrate(format string, args ...any) {
	fmt.Fprintf(c.stderr, "wres: "+format+"\n", args...)
}

// print writes data to stdout in one go, so that a full disk is an error and not
// half a document that looks whole.
func (c *cli) print(data []byte) error {
	if _, err := c.stdout.Write(data); err != nil {
		return exit.Failure(fmt.Errorf("write the output: %w", err))
	}
	return nil
}
