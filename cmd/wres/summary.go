package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"wres/model"
	"wres/model/indicator"
	"wres/model/source"
)

// window is the number of years that a summary shows.
const window = 3

// problemsShown is how many problems are printed before the rest is a number.
const problemsShown = 5

// summaryFlags are the flags of the summary command.
type summaryFlags struct {
	year                  yearFlag
	json, markdown, table bool
}

func (c *cli) summaryCommand() *cobra.Command {
	var flags summaryFlags
	cmd := &cobra.Command{
		Use:   "summary [DIR]",
		Short: "Print the nine indicators over three years: a page for before the meeting",
		Long: "Prints each indicator over the three years that end at the latest one, or at\n" +
			"--year: the figures, their change, what they show and what to read with care.\n" +
			"Without DIR it prints the built-in example. Data go to stdout, remarks to stderr.",
		Args:              oneFolder,
		ValidArgsFunction: completeFolder,
		RunE: runs(func(cmd *cobra.Command, args []string) error {
			return c.summary(cmd, folderOf(args), flags)
		}),
	}
	f := cmd.Flags()
	f.Var(&flags.year, "year", "the last of the three years (default: the latest there is)")
	f.BoolVar(&flags.json, "json", false, "print JSON, schema wres-summary/1")
	f.BoolVar(&flags.markdown, "md", false, "print Markdown")
	f.BoolVar(&flags.table, "csv", false, "print CSV, one value a row")
	err := cmd.RegisterFlagCompletionFunc("year", c.completeYear)
	if err != nil {
		panic(err) // the flag's name is misspelt in this file
	}
	return cmd
}

// forms counts the forms that are asked for beside text.
func (f summaryFlags) forms() int {
	n := 0
	for _, asked := range []bool{f.json, f.markdown, f.table} {
		if asked {
			n++
		}
	}
	return n
}

// summary reads a folder and prints its page in the form that is asked for.
func (c *cli) summary(cmd *cobra.Command, dir string, flags summaryFlags) error {
	if flags.forms() > 1 {
		return misused(errors.New("choose one of --json, --md and --csv"))
	}
	f, err := folderAt(dir, commandNames(cmd))
	if err != nil {
		return err
	}
	read, err := c.read(cmd.Context(), f, nil)
	if err != nil {
		return err
	}
	if years := read.results.Years; len(years) == 0 {
		return nothingRead(errors.New("the files give no figures of any year"))
	} else if flags.year.year == 0 {
		flags.year.year = read.results.Latest()
	} else if !read.results.HasYear(flags.year.year) {
		return misused(fmt.Errorf("there are no figures for %s: the years are %s", flags.year.year, yearsText(years)))
	}
	s := summary{results: read.results.Window(flags.year.year, window), report: read.report}
	if f.example() && (flags.json || flags.table) {
		c.narrate("no folder was named: these are the figures of the built-in example")
	}
	switch {
	case flags.json:
		return c.printEncoded(summaryJSON(s))
	case flags.table:
		c.narrateProblems(s.report)
		return c.printEncoded(summaryCSV(s))
	case flags.markdown:
		return c.print([]byte(s.page().markdown()))
	}
	return c.printText(s.page())
}

// summary is what a summary is made of: the results of its years, in full, and
// the report of what was read.
type summary struct {
	results *indicator.Results
	report  source.Report
}

// year is the year that the summary is about.
func (s summary) year() model.Year { return s.results.Latest() }

// printEncoded prints what an encoder made, or fails with its error.
func (c *cli) printEncoded(data []byte, err error) error {
	if err != nil {
		return err
	}
	return c.print(data)
}

// narrateProblems says on stderr what is wrong with the files, where the data on
// stdout has no place for it.
func (c *cli) narrateProblems(r source.Report) {
	for i, p := range r.Problems {
		if i == problemsShown {
			c.narrate("and %d more; --json lists them all", len(r.Problems)-i)
			return
		}
		c.narrate("%s", clean(p.String()))
	}
}

func commandNames(cmd *cobra.Command) []string {
	var names []string
	for _, sub := range cmd.Root().Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// completeYear offers the years of the folder that stands on the command line.
func (c *cli) completeYear(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	f, err := folderAt(folderOf(args), nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	read, err := c.read(contextOf(cmd), f, nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var years []cobra.Completion
	for _, y := range read.results.Years {
		years = append(years, y.String())
	}
	return years, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// contextOf gives a command's context, which completion leaves out.
func contextOf(cmd *cobra.Command) context.Context {
	if ctx := cmd.Context(); ctx != nil {
		return ctx
	}
	return context.Background()
}
