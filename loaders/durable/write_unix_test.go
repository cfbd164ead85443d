//go:build !windows

package durable_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"wres/loaders/durable"
)

// What is no ordinary file stays in its place, whether another may be replaced or not: a
// device that became a file would be one for every program of the machine.
func TestWriteReplacesOrdinaryFilesOnly(t *testing.T) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	if err := errors.Join(syscall.Mkfifo(at("pipe"), 0o600), os.Mkdir(at("folder"), 0o700)); err != nil {
		t.Fatal(err)
	}
	for _, to := range []string{"pipe", "folder", "gone", "self"} {
		link := at("link to " + to)
		if to == "self" {
			to = "link to self"
		}
		if err := os.Symlink(to, link); err != nil {
			t.Fatal(err)
		}
	}
	for name, want := range map[string]error{
		"pipe": durable.ErrNoOrdinary, "link to pipe": durable.ErrNoOrdinary,
		"folder": durable.ErrFolder, "link to folder": durable.ErrFolder, "folder/": durable.ErrFolder, "new/": durable.ErrFolder,
		"link to gone": durable.ErrNowhere, "link to self": durable.ErrNowhere,
		"none/file": fs.ErrNotExist,
	} {
		path := dir + "/" + name // as it is given, with its last sign
		before, _ := os.Lstat(path)
		for how, write := range map[string]func(string, []byte, fs.FileMode) error{"Write": durable.Platform().Write, "WriteNew": durable.Platform().WriteNew} {
			if err := write(path, []byte("new"), 0o644); !errors.Is(err, want) {
				t.Errorf("%s of %q: %v, want %v", how, name, err, want)
			}
		}
		after, _ := os.Lstat(path)
		if (before == nil) != (after == nil) || before != nil && before.Mode() != after.Mode() {
			t.Errorf("%q was %v and is %v", name, before, after)
		}
	}
	if left, _ := filepath.Glob(at("*")); len(left) != 6 {
		t.Errorf("left behind: %q", left)
	}
}

// Nobody may read a new file whom the user's mask for new files keeps out.
func TestNewFileKeepsToTheMask(t *testing.T) {
	path := filepath.Join(t.TempDir(), "report.md")
	before := syscall.Umask(0o077)
	err := durable.Platform().WriteNew(path, []byte("new"), 0o644)
	syscall.Umask(before)
	if info, stat := os.Stat(path); err != nil || stat != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v: %v", err, stat, info)
	}
}
