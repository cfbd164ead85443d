package durable

import (
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sys/windows"
)

func hidden(t *testing.T, path string) bool {
	t.Helper()
	pointer, err := windows.UTF16PtrFromString(path)
	if err != nil {
		t.Fatal(err)
	}
	is, err := windows.GetFileAttributes(pointer)
	if err != nil {
		t.Fatal(err)
	}
	return is&windows.FILE_ATTRIBUTE_HIDDEN != 0
}

// Under wine every name with a dot is hidden, so the attribute is looked at on others.
func TestHiddenIsWhatBeginsWithADot(t *testing.T) {
	path := filepath.Join(t.TempDir(), "plain.csv")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		want bool
	}{{".plain.csv", true}, {".plain.csv", true}, {"plain.csv", false}, {"a.b", false}} {
		if err := hide(path, c.name); err != nil {
			t.Fatal(err)
		}
		if hidden(t, path) != c.want {
			t.Errorf("a file to be %s: hidden is %v", c.name, !c.want)
		}
	}
}

// A file is seen again under a name without a dot, and one that was hidden is replaced.
func TestReplaceHidesByTheNewName(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{".wres-notes.json", "action-plan.csv", ".wres-notes.json"} {
		path := filepath.Join(folder, name)
		if err := Platform().Write(path, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
		if want := name[0] == '.'; hidden(t, path) != want {
			t.Errorf("%s: hidden is %v", name, !want)
		}
	}
	from, to := filepath.Join(folder, ".wres-notes.json"), filepath.Join(folder, "notes.json")
	if err := Platform().Replace(from, to); err != nil || hidden(t, to) {
		t.Errorf("%v; hidden is %v", err, hidden(t, to))
	}
}
