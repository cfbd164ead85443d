package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// faulty is a folder with an old file, and the outcome of writing over it with a
// fault in the system.
func faulty(t *testing.T, fault func(*System)) (path string, err error) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "settings.toml")
	if err := os.WriteFile(path, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	s := Platform()
	if fault != nil {
		fault(&s)
	}
	return path, s.Write(path, []byte("new"), 0o644)
}

// alone checks that a folder holds the file alone, with a content.
func alone(t *testing.T, path, content string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("%v: left behind: %v", err, entries)
	}
	if got, err := os.ReadFile(path); err != nil || string(got) != content {
		t.Errorf("%v: the file holds %q, want %q", err, got, content)
	}
}

func TestWrite(t *testing.T) {
	path, err := faulty(t, nil)
	if err != nil {
		t.Fatal(err)
	}
	alone(t, path, "new")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("%v: the mode was not kept: %v", err, info)
	}
	path = filepath.Join(t.TempDir(), "first.toml")
	if err := Platform().Write(path, []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	alone(t, path, "new")
	if info, err := os.Stat(path); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o644 {
		t.Errorf("%v: a new file has mode %v", err, info)
	}
}

func TestWriteThroughALink(t *testing.T) {
	real, folder := filepath.Join(t.TempDir(), "real.toml"), t.TempDir()
	if err := os.WriteFile(real, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(folder, "link.toml")
	_ = os.Symlink(real, link)
	if _, err := os.Lstat(link); err != nil { // wine tells of no error and makes none
		t.Skipf("no links here: %v", err)
	}
	if err := Platform().Write(link, []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	alone(t, real, "new")
	if info, err := os.Lstat(link); err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link was replaced by a file")
	}
}

func TestWriteThatFails(t *testing.T) {
	fault := errors.New("a fault")
	path, err := faulty(t, func(s *System) { s.Replace = func(string, string) error { return fault } })
	if !errors.Is(err, fault) {
		t.Error(err)
	}
	alone(t, path, "old")
	path, err = faulty(t, func(s *System) { s.SyncFolder = func(string) error { return fault } })
	if !errors.Is(err, fault) {
		t.Error(err)
	}
	alone(t, path, "new")
	if err := Platform().Write(filepath.Join(t.TempDir(), "none", "x"), nil, 0o644); err == nil {
		t.Error("a file was written into a folder that is not there")
	}
}

// TestWriteWaitsForAnotherProgram: a file that is held is asked for again, for a
// time.
func TestWriteWaitsForAnotherProgram(t *testing.T) {
	held := errors.New("held")
	for _, lets := range []bool{true, false} {
		var waited time.Duration
		path, err := faulty(t, func(s *System) {
			replace := s.Replace
			s.Held = func(err error) bool { return errors.Is(err, held) }
			s.Pause = func(d time.Duration) { waited += d }
			s.Replace = func(from, to string) error {
				if lets && waited > time.Second {
					return replace(from, to)
				}
				return held
			}
		})
		if lets {
			if err != nil {
				t.Error(err)
			}
			alone(t, path, "new")
			continue
		}
		if !errors.Is(err, held) || waited < HeldFor {
			t.Errorf("%v after %v", err, waited)
		}
		alone(t, path, "old")
	}
}

// TestTempSynchronises: bytes that only the memory holds go with the power. A pipe
// takes what is written and cannot be synchronised, so it tells who asks for that.
func TestTempSynchronises(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows may flush a pipe")
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	err = fill(write, []byte("new"), nil)
	var failed *fs.PathError
	if !errors.As(err, &failed) || failed.Op != "sync" {
		t.Errorf("a file that cannot be synchronised was taken for durable: %v", err)
	}
}
