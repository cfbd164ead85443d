package planfile

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"

	"wres/loaders/durable"
)

// platform gives the calls of Windows.
func platform() *system {
	return &system{
		System: durable.Platform(),
		now:    time.Now,
		noLocks: func(err error) bool {
			return errors.Is(err, windows.ERROR_NOT_SUPPORTED) || errors.Is(err, windows.ERROR_INVALID_FUNCTION)
		},
		giveGroup: func(os.FileInfo, *os.File) error { return nil },
	}
}
