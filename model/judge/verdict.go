// Package judge says what may be made of counts: counts and an organisation's rules
// go in, a verdict comes out. It knows no indicator, so that a year, a step between
// two years, a band and an action's progress are judged by the same few functions.
package judge

import (
	"wres/model"
	"wres/model/stats"
)

// Verdict says what may be said of a comparison: of the compare group against the
// reference, of a band against the rest, of the board against the workforce. It is
// never given without the counts beside it.
type Verdict string

// The verdicts. NoVerdict stands where there is nothing to compare.
const (
	NoVerdict   Verdict = ""
	Higher      Verdict = "higher"
	Lower       Verdict = "lower"
	NoClear     Verdict = "no clear difference"
	TooFew      Verdict = "too few to judge"
	NotTestable Verdict = "not testable"
)

// Clear reports whether the verdict says that there is a difference.
func (v Verdict) Clear() bool { return v == Higher || v == Lower }

// Rules are what an organisation's settings say of verdicts.
type Rules struct {
	Level     float64 // of intervals and tests
	FewEvents int     // below as many nothing is said
	FewStaff  int     // the same of the staff in a band
}

// For gives the rules of some settings.
func For(s model.Settings) Rules {
	return Rules{Level: s.Level, FewEvents: s.Thresholds.FewEvents, FewStaff: s.Thresholds.BandHeadcount}
}

// Alpha is the chance of a clear difference where there is none.
func (r Rules) Alpha() float64 { return 1 - r.Level }

// Of judges the first group of a comparison against the second. Below the fewest
// events in either group nothing is said; where expected counts are small both tests
// must agree.
func (r Rules) Of(c *stats.Comparison) Verdict {
	switch {
	case c == nil || c.Test == nil:
		return NotTestable
	case c.FewestEvents < r.FewEvents:
		return TooFew
	case !c.Clear:
		return NoClear
	case c.Direction > 0:
		return Higher
	}
	return Lower
}

// Shares is everything that is said of two groups whose difference is shown, and its
// verdict; nil where the counts are not possible. The interval of a difference and the
// test are two ways of asking, and in small groups can differ: a difference is clear
// only if both find it.
func (r Rules) Shares(a, b stats.Count) (*stats.Comparison, Verdict) {
	all, err := stats.Compare(a, b, r.Level)
	if err != nil {
		return nil, NotTestable
	}
	verdict := r.Of(all)
	if verdict.Clear() && !all.Difference.Excludes(0) {
		verdict = NoClear
	}
	return all, verdict
}
