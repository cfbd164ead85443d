package durable

import (
	"errors"
	"io/fs"
	"os"
)

// Reason is an error of the file system without the paths in it: a message names the file, and
// that of a temporary one means nothing to a reader.
func Reason(err error) error {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err
	}
	if at, ok := errors.AsType[*os.LinkError](err); ok {
		return at.Err
	}
	return err
}
