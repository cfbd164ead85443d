package planfile

import "strings"

// encode writes cells as one row without its line end. Cells with either of the
// two delimiters are quoted, so that a row reads the same whichever a program
// takes first.
func encode(cells []string, delimiter byte) []byte {
	var row []byte
	for i, cell := range cells {
		if i > 0 {
			row = append(row, delimiter)
		}
		if needsQuotes(cell) {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		row = append(row, cell...)
	}
	return row
}

func needsQuotes(cell string) bool {
	return strings.ContainsAny(cell, ",;\t\r\n\"") || strings.TrimSpace(cell) != cell
}
