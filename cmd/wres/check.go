package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/model/report"
	"wres/model/source"
)

func checkCommand(c *cli) *cobra.Command {
	var form *forms.Flags
	cmd := &cobra.Command{
		Use:   "check [DIR]",
		Short: "Print what was read of a folder and what is wrong with it",
		Long: "Prints each file: what it was taken for, how it is written, and its rows read,\n" +
			"used and refused. Then each problem with its file, line and column. The exit\n" +
			"status is 4 where there are errors; notices do not count.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			return check(c, cmd, folderOf(args), form)
		}),
	}
	form = forms.Add(cmd, report.CheckPage)
	return cmd
}

// check prints what reading a folder said. A folder of which nothing is usable
// is told of all the same, before the status that says so.
func check(c *cli, cmd *cobra.Command, dir string, form *forms.Flags) error {
	format, err := form.Chosen()
	if err != nil {
		return err
	}
	f, err := c.folder(dir, commandNames(cmd))
	if err != nil {
		return err
	}
	read, err := c.read(cmd.Context(), f, nil)
	known, _ := errors.AsType[*exit.Error](err)
	unusable := known != nil && known.Status == exit.Nothing && len(read.report.Files) > 0
	if err != nil && !unusable {
		return err
	}
	if err := c.show(format, report.Check{Report: read.report, Results: read.results}); err != nil {
		return err
	}
	switch {
	case unusable:
		return exit.NothingRead(fmt.Errorf("nothing in %s can be used", source.Path(f.path)))
	case read.report.Errors() > 0:
		return exit.With(exit.Found, nil)
	}
	return nil
}
