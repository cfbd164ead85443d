//go:build !windows

package notefile

import (
	"errors"
	"syscall"
)

// readOnly recognises the error of a file system that takes nothing.
func readOnly(err error) bool { return errors.Is(err, syscall.EROFS) }
