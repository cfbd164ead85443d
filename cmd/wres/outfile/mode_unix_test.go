//go:build unix

package outfile_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"wres/cmd/wres/outfile"
	"wres/loaders/durable"
)

// TestModesOfFiles: what is handed on is made as any new file of its user is, what is not for
// publication is for its owner alone, and a file that is replaced keeps who may read it.
func TestModesOfFiles(t *testing.T) {
	for _, c := range []struct {
		umask          int
		shared, folder fs.FileMode
	}{{0o022, 0o644, 0o755}, {0o077, 0o600, 0o700}, {0o002, 0o664, 0o775}} {
		was := syscall.Umask(c.umask)
		dir := t.TempDir()
		for _, full := range []bool{true, false} {
			want := c.shared
			if full {
				want = 0o600
			}
			file := outfile.File{Path: filepath.Join(dir, "a.md")}
			if err := file.Write([]byte("x"), outfile.ModeOf(full)); err != nil {
				t.Fatal(err)
			}
			all := outfile.Folder{Path: filepath.Join(dir, "all"), Mode: outfile.ModeOf(full), Force: true}
			if _, err := all.Write(durable.Platform(), files("b.md")); err != nil {
				t.Fatal(err)
			}
			for name, mode := range map[string]fs.FileMode{"a.md": want, "all/b.md": want, "all": c.folder} {
				if info, err := os.Stat(filepath.Join(dir, name)); err != nil || info.Mode().Perm() != mode {
					t.Errorf("umask %03o, full %v: %s is %v, want %v (%v)", c.umask, full, name, info.Mode(), mode, err)
				}
			}
			if err := os.Remove(filepath.Join(dir, "a.md")); err != nil {
				t.Fatal(err)
			}
			if err := os.Remove(filepath.Join(dir, "all", "b.md")); err != nil {
				t.Fatal(err)
			}
		}
		if now := syscall.Umask(was); now != c.umask {
			t.Errorf("the umask is %03o, and was %03o", now, c.umask)
		}
	}
}
