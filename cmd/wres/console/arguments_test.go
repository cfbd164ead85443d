package console

import "testing"

func TestPathsOfWindowsInTheirUsualSpelling(t *testing.T) {
	for path, want := range map[string]string{
		`\\?\C:\WRES data\2024`:        `C:\WRES data\2024`,
		`\\?\UNC\server\share\2024`:    `\\server\share\2024`,
		`\\?\unc\server\share`:         `\\server\share`,
		`\\?\C:\`:                      `C:\`,
		`\\?\C:\data.`:                 `\\?\C:\data.`,
		`\\?\C:\data \2024`:            `\\?\C:\data \2024`,
		`\\?\C:\a/b`:                   `\\?\C:\a/b`,
		`\\?\Volume{b75e2c83}\data`:    `\\?\Volume{b75e2c83}\data`,
		`\\?\C:`:                       `\\?\C:`,
		`\\?\`:                         `\\?\`,
		`\\server\share`:               `\\server\share`,
		`C:\data`:                      `C:\data`,
		"--action=Talk to the network": "--action=Talk to the network",
	} {
		if got := withoutPrefixes([]string{"plan", path}); got[0] != "plan" || got[1] != want {
			t.Errorf("%s is %q, want %s", path, got, want)
		}
	}
}
