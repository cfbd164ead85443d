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
		if _, err := Read(folder, l, columns.New(l)); err != nil || ReadScreen(folder).Theme != name {
			t.Errorf("%s: %q, %v", name, ReadScreen(folder).Theme, err)
		}
	}
	for _, text := range []string{"", "[screen]\n", "[screen]\ntheme = \"pink\"\n", "[screen]\ntheme = 1\n", "[screen]\ntheme = \"dark\"\nthem = 1\n", "[screen"} {
		if got := ReadScreen(fstest.MapFS{Name: {Data: []byte(text)}}).Theme; got != "" {
			t.Errorf("%q sets %q", text, got)
		}
	}
	if got := ReadScreen(fstest.MapFS{}).Theme; got != "" {
		t.Errorf("no file sets %q", got)
	}
}

// TestKeys: the keys of the app are handed on as they are written, and one that the app cannot
// take is an error with its line.
func TestKeys(t *testing.T) {
	folder := fstest.MapFS{Name: {Data: []byte("[screen]\n[keys]\n\"f5\" = \"P\"\nx = \"m\"\n")}}
	got := ReadScreen(folder)
	if len(got.Keys) != 2 || got.Keys["f5"] != "P" || got.Keys["x"] != "m" {
		t.Errorf("%v", got.Keys)
	}
	if err := got.WrongKey("x", "taken\x1b"); err == nil || err.Error() != `wres.toml:4:1: keys."x": taken<U+001B>` {
		t.Errorf("%v", err)
	}
	for _, text := range []string{"", "[keys]\nf5 = 1\n", "[keys"} {
		if got := ReadScreen(fstest.MapFS{Name: {Data: []byte(text)}}); len(got.Keys) > 0 {
			t.Errorf("%q gives %v", text, got.Keys)
		}
	}
}
