package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// againstRest compares every row with the rest of its staff category: a band is a
// part of the whole, so that comparing it with the whole would compare it with
// itself. The p values of one staff category in one year are adjusted together,
// over all rows that have staff; bands and clusters are families of their own. Of a
// category that is not whole nothing is said, as the rest of its rows is not known.
func (c *computation) againstRest(rows []BandRow, notWhole map[model.StaffCategory]bool) {
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && rows[end].Category == rows[start].Category {
			end++
		}
		if !notWhole[rows[start].Category] {
			c.family(rows[start:end])
		}
		start = end
	}
}

// notWhole gives the staff categories of which a count was refused in a band that
// belongs: also one that has no row, because nothing of it could be read. What is
// refused without a band may be of any.
func notWhole(ret *model.Return, belongs func(model.Band) bool) map[model.StaffCategory]bool {
	all := map[model.StaffCategory]bool{}
	for post, groups := range ret.RefusedOf(WorkforceID).Posts {
		if groups.Any() && (post.Band == model.AnyBand || belongs(post.Band)) {
			all[post.Category] = true
		}
	}
	return all
}

// family compares the rows of one staff category with each other.
func (c *computation) family(rows []BandRow) {
	var whole stats.Count
	for _, row := range rows {
		if _, part := row.Band.PartOf(); part {
			continue // counted in another row
		}
		whole.Events += *row.Counts[model.BME]
		whole.AtRisk += row.Total
	}
	var tested []*BandRow
	var p, midP []float64
	for i := range rows {
		row := &rows[i]
		if _, part := row.Band.PartOf(); part {
			continue
		}
		rest, err := stats.AgainstRest(stats.Count{Events: *row.Counts[model.BME], AtRisk: row.Total}, whole)
		if err != nil {
			row.Verdict = NotTestable
			continue
		}
		row.Residual, row.P, row.Expected = &rest.Residual, &rest.P, &rest.Expected
		tested, p, midP = append(tested, row), append(p, rest.P), append(midP, rest.MidP)
	}
	p, midP = stats.Holm(p), stats.Holm(midP)
	for i, row := range tested {
		row.AdjustedP = &p[i]
		row.Verdict = c.bandVerdict(row, whole, midP[i])
	}
}

// bandVerdict judges a row by its adjusted p value, and where an expected count is
// small by the adjusted mid-P too. A row with few staff, or with few of the group
// where few are to be expected, is too small to judge, and so is one whose rest has
// as few to be expected; that a group is nearly missing where many would be is a
// finding.
func (c *computation) bandVerdict(row *BandRow, whole stats.Count, midP float64) Verdict {
	t := c.settings.Thresholds
	inRest := float64(whole.Events) - *row.Expected
	others := float64(row.Total) - *row.Expected
	othersInRest := float64(whole.AtRisk-row.Total) - inRest
	clear := *row.AdjustedP < c.alpha()
	if min(*row.Expected, inRest, others, othersInRest) < stats.LeastExpected {
		clear = clear && midP < c.alpha()
	}
	few := *row.Counts[model.BME] < t.FewEvents
	switch {
	case row.Total < t.BandHeadcount, min(*row.Expected, inRest) < float64(t.FewEvents), few && !clear:
		return TooFew
	case !clear:
		return NoClear
	case *row.Residual > 0:
		return Higher
	}
	return Lower
}
