//go:build !unix

package outfile

import "io/fs"

// umask is not known here.
func umask() fs.FileMode { return 0 }
