package counts

import (
	"slices"

	"wres/loaders/columns"
	"wres/model"
)

// lack remembers what the row would have counted, were its figure readable.
func (r *row) lack(f fact) {
	f.row = r
	r.lacks = append(r.lacks, &f)
}

// recordRefused tells the organisation's returns which of their figures lack rows
// that were refused, so that what could not be read never passes for nought.
func (c *Counts) recordRefused(org *model.Organisation) {
	for _, e := range columns.Extracts() {
		if len(e.Serves) == 0 {
			continue
		}
		known := newGiven()
		var refusedRows []*row
		for _, r := range c.rowsOfKind(e) {
			if r.state == refused {
				refusedRows = append(refusedRows, r)
				continue
			}
			for _, f := range r.facts {
				if f.stands() {
					known.add(f)
				}
			}
		}
		for _, r := range refusedRows {
			recordRow(org, e, r, known)
		}
	}
}

// rowsOfKind lists the rows of the files that were taken for a kind and used.
func (c *Counts) rowsOfKind(e *columns.Extract) []*row {
	var rows []*row
	for _, f := range c.files {
		if f.Fit.Extract == e {
			rows = append(rows, f.rows...)
		}
	}
	return rows
}

// recordRow records one row that was refused, unless nothing is missing for it: it
// is a total of other rows or of staff who are not counted, or another row gives
// what it does.
func recordRow(org *model.Organisation, e *columns.Extract, r *row, known *given) {
	lacks := slices.Concat(r.lacks, r.facts)
	missing := slices.DeleteFunc(slices.Clone(lacks), func(f *fact) bool {
		return f.anyEthnicity || f.explicit && e.Figures != columns.Board || known.before(f) != nil
	})
	if r.outside || len(lacks) > 0 && len(missing) == 0 {
		return
	}
	year := r.year
	if year == 0 {
		year = r.file.Year
	}
	figures := e.Serves
	if r.indicator != "" {
		figures = []string{r.indicator}
	}
	if !year.Valid() {
		for _, y := range r.file.yearsUsed() {
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
		for _, f := range missing {
			recordFact(refusals, e, f)
		}
	}
}

// recordFact marks the cell that a refused row leaves empty.
func recordFact(refusals *model.Refusals, e *columns.Extract, f *fact) {
	g := f.ethnicity.Group()
	if e.Figures == columns.Survey && f.ethnicity.IsGroup() {
		return // a group's answer stands or falls alone; only categories are pooled
	}
	refusals.Groups[g] = true
	switch e.Figures {
	case columns.Workforce:
		post := model.Post{Category: f.category, Band: f.band}
		groups := refusals.Posts[post]
		groups[g] = true
		refusals.Posts[post] = groups
	case columns.Board:
		groups := refusals.Seats[f.seat]
		groups[g] = true
		refusals.Seats[f.seat] = groups
	}
}

// yearsUsed lists the years of the file's rows that are used.
func (f *File) yearsUsed() []model.Year {
	var years []model.Year
	for _, r := range f.rows {
		if r.state == used && r.year != 0 && !slices.Contains(years, r.year) {
			years = append(years, r.year)
		}
	}
	return years
}

// hideRefused marks the cells of a board whose rows were refused as they were read.
func (b *board) hideRefused(files []*File) {
	known := newGiven()
	for _, f := range b.facts {
		known.add(f)
	}
	for _, file := range files {
		if file.Fit.Extract.Figures != columns.Board {
			continue
		}
		for _, r := range file.rows {
			if r.state != refused {
				continue
			}
			for _, f := range slices.Concat(r.lacks, r.facts) {
				if f.year == b.year && f.dims[0] == b.facts[0].dims[0] && !f.anyEthnicity && !f.unread && known.before(f) == nil {
					b.hidden[hiddenSeat{f.seat, f.ethnicity.Group()}] = true
				}
			}
		}
	}
}
