package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/offer"
	"wres/cmd/wres/outfile"
	"wres/model"
	"wres/model/plan"
	"wres/model/words"
)

func planCarryCommand(c *cli) *cobra.Command {
	var year yearFlag
	cmd := &cobra.Command{
		Use:   "carry-over [DIR] --year YEAR",
		Short: "Keep this plan as that of a year, and begin the next with its open actions",
		Long: "Keeps the plan as action-plan-YEAR.csv beside it, byte for byte, and leaves the\n" +
			"actions that are still open in action-plan.csv, with new numbers and a note.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			if year.year == 0 {
				return exit.Misuse(errors.New("say of which year the plan is: --year 2024"))
			}
			return planCarry(c, cmd, folderOf(args), year.year)
		}),
	}
	cmd.Flags().Var(&year, "year", "the year that the plan so far was of")
	offer.By(cmd, "year", completeYear(c))
	return cmd
}

func planCarry(c *cli, cmd *cobra.Command, dir string, year model.Year) error {
	b, err := openToChange(c, cmd, dir)
	if err != nil {
		return err
	}
	defer b.file.Close()
	if b.plan.Len() == 0 {
		return exit.Misuse(errors.New("there are no actions to carry over"))
	}
	content, err := os.ReadFile(b.file.Path())
	if err != nil {
		return exit.Failure(err)
	}
	archive := filepath.Join(filepath.Dir(b.file.Path()), plan.ArchiveName(year))
	if err := (outfile.File{Path: archive, Fixed: true}).Write(content, outfile.Private); err != nil {
		return exit.Failure(err)
	}
	c.narrate("the plan of %s is kept in %s", year, clean(archive))
	next := b.plan.CarryOver(year, time.Now())
	if err := savePlan(c, b, next); err != nil {
		return err
	}
	return c.print([]byte(fmt.Sprintf("%s carried over, %d left behind\n", words.Count(next.Len(), "action"), b.plan.Len()-next.Len())))
}
