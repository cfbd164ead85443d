package ownwords

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"wres/model/report/yearly"
	"wres/model/source"
)

// Init writes a file for each part into the folder report of dir, with a comment of what
// belongs there; files that are there stay as they are. It returns the names of both, below
// dir.
func Init(dir string) (written, kept []string, err error) {
	if info, err := os.Stat(dir); err != nil {
		return nil, nil, err
	} else if !info.IsDir() {
		return nil, nil, fmt.Errorf("%s is no folder", source.Path(dir))
	}
	if err := os.Mkdir(filepath.Join(dir, Folder), 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, nil, err
	}
	for _, part := range yearly.OwnParts() {
		name := fileName(part.Name)
		switch err := writeNew(filepath.Join(dir, name), "<!--\n"+part.Asks+"\n-->\n"); {
		case errors.Is(err, fs.ErrExist):
			kept = append(kept, name)
		case err != nil:
			return written, kept, err
		default:
			written = append(written, name)
		}
	}
	return written, kept, nil
}

// writeNew writes a file that must not be there yet. What could not be written whole is
// taken away again.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if err = errors.Join(err, f.Close()); err != nil {
		return errors.Join(err, os.Remove(path))
	}
	return nil
}
