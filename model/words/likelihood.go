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

func (likelihood) sentence(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	top, bottom := f.Groups[ind.Compare], f.Groups[ind.Reference]
	without := fmt.Sprintf("The ratio of %s to %s %s is n/a", w.Labels.Label(ind.Compare), w.Labels.Label(ind.Reference), ind.People)
	if !bothRates(ind, f) {
		return without + "."
	}
	counts := fmt.Sprintf("%s of %s (%s) against %s of %s (%s).",
		Thousands(*top.Events), Thousands(*top.AtRisk), w.Percent(top.Rate.Value),
		Thousands(*bottom.Events), Thousands(*bottom.AtRisk), w.Percent(bottom.Rate.Value))
	if f.Ratio == nil { // a ratio to nought
		return without + ": " + counts
	}
	return fmt.Sprintf("%s %s were %s times as likely to %s as %s ones%s: %s",
		w.Labels.Sentence(ind.Compare), ind.People, RatioText(f.Ratio.Value), ind.Event, w.Labels.Label(ind.Reference),
		headlineInterval(w, ind, f, w.RatioInterval(f.Ratio)), counts)
}

// bothRates reports whether a figure has the rates of both groups, also where a
// ratio of them is undefined.
func bothRates(ind *indicator.Indicator, f *indicator.Figure) bool {
	return f.Groups[ind.Compare].Rate != nil && f.Groups[ind.Reference].Rate != nil
}

func (likelihood) verdict(w Voice, ind *indicator.Indicator, v judge.Verdict) string {
	g := ind.Reference
	if v == judge.Higher {
		g = ind.Compare
	}
	return w.Labels.Short(g) + " more likely"
}

func (likelihood) notTestable(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	for _, g := range []model.Group{ind.Compare, ind.Reference} {
		if of := f.Groups[g]; of.AtRisk != nil && *of.AtRisk == 0 {
			return "there are no " + w.Labels.Label(g) + " " + ind.People
		}
	}
	if rate := f.Groups[ind.Reference].Rate; rate != nil && rate.Value > 0 {
		return "everybody counted had the event"
	}
	return "nobody counted had the event"
}

func (likelihood) step(w Voice, s *indicator.Series, _, to *indicator.Figure, c indicator.Change) string {
	return sampled(w, s, to, c)
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
// whether its interval lies there too: two facts, and no verdict.
func FourFifthsSentence(f *indicator.Figure) string {
	where := f.FourFifths()
	if where == "" {
		return ""
	}
	s := fmt.Sprintf("%s is %s the four-fifths range of %s to %s", apart(f.Ratio.Value, 2, false, indicator.FourFifthsLower, indicator.FourFifthsUpper), where, RatioText(indicator.FourFifthsLower), RatioText(indicator.FourFifthsUpper))
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
		return s + ", and so is its whole interval."
	}
	return s + "; its interval is not all there."
}

// ParitySentence says what would have made an event as likely in both groups.
func (w Voice) ParitySentence(ind *indicator.Indicator, f *indicator.Figure) string {
	if f.Parity == nil || ind.Gain[0] == "" {
		return ""
	}
	return fmt.Sprintf("Both groups would have been as likely with %s more %s %s, or with %s of the %s ones going to them.",
		Thousands(f.Parity.Extra), w.Labels.Label(ind.Reference), plural(f.Parity.Extra, ind.Gain[0], ind.Gain[1]), Thousands(f.Parity.Moved), w.Labels.Label(ind.Compare))
}

// AdjustedSentence says what the ratio is within pay bands.
func (w Voice) AdjustedSentence(f *indicator.Figure) string {
	a := f.Adjusted
	if a == nil {
		return ""
	}
	s := fmt.Sprintf("Within the %d pay bands that both groups applied for the ratio is %s%s", a.Strata, RatioText(a.Ratio.Value),
		bracketed(w, &a.Ratio, w.RatioInterval(&a.Ratio)))
	if a.Alike != nil && *a.Alike < 1-w.Level {
		s += ", but it is not the same in all of them (" + PText(*a.Alike) + ")"
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

// Part says what a part of a year's recruitment shows: "Without International nurses:
// 1.62 (White 120 of 400, 30.0%; BME 40 of 215, 18.6%)."
func Part(w Voice, ind *indicator.Indicator, p *indicator.Part) string {
	name := capital(PartName(p))
	value := "n/a"
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
	if p.Verdict == judge.NoVerdict || p.Verdict.Clear() {
		return s
	}
	return s + " " + capital(string(p.Verdict)) + "."
}
