package disclosure

import "wres/model"

// Rule says what has to be hidden.
type Rule struct {
	Small             int  // the greatest count that is small, from 1: the threshold t
	UniformRow        int  // a row of fewer people, all of one group, does not show its split
	SurveyRespondents int  // a survey share of fewer respondents is hidden
	UnknownTotals     bool // hide small numbers of staff of unknown ethnicity in a staff category and in the workforce too
	Board             bool // protect the counts of the board
	Budget            int  // the steps that a question about what can be worked out may take
}

// budget is enough for every question of ten thousand organisations tried.
const budget = 20_000

// RuleOf gives the rule that the settings make.
func RuleOf(s model.Settings) Rule {
	d := s.Disclosure
	return Rule{
		Small: s.Thresholds.SmallCount - 1, UniformRow: d.UniformRow, SurveyRespondents: d.SurveyRespondents,
		UnknownTotals: d.UnknownTotals, Board: !d.ShowBoard, Budget: budget,
	}
}

func (r Rule) small(n int) bool { return n >= 1 && n <= r.Small }
