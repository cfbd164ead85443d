package main

import (
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/offer"
	"wres/cmd/wres/pictures"
	"wres/loaders/planfile"
	"wres/tui"
	"wres/tui/theme"
)

// exampleDay is the day of the example's pictures, whenever they are made: some of its
// deadlines have passed.
func exampleDay() time.Time { return time.Date(2025, time.April, 14, 9, 0, 0, 0, time.UTC) }

// pictureCommand is for those who write about the program or work on it, so it stands
// in no list.
func pictureCommand(c *cli) *cobra.Command {
	size := pictures.Size{Columns: 80, Lines: 24}
	background := choice{of: []string{pictures.Dark, pictures.Light}, chosen: pictures.Dark}
	var keys, all string
	var full bool
	cmd := &cobra.Command{
		Use:    "picture [DIR]",
		Short:  "Print a picture of a screen of the app, as SVG",
		Hidden: true,
		Long: "Prints a picture of the app as it is after the keys, as SVG. The built-in example\n" +
			"is shown with its own plan, as on " + exampleDay().Format("2 January 2006") + ". Nothing is saved: a plan that the\n" +
			"keys change stays as it was.\n\n" +
			"It begins in the publication view, as a picture goes where the program does not;\n" +
			"with --full, or of the example, whose figures are published or made up, in full.\n\n" +
			"With --all it writes into FOLDER the pictures of the overview, of indicators 1 and 2,\n" +
			"of the meeting and of the plan, each dark and light, at 80x24 and at 120x40, and replaces those\n" +
			"that are there.",
		Example:           "  wres picture --size 120x40 --theme light --keys \"2 down enter\" > picture.svg\n  wres picture --all pictures",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			s, err := c.pictured(cmd, folderOf(args))
			if err != nil {
				return err
			}
			s.Full = s.Full || full
			if all != "" {
				written, err := s.All(all)
				if err == nil {
					c.narrate("wrote %d pictures into %s", written, clean(all))
				}
				return err
			}
			svg, err := s.Picture(size, background.chosen, strings.Fields(keys))
			if err != nil {
				return exit.Misuse(err)
			}
			return c.print(svg)
		}),
	}
	f := cmd.Flags()
	f.Var(&size, "size", "columns and lines of the screen")
	f.Var(&background, "theme", "the background: "+background.words())
	f.StringVar(&keys, "keys", "", "keys to press, with spaces between: \"1 c\", \"p down enter\"")
	f.StringVar(&all, "all", "", "write pictures of the main screens into `FOLDER`")
	for _, one := range []string{"keys", "size", "theme"} {
		cmd.MarkFlagsMutuallyExclusive("all", one)
	}
	addFullFlag(cmd, &full)
	offer.Folders(cmd, "all")
	offer.Values(cmd, "theme", background.of...)
	return cmd
}

// pictured reads a folder and its plan, without the plan's lock.
func (c *cli) pictured(cmd *cobra.Command, dir string) (pictures.Source, error) {
	s := pictures.Source{Charset: theme.Full, Now: time.Now}
	if c.flags.charset.chosen != "" {
		s.Charset = c.charset()
	}
	f, err := c.folder(dir, commandNames(cmd))
	if err != nil {
		return s, err
	}
	read, err := c.read(cmd.Context(), f, nil)
	if err != nil && !mendable(read) {
		return s, err
	}
	s.Report = c.preview(f)
	s.Loaded = &tui.Loaded{Results: read.results, Organisation: read.organisation, Members: eachOf(cmd.Context(), c, f, read), Report: read.report, Nothing: err}
	if f.example() { // never the copy of its plan that the user has changed
		s.Path, s.Now, s.Full = planfile.Name, exampleDay, true
		s.Loaded.Plan, err = examplePlan()
		return s, err
	}
	s.Path = planPath(f)
	if file, err := planfile.Load(s.Path); err != nil {
		s.Loaded.ReadOnly = clean(err.Error())
	} else {
		s.Loaded.Plan, s.Loaded.ReadOnly = file.Plan(), clean(file.ReadOnly())
	}
	return s, nil
}
