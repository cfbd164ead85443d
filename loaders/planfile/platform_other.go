//go:build !windows

package planfile

import (
	"errors"
	"os"
	"syscall"
	"time"

	"wres/loaders/durable"
)

// platform gives the calls of Unix systems.
func platform() *system {
	return &system{
		System:    durable.Platform(),
		now:       time.Now,
		noLocks:   noLocks,
		lockGoes:  true,
		giveGroup: giveGroup,
	}
}

// noLocks tells the error of a file system that has no locks, as some network
// and FUSE ones have none.
func noLocks(err error) bool {
	for _, none := range []error{syscall.ENOSYS, syscall.ENOTSUP, syscall.EOPNOTSUPP, syscall.ENOLCK, syscall.EINVAL} {
		if errors.Is(err, none) {
			return true
		}
	}
	return false
}

// giveGroup gives a new file the group of another, as a shared folder may need.
func giveGroup(from os.FileInfo, to *os.File) error {
	owner, known := from.Sys().(*syscall.Stat_t)
	info, err := to.Stat()
	if err != nil || !known {
		return errors.Join(err, errors.ErrUnsupported)
	}
	if own, known := info.Sys().(*syscall.Stat_t); known && own.Gid == owner.Gid {
		return nil
	}
	return to.Chown(-1, int(owner.Gid))
}
