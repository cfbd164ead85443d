package main

import (
	"errors"
	"path/filepath"
	"runtime"

	"github.com/spf13/cobra"

	"wres/cmd/wres/exit"
	"wres/cmd/wres/outfile"
	"wres/loaders/durable"
	"wres/loaders/export"
	"wres/loaders/ownwords"
	"wres/loaders/reportfolder"
	"wres/model"
	"wres/model/plan"
	"wres/model/report"
	"wres/model/report/yearly"
	"wres/model/source"
	"wres/tui/preview"
)

// reportAll reads a folder once and writes its report in every form into another.
func reportAll(c *cli, cmd *cobra.Command, dir string, flags *reportFlags) error {
	out := outfile.Folder{Path: flags.out.Path, Mode: outfile.ModeOf(flags.full), Force: flags.out.Force}
	switch {
	case flags.format.chosen != "":
		return exit.Misuse(errors.New("--all writes every form, so --format says nothing beside it"))
	case out.Path == "" || out.Path == "-":
		return exit.Misuse(errors.New("say which folder the files go into: --all -o FOLDER"))
	}
	f, err := c.folder(dir, nil)
	if err != nil {
		return err
	}
	var others map[string]string
	if !f.example() {
		others = map[string]string{f.path: "the extracts", filepath.Join(f.path, ownwords.Folder): "what the organisation itself writes in the report"}
	}
	if err := out.Usable(others); err != nil {
		return exit.Misuse(err)
	}
	page, from, err := reportOf(c, cmd, f, flags)
	if err != nil {
		return err
	}
	var files []outfile.Made
	for _, format := range export.For(report.YearPage) {
		content, err := c.rendered(format, page)
		if err != nil {
			return err
		}
		files = append(files, outfile.Made{Name: yearly.FileName(page.Year(), flags.full, format.Name), Content: content})
	}
	if err := out.Apart(files, sourceOf(f, from...)); err != nil {
		return exit.Misuse(err)
	}
	written, err := out.Write(durable.Platform(), files)
	for _, file := range written {
		c.narrate("wrote %s, %s%s", clean(source.Path(filepath.Join(out.Path, file.Name))), file.Size(), forWhom(flags.full))
	}
	if err != nil {
		return exit.Failure(err)
	}
	return nil
}

// preview is what the app's preview of the report has of the world.
func (c *cli) preview(f folder) preview.Deps {
	d := preview.Deps{ReportCommand: []string{"wres", "report"}, Windows: runtime.GOOS == "windows"}
	d.ReadReport = func(now plan.Plan, of, latest model.Year) (yearly.Report, []string, error) {
		beside, err := reportfolder.Read(f.path, filepath.Dir(planPath(f)), now, of, latest)
		return beside.Report, beside.Remarks(), err
	}
	if !f.example() {
		d.ReportCommand = append(d.ReportCommand, f.path)
	}
	if y := c.flags.assumeYear.year; y != 0 {
		d.ReportCommand = append(d.ReportCommand, "--assume-year", y.String())
	}
	if name := c.flags.organisation; name != "" {
		d.ReportCommand = append(d.ReportCommand, "--organisation", name)
	}
	return d
}
