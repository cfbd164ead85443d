package indicator

import (
	"math"
	"sort"

	"wres/model"
	"wres/model/stats"
)

// respondents gives the count behind a published share, worked out from its
// respondents: a whole number of people gave the answer.
func respondents(g GroupFigure) (stats.Count, bool) {
	if g.Rate == nil || g.AtRisk == nil {
		return stats.Count{}, false
	}
	return answers(g.Rate.Value, *g.AtRisk), true
}

// answers gives the whole number of n people that is nearest to a share of them.
func answers(share float64, n int) stats.Count {
	return stats.Count{Events: int(math.Round(share * float64(n))), AtRisk: n}
}

// judgeSurvey adds the doubt of a staff survey's shares, where respondents are
// given.
func (c *computation) judgeSurvey(f *Figure) {
	for _, g := range model.Groups() {
		if n, ok := respondents(f.Groups[g]); ok {
			i, err := stats.Wilson(n, c.settings.Level)
			withInterval(f.Groups[g].Rate, i, err)
		}
	}
	bme, known := respondents(f.Groups[model.BME])
	white, both := respondents(f.Groups[model.White])
	if !known || !both {
		return
	}
	all, verdict := c.compareCounts(bme, white)
	if all == nil {
		return
	}
	if all.Difference != nil {
		f.Difference.Interval = all.Difference.Interval
	}
	f.Test, f.Verdict = all.Test, verdict
	switch f.Verdict {
	case NotTestable:
		f.warn("not testable: all respondents gave the same answer")
	case TooFew:
		few := c.settings.Thresholds.FewEvents
		f.warn("too few to judge: fewer than %d %s of a group gave the answer", few, plural(few, "respondent", "respondents"))
	}
	c.detectable(f, bme, white)
}

// judgeWithoutRespondents says what can be said of a gap whose respondents are not
// given: no more people answered than there are staff.
func (c *computation) judgeWithoutRespondents(f *Figure, ret *model.Return) {
	f.warn("the extract gives no numbers of respondents, so nothing can say how sure the shares are")
	staff := ret.Headcount()
	if withheldWorkforce(ret) || staff.Group(model.BME) == 0 || staff.Group(model.White) == 0 {
		return
	}
	if f.LeastResponse = c.leastResponse(f, staff); f.LeastResponse > everybody {
		f.Verdict = NoClear
	}
}

// everybody is a response of all staff, in percent.
const everybody = 100

// leastResponse gives the least percentage of the staff of both groups whose answers
// would make a gap clear, in whole percent; more than everybody if all of them would
// not.
func (c *computation) leastResponse(f *Figure, staff model.Tally) int {
	clear := func(percent int) bool {
		at := func(g model.Group) stats.Count {
			return answers(f.Groups[g].Rate.Value, staff.Group(g)*percent/everybody)
		}
		_, verdict := c.compareCounts(at(model.BME), at(model.White))
		return verdict.Clear()
	}
	// The more of them answer the clearer it is, but for the rounding to whole people.
	return 1 + sort.Search(everybody, func(i int) bool { return clear(i + 1) })
}
