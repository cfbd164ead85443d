package disclosure

import (
	"slices"

	"wres/model"
	"wres/model/disclosure/sums"
	"wres/model/indicator"
)

// likelihood puts the events of an indicator on the sheet, and those at risk. Where these
// are the staff who are counted in the workforce too, they are the same numbers.
func (s filler) likelihood(ind *indicator.Indicator, f *indicator.Figure) {
	events, atRisk := table{kind: eventRow, of: ind.ID}, table{kind: atRiskRow, of: ind.ID}
	var happened, among cells
	var total [2]int
	whole := true
	for g := range f.Groups {
		of := &f.Groups[g]
		if of.AtRisk != nil {
			among[g] = s.among(ind, g, *of.AtRisk)
			total[1] += *of.AtRisk
			s.put(place{atRisk, 0, column(g)}, among[g], *of.AtRisk, func() { of.AtRisk, of.HiddenAtRisk = nil, true })
		}
		if of.Events != nil {
			happened[g] = []sums.Term{s.unknown(*of.Events)}
			total[0] += *of.Events
			s.put(place{events, 0, column(g)}, happened[g], *of.Events, func() { of.Events, of.HiddenEvents = nil, true })
		}
		whole = whole && of.Events != nil && of.AtRisk != nil
		if of.Events != nil && of.AtRisk != nil && *of.Events <= *of.AtRisk {
			s.partOf(happened[g], among[g])
		}
	}
	if whole { // a total is printed of all three groups, or of none
		s.put(place{events, 0, all}, happened.everybody(), total[0], func() {})
		s.put(place{atRisk, 0, all}, among.everybody(), total[1], func() {})
	}
}

// among gives the terms of those at risk of a group.
func (s filler) among(ind *indicator.Indicator, g, n int) []sums.Term {
	if staff := s.at[place{table{kind: workforceRow}, 0, column(g)}]; ind.Workforce && staff != nil && staff.value == n {
		return staff.terms
	}
	return []sums.Term{s.unknown(n)}
}

// The seats of a board, and the parts that each is in.
var seats = []struct{ in []indicator.BoardPart }{
	{[]indicator.BoardPart{indicator.WholeBoard, indicator.Voting, indicator.Executive}},
	{[]indicator.BoardPart{indicator.WholeBoard, indicator.Voting, indicator.NonExecutive}},
	{[]indicator.BoardPart{indicator.WholeBoard, indicator.NonVoting, indicator.Executive}},
	{[]indicator.BoardPart{indicator.WholeBoard, indicator.NonVoting, indicator.NonExecutive}},
}

// board puts the parts of the board on the sheet. How its members are spread over the four
// kinds of seat is printed nowhere: only the sums are known, where they hold.
func (s filler) board(f *indicator.Figure) {
	var seat [4]cells
	for g := range model.GroupCount {
		if partsAddUp(f, func(row *indicator.BoardRow) *int { return row.Counts[g] }) {
			for i, n := range spread(f, g) {
				seat[i][g] = []sums.Term{s.unknown(n)}
			}
		}
	}
	for i := range f.Board {
		row := &f.Board[i]
		var c cells
		for j := range seats {
			if slices.Contains(seats[j].in, row.Part) {
				c = c.plus(seat[j])
			}
		}
		t := table{kind: boardRows}
		sum := 0
		for g, n := range row.Counts {
			if n == nil {
				continue
			}
			c[g], sum = s.sumOf(c[g], *n), sum+*n
			s.put(place{t, i, column(g)}, c[g], *n, func() { row.Counts[g], row.Hidden.Groups[g] = nil, true })
		}
		if row.Total != nil && *row.Total == sum {
			s.put(place{t, i, all}, c.everybody(), *row.Total, func() { row.Total, row.Hidden.Total = nil, true })
		}
	}
}

// partsAddUp reports whether those who vote and those who do not, and executives and
// others, are all members in a column.
func partsAddUp(f *indicator.Figure, of func(*indicator.BoardRow) *int) bool {
	n := map[indicator.BoardPart]int{}
	for i := range f.Board {
		value := of(&f.Board[i])
		if value == nil {
			return false
		}
		n[f.Board[i].Part] = *value
	}
	return len(n) == 5 && n[indicator.WholeBoard] == n[indicator.Voting]+n[indicator.NonVoting] && n[indicator.WholeBoard] == n[indicator.Executive]+n[indicator.NonExecutive]
}

// spread gives members of a group to the four kinds of seat so that the parts are what they
// are: any such spread does, for only the sums are printed.
func spread(f *indicator.Figure, g int) [4]int {
	n := func(p indicator.BoardPart) int { return *f.BoardRow(p).Counts[g] }
	both := min(n(indicator.Voting), n(indicator.Executive))
	return [4]int{both, n(indicator.Voting) - both, n(indicator.Executive) - both, n(indicator.NonExecutive) - n(indicator.Voting) + both}
}

// parts hides those parts of a year's recruitment that could identify someone: one of
// which a count is small, and with it its other side, of which it is the rest. Where a
// count of the whole is hidden all are, for two sides give the whole.
func (s *sheet) parts(f *indicator.Figure) (hidden int) {
	small := func(p *indicator.Part) bool {
		return slices.ContainsFunc(p.Groups[:], func(g indicator.GroupFigure) bool {
			return g.Events != nil && s.rule.small(*g.Events) || g.AtRisk != nil && s.rule.small(*g.AtRisk)
		})
	}
	whole := slices.ContainsFunc(f.Groups[:], func(g indicator.GroupFigure) bool { return g.HiddenRate() })
	hide := map[string]bool{}
	side := func(p *indicator.Part) string { return "campaign " + p.Campaign }
	for i := range f.Parts {
		if whole || small(&f.Parts[i]) {
			hide[side(&f.Parts[i])] = true
		}
	}
	for i := range f.Parts {
		p := &f.Parts[i]
		if !hide[side(p)] {
			continue
		}
		for g := range p.Groups {
			of := &p.Groups[g]
			if of.Events != nil {
				of.Events, of.HiddenEvents, hidden = nil, true, hidden+1
			}
			if of.AtRisk != nil {
				of.AtRisk, of.HiddenAtRisk, hidden = nil, true, hidden+1
			}
		}
	}
	return hidden
}
