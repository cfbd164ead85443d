// Package build says of which build the program is: what its build recorded goes in, a line
// for a person comes out.
package build

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// Line names the program's version, which is "" outside a release, what it was built with
// and for which platform.
func Line(version string) string {
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
