package judge

import (
	"math"

	"wres/model/stats"
)

// Step is a change between two years, and what may be said of it: that it went up is
// Higher. Where one of the years could not be judged there are too few for the step too,
// and no P.
type Step struct {
	*stats.Estimate
	P       *float64
	Verdict Verdict
}

// RatioStep is the ratio of a year over that of an earlier one, with the interval and
// test that treat the two years as independent (Altman and Bland 2003). Each year gives
// the counts on top of its ratio and those at the bottom. The error is why there is none.
func (r Rules) RatioStep(now, then [2]stats.Count) (Step, error) {
	c, err := stats.RatioOfRatios(now[0], now[1], then[0], then[1], r.Level)
	if err != nil {
		return Step{}, err
	}
	for _, year := range [][2]stats.Count{now, then} {
		if _, verdict := r.Rates(year[0], year[1]); verdict.Unjudged() {
			return Step{Estimate: &c.Estimate, Verdict: TooFew}, nil
		}
	}
	return Step{Estimate: &c.Estimate, P: &c.P, Verdict: way(c.P < r.Alpha(), c.Z)}, nil
}

// way says which way a change went, where it is clear.
func way(clear bool, change float64) Verdict {
	switch {
	case !clear:
		return NoClear
	case change > 0:
		return Higher
	}
	return Lower
}

// ShareStep is the step of a share.
func (r Rules) ShareStep(now, then stats.Count) (Step, error) {
	all, verdict := r.Shares(now, then)
	if all == nil {
		return Step{}, stats.ErrCounts
	}
	step := Step{Estimate: all.Difference, Verdict: verdict}
	if !verdict.Unjudged() {
		step.P = &all.Test.P
	}
	return step, all.DifferenceReason
}

// MethodSquareAndAdd names the interval of a change of a gap.
const MethodSquareAndAdd = "square-and-add of newcombe"

// GapStep is the step from one difference of shares to another, without interval and
// verdict where either has no interval. It is put together from the intervals of the two
// (square-and-add: Zou and Donner 2008, Statistics in Medicine 27:1693).
func GapStep(now, then stats.Estimate) Step {
	step := Step{Estimate: &stats.Estimate{Value: now.Value - then.Value}}
	a, b := now.Interval, then.Interval
	if a == nil || b == nil {
		return step
	}
	step.Interval = &stats.Interval{
		Lower:  step.Value - math.Hypot(now.Value-a.Lower, b.Upper-then.Value),
		Upper:  step.Value + math.Hypot(a.Upper-now.Value, then.Value-b.Lower),
		Level:  a.Level,
		Method: MethodSquareAndAdd,
	}
	step.Verdict = way(step.Excludes(0), step.Value)
	return step
}
