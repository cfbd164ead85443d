package settings

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
)

// Themes are the names that a theme of the screen may have.
func Themes() []string { return []string{"light", "dark", "contrast", "mono"} }

// applyScreen checks what is said of the screen. It is read by Theme.
func applyScreen(d *document, own settingsFile) error {
	name := own.Screen.Theme
	if name == nil || slices.Contains(Themes(), *name) {
		return nil
	}
	var quoted []string
	for _, t := range Themes() {
		quoted = append(quoted, strconv.Quote(t))
	}
	return d.wrong("screen.theme", fmt.Sprintf("screen.theme is %s; give %s", labels.Quoted(*name), labels.Listed(quoted, "or")))
}

// KeyMap is what a folder's wres.toml says of the keys of the app: by the key that is pressed
// that whose work it does.
type KeyMap struct {
	Does map[string]string
	in   *document
}

// Keys reads them. There are none where the file is wrong, which Read says.
func Keys(fsys fs.FS) KeyMap {
	s := &Settings{fsys: fsys}
	var own settingsFile
	d, err := s.readTOML(Name, &own)
	if err != nil {
		return KeyMap{}
	}
	return KeyMap{own.Keys, d}
}

// Wrong is the error of a key that cannot be taken, with the line that it stands in.
func (k KeyMap) Wrong(pressed, why string) error {
	return k.in.wrong("keys."+pressed, "keys."+labels.Quoted(pressed)+": "+csvfile.Clean(why))
}

// Theme gives the theme that a folder's wres.toml asks for, which is wanted before the folder
// is read: the first frame is drawn in it. It is empty where there is none, and where the
// file is wrong, which Read says.
func Theme(fsys fs.FS) string {
	s := &Settings{fsys: fsys}
	var own settingsFile
	d, err := s.readTOML(Name, &own)
	if err != nil || own.Screen.Theme == nil || applyScreen(d, own) != nil {
		return ""
	}
	return *own.Screen.Theme
}
