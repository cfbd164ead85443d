package planfile

import (
	"errors"
	"io/fs"
)

// briefError is an error with the few words for it that a status line has room
// for.
type briefError struct {
	error
	brief string
}

// Brief gives the error in a few words.
func (e *briefError) Brief() string { return e.brief }

func (e *briefError) Unwrap() error { return e.error }

const (
	diskFull   = "disk full"
	notAllowed = "no leave to write there"
)

// brief gives the few words for an error of writing.
func (s *system) brief(err error) string {
	switch {
	case s.DiskFull(err):
		return diskFull
	case errors.Is(err, ErrHeld):
		return ErrHeld.Error()
	case s.ReadOnly(err), errors.Is(err, fs.ErrPermission):
		return notAllowed
	}
	return "the disk or drive failed"
}
