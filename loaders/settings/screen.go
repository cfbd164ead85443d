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

// applyScreen checks what is said of the screen. It is read by ReadScreen.
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

// Screen is what a folder's wres.toml says of the app itself, which is wanted before the folder
// is read: the first frame is drawn by it. It is empty where the file is wrong, which Read
// says.
type Screen struct {
	Theme string            // "": none is asked for
	Keys  map[string]string // by the key that is pressed that whose work it does
	in    *document
}

// ReadScreen reads it.
func ReadScreen(fsys fs.FS) Screen {
	s := &Settings{fsys: fsys}
	var own settingsFile
	d, err := s.readTOML(Name, &own)
	if err != nil {
		return Screen{}
	}
	of := Screen{Keys: own.Keys, in: d}
	if own.Screen.Theme != nil && applyScreen(d, own) == nil {
		of.Theme = *own.Screen.Theme
	}
	return of
}

// WrongKey is the error of a key that cannot be taken, with the line that it stands in.
func (s Screen) WrongKey(pressed, why string) error {
	return s.in.wrong("keys."+pressed, "keys."+labels.Quoted(pressed)+": "+csvfile.Clean(why))
}
