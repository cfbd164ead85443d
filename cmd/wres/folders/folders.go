// Package folders knows which folders can be opened from inside the app: those that were
// opened last, in the order of that, and what is near to the one that is open.
//
// The paths of the last ones are kept in a file of the user's own data; of what is in a folder
// nothing is kept. Place in the flow: cmd/wres hands it to the app (tui), which opens no file.
package folders

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wres/cmd/wres/takeout"
	"wres/loaders"
	"wres/loaders/durable"
	"wres/model/words"
	"wres/tui"
)

// name is that of the file with the last folders.
const name = "recent.json"

// most is how many folders are kept, and mostListed how many of a folder are listed: more
// cannot be looked through.
const (
	most       = 10
	mostListed = 500
	mostBytes  = 1 << 20
)

// List is what a run knows of folders.
type List struct {
	Own string // the folder of the user's own data
	At  string // the folder that is open; "": the built-in example
}

// Opened keeps that a folder was opened. What cannot be kept is not: the list is a help and no
// more.
func (l List) Opened() {
	path, err := filepath.Abs(l.At)
	if err != nil || l.At == "" {
		return
	}
	before := l.recent()
	if len(before) > 0 && before[0] == path { // as whenever it is read again
		return
	}
	all := append([]string{path}, slices.DeleteFunc(before, func(p string) bool { return durable.Same(p, path) })...)
	content, err := json.MarshalIndent(all[:min(len(all), most)], "", "  ")
	if err != nil || os.MkdirAll(l.Own, 0o700) != nil {
		return
	}
	_ = durable.Platform().Write(filepath.Join(l.Own, name), append(content, '\n'), 0o600)
}

// toured is the file that stands where someone was shown round.
const toured = "toured"

// FirstTour reports whether nobody was shown round yet, and keeps that from now on somebody
// was. Where that cannot be kept, nobody is.
func (l List) FirstTour() bool {
	if os.MkdirAll(l.Own, 0o700) != nil {
		return false
	}
	f, err := os.OpenFile(filepath.Join(l.Own, toured), os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return false
	}
	return f.Close() == nil
}

// recent gives the folders that were opened last; none where the file cannot be read.
func (l List) recent() (all []string) {
	content, err := durable.Read(filepath.Join(l.Own, name), mostBytes)
	if err != nil || json.Unmarshal(content, &all) != nil {
		return nil
	}
	return slices.DeleteFunc(all, func(p string) bool { return !filepath.IsAbs(p) })
}

// From lists what can be opened, or looked into, from a folder. For "" these are the folders
// that were opened last, and those in the one that is open and beside it.
func (l List) From(from string) ([]tui.Place, error) {
	if from != "" {
		return l.in(from, true)
	}
	at, err := filepath.Abs(l.At) // of the example, which has none, the one that the program runs in
	if err != nil {
		return nil, err
	}
	last := l.last()
	inside, err := l.in(at, false)
	if err != nil {
		return nil, err
	}
	beside, err := l.in(filepath.Dir(at), true)
	if err != nil {
		beside = nil // the one above may be closed to the user
	}
	listed := func(p tui.Place) bool {
		return p.Opens && slices.ContainsFunc(last, func(before tui.Place) bool { return durable.Same(before.Path, p.Path) })
	}
	return append(last, slices.DeleteFunc(append(inside, beside...), listed)...), nil
}

// in lists the folders in a folder, and itself where it is another than the one that is open;
// with the one above, if that is asked for.
func (l List) in(at string, above bool) (all []tui.Place, err error) {
	entries, err := os.ReadDir(at)
	if err != nil {
		return nil, err
	}
	here := l.here()
	if !durable.Same(at, here) {
		all = opens(at, at, entries)
	}
	for _, e := range entries[:min(len(entries), mostListed)] {
		if path := filepath.Join(at, e.Name()); isFolder(path, e) && !durable.Same(path, here) {
			all = append(all, placesOf(path, e.Name())...)
		}
	}
	if up := filepath.Dir(at); above && up != at {
		all = append(all, tui.Place{Path: up, Name: up, Kind: "look into the folder above"})
	}
	return all, nil
}

// here is the folder that is open, as a whole path; "": it is none.
func (l List) here() string {
	if l.At == "" {
		return ""
	}
	path, _ := filepath.Abs(l.At)
	return path
}

// last lists the folders that were opened last and are there, but for the one that is open.
func (l List) last() (all []tui.Place) {
	for _, path := range l.recent() {
		if info, err := os.Stat(path); err == nil && info.IsDir() && !durable.Same(path, l.here()) {
			all = append(all, tui.Place{Path: path, Name: path, Kind: "opened before", Opens: true})
		}
	}
	return all
}

// isFolder reports whether an entry is a folder that one would look for, or a link to one:
// none that is hidden, or that holds what was taken out of the app.
func isFolder(path string, e os.DirEntry) bool {
	if strings.HasPrefix(e.Name(), ".") || e.Name() == takeout.Folder {
		return false
	}
	if e.Type()&os.ModeSymlink != 0 {
		info, err := os.Stat(path)
		return err == nil && info.IsDir()
	}
	return e.IsDir()
}

// placesOf lists a folder: to be opened where it has files that may be extracts, and to be
// looked into where it has folders.
func placesOf(path, name string) (all []tui.Place) {
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil
	}
	all = opens(path, name, entries)
	folders := 0
	for _, e := range entries[:min(len(entries), mostListed)] {
		if isFolder(filepath.Join(path, e.Name()), e) {
			folders++
		}
	}
	if folders > 0 {
		all = append(all, tui.Place{Path: path, Name: name + string(filepath.Separator), Kind: fmt.Sprintf("look into it, %s", words.Count(folders, "folder"))})
	}
	return all
}

// opens gives a folder to be opened, where it has files that may be read.
func opens(path, name string, entries []os.DirEntry) (all []tui.Place) {
	n := 0
	for _, e := range entries {
		if loaders.MayBeRead(e) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	return []tui.Place{{Path: path, Name: name, Kind: "open, " + words.Count(n, "file"), Opens: true}}
}
