// Package notefile keeps the notes of meetings beside the plan: a note goes in, and comes
// out at the next start. A note is what its user wrote, and in no other file, so nothing
// that stands in the file is ever written over unless it was read.
package notefile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/durable"
	"wres/model"
	"wres/model/meeting"
)

// Name is the file's name.
const Name = ".wres-notes.json"

const (
	version  = 1       // of the file's form, as this program writes it
	maxBytes = 4 << 20 // more than all notes together have
)

// document is what the file holds.
type document struct {
	Version int     `json:"version"`
	Notes   []entry `json:"notes"`
}

type entry struct {
	Page string     `json:"page"`
	Year model.Year `json:"year"`
	Text string     `json:"text"`
}

// errLater is the error of a file that a later program wrote.
var errLater = errors.New("a later version of wres wrote it: notes can be read and written with that one")

// Read gives the notes of a folder, cleaned for the screen; none where there is no file.
func Read(folder string) (meeting.Notes, error) { return cleaned(read(folder)) }

// cleaned makes notes fit for the screen.
func cleaned(raw meeting.Notes, err error) (meeting.Notes, error) {
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", Name, err)
	}
	notes := meeting.Notes{}
	for about, text := range raw {
		notes[meeting.About{Page: csvfile.Clean(about.Page), Year: about.Year}] = csvfile.Clean(text)
	}
	return notes, nil
}

// read gives the notes as they stand in the file.
func read(folder string) (meeting.Notes, error) {
	data, err := durable.Read(filepath.Join(folder, Name), maxBytes)
	if errors.Is(err, fs.ErrNotExist) {
		return meeting.Notes{}, nil
	}
	if err != nil {
		return nil, durable.Reason(err)
	}
	return decode(data)
}

// decode reads a file to its last byte: what it does not know it would lose on writing,
// so that is an error.
func decode(data []byte) (meeting.Notes, error) {
	var form struct{ Version int }
	if err := json.Unmarshal(data, &form); err == nil && form.Version > version {
		return nil, errLater
	}
	var doc document
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&doc); err != nil {
		return nil, fmt.Errorf("it holds no notes: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("more stands behind its notes")
	}
	notes := meeting.Notes{}
	for _, e := range doc.Notes {
		about := meeting.About{Page: e.Page, Year: e.Year}
		if _, twice := notes[about]; twice {
			return nil, errors.New("two of its notes are on the same page of the same year")
		}
		notes[about] = e.Text
	}
	return notes, nil
}

// encode writes notes in the order of their pages, the latest year first.
func encode(notes meeting.Notes) ([]byte, error) {
	doc := document{Version: version, Notes: []entry{}}
	for about, text := range notes {
		if text != "" {
			doc.Notes = append(doc.Notes, entry{about.Page, about.Year, text})
		}
	}
	slices.SortFunc(doc.Notes, func(a, b entry) int {
		if a.Page != b.Page {
			return strings.Compare(a.Page, b.Page)
		}
		return int(b.Year) - int(a.Year)
	})
	data, err := json.MarshalIndent(doc, "", " ")
	if err == nil && len(data) >= maxBytes {
		err = fmt.Errorf("all notes together are too long: the file holds %d MB", maxBytes>>20)
	}
	return append(data, '\n'), err
}
