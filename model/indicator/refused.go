package indicator

import (
	"wres/model"
	"wres/model/judge"
)

// lacking marks a figure that rows refused as unreadable are missing from. What is left
// of it is for its shape to say.
func (c *computation) lacking(f *Figure, ind *Indicator, ret *model.Return) {
	refusals := c.refusalsBehind(ind, ret)
	for _, r := range refusals {
		f.Undated += r.Undated
		if r.Rows > 0 {
			if f.Incomplete == nil {
				f.Incomplete = &Incomplete{}
			}
			f.Incomplete.Rows += r.Rows
			kind := RowsRefused
			if f.State != model.Reported {
				kind = RowsRefusedUnsaid
			}
			f.warn(Warning{Kind: kind, N: r.Rows, What: r.Extract})
		}
		if r.Undated > 0 {
			f.warn(Warning{Kind: RowsUndated, N: r.Undated, What: r.Extract})
		}
	}
	for _, r := range refusals {
		if f.State == model.Reported && r.Extract != workforceExtract {
			ind.Shape.refuse(f, ind, ret, r.Groups)
		}
	}
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

// hideGroups takes groups out of a figure and of its parts, with all that is compared.
func (f *Figure) hideGroups(refused model.GroupSet, why WarningKind) {
	for _, g := range model.Groups() {
		if !refused[g] {
			continue
		}
		f.Groups[g] = GroupFigure{}
		f.warn(Warning{Kind: why, Group: g})
		if g != model.Unknown {
			f.Ratio, f.Difference, f.Test = nil, nil, nil
			f.Verdict, f.Detectable, f.Parity, f.Unknowns, f.Adjusted = judge.NoVerdict, nil, nil, nil, nil
		}
		for i := range f.Parts {
			f.Parts[i].hide(g, Warning{Kind: why, Group: g})
		}
	}
}

// staffIncomplete reports whether every row of White or of BME staff was refused:
// there is no whole left for a share.
func staffIncomplete(ret *model.Return, all model.Tally) bool {
	refused := ret.RefusedOf(WorkforceID).Groups
	return refused[model.White] && !all.Has(model.White) || refused[model.BME] && !all.Has(model.BME)
}

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
	for post, groups := range ret.RefusedOf(WorkforceID).Posts {
		tier := c.settings.Tiers[post.Band]
		if post.Category == category && (tier == step[0] || tier == step[1]) && (groups[model.White] || groups[model.BME]) {
			return true
		}
	}
	return false
}

// refusedSeats gives the groups that are not whole in a part of the board that is
// counted seat by seat. A seat that could be read in part may be of any part.
func refusedSeats(ind *Indicator, ret *model.Return, part model.Seat) (refused model.GroupSet) {
	if len(ret.Board) == 0 { // the parts say for themselves what they lack
		return refused
	}
	for seat, groups := range ret.RefusedOf(ind.ID).Seats {
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
