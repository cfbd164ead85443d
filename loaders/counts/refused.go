package counts

import (
	"slices"

	"wres/loaders/counts/settle"
	"wres/loaders/kinds"
	"wres/model"
)

// recordRefused tells the organisation's returns which of their figures lack rows
// that were refused, so that what could not be read never passes for nought.
func (c *Counts) recordRefused(org *model.Organisation) {
	for _, e := range kinds.Extracts() {
		if len(e.Serves()) == 0 {
			continue
		}
		missing := settle.Missing(c.rowsOfKind(e), e.Figures)
		for _, f := range c.files {
			if f.Fit.Extract != e {
				continue
			}
			for _, r := range f.rows {
				if r.State == settle.Refused {
					f.recordRow(org, r, missing[&r.Row])
				}
			}
		}
	}
}

// rowsOfKind lists the rows of the files that were taken for a kind and used.
func (c *Counts) rowsOfKind(e *kinds.Extract) []*settle.Row {
	var rows []*settle.Row
	for _, f := range c.files {
		if f.Fit.Extract == e {
			for _, r := range f.rows {
				rows = append(rows, &r.Row)
			}
		}
	}
	return rows
}

// recordRow records one row that was refused, unless nothing is missing for it: it
// is a total of other rows or of staff who are not counted, or another row gives
// what it does.
func (f *File) recordRow(org *model.Organisation, r *row, missing []*settle.Fact) {
	if r.outside || len(r.Lacks)+len(r.Facts) > 0 && len(missing) == 0 {
		return
	}
	year := r.year
	if year == 0 {
		year = f.Year
	}
	e := f.Fit.Extract
	figures := e.Serves()
	if r.indicator != "" {
		figures = []string{r.indicator}
	}
	if !year.Valid() {
		for _, y := range f.yearsUsed() {
			for _, id := range figures {
				if ret := org.Return(y); ret != nil {
					ret.Refuse(id, e.Kind).Undated++
				}
			}
		}
		return
	}
	ret := org.Return(year)
	if ret == nil {
		return // the year has no figure that could lack it
	}
	for _, id := range figures {
		refusals := ret.Refuse(id, e.Kind)
		refusals.Rows++
		for _, m := range missing {
			recordFact(refusals, e, m)
		}
	}
}

// recordFact marks the cell that a refused row leaves empty.
func recordFact(refusals *model.Refusals, e *kinds.Extract, f *settle.Fact) {
	g := f.Ethnicity.Group()
	if e.Figures == kinds.Survey && f.Ethnicity.IsGroup() {
		return // a group's answer stands or falls alone; only categories are pooled
	}
	refusals.Groups[g] = true
	switch e.Figures {
	case kinds.Workforce:
		post := model.Post{Category: f.Category, Band: f.Band}
		groups := refusals.Posts[post]
		groups[g] = true
		refusals.Posts[post] = groups
	case kinds.Board:
		groups := refusals.Seats[f.Seat]
		groups[g] = true
		refusals.Seats[f.Seat] = groups
	}
}

// yearsUsed lists the years of the file's rows that are used.
func (f *File) yearsUsed() []model.Year {
	var years []model.Year
	for _, r := range f.rows {
		if r.State == settle.Used && r.year != 0 && !slices.Contains(years, r.year) {
			years = append(years, r.year)
		}
	}
	return years
}
