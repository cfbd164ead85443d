package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set when a release is built: -ldflags "-X main.version=1.2.3".
var version string

func versionCommand(c *cli) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program",
		Args:  noArguments,
		RunE: runs(func(*cobra.Command, []string) error {
			return c.print([]byte(versionLine() + "\n"))
		}),
	}
}

// versionLine names the program's version, what it was built with and for which
// platform.
func versionLine() string {
	v := version
	if v == "" {
		v = "development version"
		if revision := builtFrom(); revision != "" {
			v += " " + revision
		}
	}
	return fmt.Sprintf("wres %s, %s, %s/%s", v, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// builtFrom gives the commit that the program was built from, where the build
// recorded one.
func builtFrom() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	revision, changed := "", ""
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			revision = s.Value[:min(len(s.Value), 12)]
		case "vcs.modified":
			if s.Value == "true" {
				changed = " with changes"
			}
		}
	}
	if revision == "" {
		return ""
	}
	return revision + changed
}
