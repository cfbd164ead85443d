package durable_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"wres/loaders/durable"
)

// Paths are compared by where they lead, whether anything is there or not yet.
func TestSameAndWithin(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return dir + "/" + name }
	if err := errors.Join(os.Mkdir(at("there"), 0o700), os.WriteFile(at("there/file"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	links := os.Symlink("there", at("link")) == nil
	for _, c := range []struct {
		a, b         string
		same, within bool
		link         bool
	}{
		{a: "there", b: "there/.", same: true, within: true},
		{a: "there/file", b: "there", within: true},
		{a: "there/none", b: "there", within: true},
		{a: "there/none", b: "there/../there/none", same: true, within: true},
		{a: "there/None", b: "there/none", same: true, within: true},
		{a: "there/none/of/it", b: "there/none", within: true},
		{a: "there", b: "there/none"},
		{a: "therefore", b: "there"},
		{a: "there/nonesuch", b: "there/none"},
		{a: "link/none", b: "there/none", same: true, within: true, link: true},
		{a: "link/file", b: "there/file", same: true, within: true, link: true},
	} {
		if c.link && !links {
			continue
		}
		if got := durable.Same(at(c.a), at(c.b)); got != c.same {
			t.Errorf("%s is %s: %v", c.a, c.b, got)
		}
		if got := durable.Within(at(c.a), at(c.b)); got != c.within {
			t.Errorf("%s is within %s: %v", c.a, c.b, got)
		}
	}
	t.Chdir(dir)
	if !durable.Same("none", filepath.Join(dir, "none")) || !durable.Within("none", ".") {
		t.Error("a name alone is not of the working folder")
	}
}
