package words

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
	"wres/model/words/methods"
)

// Step is one part of how a figure came about: what it is, and its sentences.
type Step struct {
	Label string
	Lines []string
}

// Trace says how a figure came about, from its counts to its verdict: formula with
// the numbers in it, method and reference. The files and rows that the counts
// were read from are the reader's to add. A figure that is not reported has its
// reason only.
func Trace(w Voice, s *indicator.Series, f *indicator.Figure) []Step {
	if f.State != model.Reported {
		return []Step{{"Figure", []string{w.Sentence(s.Indicator, f)}}}
	}
	steps := []Step{
		{"Figure", nonEmpty([]string{w.Sentence(s.Indicator, f), w.Doubt(s, f)})},
		{"Counts", countLines(w, s.Indicator, f)},
		{"Formula", formula(w, s.Indicator, f)},
	}
	for _, e := range intervalsOf(s.Indicator, f) {
		step := methodStep("Interval", e.Interval.Method)
		if s.Indicator.Shape.Census() && e == f.Headline(s.Indicator) { // which stands nowhere else
			step.Lines = append([]string{censusInterval(w, s.Indicator, e)}, step.Lines...)
		}
		steps = append(steps, step)
	}
	if f.Test != nil {
		test := methodStep("Test", f.Test.Method)
		test.Lines = append([]string{testLine(f.Test)}, test.Lines...)
		steps = append(steps, test)
	}
	if differingTested(f.Bands) {
		steps = append(steps, methodStep("Bands", "rest"), methodStep("Bands, all together", "holm"))
	}
	if len(f.Trends) > 0 {
		trend := methodStep("Trend over bands", "trend")
		trend.Lines = append(trendLines(f), trend.Lines...)
		steps = append(steps, trend)
	}
	steps = append(steps, Step{"Verdict", verdictLines(w, s.Indicator, f)}, Step{"Change", changeLines(w, s, f)},
		Step{"Unknown ethnicity", unknownLines(w, f)}, Step{"Read it as", []string{caveat(w, s.Indicator)}})
	var kept []Step
	for _, step := range steps {
		if len(step.Lines) > 0 {
			kept = append(kept, step)
		}
	}
	return kept
}

// countLines lists the counts behind a figure.
func countLines(w Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	lines := []string{"Counted: " + ind.Numerator + ".", "Out of: " + ind.Denominator + "."}
	for _, g := range model.Groups() {
		gf := f.Groups[g]
		if gf.Rate == nil && gf.Events == nil && !gf.HiddenRate() {
			continue
		}
		if gf.HiddenRate() {
			lines = append(lines, w.Labels.Sentence(g)+": "+OfText(gf)+".")
			continue
		}
		lines = append(lines, w.Labels.Sentence(g)+": "+groupText(w, gf)+".")
	}
	for _, row := range f.Board {
		if row.Hidden.Any() {
			lines = append(lines, fmt.Sprintf("Board, %s: %s.", row.Part, PartText(&row)))
		}
		if row.Share != nil {
			lines = append(lines, fmt.Sprintf("Board, %s: %s of %s, %s.", row.Part, Thousands(*row.Counts[model.BME]), Thousands(*row.Total),
				shareText(w, row.Share)))
		}
	}
	return append(lines, nonEmpty([]string{Rounding(w), MadeOfRounded(w)})...)
}

func groupText(w Voice, g indicator.GroupFigure) string {
	switch {
	case g.Rate == nil && g.Events != nil:
		return Thousands(*g.Events) + ", of how many is not given"
	case g.Events != nil:
		return fmt.Sprintf("%s of %s, %s", Thousands(*g.Events), Thousands(*g.AtRisk), shareText(w, g.Rate))
	case g.AtRisk != nil:
		return fmt.Sprintf("%s of %s respondents", shareText(w, g.Rate), Thousands(*g.AtRisk))
	}
	return w.Percent(g.Rate.Value) + ", of how many respondents is not given"
}

func shareText(w Voice, e *stats.Estimate) string {
	return w.Percent(e.Value) + bracketed(e, w.PercentInterval(e))
}

// digits writes a number with the digits that a check by hand needs.
func digits(v float64) string {
	s := strconv.FormatFloat(v, 'f', 5, 64)
	if strings.HasPrefix(s, "-") {
		return Minus + s[1:]
	}
	return s
}

// intervalsOf gives the estimates of a figure that are shown with an interval, one
// a method.
func intervalsOf(ind *indicator.Indicator, f *indicator.Figure) []*stats.Estimate {
	candidates := []*stats.Estimate{f.Headline(ind), f.Groups[model.BME].Rate}
	if row := f.BoardRow(indicator.WholeBoard); row != nil {
		candidates = append(candidates, row.Share)
	}
	var all []*stats.Estimate
	seen := map[string]bool{}
	for _, e := range candidates {
		if e != nil && e.Interval != nil && !seen[e.Interval.Method] {
			seen[e.Interval.Method] = true
			all = append(all, e)
		}
	}
	return all
}

// censusInterval gives the interval of a headline that is shown without one.
func censusInterval(w Voice, ind *indicator.Indicator, e *stats.Estimate) string {
	text := w.PercentInterval(e)
	if ind.Shape.Of(ind).Gap() {
		text = w.PointsInterval(e)
	}
	return Capital(IntervalName(e.Interval.Level)) + ": " + text + "."
}

// methodStep explains a method of the table.
func methodStep(label, id string) Step {
	m, ok := methods.Named(id)
	if !ok {
		return Step{label, []string{id}}
	}
	return Step{label, []string{m.Name + ", for " + m.For + ".", m.Formula + ".", m.Why, "Source: " + m.Source + "."}}
}

