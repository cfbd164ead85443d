package doctor

import (
	"errors"
	"path/filepath"

	"golang.org/x/sys/windows"
)

// writable cannot be told without making a file: what Windows says of a folder is not it.
func writable(string) error { return errors.ErrUnsupported }

// drive gives the bytes that are free for this user where a folder is, and whether that is a
// drive of the network.
func drive(folder string) (free uint64, network bool, err error) {
	full, err := filepath.Abs(folder)
	if err != nil {
		return 0, false, err
	}
	name, err := windows.UTF16PtrFromString(full)
	if err != nil {
		return 0, false, err
	}
	if err := windows.GetDiskFreeSpaceEx(name, &free, nil, nil); err != nil {
		return 0, false, err
	}
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(full) + `\`)
	return free, err == nil && windows.GetDriveType(root) == windows.DRIVE_REMOTE, nil
}
