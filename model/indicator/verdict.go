package indicator

import (
	"wres/model/stats"
)

// Verdict says what may be said of a comparison: of the compare group against the
// reference, of a band against the rest, of the board against the workforce. It is
// never given without the interval and the counts beside it.
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

// VerdictOf judges the first group of a comparison against the second. Below the
// fewest events in either group nothing is said; where expected counts are small
// both tests must agree.
func VerdictOf(c *stats.Comparison, fewest int) Verdict {
	switch {
	case c == nil || c.Test == nil:
		return NotTestable
	case c.FewestEvents < fewest:
		return TooFew
	case !c.Clear:
		return NoClear
	case c.Direction > 0:
		return Higher
	}
	return Lower
}

// compareCounts is everything that is said of two groups whose difference is shown,
// and its verdict; nil where the counts are not possible. The interval of a
// difference and the test are two ways of asking, and in small groups can differ: a
// difference is clear only if both find it.
func (c *choices) compareCounts(a, b stats.Count) (*stats.Comparison, Verdict) {
	all, err := stats.Compare(a, b, c.settings.Level)
	if err != nil {
		return nil, NotTestable
	}
	verdict := VerdictOf(all, c.settings.Thresholds.FewEvents)
	if verdict.Clear() && !all.Difference.Excludes(0) {
		verdict = NoClear
	}
	return all, verdict
}
