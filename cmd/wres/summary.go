package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/cmd/wres/outfile"
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

// pageFlags are the flags of a page of the figures that is read inside: the summary or the
// brief.
type pageFlags struct {
	last        yearFlag
	publication bool
	form        *forms.Flags
	out         outfile.File
}

func addPageFlags(c *cli, cmd *cobra.Command, page report.Kind, year string) *pageFlags {
	flags := &pageFlags{}
	f := cmd.Flags()
	f.Var(&flags.last, "year", year+" (default: the latest there is)")
	addPublicationFlag(cmd, &flags.publication)
	f.StringVarP(&flags.out.Path, "output", "o", "", "the file to write; its ending says the form; - prints")
	f.BoolVar(&flags.out.Force, "force", false, "replace the file if it is there")
	flags.form = forms.Add(cmd, page)
	offer.By(cmd, "year", completeYear(c))
	offer.Files(cmd, "output")
	return flags
}

// write reads a folder and writes what is made of its summary, in the view and the form that
// are asked for. What is full may be read by its owner only: it is not for publication.
func (flags *pageFlags) write(c *cli, cmd *cobra.Command, dir string, page func(report.Summary) report.Page) error {
	format, err := flags.form.ChosenFor(flags.out)
	if err != nil {
		return err
	}
	s, err := summarised(c, cmd, dir, flags.last.year)
	if err != nil {
		return err
	}
	if flags.publication {
		s.page.Results = c.published(s.page.Results, s.beside)
	}
	if flags.out.Prints() {
		return c.show(format, page(s.page))
	}
	filed := *c
	filed.stdout = io.Discard // a file is no terminal: it has no colours, and no width
	content, err := filed.rendered(format, page(s.page))
	if err != nil {
		return err
	}
	return c.put(flags.out, content, s.from, !flags.publication)
}

func summaryCommand(c *cli) *cobra.Command {
	var flags *pageFlags
	cmd := &cobra.Command{
		Use:   "summary [DIR]",
		Short: "Print the indicators over three years: a page for before the meeting",
		Long: "Prints what the latest year shows, or --year, and how the action plan stands; then\n" +
			"each indicator over the three years that end there, with its change, and cautions.\n" +
			"Without DIR it reads the current folder if that holds extracts, else the built-in\n" +
			"example. Data go to stdout, remarks to stderr. With -o FILE it writes them into a\n" +
			"file, whose ending says the form; one that is there is kept, unless --force is given.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			return flags.write(c, cmd, folderOf(args), func(page report.Summary) report.Page { return page })
		}),
	}
	flags = addPageFlags(c, cmd, report.SummaryPage, "the last of the three years")
	return cmd
}

// summary reads a folder and prints its page as text.
func summary(c *cli, cmd *cobra.Command, dir string) error {
	s, err := summarised(c, cmd, dir, 0)
	if err != nil {
		return err
	}
	text, _ := export.Find(report.SummaryPage, export.TextName)
	return c.show(text, s.page)
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

// summarisedFolder is the summary of a folder, what is written beside the figures, and what
// both are made from.
type summarisedFolder struct {
	page   report.Summary
	beside report.Beside
	from   outfile.Source
}

// summarised reads a folder and its plan; last is 0 for the latest year.
func summarised(c *cli, cmd *cobra.Command, dir string, last model.Year) (s summarisedFolder, err error) {
	f, err := c.folder(dir, commandNames(cmd))
	if err != nil {
		return s, err
	}
	read, err := c.read(cmd.Context(), f, nil)
	if err != nil {
		return s, err
	}
	if last, err = yearOf(read.results, last); err != nil {
		return s, err
	}
	s.page = report.Summary{Results: read.results.Window(last, window), Report: read.report, Outlook: report.Outlook{Today: time.Now()}}
	s.beside = report.Beside{Organisation: read.organisation}
	s.from = sourceOf(f, append(madeFrom(f, read.report), planPath(f))...)
	if b, err := readPlan(c, planfile.Load, f); err != nil {
		s.page.Unread = err.Error()
	} else {
		s.beside.Plans, s.page.Actions = []report.PlanFile{{Name: planfile.Name, Plan: b.plan}}, b.plan.Actions()
	}
	if notes, err := notefile.Read(filepath.Dir(planPath(f))); err == nil { // which are in no output: the app says what is wrong with them
		s.beside.Texts = notes.Texts(words.For(s.page.Results.Settings), notefile.Name)
	}
	return s, nil
}

// yearOf gives the year that is asked for, or for 0 the latest.
func yearOf(r *indicator.Results, asked model.Year) (model.Year, error) {
	switch {
	case len(r.Years) == 0:
		return 0, exit.NothingRead(errors.New("the files give no figures of any year"))
	case asked == 0:
		return r.Latest(), nil
	case !r.HasYear(asked):
		return 0, exit.Misuse(fmt.Errorf("there are no figures for %s: the years are %s", asked, report.YearsText(r.Years)))
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
