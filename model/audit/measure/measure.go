// Package measure says how printed figures hang together: which count people, and of which
// two counts a percentage is.
//
// Place in the flow: figures of a document go in; the keys of their counts, and the whole
// numbers that can stand behind a percentage, come out, for the packages that look for
// contradictions and for small counts.
package measure

import (
	"math/big"
	"strings"

	"wres/model/audit/document"
	"wres/model/indicator"
)

// The names of counts that no table of the catalogue holds.
const (
	Headcount   = "headcount"
	Respondents = "respondents"
	Answers     = "answers" // respondents who gave the answer that is asked for; never printed by this name
	Members     = "members"
)

// IsCount reports whether a figure of an indicator counts people.
func IsCount(ind *indicator.Indicator, figure string) bool {
	switch figure {
	case "":
		return false
	case ind.Counts.AtRisk, ind.Counts.Events:
		return true
	}
	return figure == Headcount && ind.Shape == indicator.Bands || figure == Respondents && ind.Shape == indicator.Survey || figure == Members && ind.Shape == indicator.Board
}

// ShareName names the percentage that a group's part of a count is.
func ShareName(count string) string {
	switch count {
	case Headcount:
		count = "workforce"
	case Members:
		count = "board"
	}
	return "percentage-of-" + count
}

// Share is what a percentage is a share of.
type Share struct {
	Of, Base document.Key // of counts; Figure names the count
	Events   bool         // Of counts those to whom something happened
	Rate     bool         // the base is the group's own people, and not all
}

// ShareOf says what a percentage is a share of; false where the figure is none.
func ShareOf(ind *indicator.Indicator, k document.Key) (s Share, is bool) {
	s = Share{Of: k, Base: k}
	s.Base.Group = "all"
	name, of := strings.CutPrefix(k.Figure, "percentage-of-")
	switch {
	case of && ind.Shape == indicator.Bands:
		s.Of.Figure, s.Base.Figure = Headcount, Headcount
	case of && ind.Shape == indicator.Board:
		s.Of.Figure, s.Base.Figure = Members, Members
	case of && name != "" && (name == ind.Counts.AtRisk || name == ind.Counts.Events):
		s.Of.Figure, s.Base.Figure, s.Events = name, name, name == ind.Counts.Events
	case (k.Figure == "likelihood" || k.Figure == "percentage") && ind.Shape == indicator.Likelihood:
		s.Of.Figure, s.Base.Figure, s.Base.Group, s.Events, s.Rate = ind.Counts.Events, ind.Counts.AtRisk, k.Group, true, true
	case k.Figure == "percentage" && ind.Shape == indicator.Survey:
		s.Of.Figure, s.Base.Figure, s.Base.Group, s.Events, s.Rate = Answers, Respondents, k.Group, true, true
	default:
		return Share{}, false
	}
	return s, true
}

// mostPeople keeps the products of Behind in 64 bits.
const mostPeople = 10_000_000

// digits gives a printed number as a whole number of its last decimal: 1786 of "17.86".
func digits(f *document.Figure) (q, unit int64, can bool) {
	if f.Number.Decimals > 6 {
		return 0, 0, false
	}
	unit = 1
	for range f.Number.Decimals {
		unit *= 10
	}
	r := new(big.Rat).Mul(f.Number.Value, new(big.Rat).SetInt64(unit))
	if !r.IsInt() || !r.Num().IsInt64() {
		return 0, 0, false
	}
	return r.Num().Int64(), unit, true
}

// Behind gives the least and the greatest count of so many people that prints as a
// percentage; none where least is above greatest. It answers false where the figure is too
// exact, or the people too many, to be worked with. Source: N. Brown and J. Heathers, The
// GRIM test (2017), with both ends closed.
func Behind(f *document.Figure, people int64) (least, greatest int64, can bool) {
	q, unit, can := digits(f)
	if !can || people > mostPeople || people < 0 || q < 0 || q > 100*unit {
		return 0, 0, false
	}
	low, high := (2*q-1)*people, (2*q+1)*people
	whole := 200 * unit
	return max(0, (low+whole-1)/whole), min(high/whole, people), true
}
