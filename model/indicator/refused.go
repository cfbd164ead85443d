package indicator

import (
	"fmt"

	"wres/model"
)

// lacking marks a figure that rows refused as unreadable are missing from. A
// likelihood of a group whose rows are not all there is not shown: what is hidden
// is hidden for being small, so the rows that are left would tilt it. One missing
// part of many headcounts moves a share of the whole little, so that stays, with
// its warning.
func (c *computation) lacking(f *Figure, ind *Indicator, ret *model.Return) {
	refusals := c.refusalsBehind(ind, ret)
	for _, r := range refusals {
		if r.Rows > 0 {
			f.warn("%s", refusedWords(r.Rows, r.Extract, f.State == model.Reported))
		}
		if r.Undated > 0 {
			f.warn("%s of the %s extract could not be used and %s year that can be read: this figure may lack %s",
				rowsWords(r.Undated), r.Extract, plural(r.Undated, "has no", "have no"), plural(r.Undated, "it", "them"))
		}
	}
	if f.State != model.Reported || ind.Kind != Likelihood && ind.Kind != Survey {
		return
	}
	for _, r := range refusals {
		if r.Extract != "workforce" {
			c.hideGroups(f, ind, ret, r.Groups)
		}
	}
}

// refusalsBehind lists the refusals of every extract that a figure is made from.
func (c *computation) refusalsBehind(ind *Indicator, ret *model.Return) []model.Refusals {
	all := []model.Refusals{ret.RefusedOf(ind.ID)}
	if ind.Kind == Board || amongWorkforce(ind, ret) {
		all = append(all, ret.RefusedOf(WorkforceID))
	}
	if before := c.organisation.Return(ret.Year - 1); ind.ofTwoYears(c.settings) && before != nil {
		all = append(all, before.RefusedOf(ind.ID))
		if amongWorkforce(ind, before) {
			all = append(all, before.RefusedOf(WorkforceID))
		}
	}
	return all
}

// amongWorkforce reports whether a year's events are counted among its workforce.
func amongWorkforce(ind *Indicator, ret *model.Return) bool {
	events := ret.Events[ind.Extract]
	return events != nil && events.Headcount.Empty()
}

func (c *computation) hideGroups(f *Figure, ind *Indicator, ret *model.Return, refused model.GroupSet) {
	for _, g := range model.Groups() {
		_, whole := ret.Survey[model.SurveyKey{Indicator: ind.ID, Ethnicity: model.GroupEthnicity(g)}]
		if !refused[g] || ind.Kind == Survey && whole {
			continue
		}
		f.Groups[g] = GroupFigure{}
		why := "a row of the group was refused"
		if ind.Kind == Likelihood {
			why += ", and the counts that are hidden are the small ones: the rows that are left would tilt the figure"
		}
		f.warn("%s: n/a, because %s", c.settings.Labels.Sentence(g), why)
		if g != model.Unknown {
			f.Ratio, f.Difference, f.Test = nil, nil, nil
			f.Verdict, f.Detectable, f.Parity, f.Unknowns, f.Adjusted = NoVerdict, nil, nil, nil, nil
		}
		for i := range f.Parts {
			f.Parts[i].hide(g, c.settings.Labels.Sentence(g)+": n/a, because "+why)
		}
	}
}

func refusedWords(n int, extract string, reported bool) string {
	s := fmt.Sprintf("%s of the %s extract %s refused", rowsWords(n), extract, plural(n, "was", "were"))
	if !reported {
		return s
	}
	return s + ", so this figure lacks " + plural(n, "it", "them")
}

func rowsWords(n int) string { return Thousands(n) + plural(n, " row", " rows") }

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
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
	f.warn("shares: n/a, because every row of a group was refused, so the number of all staff is not known")
	for g := range f.Groups {
		f.Groups[g].AtRisk, f.Groups[g].Rate = nil, nil
	}
}
