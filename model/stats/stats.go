// Package stats holds estimates and comparisons of plain counts. It knows
// nothing of the standard whose figures it serves: no word of the NHS stands in
// it. It imports the standard library only.
//
// Every estimate has a place for its interval and every comparison one for its
// test; what cannot be computed is an error that names the reason, never NaN,
// Inf or nought.
package stats

import "errors"

// Count is how many of a number of people or cases had an event.
type Count struct {
	Events int // 0 to AtRisk
	AtRisk int
}

// Interval is the range of values that are compatible with the data.
type Interval struct {
	Lower, Upper float64
	NoUpper      bool    // there is no upper limit; Upper has no meaning
	Level        float64 // 0 to 1
	Method       string
}

// Estimate is a value and, where one was computed, its interval.
type Estimate struct {
	Value    float64
	Interval *Interval
}

// Test is the outcome of testing two shares for equality.
type Test struct {
	Method  string
	P       float64
	MidP    float64
	FisherP float64
}

// The reasons for which a comparison is undefined.
var (
	ErrNobodyAtRisk      = errors.New("nobody is counted")
	ErrNoReferenceEvents = errors.New("the group on the bottom has no events")
	ErrNoOdds            = errors.New("one of the four counts is nought")
)

// Proportion gives the share of those at risk who had the event.
func Proportion(c Count) (*Estimate, error) {
	if c.AtRisk <= 0 {
		return nil, ErrNobodyAtRisk
	}
	return &Estimate{Value: float64(c.Events) / float64(c.AtRisk)}, nil
}

// RiskRatio gives the share of compare over the share of reference, from their
// counts: (a/n1) / (b/n2). It is undefined where either has nobody at risk or
// reference has no events.
func RiskRatio(compare, reference Count) (*Estimate, error) {
	if compare.AtRisk <= 0 || reference.AtRisk <= 0 {
		return nil, ErrNobodyAtRisk
	}
	if reference.Events == 0 {
		return nil, ErrNoReferenceEvents
	}
	a, n1 := float64(compare.Events), float64(compare.AtRisk)
	b, n2 := float64(reference.Events), float64(reference.AtRisk)
	return &Estimate{Value: a * n2 / (b * n1)}, nil
}

// RiskDifference gives the share of a minus the share of b.
func RiskDifference(a, b Count) (*Estimate, error) {
	if a.AtRisk <= 0 || b.AtRisk <= 0 {
		return nil, ErrNobodyAtRisk
	}
	return &Estimate{Value: float64(a.Events)/float64(a.AtRisk) - float64(b.Events)/float64(b.AtRisk)}, nil
}

// OddsRatio gives (up1/low1) / (up2/low2) of two groups on two steps, from the
// people of each group on each step. It is undefined where a count that would
// stand below a line is nought.
func OddsRatio(up1, low1, up2, low2 int) (*Estimate, error) {
	if low1 <= 0 || up2 <= 0 || low2 <= 0 {
		return nil, ErrNoOdds
	}
	return &Estimate{Value: float64(up1) * float64(low2) / (float64(low1) * float64(up2))}, nil
}
