package doctor

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wres/loaders"
	"wres/loaders/settings"
	"wres/model/source"
)

// Folder is what the program would open.
type Folder struct {
	Path  string // empty: the built-in example
	Named bool   // by the user
	FS    fs.FS
	Plan  string // the path of its plan
}

// facts says what the folder holds, by the kinds of extract and no more.
func (f Folder) facts(ctx context.Context) []Fact {
	shown := whole(f.Path)
	switch {
	case f.Path == "":
		shown = "the built-in example, as none is named and the current one holds no extracts"
	case !f.Named:
		shown += ", the current one, as none is named"
	}
	facts := []Fact{{"path", shown}}
	if f.Path != "" {
		if info, err := os.Stat(f.Path); err != nil || !info.IsDir() {
			return append(facts, Fact{"state", cmp.Or(reason(err), "a file, not a folder")})
		}
		facts = append(facts, disk(f.Path)...)
	}
	_, said, err := loaders.Open(ctx, f.FS, loaders.Options{Folder: f.Path, Example: f.Path == ""}, nil)
	return append(facts, Fact{"extracts", counted(said.Files)},
		Fact{settings.Name, f.settings(settings.Name, err)}, Fact{settings.MappingName, f.settings(settings.MappingName, err)})
}

// counted says how many files, or sheets, there are of each kind.
func counted(files []source.File) string {
	kinds := map[string]int{}
	for _, file := range files {
		kinds[file.Kind]++
	}
	var each []string
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		each = append(each, fmt.Sprintf("%s %d", kind, kinds[kind]))
	}
	return cmp.Or(strings.Join(each, ", "), "none was read")
}

// settings says whether a file of settings is there and can be read. What stands in it is
// not said: it has labels of the organisation.
func (f Folder) settings(name string, read error) string {
	if _, err := fs.Stat(f.FS, name); err != nil {
		return reason(err)
	}
	wrong, is := errors.AsType[*settings.Error](read)
	switch {
	case is && wrong.File == name && wrong.Line > 0:
		return fmt.Sprintf("refused at line %d, column %d; wres check says why", wrong.Line, wrong.Column)
	case is && wrong.File == name:
		return "cannot be read; wres check says why"
	case is && name == settings.Name: // the other is read before it
		return "there, and not looked at, as " + wrong.File + " is refused"
	}
	return "read"
}

// whole is a path from the root, as far as that can be told.
func whole(path string) string {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	return source.Path(path)
}

// reason is why a file cannot be had, without its path; "" where it can.
func reason(err error) string {
	if err == nil {
		return ""
	}
	if errors.Is(err, fs.ErrNotExist) {
		return "not there"
	}
	if path, is := errors.AsType[*fs.PathError](err); is {
		err = path.Err
	}
	return err.Error()
}
