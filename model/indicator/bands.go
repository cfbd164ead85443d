package indicator

import (
	"cmp"
	"maps"
	"slices"
	"strconv"

	"wres/model"
	"wres/model/judge"
	"wres/model/stats"
)

// bands is the workforce by pay band, and the share of a group in each.
type bands struct{}

func (bands) String() string { return "bands" }

// Headline is the BME share of all staff.
func (bands) Headline(f *Figure) *stats.Estimate { return f.Groups[model.BME].Rate }

func (bands) Of(*Indicator) Comparison { return BMEShare }

func (bands) Sides(_ *Indicator, f *Figure) []Side { return sidesOf(f.Groups[model.BME]) }

func (bands) Values(_ *Indicator, f *Figure) []Value {
	all := groupValues(f)
	for _, rows := range [][]BandRow{f.Bands, f.Clusters} {
		for _, row := range rows {
			of := Value{Category: row.Category, Band: row.Band.String()}
			if row.Cluster != 0 {
				of.Band = "cluster " + strconv.Itoa(int(row.Cluster))
			}
			share := of
			share.Measure, share.Group, share.Value, share.Events, share.AtRisk = "rate", model.BME.String(), row.Share, row.Counts[model.BME], row.Staff()
			share.HiddenValue, share.HiddenEvents, share.HiddenAtRisk = row.Hidden.Share(), row.Hidden.Groups[model.BME], row.Hidden.Total
			of.Measure = "headcount"
			all = append(append(all, share), headcounts(of, row.Counts, row.Hidden)...)
		}
	}
	return all
}

func (bands) Grouped() bool { return true }

func (bands) Beside() []model.Group { return nil }

func (bands) Census() bool { return true }

func (bands) Measures(b model.Benchmark) bool { return bmeShare(b) }

func (bands) amongWorkforce(*Indicator, *model.Return) bool { return false }

func (bands) changes(c *computation, _ *Indicator, from, to *Figure) []Change {
	step := c.rateChange(from, to, model.BME)
	if step.Value != nil {
		if known, err := c.rules().ShareStep(to.DeclaredBME(), from.DeclaredBME()); err == nil {
			step.Verdict = judge.Agree(step.Verdict, known.Verdict)
		}
	}
	return []Change{step}
}

// DeclaredBME counts the BME staff among those whose ethnicity is known.
func (f *Figure) DeclaredBME() stats.Count {
	g := f.Groups[model.BME]
	if g.Rate == nil {
		return stats.Count{}
	}
	return stats.Count{Events: *g.Events, AtRisk: *g.AtRisk - counted(f.Groups[model.Unknown].Events)}
}

// withheldWorkforce reports whether a year's workforce figures must not show.
func withheldWorkforce(ret *model.Return) bool {
	return ret.Statuses[WorkforceID].State == model.Withheld
}

// workforceShare gives the BME share of all staff, unknown ethnicity included.
func (c *computation) workforceShare(ret *model.Return) *stats.Estimate {
	if withheldWorkforce(ret) {
		return nil
	}
	t := ret.Headcount()
	share, err := c.proportion(stats.Count{Events: t.Group(model.BME), AtRisk: t.Total()})
	if err != nil || uncounted(t) {
		return nil
	}
	return share
}

func (bands) figure(c *computation, _ *Indicator, ret *model.Return) Figure {
	var f Figure
	all := ret.Headcount()
	if all.Empty() {
		return f
	}
	f.State = model.Reported
	f.Note = ret.WorkforceNote
	f.Disparity = c.disparity(ret)
	total := all.Total()
	lack := ret.RefusedOf(WorkforceID)
	for _, g := range model.Groups() {
		f.Groups[g] = c.group(&f, g, all, total, lack.Groups[g])
	}
	if uncounted(all) {
		f.noShares()
	} else {
		f.shareBetween(ShareBetween, all, lack)
	}
	if declined, blank := all.Of(model.NotStated), all.Of(model.Missing); declined+blank > 0 {
		f.NotStated, f.Unrecorded = &declined, &blank
	}
	if !all.Has(model.Unknown) && !lack.Groups[model.Unknown] {
		f.warn(Warning{Kind: NoUnknownRow})
	}
	f.Ethnicities = ethnicities(ret)
	c.rows(&f, ret, all)
	if !ret.Banded() {
		f.warn(Warning{Kind: NoPayBands})
	} else if unbanded := unbandedStaff(ret); unbanded > 0 {
		f.warn(Warning{Kind: StaffWithoutBand, N: unbanded})
	}
	return f
}

// rows counts the staff of each band and cluster, and sets them against the rest of their
// staff category.
func (c *computation) rows(f *Figure, ret *model.Return, all model.Tally) {
	posts := slices.SortedFunc(maps.Keys(ret.Workforce), func(a, b model.Post) int {
		return cmp.Or(cmp.Compare(a.Category, b.Category), cmp.Compare(a.Band, b.Band))
	})
	refused := ret.RefusedOf(WorkforceID).Posts
	clusters := map[clusterKey]model.Tally{}
	for _, post := range posts {
		if post.Band == model.AnyBand {
			continue
		}
		t := ret.Workforce[post]
		if row := c.bandRow(t, all, refused[post]); row.Total > 0 {
			row.Category, row.Band = post.Category, post.Band
			f.Bands = append(f.Bands, row)
		}
		if cl := c.settings.Clusters[post.Band]; cl != 0 {
			key := clusterKey{post.Category, cl}
			sum := clusters[key]
			sum.AddTally(t)
			clusters[key] = sum
		}
	}
	f.Clusters = c.clusterRows(clusters, all, c.refusedClusters(ret))
	f.Categories = c.categories(f.Bands, uncounted(all))
	if uncounted(all) {
		return
	}
	c.againstRest(f.Bands, notWhole(ret, func(b model.Band) bool { _, part := b.PartOf(); return !part }))
	f.Trends = c.trends(f.Bands, notWhole(ret, func(b model.Band) bool { return !b.Medical() }))
	c.againstRest(f.Clusters, notWhole(ret, func(b model.Band) bool { return c.settings.Clusters[b] != 0 }))
	c.standAlike(f)
	f.Senior = c.seniorRows(f, notWhole(ret, SeniorBand))
}

