package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// survey is a share of each group's answers to a question of the staff survey.
type survey struct{}

func (survey) String() string { return "survey" }

// Headline is the gap, BME minus White.
func (survey) Headline(f *Figure) *stats.Estimate { return f.Difference }

func (survey) Of(*Indicator) Comparison { return BMEMinusWhite }

func (survey) Sides(_ *Indicator, f *Figure) []Side {
	bme, white := f.Groups[model.BME], f.Groups[model.White]
	return []Side{{AtRisk: bme.AtRisk, Share: bme.Rate}, {AtRisk: white.AtRisk, Share: white.Rate}}
}

func (survey) Values(_ *Indicator, f *Figure) []Value {
	return append(groupValues(f), Value{Measure: "difference", Group: "bme - white", Value: f.Difference, HiddenValue: f.HiddenRatio()})
}

func (survey) Grouped() bool { return true }

func (survey) Beside() []model.Group { return []model.Group{model.BME, model.White} }

func (survey) Census() bool { return false }

func (survey) Measures(b model.Benchmark) bool { return bmeShare(b) }

func (survey) amongWorkforce(*Indicator, *model.Return) bool { return false }

func (survey) changes(c *computation, _ *Indicator, from, to *Figure) []Change {
	return []Change{c.rateChange(from, to, model.BME), c.rateChange(from, to, model.White), c.gapChange(from, to, from.Difference, to.Difference)}
}

// figure reads the published shares of each group. Where an extract gives
// categories in place of the group, they are pooled by their respondents.
func (survey) figure(c *computation, ind *Indicator, ret *model.Return) Figure {
	var f Figure
	lack := c.lack(ind, ret)
	for _, g := range model.Groups() {
		f.Groups[g] = c.surveyGroup(&f, ind, ret, g, lack)
		if f.Groups[g] != (GroupFigure{}) {
			f.State = model.Reported
		}
	}
	if f.State != model.Reported {
		f.Warnings = nil // nothing is given, which the state says
		return f
	}
	for g := range f.Groups {
		if n, ok := respondents(f.Groups[g]); ok {
			i, err := stats.Wilson(n, c.settings.Level)
			withInterval(f.Groups[g].Rate, i, err)
		}
	}
	white, bme := f.Groups[model.White].Rate, f.Groups[model.BME].Rate
	if white != nil && bme != nil {
		f.Difference = &stats.Estimate{Value: bme.Value - white.Value}
		if lack.Any() {
			return f
		}
		c.judgeSurvey(&f)
		if f.Groups[model.White].AtRisk == nil || f.Groups[model.BME].AtRisk == nil {
			c.judgeWithoutRespondents(&f, ret)
		}
	}
	return f
}

// surveyGroup is a group's share: as it is given, else pooled from its categories, of which
// none may be missing.
func (c *choices) surveyGroup(f *Figure, ind *Indicator, ret *model.Return, g model.Group, lack model.Refusals) GroupFigure {
	if a, ok := ret.Survey[model.SurveyKey{Indicator: ind.ID, Ethnicity: model.GroupEthnicity(g)}]; ok {
		return c.surveyAnswer(f, g, a)
	}
	if lack.Groups[g] {
		f.warn(Warning{Kind: GroupRefused, Group: g})
		return GroupFigure{}
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
			f.warn(Warning{Kind: CannotPool, Group: g, What: e.String()})
			return GroupFigure{}
		}
		share += a.Share * float64(a.Respondents)
		respondents += a.Respondents
		categories++
	}
	if categories == 0 {
		if _, lacks := lack.Missing(func(x model.Gap) bool { return x.Group == g }); lacks {
			f.warn(Warning{Kind: GroupRefused, Group: g})
		} else if g != model.Unknown {
			f.warn(Warning{Kind: NoShareOfGroup, Group: g})
		}
		return GroupFigure{}
	}
	f.warn(Warning{Kind: CategoriesPooled, Group: g, N: categories})
	return c.surveyAnswer(f, g, model.SurveyAnswer{Share: share / float64(respondents), Respondents: respondents})
}

// surveyAnswer leaves Events empty: a share that was published rounded does not
// give back the number of people behind it. Of few respondents there is no share.
func (c *choices) surveyAnswer(f *Figure, g model.Group, a model.SurveyAnswer) GroupFigure {
	if a.Respondents == 0 {
		return GroupFigure{Rate: &stats.Estimate{Value: a.Share}}
	}
	out := GroupFigure{AtRisk: &a.Respondents}
	if fewest := c.settings.Disclosure.SurveyRespondents; a.Respondents < fewest {
		f.warn(Warning{Kind: FewRespondents, Group: g, N: a.Respondents, Of: fewest})
		return out
	}
	out.Rate = &stats.Estimate{Value: a.Share}
	return out
}

// flagRewording warns in each figure whose question was reworded since the last
// figure before it, because the two are not the same measure.
func (c *computation) flagRewording(s *Series) {
	var last model.Year
	for i := range s.Figures {
		f := &s.Figures[i]
		if f.State != model.Reported {
			continue
		}
		for _, r := range c.settings.Reworded {
			if r.Indicator == s.Indicator.ID && last != 0 && last.Survey() < r.Survey && r.Survey <= f.Year.Survey() {
				f.Reworded = &Rewording{Since: last, What: r.What}
				f.warn(Warning{Kind: QuestionReworded, Year: last, What: r.What})
			}
		}
		last = f.Year
	}
}
