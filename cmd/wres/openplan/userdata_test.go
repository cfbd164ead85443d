package openplan

import (
	"errors"
	"os"
	"os/user"
	"path/filepath"
	"testing"
)

// TestNothingIsKeptAtTheRoot: whoever has no home in the environment has one in the list of
// users, or gets a temporary place.
func TestNothingIsKeptAtTheRoot(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", "")
	root := filepath.VolumeName(t.TempDir()) + string(filepath.Separator)
	listed := filepath.Join(root, "home", "ann")
	for _, c := range []struct{ name, home, of, want string }{
		{"a home", listed, "", filepath.Join(listed, "share")},
		{"no home, but listed", root, listed, filepath.Join(listed, "share")},
		{"not listed", root, "", os.TempDir()},
		{"listed with the root", root, root, os.TempDir()},
	} {
		me := func() (*user.User, error) {
			if c.of == "" {
				return nil, errors.New("no such user")
			}
			return &user.User{HomeDir: c.of}, nil
		}
		if got := dataOf(c.home, filepath.Join(c.home, "share"), me); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	named := filepath.Join(root, "data")
	t.Setenv("XDG_DATA_HOME", named)
	if got := dataOf(root, named, user.Current); got != named {
		t.Errorf("the folder that is named: %s, want %s", got, named)
	}
}
