package words

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
)

// RatioInterval writes the interval of a ratio, "1.85 to 3.28"; "" where there is
// none.
func (w Voice) RatioInterval(e *stats.Estimate) string { return rangeText(e, ratioApart) }

// PercentInterval writes the interval of a share, "9.2% to 20.1%".
func (w Voice) PercentInterval(e *stats.Estimate) string { return rangeText(e, w.Percent) }

// PointsInterval writes the interval of a difference of shares in points, "−3.4 to 1.6".
func (w Voice) PointsInterval(e *stats.Estimate) string { return rangeText(e, pointsLimit(w)) }

func pointsLimit(w Voice) func(float64) string {
	return func(v float64) string { return apart(v*100, max(w.Decimals, 1), 0) }
}

func rangeText(e *stats.Estimate, text func(float64) string) string {
	switch lower, upper := limits(e, text); {
	case lower == "":
		return ""
	case upper == "":
		return lower + " or more"
	default:
		return lower + " to " + upper
	}
}

// limits writes the two ends of an interval; "" where there is none.
func limits(e *stats.Estimate, text func(float64) string) (lower, upper string) {
	if e == nil || e.Interval == nil {
		return "", ""
	}
	if !e.Interval.NoUpper {
		upper = text(e.Interval.Upper)
	}
	return text(e.Interval.Lower), upper
}

// RatioLimits writes the ends of the interval of a ratio as RatioInterval does; lower is ""
// where there is none, and upper where that end is open.
func RatioLimits(e *stats.Estimate) (lower, upper string) { return limits(e, ratioApart) }

// PercentLimits is RatioLimits of a share.
func PercentLimits(w Voice, e *stats.Estimate) (lower, upper string) { return limits(e, w.Percent) }

// PointsLimits is RatioLimits of a difference of shares, in points without their unit.
func PointsLimits(w Voice, e *stats.Estimate) (lower, upper string) { return limits(e, pointsLimit(w)) }

// IntervalName names an interval by its level, "95% confidence interval".
func IntervalName(level float64) string { return percentOf(level) + " confidence interval" }

// IntervalShort is IntervalName for a column: "95% CI".
func IntervalShort(level float64) string { return percentOf(level) + " CI" }

// LevelText writes the level of intervals: "95%".
func LevelText(level float64) string { return percentOf(level) }

// percentOf writes a level: "95%".
func percentOf(level float64) string {
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", level*100), "0"), ".") + "%"
}

// bracketed puts the range of an estimate behind it.
func bracketed(e *stats.Estimate, text string) string {
	if text == "" {
		return ""
	}
	return " (" + IntervalName(e.Interval.Level) + " " + text + ")"
}

// InWords says in a few words what a figure and the step to it come to: "White applicants
// more likely; significant rise". A step that says nothing is left out, but where there is
// nothing else to say. What its bands come to [BandsVerdict] says.
func (w Voice) InWords(s *indicator.Series, f *indicator.Figure) string {
	if f == nil || f.State != model.Reported {
		return ""
	}
	var parts []string
	if lacks := Incomplete(f); lacks != "" {
		parts = append(parts, "incomplete: "+lacks)
	}
	parts = append(parts, w.VerdictWords(s.Indicator, f))
	if f.LeastResponse > 0 && f.LeastResponse <= indicator.Everybody {
		parts = append(parts, fmt.Sprintf("clear if at least %d%% responded", f.LeastResponse))
	}
	parts = nonEmpty(parts)
	c, ok := s.Step(f.Year)
	says := c.Verdict.Clear() || c.Verdict == judge.CannotTell
	if ok && (says || len(parts) == 0 && (c.Verdict == judge.NoClear || c.Verdict == judge.Rounded)) {
		parts = append(parts, StepInWords(s, c))
	}
	return strings.Join(parts, "; ")
}

