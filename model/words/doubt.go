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

// PointsInterval writes the interval of a difference of shares in points, "−3.4 to
// +1.6".
func (w Voice) PointsInterval(e *stats.Estimate) string {
	return rangeText(e, func(v float64) string { return apart(v*100, max(w.Decimals, 1), true, 0) })
}

func rangeText(e *stats.Estimate, text func(float64) string) string {
	switch {
	case e == nil || e.Interval == nil:
		return ""
	case e.Interval.NoUpper:
		return text(e.Interval.Lower) + " or more"
	}
	return text(e.Interval.Lower) + " to " + text(e.Interval.Upper)
}

// IntervalName names an interval by its level, "95% interval".
func IntervalName(level float64) string {
	digits := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", level*100), "0"), ".")
	return digits + "% interval"
}

// bracketed puts the range of an estimate behind it.
func bracketed(w Voice, e *stats.Estimate, text string) string {
	if text == "" {
		return ""
	}
	return " (" + IntervalName(e.Interval.Level) + " " + text + ")"
}

// InWords says in a few words what a figure and the step to it come to, for a
// table: "White more likely; rise not clear".
func (w Voice) InWords(s *indicator.Series, f *indicator.Figure) string {
	if f == nil || f.State != model.Reported {
		return ""
	}
	var parts []string
	if lacks := Incomplete(f); lacks != "" {
		parts = append(parts, "incomplete: "+lacks)
	}
	if v := w.VerdictWords(s.Indicator, f); v != "" {
		parts = append(parts, v)
	}
	if n := differing(f.Bands); n > 0 {
		parts = append(parts, fmt.Sprintf("%d %s", n, plural(n, "band differs", "bands differ")))
	}
	if f.LeastResponse > 0 && f.LeastResponse <= indicator.Everybody {
		parts = append(parts, fmt.Sprintf("clear if %d%% or more answered", f.LeastResponse))
	}
	if c, ok := s.Step(f.Year); ok && c.Verdict != judge.NoVerdict && !c.Verdict.Unjudged() {
		parts = append(parts, stepInWords(w, s, c))
	}
	return strings.Join(parts, "; ")
}

// stepInWords says what a step comes to. That a census moved is a fact; what is open is
// whether it is a trend.
func stepInWords(w Voice, s *indicator.Series, c indicator.Change) string {
	switch census := s.Indicator.Shape.Census(); {
	case census && c.Verdict.Clear():
		return stepWord(w, s, c) + ", indicative"
	case c.Verdict == judge.CannotTell:
		return "trend cannot be told"
	case census:
		return "no clear trend"
	case c.Verdict.Clear():
		return stepWord(w, s, c) + " clear"
	}
	return stepWord(w, s, c) + " not clear"
}

func differing(rows []indicator.BandRow) int {
	n := 0
	for _, row := range rows {
		if row.Verdict.Clear() {
			n++
		}
	}
	return n
}

// stepWord names a change: of a ratio or share a rise or fall, of a gap its
// narrowing or widening.
func stepWord(w Voice, s *indicator.Series, c indicator.Change) string {
	if text := w.Change(c); text == "× "+RatioText(1) || text == w.Points(0) {
		return "change" // what prints as none is neither
	}
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

func nonEmpty(all []string) []string {
	var kept []string
	for _, s := range all {
		if s != "" {
			kept = append(kept, s)
		}
	}
	return kept
}

func verdictSentence(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	switch {
	case f.LeastResponse > indicator.Everybody:
		return "There is no clear difference: not even if all staff had answered would it be clear."
	case f.LeastResponse > 0:
		return fmt.Sprintf("The extract does not say how many answered; the gap would be clear if %d%% or more of the staff of both groups did.", f.LeastResponse)
	}
	switch f.Verdict {
	case judge.NoVerdict:
		return ""
	case judge.Higher, judge.Lower:
		return "The difference is clear."
	case judge.NotTestable:
		return "It is not testable: " + phrasesOf(ind).notTestable(w, ind, f) + "."
	case judge.TooFew:
		if f.Lot != nil {
			return "" // what a lot would give says more
		}
		return "There are too few to judge."
	}
	return "There is no clear difference" + againstInterval(ind, f) + fitting(w, ind, f) + "."
}

// againstInterval says why a difference is not clear whose interval alone would make
// it so. It is "" for any other.
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
	return fmt.Sprintf(": the interval leaves out %.0f, but %s finds none", none, test)
}

// fitting says what a comparison that found nothing clear leaves open. It is "" for any
// other, and where the interval says otherwise than the test.
func fitting(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	head := f.Headline(ind)
	if f.Verdict != judge.NoClear || ind.Shape.Census() || head == nil || head.Interval == nil || againstInterval(ind, f) != "" {
		return ""
	}
	from := "from "
	if head.Interval.NoUpper {
		from = "of "
	}
	if ind.Shape.Of(ind).Gap() {
		return ": gaps " + from + w.PointsInterval(head) + " points fit these answers"
	}
	return ": ratios " + from + w.RatioInterval(head) + " fit these counts"
}

