// Package stats holds estimates, intervals and tests of plain counts. It knows
// nothing of the standard whose figures it serves: no word of the NHS stands in
// it. It imports the standard library and gonum's mathext only.
//
// What cannot be computed is an error that names the reason, never NaN, Inf or
// nought. A p-value is computed from the tail's own side, so that 1e-110 comes
// out as 1e-110; below what a float64 can hold, about 5e-324, it is 0.
//
// The counts of a workforce are complete, so an interval describes what the same
// process would produce again, not the sampling of people.
//
// These stand ready and are called by no part of the program yet:
//   - BenjaminiHochberg, Bonferroni: other adjustments than Holm's
//   - ClopperPearson: the exact interval of a share
//   - MiettinenNurminenRatio, MiettinenNurminenDifference: score intervals with
//     their correction
//   - FunnelLimits, NormalLimits, BinomialQuantile: the limits of a funnel plot
//   - Standardised: a share as if a group were spread over strata as another is
//   - LessWhole, PearsonRows: a part against a whole that holds it, and several rows
//     against each other
//   - PearsonN1, FisherExact, FisherTails, MidP, MidPIrwin: each test by itself, as
//     other programs give it
package stats

import (
	"errors"
	"math"
)

// Count is how many of a number of people or cases had an event.
type Count struct {
	Events int // 0 to AtRisk
	AtRisk int // up to MostAtRisk
}

// MostAtRisk is the largest number at risk that the functions here take: the
// products of two counts stay exact below it.
const MostAtRisk = 1_000_000_000

// LeastLevel and MostLevel are the lowest and the highest level of an interval or
// of a test, 1 less its alpha, that the functions here take.
const (
	LeastLevel = 0.01
	MostLevel  = 0.999_999_999
)

// Interval is the range of values that are compatible with the data.
type Interval struct {
	Lower, Upper float64
	NoUpper      bool    // there is no upper limit; Upper has no meaning
	Level        float64 // LeastLevel to MostLevel
	Method       string
}

// Contains says whether v lies in the interval, limits included.
func (iv Interval) Contains(v float64) bool {
	return v >= iv.Lower && (iv.NoUpper || v <= iv.Upper)
}

// Estimate is a value and, where one was computed, its interval.
type Estimate struct {
	Value    float64
	Interval *Interval
}

// Excludes reports whether the interval is there and leaves v out.
func (e *Estimate) Excludes(v float64) bool { return e.Interval != nil && !e.Interval.Contains(v) }

// Test is the outcome of testing two shares for equality.
type Test struct {
	Method  string  // what a verdict may rest on: TestPearson or TestPearsonAndMidP
	Z       float64 // two-proportion z, above 0 where the first share is higher
	P       float64 // Pearson's
	MidP    float64
	FisherP float64
}

// The names of the methods, as they stand in Interval.Method and Test.Method.
const (
	MethodWilson            = "wilson"
	MethodClopperPearson    = "clopper-pearson"
	MethodKoopman           = "koopman"
	MethodKatz              = "katz"
	MethodMiettinenNurminen = "miettinen-nurminen"
	MethodNewcombe          = "newcombe"
	MethodWoolf             = "woolf"
	MethodRatioOfRatios     = "altman-bland"
	MethodGreenlandRobins   = "greenland-robins"
	TestPearson             = "pearson"
	TestPearsonAndMidP      = "pearson and mid-p"
)

// The reasons for which a result is undefined.
var (
	ErrCounts            = errors.New("the counts are not possible: events must lie between 0 and the number at risk")
	ErrLevel             = errors.New("the level must lie between 0.01 and 0.999999999")
	ErrNobodyAtRisk      = errors.New("nobody is counted")
	ErrNoReferenceEvents = errors.New("the group on the bottom has no events")
	ErrNoEvents          = errors.New("a group has no events")
	ErrNoOdds            = errors.New("one of the four counts is nought")
	ErrUntestable        = errors.New("there are no events, or only events: there is nothing to test")
	ErrNoSpread          = errors.New("both groups have only events: this method gives no interval")
)

// check refuses counts that cannot be.
func (c Count) check() error {
	switch {
	case c.Events < 0 || c.AtRisk < 0 || c.Events > c.AtRisk || c.AtRisk > MostAtRisk:
		return ErrCounts
	case c.AtRisk == 0:
		return ErrNobodyAtRisk
	}
	return nil
}

func (c Count) rate() float64 { return float64(c.Events) / float64(c.AtRisk) }

// without gives the number at risk who had no event.
func (c Count) without() int { return c.AtRisk - c.Events }

// others counts those without an event as those with one.
func (c Count) others() Count { return Count{Events: c.without(), AtRisk: c.AtRisk} }

// checkAll gives the first error of the counts.
func checkAll(counts ...Count) error {
	for _, c := range counts {
		if err := c.check(); err != nil {
			return err
		}
	}
	return nil
}

// Quantile gives the z that a standard normal value stays within with
// probability level, in either direction: 1.959964 for 0.95.
func Quantile(level float64) (float64, error) {
	if !(level >= LeastLevel && level <= MostLevel) {
		return 0, ErrLevel
	}
	return math.Sqrt2 * math.Erfinv(level), nil
}

// twoSided gives the probability that a standard normal value lies further from
// 0 than z does, computed from the tail.
func twoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }

// checked gives the z of a level for counts that have all been found possible.
func checked(level float64, counts ...Count) (float64, error) {
	if err := checkAll(counts...); err != nil {
		return 0, err
	}
	return Quantile(level)
}
