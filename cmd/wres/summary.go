package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/offer"
	"wres/loaders/export"
	"wres/loaders/notefile"
	"wres/loaders/planfile"
	"wres/model"
	"wres/model/disclosure"
	"wres/model/indicator"
	"wres/model/report"
	"wres/model/words"
)

// window is the number of years that a summary shows.
const window = 3

func summaryCommand(c *cli) *cobra.Command {
	var last yearFlag
	var form *formFlags
	var publication bool
	cmd := &cobra.Command{
		Use:   "summary [DIR]",
		Short: "Print the indicators over three years: a page for before the meeting",
		Long: "Prints what the latest year shows, or --year, and how the action plan stands; then\n" +
			"each indicator over the three years that end there, with its change, and cautions.\n" +
			"Without DIR it reads the current folder if that holds extracts, else the built-in\n" +
			"example. Data go to stdout, remarks to stderr.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: runs(func(cmd *cobra.Command, args []string) error {
			format, err := form.chosen()
			if err != nil {
				return err
			}
			return summary(c, cmd, folderOf(args), last.year, publication, format)
		}),
	}
	cmd.Flags().Var(&last, "year", "the last of the three years (default: the latest there is)")
	addPublicationFlag(cmd, &publication)
	form = addFormFlags(cmd, report.SummaryPage)
	offer.By(cmd, "year", completeYear(c))
	return cmd
}

// summary reads a folder and prints its page in the form that is asked for.
func summary(c *cli, cmd *cobra.Command, dir string, last model.Year, publication bool, format export.Format) error {
	page, beside, err := summarised(c, cmd, dir, last)
	if err != nil {
		return err
	}
	if publication {
		page.Results = c.published(page.Results, beside)
	}
	return c.show(format, page)
}

// published gives the publication view of figures, and narrates what it hides of some years,
// or of all where none is named, and what stands beside it that gives it away.
func (c *cli) published(full *indicator.Results, beside report.Beside, years ...model.Year) *indicator.Results {
	view, account := disclosure.View(full, disclosure.RuleOf(full.Settings))
	if len(years) > 0 {
		account.Years = slices.DeleteFunc(account.Years, func(y disclosure.YearAccount) bool { return !slices.Contains(years, y.Year) })
	}
	for _, line := range report.HidingOf(full, view, account, beside).Remarks(safe()) {
		c.narrate("%s", line)
	}
	return view
}

// addPublicationFlag adds the flag of a page that is full where nothing else is asked for.
func addPublicationFlag(cmd *cobra.Command, publication *bool) {
	cmd.Flags().BoolVar(publication, "publication", false, "hide what would identify someone (see 'wres help disclosure')")
}

// addFullFlag adds the flag of a copy that leaves the program, which hides where nothing
// else is asked for.
func addFullFlag(cmd *cobra.Command, full *bool) {
	cmd.Flags().BoolVar(full, "full", false, "with what would identify someone: not for publication")
}

// summarised reads a folder and its plan, and what is written beside the figures; last is 0
// for the latest year.
func summarised(c *cli, cmd *cobra.Command, dir string, last model.Year) (page report.Summary, beside report.Beside, err error) {
	f, err := c.folder(dir, commandNames(cmd))
	if err != nil {
		return page, beside, err
	}
	read, err := c.read(cmd.Context(), f, nil)
	if err != nil {
		return page, beside, err
	}
	if last, err = yearOf(read.results, last); err != nil {
		return page, beside, err
	}
	page = report.Summary{Results: read.results.Window(last, window), Report: read.report, Outlook: report.Outlook{Today: time.Now()}}
	beside = report.Beside{Organisation: read.organisation}
	if b, err := readPlan(c, planfile.Load, f); err != nil {
		page.Unread = err.Error()
	} else {
		beside.Plans, page.Actions = []report.PlanFile{{Name: planfile.Name, Plan: b.plan}}, b.plan.Actions()
	}
	if notes, err := notefile.Read(filepath.Dir(planPath(f))); err == nil { // which are in no output: the app says what is wrong with them
		beside.Texts = notes.Texts(words.For(page.Results.Settings), notefile.Name)
	}
	return page, beside, nil
}

// yearOf gives the year that is asked for, or for 0 the latest.
func yearOf(r *indicator.Results, asked model.Year) (model.Year, error) {
	switch {
	case len(r.Years) == 0:
		return 0, nothingRead(errors.New("the files give no figures of any year"))
	case asked == 0:
		return r.Latest(), nil
	case !r.HasYear(asked):
		return 0, misused(fmt.Errorf("there are no figures for %s: the years are %s", asked, report.YearsText(r.Years)))
	}
	return asked, nil
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
func completeYear(c *cli) cobra.CompletionFunc {
	return func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		f, err := folderAt(folderOf(args), nil)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		read, err := c.read(cmd.Context(), f, nil)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var years []cobra.Completion
		for _, y := range read.results.Years {
			years = append(years, y.String())
		}
		return years, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}
