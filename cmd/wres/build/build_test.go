package build

import (
	"runtime"
	"testing"
)

func TestLines(t *testing.T) {
	by := ", " + runtime.Version() + ", " + runtime.GOOS + "/" + runtime.GOARCH + "\n"
	const commit = "0123456789abcdef0123"
	for _, c := range []struct {
		version  string
		settings map[string]string
		want     string
	}{
		{"1.2.3", map[string]string{"vcs.revision": commit, "vcs.modified": "false", "CGO_ENABLED": "0"}, "wres 1.2.3" + by + "commit: " + commit + "\nbuild: gc, without cgo\n"},
		{"1.2.3", map[string]string{"vcs.revision": commit, "vcs.modified": "true", "CGO_ENABLED": "1"}, "wres 1.2.3" + by + "commit: " + commit + ", with changes\nbuild: gc, with cgo\n"},
		{"", map[string]string{"vcs.revision": commit}, "wres development version 0123456789ab" + by + "commit: " + commit + "\nbuild: gc, without cgo\n"},
		{"", nil, "wres development version" + by + "commit: not recorded\nbuild: gc, without cgo\n"},
	} {
		if got := lines(c.version, c.settings); got != c.want {
			t.Errorf("%q, %v:\n%s\nwant\n%s", c.version, c.settings, got, c.want)
		}
	}
}
