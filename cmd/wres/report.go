package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"wres/loaders/export"
	"wres/model/report"
	"wres/model/report/yearly"
)

// reportFlags are the flags of the year's report.
type reportFlags struct {
	format choice
	out    string
	last   yearFlag
	full   bool
	force  bool
}

func reportCommand(c *cli) *cobra.Command {
	flags := reportFlags{format: choice{of: formNames(report.YearPage)}}
	cmd := &cobra.Command{
		Use:   "report [DIR] --format " + strings.Join(flags.format.of, "|") + " [-o FILE]",
		Short: "Write the year's report and action plan",
		Long: "Writes the report of the latest year, or --year, with the figures of the three years\n" +
			"that end there, and the action plan. It is the publication view: what would identify\n" +
			"someone is hidden, and stderr says how much. --full hides nothing, and says so in the\n" +
			"report. Without -o, or with -o -, it prints; docx (Word) and xlsx (Excel) need a FILE.\n" +
			"One that is there is kept, unless --force is given. Without --format the ending of\n" +
			"FILE says it.",
		Args:              oneFolder,
		ValidArgsFunction: completeFolder,
		RunE: runs(func(cmd *cobra.Command, args []string) error {
			if flags.format.chosen == "" {
				if err := flags.format.Set(strings.TrimPrefix(filepath.Ext(flags.out), ".")); err != nil {
					return misused(errors.New("say in what form: --format " + flags.format.words()))
				}
			}
			return reportYear(c, cmd, folderOf(args), &flags)
		}),
	}
	f := cmd.Flags()
	f.Var(&flags.format, "format", flags.format.words())
	f.StringVarP(&flags.out, "output", "o", "", "the file to write; - prints")
	f.Var(&flags.last, "year", "the year of the report (default: the latest there is)")
	f.BoolVar(&flags.full, "full", false, "hide nothing: not for publication")
	f.BoolVar(&flags.force, "force", false, "replace the file if it is there")
	complete(cmd, "format", flags.format.of)
	completeBy(cmd, "year", completeYear(c))
	return cmd
}

// reportYear reads a folder and writes its report.
func reportYear(c *cli, cmd *cobra.Command, dir string, flags *reportFlags) error {
	format, _ := export.Find(report.YearPage, flags.format.chosen) // the flag takes no other
	if format.Binary && flags.out == "" {
		return misused(fmt.Errorf("%s is no text: say where to write it with -o FILE", format.Name))
	}
	read, beside, err := summarised(c, cmd, dir, flags.last.year)
	if err != nil {
		return err
	}
	page := yearly.Report{Results: read.Results, Actions: read.Actions}
	if page.Empty() {
		return nothingRead(fmt.Errorf("no indicator has figures in %s: there is nothing to report", page.Year()))
	}
	if !flags.full {
		page.Results = c.published(page.Results, beside)
	}
	content, err := c.rendered(format, page)
	if err != nil {
		return err
	}
	if flags.out == "" || flags.out == "-" {
		return c.print(content)
	}
	f, err := folderAt(dir, nil)
	if err != nil {
		return err
	}
	if err := writeExport(flags.out, planPath(f), content, exportMode, flags.force); err != nil {
		return err
	}
	c.narrate("wrote %s", clean(flags.out))
	return nil
}
