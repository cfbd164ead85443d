package counts

import (
	"cmp"
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
				if r.State == settle.Refused || len(missing[&r.Row]) > 0 {
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

// recordRow records one row that was refused or lacks a figure, unless nothing is missing
// for it: it is a total of other rows or of staff who are not counted, or another row
// gives what it does.
func (f *File) recordRow(org *model.Organisation, r *row, missing []*settle.Fact) {
	if r.outside || len(r.Lacks)+len(r.Facts) > 0 && len(missing) == 0 {
		return
	}
	figures := f.Fit.Extract.Serves()
	if r.indicator != "" {
		figures = []string{r.indicator}
	}
	byYear := map[model.Year][]*settle.Fact{}
	for _, m := range missing {
		byYear[m.Year] = append(byYear[m.Year], m)
	}
	if len(missing) == 0 {
		byYear[cmp.Or(r.year, f.Year)] = nil
	}
	for year, missing := range byYear {
		f.recordYear(org, year, figures, missing, r.State == settle.Refused)
	}
}

// recordYear records what a row gives no figure of in a year. whole says that it gives
// none.
func (f *File) recordYear(org *model.Organisation, year model.Year, figures []string, missing []*settle.Fact, whole bool) {
	e := f.Fit.Extract
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
		if whole {
			refusals.Rows++
			refusals.Unread = refusals.Unread || len(missing) == 0
		} else {
			refusals.Cells += len(missing)
		}
		for _, m := range missing {
			recordFact(refusals, e, m)
		}
	}
}

// recordFact marks the cell that a refused row leaves empty.
func recordFact(refusals *model.Refusals, e *kinds.Extract, f *settle.Fact) {
	g := f.Ethnicity.Group()
	refusals.Gaps = append(refusals.Gaps, gapOf(e, f))
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

// gapOf says what is known of a count that is not among the figures.
func gapOf(e *kinds.Extract, f *settle.Fact) model.Gap {
	gap := model.Gap{Group: f.Ethnicity.Group(), Seat: f.Seat, Bounds: model.Bounds{Least: f.N, Most: f.N}}
	if hidden, is := f.Value.(model.Bounds); is {
		gap.Bounds = hidden
	}
	switch e.Figures {
	case kinds.Recruitment:
		gap.Event = f.Measure == "appointed"
	case kinds.Events:
		gap.Event = f.Measure != "headcount"
	case kinds.Survey: // a share, of nobody knows how many
		gap.Bounds = model.Bounds{Open: true}
	}
	return gap
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
