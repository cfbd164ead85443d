package disclosure

import (
	"cmp"

	"wres/model"
	"wres/model/disclosure/sums"
)

// Rule says what has to be hidden, and how the rest is shown.
type Rule struct {
	Small             int  // the greatest count that is small, from 1: the threshold t
	UniformRow        int  // a row of fewer people, all of one group, does not show its split
	SurveyRespondents int  // a survey share of fewer respondents is hidden
	UnknownTotals     bool // hide small numbers of staff of unknown ethnicity in a staff category and in the workforce too
	Board             bool // protect the counts of the board
	Base              int  // what is shown is rounded to the nearest multiple of this; 0: it is as it was counted
	Budget            int  // the steps that a question about what can be worked out may take
}

// budget is enough for every question of ten thousand organisations tried.
const budget = 20_000

// RuleOf gives the rule that the settings make. Rounded, a small number of staff of unknown
// ethnicity could be shown as none: there it is hidden anywhere.
func RuleOf(s model.Settings) Rule {
	d := s.Disclosure
	return Rule{
		Small: cmp.Or(d.SmallCount, s.Thresholds.SmallCount) - 1, UniformRow: d.UniformRow, SurveyRespondents: d.SurveyRespondents,
		UnknownTotals: d.UnknownTotals || d.Base > 0, Board: !d.ShowBoard, Base: d.Base, Budget: budget,
	}
}

// settings gives the settings under which a view stands that the rule made.
func (r Rule) settings(s model.Settings) model.Settings {
	s.Thresholds.SmallCount, s.Disclosure.UnknownTotals, s.Rounded = r.Small+1, r.UnknownTotals, r.Base
	return s
}

func (r Rule) small(n int) bool { return n >= 1 && n <= r.Small }

// values is how many values of a small count any reader must be left: of counts that are
// not rounded all of them.
func (r Rule) values() int {
	if r.Base > 0 {
		return min(2, r.Small)
	}
	return r.Small
}

// rounds reports whether a number is rounded where it is shown. Nought is not, and the
// counts of a board whose members are named are no secret.
func (r Rule) rounds(n *number) bool {
	return r.Base > 0 && n.value > 0 && (r.Board || !n.in(boardRows))
}

// round gives the multiple of the base that is nearest to a count, of two the higher.
func (r Rule) round(n int) int { return (n + r.Base/2) / r.Base * r.Base }

// printed gives a number as it is printed; nil where it is hidden.
func (r Rule) printed(n *number) *int {
	value := n.value
	switch {
	case n.hidden:
		return nil
	case r.rounds(n):
		value = r.round(value)
	}
	return &value
}

// behind gives the counts that can stand behind a number that is shown.
func (r Rule) behind(n *number) sums.Range {
	if !r.rounds(n) {
		return sums.Exactly(n.value)
	}
	printed := r.round(n.value)
	return sums.Range{Low: max(printed-r.Base/2, r.Small+1), High: printed + (r.Base-1)/2}
}
