package openplan

import (
	"os"
	"os/user"
	"path/filepath"

	"wres/loaders/planfile"

	"github.com/adrg/xdg"
)

// OwnData is the folder of what is kept for the user, and belongs to no folder of extracts.
func OwnData() string {
	return filepath.Join(dataOf(xdg.Home, xdg.DataHome, user.Current), "wres")
}

// OfExample is where the plan of the built-in example is kept.
func OfExample() string { return filepath.Join(OwnData(), "example", planfile.Name) }

// dataOf is the folder data of a user with a home. Where no variable names a home, as for a
// service, home is the root of the disk, which is nobody's place for files: then the list of
// users is asked; and where that has no home either, it is the folder for what is temporary.
func dataOf(home, data string, me func() (*user.User, error)) string {
	below, err := filepath.Rel(home, data)
	if isRoot := filepath.Dir(home) == home; !isRoot || err != nil || filepath.IsAbs(os.Getenv("XDG_DATA_HOME")) {
		return data
	}
	if u, err := me(); err == nil && u.HomeDir != "" && filepath.Dir(u.HomeDir) != u.HomeDir {
		return filepath.Join(u.HomeDir, below)
	}
	return os.TempDir()
}
