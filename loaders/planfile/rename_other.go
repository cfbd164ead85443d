//go:build !windows

package planfile

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// platform gives the calls of Unix systems.
func platform() *system {
	return &system{
		now:        time.Now,
		noLocks:    noLocks,
		lockGoes:   true,
		giveGroup:  giveGroup,
		replace:    os.Rename,
		held:       func(error) bool { return false }, // a rename waits for no reader here
		syncFolder: syncFolder,
		diskFull: func(err error) bool {
			return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
		},
		pause: time.Sleep,
	}
}

// syncFolder makes the names in a folder durable. Some file systems (network
// and FUSE ones) have no such call and say so by EINVAL or ENOTSUP: there is
// nothing more to be done there, so that is no error. On macOS Sync goes
// through the drive's own cache.
func syncFolder(folder string) error {
	dir, err := os.Open(folder)
	if err != nil {
		return err
	}
	err = dir.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil
	}
	return errors.Join(err, dir.Close())
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
