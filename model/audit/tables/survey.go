package tables

import (
	"wres/model"
	"wres/model/audit/document"
	"wres/model/audit/finding"
	"wres/model/audit/measure"
	"wres/model/audit/respondents"
	"wres/model/indicator"
)

// mostWindows is how many windows are told.
const mostWindows = 10

// respondents works out how many people of each group probably answered the survey of each
// year, where at least two of its percentages are printed, and the staff of the group.
func (r *reader) respondents() {
	for _, y := range r.years() {
		for _, g := range []model.Group{model.White, model.BME} {
			if found, is := r.answered(y, g); is {
				r.result.Respondents = append(r.result.Respondents, found)
			}
		}
	}
}

// years lists the years of the columns, in order of appearance.
func (r *reader) years() (all []model.Year) {
	seen := map[model.Year]bool{}
	for _, c := range r.columns {
		if !seen[c.year] {
			seen[c.year] = true
			all = append(all, c.year)
		}
	}
	return all
}

func (r *reader) answered(y model.Year, g model.Group) (finding.Respondents, bool) {
	var percentages []respondents.Percentage
	var asked []string
	var any *printedColumn
	for _, ind := range indicator.Catalogue() {
		if ind.Shape != indicator.Survey {
			continue
		}
		for _, c := range r.columns {
			if c.ind != ind || c.year != y {
				continue
			}
			f := c.figure(c.key(shareFigures[ind.Shape], g.String(), ""))
			if f == nil || !percent(f) || c.wrong[f] || f.Number.Decimals == 0 {
				continue
			}
			if digits, _, can := measure.Digits(f); can {
				percentages, asked, any = append(percentages, respondents.Percentage{Digits: digits, Decimals: f.Number.Decimals}), append(asked, ind.ID), c
				break
			}
		}
	}
	if any == nil || len(percentages) < 2 {
		return finding.Respondents{}, false
	}
	staff := document.Key{Year: y, Indicator: indicator.WorkforceID, Figure: measure.Headcount, Group: g.String()}
	most, f := any.count(staff)
	if f == nil {
		staff.Group = "all"
		most, f = any.count(staff)
	}
	if f == nil || most <= 0 || most > respondents.MostPeople {
		return finding.Respondents{}, false
	}
	windows := respondents.Windows(percentages, int(most))
	found := finding.Respondents{Year: y, Group: g.String(), Open: respondents.Open(windows)}
	if found.Open {
		return found, true
	}
	for _, w := range windows[:min(len(windows), mostWindows)] {
		told := finding.Window{Width: w.Width()}
		for i, all := range w.Answers {
			if len(all) == 0 {
				continue
			}
			last := all[len(all)-1]
			told.Counts = append(told.Counts, finding.Answers{Indicator: asked[i], N: last.N, Of: last.Of})
		}
		found.Windows = append(found.Windows, told)
	}
	return found, true
}
