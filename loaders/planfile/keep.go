package planfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"wres/loaders/durable"
	"wres/model"
	"wres/model/plan"
	"wres/model/source"
)

// KeepYear keeps the plan as it stands, byte for byte, as that of a year: in
// plan.ArchiveName(year) beside it, durably, for its user alone. Where no file of
// the plan has been written yet, p is. A file of that name with other content is
// not overwritten; one with the same content is the plan kept before. It is refused
// where another wres has the plan open or the file has changed since it was read.
func (f *File) KeepYear(year model.Year, p plan.Plan) (name string, err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.reason != "" {
		return "", fmt.Errorf("not kept: %s was %w: %s", source.Path(f.path), ErrReadOnly, f.reason)
	}
	after, err := f.desk.takeForSave()
	if err != nil {
		return "", fmt.Errorf("the plan of %s was not kept: %w", year, err)
	}
	defer after()
	content, err := f.checkUnchanged()
	if err == nil && !f.mark.exists {
		content, err = Encode(p)
	}
	if err != nil {
		return "", err
	}
	name = plan.ArchiveName(year)
	path := filepath.Join(filepath.Dir(f.path), name)
	there, err := durable.Read(path, maxBytes)
	switch {
	case err == nil && bytes.Equal(there, content):
		return name, nil
	case err == nil:
		return "", fmt.Errorf("there is another plan in %s already: give that file another name and try again", source.Path(name))
	case !errors.Is(err, fs.ErrNotExist):
		return "", fmt.Errorf("the plan of %s was not kept: %s: %w", year, source.Path(name), err)
	}
	if err := f.desk.makeFolder(filepath.Dir(f.path)); err != nil {
		return "", f.notSaved(err)
	}
	if err := f.desk.put(path, content); err != nil {
		return "", f.notSaved(err)
	}
	return name, f.system.SyncFolder(filepath.Dir(path))
}
