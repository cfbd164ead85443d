package durable

import (
	"errors"
	"fmt"
	"io"
	"os"
)

// Why Read opens a file that is there not at all.
var (
	ErrFolder     = errors.New("it is a folder, not a file")
	ErrNoOrdinary = errors.New("it is not an ordinary file") // a pipe or a device
)

// TooLargeError is the error of a file that has more than the most that may be read.
type TooLargeError struct {
	Size int64 // in bytes; 0: it grew while it was read
	Most int64
}

func (e *TooLargeError) Error() string {
	if e.Size == 0 {
		return "it grew while it was read, and is too large"
	}
	return fmt.Sprintf("it is too large: it has %d bytes, and %d are the most", e.Size, e.Most)
}

// Read gives the content of a file of at most so many bytes. Only an ordinary file is
// opened, because reading from a pipe or a device can wait for ever. Other errors are those
// of package os, fs.ErrNotExist where there is no file.
func Read(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, ErrFolder
	case !info.Mode().IsRegular():
		return nil, ErrNoOrdinary
	case info.Size() > most:
		return nil, &TooLargeError{info.Size(), most}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close() // nothing was written: an error here has nothing to tell
	content, err := io.ReadAll(io.LimitReader(file, most+1))
	switch {
	case err != nil:
		return nil, err
	case int64(len(content)) > most:
		return nil, &TooLargeError{Most: most}
	}
	return content, nil
}
