package outfile

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"wres/loaders/durable"
	"wres/loaders/export"
	"wres/loaders/labels"
	"wres/model/source"
	"wres/model/words"
)

// Folder is a folder that files which belong together go into. Force lets them replace
// others of their names.
type Folder struct {
	Path  string
	Mode  fs.FileMode // of new files
	Force bool
}

// Made is a file that is ready to be written into a folder.
type Made struct {
	Name    string
	Content []byte
}

// Size says how large a file is: "34 kB", of 1,000 bytes.
func (m Made) Size() string {
	if n := len(m.Content); n < 1000 {
		return words.Count(n, "byte")
	}
	return words.Thousands((len(m.Content)+500)/1000) + " kB"
}

// Usable is an error where the path is none for such files: that of a file, or of one of
// some other folders, each of which holds what is named.
func (d Folder) Usable(others map[string]string) error {
	info, err := os.Stat(d.Path)
	link, linkErr := os.Lstat(d.Path)
	switch {
	case err != nil && linkErr == nil && link.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%s is a link that leads nowhere; name a folder, which is made if it is not there", source.Path(d.Path))
	case err == nil && !info.IsDir():
		return fmt.Errorf("%s is a file; name a folder, which is made if it is not there", source.Path(d.Path))
	case err != nil && slices.ContainsFunc(export.Formats(), func(f export.Format) bool { return strings.EqualFold(filepath.Ext(d.Path), "."+f.Name) }):
		return fmt.Errorf("%s is the name of a file; name a folder, which is made if it is not there", source.Path(d.Path))
	}
	for other, holds := range others {
		if durable.Same(d.Path, other) {
			return fmt.Errorf("%s holds %s; name a folder of its own, which is made if it is not there", source.Path(d.Path), holds)
		}
	}
	return nil
}

// Apart is an error where one of the files would be written over what they are made from, or
// be read as part of it.
func (d Folder) Apart(files []Made, from Source) error {
	for _, f := range files {
		if err := from.apart(filepath.Join(d.Path, f.Name)); err != nil {
			return err
		}
	}
	return nil
}

// Write writes files, each whole or not at all, and gives those that were written. The folder
// is made where only that is missing. Nothing is written where something else than a file
// stands in the place of one, or, without Force, a file. Where one cannot be written the others
// are all the same, and the error names each that was not.
func (d Folder) Write(s durable.System, files []Made) (written []Made, err error) {
	if err := d.free(files); err != nil {
		return nil, err
	}
	made := os.Mkdir(d.Path, folderMode())
	if errors.Is(made, fs.ErrNotExist) {
		return nil, fmt.Errorf("there is no folder %s; make it first, or name another", source.Path(filepath.Dir(filepath.Clean(d.Path))))
	} else if made != nil && !errors.Is(made, fs.ErrExist) {
		return nil, fmt.Errorf("the folder could not be made: %w", made)
	}
	var wrong []error
	for _, f := range files {
		if err := (File{Path: filepath.Join(d.Path, f.Name), Force: d.Force}).write(s, f.Content, d.Mode); err != nil {
			wrong = append(wrong, err)
			if !errors.Is(err, durable.ErrWritten) {
				continue
			}
		}
		written = append(written, f)
	}
	if len(written) == 0 && made == nil {
		wrong = append(wrong, os.Remove(d.Path)) // which is empty
	}
	return written, errors.Join(wrong...)
}

// free names all files that are there already and are to stay, or what else stands in their
// place: it is replaced by none, nor is a file that a link leads to, which is another's.
func (d Folder) free(files []Made) error {
	var there, others []string
	for _, f := range files {
		path := filepath.Join(d.Path, f.Name)
		info, err := os.Lstat(path)
		switch {
		case err != nil:
		case info.Mode().IsRegular():
			there = append(there, source.Path(path))
		default:
			others = append(others, source.Path(path)+" is "+kindOf(info.Mode()))
		}
	}
	switch {
	case len(others) == 1:
		return fmt.Errorf("%s, so nothing was written; move it away first, or name another folder", others[0])
	case len(others) > 1:
		return fmt.Errorf("%s, so nothing was written; move them away first, or name another folder", labels.Listed(others, "and"))
	case len(there) == 0 || d.Force:
		return nil
	case len(there) == 1:
		return fmt.Errorf("there is a file %s already, so nothing was written; name another folder, or replace it with --force", there[0])
	}
	return fmt.Errorf("there are files %s already, so nothing was written; name another folder, or replace them with --force", labels.Listed(there, "and"))
}

// kindOf says what stands in a file's place that is none.
func kindOf(mode fs.FileMode) string {
	switch {
	case mode.IsDir():
		return "a folder"
	case mode&fs.ModeSymlink != 0:
		return "a link"
	}
	return "a pipe or a device"
}
