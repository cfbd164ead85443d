package main

import (
	"github.com/spf13/cobra"

	"wres/cmd/wres/build"
	"wres/cmd/wres/exit"
)

// version is set when a release is built: -ldflags "-X main.version=1.2.3".
var version string

func versionCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program, and what it was built from",
		Args:  noArguments,
		RunE:  exit.Runs(func(*cobra.Command, []string) error { return c.printVersion() }),
	}
}

func (c *cli) printVersion() error { return c.print([]byte(build.Lines(version))) }
