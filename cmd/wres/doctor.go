package main

import (
	"github.com/spf13/cobra"

	"wres/cmd/wres/doctor"
)

func doctorCommand(c *cli) *cobra.Command {
	return doctor.Command(func() doctor.World {
		folder := func(dir string) doctor.Folder {
			f := folderFor(dir)
			return doctor.Folder{Path: f.path, FS: f.fsys, Plan: planPath(f), Named: dir != ""}
		}
		return doctor.World{Folder: folder, Stdin: c.stdin, Stdout: c.stdout, Getenv: c.getenv, Print: c.print, Version: version, Charset: c.charset(), Profile: c.profile(),
			AskedCharset: c.flags.charset.chosen, AskedColor: c.flags.color.chosen, AskedTheme: c.flags.theme.chosen}
	})
}
