package main

import (
	"github.com/spf13/cobra"

	"wres/cmd/wres/sql"
)

func sqlCommand(c *cli) *cobra.Command {
	return sql.Command(func() sql.World {
		return sql.World{Print: c.print, Narrate: c.narrate, AssumeYear: c.flags.assumeYear.year, Organisation: c.flags.organisation}
	})
}
