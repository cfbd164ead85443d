package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"wres/loaders/settings"
)

func initCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:   "init DIR",
		Short: "Write an empty folder of extracts to fill in",
		Long: "Writes one CSV file for each kind of counted extract, with its header, and a\n" +
			"wres.toml with comments, into DIR. It makes the folder where there is none and\n" +
			"overwrites nothing.",
		Args:              initArgs,
		ValidArgsFunction: completeFolder,
		RunE: runs(func(_ *cobra.Command, args []string) error {
			written, err := settings.Init(args[0])
			if err != nil {
				return err
			}
			var b strings.Builder
			fmt.Fprintf(&b, "Wrote into %s:\n", clean(args[0]))
			for _, name := range written {
				fmt.Fprintf(&b, "  %s\n", clean(name))
			}
			fmt.Fprintf(&b, "\nNext: fill in the files that you have figures for and delete the others.\n"+
				"'wres help data' says what goes into each column.\n"+
				"Then: wres %s\n", clean(args[0]))
			return c.print([]byte(b.String()))
		}),
	}
}

func initArgs(_ *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("init needs the one folder to write into: wres init DIR")
	}
	return nil
}
