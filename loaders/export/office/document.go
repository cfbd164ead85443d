package office

import (
	"fmt"
	"strings"
	"time"

	"wres/loaders/export/ooxml"
	"wres/model/report"
	"wres/model/words"
)

// Document gives a file for Word. A block that it does not know is an error.
func Document(about report.About, blocks []report.Block) ([]byte, error) {
	d := ooxml.NewDocument(properties(about), about.Title+". "+about.View)
	contents := false
	for _, b := range blocks {
		if h, is := b.(report.Heading); is && h.Level > 1 && !contents {
			contents = true
			d.Contents()
		}
		if err := addBlock(d, b); err != nil {
			return nil, err
		}
	}
	return d.Bytes()
}

func addBlock(d *ooxml.Document, b report.Block) error {
	switch b := b.(type) {
	case report.Heading:
		if b.Level == 1 {
			d.Title(b.Text)
		} else {
			d.Heading(min(b.Level-1, 3), b.ID, b.Text)
		}
	case report.Paragraph:
		d.Paragraph(runs(b)...)
	case report.Points:
		for _, p := range b {
			d.Point(p.Depth, p.Number, runs(p.Runs)...)
		}
	case report.Table:
		d.Table(b.ID, table(b), notes(b)...)
	case report.Chart:
		d.Chart(chart(b))
	default:
		return unknown(b)
	}
	return nil
}

func unknown(b report.Block) error { return fmt.Errorf("there is no form of %T for Word and Excel", b) }

// properties are what the file says of itself. It carries the day of the figures, and not
// that on which it is written.
func properties(a report.About) ooxml.Properties {
	return ooxml.Properties{
		Title: a.Title, Author: a.Organisation, Subject: a.View, Language: "en-GB",
		Day: time.Date(int(a.Year), time.March, 31, 0, 0, 0, 0, time.UTC),
	}
}

func runs(p report.Paragraph) []ooxml.Run {
	all := make([]ooxml.Run, len(p))
	for i, r := range p {
		all[i] = ooxml.Run(r)
	}
	return all
}

// notes are the paragraphs below a table.
func notes(t report.Table) []string {
	if t.Source == "" {
		return t.Notes
	}
	return append(t.Notes[:len(t.Notes):len(t.Notes)], "Source: "+t.Source)
}

// table gives a table. A row has a cell for each column, whatever it came with.
func table(t report.Table) ooxml.Table {
	all := ooxml.Table{Title: t.Caption}
	var names []string
	for i, c := range t.Columns {
		names = append(names, c.Name)
		all.Columns = append(all.Columns, ooxml.Column{Name: c.Name, Names: c.Names && i == 0, Right: c.Right})
	}
	for _, r := range t.Rows {
		cells := make([]ooxml.Cell, len(t.Columns))
		for i := range min(len(cells), len(r.Cells)) {
			cells[i] = cell(r.Cells[i])
		}
		all.Rows = append(all.Rows, cells)
	}
	all.Description = fmt.Sprintf("Columns: %s. Rows: %d.", strings.Join(names, ", "), len(t.Rows))
	return all
}

func cell(c report.Cell) ooxml.Cell {
	if !c.IsNumber() {
		return ooxml.Cell{Text: c.Text}
	}
	return ooxml.Cell{Text: c.Text, Number: c.Number, Format: format(c.Unit, c.Decimals)}
}

// format is the number format that prints a number as its cell has it.
func format(u report.Unit, decimals int) string {
	f := "0"
	if u == report.Count {
		f = "#,##0"
	}
	if decimals > 0 {
		f += "." + strings.Repeat("0", decimals)
	}
	switch u {
	case report.Percentage:
		f += "%"
	case report.PercentagePoints:
		f += `;"` + words.Minus + `"` + f
	}
	return f
}
