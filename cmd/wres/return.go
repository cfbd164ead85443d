package main

import (
	"github.com/spf13/cobra"

	"wres/cmd/wres/nationalreturn"
)

func returnCommand(c *cli) *cobra.Command {
	format, last := &choice{of: nationalreturn.Forms()}, &yearFlag{}
	return nationalreturn.Command(nationalreturn.World{Format: format, Usage: format.words(), Year: last, Years: completeYear(c), Args: oneFolder,
		Rendered: c.rendered, Put: c.put, Narrate: c.narrate, Safe: safe(),
		Read: func(cmd *cobra.Command, dir string) (nationalreturn.Read, error) {
			s, err := summarised(c, cmd, dir, last.year)
			if err != nil {
				return nationalreturn.Read{}, err
			}
			return nationalreturn.Read{Organisation: s.beside.Organisation, Report: s.page.Report, Year: s.page.Results.Latest(), From: s.from}, nil
		}})
}