// StepInWords says what a step comes to. That a census moved is a fact; what is open is
// whether it is a trend.
func StepInWords(s *indicator.Series, c indicator.Change) string {
	switch census := s.Indicator.Shape.Census(); {
	case c.Hidden:
		return "hidden to protect people"
	case census && c.Verdict.Clear():
		return fmt.Sprintf("%s since %s, evidence of a trend", stepWord(s, c), c.From)
	case c.Verdict == judge.CannotTell || c.Verdict == judge.Rounded:
		return fmt.Sprintf("trend since %s cannot be told", c.From)
	case census:
		return fmt.Sprintf("no clear trend since %s", c.From)
	case c.Verdict.Clear():
		return "significant " + stepWord(s, c)
	}
	return "no significant change"
}

// StepSentence says a step by itself that is significant, as a finding: what was, what is,
// and which way that is.
func StepSentence(w Voice, s *indicator.Series, f *indicator.Figure, c indicator.Change) string {
	was, is := w.Headline(s.Indicator, s.Figure(c.From)), w.Headline(s.Indicator, f)
	unit := ""
	if s.Indicator.Shape.Of(s.Indicator).Gap() {
		unit = " percentage points"
	}
	return fmt.Sprintf("%s was %s in %s and is %s%s in %s: a significant %s.",
		Capital(w.Direction(s.Indicator)), was, c.From, is, unit, f.Year, stepWord(s, c))
}

// stepWord names a change: of a ratio or share a rise or fall, of a gap its
// narrowing or widening.
func stepWord(s *indicator.Series, c indicator.Change) string {
	if c.Of == indicator.RatioOfRatios {
		return riseOrFall(c.Value.Value - 1)
	}
	if c.Group != "gap" {
		return riseOrFall(c.Value.Value)
	}
	then, now := headline(s, c.From), headline(s, c.To)
	switch {
	case then == nil || now == nil || then.Value*now.Value < 0 || c.Value.Value == 0:
		return "change"
	case math.Abs(now.Value) < math.Abs(then.Value):
		return "narrowing"
	}
	return "widening"
}

func riseOrFall(step float64) string {
	switch {
	case step > 0:
		return "rise"
	case step < 0:
		return "fall"
	}
	return "change"
}

func headline(s *indicator.Series, y model.Year) *stats.Estimate {
	if f := s.Figure(y); f != nil {
		return f.Headline(s.Indicator)
	}
	return nil
}

// sentences joins those that there are.
func sentences(all ...string) string { return strings.Join(nonEmpty(all), " ") }

