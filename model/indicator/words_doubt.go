package indicator

import (
	"fmt"
	"math"
	"strings"

	"wres/model"
	"wres/model/stats"
)

// RatioInterval writes the interval of a ratio, "1.85 to 3.28"; "" where there is
// none.
func (w Words) RatioInterval(e *stats.Estimate) string { return rangeText(e, ratioApart) }

// PercentInterval writes the interval of a share, "9.2% to 20.1%".
func (w Words) PercentInterval(e *stats.Estimate) string { return rangeText(e, w.Percent) }

// PointsInterval writes the interval of a difference of shares in points, "−3.4 to
// +1.6".
func (w Words) PointsInterval(e *stats.Estimate) string {
	return rangeText(e, func(v float64) string { return apart(v*100, max(w.Decimals, 1), true, 0) })
}

// HeadlineInterval writes the interval of the value by which a figure is known, in
// its unit and as short as a column needs; "" where there is none.
func (w Words) HeadlineInterval(ind *Indicator, f *Figure) string {
	e := f.Headline(ind)
	switch ind.Kind {
	case Bands:
		return rangeText(e, func(v float64) string { return strings.TrimSuffix(w.Percent(v), "%") })
	case Likelihood:
		return w.RatioInterval(e)
	}
	return rangeText(e, func(v float64) string { return apart(v*100, max(w.Decimals, 1), false, 0) })
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
func (w Words) bracketed(e *stats.Estimate, text string) string {
	if text == "" {
		return ""
	}
	return " (" + IntervalName(e.Interval.Level) + " " + text + ")"
}

// VerdictWords writes the verdict on a figure: which group is more likely, or that
// nothing can be said. It is "" where there is no verdict.
func (w Words) VerdictWords(ind *Indicator, f *Figure) string {
	if !f.Verdict.Clear() {
		return string(f.Verdict)
	}
	higher := f.Verdict == Higher
	switch ind.Kind {
	case Likelihood:
		g := ind.Reference
		if higher {
			g = ind.Compare
		}
		return w.Labels.Short(g) + " more likely"
	case Board:
		return "clearly " + string(f.Verdict) + " than the workforce"
	}
	return w.Labels.Short(ind.Compare) + " clearly " + string(f.Verdict)
}

// InWords says in a few words what a figure and the step to it come to, for a
// table: "White more likely; rise not clear".
func (w Words) InWords(s *Series, f *Figure) string {
	if f == nil || f.State != model.Reported {
		return ""
	}
	var parts []string
	if v := w.VerdictWords(s.Indicator, f); v != "" {
		parts = append(parts, v)
	}
	if s.Indicator.Kind == Bands {
		if n := differing(f.Bands); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, plural(n, "band differs", "bands differ")))
		}
	}
	if f.LeastResponse > 0 && f.LeastResponse <= everybody {
		parts = append(parts, fmt.Sprintf("clear if %d%% or more answered", f.LeastResponse))
	}
	if c, ok := s.step(f.Year); ok && c.Value != nil && c.Value.Interval != nil && !c.Reworded {
		parts = append(parts, w.stepWord(s, c)+" "+clearWord(c.Clear))
	}
	return strings.Join(parts, "; ")
}

func clearWord(clear bool) string {
	if clear {
		return "clear"
	}
	return "not clear"
}

func differing(rows []BandRow) int {
	n := 0
	for _, row := range rows {
		if row.Verdict.Clear() {
			n++
		}
	}
	return n
}

// step gives the change to a year by which an indicator is known.
func (s *Series) step(y model.Year) (Change, bool) {
	for _, c := range s.ChangesTo(y) {
		if s.Indicator.Kind != Survey || c.Group == "gap" {
			return c, true
		}
	}
	return Change{}, false
}

