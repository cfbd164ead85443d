package indicator

import (
	"fmt"
	"math"
	"strings"

	"wres/model"
)

// Words writes figures as sentences, under one organisation's settings. Screens,
// summaries and reports use the same sentences.
type Words struct {
	Labels   model.Labels
	Decimals int
	Level    float64 // of intervals, 0 to 1
}

// WordsFor gives the words under some settings.
func WordsFor(s model.Settings) Words {
	return Words{Labels: s.Labels, Decimals: s.Decimals, Level: s.Level}
}

// Percent writes a share with the decimals of the settings, and one below 1%
// with two digits that count: 23 of 21,589 is 0.11%, and 12 of 66,586 is not 0.
func (w Words) Percent(share float64) string {
	decimals := w.Decimals
	if share > 0 && share < 0.01 {
		decimals = max(decimals, min(1-int(math.Floor(math.Log10(share*100))), 6))
	}
	return Percent(share, decimals)
}

// Points writes a difference of shares as signed percentage points. One decimal
// is the least, because a gap of 0.4 points is not one of 0.
func (w Words) Points(difference float64) string {
	return PointsText(difference, max(w.Decimals, 1))
}

// Headline writes the one value by which a figure is known, in its unit, or the
// state of the figure in words.
func (w Words) Headline(ind *Indicator, f *Figure) string {
	if f.State != model.Reported {
		return f.State.Words()
	}
	v := f.Headline(ind)
	if v == nil {
		return "n/a"
	}
	switch ind.Kind {
	case Bands:
		return w.Percent(v.Value)
	case Likelihood:
		return RatioText(v.Value)
	}
	return PointsNumber(v.Value, max(w.Decimals, 1))
}

// Direction names the group that stands on top of an indicator's ratio, or how
// its difference is taken: "White ÷ ED".
func (w Words) Direction(ind *Indicator) string {
	switch ind.Kind {
	case Likelihood:
		return w.Labels.Short(ind.Compare) + " ÷ " + w.Labels.Short(ind.Reference)
	case Survey:
		return w.Labels.Short(model.BME) + " − " + w.Labels.Short(model.White)
	}
	return ""
}

// Sentence says what a figure shows, with its counts and its interval; Doubt says
// what may be made of it. A figure without a value is said in words, with its
// reason.
func (w Words) Sentence(ind *Indicator, f *Figure) string {
	if f.State != model.Reported {
		return w.absent(f)
	}
	switch ind.Kind {
	case Bands:
		return w.bandsSentence(f)
	case Likelihood:
		return w.likelihoodSentence(ind, f)
	case Survey:
		return w.surveySentence(ind, f)
	}
	return w.boardSentence(f)
}

func (w Words) absent(f *Figure) string {
	s := fmt.Sprintf("The figures for %s were %s", f.Year, f.State.Words())
	if f.Reason != "" {
		return s + ": " + endSentence(f.Reason)
	}
	return s + "."
}

// endSentence sees that a reason, written by people, ends as a sentence does.
func endSentence(s string) string {
	switch s[len(s)-1] {
	case '.', '!', '?':
		return s
	}
	return s + "."
}

func (w Words) bandsSentence(f *Figure) string {
	g := f.Groups[model.BME]
	if g.Rate == nil || g.Events == nil {
		return "The " + w.Labels.Label(model.BME) + " share of the workforce is n/a."
	}
	s := fmt.Sprintf("%s of %s staff %s %s, %s%s", Thousands(*g.Events), Thousands(*g.AtRisk), is(*g.Events), w.Labels.Label(model.BME),
		w.Percent(g.Rate.Value), w.bracketed(g.Rate, w.PercentInterval(g.Rate)))
	if u := f.Groups[model.Unknown]; u.Events != nil {
		s += fmt.Sprintf("; the ethnicity of %s (%s) is not known", Thousands(*u.Events), w.Percent(u.Rate.Value))
	}
	return s + "."
}

// Declared says of how many staff the ethnicity is known, and of those of whom it is
// not how many were asked: "97.9% of 1,863 staff (1,823); 12 not stated, 28 not
// recorded". It is "" where the source does not count staff of unknown ethnicity.
func (w Words) Declared(f *Figure) string {
	share, known, all, ok := f.Declared()
	if !ok || f.Groups[model.Unknown].Events == nil {
		return ""
	}
	s := fmt.Sprintf("%s of %s staff (%s)", w.Percent(share), Thousands(all), Thousands(known))
	if f.NotStated != nil {
		s += fmt.Sprintf("; %s not stated, %s not recorded", Thousands(*f.NotStated), Thousands(*f.Unrecorded))
	}
	return s
}

