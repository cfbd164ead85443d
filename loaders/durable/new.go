package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
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

// WriteNew is Write of a file that must not be there yet; else the error is fs.ErrExist. Its
// mode is that of any new file. The name is given to a file that is whole: whoever stops the
// program finds none of that name, or all of it.
func (s System) WriteNew(path string, content []byte, mode fs.FileMode) error {
	if _, _, err := place(path, mode); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &fs.PathError{Op: "create", Path: path, Err: fs.ErrExist}
	}
	temp, err := newTemp(path, mode)
	if err != nil {
		return err
	}
	err = fill(temp, content, nil)
	if err == nil {
		err = s.name(temp.Name(), path, mode)
	}
	left := os.Remove(temp.Name())
	if errors.Is(left, fs.ErrNotExist) { // it was renamed
		left = nil
	}
	switch {
	case err != nil:
		return errors.Join(err, left)
	case left != nil:
		return fmt.Errorf("%w its temporary file stays beside it: %w", ErrWritten, left)
	}
	return s.confirm(filepath.Dir(path))
}

// newTemp makes the temporary file of a new one. Unlike os.CreateTemp it asks for a mode, of
// which the system takes what new files are not to have.
func newTemp(path string, mode fs.FileMode) (temp *os.File, err error) {
	folder, base := filepath.Split(path)
	for range 100 { // of four thousand million names
		name := folder + "." + base + "-" + strconv.FormatUint(uint64(rand.Uint32()), 10) + ".tmp"
		temp, err = os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_RDWR, mode)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	return temp, err
}

// name gives the temporary file its name, which must be free. Not every file system has
// links; there the name is taken by an empty file, which goes again where the rest fails.
func (s System) name(temp, path string, mode fs.FileMode) error {
	err := s.untilLetGo(s.Link, temp, path)
	if err == nil || errors.Is(err, fs.ErrExist) || s.Held(err) {
		return err
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
	if err != nil {
		return err
	}
	err = file.Close()
	if err == nil {
		err = s.Put(temp, path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
