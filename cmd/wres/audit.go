package main

import (
	"errors"
	"io/fs"

	"github.com/spf13/cobra"

	"wres/cmd/wres/audit"
	"wres/model"
	modelaudit "wres/model/audit"
	"wres/model/audit/document"
	"wres/model/source"
)

func auditCommand(c *cli) *cobra.Command {
	year := &yearFlag{}
	return audit.Command(audit.World{In: c.stdin, Year: year, Asked: func() model.Year { return year.year }, Show: c.show,
		Folder: func(cmd *cobra.Command, dir string) (audit.Folder, error) {
			f, err := c.folder(dir, commandNames(cmd))
			if err != nil {
				return audit.Folder{}, err
			}
			return c.printedIn(cmd, f)
		},
		Only: func(cmd *cobra.Command, dir string, only fs.FS) (audit.Folder, error) {
			return c.printedIn(cmd, folder{path: dir, fsys: only})
		}})
}

// audited audits the printed figures of a folder; nil: there are none.
func audited(read contents) *modelaudit.Result {
	if len(read.organisation.Published) == 0 {
		return nil
	}
	result := modelaudit.Run(document.Published(read.organisation.Published, ""), &modelaudit.Against{Organisation: read.organisation, Results: read.results})
	return &result
}

// printedIn reads a folder for its printed figures, which may be all that it holds.
func (c *cli) printedIn(cmd *cobra.Command, f folder) (audit.Folder, error) {
	read, err := c.read(cmd.Context(), f, nil)
	if err != nil && (read.organisation == nil || len(read.organisation.Published) == 0 || errors.Is(err, cmd.Context().Err())) {
		return audit.Folder{}, err
	}
	name := source.Path(f.path)
	if f.example() {
		name = "the built-in example"
	}
	return audit.Folder{Name: name, Organisation: read.organisation, Results: read.results}, nil
}