// is gives the verb for a number of people.
func is(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func (w Words) likelihoodSentence(ind *Indicator, f *Figure) string {
	top, bottom := f.Groups[ind.Compare], f.Groups[ind.Reference]
	undefined := fmt.Sprintf("The ratio of %s to %s %s is n/a", w.Labels.Label(ind.Compare), w.Labels.Label(ind.Reference), ind.People)
	if !f.bothRates(ind) {
		return undefined + "."
	}
	counts := fmt.Sprintf("%s of %s (%s) against %s of %s (%s).",
		Thousands(*top.Events), Thousands(*top.AtRisk), w.Percent(top.Rate.Value),
		Thousands(*bottom.Events), Thousands(*bottom.AtRisk), w.Percent(bottom.Rate.Value))
	if f.Ratio == nil { // a ratio to nought
		return undefined + ": " + counts
	}
	return fmt.Sprintf("%s %s were %s times as likely to %s as %s ones%s: %s",
		w.Labels.Sentence(ind.Compare), ind.People, RatioText(f.Ratio.Value), ind.Event, w.Labels.Label(ind.Reference),
		w.bracketed(f.Ratio, w.RatioInterval(f.Ratio)), counts)
}

// bothRates reports whether a likelihood has the rates of both groups, also where a
// ratio of them is undefined.
func (f *Figure) bothRates(ind *Indicator) bool {
	return ind.Kind == Likelihood && f.Groups[ind.Compare].Rate != nil && f.Groups[ind.Reference].Rate != nil
}

func (w Words) surveySentence(ind *Indicator, f *Figure) string {
	white, bme := f.Groups[model.White], f.Groups[model.BME]
	switch {
	case white.Rate == nil && bme.Rate == nil:
		return "Neither group's share is given."
	case white.Rate == nil:
		return fmt.Sprintf("%s of %s staff %s.", w.Percent(bme.Rate.Value), w.Labels.Label(model.BME), ind.Finding)
	case bme.Rate == nil:
		return fmt.Sprintf("%s of %s staff %s.", w.Percent(white.Rate.Value), w.Labels.Label(model.White), ind.Finding)
	}
	return fmt.Sprintf("%s of %s staff and %s of %s staff %s: a gap of %s%s.",
		w.Percent(bme.Rate.Value), w.Labels.Label(model.BME), w.Percent(white.Rate.Value), w.Labels.Label(model.White),
		ind.Finding, w.Points(f.Difference.Value), w.bracketed(f.Difference, w.PointsInterval(f.Difference)))
}

func (w Words) boardSentence(f *Figure) string {
	row := f.BoardRow(WholeBoard)
	switch {
	case row == nil || row.Total == nil:
		return "The " + w.Labels.Label(model.BME) + " share of the board is n/a."
	case row.Share == nil:
		return "The board has no members."
	}
	members := *row.Counts[model.BME]
	s := fmt.Sprintf("%s of %s board members %s %s, %s", Thousands(members), Thousands(*row.Total),
		is(members), w.Labels.Label(model.BME), w.Percent(row.Share.Value))
	if row.Difference == nil {
		return s + "."
	}
	return fmt.Sprintf("%s, against %s of the workforce: %s%s.", s, w.Percent(row.Workforce.Value), w.Points(row.Difference.Value),
		w.bracketed(row.Difference, w.PointsInterval(row.Difference)))
}

// Change writes a change in its unit ("+1.2 points", "× 1.30"), or "n/a". Where
// the question was reworded there is no change to speak of, and it says so.
func (w Words) Change(c Change) string {
	if c.Reworded {
		return "reworded"
	}
	if c.Value == nil {
		return "n/a"
	}
	if c.Of == RatioOfRatios {
		return "× " + RatioText(c.Value.Value)
	}
	return w.Points(c.Value.Value)
}

// MeasuresHeadline reports whether a benchmark measures what an indicator is
// known by, so that it may stand beside it without a word: for indicators 5 to 8
// the BME share, for the board its difference or its BME share.
func (ind *Indicator) MeasuresHeadline(b model.Benchmark) bool {
	bmeShare := b.Measure == model.Share && b.HasGroup && b.Group == model.BME && b.Band == model.AnyBand
	switch ind.Kind {
	case Likelihood:
		return b.Measure == model.Ratio
	case Board:
		return b.Measure == model.Difference || bmeShare
	}
	return bmeShare
}

// BenchmarkValue writes a benchmark's value in its unit.
func (w Words) BenchmarkValue(b model.Benchmark) string {
	switch b.Measure {
	case model.Ratio:
		return RatioText(b.Value)
	case model.Difference:
		return w.Points(b.Value)
	}
	return w.Percent(b.Value)
}

// BenchmarkOf names whom a benchmark is of, where that could be taken for
// another: the group and the band. It is "" for a ratio, and for the BME share
// that indicator 1 is about.
func (w Words) BenchmarkOf(ind *Indicator, b model.Benchmark) string {
	var of []string
	if b.HasGroup && (ind.Kind != Bands || b.Group != model.BME) {
		of = append(of, w.Labels.Short(b.Group))
	}
	if b.Band != model.AnyBand {
		of = append(of, "band "+b.Band.String())
	}
	if ind.Kind == Board && b.Measure == model.Share {
		of = append(of, "on boards")
	}
	return strings.Join(of, " ")
}
