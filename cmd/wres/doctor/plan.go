package doctor

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"wres/cmd/wres/openplan"
	"wres/loaders/planfile"
)

// planFacts says where the plan is, and whether it can be written. No file is made for it.
func planFacts(path string) []Fact {
	folder := filepath.Dir(path)
	facts := []Fact{{"path", whole(path)}}
	info, err := os.Stat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		facts = append(facts, Fact{"state", "not an ordinary file"})
	case err == nil:
		facts = append(facts, Fact{"state", "there"}, Fact{"writing", opens(path)})
	default:
		facts = append(facts, Fact{"state", reason(err)})
	}
	facts = append(facts, Fact{"lock", lock(path)}, Fact{"saved in", mayWrite(folder)})
	facts = append(facts, disk(folder)...)
	own := openplan.OwnData()
	state := "there"
	if _, err := os.Stat(own); err != nil {
		state = reason(err)
	}
	return append(facts, Fact{"own data", whole(own) + ", " + state})
}

// opens says whether a file may be written, and writes nothing.
func opens(path string) string {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return "cannot be written: " + reason(err)
	}
	f.Close() // nothing was written
	return "can be written"
}

// lock says whether another program has the plan open.
func lock(path string) string {
	held, err := planfile.Held(path)
	switch {
	case err != nil:
		return "cannot be told: " + reason(err)
	case held:
		return "open in another wres"
	}
	return "free"
}

// mayWrite says whether files can be made in a folder, which saving needs.
func mayWrite(folder string) string {
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return "a folder that is not there yet"
	}
	switch err := writable(folder); {
	case errors.Is(err, errors.ErrUnsupported):
		return "a folder of which cannot be told whether it can be written"
	case err != nil:
		return "a folder that cannot be written: " + reason(err)
	}
	return "a folder that can be written"
}

// disk says how much room there is, and whether the folder is on a network or is
// synchronised, as far as that can be told.
func disk(folder string) []Fact {
	var facts []Fact
	free, network, err := drive(folder)
	if err == nil {
		where := "this computer, as far as can be told"
		if network {
			where = "a network drive"
		}
		facts = append(facts, Fact{"free space", size(free)}, Fact{"kept on", where})
	}
	return append(facts, Fact{"synchronised", cmp.Or(synchronised(whole(folder)), "no sign of it in the path")})
}

// size writes a number of bytes to one decimal of a unit.
func size(bytes uint64) string {
	const mega, giga = 1e6, 1e9
	if bytes < giga {
		return fmt.Sprintf("%.1f MB", float64(bytes)/mega)
	}
	return fmt.Sprintf("%.1f GB", float64(bytes)/giga)
}

// synchronisers are programs that copy a folder to elsewhere while wres writes to it, by the
// beginnings of the names of their folders.
var synchronisers = [...]string{"OneDrive", "SharePoint", "Dropbox", "Google Drive", "GoogleDrive", "iCloudDrive", "Mobile Documents", "Nextcloud", "ownCloud", "Box Sync", "Egnyte", "pCloud"}

// synchronised gives the part of a path that is the folder of such a program; "" where none is.
func synchronised(path string) string {
	for part := range strings.FieldsFuncSeq(path, func(r rune) bool { return r == '/' || r == '\\' }) {
		for _, name := range synchronisers {
			if len(part) >= len(name) && strings.EqualFold(part[:len(name)], name) {
				return "by its path: " + name
			}
		}
	}
	return ""
}
