package grid

import (
	"strconv"
	"strings"

	"wres/model/pattern"
	"wres/model/source"
)

// longest is how many characters a cell takes.
const longest = 16

// mostPeople is the largest count that is believed, as extracts are read.
const mostPeople = 10_000_000

// What a spreadsheet shows for a number.
var (
	whole   = pattern.Of(`^(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.0{1,2})?$`)
	percent = pattern.Of(`^(?:[0-9]{1,3}(?:\.[0-9]{1,6})?|\.[0-9]{1,6})%?$`)
)

// number gives a cell as the file writes it, "" for an empty one; or says what is wrong.
func number(text string, c source.SheetColumn) (n, wrong string) {
	switch {
	case text == "":
		return "", ""
	case c.Percent && !percent().MatchString(text):
		return "", "is no percentage; give 0 to 100, such as 12.3"
	case c.Percent:
		n = strings.TrimSuffix(text, "%")
		if strings.HasPrefix(n, ".") {
			n = "0" + n
		}
		if v, err := strconv.ParseFloat(n, 64); err != nil || v > 100 {
			return "", "is over 100"
		}
		return n, ""
	case !whole().MatchString(text):
		return "", "is no count; give the number of people, such as 12"
	}
	n, _, _ = strings.Cut(strings.ReplaceAll(text, ",", ""), ".")
	v, err := strconv.Atoi(n)
	if err != nil || v > mostPeople {
		return "", "is larger than any count of people"
	}
	return strconv.Itoa(v), ""
}

// value is a count, for the totals; false: the cell is empty, or none.
func value(text string, c source.SheetColumn) (int, bool) {
	n, wrong := number(text, c)
	if n == "" || wrong != "" || c.Percent {
		return 0, false
	}
	v, err := strconv.Atoi(n)
	return v, err == nil
}

// wrongCell is a cell that is no number.
type wrongCell struct {
	at  source.Cell
	why string
}

// numbers gives what was typed into a sheet as its file writes it; or the first cell that is no
// number.
func numbers(typed source.Figures, s source.Sheet) (source.Figures, *wrongCell) {
	figures := source.Figures{}
	for p, page := range s.Pages {
		for r := range page.Rows {
			for c, column := range s.Columns {
				at := source.Cell{Page: p, Row: r, Column: c}
				n, wrong := number(typed[at], column)
				if wrong != "" {
					return nil, &wrongCell{at, wrong}
				}
				if n != "" {
					figures[at] = n
				}
			}
		}
	}
	return figures, nil
}
