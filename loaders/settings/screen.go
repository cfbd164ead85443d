package settings

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"

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
