package loaders

import (
	"fmt"
	"maps"
	"slices"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// listCounts are what rows were counted as. They hold nobody: only how many.
type listCounts struct {
	staff      map[staffCell]int // rows without an employee number
	events     map[eventCell]int // likewise
	applicants map[applicantCell]int
	board      map[boardCell]int
	units      map[unitCell]int // staff without an employee number, by directorate
}

func newListCounts() listCounts {
	return listCounts{map[staffCell]int{}, map[eventCell]int{}, map[applicantCell]int{}, map[boardCell]int{}, map[unitCell]int{}}
}

// add adds another worker's counts.
func (c *listCounts) add(other listCounts) {
	addAll(c.staff, other.staff)
	addAll(c.events, other.events)
	addAll(c.applicants, other.applicants)
	addAll(c.board, other.board)
	addAll(c.units, other.units)
}

func addAll[K comparable](into, from map[K]int) {
	for k, n := range from {
		into[k] += n
	}
}

// kindYear is a counted kind's figures of a year.
type kindYear struct {
	kind string
	year model.Year
}

// refuses reports whether the lists of a kind do not stand for a year, because a
// counted extract gave its figures first.
func (s *lists) refuses(kind string, y model.Year) bool { return s.refused[kindYear{kind, y}] }

// settleLists decides between lists and counted extracts that give the same year,
// and puts the lists that stand into the organisation.
func (l *loading) settleLists() {
	for i := range extracts {
		if e := &extracts[i]; e.list != nil {
			l.settleRivals(e)
			e.list.settle(l)
		}
	}
	for _, li := range l.lists.files {
		li.refuseYears()
		l.origins.addList(li)
		li.report()
	}
}

// settleRivals looks for years that both lists and counted extracts give. The first
// by name stands, as for a cell that is given twice.
func (l *loading) settleRivals(e *Extract) {
	order := map[*file]int{}
	for i, f := range l.files {
		order[f] = i
	}
	firstList := map[model.Year]*listFile{}
	for _, li := range l.lists.files {
		for y, a := range li.years {
			if li.file.fit.extract == e && a.rows > 0 && firstList[y] == nil {
				firstList[y] = li
			}
		}
	}
	counted := l.countedRows(e.list.counted, firstList)
	for _, y := range slices.Sorted(maps.Keys(counted)) {
		rows, list := counted[y], firstList[y]
		if order[rows[0].file] < order[list.file] {
			l.lists.refused[kindYear{e.list.counted, y}] = true
			for _, li := range l.lists.files {
				if a := li.years[y]; li.file.fit.extract == e && a != nil && a.rows > 0 {
					li.refuseYear(y, rows[0])
				}
			}
			continue
		}
		refuseCounted(rows, y, list)
	}
}

// countedRows gives the used rows of a counted kind in the years that lists give.
func (l *loading) countedRows(kind string, years map[model.Year]*listFile) map[model.Year][]*row {
	rows := map[model.Year][]*row{}
	for _, f := range l.files {
		if f.fit == nil || f.fit.extract.Kind != kind {
			continue
		}
		for _, r := range f.rows {
			if r.state == used && len(r.facts) > 0 && years[r.facts[0].year] != nil {
				rows[r.facts[0].year] = append(rows[r.facts[0].year], r)
			}
		}
	}
	return rows
}

// refuseCounted refuses the counted rows of a year that a list gave first, with one
// problem a file.
func refuseCounted(rows []*row, y model.Year, list *listFile) {
	for start := 0; start < len(rows); {
		end := start
		for end < len(rows) && rows[end].file == rows[start].file {
			rows[end].state = refused
			end++
		}
		rows[start].say(source.Error, -1, "", fmt.Sprintf(
			"%s is given twice: %s gives it person by person and stands, and %s of this file from here on are left out; delete one of them",
			y, csvfile.Clean(list.file.name), labels.Plural(end-start, "row")))
		start = end
	}
}

// refuseYear notes that the list's rows of a year are left out for a counted row.
func (li *listFile) refuseYear(y model.Year, by *row) {
	li.lost = append(li.lost, y)
	li.file.problem(source.Error, li.file.header.Line, 0, "", fmt.Sprintf(
		"%s is given twice: %s stands, and %s of %s in this list are left out; delete one of them",
		y, by.place(), labels.Plural(li.years[y].rows, "row"), y))
}

// refuseYears moves the rows of the years that do not stand to the refused.
func (li *listFile) refuseYears() {
	for _, y := range li.lost {
		li.refused += li.years[y].rows
		delete(li.years, y)
	}
}
