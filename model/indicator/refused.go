package indicator

import (
	"strings"

	"wres/model"
	"wres/model/stats"
)

// lack is all that a year's figure lacks, of every extract that it is made from.
func (c *computation) lack(ind *Indicator, ret *model.Return) (all model.Refusals) {
	for _, r := range c.refusalsBehind(ind, ret) {
		all = all.And(r)
	}
	return all
}

// lacking marks a figure that rows or cells are missing from. Its shape has left out what
// they would have made, and judged nothing.
func (c *computation) lacking(f *Figure, ind *Indicator, ret *model.Return) {
	for _, r := range c.refusalsBehind(ind, ret) {
		f.Undated += r.Undated
		kind := RowsRefused
		if f.State != model.Reported {
			kind = RowsRefusedUnsaid
		}
		if r.Rows > 0 {
			f.warn(Warning{Kind: kind, N: r.Rows, What: r.Extract})
		}
		if r.Cells > 0 {
			f.warn(Warning{Kind: CellsMissing, N: r.Cells, What: r.Extract})
		}
		if r.Undated > 0 {
			f.warn(Warning{Kind: RowsUndated, N: r.Undated, What: r.Extract})
		}
	}
	lack := c.lack(ind, ret)
	if n := len(lack.Organisations); n > 0 {
		f.warn(Warning{Kind: OrganisationsLack, N: n, What: strings.Join(lack.Organisations, ", ")})
	}
	if without, others := ret.MembersWithout(ind.ID); len(without) > 0 && others > 0 {
		f.warn(Warning{Kind: FewerOrganisations, N: others, Of: len(ret.Members[ind.ID]), What: strings.Join(without, ", ")})
	}
	if lack.Any() && f.State == model.Reported {
		f.Incomplete = incomplete(lack)
	}
}

// incomplete says how much is missing. The people of a group are those at risk, and only
// where none of these are missing those with the event.
func incomplete(lack model.Refusals) *Incomplete {
	i := &Incomplete{Rows: lack.Rows, Cells: lack.Cells, Organisations: len(lack.Organisations)}
	people := model.Bounds{Open: lack.Unread || len(lack.Gaps) == 0}
	for _, g := range model.Groups() {
		of, some := lack.Missing(func(x model.Gap) bool { return x.Group == g && !x.Event })
		if !some {
			of, _ = lack.Missing(func(x model.Gap) bool { return x.Group == g })
		}
		people.Add(of)
	}
	if i.AtLeast = people.Least; !people.Open {
		i.AtMost = &people.Most
	}
	return i
}

// rateBetween gives the least and the most that a group's rate can be with what is
// missing; false where that is not bounded.
func rateBetween(g model.Group, events, atRisk model.Tally, lack model.Refusals) (least, most float64, ok bool) {
	e, _ := lack.Missing(func(x model.Gap) bool { return x.Group == g && x.Event })
	n, _ := lack.Missing(func(x model.Gap) bool { return x.Group == g && !x.Event })
	if e.Open || n.Open || unbounded(lack) || atRisk.Group(g)+n.Least == 0 {
		return 0, 0, false
	}
	least = float64(events.Group(g)+e.Least) / float64(atRisk.Group(g)+n.Most)
	most = float64(events.Group(g)+e.Most) / float64(atRisk.Group(g)+n.Least)
	return least, min(1, most), least <= 1 // else its counts contradict each other
}

// unbounded reports whether a group lacks counts of which nothing is known.
func unbounded(lack model.Refusals) bool {
	for _, g := range model.Groups() {
		if _, some := lack.Missing(func(x model.Gap) bool { return x.Group == g }); lack.Groups[g] && !some {
			return true
		}
	}
	return lack.Unread
}

// ratioBetween says between what the ratio lies that has none for what is missing.
func (f *Figure) ratioBetween(ind *Indicator, events, atRisk model.Tally, lack model.Refusals) {
	if !lack.Groups[model.White] && !lack.Groups[model.BME] {
		return
	}
	top, topMost, one := rateBetween(ind.Compare, events, atRisk, lack)
	bottom, bottomMost, two := rateBetween(ind.Reference, events, atRisk, lack)
	if !one || !two || bottomMost == 0 {
		return
	}
	b := &stats.Bounds{Lower: top / bottomMost, NoUpper: bottom == 0}
	if !b.NoUpper {
		b.Upper = topMost / bottom
	}
	f.warn(Warning{Kind: RatioBetween, Bounds: b})
}

