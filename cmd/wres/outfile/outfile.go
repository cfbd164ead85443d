// Package outfile is what a command makes of its -o: which form the name of the file asks
// for, what it may not replace, and the file itself, whole or not at all; or several files
// that belong together, in a folder.
//
// Place in the flow: cmd/wres hands it the flags and then the content; loaders/durable
// writes. Its errors are sentences for the reader.
package outfile

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"wres/loaders/durable"
	"wres/loaders/export"
	"wres/loaders/labels"
	"wres/model/source"
)

// File is where the content goes.
type File struct {
	Path  string
	Force bool // replace an ordinary file that is there
	Fixed bool // the name is the program's own, and no flag gives another
}

// Prints reports whether the content is printed and not written to a file.
func (f File) Prints() bool { return f.Path == "" || f.Path == "-" }

// Says gives the name of the form that the ending of the file's name is of, and "" where it is
// of none.
func (f File) Says() string {
	if f.Prints() {
		return ""
	}
	ending := strings.ToLower(strings.TrimPrefix(filepath.Ext(f.Path), "."))
	if !slices.ContainsFunc(export.Formats(), func(form export.Format) bool { return form.Name == ending }) {
		return ""
	}
	return ending
}

// Form gives the name of the form to write: the one asked for, or else that of the file's
// ending. A name that would say another form than is written is an error.
func (f File) Form(asked string, forms []string) (string, error) {
	ending := f.Says()
	switch {
	case asked == "" && slices.Contains(forms, ending):
		return ending, nil
	case asked == "":
		return "", errors.New("say in what form: --format " + labels.Listed(forms, "or"))
	case ending != "" && ending != asked:
		message := fmt.Sprintf("the name %s says %s, and --format says %s; end the name in .%s", source.Path(f.Path), ending, asked, asked)
		if slices.Contains(forms, ending) {
			message += ", or leave --format out"
		}
		return "", errors.New(message)
	}
	return asked, nil
}

// Apart is an error where the file is one of those that the content is made from, or would be
// read as one.
func (f File) Apart(from Source) error { return from.apart(f.Path) }

// Write writes the file: a new one, or with Force in place of another. An error leaves what
// was there as it was, unless it is [durable.ErrWritten].
func (f File) Write(content []byte, mode fs.FileMode) error {
	return f.write(durable.Platform(), content, mode)
}

func (f File) write(system durable.System, content []byte, mode fs.FileMode) error {
	write := system.WriteNew
	if f.Force {
		write = system.Write
	}
	err := write(f.Path, content, mode)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, durable.ErrWritten):
		return fmt.Errorf("%s: %w", source.Path(f.Path), err)
	case errors.Is(err, durable.ErrFolder):
		return fmt.Errorf("%s is a folder; name a file in it", source.Path(f.Path))
	case errors.Is(err, durable.ErrNoOrdinary):
		return fmt.Errorf("%s is a pipe or a device, and only an ordinary file is replaced; name another", source.Path(f.Path))
	case errors.Is(err, durable.ErrNowhere):
		return fmt.Errorf("%s is a link that leads to no file; name another", source.Path(f.Path))
	case errors.Is(err, fs.ErrExist) && f.Fixed:
		return fmt.Errorf("there is a file %s already, and it is kept; move it away first", source.Path(f.Path))
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("there is a file %s already; name another, or replace it with --force", source.Path(f.Path))
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("there is no folder %s; make it first, or name another", source.Path(filepath.Dir(f.Path)))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s was not written: you may not write there; name another place", source.Path(f.Path))
	case system.DiskFull(err):
		return fmt.Errorf("%s was not written: the disk is full; free some space, or name another place", source.Path(f.Path))
	}
	return fmt.Errorf("%s was not written: %w", source.Path(f.Path), durable.Reason(err))
}
