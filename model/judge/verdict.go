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
	CannotTell  Verdict = "cannot be told" // it hangs on the people of unknown group
	NotTestable Verdict = "not testable"
	Rounded     Verdict = "cannot be told from rounded counts"
)

// Clear reports whether the verdict says that there is a difference.
func (v Verdict) Clear() bool { return v == Higher || v == Lower }

// Unjudged reports whether the counts could not be judged.
func (v Verdict) Unjudged() bool { return v == TooFew || v == NotTestable || v == Rounded }

// Agree is the verdict on people of whom some are of unknown group: all is with them
// among those who are not of the group, as the standard counts, and known without them.
// What is clear one way only hangs on who they are.
func Agree(all, known Verdict) Verdict {
	if all == known || !all.Clear() && !known.Clear() {
		return all
	}
	return CannotTell
}

// Rules are what an organisation's settings say of verdicts.
type Rules struct {
	Level     float64 // of intervals and tests
	FewEvents int     // expected; below as many only what is clear is said
	FewStaff  int     // in a band; below as many nothing is
}

// For gives the rules of some settings.
func For(s model.Settings) Rules {
	return Rules{Level: s.Level, FewEvents: s.Thresholds.FewEvents, FewStaff: s.Thresholds.BandHeadcount}
}

// Alpha is the chance of a clear difference where there is none.
func (r Rules) Alpha() float64 { return 1 - r.Level }

// Rates is everything that is said of two groups whose ratio is shown, and its verdict;
// nil where the counts are not possible.
func (r Rules) Rates(a, b stats.Count) (*stats.Comparison, Verdict) {
	all, err := stats.Compare(a, b, r.Level)
	if err != nil {
		return nil, NotTestable
	}
	if all.Test != nil && r.small(all.SmallestExpected) {
		all.Test.Method = stats.TestPearsonAndMidP
	}
	return all, r.Of(all)
}

// Of judges the first group of a comparison against the second, at its own level.
func (r Rules) Of(c *stats.Comparison) Verdict {
	if c.Test == nil {
		return NotTestable
	}
	r.Level = c.Level
	return r.verdict(c.SmallestExpected, c.Test.P, c.Test.MidP, c.Direction > 0)
}

// Shares is Rates of two groups whose difference is shown. The interval of a difference
// and the test are two ways of asking, and in small groups can differ: a difference is
// clear only if both find it.
func (r Rules) Shares(a, b stats.Count) (*stats.Comparison, Verdict) {
	all, verdict := r.Rates(a, b)
	if verdict.Clear() && !all.Difference.Excludes(0) {
		return all, r.unclear(all.SmallestExpected)
	}
	return all, verdict
}

// verdict judges a table by its smallest expected count: the events of a group, or its
// people without one, that there would be were both groups alike. By those that were
// seen it could not say that a group is missing. Where it is small both tests must find
// the difference, and where they do not there are too few to judge.
func (r Rules) verdict(expected, p, midP float64, up bool) Verdict {
	switch {
	case p >= r.Alpha() || r.small(expected) && midP >= r.Alpha():
		return r.unclear(expected)
	case up:
		return Higher
	}
	return Lower
}

// small reports whether the chi-squared test alone is not enough.
func (r Rules) small(expected float64) bool {
	return expected < max(float64(r.FewEvents), stats.LeastExpected)
}

func (r Rules) unclear(expected float64) Verdict {
	if expected < float64(r.FewEvents) {
		return TooFew
	}
	return NoClear
}
