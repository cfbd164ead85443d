package notefile

import (
	"errors"
	"syscall"
)

// readOnly recognises the error of a disk that takes nothing (ERROR_WRITE_PROTECT).
func readOnly(err error) bool { return errors.Is(err, syscall.Errno(19)) }
