// Package newfolder is the command that writes an empty folder of extracts to fill in: a
// folder's name goes in, and the names of the files that were written are printed.
//
// Place in the flow: loaders/settings writes the files; cmd/wres lends it what prints.
package newfolder

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/offer"
	"wres/loaders/csvfile"
	"wres/loaders/settings"
)

// Command makes the command. print writes what it says.
func Command(print func([]byte) error) *cobra.Command {
	return &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write an empty folder of extracts to fill in",
		Long: "Writes one CSV file for each kind of counted extract, with its header, and a\n" +
			"wres.toml with comments, into DIR or else the current folder. It makes the folder\n" +
			"where there is none and overwrites nothing.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(_ *cobra.Command, args []string) error {
			dir, shown, then := ".", "the current folder", "wres"
			if len(args) > 0 {
				dir, shown = args[0], csvfile.Clean(args[0])
				then += " " + shown
			}
			written, err := settings.Init(dir)
			if err != nil {
				return err
			}
			var b strings.Builder
			fmt.Fprintf(&b, "Wrote into %s:\n", shown)
			for _, name := range written {
				fmt.Fprintf(&b, "  %s\n", csvfile.Clean(name))
			}
			fmt.Fprintf(&b, "\nNext: fill in the files that you have figures for, with the counts under White,\n"+
				"BME and Unknown, and delete the others. In recruitment.csv the column count says\n"+
				"shortlisted or appointed. A column ethnicity with a row for each group does as\n"+
				"well: 'wres help data' has both forms, and says what goes into each column.\n"+
				"Then: %s\n", then)
			return print([]byte(b.String()))
		}),
	}
}

func oneFolder(_ *cobra.Command, args []string) error {
	if len(args) > 1 {
		return fmt.Errorf("init writes into one folder, not %d: wres init DIR; put quotes round a path that has spaces", len(args))
	}
	return nil
}
