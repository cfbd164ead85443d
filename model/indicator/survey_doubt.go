package indicator

import (
	"math"

	"wres/model"
	"wres/model/judge"
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

// judgeSurvey adds the doubt of the gap, where respondents are given.
func (c *choices) judgeSurvey(f *Figure) {
	bme, known := respondents(f.Groups[model.BME])
	white, both := respondents(f.Groups[model.White])
	if !known || !both {
		return
	}
	all, verdict := c.rules().Shares(bme, white)
	if all == nil {
		return
	}
	if all.Difference != nil {
		f.Difference.Interval = all.Difference.Interval
	}
	f.Test, f.Verdict = all.Test, verdict
	c.warnOfAnswers(f, FewAnswers)
}

// warnOfAnswers says why there is no verdict on a survey's gap; few is the kind of
// warning where those who gave the answer are few.
func (c *choices) warnOfAnswers(f *Figure, few WarningKind) {
	switch f.Verdict {
	case judge.NotTestable:
		f.warn(Warning{Kind: SameAnswers})
	case judge.TooFew:
		f.warn(Warning{Kind: few, N: c.settings.Thresholds.FewEvents})
	}
}

// judgeWithoutRespondents says what can be said of a gap whose respondents are not
// given: no more people answered than there are staff.
func (c *choices) judgeWithoutRespondents(f *Figure, ret *model.Return) {
	if g, one := lackingRespondents(f); one {
		f.warn(Warning{Kind: RespondentsOfGroupUnsaid, Group: g})
		return
	}
	f.warn(Warning{Kind: RespondentsUnsaid})
	staff := ret.Headcount()
	if withheldWorkforce(ret) || ret.RefusedOf(WorkforceID).Any() || staff.Group(model.BME) == 0 || staff.Group(model.White) == 0 {
		return
	}
	switch verdict := c.ifAnswered(f, staff, Everybody); verdict {
	case judge.TooFew, judge.NotTestable:
		f.Verdict = verdict
		c.warnOfAnswers(f, FewAnswersEver)
	case judge.NoClear:
		f.Verdict, f.LeastResponse = verdict, Everybody+1
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

// Everybody is a response of all staff, in percent.
const Everybody = 100

// ifAnswered judges a gap as if some percent of the staff of both
// groups had answered.
func (c *choices) ifAnswered(f *Figure, staff model.Tally, percent int) judge.Verdict {
	at := func(g model.Group) stats.Count {
		return answers(f.Groups[g].Rate.Value, staff.Group(g)*percent/Everybody)
	}
	bme, white := at(model.BME), at(model.White)
	if min(bme.AtRisk, white.AtRisk) < c.settings.Disclosure.SurveyRespondents {
		return judge.TooFew // the shares would not be shown
	}
	_, verdict := c.rules().Shares(bme, white)
	return verdict
}

// leastResponse gives the least percentage of the staff of both groups from which on
// every response would make a gap clear that is so if all answer, in whole percent.
// Rounding to whole people can make one clear below it.
func (c *choices) leastResponse(f *Figure, staff model.Tally) int {
	least := Everybody
	for least > 1 && c.ifAnswered(f, staff, least-1).Clear() {
		least--
	}
	return least
}
