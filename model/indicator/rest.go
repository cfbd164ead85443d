package indicator

import (
	"iter"

	"wres/model"
	"wres/model/stats"
)

// againstRest compares every row with the rest of its staff category. The p values of
// one staff category in one year are adjusted together, over all rows that have staff;
// bands and clusters are families of their own. Of a category that is not whole nothing
// is said, as the rest of its rows is not known.
func (c *computation) againstRest(rows []BandRow, notWhole map[model.StaffCategory]bool) {
	for category, of := range ByCategory(rows) {
		if !notWhole[category] {
			c.family(of)
		}
	}
}

// ByCategory parts rows into those of each staff category, which stand together. They are
// the rows themselves.
func ByCategory(rows []BandRow) iter.Seq2[model.StaffCategory, []BandRow] {
	return func(yield func(model.StaffCategory, []BandRow) bool) {
		for len(rows) > 0 {
			category, n := rows[0].Category, 1
			for n < len(rows) && rows[n].Category == category {
				n++
			}
			if !yield(category, rows[:n:n]) {
				return
			}
			rows = rows[n:]
		}
	}
}

// WholeOf adds up the rows of one staff category, of which each is compared with the rest.
// What is counted in another row is left out; where a count is missing the sum is of those
// that are there, and Refused says so. Of rows with a hidden count there is no sum.
func WholeOf(rows []BandRow) (whole BandRow) {
	counts := [model.GroupCount]int{}
	for _, row := range rows {
		if _, part := row.Band.PartOf(); part {
			continue
		}
		whole.Category, whole.Total, whole.Refused = row.Category, whole.Total+row.Total, whole.Refused || row.Refused
		whole.Hidden.Total = whole.Hidden.Total || row.Hidden.Total
		for g, n := range row.Counts {
			if counts[g] += counted(n); n != nil {
				whole.Counts[g] = &counts[g]
			}
			whole.Hidden.Groups[g] = whole.Hidden.Groups[g] || row.Hidden.Groups[g]
		}
	}
	whole.hideSums()
	if whole.Counts[model.BME] != nil && !whole.Hidden.Share() {
		whole.Share, _ = stats.Proportion(stats.Count{Events: counts[model.BME], AtRisk: whole.Total})
	}
	return whole
}

// hideSums takes out the sums of which a part is hidden.
func (row *BandRow) hideSums() {
	for g := range row.Counts {
		if row.Hidden.Groups[g] {
			row.Counts[g] = nil
		}
	}
	if row.Hidden.Total {
		row.Total, row.Refused = 0, true
	}
}

// BelowSenior adds up the bands of a staff category that its row of Senior leaves out; nil
// where there are none, or where a count is missing in any. Rounded rows are not added up.
func (r *Results) BelowSenior(f *Figure, c model.StaffCategory) *BandRow {
	var rows []BandRow
	for _, row := range f.Bands {
		if row.Category == c && !SeniorBand(row.Band) {
			rows = append(rows, row)
		}
	}
	if sum := WholeOf(rows); !sum.Refused && sum.Share != nil && r.Settings.Rounded == 0 {
		sum.Share, _ = (&choices{r.Settings}).proportion(sum.count())
		return &sum
	}
	return nil
}

// notWhole gives the staff categories of which a count was refused in a band that
// belongs: also one that has no row, because nothing of it could be read. What is
// refused without a band may be of any, and without a category too.
func notWhole(ret *model.Return, belongs func(model.Band) bool) map[model.StaffCategory]bool {
	all := map[model.StaffCategory]bool{}
	refused := ret.RefusedOf(WorkforceID)
	every := refused.Unread
	for post, groups := range refused.Posts {
		if groups.Any() && (post.Band == model.AnyBand || belongs(post.Band)) {
			all[post.Category] = true
			every = every || post.Category == model.AnyCategory
		}
	}
	for _, category := range append(model.StaffCategories(), model.AnyCategory) {
		all[category] = all[category] || every
	}
	return all
}

// family compares the rows of one staff category with each other. One that is counted
// in another row is left out.
func (c *computation) family(rows []BandRow) {
	var all, known []stats.Count
	var of []*BandRow
	for i := range rows {
		if _, part := rows[i].Band.PartOf(); !part {
			all, known = append(all, rows[i].count()), append(known, rows[i].known())
			of = append(of, &rows[i])
		}
	}
	for i, standing := range c.rules().Family(all, known) {
		of[i].Standing = standing
	}
}
