// Package typein puts figures that were typed in the app into an ordinary extract: the table
// of a kind and year goes in, and rows under the header of that kind stand in the folder.
//
// Place in the flow: cmd/wres hands it to the table of the app (tui/grid), which opens no
// file. How a kind is typed is said in loaders/kinds. A file that holds anything else than what
// this would have written is neither read nor changed.
package typein

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"wres/loaders/durable"
	"wres/loaders/figurefile"
	"wres/loaders/kinds"
	"wres/model/source"
	"wres/tui/grid"
)

// bom marks a file as UTF-8, without which Excel takes it for Windows-1252.
const bom = "\xef\xbb\xbf"

// mostBytes is more than any file of typed figures has.
const mostBytes = 4 << 20

// Folder is where the extracts stand.
type Folder struct{ Path string }

// Deps gives the app what it needs. What is typed and not saved is kept by the keeper of the
// folder.
func (f Folder) Deps(k *figurefile.Keeper) grid.Deps {
	return grid.Deps{ReadFigures: f.Read, SaveFigures: f.Save, ReadDraft: k.Read, KeepDraft: k.Take}
}

// Read gives the figures of a kind and year that were typed before.
func (f Folder) Read(kind, year string) (source.Figures, error) {
	t, err := f.open(kind)
	if err != nil {
		return nil, err
	}
	return t.figures[year], nil
}

// Save puts figures into the file of their kind, in place of those that were read before, and
// gives its name once they are on the disk.
func (f Folder) Save(typed source.Typed) (name string, err error) {
	t, err := f.open(typed.Kind)
	if err != nil {
		return "", err
	}
	if now := t.figures[typed.Year]; !maps.Equal(now, typed.Before) {
		if len(typed.Before) == 0 {
			return "", fmt.Errorf("%s has figures of %s already; [ and ] choose another year", t.name, typed.Year)
		}
		return "", fmt.Errorf("%s has other figures of %s by now; Esc, and open it again", t.name, typed.Year)
	}
	if !slices.Contains(t.years, typed.Year) {
		t.years = append(t.years, typed.Year)
	}
	t.figures[typed.Year] = typed.Figures
	content, err := t.content()
	if err != nil {
		return "", err
	}
	system, path := durable.Platform(), filepath.Join(f.Path, t.name)
	if t.new {
		err = system.WriteNew(path, content, 0o644)
	} else {
		err = system.Write(path, content, 0o644)
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", t.name, durable.Reason(err))
	}
	return t.name, nil
}

// table is a file of typed figures.
type table struct {
	name    string
	sheet   source.Sheet
	new     bool // there is none yet
	years   []string
	figures map[string]source.Figures
}

// open reads the file of a kind; an error where it holds anything that was not typed.
func (f Folder) open(kind string) (*table, error) {
	of, known := kinds.Choices().Kind(kind)
	if !known || of.Sheet.Empty() {
		return nil, fmt.Errorf("figures of %s are not typed in", kind)
	}
	t := &table{name: kind + ".csv", sheet: of.Sheet, figures: map[string]source.Figures{}}
	content, err := durable.Read(filepath.Join(f.Path, t.name), mostBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		t.new = true
		return t, nil
	case err != nil:
		return nil, fmt.Errorf("%s cannot be read: %w", t.name, durable.Reason(err))
	}
	other := fmt.Errorf("%s holds more than what was typed here: change it where it is from", t.name)
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte(bom))))
	records, err := r.ReadAll()
	if err == nil && len(records) == 0 { // a file of nothing
		return t, nil
	}
	if err != nil || !slices.Equal(records[0], t.sheet.Header) {
		return nil, other
	}
	var ok bool
	if t.years, t.figures, ok = t.sheet.ByYear(records[1:]); !ok {
		return nil, other
	}
	return t, nil
}

// content writes the file anew.
func (t *table) content() ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(bom)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	records := [][]string{t.sheet.Header}
	for _, y := range t.years {
		records = append(records, t.sheet.Records(y, t.figures[y])...)
	}
	if err := w.WriteAll(records); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
