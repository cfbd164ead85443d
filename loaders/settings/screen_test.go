package settings

import (
	"testing"
	"testing/fstest"

	"wres/loaders/columns"
	"wres/loaders/labels"
)

// TestTheme: each theme can be set, and a file that is wrong anywhere sets none.
func TestTheme(t *testing.T) {
	for _, name := range Themes() {
		folder := fstest.MapFS{Name: {Data: []byte("[screen]\ntheme = \"" + name + "\"\n")}}
		l := labels.New()
		if _, err := Read(folder, l, columns.New(l)); err != nil || Theme(folder) != name {
			t.Errorf("%s: %q, %v", name, Theme(folder), err)
		}
	}
	for _, text := range []string{"", "[screen]\n", "[screen]\ntheme = \"pink\"\n", "[screen]\ntheme = 1\n", "[screen]\ntheme = \"dark\"\nthem = 1\n", "[screen"} {
		if got := Theme(fstest.MapFS{Name: {Data: []byte(text)}}); got != "" {
			t.Errorf("%q sets %q", text, got)
		}
	}
	if got := Theme(fstest.MapFS{}); got != "" {
		t.Errorf("no file sets %q", got)
	}
}
