package outfile

import "io/fs"

// Private is the mode of what is not for publication, and of the plan: it is for its owner
// alone. On Windows a mode says nothing of who may read; there the folder does.
const Private fs.FileMode = 0o600

// Shared is the mode of what is made to be handed on: that of any new file of its user, as
// the umask has it.
func Shared() fs.FileMode { return 0o666 &^ umask() }

// ModeOf is the mode of a file of figures: full, or in the publication view.
func ModeOf(full bool) fs.FileMode {
	if full {
		return Private
	}
	return Shared()
}

// folderMode is that of a folder for such files.
func folderMode() fs.FileMode { return 0o777 &^ umask() }
