package source

import (
	"maps"
	"slices"
	"time"
)

// Sheet is how the figures of a kind are typed in: pages of rows, with a column a number.
// The zero Sheet is of a kind that is not typed.
type Sheet struct {
	Header  []string // of the file; the first column is the year
	Pages   []SheetPage
	Columns []SheetColumn
	Adds    bool // the rows of a page add up
}

// SheetPage is a part of a sheet that is seen at once.
type SheetPage struct {
	Name string // "": the sheet has one page
	Rows []SheetRow
}

// SheetRow is a row, with what stands in the columns of the file behind the year.
type SheetRow struct {
	Name string
	Keys []string
}

// SheetColumn is the numbers of one group.
type SheetColumn struct {
	Group string // as the file writes it
	// Count names the column of the file in which the numbers stand, in a row for each group;
	// "": the file has a column for each group.
	Count    string
	Percent  bool // a percentage, else a count of people
	Optional bool // is as often left out
}

// Cell is a place in a sheet.
type Cell struct{ Page, Row, Column int }

// Figures are the numbers of a sheet, as the file writes them. What is empty is not there.
type Figures map[Cell]string

// Typed is the figures of a year on their way into the file of a kind. Before are those that
// they take the place of.
type Typed struct {
	Kind            string
	Year            string
	Figures, Before Figures
}

// Changed reports whether anything of it is in no file.
func (t Typed) Changed() bool { return !maps.Equal(t.Figures, t.Before) }

// Draft is figures that were typed and not saved: each cell as it was typed, one that is no
// number included.
type Draft struct {
	Typed
	At time.Time // when they were typed
}

// Empty reports whether nothing can be typed into the sheet.
func (s Sheet) Empty() bool { return len(s.Pages) == 0 }

// long reports whether the file has a row for each group.
func (s Sheet) long() bool { return len(s.Columns) > 0 && s.Columns[0].Count != "" }

// groups lists those of the columns, each once.
func (s Sheet) groups() (all []string) {
	for _, c := range s.Columns {
		if !slices.Contains(all, c.Group) {
			all = append(all, c.Group)
		}
	}
	return all
}

// Records writes the figures of a year as the rows of a file. A row without any is left out.
func (s Sheet) Records(year string, f Figures) (all [][]string) {
	for p, page := range s.Pages {
		for r, row := range page.Rows {
			key := append([]string{year}, row.Keys...)
			if s.long() {
				for _, g := range s.groups() {
					all = s.add(all, append(slices.Clone(key), g), f, p, r, g)
				}
				continue
			}
			all = s.add(all, key, f, p, r, "")
		}
	}
	return all
}

// add adds a record with the numbers of a row, of a group or of all, if there is any.
func (s Sheet) add(all [][]string, key []string, f Figures, page, row int, group string) [][]string {
	any := false
	for c, column := range s.Columns {
		if group == "" || column.Group == group {
			n := f[Cell{page, row, c}]
			key, any = append(key, n), any || n != ""
		}
	}
	if !any {
		return all
	}
	return append(all, key)
}

// Figures reads the rows of a year; false: one of them is not as Records writes it.
func (s Sheet) Figures(year string, records [][]string) (Figures, bool) {
	f := Figures{}
	same := func(a, b []string) bool { return len(a) >= len(b) && slices.Equal(a[:len(b)], b) }
	for p, page := range s.Pages {
		for r, row := range page.Rows {
			for _, rec := range records {
				key := append([]string{year}, row.Keys...)
				if len(rec) != len(s.Header) || !same(rec, key) {
					continue
				}
				at, group := len(key), ""
				if s.long() {
					group, at = rec[at], at+1
				}
				for c, column := range s.Columns {
					if group != "" && column.Group != group {
						continue
					}
					if at < len(rec) && rec[at] != "" {
						f[Cell{p, r, c}] = rec[at]
					}
					at++
				}
			}
		}
	}
	return f, slices.EqualFunc(s.Records(year, f), records, slices.Equal[[]string])
}

// ByYear reads all rows of a file, by their years in their order; false: some are not as
// Records writes them.
func (s Sheet) ByYear(records [][]string) (years []string, all map[string]Figures, ok bool) {
	of := map[string][][]string{}
	for i, rec := range records {
		if len(rec) != len(s.Header) || i > 0 && rec[0] != records[i-1][0] && of[rec[0]] != nil {
			return nil, nil, false
		}
		if of[rec[0]] == nil {
			years = append(years, rec[0])
		}
		of[rec[0]] = append(of[rec[0]], rec)
	}
	all = map[string]Figures{}
	for _, y := range years {
		if all[y], ok = s.Figures(y, of[y]); !ok {
			return nil, nil, false
		}
	}
	return years, all, true
}
