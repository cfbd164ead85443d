package main

import (
	"context"

	"github.com/spf13/cobra"

	"wres/cmd/wres/funnel"
	of "wres/model/funnel"
	"wres/model/indicator"
)

func funnelCommand(c *cli) *cobra.Command {
	last := &yearFlag{}
	return funnel.Command(funnel.World{Year: last, Years: completeYear(c), Args: oneFolder, Show: c.show, Narrate: c.narrate,
		Read: func(cmd *cobra.Command, dir string) (read funnel.Read, err error) {
			f, err := c.folder(dir, commandNames(cmd))
			if err != nil {
				return read, err
			}
			all, err := c.read(cmd.Context(), f, nil)
			if err != nil {
				return read, err
			}
			if read.Year, err = yearOf(all.results, last.year); err != nil {
				return read, err
			}
			read.Example = f.example()
			read.Members, err = funnel.Each(all.organisation.Choices, reader(cmd.Context(), c, f))
			return read, err
		}})
}

// reader reads a folder for one of its organisations.
func reader(ctx context.Context, c *cli, f folder) func(string) (*indicator.Results, error) {
	return func(name string) (*indicator.Results, error) {
		read, err := c.ofOrganisation(name).read(ctx, f, nil)
		return read.results, err
	}
}

// eachOf gives the organisations of a folder one by one, where that takes no time.
func eachOf(ctx context.Context, c *cli, f folder, read contents) *of.Set {
	return funnel.Quickly(read.organisation, read.report, reader(ctx, c, f))
}