func nonEmpty(all []string) []string {
	var kept []string
	for _, s := range all {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

// Significance says a verdict in a sentence.
func Significance(v judge.Verdict) string {
	if v == judge.NoClear {
		return "no significant difference"
	}
	return string(v)
}

func verdictSentence(w Voice, s *indicator.Series, f *indicator.Figure) string {
	switch {
	case f.LeastResponse > indicator.Everybody:
		return "The number of respondents is not given. Even if every member of staff had responded, a gap of this size would not be significant."
	case f.LeastResponse > 0:
		return fmt.Sprintf("The number of respondents is not given. A gap of this size would be significant if at least %d%% of each group responded.", f.LeastResponse)
	}
	switch f.Verdict {
	case judge.NoVerdict:
		if w.Rounded > 0 && s.Indicator.Shape == indicator.Survey && f.Difference != nil { // else it says what they would tell
			return "The number of respondents is not given."
		}
		return ""
	case judge.Higher, judge.Lower:
		return "The difference is statistically significant" + yearsAlike(s, f) + "."
	case judge.NotTestable:
		return "It cannot be tested" + phrasesOf(s.Indicator).notTestable(w, s.Indicator, f) + "."
	case judge.Rounded:
		return "Whether the difference is significant " + string(f.Verdict) + "."
	case judge.TooFew:
		if f.Lot != nil {
			return "" // what a lot would give says more
		}
		return "There are too few to judge."
	}
	return "There is no significant difference" + againstInterval(s.Indicator, f) + fitting(w, s.Indicator, f) + "."
}

// yearsAlike names the years up to a figure's where all that have figures are as
// significant, on the same side, and asked the same. They are named, for a page may show
// fewer.
func yearsAlike(s *indicator.Series, f *indicator.Figure) string {
	first, n := f.Year, model.Year(0)
	for i := len(s.Figures) - 1; i >= 0; i-- {
		other := &s.Figures[i]
		if other.State != model.Reported || other.Year > f.Year {
			continue
		}
		if other.Verdict != f.Verdict {
			return ""
		}
		n++
		if first = other.Year; other.Reworded != nil {
			break
		}
	}
	span := f.Year - first + 1
	switch {
	case n < 2:
		return ""
	case n < span:
		return fmt.Sprintf(" in each year with figures from %s to %s", first, f.Year)
	case n == 2:
		return fmt.Sprintf(" in both %s and %s", first, f.Year)
	}
	return fmt.Sprintf(" in each year from %s to %s", first, f.Year)
}

// againstInterval says why a difference is not significant whose interval alone would
// make it so. It is "" for any other.
func againstInterval(ind *indicator.Indicator, f *indicator.Figure) string {
	none := 0.0
	if ind.Shape.Of(ind).Ratio() {
		none = 1
	}
	head := f.Headline(ind)
	if head == nil || ind.Shape.Census() || !head.Excludes(none) {
		return ""
	}
	test := "the test"
	if t := f.Test; t != nil && t.Method == stats.TestPearsonAndMidP && t.P < 1-head.Interval.Level {
		test = "the test for small numbers"
	}
	return fmt.Sprintf(": the confidence interval leaves out %.0f, but %s finds none", none, test)
}

// fitting says what a comparison that found nothing significant leaves open. It is "" for
// any other, and where the interval says otherwise than the test.
func fitting(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	head := f.Headline(ind)
	if f.Verdict != judge.NoClear || ind.Shape.Census() || head == nil || head.Interval == nil || againstInterval(ind, f) != "" {
		return ""
	}
	if ind.Shape.Of(ind).Gap() {
		lower := strings.Replace(gapRange(w, head), " ", " percentage points ", 1)
		return fmt.Sprintf(": gaps from %s among %s %s fit these answers", lower, w.Labels.Label(ind.Compare), ind.People)
	}
	from := "from "
	if head.Interval.NoUpper {
		from = "of "
	}
	return ": ratios " + from + w.RatioInterval(head) + " fit these counts"
}

// headlineInterval is the interval of a figure's headline, behind it: "" where the doubt
// says it.
func headlineInterval(w Voice, ind *indicator.Indicator, f *indicator.Figure, text string) string {
	if fitting(w, ind, f) != "" {
		return ""
	}
	return bracketed(f.Headline(ind), text)
}

// stepSentence says what the last reported year was, and whether the step from it is
// significant.
func stepSentence(w Voice, s *indicator.Series, f *indicator.Figure) string {
	c, ok := s.Step(f.Year)
	from := s.Figure(c.From)
	if !ok || from == nil || c.Reworded || c.Value == nil || c.Value.Interval == nil && c.Verdict != judge.Rounded {
		return ""
	}
	return phrasesOf(s.Indicator).step(w, s, from, f, c)
}

// sampled says of a step of what is not a census whether it is significant; was says what
// was in the year before, as a clause.
func sampled(w Voice, s *indicator.Series, f *indicator.Figure, c indicator.Change, was string) string {
	was = fmt.Sprintf("In %s %s", c.From, was)
	switch {
	case c.Verdict == judge.Rounded:
		return was + "."
	case c.Verdict.Unjudged() && f.Verdict.Unjudged():
		return "" // which is said
	case c.Verdict.Unjudged():
		return was + ": too few to judge the change."
	case c.Verdict.Clear():
		return was + ": a significant " + stepWord(s, c) + "."
	}
	return was + ": no significant change."
}

func changeInterval(w Voice, c indicator.Change) string {
	if c.Of == indicator.RatioOfRatios {
		return w.RatioInterval(c.Value)
	}
	return w.PointsInterval(c.Value)
}

// Listed joins words as a sentence does: "a, b and c".
func Listed(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// IndicatorNumbers names the indicators of the catalogue: "1 to 9".
func IndicatorNumbers() string {
	var ids []string
	for _, ind := range indicator.Catalogue() {
		ids = append(ids, ind.ID)
	}
	return Listed(indicator.Runs(ids))
}

// VerdictWords writes the verdict on a figure: which group is more likely, or that
// nothing can be said. It is "" where there is no verdict.
func (w Voice) VerdictWords(ind *indicator.Indicator, f *indicator.Figure) string {
	switch {
	case f.Verdict == judge.Rounded:
		return roundedShort
	case !f.Verdict.Clear():
		return string(f.Verdict)
	}
	return phrasesOf(ind).verdict(w, ind, f.Verdict)
}

// Doubt says how sure a figure is: its verdict or those on its bands, what these
// numbers could have found, and whether the step to it is clear. It is "" where nothing
// can be said.
func (w Voice) Doubt(s *indicator.Series, f *indicator.Figure) string {
	return DoubtTogether(w, s, f, indicator.Looks{})
}

// DoubtTogether is Doubt, and says whether the verdict stays with all headlines of the
// year taken together.
func DoubtTogether(w Voice, s *indicator.Series, f *indicator.Figure, l indicator.Looks) string {
	if f == nil || f.State != model.Reported {
		return ""
	}
	verdict := verdictSentence(w, s, f)
	if stays := together(f, l); stays != "" && f.Verdict.Clear() {
		verdict = strings.TrimSuffix(verdict, ".") + ", and still is " + stays + "."
	}
	return sentences(verdict, bandsDoubt(w, f, anyCategory), lotSentence(w, f), stepSentence(w, s, f))
}

// WhyOpen says why a comparison is not significant, or cannot be told; "" of any other.
func WhyOpen(w Voice, s *indicator.Series, f *indicator.Figure) string {
	switch {
	case f.Verdict.Clear() && f.LeastResponse == 0:
		return ""
	case f.Lot != nil:
		return chanceSentence(w, f)
	}
	return verdictSentence(w, s, f)
}

// together is behind what stays significant with all headlines of a year taken together.
func together(f *indicator.Figure, l indicator.Looks) string {
	if !f.StaysClear || l.Headlines < 2 {
		return ""
	}
	return atOnce(l)
}

// atOnce says that a verdict was made stricter, as one of several.
func atOnce(l indicator.Looks) string {
	return fmt.Sprintf("when allowance is made for testing %d indicators at once", l.Headlines)
}

// Looks says how many comparisons the findings of a year rest on, and how many would be
// significant by chance; "" where there was none.
func Looks(w Voice, r *indicator.Results, y model.Year) string {
	l := r.Looks(y)
	if l.Made == 0 {
		return ""
	}
	chance := "fewer than 1"
	if l.ByChance >= 1 {
		chance = fmt.Sprintf("about %.0f", l.ByChance)
	}
	in100 := strconv.FormatFloat(math.Round((1-w.Level)*1e4)/100, 'f', -1, 64)
	if l.Made == 1 {
		return fmt.Sprintf("1 comparison was made for these findings. If the groups did not differ at all, chance alone would make it significant %s times in 100.", in100)
	}
	s := fmt.Sprintf("%s were made for these findings. If no groups differed at all, chance alone would still make %s in 100 such comparisons significant: here %s.",
		Count(l.Made, "comparison"), in100, chance)
	if l.Headlines < 2 {
		return s
	}
	stay := "no difference is"
	if n := len(l.StayClear); n > 0 {
		stay = Count(n, "difference") + plural(n, " is", " are")
	}
	return fmt.Sprintf("%s %s, %s still significant.", s, Capital(atOnce(l)), stay)
}