// stepWord names a change: of a ratio or share a rise or fall, of a gap its
// narrowing or widening.
func (w Words) stepWord(s *Series, c Change) string {
	if text := w.Change(c); text == "× "+RatioText(1) || text == w.Points(0) {
		return "change" // what prints as none is neither
	}
	if c.Of == RatioOfRatios {
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

func headline(s *Series, y model.Year) *stats.Estimate {
	if f := s.Figure(y); f != nil {
		return f.Headline(s.Indicator)
	}
	return nil
}

// Doubt says how sure a figure is: its verdict, what these numbers could have
// found, and whether the step to it is clear. It is "" where nothing can be said.
func (w Words) Doubt(s *Series, f *Figure) string {
	if f == nil || f.State != model.Reported {
		return ""
	}
	clauses := []string{w.verdictSentence(s.Indicator, f)}
	if s.Indicator.Kind == Bands {
		clauses = []string{w.bandsDoubt(f), w.trendSentence(f), noted(f)}
	}
	step := w.stepSentence(s, f)
	if strings.HasPrefix(step, everyYearClear) { // which says that this one is
		clauses = nil
	}
	return strings.Join(nonEmpty(append(clauses, step)), " ")
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

func (w Words) verdictSentence(ind *Indicator, f *Figure) string {
	switch {
	case f.LeastResponse > everybody:
		return "There is no clear difference: not even if all staff had answered would it be clear."
	case f.LeastResponse > 0:
		return fmt.Sprintf("The extract does not say how many answered; the gap would be clear if %d%% or more of the staff of both groups did.", f.LeastResponse)
	}
	switch f.Verdict {
	case NoVerdict:
		return ""
	case Higher, Lower:
		return "The difference is clear."
	case NotTestable:
		return "It is not testable: " + w.notTestableWhy(ind, f) + "."
	case TooFew:
		return "There are too few to judge" + w.detectable(f) + "."
	}
	return "There is no clear difference" + againstInterval(ind, f) + w.detectable(f) + "."
}

// againstInterval says why a difference is not clear whose interval alone would make
// it so. It is "" for any other.
func againstInterval(ind *Indicator, f *Figure) string {
	none := 0.0
	if ind.Kind == Likelihood {
		none = 1
	}
	head := f.Headline(ind)
	if head == nil || !excludes(head, none) {
		return ""
	}
	test := "the test"
	if t := f.Test; t != nil && t.Method == stats.TestPearsonAndMidP && t.P < 1-head.Interval.Level {
		test = "the test for small numbers"
	}
	return fmt.Sprintf(": the interval leaves out %.0f, but %s finds none", none, test)
}

// notTestableWhy says of a comparison without a test who all had in common.
func (w Words) notTestableWhy(ind *Indicator, f *Figure) string {
	rate := f.Groups[ind.Reference].Rate
	if row := f.BoardRow(WholeBoard); row != nil {
		rate = row.Share
	}
	everybody := rate != nil && rate.Value > 0
	switch {
	case ind.Kind == Board && everybody:
		return "all staff and board members are " + w.Labels.Label(model.BME)
	case ind.Kind == Board:
		return "no staff or board members are " + w.Labels.Label(model.BME)
	case ind.Kind == Survey && everybody:
		return "everybody who answered gave the answer"
	case ind.Kind == Survey:
		return "nobody who answered gave the answer"
	case everybody:
		return "everybody counted had the event"
	}
	return "nobody counted had the event"
}

// detectable says what a comparison without a clear result could have found.
func (w Words) detectable(f *Figure) string {
	if f.Detectable == nil {
		return ""
	}
	return "; these numbers could only have detected a ratio of " + ratioApart(*f.Detectable) + " or more"
}

// everyYearClear says that the difference of each reported year is clear.
const everyYearClear = "Every year is clear on its own"

// stepSentence says whether the step from the last reported year is clear, and
// whether the years are.
func (w Words) stepSentence(s *Series, f *Figure) string {
	c, ok := s.step(f.Year)
	if !ok || c.Reworded || c.Value == nil || c.Value.Interval == nil {
		return ""
	}
	step := fmt.Sprintf("%s since %s", w.stepWord(s, c), c.From)
	size := w.Change(c) + ", " + w.changeInterval(c)
	switch {
	case c.Clear:
		return fmt.Sprintf("The %s (%s) is clear.", step, size)
	case s.allClear(f.Year):
		return fmt.Sprintf("%s; the %s is not (%s).", everyYearClear, step, size)
	}
	return fmt.Sprintf("The %s is not clear (%s).", step, size)
}

func (w Words) changeInterval(c Change) string {
	if c.Of == RatioOfRatios {
		return w.RatioInterval(c.Value)
	}
	return w.PointsInterval(c.Value)
}

// allClear reports whether each reported year up to y has a clear difference.
func (s *Series) allClear(y model.Year) bool {
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

// bandsDoubt names the bands that differ from the rest of their staff category.
func (w Words) bandsDoubt(f *Figure) string {
	var higher, lower []string
	tested := false
	for _, row := range f.Bands {
		tested = tested || row.Verdict != NoVerdict
		name := bandName(row.Band)
		if row.Category != model.AnyCategory {
			name += " (" + row.Category.String() + ")"
		}
		switch row.Verdict {
		case Higher:
			higher = append(higher, name)
		case Lower:
			lower = append(lower, name)
		}
	}
	label := w.Labels.Label(model.BME)
	switch {
	case !tested:
		return ""
	case len(higher)+len(lower) == 0:
		return fmt.Sprintf("No band's share of %s staff differs clearly from the rest of its staff category.", label)
	}
	var parts []string
	if len(lower) > 0 {
		parts = append(parts, "lower in "+listed(lower))
	}
	if len(higher) > 0 {
		parts = append(parts, "higher in "+listed(higher))
	}
	return fmt.Sprintf("Against the rest of the staff category the share of %s staff is clearly %s.", label, strings.Join(parts, " and "))
}

// noted says what the extract notes of the bands.
func noted(f *Figure) string {
	if f.Note == "" || len(f.Bands) == 0 {
		return ""
	}
	return "The bands are noted as " + f.Note + "."
}

// Senior says what the bands 8c and above come to in a staff category.
func (w Words) Senior(row *BandRow, f *Figure) string {
	s := fmt.Sprintf("In bands 8c and above %s of %s staff %s %s, %s%s", Thousands(*row.Counts[model.BME]), Thousands(row.Total),
		is(*row.Counts[model.BME]), w.Labels.Label(model.BME), w.Percent(row.Share.Value), w.bracketed(row.Share, w.PercentInterval(row.Share)))
	if all := f.Groups[model.BME].Rate; all != nil {
		s += ", against " + w.Percent(all.Value) + " of all staff"
	}
	return s + "."
}

// bandName names a band in a sentence: "band 8a", "VSM".
func bandName(b model.Band) string {
	if s := b.String(); s[0] >= '0' && s[0] <= '9' {
		return "band " + s
	}
	return b.String()
}

// listed joins words: "a, b and c".
func listed(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// FourFifthsSentence says where the ratio lies beside the four-fifths range, and
// whether its interval lies there too: two facts, and no verdict.
func (w Words) FourFifthsSentence(f *Figure) string {
	where := f.FourFifths()
	if where == "" {
		return ""
	}
	s := fmt.Sprintf("%s is %s the four-fifths range of %s to %s", apart(f.Ratio.Value, 2, false, FourFifthsLower, FourFifthsUpper), where, RatioText(FourFifthsLower), RatioText(FourFifthsUpper))
	i := f.Ratio.Interval
	if i == nil {
		return s + "."
	}
	var whole bool
	switch where {
	case "below":
		whole = !i.NoUpper && i.Upper < FourFifthsLower
	case "above":
		whole = i.Lower > FourFifthsUpper
	default:
		whole = i.Lower >= FourFifthsLower && !i.NoUpper && i.Upper <= FourFifthsUpper
	}
	if whole {
		return s + ", and so is its whole interval."
	}
	return s + "; its interval is not all there."
}

// ParitySentence says what would have made an event as likely in both groups.
func (w Words) ParitySentence(ind *Indicator, f *Figure) string {
	if f.Parity == nil || ind.Gain == "" {
		return ""
	}
	return fmt.Sprintf("Both groups would have been as likely with %s more %s %s, or with %s of the %s ones going to them.",
		Thousands(f.Parity.Extra), w.Labels.Label(ind.Reference), plural(f.Parity.Extra, ind.Gain, ind.Gains), Thousands(f.Parity.Moved), w.Labels.Label(ind.Compare))
}

// Findings says what each reported indicator shows in a year and how sure it is, in
// the order of the indicators, clear differences first.
func (w Words) Findings(r *Results, y model.Year) []string {
	var clear, rest []string
	for i := range r.Series {
		s := &r.Series[i]
		f := s.Figure(y)
		if f == nil || f.State != model.Reported || f.Headline(s.Indicator) == nil && !f.bothRates(s.Indicator) {
			continue
		}
		finding := strings.Join(nonEmpty([]string{w.Sentence(s.Indicator, f), w.Doubt(s, f)}), " ")
		if f.Verdict.Clear() || differing(f.Bands) > 0 {
			clear = append(clear, finding)
		} else {
			rest = append(rest, finding)
		}
	}
	return append(clear, rest...)
}
