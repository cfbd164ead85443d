package people

import (
	"fmt"
	"slices"

	"wres/loaders/columns"
	"wres/loaders/kinds"
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
func (p *People) refuses(kind string, y model.Year) bool { return p.refused[kindYear{kind, y}] }

// Years gives the years of which the lists of a kind have rows, each with the first list.
func (p *People) Years(e *kinds.Extract) map[model.Year]*columns.File {
	first := map[model.Year]*columns.File{}
	for _, li := range p.files {
		for y, a := range li.years {
			if li.file.Fit.Extract == e && a.rows > 0 && first[y] == nil {
				first[y] = li.file
			}
		}
	}
	return first
}

// Refuse leaves out the rows of a year in every list of a kind, because a counted
// extract gave the same figures first, at a place such as workforce.csv:2.
func (p *People) Refuse(e *kinds.Extract, y model.Year, by string) {
	p.refused[kindYear{e.List.Counted, y}] = true
	for _, li := range p.files {
		if a := li.years[y]; li.file.Fit.Extract == e && a != nil && a.rows > 0 {
			li.lost = append(li.lost, y)
			li.file.Say(source.Error, li.file.Header.Line, 0, "", fmt.Sprintf(
				"%s is given twice: %s stands, and %s of %s in this list are left out; keep one of the two",
				y, by, labels.Plural(a.rows, "row"), y))
		}
	}
}

// LeaveOut leaves out the years of one list, and of others of its kind with it, and reports
// whether it had any.
func (p *People) LeaveOut(file *columns.File) (some bool) {
	for _, li := range p.files {
		if li.file != file {
			continue
		}
		for y, a := range li.years {
			if a.rows > 0 && !slices.Contains(li.lost, y) { // else a file of counts gave the year first
				p.refused[kindYear{file.Fit.Extract.List.Counted, y}] = true
				li.lost, some = append(li.lost, y), true
			}
		}
	}
	return some
}

// Place puts what the lists of a kind count into the organisation, but for the years
// that are refused.
func (p *People) Place(e *kinds.Extract, org *model.Organisation) {
	switch e.Figures {
	case kinds.Workforce:
		p.placeStaff(org)
	case kinds.Recruitment:
		p.placeApplicants(org)
	case kinds.Events:
		p.placeEvents(e, org)
	case kinds.Board:
		p.placeBoardMembers(org)
	}
}

// Placed reports whether a list gave the organisation a figure.
func (p *People) Placed() bool { return p.placed }

// Report says in each list's file what is wrong with its rows, once all are placed.
func (p *People) Report() {
	for _, li := range p.files {
		li.refuseYears()
		li.report()
	}
}

// Origins says which lists the figures of each year came from. A list's rows are spread
// over all of its file, so no lines are told.
func (p *People) Origins() []source.Origin {
	var all []source.Origin
	for _, li := range p.files {
		for y, a := range li.years {
			if a.rows > 0 {
				all = append(all, source.Origin{Kind: li.file.Fit.Extract.List.Counted, Year: int(y), File: li.file.File, Rows: a.rows, People: a.people})
			}
		}
	}
	return all
}

// Unmapped lists the labels of lists that no table knows.
func (p *People) Unmapped() []source.Unmapped { return p.unmapped }

// Any reports whether there is a list of a kind.
func (p *People) Any(e *kinds.Extract) bool {
	return slices.ContainsFunc(p.files, func(li *List) bool { return li.file.Fit.Extract == e })
}

// refuseYears moves the rows of the years that do not stand to the refused.
func (li *List) refuseYears() {
	for _, y := range li.lost {
		li.refused += li.years[y].rows
		delete(li.years, y)
	}
}
