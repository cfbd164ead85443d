package main

import (
	"errors"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/offer"
	"wres/loaders/export"
	"wres/model/report"
)

func briefCommand(c *cli) *cobra.Command {
	var flags *pageFlags
	var plain bool
	cmd := &cobra.Command{
		Use:   "brief [DIR]",
		Short: "Print what is clear, what cannot be told and how the plan stands, in 40 lines",
		Long: "Prints the summary in forty lines, to read out in two minutes: each significant\n" +
			"difference with its counts, its years and the actions that answer it; what cannot be\n" +
			"told, and what would tell it; what has no figures, and why; and what is late in the\n" +
			"action plan, due soon, or missing from it. Without DIR it reads the current folder if\n" +
			"that holds extracts, else the built-in example.\n\n" +
			"It is for those inside who may see the full figures, and says so at its head;\n" +
			"--publication makes one that can be handed on. See 'wres help disclosure'.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			if format, err := flags.form.Chosen(); err == nil && plain && format.Name != export.TextName {
				return exit.Misuse(errors.New("choose one of --plain and --" + format.Name))
			}
			c.flags.accessible = c.flags.accessible || plain
			return flags.write(c, cmd, folderOf(args), func(page report.Summary) report.Page { return report.Brief{Summary: page} })
		}),
	}
	flags = addPageFlags(c, cmd, report.BriefPage, "the year that it is about")
	cmd.Flags().BoolVar(&plain, "plain", false, "print plain lines, as --accessible does")
	return cmd
}
