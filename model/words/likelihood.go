package words

import (
	"fmt"
	"strings"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// likelihood is what is said of how likely an event is in two groups.
type likelihood struct{}

func (likelihood) name(_ Voice, ind *indicator.Indicator) string { return ind.Short }

func (l likelihood) unit(w Voice, ind *indicator.Indicator) string { return l.direction(w, ind) }

func (l likelihood) legend(w Voice, ind *indicator.Indicator) string { return l.direction(w, ind) }

func (l likelihood) taken(w Voice, ind *indicator.Indicator) string { return l.direction(w, ind) }

func (likelihood) direction(w Voice, ind *indicator.Indicator) string {
	return w.Labels.Short(ind.Compare) + " ÷ " + w.Labels.Short(ind.Reference)
}

// sentence says a ratio only where there is an event on each side of it.
func (likelihood) sentence(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	top, bottom := f.Groups[ind.Compare], f.Groups[ind.Reference]
	switch {
	case !bothRates(ind, f):
		return fmt.Sprintf("There is no ratio of %s to %s %s.", w.Labels.Label(ind.Compare), w.Labels.Label(ind.Reference), ind.People)
	case *top.Events == 0 || *bottom.Events == 0:
		without := ""
		if f.Ratio == nil {
			without = ", so there is no ratio"
		}
		return Capital(fmt.Sprintf("%s and %s %s%s.", countedOf(w, ind, ind.Compare, top), countedOf(w, ind, ind.Reference, bottom), ind.Happened, without))
	}
	return fmt.Sprintf("%s %s were %s times as likely to %s as %s %s%s: %s (%s) against %s (%s).",
		w.Labels.Sentence(ind.Compare), ind.People, RatioText(f.Ratio.Value), ind.Event, w.Labels.Label(ind.Reference), ind.People,
		headlineInterval(w, ind, f, w.RatioInterval(f.Ratio)),
		OfText(top), w.Percent(top.Rate.Value), OfText(bottom), w.Percent(bottom.Rate.Value))
}

// countedOf says to how many of a group it happened: "1 of 110 White staff (0.91%)", "no
// BME staff (0 of 14)".
func countedOf(w Voice, ind *indicator.Indicator, g model.Group, of indicator.GroupFigure) string {
	who := w.Labels.Label(g) + " " + ind.People
	if *of.Events == 0 {
		return "no " + who + " (" + OfText(of) + ")"
	}
	return OfText(of) + " " + who + " (" + w.Percent(of.Rate.Value) + ")"
}

// SaidByCounts reports whether a figure without a ratio can be said by its counts: it has
// the rates of both groups.
func SaidByCounts(ind *indicator.Indicator, f *indicator.Figure) bool {
	return ind.Shape.Of(ind).Ratio() && bothRates(ind, f)
}

func bothRates(ind *indicator.Indicator, f *indicator.Figure) bool {
	return f.Groups[ind.Compare].Rate != nil && f.Groups[ind.Reference].Rate != nil
}

func (likelihood) verdict(w Voice, ind *indicator.Indicator, v judge.Verdict) string {
	g := ind.Reference
	if v == judge.Higher {
		g = ind.Compare
	}
	return w.Labels.Short(g) + " " + ind.People + " more likely"
}

func (likelihood) notTestable(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	for _, g := range []model.Group{ind.Compare, ind.Reference} {
		if of := f.Groups[g]; of.AtRisk != nil && *of.AtRisk == 0 {
			return ": there are no " + w.Labels.Label(g) + " " + ind.People
		}
	}
	if rate := f.Groups[ind.Reference].Rate; rate != nil && rate.Value > 0 {
		return ": all " + ind.People + " of both groups " + ind.Happened
	}
	return ""
}

func (likelihood) step(w Voice, s *indicator.Series, from, to *indicator.Figure, c indicator.Change) string {
	return sampled(w, s, to, c, "the ratio was "+RatioText(from.Ratio.Value))
}

func (likelihood) formula(_ Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	top, bottom := f.Groups[ind.Compare], f.Groups[ind.Reference]
	return fmt.Sprintf("relative likelihood = (%s) / (%s) = %s / %s = %s", fraction(top.Events, top.AtRisk),
		fraction(bottom.Events, bottom.AtRisk), digits(top.Rate.Value), digits(bottom.Rate.Value), digits(f.Ratio.Value))
}

func (likelihood) counts(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	of := func(g model.Group) string { return w.Labels.Short(g) + " " + OfText(f.Groups[g]) }
	return of(ind.Compare) + ", " + of(ind.Reference)
}

func (likelihood) baseline(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	of := func(g model.Group) string { return w.Labels.Label(g) + " " + OfText(f.Groups[g]) }
	return of(ind.Compare) + ", " + of(ind.Reference)
}

func (likelihood) when(y model.Year) string { return y.Period() }

func (likelihood) caveat() string { return everybodyCounted }

// FourFifthsSentence says where the ratio lies beside the four-fifths range, and
// whether its interval lies there too: two facts, and no verdict. Of too few to judge it
// says nothing, for one case more would change it.
func FourFifthsSentence(f *indicator.Figure) string {
	where := f.FourFifths()
	if where == "" || f.Verdict.Unjudged() {
		return ""
	}
	value := apart(f.Ratio.Value, 2, indicator.FourFifthsLower, indicator.FourFifthsUpper)
	lies, across := "outside", "reaches into it"
	if where == "inside" {
		lies, across = "within", "reaches beyond it"
	}
	s := fmt.Sprintf("%s lies %s the range of %s to %s that national reports call non-adverse", value, lies, RatioText(indicator.FourFifthsLower), RatioText(indicator.FourFifthsUpper))
	i := f.Ratio.Interval
	if i == nil {
		return s + "."
	}
	var whole bool
	switch where {
	case "below":
		whole = !i.NoUpper && i.Upper < indicator.FourFifthsLower
	case "above":
		whole = i.Lower > indicator.FourFifthsUpper
	default:
		whole = i.Lower >= indicator.FourFifthsLower && !i.NoUpper && i.Upper <= indicator.FourFifthsUpper
	}
	if whole {
		return s + ", and so does its confidence interval."
	}
	return s + "; its confidence interval " + across + "."
}

// ParitySentence says what would have made an event as likely in both groups.
func (w Voice) ParitySentence(ind *indicator.Indicator, f *indicator.Figure) string {
	if f.Parity == nil || ind.Gain[0] == "" {
		return ""
	}
	of := func(g model.Group) string { return w.Labels.Label(g) + " " + ind.People }
	gains := func(n int) string { return plural(n, ind.Gain[0], ind.Gain[1]) }
	all := *f.Groups[ind.Compare].Events
	return fmt.Sprintf("At parity, %s of the %s %s of %s would have gone to %s (or there would have been %s more %s of %s).",
		Thousands(f.Parity.Moved), Thousands(all), gains(all), of(ind.Compare), of(ind.Reference),
		Thousands(f.Parity.Extra), gains(f.Parity.Extra), of(ind.Reference))
}

// AdjustedSentence says what the ratio is within pay bands.
func (w Voice) AdjustedSentence(f *indicator.Figure) string {
	a := f.Adjusted
	if a == nil {
		return ""
	}
	s := fmt.Sprintf("Within the %d pay bands that both groups applied for, the ratio is %s%s", a.Strata, RatioText(a.Ratio.Value),
		bracketed(&a.Ratio, w.RatioInterval(&a.Ratio)))
	if a.Alike != nil && *a.Alike < 1-w.Level {
		s += ", but it differs significantly between them"
	}
	return s + "."
}

// PartName names a part of a year's recruitment: "without International nurses",
// "external applicants".
func PartName(p *indicator.Part) string {
	switch {
	case p.Without:
		return "without " + p.Campaign
	case p.Campaign != "":
		return "only " + p.Campaign
	}
	return model.InternalWord(p.Internal) + " applicants"
}

// RatioOfPart writes the ratio of a part of a year's recruitment.
func RatioOfPart(p *indicator.Part) string {
	if p.Ratio == nil {
		return Absent(p.HiddenRatio())
	}
	return RatioText(p.Ratio.Value)
}

// Part says what a part of a year's recruitment shows: "Without International nurses:
// 1.62 (White 120 of 400, 30.0%; BME 40 of 215, 18.6%)."
func Part(w Voice, ind *indicator.Indicator, p *indicator.Part) string {
	name := Capital(PartName(p))
	value := Absent(p.HiddenRatio())
	if p.Ratio != nil {
		value = RatioText(p.Ratio.Value)
		if limits := w.RatioInterval(p.Ratio); limits != "" {
			value += ", " + IntervalName(w.Level) + " " + limits
		}
	}
	var of []string
	for _, g := range []model.Group{ind.Compare, ind.Reference} {
		if gf := p.Groups[g]; gf.Events != nil && gf.AtRisk != nil && gf.Rate != nil {
			of = append(of, fmt.Sprintf("%s %s of %s, %s", w.Labels.Label(g), Thousands(*gf.Events), Thousands(*gf.AtRisk), w.Percent(gf.Rate.Value)))
		}
	}
	if len(of) == 0 {
		return name + ": " + value + "."
	}
	s := name + ": " + value + " (" + strings.Join(of, "; ") + ")."
	if p.Verdict == judge.NoVerdict || p.Verdict == judge.Rounded || p.Verdict.Clear() {
		return s
	}
	return s + " " + Capital(Significance(p.Verdict)) + "."
}
