package office

import (
	"fmt"
	"unicode/utf8"

	"wres/loaders/export/ooxml"
	"wres/model/report"
)

// Cuts says what of the tables a workbook has no room for.
func Cuts(blocks []report.Block) []string {
	var all []string
	for _, b := range blocks {
		t, is := b.(report.Table)
		if !is {
			continue
		}
		for i, c := range t.Columns {
			if n := utf8.RuneCountInString(c.Name); n > ooxml.MostHeader {
				all = append(all, fmt.Sprintf("Excel: the name of column %d of “%s” is cut: it has %d signs, and Excel takes %d; the other forms have all of it", i+1, t.Caption, n, ooxml.MostHeader))
			}
		}
		for r, row := range t.Rows {
			for i, c := range row.Cells {
				if len(c.Text) <= ooxml.MostCell {
					continue
				}
				if n := ooxml.Signs(c.Text); n > ooxml.MostCell {
					all = append(all, fmt.Sprintf("Excel: row %d of “%s”, column %d, is cut: it has %d signs, and a cell takes %d; the other forms have all of it", r+1, t.Caption, i+1, n, ooxml.MostCell))
				}
			}
		}
	}
	return all
}
