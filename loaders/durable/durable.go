// Package durable puts a new content in a file's place so that a crash or a power
// cut leaves the old file or the new one, whole: it writes a temporary file in the
// same folder, synchronises it, reads it back, renames it over the old one, and
// synchronises the folder.
//
// loaders/planfile saves the action plan by these steps, with checks of its own
// between them; [Write] is all of them in a row, for files that have none.
package durable

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// System is what a save asks of the operating system beyond package os. Tests put
// faults in its place.
type System struct {
	// Replace renames a file over another in one step.
	Replace func(from, to string) error
	// Link gives a whole file a name in one step; fs.ErrExist where the name is taken. The
	// old name may stay beside it.
	Link func(from, to string) error
	// Held tells an error of Replace or Link that passes once another program lets go
	// of the file. Only Windows has such errors.
	Held func(error) bool
	// SyncFolder makes the names in a folder durable.
	SyncFolder func(folder string) error
	// DiskFull recognises a write error that says so.
	DiskFull func(error) bool
	// ReadOnly recognises an error of a disk that takes nothing.
	ReadOnly func(error) bool
	// Hide keeps a file whose name begins with a dot out of listings where the dot does
	// not do so by itself, which is Windows. Replace and Link do it for what they name.
	Hide  func(path string) error
	Pause func(time.Duration)
}

// Temp writes a new file in the folder, named by a pattern of os.CreateTemp, makes
// it durable and proves that it holds content. Its mode is 0600 unless prepare,
// which is called with the empty file and may be nil, gives it another. On an error
// no file is left.
func Temp(folder, pattern string, content []byte, prepare func(*os.File) error) (name string, err error) {
	temp, err := os.CreateTemp(folder, pattern)
	if err != nil {
		return "", err
	}
	if prepare != nil {
		err = prepare(temp)
	}
	if err := fill(temp, content, err); err != nil {
		return "", errors.Join(err, os.Remove(temp.Name()))
	}
	return temp.Name(), nil
}

// fill does the rest of the work of Temp, unless something went wrong before it. It
// closes the file in any case: Windows removes no open file.
func fill(temp *os.File, content []byte, err error) error {
	if err == nil {
		_, err = temp.Write(content) // an error whenever it is short
	}
	if err == nil {
		err = temp.Sync()
	}
	if closeErr := temp.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	written, err := os.ReadFile(temp.Name())
	if err != nil {
		return err
	}
	if !bytes.Equal(written, content) {
		return fmt.Errorf("%s reads back other than it was written: the disk or drive may be failing", temp.Name())
	}
	return nil
}

// HeldFor is how long a save waits for another program to let go of the file: the
// time Go's own tools allow a virus scanner.
const HeldFor = 2 * time.Second

const (
	firstPause = 10 * time.Millisecond
	maxPause   = 250 * time.Millisecond
)

// Put renames temp over the file, on Windows again and again for 2 s while another
// program holds it. It leaves temp where that fails.
func (s System) Put(temp, path string) error { return s.untilLetGo(s.Replace, temp, path) }

// untilLetGo renames a file, again and again while another program holds it.
func (s System) untilLetGo(rename func(from, to string) error, from, to string) error {
	err := rename(from, to)
	pause := firstPause
	for waited := time.Duration(0); err != nil && s.Held(err) && waited < HeldFor; {
		s.Pause(pause)
		waited += pause
		pause = min(pause*2, maxPause)
		err = rename(from, to)
	}
	return err
}

// Write puts content in place of the file at path, or makes it, and returns nil
// only once it is on the disk. A symbolic link stays, and the file that it leads to
// is replaced; a folder, a pipe or a device is replaced by nothing. A file that is there
// keeps its mode; a new one has newMode. On an error the old file is as it was, save where
// the error is [ErrWritten], and no temporary file is left.
func (s System) Write(path string, content []byte, newMode fs.FileMode) error {
	path, mode, err := place(path, newMode)
	if err != nil {
		return err
	}
	folder := filepath.Dir(path)
	temp, err := Temp(folder, "."+filepath.Base(path)+"-*.tmp", content, func(temp *os.File) error { return temp.Chmod(mode) })
	if err != nil {
		return err
	}
	if err := s.Put(temp, path); err != nil {
		return errors.Join(err, os.Remove(temp))
	}
	return s.confirm(folder)
}

// ErrWritten is the beginning of an error after which the new file is there all the same,
// whole.
var ErrWritten = errors.New("the file was written, but")

// confirm makes the name of a file that was written durable.
func (s System) confirm(folder string) error {
	if err := s.SyncFolder(folder); err != nil {
		return fmt.Errorf("%w the disk did not confirm that it will outlast a power cut: %w", ErrWritten, err)
	}
	return nil
}