// shareBetween says between what the BME share of some people lies with what is missing.
func (f *Figure) shareBetween(kind WarningKind, people model.Tally, lack model.Refusals) {
	bme, some := lack.Missing(func(x model.Gap) bool { return x.Group == model.BME })
	others, more := lack.Missing(func(x model.Gap) bool { return x.Group != model.BME })
	if bme.Open || others.Open || unbounded(lack) || !some && !more || people.Total()+bme.Least+others.Least == 0 {
		return
	}
	share := func(bme, others int) float64 {
		return float64(people.Group(model.BME)+bme) / float64(people.Total()+bme+others)
	}
	f.warn(Warning{Kind: kind, Bounds: &stats.Bounds{Lower: share(bme.Least, others.Most), Upper: share(bme.Most, others.Least)}})
}

// refusalsBehind lists the refusals of every extract that a figure is made from.
func (c *computation) refusalsBehind(ind *Indicator, ret *model.Return) []model.Refusals {
	all := []model.Refusals{ret.RefusedOf(ind.ID)}
	if ind.Shape.amongWorkforce(ind, ret) {
		all = append(all, ret.RefusedOf(WorkforceID))
	}
	if before := c.organisation.Return(ret.Year - 1); ind.OfTwoYears(c.settings) && before != nil {
		all = append(all, before.RefusedOf(ind.ID))
		if ind.Shape.amongWorkforce(ind, before) {
			all = append(all, before.RefusedOf(WorkforceID))
		}
	}
	return all
}

// uncounted reports whether nothing counts White or BME staff, or every row of theirs was
// refused: there is no whole for a share.
func uncounted(all model.Tally) bool { return !all.Has(model.White) || !all.Has(model.BME) }

// hide takes out of a row the groups whose count was refused, and with them the
// share: what is left is not the whole of the row.
func (row *BandRow) hide(refused model.GroupSet) {
	if !refused.Any() {
		return
	}
	row.Refused, row.Share = true, nil
	for _, g := range model.Groups() {
		if refused[g] {
			row.Counts[g] = nil
		}
	}
}

// refusedClusters gives the groups that are not whole in each cluster.
func (c *computation) refusedClusters(ret *model.Return) map[clusterKey]model.GroupSet {
	all := map[clusterKey]model.GroupSet{}
	for post, groups := range ret.RefusedOf(WorkforceID).Posts {
		if cl := c.settings.Clusters[post.Band]; cl != 0 {
			key := clusterKey{post.Category, cl}
			all[key] = union(all[key], groups)
		}
	}
	return all
}

func union(a, b model.GroupSet) model.GroupSet {
	for g, in := range b {
		a[g] = a[g] || in
	}
	return a
}

// refusedTiers reports whether a count of White or BME staff was refused in one
// of two tiers.
func (c *computation) refusedTiers(ret *model.Return, category model.StaffCategory, step [2]model.Tier) bool {
	refused := ret.RefusedOf(WorkforceID)
	for post, groups := range refused.Posts {
		tier := c.settings.Tiers[post.Band]
		in := post.Band == model.AnyBand || tier == step[0] || tier == step[1]
		if (post.Category == category || post.Category == model.AnyCategory) && in && (groups[model.White] || groups[model.BME]) {
			return true
		}
	}
	return refused.Unread
}

// refusedSeats gives the groups that are not whole in a part of the board that is
// counted seat by seat. A seat that could be read in part may be of any part.
func refusedSeats(own model.Refusals, ret *model.Return, part model.Seat) (refused model.GroupSet) {
	if len(ret.Board) == 0 { // the parts say for themselves what they lack
		return refused
	}
	for seat, groups := range own.Seats {
		if belongs(seat, part) != model.No {
			refused = union(refused, groups)
		}
	}
	return refused
}

// noShares takes the shares out of a figure of the workforce, and says why.
func (f *Figure) noShares() {
	f.warn(Warning{Kind: SharesUnknown})
	for g := range f.Groups {
		f.Groups[g].AtRisk, f.Groups[g].Rate = nil, nil
	}
}
