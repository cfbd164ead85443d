package main

import (
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/offer"
)

func planDoneCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:               "done ID [DIR]",
		Short:             "Mark an action as done",
		Args:              oneAction,
		ValidArgsFunction: offer.Action(changeable),
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			word, dir := actionAndFolder(args)
			b, err := openToChange(c, cmd, dir)
			if err != nil {
				return err
			}
			defer b.file.Close()
			a, err := b.find(word)
			if err != nil {
				return err
			}
			if a.Done() {
				c.narrate("%s is done already; nothing was changed", clean(a.ID))
				return nil
			}
			p, err := b.plan.Done(a.ID, time.Now())
			if err != nil {
				return err
			}
			return savePlan(c, b, p)
		}),
	}
}
