package web

import (
	"cmp"

	"wres/model/report"
)

type table struct {
	ID, CaptionID, Caption string
	Head                   []cell
	Rows                   [][]cell
	Notes                  []string
}

// cell is a cell of a table; a heading of its row or column where it has words and names
// something.
type cell struct {
	Text, Meaning string // what a mark stands for
	Names         bool
	Part          bool // of the row before
	Right         bool
}

// table gives a table. A row has a cell for each column, whatever it came with.
func (m *maker) table(id string, t report.Table) *table {
	made := &table{ID: id, CaptionID: m.ids.take(id + "-caption"), Caption: cmp.Or(t.Caption, "Table"), Notes: t.Notes}
	for _, c := range t.Columns {
		made.Head = append(made.Head, cell{Text: c.Name, Names: c.Name != "", Right: c.Right})
	}
	for _, r := range t.Rows {
		row := make([]cell, len(t.Columns))
		for i, c := range t.Columns {
			row[i].Right = c.Right
			if i < len(r.Cells) {
				of := r.Cells[i]
				row[i] = cell{Text: of.Text, Meaning: of.State.Meaning(), Names: c.Names && of.Text != "", Part: r.Part, Right: c.Right}
			}
		}
		made.Rows = append(made.Rows, row)
	}
	if t.Source != "" {
		made.Notes = append(made.Notes[:len(made.Notes):len(made.Notes)], "Source: "+t.Source)
	}
	return made
}
