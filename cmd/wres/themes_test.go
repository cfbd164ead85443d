package main

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"wres/loaders/settings"
	"wres/tui/theme"
)

// TestThemesHaveOneName: wres.toml takes the names that the flag takes, which the packages
// that read and draw cannot share.
func TestThemesHaveOneName(t *testing.T) {
	if diff := cmp.Diff(theme.Names(), settings.Themes()); diff != "" {
		t.Error(diff)
	}
}
