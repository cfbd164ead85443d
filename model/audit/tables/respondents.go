package tables

import (
	"cmp"
	"slices"

	"wres/model"
	"wres/model/audit/finding"
	"wres/model/audit/measure"
	"wres/model/audit/respondents"
	"wres/model/indicator"
)

// leastQuestions is of how many questions the percentages are needed.
const leastQuestions = 3

// respondents works out how many people of each group and year can have answered the survey,
// where that is not printed and the number of staff is.
func (r *reader) respondents() []finding.Respondents {
	type of struct {
		year  model.Year
		group string
	}
	asked := map[of][]*cell{}
	printed := map[of]bool{}
	for _, c := range r.cells {
		if c.ind.Shape != indicator.Survey || c.key.Part != "" || c.key.Group == all {
			continue
		}
		at := of{c.key.Year, c.key.Group}
		printed[at] = printed[at] || c.role == aCount && c.low <= c.high
		if c.role == aRate && r.best(c.key) == c && !c.spent && c.percentage() {
			asked[at] = append(asked[at], c)
		}
	}
	var out []finding.Respondents
	for at, cells := range asked {
		most := r.staff(at.year, at.group)
		if printed[at] || most == 0 || len(cells) < leastQuestions {
			continue
		}
		out = append(out, windows(at.year, at.group, cells, most))
	}
	slices.SortFunc(out, func(a, b finding.Respondents) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Group, b.Group))
	})
	return out
}

// staff gives the most staff of a group that are printed of a year, or of the one before, in
// which the survey was: of white staff, all who are not BME.
func (r *reader) staff(y model.Year, group string) int {
	most := int64(0)
	for _, year := range []model.Year{y - 1, y} {
		k := documentKey{Year: year, Indicator: indicator.WorkforceID, Figure: measure.Headcount, Group: group}
		n, ok := r.counts[k]
		if !ok && group == white {
			some := k
			k.Group, some.Group = all, bme
			if r.counts[k] > r.counts[some] {
				n = r.counts[k] - r.counts[some]
			}
		}
		most = max(most, n)
	}
	return int(min(most, respondents.MostPeople+1))
}

// mostWindows are listed.
const mostWindows = 12

func windows(y model.Year, group string, cells []*cell, most int) finding.Respondents {
	out := finding.Respondents{Year: y, Group: group}
	var of []respondents.Percentage
	for _, c := range cells {
		digits, _ := scaled(c.readings[0].Value, max(0, c.readings[0].Decimals))
		of = append(of, respondents.Percentage{Digits: digits, Decimals: c.readings[0].Decimals})
	}
	if most > respondents.MostPeople {
		out.Open = true
		return out
	}
	all := respondents.Windows(of, most)
	if out.Open = respondents.Open(all); out.Open {
		return out
	}
	for _, w := range all[:min(mostWindows, len(all))] {
		window := finding.Window{Width: w.Width()}
		for i, answers := range w.Answers {
			for _, a := range answers {
				window.Counts = append(window.Counts, finding.Answers{Indicator: cells[i].key.Indicator, N: a.N, Of: a.Of})
			}
		}
		out.Windows = append(out.Windows, window)
	}
	return out
}
