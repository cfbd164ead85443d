package main

import (
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/forms"
	"wres/cmd/wres/offer"
	"wres/cmd/wres/outfile"
	"wres/loaders/export"
	"wres/loaders/ownwords"
	"wres/model/report"
	"wres/model/source"
)

func planExportCommand(c *cli) *cobra.Command {
	format := choice{of: forms.Names(report.PlanPage)}
	var out outfile.File
	var full bool
	cmd := &cobra.Command{
		Use:   "export [DIR] --format " + strings.Join(format.of, "|") + " [-o FILE]",
		Short: "Write the plan for Excel, as Markdown, or its deadlines for a calendar",
		Long: "Writes the plan as CSV that no spreadsheet runs as a formula, as Markdown, or its\n" +
			"deadlines as an iCalendar file. Without -o, or with -o -, it prints, and texts are\n" +
			"cleaned of what acts on a terminal. A file that is there is kept, unless --force\n" +
			"is given. Without --format the ending of FILE says it.\n\n" +
			"The figures that actions keep (evidence, baseline, what later figures say of them)\n" +
			"are those of the publication view, with [c] where one is hidden; --full gives them\n" +
			"as they are, and says so in the file. See 'wres help disclosure'.",
		Args:              oneFolder,
		ValidArgsFunction: offer.Folder,
		RunE: exit.Runs(func(cmd *cobra.Command, args []string) error {
			name, err := out.Form(format.chosen, format.of)
			if err != nil {
				return exit.Misuse(err)
			}
			return planExport(c, cmd, folderOf(args), name, out, full)
		}),
	}
	f := cmd.Flags()
	f.Var(&format, "format", format.words())
	f.StringVarP(&out.Path, "output", "o", "", "the file to write; - prints")
	f.BoolVar(&out.Force, "force", false, "replace the file if it is there")
	addFullFlag(cmd, &full)
	offer.Values(cmd, "format", format.of...)
	offer.Files(cmd, "output")
	return cmd
}

func planExport(c *cli, cmd *cobra.Command, dir, name string, out outfile.File, full bool) error {
	b, err := openPlan(c, dir)
	if err != nil {
		return err
	}
	content, err := exported(c, cmd, b, name, full, out.Prints())
	if err != nil {
		return err
	}
	return c.put(out, content, sourceOf(b.folder, b.file.Path()), full)
}

func exported(c *cli, cmd *cobra.Command, b *book, name string, full, printed bool) ([]byte, error) {
	format, _ := export.Find(report.PlanPage, name) // the flag takes no other
	page := report.Plan{Plan: b.plan, Folder: filepath.Base(filepath.Dir(b.file.Path())), Today: time.Now(), Printed: printed}
	if !format.Figures && full { // it says nothing of them
		return c.rendered(format, page)
	}
	results, err := settled(c, cmd, b.folder)
	if err != nil {
		return nil, err
	}
	if len(results.Years) > 0 {
		page.Results, page.Organisation = results, results.Organisation
	}
	if !full {
		var remarks []string
		years := append(b.plan.Years(), results.Latest()) // with which they are compared
		page, remarks = page.Publish(c.published(results, report.Beside{Plans: []report.PlanFile{{Name: filepath.Base(b.file.Path()), Plan: b.plan}}}, years...))
		for _, line := range remarks {
			c.narrate("%s", clean(line))
		}
	}
	return c.rendered(format, page)
}

// sourceOf is what something is made from: files, and all that is read in their folder.
func sourceOf(f folder, files ...string) outfile.Source {
	if f.example() {
		return outfile.Source{Files: files}
	}
	return outfile.Source{Files: files, Folder: f.path, Own: filepath.Join(f.path, ownwords.Folder)}
}

// forWhom ends a sentence on a file of full figures that was written, where its mode keeps
// others from it.
func forWhom(full bool) string {
	if !full || runtime.GOOS == "windows" {
		return ""
	}
	return ", which nobody else may read: it holds figures that are not for publication"
}

// put prints what a command made, or writes it to its file, which may be none of those that
// it was made from.
func (c *cli) put(out outfile.File, content []byte, from outfile.Source, full bool) error {
	if out.Prints() {
		return c.print(content)
	}
	if err := out.Apart(from); err != nil {
		return exit.Misuse(err)
	}
	if err := out.Write(content, outfile.ModeOf(full)); err != nil {
		return exit.Failure(err)
	}
	c.narrate("wrote %s%s", clean(source.Path(out.Path)), forWhom(full))
	return nil
}
