package main

import (
	"github.com/spf13/cobra"

	"wres/cmd/wres/comparepairs"
)

func compareCommand(c *cli) *cobra.Command {
	return comparepairs.Command(comparepairs.World{In: c.stdin, Out: c.stdout, Show: c.show, Options: c.exportOptions})
}