// headlineInterval is the interval of a figure's headline, behind it: "" where the doubt
// says it.
func headlineInterval(w Voice, ind *indicator.Indicator, f *indicator.Figure, text string) string {
	if fitting(w, ind, f) != "" {
		return ""
	}
	return bracketed(w, f.Headline(ind), text)
}

// everyYearClear says that the difference of each reported year is clear.
const everyYearClear = "Every year is clear on its own"

// stepSentence says whether the step from the last reported year is clear.
func stepSentence(w Voice, s *indicator.Series, f *indicator.Figure) string {
	c, ok := s.Step(f.Year)
	from := s.Figure(c.From)
	if !ok || from == nil || c.Reworded || c.Value == nil || c.Value.Interval == nil {
		return ""
	}
	return phrasesOf(s.Indicator).step(w, s, from, f, c)
}

// sampled says of a step of what is not a census whether it is clear, and whether the
// years are.
func sampled(w Voice, s *indicator.Series, f *indicator.Figure, c indicator.Change) string {
	step := fmt.Sprintf("%s since %s", stepWord(w, s, c), c.From)
	size := w.Change(c) + ", " + changeInterval(w, c)
	switch {
	case c.Verdict.Unjudged() && f.Verdict.Unjudged():
		return "" // which is said
	case c.Verdict.Unjudged():
		return fmt.Sprintf("There are too few to judge the %s (%s).", step, w.Change(c))
	case c.Verdict.Clear():
		return fmt.Sprintf("The %s (%s) is clear.", step, size)
	case allClear(s, f.Year):
		return fmt.Sprintf("%s; the %s is not (%s).", everyYearClear, step, size)
	}
	return fmt.Sprintf("The %s is not clear (%s).", step, size)
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
	if !f.Verdict.Clear() {
		return string(f.Verdict)
	}
	return phrasesOf(ind).verdict(w, ind, f.Verdict)
}

// Doubt says how sure a figure is: its verdict or those on its bands, what these
// numbers could have found, and whether the step to it is clear. It is "" where nothing
// can be said.
func (w Voice) Doubt(s *indicator.Series, f *indicator.Figure) string {
	if f == nil || f.State != model.Reported {
		return ""
	}
	clauses := []string{verdictSentence(w, s.Indicator, f), bandsDoubt(w, f), trendSentence(w, f), noted(f), lotSentence(w, f)}
	step := stepSentence(w, s, f)
	if strings.HasPrefix(step, everyYearClear) { // which says that this one is
		clauses = nil
	}
	return strings.Join(nonEmpty(append(clauses, step)), " ")
}

// allClear reports whether each reported year up to y has a clear difference.
func allClear(s *indicator.Series, y model.Year) bool {
	n := 0
	for _, f := range s.Figures {
		if f.State == model.Reported && f.Year <= y {
			if !f.Verdict.Clear() {
				return false
			}
			n++
		}
	}
	return n > 1
}

// Findings says what each reported indicator shows in a year and how sure it is, in
// the order of the indicators, clear differences first.
func Findings(w Voice, r *indicator.Results, y model.Year) []string {
	var clear, rest []string
	looks := r.Looks(y)
	for i := range r.Series {
		s := &r.Series[i]
		f := s.Figure(y)
		if f == nil || f.State != model.Reported || f.Headline(s.Indicator) == nil && !(s.Indicator.Shape.Of(s.Indicator).Ratio() && bothRates(s.Indicator, f)) {
			continue
		}
		finding := strings.Join(nonEmpty([]string{w.Sentence(s.Indicator, f), w.Doubt(s, f), staysClear(f, looks)}), " ")
		if f.Verdict.Clear() || differing(f.Bands) > 0 {
			clear = append(clear, finding)
		} else {
			rest = append(rest, finding)
		}
	}
	return append(clear, rest...)
}

// staysClear marks a finding that stays clear with all headlines taken together.
func staysClear(f *indicator.Figure, l indicator.Looks) string {
	if !f.StaysClear || l.Headlines < 2 {
		return ""
	}
	what := "The difference stays"
	if !f.Verdict.Clear() {
		what = "That bands differ stays"
	}
	return fmt.Sprintf("%s clear with all %d headlines taken together.", what, l.Headlines)
}

// Looks says how many comparisons the findings of a year rest on, and how many would be
// clear by chance; "" where there was none.
func Looks(w Voice, r *indicator.Results, y model.Year) string {
	l := r.Looks(y)
	if l.Made == 0 {
		return ""
	}
	chance := "fewer than 1"
	if l.ByChance >= 1 {
		chance = fmt.Sprintf("about %.0f", l.ByChance)
	}
	s := fmt.Sprintf("These findings rest on %s. Were there no differences at all, %s of them would be clear by chance (%s in 100).",
		Count(l.Made, "comparison"), chance, strconv.FormatFloat(math.Round((1-w.Level)*1e4)/100, 'f', -1, 64))
	if l.Headlines < 2 {
		return s
	}
	stay := strconv.Itoa(len(l.StayClear))
	if len(l.StayClear) == 0 {
		stay = "none"
	}
	return fmt.Sprintf("%s With the %d headlines taken together %s %s clear.", s, l.Headlines, stay, plural(len(l.StayClear), "stays", "stay"))
}
