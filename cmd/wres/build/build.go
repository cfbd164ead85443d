// Package build says of which build the program is: what its build recorded goes in, lines
// for a person come out.
package build

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
)

// Lines names the program's version, which is "" outside a release, what it was built with
// and for which platform; then the commit that it was built from; then how.
func Lines(version string) string {
	settings := map[string]string{}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			settings[s.Key] = s.Value
		}
	}
	return lines(version, settings)
}

// lines is Lines of the settings that a build recorded, by their keys.
func lines(version string, settings map[string]string) string {
	commit := cmp.Or(settings["vcs.revision"], "not recorded")
	if settings["vcs.modified"] == "true" {
		commit += ", with changes"
	}
	v := version
	if v == "" {
		v = "development version"
		if revision := settings["vcs.revision"]; revision != "" {
			v += " " + revision[:min(len(revision), 12)]
		}
	}
	cgo := "without cgo"
	if settings["CGO_ENABLED"] == "1" {
		cgo = "with cgo"
	}
	return fmt.Sprintf("wres %s, %s, %s/%s\ncommit: %s\nbuild: %s, %s\n", v, runtime.Version(), runtime.GOOS, runtime.GOARCH, commit, runtime.Compiler, cgo)
}
