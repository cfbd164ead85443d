package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// written is a folder in which a new file was written with faults in the system.
func written(t *testing.T, fault func(*System)) (path string, err error) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "report.md")
	s := Platform()
	fault(&s)
	return path, s.WriteNew(path, []byte("new"), 0o644)
}

// gone checks that nothing is left in the file's folder.
func gone(t *testing.T, path string) {
	t.Helper()
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) > 0 {
		t.Errorf("%v: left behind: %v", err, entries)
	}
}

// A new file stands in its place once it is whole, and not a moment before: whoever stops
// the program there leaves no empty report.
func TestNewFileIsWholeBeforeItHasItsName(t *testing.T) {
	asked := false
	path, err := written(t, func(s *System) {
		link := s.Link
		s.Link = func(from, to string) error {
			asked = true
			if content, err := os.ReadFile(from); err != nil || string(content) != "new" {
				t.Errorf("%q, %v", content, err)
			}
			if _, err := os.Lstat(to); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("the name is taken before the file is whole: %v", err)
			}
			return link(from, to)
		}
	})
	if err != nil || !asked {
		t.Errorf("%v, asked: %v", err, asked)
	}
	alone(t, path, "new")
}

// A whole file stays where the disk did not confirm its name: it may last all the same.
func TestNewFileStaysUnconfirmed(t *testing.T) {
	fault := errors.New("a fault")
	path, err := written(t, func(s *System) { s.SyncFolder = func(string) error { return fault } })
	if !errors.Is(err, fault) || !errors.Is(err, ErrWritten) {
		t.Error(err)
	}
	alone(t, path, "new")
}

// Where the file system has no links the file is written, or leaves no empty one.
func TestNewFileWithoutLinks(t *testing.T) {
	fault, none := errors.New("a fault"), func(string, string) error { return errors.New("no links here") }
	path, err := written(t, func(s *System) { s.Link = none })
	if err != nil {
		t.Error(err)
	}
	alone(t, path, "new")
	path, err = written(t, func(s *System) { s.Link, s.Replace = none, func(string, string) error { return fault } })
	if !errors.Is(err, fault) || errors.Is(err, ErrWritten) {
		t.Error(err)
	}
	gone(t, path)
	path, err = written(t, func(s *System) { s.Link, s.SyncFolder = none, func(string) error { return fault } })
	if !errors.Is(err, ErrWritten) {
		t.Error(err)
	}
	alone(t, path, "new")
}

// A file that is there, or comes while another is written, stays.
func TestNewFileIsWrittenOverNone(t *testing.T) {
	path, err := written(t, func(s *System) {
		link := s.Link
		s.Link = func(from, to string) error {
			if err := os.WriteFile(to, []byte("another's"), 0o600); err != nil {
				t.Error(err)
			}
			return link(from, to)
		}
	})
	if !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	alone(t, path, "another's")
	if err := Platform().WriteNew(path, []byte("new"), 0o644); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	alone(t, path, "another's")
}
