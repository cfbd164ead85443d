package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/cmd/wres/outfile"
	"wres/loaders/export"
	"wres/loaders/ownwords"
	"wres/loaders/planfile"
	"wres/loaders/reportfolder"
	"wres/loaders/settings"
	"wres/model"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/model/source"
	"wres/model/words"
)

// reportFlags are the flags of the year's report.
type reportFlags struct {
	format choice
	out    outfile.File
	last   yearFlag
	full   bool
	init   bool
	all    bool
}

func reportCommand(c *cli) *cobra.Command {
	flags := reportFlags{format: choice{of: forms.Names(report.YearPage)}}
	cmd := &cobra.Command{
		Use:   "report [DIR] --format " + strings.Join(flags.format.of, "|") + " [-o FILE]",
		Short: "Write the year's report and action plan",
		Long: "Writes the report of the latest year, or --year, with the figures of the three years\n" +
			"that end there, and the action plan. It is the publication view: what would identify\n" +
			"someone is hidden, and stderr says how much. --full hides nothing, and says so in the\n" +
			"report. What only the organisation can say is read from Markdown files in DIR/report,\n" +
			"which --init writes to begin with.\n\n" +
			"Without -o, or with -o -, it prints; docx (Word) and xlsx (Excel) need a FILE. One\n" +
			"that is there is kept, unless --force is given. Without --format the ending of FILE\n" +
			"says it. --all writes every form into the folder of -o, which is made if it is not\n" +
			"there: wres-report-2024.docx and the like, or -full where nothing is hidden.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			if flags.init {
				return reportInit(c, cmd, folderOf(args))
			}
			if flags.all {
				return reportAll(c, cmd, folderOf(args), &flags)
			}
			var err error
			if flags.format.chosen, err = flags.out.Form(flags.format.chosen, flags.format.of); err != nil {
				return exit.Misuse(err)
			}
			return reportYear(c, cmd, folderOf(args), &flags)
		}),
	}
	f := cmd.Flags()
	f.Var(&flags.format, "format", flags.format.words())
	f.StringVarP(&flags.out.Path, "output", "o", "", "the file to write, or with --all the folder; - prints")
	f.BoolVar(&flags.all, "all", false, "write every form, into the folder that -o names")
	f.Var(&flags.last, "year", "the year of the report (default: the latest there is)")
	addFullFlag(cmd, &flags.full)
	f.BoolVar(&flags.out.Force, "force", false, "replace the file if it is there")
	f.BoolVar(&flags.init, "init", false, "write no report, but the files for the organisation's own words")
	offer.Values(cmd, "format", flags.format.of...)
	offer.Files(cmd, "output")
	offer.By(cmd, "year", completeYear(c))
	return cmd
}

// reportYear reads a folder and writes its report.
func reportYear(c *cli, cmd *cobra.Command, dir string, flags *reportFlags) error {
	format, _ := export.Find(report.YearPage, flags.format.chosen) // the flag takes no other
	if format.Binary && flags.out.Path == "" {
		return exit.Misuse(fmt.Errorf("%s is no text: say where to write it with -o FILE", format.Name))
	}
	f, err := c.folder(dir, nil)
	if err != nil {
		return err
	}
	page, from, err := reportOf(c, cmd, f, flags)
	if err != nil {
		return err
	}
	content, err := c.rendered(format, page)
	if err != nil {
		return err
	}
	return c.put(flags.out, content, sourceOf(f, from...), flags.full)
}

// reportOf reads a folder and gives its report, in the view that is asked for, with the
// files that it is made from.
func reportOf(c *cli, cmd *cobra.Command, f folder, flags *reportFlags) (page yearly.Report, from []string, err error) {
	read, err := c.read(cmd.Context(), f, nil)
	if err != nil {
		return page, nil, err
	}
	page, beside, err := yearlyReport(c, f, read, flags.last.year)
	if err != nil {
		return page, nil, err
	}
	if !flags.full {
		page.Results = c.published(page.Results, beside)
	}
	return page, append(madeFrom(f, read.report), planfile.WithKept(planPath(f))...), nil
}

// yearlyReport puts a report together: the figures, the plan of the year and the one before
// it, and what the organisation wrote. What is wrong with any of them is narrated. The texts
// are those that stand in it.
func yearlyReport(c *cli, f folder, read contents, asked model.Year) (page yearly.Report, texts report.Beside, err error) {
	last, err := yearOf(read.results, asked)
	if err != nil {
		return page, texts, err
	}
	page.Results = read.results.Window(last, len(read.results.Years))
	if page.Empty() {
		return page, texts, exit.NothingRead(fmt.Errorf("no indicator has figures in %s: there is nothing to report", last))
	}
	b, err := readPlan(c, planfile.Load, f)
	if err != nil {
		return page, texts, err
	}
	beside, err := reportfolder.Read(f.path, filepath.Dir(b.file.Path()), b.plan, last, read.results.Latest())
	if err != nil {
		return page, texts, exit.Failure(err)
	}
	for _, line := range beside.Remarks() {
		c.narrate("%s", clean(line))
	}
	beside.Report.Results = page.Results
	return beside.Report, report.Beside{Organisation: read.organisation, Plans: []report.PlanFile{{Name: beside.File, Plan: beside.Plan}}, Texts: beside.Texts}, nil
}

// madeFrom lists the files that a report is made from.
func madeFrom(f folder, read source.Report) []string {
	if f.example() {
		return nil
	}
	names := append(append(ownwords.Files(), settings.Name, settings.MappingName), read.Names()...)
	for i, name := range names {
		names[i] = filepath.Join(f.path, name)
	}
	return names
}

// reportInit writes the files for the organisation's own words.
func reportInit(c *cli, cmd *cobra.Command, dir string) error {
	for _, other := range []string{"format", "output", "year", "full", "force", "all"} {
		if cmd.Flags().Changed(other) {
			return exit.Misuse(fmt.Errorf("--init writes no report, so --%s says nothing beside it", other))
		}
	}
	if dir == "" {
		dir = "."
	}
	written, kept, err := ownwords.Init(dir)
	if errors.Is(err, os.ErrNotExist) {
		return exit.NothingRead(fmt.Errorf("there is no folder %s", source.Path(dir)))
	}
	if err != nil {
		return exit.Failure(fmt.Errorf("write the files for the report: %w", err))
	}
	var b strings.Builder
	fmt.Fprintf(&b, "Wrote %s into %s, each with a comment of what belongs there.\n", words.Count(len(written), "file"), clean(source.Path(filepath.Join(dir, ownwords.Folder))))
	if len(kept) > 0 {
		fmt.Fprintf(&b, "%s were there and stay as they are.\n", words.Count(len(kept), "file"))
	}
	b.WriteString("They are Markdown: text, headings, points, tables and links. HTML and images are left\nout. A file with nothing but a comment is as none.\n")
	return c.print([]byte(b.String()))
}
