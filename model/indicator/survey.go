package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// surveyFigure reads the published shares of each group. Where an extract gives
// categories in place of the group, they are pooled by their respondents.
func surveyFigure(c *computation, ind *Indicator, ret *model.Return) Figure {
	var f Figure
	for _, g := range model.Groups() {
		f.Groups[g] = c.surveyGroup(&f, ind, ret, g)
		if f.Groups[g].Rate != nil {
			f.State = model.Reported
		}
	}
	if f.State != model.Reported {
		f.Warnings = nil // nothing is given, which the state says
		return f
	}
	white, bme := f.Groups[model.White].Rate, f.Groups[model.BME].Rate
	if white != nil && bme != nil {
		f.Difference = &stats.Estimate{Value: bme.Value - white.Value}
		c.judgeSurvey(&f)
		if f.Groups[model.White].AtRisk == nil || f.Groups[model.BME].AtRisk == nil {
			c.judgeWithoutRespondents(&f, ret)
		}
	}
	return f
}

func (c *computation) surveyGroup(f *Figure, ind *Indicator, ret *model.Return, g model.Group) GroupFigure {
	if a, ok := ret.Survey[model.SurveyKey{Indicator: ind.ID, Ethnicity: model.GroupEthnicity(g)}]; ok {
		return surveyAnswer(a)
	}
	var share float64
	respondents, categories := 0, 0
	for _, e := range model.Ethnicities() {
		a, ok := ret.Survey[model.SurveyKey{Indicator: ind.ID, Ethnicity: e}]
		if !ok || e.Group() != g {
			continue
		}
		if _, whole := ret.Survey[model.SurveyKey{Indicator: ind.ID, Ethnicity: e.Parent()}]; whole && e.Parent() != e {
			continue // it is in the answers of the group that it is a part of
		}
		if a.Respondents == 0 {
			f.warn("%s: n/a, because the extract gives %s without the number of respondents, so categories cannot be pooled",
				c.settings.Labels.Sentence(g), e)
			return GroupFigure{}
		}
		share += a.Share * float64(a.Respondents)
		respondents += a.Respondents
		categories++
	}
	if categories == 0 {
		if g != model.Unknown {
			f.warn("%s: n/a, because no row gives the group's share", c.settings.Labels.Sentence(g))
		}
		return GroupFigure{}
	}
	f.warn("%s: %d categories pooled by their respondents", c.settings.Labels.Sentence(g), categories)
	return surveyAnswer(model.SurveyAnswer{Share: share / float64(respondents), Respondents: respondents})
}

// surveyAnswer leaves Events empty: a share that was published rounded does not
// give back the number of people behind it.
func surveyAnswer(a model.SurveyAnswer) GroupFigure {
	g := GroupFigure{Rate: &stats.Estimate{Value: a.Share}}
	if a.Respondents > 0 {
		n := a.Respondents
		g.AtRisk = &n
	}
	return g
}

// flagRewording warns in each figure whose question was reworded since the last
// figure before it, because the two are not the same measure.
func (c *computation) flagRewording(s *Series) {
	if s.Indicator.Kind != Survey {
		return
	}
	var last model.Year
	for i := range s.Figures {
		f := &s.Figures[i]
		if f.State != model.Reported {
			continue
		}
		for _, r := range c.settings.Reworded {
			if r.Indicator == s.Indicator.ID && last != 0 && last.Survey() < r.Survey && r.Survey <= f.Year.Survey() {
				f.Reworded = &Rewording{Since: last, What: r.What}
				f.warn("not comparable with %s: %s", last, r.What)
			}
		}
		last = f.Year
	}
}
