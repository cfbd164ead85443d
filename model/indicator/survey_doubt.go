package indicator

import (
	"fmt"
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
	few := c.settings.Thresholds.FewEvents
	c.warnOfAnswers(f, fmt.Sprintf("fewer than %d %s of a group gave the answer", few, plural(few, "respondent", "respondents")))
	c.detectable(f, bme, white)
}

// warnOfAnswers says why there is no verdict on a survey's gap; few is the reason
// where those who gave the answer are few.
func (c *computation) warnOfAnswers(f *Figure, few string) {
	switch f.Verdict {
	case NotTestable:
		f.warn("not testable: all respondents gave the same answer")
	case TooFew:
		f.warn("too few to judge: %s", few)
	}
}

// judgeWithoutRespondents says what can be said of a gap whose respondents are not
// given: no more people answered than there are staff.
func (c *computation) judgeWithoutRespondents(f *Figure, ret *model.Return) {
	if g, one := lackingRespondents(f); one {
		f.warn("the extract gives no number of %s respondents, so nothing can say how sure the gap is", c.label(g))
		return
	}
	f.warn("the extract gives no numbers of respondents, so nothing can say how sure the shares are")
	staff := ret.Headcount()
	if withheldWorkforce(ret) || staff.Group(model.BME) == 0 || staff.Group(model.White) == 0 {
		return
	}
	switch verdict := c.ifAnswered(f, staff, everybody); verdict {
	case TooFew, NotTestable:
		f.Verdict = verdict
		c.warnOfAnswers(f, fmt.Sprintf("even if all staff had answered, fewer than %d of a group would have given the answer", c.settings.Thresholds.FewEvents))
	case NoClear:
		f.Verdict, f.LeastResponse = verdict, everybody+1
	default:
		f.LeastResponse = c.leastResponse(f, staff)
	}
}

// lackingRespondents gives the group whose respondents alone are not given; false
// where neither group's are.
func lackingRespondents(f *Figure) (model.Group, bool) {
	white, bme := f.Groups[model.White].AtRisk != nil, f.Groups[model.BME].AtRisk != nil
	if white {
		return model.BME, white != bme
	}
	return model.White, white != bme
}

// everybody is a response of all staff, in percent.
const everybody = 100

// ifAnswered judges a gap as if some percent of the staff of both
// groups had answered.
func (c *computation) ifAnswered(f *Figure, staff model.Tally, percent int) Verdict {
	at := func(g model.Group) stats.Count {
		return answers(f.Groups[g].Rate.Value, staff.Group(g)*percent/everybody)
	}
	_, verdict := c.compareCounts(at(model.BME), at(model.White))
	return verdict
}

// leastResponse gives the least percentage of the staff of both groups whose answers
// would make a gap clear that is so if all answer, in whole percent.
func (c *computation) leastResponse(f *Figure, staff model.Tally) int {
	// The more of them answer the clearer it is, but for the rounding to whole people.
	return 1 + sort.Search(everybody, func(i int) bool {
		return c.ifAnswered(f, staff, i+1).Clear()
	})
}
