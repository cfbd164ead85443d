package kinds

import (
	"slices"

	"wres/model"
	"wres/model/indicator"
	"wres/model/source"
)

// Lines are the rows in which the figures of a kind are typed, in pages, and whether the rows
// of a page add up; the zero Lines: they are not typed.
type Lines struct {
	Pages func() []source.SheetPage
	Adds  bool
}

// sheet gives how the figures of a kind are typed in, under the header of a new file.
func (e *Extract) sheet() source.Sheet {
	if e.Lines.Pages == nil {
		return source.Sheet{}
	}
	s := source.Sheet{Header: e.Init, Pages: e.Lines.Pages(), Adds: e.Lines.Adds}
	long := slices.Index(e.Init, e.Group)
	if long < 0 {
		for _, g := range wide() {
			s.Columns = append(s.Columns, source.SheetColumn{Group: g})
		}
		return s
	}
	for _, count := range e.Init[long+1:] {
		for _, g := range wide()[:2] { // who is unknown is not asked for by what is published
			s.Columns = append(s.Columns, source.SheetColumn{Group: g, Count: count, Percent: count == e.Counts[0], Optional: count != e.Counts[0]})
		}
	}
	return s
}

// onePage is the lines of a sheet that has one page.
func onePage(rows ...source.SheetRow) Lines {
	return Lines{Pages: func() []source.SheetPage { return []source.SheetPage{{Rows: rows}} }}
}

// byCategory lists a page of bands for each staff category.
func byCategory() (pages []source.SheetPage) {
	for _, c := range model.StaffCategories() {
		page := source.SheetPage{Name: c.String()}
		for _, b := range model.Bands() {
			if _, part := b.PartOf(); part || b.Medical() != (c == model.MedicalAndDental) {
				continue
			}
			page.Rows = append(page.Rows, source.SheetRow{Name: b.String(), Keys: []string{c.String(), b.String()}})
		}
		pages = append(pages, page)
	}
	return pages
}

// byIndicator lists a row for each indicator that a kind serves.
func byIndicator(kind string) Lines {
	return Lines{Pages: func() []source.SheetPage {
		var page source.SheetPage
		for _, id := range idsOf(func(k string) bool { return k == kind }) {
			page.Rows = append(page.Rows, source.SheetRow{Name: id + " " + indicator.Lookup(id).Tab, Keys: []string{id}})
		}
		return []source.SheetPage{page}
	}}
}
