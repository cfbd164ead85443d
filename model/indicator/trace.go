package indicator

import (
	"fmt"
	"strconv"
	"strings"

	"wres/model"
	"wres/model/stats"
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
func (w Words) Trace(s *Series, f *Figure) []Step {
	if f.State != model.Reported {
		return []Step{{"Figure", []string{w.Sentence(s.Indicator, f)}}}
	}
	steps := []Step{
		{"Figure", nonEmpty([]string{w.Sentence(s.Indicator, f), w.Doubt(s, f)})},
		{"Counts", w.countLines(s.Indicator, f)},
		{"Formula", w.formula(s.Indicator, f)},
	}
	for _, e := range intervalsOf(s.Indicator, f) {
		steps = append(steps, methodStep("Interval", e.Interval.Method))
	}
	if f.Test != nil {
		test := methodStep("Test", f.Test.Method)
		test.Lines = append([]string{testLine(f.Test)}, test.Lines...)
		steps = append(steps, test)
	}
	if s.Indicator.Kind == Bands && differingTested(f.Bands) {
		steps = append(steps, methodStep("Bands", "rest"), methodStep("Bands, all together", "holm"))
	}
	steps = append(steps, Step{"Verdict", w.verdictLines(s.Indicator, f)}, Step{"Change", w.changeLines(s, f)},
		Step{"Unknown ethnicity", w.unknownLines(f)}, Step{"Read it as", []string{caveat(s.Indicator)}})
	var kept []Step
	for _, step := range steps {
		if len(step.Lines) > 0 {
			kept = append(kept, step)
		}
	}
	return kept
}

// countLines lists the counts behind a figure.
func (w Words) countLines(ind *Indicator, f *Figure) []string {
	lines := []string{"Counted: " + ind.Numerator + ".", "Out of: " + ind.Denominator + "."}
	for _, g := range model.Groups() {
		gf := f.Groups[g]
		if gf.Rate == nil && gf.Events == nil {
			continue
		}
		lines = append(lines, w.Labels.Sentence(g)+": "+w.groupText(gf)+".")
	}
	for _, row := range f.Board {
		if row.Share != nil {
			lines = append(lines, fmt.Sprintf("Board, %s: %s of %s, %s.", row.Part, Thousands(*row.Counts[model.BME]), Thousands(*row.Total),
				w.shareText(row.Share)))
		}
	}
	return lines
}

func (w Words) groupText(g GroupFigure) string {
	switch {
	case g.Rate == nil && g.Events != nil:
		return Thousands(*g.Events) + ", of a number that is not known"
	case g.Events != nil:
		return fmt.Sprintf("%s of %s, %s", Thousands(*g.Events), Thousands(*g.AtRisk), w.shareText(g.Rate))
	case g.AtRisk != nil:
		return fmt.Sprintf("%s of %s respondents", w.shareText(g.Rate), Thousands(*g.AtRisk))
	}
	return w.Percent(g.Rate.Value) + ", of a number of respondents that the extract does not give"
}

func (w Words) shareText(e *stats.Estimate) string {
	return w.Percent(e.Value) + w.bracketed(e, w.PercentInterval(e))
}

// formula writes the headline's formula with its numbers in it, unrounded counts
// first.
func (w Words) formula(ind *Indicator, f *Figure) []string {
	head := f.Headline(ind)
	if head == nil {
		return nil
	}
	fraction := func(events, atRisk *int) string { return Thousands(*events) + " / " + Thousands(*atRisk) }
	switch ind.Kind {
	case Bands:
		g := f.Groups[model.BME]
		return []string{fmt.Sprintf("share = %s = %s", fraction(g.Events, g.AtRisk), digits(head.Value))}
	case Likelihood:
		top, bottom := f.Groups[ind.Compare], f.Groups[ind.Reference]
		return []string{fmt.Sprintf("relative likelihood = (%s) / (%s) = %s / %s = %s", fraction(top.Events, top.AtRisk),
			fraction(bottom.Events, bottom.AtRisk), digits(top.Rate.Value), digits(bottom.Rate.Value), digits(head.Value))}
	case Survey:
		return []string{fmt.Sprintf("gap = %s − %s = %s", digits(f.Groups[model.BME].Rate.Value), digits(f.Groups[model.White].Rate.Value), digits(head.Value))}
	}
	row := f.BoardRow(WholeBoard)
	return []string{fmt.Sprintf("difference = %s − %s = %s − %s = %s", fraction(row.Counts[model.BME], row.Total), "workforce share",
		digits(row.Share.Value), digits(row.Workforce.Value), digits(head.Value))}
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
func intervalsOf(ind *Indicator, f *Figure) []*stats.Estimate {
	candidates := []*stats.Estimate{f.Headline(ind), f.Groups[model.BME].Rate}
	if row := f.BoardRow(WholeBoard); row != nil {
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

// methodStep explains a method of the table.
func methodStep(label, id string) Step {
	m, ok := MethodNamed(id)
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

func differingTested(rows []BandRow) bool {
	for _, row := range rows {
		if row.P != nil {
			return true
		}
	}
	return false
}

func (w Words) verdictLines(ind *Indicator, f *Figure) []string {
	var lines []string
	if f.Verdict != NoVerdict {
		lines = append(lines, fmt.Sprintf("%s, by these rules: nothing is said below the fewest events that the settings allow in either group; "+
			"a difference is clear where the test finds it at the level of the interval, and where an expected count is below %d the mid-P test too.",
			capital(string(f.Verdict)), stats.LeastExpected))
	}
	if f.Detectable != nil {
		power, _ := MethodNamed("power")
		lines = append(lines, fmt.Sprintf("Smallest ratio that these numbers would find four times in five: %s. %s", ratioApart(*f.Detectable), power.Why))
	}
	return append(lines, nonEmpty([]string{w.FourFifthsSentence(f), w.ParitySentence(ind, f), w.AdjustedSentence(f)})...)
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

func (w Words) changeLines(s *Series, f *Figure) []string {
	c, ok := s.step(f.Year)
	if !ok || c.Value == nil {
		return nil
	}
	if c.Reworded {
		return []string{"The question was reworded since " + c.From.String() + ", so there is no change to speak of."}
	}
	line := fmt.Sprintf("Since %s: %s", c.From, w.Change(c))
	if c.Value.Interval == nil {
		return []string{line + ", without an interval."}
	}
	line += w.bracketed(c.Value, w.changeInterval(c))
	if c.P != nil {
		line += ", " + PText(*c.P)
	}
	lines := append([]string{line + "."}, methodStep("", c.Value.Interval.Method).Lines...)
	if c.SamePeople {
		lines = append(lines, "Many of the same people are counted in both years, so this test is an indication only.")
	}
	return lines
}

func (w Words) unknownLines(f *Figure) []string {
	if f.Unknowns == nil {
		return nil
	}
	m, _ := MethodNamed("bounds")
	return []string{
		fmt.Sprintf("Whoever they are, the ratio lies between %s and %s.", RatioText(f.Unknowns.Lower), upperText(*f.Unknowns)),
		m.Formula + ". " + m.Why,
	}
}

// caveat says what an interval of such a figure is about.
func caveat(ind *Indicator) string {
	if ind.Kind == Survey {
		return "Those who answered speak for those who did not only if they are alike. A gap is not yet a cause."
	}
	return "Everybody is counted, so the interval is not about sampling: it is the range of what the same way of working could well have produced. A difference is not yet a cause."
}