// categories adds up the bands of each staff category.
func (c *computation) categories(bands []BandRow, uncounted bool) []BandRow {
	var all []BandRow
	for _, rows := range ByCategory(bands) {
		whole := WholeOf(rows)
		if whole.Share != nil {
			whole.Share, _ = c.proportion(whole.count())
		}
		if uncounted || whole.Refused {
			whole.Share = nil
		}
		all = append(all, whole)
	}
	return all
}

// standAlike gives a cluster in which one band alone has staff the standing of that band:
// two verdicts on the same people would contradict each other.
func (c *computation) standAlike(f *Figure) {
	for i := range f.Clusters {
		cluster := &f.Clusters[i]
		for _, row := range f.Bands {
			if row.Verdict != judge.NoVerdict && row.Category == cluster.Category && row.Total == cluster.Total && c.settings.Clusters[row.Band] == cluster.Cluster {
				cluster.Standing = row.Standing
			}
		}
	}
}

// SeniorBand reports whether a band is one of 8c to VSM.
func SeniorBand(b model.Band) bool { return b >= model.Band8c && !b.Medical() }

// seniorRows sums the bands from 8c to VSM in each staff category, which the NHS
// improvement plan for equality, diversity and inclusion (June 2023) watches
// together. A category with a refused count among them has no row. They stand as the
// cluster does that is made of them.
func (c *computation) seniorRows(f *Figure, notWhole map[model.StaffCategory]bool) []BandRow {
	var all []BandRow
	for _, row := range f.Bands {
		if !SeniorBand(row.Band) || notWhole[row.Category] {
			continue
		}
		if n := len(all); n == 0 || all[n-1].Category != row.Category {
			all = append(all, BandRow{Category: row.Category})
		}
		sum := &all[len(all)-1]
		sum.Total += row.Total
		for _, g := range model.Groups() {
			if row.Counts[g] != nil {
				n := counted(sum.Counts[g]) + *row.Counts[g]
				sum.Counts[g] = &n
			}
		}
	}
	cluster := SeniorCluster(c.settings)
	for i := range all {
		row := &all[i]
		row.Share, _ = c.proportion(row.count())
		for _, other := range f.Clusters {
			if cluster != 0 && other.Cluster == cluster && other.Category == row.Category {
				row.Standing = other.Standing
			}
		}
	}
	return all
}

// SeniorCluster is the cluster that the settings make of the bands 8c to VSM and of no
// others, or 0.
func SeniorCluster(s model.Settings) model.Cluster {
	of := s.Clusters[model.Band8c]
	for _, b := range model.Bands() {
		if (s.Clusters[b] == of) != SeniorBand(b) {
			return 0
		}
	}
	return of
}

func unbandedStaff(ret *model.Return) int {
	n := 0
	for post, t := range ret.Workforce {
		if post.Band == model.AnyBand {
			n += t.Total()
		}
	}
	return n
}

type clusterKey struct {
	category model.StaffCategory
	cluster  model.Cluster
}

func (c *computation) clusterRows(clusters map[clusterKey]model.Tally, all model.Tally, refused map[clusterKey]model.GroupSet) []BandRow {
	var rows []BandRow
	for _, key := range slices.SortedFunc(maps.Keys(clusters), func(a, b clusterKey) int {
		if a.category != b.category {
			return int(a.category) - int(b.category)
		}
		return int(a.cluster) - int(b.cluster)
	}) {
		if row := c.bandRow(clusters[key], all, refused[key]); row.Total > 0 {
			row.Category, row.Cluster = key.category, key.cluster
			rows = append(rows, row)
		}
	}
	return rows
}

// bandRow counts the staff of a band or cluster. A group that is counted somewhere in the
// workforce has nobody where no row names it: a return lists the cells that have people.
func (c *computation) bandRow(t, all model.Tally, refused model.GroupSet) BandRow {
	row := BandRow{Total: t.Total()}
	for _, g := range model.Groups() {
		if n := t.Group(g); all.Has(g) || t.Has(g) {
			row.Counts[g] = &n
		}
	}
	if !uncounted(all) {
		row.Share, _ = c.proportion(row.count())
	}
	row.hide(refused)
	return row
}

func (c *computation) group(f *Figure, g model.Group, events model.Tally, atRisk int, refused bool) GroupFigure {
	var out GroupFigure
	if !events.Has(g) {
		if refused {
			f.warn(Warning{Kind: GroupRefused, Group: g})
		} else if g != model.Unknown {
			f.warn(Warning{Kind: NoRowOfGroup, Group: g})
		}
		return out
	}
	n := events.Group(g)
	out.Events, out.AtRisk = &n, &atRisk
	out.Rate, _ = c.proportion(stats.Count{Events: n, AtRisk: atRisk})
	return out
}
