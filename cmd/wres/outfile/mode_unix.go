//go:build unix

package outfile

import (
	"io/fs"
	"syscall"
)

// umask is what the user takes from the modes of new files. It can only be read by setting
// it; a file that is made in that moment is for its owner alone.
func umask() fs.FileMode {
	was := syscall.Umask(0o077)
	syscall.Umask(was)
	return fs.FileMode(was)
}
