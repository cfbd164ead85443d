package durable

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNowhere is the error of a symbolic link in the file's place that leads to nothing.
var ErrNowhere = errors.New("it is a link that leads nowhere")

// place gives the file that a path leads to and its mode, newMode where there is none yet.
// What stands there and is no ordinary file stays: its error is a [fs.PathError] with
// [ErrFolder], [ErrNoOrdinary] or [ErrNowhere].
func place(path string, newMode fs.FileMode) (string, fs.FileMode, error) {
	refused := func(why error) (string, fs.FileMode, error) {
		return "", 0, &fs.PathError{Op: "replace", Path: path, Err: why}
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		if link, linkErr := os.Lstat(path); linkErr == nil && link.Mode()&fs.ModeSymlink != 0 {
			return refused(ErrNowhere)
		}
		if path == "" || os.IsPathSeparator(path[len(path)-1]) {
			return refused(ErrFolder)
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return "", 0, err
		}
		return path, newMode, folderOf(path)
	case info.IsDir():
		return refused(ErrFolder)
	case !info.Mode().IsRegular():
		return refused(ErrNoOrdinary)
	}
	real, err := filepath.EvalSymlinks(path)
	return real, info.Mode().Perm(), err
}

// folderOf is an error where the folder of a new file is not there.
func folderOf(path string) error {
	_, err := os.Stat(filepath.Dir(path))
	return err
}

// WriteNew is Write of a file that must not be there yet; else the error is fs.ErrExist.
// The name is taken before anything is written, and given up where that fails.
func (s System) WriteNew(path string, content []byte, mode fs.FileMode) error {
	if _, _, err := place(path, mode); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err == nil {
		err = file.Close()
	}
	if err != nil {
		return err
	}
	if err := s.Write(path, content, mode); err != nil {
		return errors.Join(err, os.Remove(path)) // it is empty
	}
	return nil
}

// Same reports whether two paths lead to one file that is there.
func Same(a, b string) bool {
	there, err := os.Stat(a)
	if err != nil {
		return false
	}
	other, err := os.Stat(b)
	return err == nil && os.SameFile(there, other)
}
