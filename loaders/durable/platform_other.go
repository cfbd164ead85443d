//go:build !windows

package durable

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// Platform gives the calls of Unix systems.
func Platform() System {
	return System{
		Replace:    os.Rename,
		Link:       os.Link,
		Held:       func(error) bool { return false }, // a rename waits for no reader here
		SyncFolder: syncFolder,
		DiskFull: func(err error) bool {
			return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
		},
		ReadOnly: func(err error) bool { return errors.Is(err, syscall.EROFS) },
		Hide:     func(string) error { return nil },
		Pause:    time.Sleep,
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
