package disclosure

import (
	"slices"

	"wres/model"
	"wres/model/disclosure/sums"
	"wres/model/indicator"
)

// filler puts the figures of a year on a sheet.
type filler struct{ *sheet }

// cells are the unknowns of one row, by group; none of a group that is not counted.
type cells [model.GroupCount][]sums.Term

// everybody gives the terms of all groups together.
func (c cells) everybody() []sums.Term { return slices.Concat(c[:]...) }

// plus adds the cells of another row.
func (c cells) plus(other cells) cells {
	for g := range c {
		c[g] = slices.Concat(c[g], other[g])
	}
	return c
}

// staff puts the numbers of the workforce on the sheet: bands, and what is added up from
// them.
func (s filler) staff(f *indicator.Figure, settings model.Settings) {
	bands := make([]cells, len(f.Bands))
	consultants := map[model.StaffCategory]cells{}
	for i := range f.Bands {
		row := &f.Bands[i]
		for g, n := range row.Counts {
			if n != nil {
				bands[i][g] = []sums.Term{s.unknown(*n)}
			}
		}
		s.putRow(table{kind: bandRows, category: row.Category}, int(row.Band), bands[i], row)
		if row.Band == model.Consultant {
			consultants[row.Category] = bands[i]
		}
	}
	for i, row := range f.Bands {
		if _, part := row.Band.PartOf(); part {
			s.within(bands[i], consultants[row.Category])
		}
	}
	sum := func(in func(indicator.BandRow) bool) cells {
		var c cells
		for i, row := range f.Bands {
			if _, part := row.Band.PartOf(); !part && in(row) {
				c = c.plus(bands[i])
			}
		}
		return c
	}
	for i := range f.Clusters {
		row := &f.Clusters[i]
		c := sum(func(b indicator.BandRow) bool {
			return b.Category == row.Category && settings.Clusters[b.Band] == row.Cluster
		})
		s.putRow(table{kind: clusterRows, category: row.Category}, int(row.Cluster), c, row)
	}
	for i := range f.Senior {
		row := &f.Senior[i]
		c := sum(func(b indicator.BandRow) bool { return b.Category == row.Category && indicator.SeniorBand(b.Band) })
		s.putRow(table{kind: seniorRows, category: row.Category}, 0, c, row)
	}
	s.tiers(f, func(category model.StaffCategory, tier model.Tier) cells {
		return sum(func(b indicator.BandRow) bool { return b.Category == category && settings.Tiers[b.Band] == tier })
	})
	s.wholes(f, sum)
}

// within notes that the people of a row are among those of another.
func (s filler) within(part, whole cells) {
	for g := range part {
		if part[g] != nil && whole[g] != nil {
			s.partOf(part[g], whole[g])
		}
	}
}

// putRow puts a row of bands or clusters on the sheet.
func (s filler) putRow(t table, at int, c cells, row *indicator.BandRow) {
	for g, n := range row.Counts {
		if n != nil {
			c[g] = s.sumOf(c[g], *n)
			s.put(place{t, at, column(g)}, c[g], *n, into(&row.Counts[g], &row.Hidden.Groups[g]))
		}
	}
	s.put(place{t, at, all}, s.sumOf(c.everybody(), row.Total), row.Total, func(n *int) {
		if row.Total, row.Hidden.Total = 0, n == nil; n != nil {
			row.Total = *n
		}
	})
	s.putRest(t, at, c)
}

// putRest puts White and unknown together on the sheet, which the difference of two exact
// numbers tells.
func (s filler) putRest(t table, at int, c cells) {
	terms := slices.Concat(c[white], c[unknown])
	if len(terms) > 0 && s.rule.Base == 0 {
		s.put(place{t, at, rest}, terms, s.sum(terms), func(*int) {})
	}
}

// tiers puts the counts behind the race disparity ratios on the sheet.
func (s filler) tiers(f *indicator.Figure, of func(model.StaffCategory, model.Tier) cells) {
	for i := range f.Disparity {
		d := &f.Disparity[i]
		for j, tier := range []model.Tier{d.From, d.To} {
			c := of(d.Category, tier)
			for k, g := range []model.Group{model.White, model.BME} {
				n := d.Counts[k][j]
				s.put(place{table{kind: tierRows, category: d.Category}, int(tier), column(g)}, s.sumOf(c[g], n), n, func(n *int) {
					switch {
					case n == nil:
						d.Counts, d.Value, d.Hidden = [2][2]int{}, nil, true
					case !d.Hidden:
						d.Counts[k][j] = *n
					}
				})
			}
		}
	}
}

// wholes puts the staff categories and the whole workforce on the sheet.
func (s filler) wholes(f *indicator.Figure, sum func(func(indicator.BandRow) bool) cells) {
	for i := range f.Categories {
		row := &f.Categories[i]
		c := sum(func(b indicator.BandRow) bool { return b.Category == row.Category })
		s.putRow(table{kind: categoryRow, category: row.Category}, 0, c, row)
	}
	c := sum(func(indicator.BandRow) bool { return true })
	t := table{kind: workforceRow}
	var total *int
	for g := range f.Groups {
		of := &f.Groups[g]
		if of.Events != nil {
			c[g] = s.sumOf(c[g], *of.Events)
			s.put(place{t, 0, column(g)}, c[g], *of.Events, into(&of.Events, &of.HiddenEvents))
			total = of.AtRisk
		} else {
			c[g] = nil
		}
	}
	if total != nil {
		s.put(place{t, 0, all}, s.sumOf(c.everybody(), *total), *total, func(n *int) {
			for g := range f.Groups {
				if f.Groups[g].AtRisk != nil {
					f.Groups[g].AtRisk, f.Groups[g].HiddenAtRisk = n, n == nil
				}
			}
		})
		s.putRest(t, 0, c)
	}
}
