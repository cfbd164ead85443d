package main

import (
	"context"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/funnel"
	"wres/model"
	of "wres/model/funnel"
)

func funnelCommand(c *cli) *cobra.Command {
	last := &yearFlag{}
	return funnel.Command(funnel.World{Year: last, Years: completeYear(c), Args: oneFolder, Show: c.show, Narrate: c.narrate,
		Read: func(cmd *cobra.Command, dir string) (funnel.Read, error) {
			f, err := c.folder(dir, commandNames(cmd))
			if err != nil {
				return funnel.Read{}, err
			}
			read, err := c.read(cmd.Context(), f, nil)
			if err != nil {
				return funnel.Read{}, err
			}
			year, err := yearOf(read.results, last.year)
			if err != nil {
				return funnel.Read{}, err
			}
			members, err := c.members(cmd.Context(), f, read.organisation)
			return funnel.Read{Members: members, Year: year, Example: f.example()}, err
		}})
}

// members reads a folder once more for each organisation that it names.
func (c *cli) members(ctx context.Context, f folder, all *model.Organisation) (members []of.Member, err error) {
	for _, name := range all.Choices {
		one := *c
		one.flags.organisation = name
		read, err := one.read(ctx, f, nil)
		if ctx.Err() != nil {
			return nil, exit.With(exit.Interrupted, ctx.Err())
		}
		if read.results == nil { // a folder that could be read a moment ago
			return nil, err
		}
		members = append(members, of.Member{Name: name, Results: read.results})
	}
	return members, nil
}
