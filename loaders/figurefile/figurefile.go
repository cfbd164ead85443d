// Package figurefile keeps figures that are typed into a table and not saved yet, beside the
// plan: they go in as they are typed, and come out when the table is opened again after a crash.
//
// There is a hidden file for each kind, which is gone once its figures are saved or thrown
// away. No extract is read from it, and nothing is written over that this program has not
// read or written before.
package figurefile

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"wres/loaders/csvfile"
	"wres/model/source"
)

// Name names the file of a kind: ".wres-figures-workforce.json".
func Name(kind string) string { return ".wres-figures-" + kind + ".json" }

const (
	version  = 1       // of the file's form, as this program writes it
	maxBytes = 1 << 20 // more than any table has
)

// document is what a file holds. A cell is named by its row and column as the table shows
// them: a later table may have other rows between them.
type document struct {
	Version int       `json:"version"`
	Kind    string    `json:"kind"`
	Year    string    `json:"year"`
	At      time.Time `json:"typed_at"`
	Figures []cell    `json:"figures"`
	Before  []cell    `json:"before"`
}

type cell struct {
	Page   string `json:"page,omitempty"`
	Row    string `json:"row"`
	Column string `json:"column"`
	Text   string `json:"text"`
}

// encode writes a draft, in the order of its table.
func encode(d source.Draft, s source.Sheet) ([]byte, error) {
	data, err := json.MarshalIndent(document{version, d.Kind, d.Year, d.At, cellsOf(d.Figures, s), cellsOf(d.Before, s)}, "", " ")
	return append(data, '\n'), err
}

// nameOf names a column of a sheet by its group, and by what it counts where there is more.
func nameOf(c source.SheetColumn) string {
	if c.Count == "" {
		return c.Group
	}
	return c.Group + " " + c.Count
}

func cellsOf(f source.Figures, s source.Sheet) []cell {
	all := []cell{}
	for p, page := range s.Pages {
		for r, row := range page.Rows {
			for c, column := range s.Columns {
				if text := f[source.Cell{Page: p, Row: r, Column: c}]; text != "" {
					all = append(all, cell{page.Name, row.Name, nameOf(column), text})
				}
			}
		}
	}
	return all
}

// decode reads a file to its last byte: a figure that has no place any more would be lost
// without a word, so that is an error. Its texts are cleaned for the screen.
func decode(data []byte, kind string, s source.Sheet) (*source.Draft, error) {
	var form struct{ Version int }
	if err := json.Unmarshal(data, &form); err == nil && form.Version > version {
		return nil, errors.New("a later version of wres wrote it: that one can read it")
	}
	var doc document
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&doc); err != nil {
		return nil, fmt.Errorf("it holds no figures: %w", err)
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errors.New("more stands behind its figures")
	}
	if doc.Kind != kind {
		return nil, fmt.Errorf("its figures are of %q", doc.Kind)
	}
	draft := &source.Draft{Typed: source.Typed{Kind: kind, Year: csvfile.Clean(doc.Year)}, At: doc.At}
	var err error
	if draft.Figures, err = figuresOf(doc.Figures, s); err != nil {
		return nil, err
	}
	draft.Before, err = figuresOf(doc.Before, s)
	return draft, err
}

// figuresOf gives cells their places in a sheet.
func figuresOf(cells []cell, s source.Sheet) (source.Figures, error) {
	places := map[cell]source.Cell{}
	for p, page := range s.Pages {
		for r, row := range page.Rows {
			for c, column := range s.Columns {
				places[cell{page.Name, row.Name, nameOf(column), ""}] = source.Cell{Page: p, Row: r, Column: c}
			}
		}
	}
	f := source.Figures{}
	for _, one := range cells {
		at, known := places[cell{one.Page, one.Row, one.Column, ""}]
		if !known {
			return nil, fmt.Errorf("the table has no row %q with a column %q", one.Row, one.Column)
		}
		if _, twice := f[at]; twice {
			return nil, fmt.Errorf("its row %q has the column %q twice", one.Row, one.Column)
		}
		f[at] = csvfile.Clean(one.Text)
	}
	return f, nil
}
