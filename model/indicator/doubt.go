package indicator

import (
	"wres/model/judge"
	"wres/model/stats"
)

// withInterval gives an estimate its interval, where there is one.
func withInterval(e *stats.Estimate, i stats.Interval, err error) {
	if e != nil && err == nil {
		e.Interval = &i
	}
}

// proportion is a share with its Wilson interval, or the reason why there is none.
func (c *choices) proportion(n stats.Count) (*stats.Estimate, error) {
	e, err := stats.Proportion(n)
	if err != nil {
		return nil, err
	}
	i, err := stats.Wilson(n, c.settings.Level)
	withInterval(e, i, err)
	return e, nil
}

// difference is the share of a minus that of b with its Newcombe interval.
func (c *choices) difference(a, b stats.Count) *stats.Estimate {
	e, err := stats.RiskDifference(a, b)
	if err != nil {
		return nil
	}
	i, err := stats.Newcombe(a, b, c.settings.Level)
	withInterval(e, i, err)
	return e
}

// DetectablePower is the chance with which the least detectable ratio is found.
const DetectablePower = 0.8

// judge adds to a verdict what says how sure it is: what could have been detected, and
// what the people of unknown ethnicity could change.
func (c *choices) judge(ind *Indicator, f *Figure, top, bottom stats.Count, unknown *stats.Count) {
	switch {
	case f.Verdict == judge.NotTestable && top.AtRisk > 0 && bottom.AtRisk > 0: // else a group is said to be empty
		f.warn(Warning{Kind: untestable(top, bottom)})
	case f.Verdict == judge.TooFew:
		f.warn(Warning{Kind: FewEvents, N: c.settings.Thresholds.FewEvents})
	}
	c.detectable(f, top, bottom)
	if f.Ratio != nil && f.Ratio.Interval != nil && f.Ratio.Interval.NoUpper {
		f.warn(Warning{Kind: NoUpperLimit})
	}
	if extra, moved, err := stats.Parity(top, bottom, 1); err == nil && f.Verdict == judge.Higher && ind.Gain[0] != "" {
		f.Parity = &Parity{Extra: extra, Moved: moved}
	}
	if unknown != nil && unknown.AtRisk > 0 && f.Ratio != nil {
		c.unknowns(f, top, bottom, *unknown)
	}
}

// detectable says of a comparison that found nothing clear what it could have found.
func (c *choices) detectable(f *Figure, top, bottom stats.Count) {
	if f.Verdict != judge.NoClear {
		return
	}
	if ratio, err := stats.DetectableRatio(share(bottom), top.AtRisk, bottom.AtRisk, c.rules().Alpha(), DetectablePower); err == nil {
		f.Detectable = &ratio
	}
}

func share(n stats.Count) float64 { return float64(n.Events) / float64(n.AtRisk) }

// unknowns bounds the ratio by what the people of unknown ethnicity could be, and
// warns where that could turn it round.
func (c *choices) unknowns(f *Figure, top, bottom, unknown stats.Count) {
	bounds, err := stats.UnknownBounds(top, bottom, unknown)
	if err != nil {
		return
	}
	f.Unknowns = &bounds
	if value := f.Ratio.Value; value > 1 && bounds.Lower < 1 || value < 1 && (bounds.NoUpper || bounds.Upper > 1) {
		f.warn(Warning{Kind: UnknownsDecide, N: unknown.AtRisk, Bounds: &bounds})
	}
}

func untestable(a, b stats.Count) WarningKind {
	if a.Events+b.Events == 0 {
		return NothingHappened
	}
	return EverythingHappened
}
