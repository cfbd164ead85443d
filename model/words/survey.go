package words

import (
	"fmt"

	"wres/model"
	"wres/model/indicator"
	"wres/model/judge"
)

// survey is what is said of answers to the staff survey.
type survey struct{}

func (survey) name(_ Voice, ind *indicator.Indicator) string { return ind.Short }

func (survey) unit(w Voice, _ *indicator.Indicator) string {
	return w.Labels.Short(model.White) + "│" + w.Labels.Short(model.BME) + " %"
}

func (s survey) legend(w Voice, ind *indicator.Indicator) string {
	return w.Labels.Short(model.White) + "│" + w.Labels.Short(model.BME) + " in %, their gap " + s.direction(w, ind)
}

func (s survey) taken(w Voice, ind *indicator.Indicator) string {
	return s.direction(w, ind) + ", in points"
}

func (survey) direction(w Voice, _ *indicator.Indicator) string {
	return w.Labels.Short(model.BME) + " − " + w.Labels.Short(model.White)
}

func (survey) sentence(w Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	white, bme := f.Groups[model.White], f.Groups[model.BME]
	switch {
	case white.Rate == nil && bme.Rate == nil:
		return "Neither group's share is given."
	case white.Rate == nil:
		return fmt.Sprintf("%s of %s staff %s.", w.Percent(bme.Rate.Value), w.Labels.Label(model.BME), ind.Happened)
	case bme.Rate == nil:
		return fmt.Sprintf("%s of %s staff %s.", w.Percent(white.Rate.Value), w.Labels.Label(model.White), ind.Happened)
	}
	return fmt.Sprintf("%s of %s staff and %s of %s staff %s: a gap of %s%s.",
		w.Percent(bme.Rate.Value), w.Labels.Label(model.BME), w.Percent(white.Rate.Value), w.Labels.Label(model.White),
		ind.Happened, w.Points(f.Difference.Value), headlineInterval(w, ind, f, w.PointsInterval(f.Difference)))
}

func (survey) verdict(w Voice, ind *indicator.Indicator, v judge.Verdict) string {
	return w.Labels.Short(ind.Compare) + " clearly " + string(v)
}

func (survey) notTestable(_ Voice, ind *indicator.Indicator, f *indicator.Figure) string {
	if rate := f.Groups[ind.Reference].Rate; rate != nil && rate.Value > 0 {
		return "everybody who answered gave the answer"
	}
	return "nobody who answered gave the answer"
}

func (survey) step(w Voice, s *indicator.Series, _, to *indicator.Figure, c indicator.Change) string {
	return sampled(w, s, to, c)
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
	return "Those who answered speak for those who did not only if they are alike. A gap is not yet a cause."
}
