// Package visitfile keeps what a folder held when it was last opened, beside the plan: a
// visit goes in, and comes out at the next start. The file is no data of the organisation:
// it may be deleted at any time, and one that cannot be read is as if it were not there.
package visitfile

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"wres/loaders/csvfile"
	"wres/loaders/durable"
	"wres/model/visit"
)

// Name is the file's name.
const Name = ".wres-last.json"

// maxBytes is more than any visit has.
const maxBytes = 4 << 20

// Read gives the last visit to a folder: the zero Visit where there was none. The error
// says why the file that is there cannot be read.
func Read(folder string) (visit.Visit, error) {
	data, err := durable.Read(filepath.Join(folder, Name), maxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return visit.Visit{}, nil
	}
	var v visit.Visit
	if err == nil {
		err = json.Unmarshal(data, &v)
	}
	if err != nil {
		return visit.Visit{}, fmt.Errorf("%s cannot be read and is not used: %w", Name, err)
	}
	return clean(v), nil
}

// clean makes what a file holds fit for the screen.
func clean(v visit.Visit) visit.Visit {
	files := map[string]visit.File{}
	for name, f := range v.Files {
		files[csvfile.Clean(name)] = f
	}
	figures := map[string]visit.Figure{}
	for key, f := range v.Figures {
		figures[key] = visit.Figure{Text: csvfile.Clean(f.Text), Kind: csvfile.Clean(f.Kind)}
	}
	v.Files, v.Figures, v.Of = files, figures, csvfile.Clean(v.Of)
	return v
}

// Write keeps a visit to a folder. It replaces the one before, and leaves that where it
// fails.
func Write(folder string, v visit.Visit) error {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return err
	}
	return durable.Platform().Write(filepath.Join(folder, Name), append(data, '\n'), 0o600)
}

// Look tells files of a folder from what they may be later. One that is not there is left
// out.
func Look(folder fs.FS, names []string) map[string]visit.File {
	files := map[string]visit.File{}
	for _, name := range names {
		if info, err := fs.Stat(folder, name); err == nil {
			files[name] = visit.File{Size: info.Size(), Modified: info.ModTime()}
		}
	}
	return files
}
