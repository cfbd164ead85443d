package main

import (
	"wres/cmd/wres/exit"
)

// report prints an error as the user sees it and gives the exit status.
func (c *cli) report(err error) int {
	if err != nil && err.Error() != "" {
		c.narrate("%s", cleanLines(err.Error()))
	}
	return exit.Status(err)
}
