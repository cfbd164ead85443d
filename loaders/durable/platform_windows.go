package durable

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"golang.org/x/sys/windows"
)

// Platform gives the calls of Windows.
func Platform() System {
	return System{
		Replace: func(from, to string) error { return move(from, to, windows.MOVEFILE_REPLACE_EXISTING) },
		Link:    func(from, to string) error { return move(from, to, 0) }, // on FAT too, which has no links
		Held: func(err error) bool {
			return errors.Is(err, windows.ERROR_ACCESS_DENIED) ||
				errors.Is(err, windows.ERROR_SHARING_VIOLATION) ||
				errors.Is(err, windows.ERROR_LOCK_VIOLATION)
		},
		// Windows cannot synchronise a folder; move does its part.
		SyncFolder: func(string) error { return nil },
		DiskFull: func(err error) bool {
			return errors.Is(err, windows.ERROR_DISK_FULL) || errors.Is(err, windows.ERROR_HANDLE_DISK_FULL)
		},
		ReadOnly: func(err error) bool { return errors.Is(err, windows.ERROR_WRITE_PROTECT) },
		Hide:     func(path string) error { return hide(path, filepath.Base(path)) },
		Pause:    time.Sleep,
	}
}

// hide hides a file that has, or is to have, a name that begins with a dot, and shows one
// of another name.
func hide(path, name string) error {
	pointer, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	is, err := windows.GetFileAttributes(pointer)
	if err != nil {
		return err
	}
	want := is &^ windows.FILE_ATTRIBUTE_HIDDEN
	if strings.HasPrefix(name, ".") {
		want = is | windows.FILE_ATTRIBUTE_HIDDEN
	}
	if want == is {
		return nil
	}
	return windows.SetFileAttributes(pointer, want)
}

// move renames a file, over another only where the flags say so, and returns once the
// change is on the disk, which os.Rename does not ask for.
func move(from, to string, flags uint32) error {
	fromPointer, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	toPointer, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	// Before it has the name: a power cut must not leave a plan that nobody sees. A file
	// that cannot be hidden is no reason to lose it.
	_ = hide(from, filepath.Base(to))
	err = windows.MoveFileEx(fromPointer, toPointer, flags|windows.MOVEFILE_WRITE_THROUGH)
	if err != nil {
		return &os.LinkError{Op: "rename", Old: from, New: to, Err: err}
	}
	return nil
}
