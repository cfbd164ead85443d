package words

import (
	"fmt"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
	"wres/model/stats"
)

// survey is what is said of answers to the staff survey.
type survey struct{}

func (survey) name(_ Voice, ind *indicator.Indicator) string { return ind.Short }

func (s survey) unit(w Voice, ind *indicator.Indicator) string {
	return s.direction(w, ind) + ", points"
}

func (s survey) legend(w Voice, ind *indicator.Indicator) string {
	return s.taken(w, ind)
}

func (s survey) taken(w Voice, ind *indicator.Indicator) string {
	return s.direction(w, ind) + ", percentage points"
}

func (survey) direction(w Voice, _ *indicator.Indicator) string {
	return w.Labels.Short(model.BME) + " − " + w.Labels.Short(model.White)
}

func (survey) sentence(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	white, bme := f.Groups[model.White], f.Groups[model.BME]
	share := func(g model.Group) string {
		return w.Percent(f.Groups[g].Rate.Value) + " of " + w.Labels.Label(g) + " " + ind.People
	}
	alone := func(g, other model.Group) string {
		return fmt.Sprintf("%s %s. There is no share of %s %s to compare it with.", share(g), ind.Happened, w.Labels.Label(other), ind.People)
	}
	switch {
	case white.Rate == nil && bme.Rate == nil:
		return "There is no share of either group."
	case white.Rate == nil:
		return alone(model.BME, model.White)
	case bme.Rate == nil:
		return alone(model.White, model.BME)
	}
	return fmt.Sprintf("%s and %s %s: %s%s.", share(model.BME), share(model.White), ind.Happened, gapText(w, ind, bme.Rate.Value, white.Rate.Value),
		headlineInterval(w, ind, f, gapRange(w, f.Difference)))
}

// gapText says a gap with the side that it is on: "a gap of 4.9 percentage points, lower
// among BME respondents".
func gapText(w Voice, ind *indicator.Indicator, bme, white float64) string {
	if bme == white {
		return "no gap"
	}
	points, below := Distance(w, bme-white)
	return fmt.Sprintf("a gap of %s%s, %s among %s %s", points, BeforeRounding(w, bme, white), side(below), w.Labels.Label(ind.Compare), ind.People)
}

func side(below bool) string {
	if below {
		return "lower"
	}
	return "higher"
}

// gapRange writes an interval of a gap without signs, each end with its side where they
// differ: "1.2 to 8.6", "3.4 lower to 1.6 higher".
func gapRange(w Voice, e *stats.Estimate) string {
	if e == nil || e.Interval == nil {
		return ""
	}
	lower, upper := e.Interval.Lower, e.Interval.Upper
	switch {
	case lower >= 0:
		return pointsSize(w, lower) + " to " + pointsSize(w, upper)
	case upper <= 0:
		return pointsSize(w, upper) + " to " + pointsSize(w, lower)
	}
	return pointsSize(w, lower) + " lower to " + pointsSize(w, upper) + " higher"
}

func (survey) verdict(w Voice, ind *indicator.Indicator, v judge.Verdict) string {
	return string(v) + " among " + w.Labels.Short(ind.Compare) + " " + ind.People
}

func (survey) notTestable(_ Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	if rate := f.Groups[ind.Reference].Rate; rate != nil && rate.Value > 0 {
		return ": all respondents gave this answer"
	}
	return ": no respondents gave this answer"
}

func (survey) step(w Voice, s *indicator.Series, from, to *indicator.Figure, c indicator.Change) string {
	then := from.Difference.Value
	points, _ := Distance(w, then)
	was := "the gap was " + points
	switch {
	case then == 0:
		was = "there was no gap"
	case then*to.Difference.Value < 0:
		was += " the other way"
	}
	return sampled(w, s, to, c, was)
}

func (survey) formula(_ Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	return fmt.Sprintf("gap = %s − %s = %s", digits(f.Groups[model.BME].Rate.Value), digits(f.Groups[model.White].Rate.Value), digits(f.Difference.Value))
}

func (survey) counts(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	white, bme := f.Groups[model.White].AtRisk, f.Groups[model.BME].AtRisk
	switch {
	case white == nil && bme == nil:
		return "no numbers of respondents"
	case white == nil:
		return "no number of " + w.Labels.Short(model.White) + " respondents"
	case bme == nil:
		return "no number of " + w.Labels.Short(model.BME) + " respondents"
	}
	return fmt.Sprintf("of %s and %s respondents", Thousands(*white), Thousands(*bme))
}

func (survey) baseline(w Voice, _ *indicator.Indicator, f *indicator.Figure) string {
	share := func(g model.Group) string { return w.Labels.Label(g) + " " + w.ShareText(f.Groups[g]) }
	return share(model.BME) + ", " + share(model.White)
}

func (survey) when(y model.Year) string {
	return fmt.Sprintf("the staff survey of autumn %d, which the year to %s reports", y.Survey(), y.Snapshot())
}

func (survey) caveat() string {
	return "Those who responded speak for those who did not only if they are alike. A gap does not say what causes it."
}

// SurveyYear names a year with the calendar year in which its survey was answered: "2024
// (survey of 2023)".
func SurveyYear(y model.Year) string { return fmt.Sprintf("%s (survey of %d)", y, y.Survey()) }
