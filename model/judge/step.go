package judge

import (
	"math"

	"wres/model/stats"
)

// Step is a change between two years, and what may be said of it.
type Step struct {
	*stats.Estimate
	P     *float64
	Clear bool
}

// RatioStep is the ratio of a year over that of an earlier one, with the interval and
// test that treat the two years as independent (Altman and Bland 2003). Each year gives
// the counts on top of its ratio and those at the bottom. The error is why there is none.
func (r Rules) RatioStep(now, then [2]stats.Count) (Step, error) {
	c, err := stats.RatioOfRatios(now[0], now[1], then[0], then[1], r.Level)
	if err != nil {
		return Step{}, err
	}
	return Step{Estimate: &c.Estimate, P: &c.P, Clear: c.P < r.Alpha()}, nil
}

// ShareStep is the step of a share.
func (r Rules) ShareStep(now, then stats.Count) (Step, error) {
	i, err := stats.Newcombe(now, then, r.Level)
	if err != nil {
		return Step{}, err
	}
	step := Step{Estimate: &stats.Estimate{Interval: &i}}
	if p, err := stats.Pearson(now, then); err == nil { // else nobody or everybody in both years
		step.P, step.Clear = &p, p < r.Alpha() && !i.Contains(0)
	}
	return step, nil
}

// MethodSquareAndAdd names the interval of a change of a gap.
const MethodSquareAndAdd = "square-and-add of newcombe"

// GapStep is the step from one difference of shares to another, without an interval
// where either has none. It is put together from the intervals of the two
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
	step.Clear = step.Excludes(0)
	return step
}