func testLine(t *stats.Test) string {
	return fmt.Sprintf("Pearson's test %s; mid-P %s; Fisher's exact test %s.", PText(t.P), PText(t.MidP), PText(t.FisherP))
}

// PText writes a p value: three digits that count, and below one in ten thousand
// only that.
func PText(p float64) string {
	if p < 0.0001 {
		return "p < 0.0001"
	}
	return "p = " + strconv.FormatFloat(p, 'g', 3, 64)
}

// trendLines give the tests of the trend over bands. Of bands that are noted as something
// else than the organisation's own a p value would say too much.
func trendLines(f *indicator.Figure) []string {
	if f.Note != "" {
		return nil
	}
	var lines []string
	for _, t := range f.Trends {
		of := categorised(f, t.Category)
		if of == "" {
			of = "all staff"
		}
		lines = append(lines, Capital(of)+": "+PText(t.P)+".")
	}
	return lines
}

func differingTested(rows []indicator.BandRow) bool {
	for _, row := range rows {
		if row.P != nil {
			return true
		}
	}
	return false
}

func verdictLines(w Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	var lines []string
	switch f.Verdict {
	case judge.NoVerdict:
	case judge.Rounded:
		lines = append(lines, verdictSentence(w, nil, f)) // which says no more of any
	default:
		lines = append(lines, fmt.Sprintf("%s, by these rules: a difference is significant where the test finds it at the level in use, and where a count that would be expected, "+
			"were both alike, is below %d the mid-P test too; where it is below the fewest events of the settings and the two do not find it, there are too few to judge.",
			Capital(Significance(f.Verdict)), stats.LeastExpected))
	}
	if l := f.Lot; l != nil {
		lines = append(lines, fmt.Sprintf("Drawn by lot from the workforce the board would have as few of the group with %s, as many with %s; mid-P %s.", PText(l.Lower), PText(l.Upper), PText(l.MidP)))
	}
	if f.HolmP != nil && f.Note == "" {
		lines = append(lines, fmt.Sprintf("With all headlines of the year taken together (Holm): %s.", PText(*f.HolmP)))
	}
	if f.Detectable != nil {
		power, _ := methods.Named("power")
		lines = append(lines, fmt.Sprintf("The smallest ratio that these numbers would find four times in five is %s. %s", ratioApart(*f.Detectable), power.Why))
	}
	return append(lines, nonEmpty([]string{FourFifthsSentence(f), w.ParitySentence(ind, f), w.AdjustedSentence(f)})...)
}

// Capital writes a text with a capital first.
func Capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

func changeLines(w Voice, s *indicator.Series, f *indicator.Figure) []string {
	c, ok := s.Step(f.Year)
	if !ok || c.Value == nil {
		return nil
	}
	if c.Reworded {
		return []string{"The question has changed since " + c.From.String() + ", so the two years cannot be compared."}
	}
	line := fmt.Sprintf("From %s to %s: %s, ", c.From, c.To, w.Change(s, c))
	if c.Of == indicator.RatioOfRatios {
		line += "a ratio of " + RatioText(c.Value.Value)
	} else {
		line += "a change of " + w.Points(c.Value.Value)
	}
	if c.Value.Interval == nil {
		return []string{line + ", without an interval."}
	}
	line += bracketed(c.Value, changeInterval(w, c))
	if c.P != nil {
		line += ", " + PText(*c.P)
	} else if c.Verdict.Unjudged() {
		line += ", too few to judge"
	}
	lines := append([]string{line + "."}, methodStep("", c.Value.Interval.Method).Lines...)
	if c.SamePeople {
		lines = append(lines, "Many of the same people are counted in both years, so this test is an indication only.")
	}
	return lines
}

func unknownLines(w Voice, f *indicator.Figure) []string {
	if w.Rounded > 0 {
		return nil // between what it lies they do not say
	}
	if u := f.Groups[model.Unknown].Events; f.Unknowns == nil && len(f.Bands) > 0 && u != nil && *u > 0 && f.Groups[model.BME].Rate != nil {
		n, of := *f.Groups[model.BME].Events, *f.Groups[model.BME].AtRisk
		return []string{fmt.Sprintf("If their ethnicity were known, the share of the whole would be somewhere between %s and %s.", w.Percent(float64(n)/float64(of)), w.Percent(float64(n+*u)/float64(of)))}
	}
	if f.Unknowns == nil {
		return nil
	}
	m, _ := methods.Named("bounds")
	return []string{
		fmt.Sprintf("If their ethnicity were known, the ratio would be somewhere between %s and %s.", RatioText(f.Unknowns.Lower), upperText(*f.Unknowns)),
		m.Formula + ". " + m.Why,
	}
}

// formula writes the headline's formula with its numbers in it.
func formula(w Voice, ind *indicator.Indicator, f *indicator.Figure) []string {
	if f.Headline(ind) == nil {
		return nil
	}
	return []string{phrasesOf(ind).formula(w, ind, f)}
}

func fraction(events, atRisk *int) string { return Thousands(*events) + " / " + Thousands(*atRisk) }

// caveat says what an interval of an indicator is about, where there could be one, and what
// its figures do not say.
func caveat(w Voice, ind *indicator.Indicator) string {
	if said := phrasesOf(ind).caveat(); w.Rounded == 0 || said != everybodyCounted {
		return said
	}
	return noCause
}

// everybodyCounted is the caveat of counts that are of everybody.
const everybodyCounted = "Everybody is counted, so an interval is the range of underlying rates that fit these counts, and not a matter of sampling. " + noCause

const noCause = "A difference does not say what causes it."
