package stats

import (
	"cmp"
	"errors"
)

// Comparison is everything that is said of two groups. What is undefined is nil,
// and the error beside it names the reason.
type Comparison struct {
	A, B  Count
	Level float64

	RateA, RateB     *Estimate // with Wilson's interval
	ReasonA, ReasonB error

	Relative

	Difference       *Estimate // rate of A minus rate of B, with Newcombe's interval
	DifferenceReason error

	Test       *Test
	TestReason error

	Direction        int     // 1, 0 or -1: the rate of A is above, at or below that of B; exact
	SmallestExpected float64 // of the four cells, were both rates the same
	Warnings         []Warning
}

// Relative is what is said of the ratio of two rates.
type Relative struct {
	Ratio         *Estimate // rate of A over rate of B, with Koopman's interval
	RatioReason   error
	RatioInterval *Interval // Koopman's, also where the ratio itself has no value
	Katz          *Interval // never that of two groups with only events, a mere point
	KatzReason    error
}

// Warning is something to say beside a comparison that is defined.
type Warning int

// The warnings of a comparison.
const (
	NoUpperLimit  Warning = iota + 1 // the interval of the ratio has no upper limit
	SmallExpected                    // an expected count is below LeastExpected
)

// String says the warning in words.
func (w Warning) String() string {
	switch w {
	case NoUpperLimit:
		return "the interval of the ratio has no upper limit"
	case SmallExpected:
		return "an expected count is below 5: a difference is significant only if the mid-P says so too"
	}
	return "unknown warning"
}

// LeastExpected is the expected count below which Pearson's test alone is not
// enough (W. G. Cochran 1954, Biometrics 10:417).
const LeastExpected = 5

// Compare works out all that is said of two groups. Impossible counts and levels
// are errors; nobody at risk, no events and only events leave what they make
// undefined nil, with its reason.
func Compare(a, b Count, level float64) (*Comparison, error) {
	if _, err := Quantile(level); err != nil {
		return nil, err
	}
	c := &Comparison{A: a, B: b, Level: level}
	c.RateA, c.ReasonA = rateOf(a, level)
	c.RateB, c.ReasonB = rateOf(b, level)
	if errors.Is(c.ReasonA, ErrCounts) || errors.Is(c.ReasonB, ErrCounts) {
		return nil, ErrCounts
	}
	if nobody := cmp.Or(c.ReasonA, c.ReasonB); nobody != nil {
		c.RatioReason, c.KatzReason, c.DifferenceReason, c.TestReason = nobody, nobody, nobody, nobody
		return c, nil
	}
	c.Direction = cmp.Compare(a.Events*b.AtRisk, b.Events*a.AtRisk)
	c.SmallestExpected = smallestExpected(a, b)
	c.ratios()
	c.difference()
	c.test()
	c.warn()
	return c, nil
}

func rateOf(c Count, level float64) (*Estimate, error) {
	rate, err := Proportion(c)
	if err != nil {
		return nil, err
	}
	iv, err := Wilson(c, level)
	return rate.with(iv, err)
}

// with adds an interval to an estimate, if there is one to add.
func (e *Estimate) with(iv Interval, err error) (*Estimate, error) {
	if err != nil {
		return nil, err
	}
	e.Interval = &iv
	return e, nil
}

func (c *Comparison) ratios() {
	if iv, err := Koopman(c.A, c.B, c.Level); err == nil {
		c.RatioInterval = &iv
	}
	if c.Ratio, c.RatioReason = RiskRatio(c.A, c.B); c.Ratio != nil {
		c.Ratio.Interval = c.RatioInterval
	}
	iv, err := Katz(c.A, c.B, c.Level)
	switch {
	case err != nil:
		c.KatzReason = err
	case c.A.without()+c.B.without() == 0:
		c.KatzReason = ErrNoSpread
	default:
		c.Katz = &iv
	}
}

func (c *Comparison) difference() {
	if c.Difference, c.DifferenceReason = RiskDifference(c.A, c.B); c.Difference != nil {
		iv, err := Newcombe(c.A, c.B, c.Level)
		c.Difference, c.DifferenceReason = c.Difference.with(iv, err)
	}
}

func (c *Comparison) test() {
	z, err := Z(c.A, c.B)
	if err != nil {
		c.TestReason = err
		return
	}
	t := &Test{Method: TestPearson, Z: z, P: twoSided(z)}
	h := tableOf(c.A, c.B)
	t.MidP, t.FisherP = h.midP(c.A.Events), h.noMoreProbable(c.A.Events, tie)
	if c.SmallestExpected < LeastExpected {
		t.Method = TestPearsonAndMidP
	}
	c.Test = t
}

func (c *Comparison) warn() {
	if c.RatioInterval != nil && c.RatioInterval.NoUpper {
		c.Warnings = append(c.Warnings, NoUpperLimit)
	}
	if c.Test != nil && c.SmallestExpected < LeastExpected {
		c.Warnings = append(c.Warnings, SmallExpected)
	}
}

// smallestExpected gives the least of the four expected counts: the smaller group
// times the rarer outcome, over everybody.
func smallestExpected(a, b Count) float64 {
	rarer := min(a.Events+b.Events, a.without()+b.without())
	return float64(rarer) * float64(min(a.AtRisk, b.AtRisk)) / float64(a.AtRisk+b.AtRisk)
}
