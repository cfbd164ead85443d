package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"wres/loaders/durable"
	"wres/loaders/export"
	"wres/model/report"
)

const (
	// exportMode lets others read an exported plan as they may any new file: it is
	// made to be handed on.
	exportMode = 0o644
	// archiveMode is that of the plan itself.
	archiveMode = 0o600
)

func planExportCommand(c *cli) *cobra.Command {
	format := choice{of: formNames(report.PlanPage)}
	var out string
	var force, full bool
	cmd := &cobra.Command{
		Use:   "export [DIR] --format " + strings.Join(format.of, "|") + " [-o FILE]",
		Short: "Write the plan for Excel, as Markdown, or its deadlines for a calendar",
		Long: "Writes the plan as CSV that no spreadsheet runs as a formula, as Markdown, or its\n" +
			"deadlines as an iCalendar file. Without -o, or with -o -, it prints. A file that\n" +
			"is there is kept, unless --force is given. Without --format the ending of FILE says it.\n\n" +
			"The figures that actions keep (evidence, baseline, what later figures say of them)\n" +
			"are those of the publication view, with [c] where one is hidden; --full gives them\n" +
			"as they are, and says so in the file. See 'wres help disclosure'.",
		Args:              oneFolder,
		ValidArgsFunction: completeFolder,
		RunE: runs(func(cmd *cobra.Command, args []string) error {
			if format.chosen == "" {
				if err := format.Set(strings.TrimPrefix(filepath.Ext(out), ".")); err != nil {
					return misused(errors.New("say in what form: --format " + format.words()))
				}
			}
			return planExport(c, cmd, folderOf(args), format.chosen, out, force, full)
		}),
	}
	f := cmd.Flags()
	f.Var(&format, "format", format.words())
	f.StringVarP(&out, "output", "o", "", "the file to write; - prints")
	f.BoolVar(&force, "force", false, "replace the file if it is there")
	addFullFlag(cmd, &full)
	complete(cmd, "format", format.of)
	return cmd
}

func planExport(c *cli, cmd *cobra.Command, dir, name, out string, force, full bool) error {
	b, err := openPlan(c, dir)
	if err != nil {
		return err
	}
	content, err := exported(c, cmd, b, name, full)
	if err != nil {
		return err
	}
	if out == "" || out == "-" {
		return c.print(content)
	}
	if err := writeExport(out, []string{b.file.Path()}, content, exportMode, force); err != nil {
		return err
	}
	c.narrate("wrote %s", clean(out))
	return nil
}

func exported(c *cli, cmd *cobra.Command, b *book, name string, full bool) ([]byte, error) {
	format, _ := export.Find(report.PlanPage, name) // the flag takes no other
	page := report.Plan{Plan: b.plan, Folder: filepath.Base(filepath.Dir(b.file.Path())), Today: time.Now()}
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
		page, remarks = page.Publish(c.published(results, report.Beside{Plan: b.plan}, years...))
		for _, line := range remarks {
			c.narrate("%s", clean(line))
		}
	}
	return c.rendered(format, page)
}

// writeExport writes a new file, or with force in place of another. What it is made from is
// never written over: what an export leaves out would be lost.
func writeExport(path string, from []string, content []byte, mode fs.FileMode, force bool) error {
	for _, source := range from {
		if durable.Same(path, source) {
			return misused(fmt.Errorf("%s is what this is made from; name another file", clean(path)))
		}
	}
	write := durable.Platform().WriteNew
	if force {
		write = durable.Platform().Write
	}
	switch err := write(path, content, mode); {
	case errors.Is(err, fs.ErrExist):
		return failed(fmt.Errorf("there is a file %s already; name another, or replace it with --force", path))
	case err != nil:
		return failed(fmt.Errorf("write the export: %w", err))
	}
	return nil
}
