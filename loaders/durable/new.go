package durable

import (
	"errors"
	"io/fs"
	"os"
)

// WriteNew is Write of a file that must not be there yet; else the error is fs.ErrExist.
// The name is taken before anything is written, and given up where that fails.
func (s System) WriteNew(path string, content []byte, mode fs.FileMode) error {
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
