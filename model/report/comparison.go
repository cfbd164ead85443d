package report

import (
	"fmt"
	"iter"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words"
)

// Comparison is two rates compared, with what may be said of them.
type Comparison struct {
	*stats.Comparison
	Verdict    judge.Verdict
	FourFifths string   // empty where there is no ratio
	Parity     *Parity  // nil where both rates cannot be made alike
	Detectable *float64 // the smallest ratio above 1 that these sizes show; nil where there is none
	Cautions   []string // warnings, and what is undefined with its reason
}

// Parity is how many more events in the second group, or how many of the first
// group's going to it, would make both rates alike.
type Parity struct{ Extra, Moved int }

// Compare reads a comparison under the usual settings.
func Compare(all *stats.Comparison) Comparison {
	c := Comparison{Comparison: all, Verdict: judge.For(model.DefaultSettings()).Of(all)}
	if all.Ratio != nil {
		c.FourFifths = (&indicator.Figure{Ratio: all.Ratio}).FourFifths()
	}
	ratio, undetectable := stats.DetectableRatio(all.RateB.Value, all.A.AtRisk, all.B.AtRisk, 1-all.Level, indicator.DetectablePower)
	if undetectable == nil {
		c.Detectable = &ratio
	}
	extra, moved, noParity := stats.Parity(all.A, all.B, 1)
	if noParity == nil {
		c.Parity = &Parity{extra, moved}
	}
	for _, w := range all.Warnings {
		c.Cautions = append(c.Cautions, w.String())
	}
	for _, undefined := range []struct {
		what string
		why  error
	}{{"no ratio", all.RatioReason}, {"no Katz interval", all.KatzReason}, {"no test", all.TestReason}, {"no parity", noParity}, {"no detectable ratio", undetectable}} {
		if undefined.why != nil {
			c.Cautions = append(c.Cautions, undefined.what+": "+undefined.why.Error())
		}
	}
	return c
}

// Kind is ComparisonPage.
func (Comparison) Kind() Kind { return ComparisonPage }

// Blocks says the two rates, what compares them, and what may be said of that.
func (c Comparison) Blocks(Safe) []Block {
	w := words.For(model.DefaultSettings())
	rate := func(n stats.Count, e *stats.Estimate) string {
		return fmt.Sprintf("%d of %d: %s", n.Events, n.AtRisk, c.withRange(w.Percent(e.Value), w.PercentInterval(e)))
	}
	ratio := "n/a"
	if c.Ratio != nil {
		ratio = words.RatioText(c.Ratio.Value)
	}
	pairs := Pairs{
		{"First", rate(c.A, c.RateA)},
		{"Second", rate(c.B, c.RateB)},
		{"Ratio", c.withRange(ratio, w.RatioInterval(&stats.Estimate{Interval: c.RatioInterval})) + " (Koopman)"},
	}
	if c.Katz != nil {
		pairs = append(pairs, Pair{"", c.withRange(ratio, w.RatioInterval(&stats.Estimate{Interval: c.Katz})) + " (Katz, for comparison)"})
	}
	pairs = append(pairs, Pair{"Difference", c.withRange(w.Points(c.Difference.Value), w.PointsInterval(c.Difference))})
	if t := c.Test; t != nil {
		pairs = append(pairs, Pair{"Tests", fmt.Sprintf("Pearson %s, z = %.3f; Fisher %s; mid-P %s", words.PText(t.P), t.Z, words.PText(t.FisherP), words.PText(t.MidP))})
	}
	verdict := words.Significance(c.Verdict)
	if c.Verdict.Clear() {
		verdict += ": the first rate is significantly " + verdict + " than the second"
	} else if fit := w.RatioInterval(&stats.Estimate{Interval: c.RatioInterval}); c.Verdict == judge.NoClear && fit != "" {
		verdict += ": ratios of " + fit + " fit these counts"
	}
	pairs = append(pairs, Pair{"Verdict", verdict})
	if text := words.FourFifthsSentence(&indicator.Figure{Ratio: c.Ratio, Doubt: indicator.Doubt{Verdict: c.Verdict}}); text != "" {
		pairs = append(pairs, Pair{"Four-fifths", text})
	}
	if p := c.Parity; p != nil && p.Extra > 0 {
		pairs = append(pairs, Pair{"Parity", fmt.Sprintf("both rates would be alike if %s of the first group's %s had gone to the second group (or if that had had %s)",
			words.Thousands(p.Moved), words.Count(c.A.Events, "event"), words.Count(p.Extra, "more event"))})
	}
	if c.Detectable != nil && c.Verdict == judge.NoClear {
		pairs = append(pairs, Pair{"Detectable", "numbers like these find a ratio of " + words.RatioText(*c.Detectable) + " or more four times in five"})
	}
	for _, text := range c.Cautions {
		pairs = append(pairs, Pair{"Caution", text})
	}
	return []Block{pairs}
}

func (c Comparison) withRange(value, limits string) string {
	if limits == "" {
		return value
	}
	return value + ", " + words.IntervalName(c.Level) + " " + limits
}

// Comparisons are the rows of a file of pairs, in their order, as they are read.
type Comparisons iter.Seq[Compared]

// Compared is one such row: the comparison, or why there is none.
type Compared struct {
	ID         string // as the file has it
	Comparison *stats.Comparison
	Err        error
}

// Kind is ComparisonsPage.
func (Comparisons) Kind() Kind { return ComparisonsPage }
