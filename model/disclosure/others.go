package disclosure

import (
	"wres/model"
	"wres/model/disclosure/sums"
	"wres/model/indicator"
)

// likelihood puts the events of an indicator on the sheet, and those at risk. Where these
// are the staff who are counted in the workforce too, they are the same numbers.
func (s filler) likelihood(ind *indicator.Indicator, f *indicator.Figure) {
	events, atRisk := table{kind: eventRow, of: ind.ID}, table{kind: atRiskRow, of: ind.ID}
	var happened, among cells
	for g := range f.Groups {
		of := &f.Groups[g]
		if of.AtRisk != nil {
			among[g] = s.among(ind, g, *of.AtRisk)
			s.put(place{atRisk, 0, column(g)}, among[g], *of.AtRisk, into(&of.AtRisk, &of.HiddenAtRisk))
		}
		if of.Events != nil {
			happened[g] = []sums.Term{s.unknown(*of.Events)}
			s.put(place{events, 0, column(g)}, happened[g], *of.Events, into(&of.Events, &of.HiddenEvents))
		}
		if of.Events != nil && of.AtRisk != nil && *of.Events <= *of.AtRisk {
			s.partOf(happened[g], among[g])
		}
	}
	if total := &f.All; total.Events != nil { // a total is printed of all three groups, or of none
		s.put(place{events, 0, all}, happened.everybody(), *total.Events, into(&total.Events, &total.HiddenEvents))
		s.put(place{atRisk, 0, all}, among.everybody(), *total.AtRisk, into(&total.AtRisk, &total.HiddenAtRisk))
	}
	s.parts(f, ind.ID, happened, among)
}

// among gives the terms of those at risk of a group.
func (s filler) among(ind *indicator.Indicator, g, n int) []sums.Term {
	if staff := s.at[place{table{kind: workforceRow}, 0, column(g)}]; ind.Workforce && staff != nil && staff.value == n {
		return staff.terms
	}
	return []sums.Term{s.unknown(n)}
}

// sides are the two ways in which the members of a board are parted.
var sides = [2][2]indicator.BoardPart{{indicator.Voting, indicator.NonVoting}, {indicator.Executive, indicator.NonExecutive}}

// wholeBoard is the row of all members of a board, before its parts.
const wholeBoard = 0

// board puts the parts of the board on the sheet. How its members are spread over the kinds
// of seat is printed nowhere: only the sums are known, where they hold.
func (s filler) board(f *indicator.Figure) {
	rows := map[indicator.BoardPart]*cells{}
	for i := range f.Board {
		rows[f.Board[i].Part] = &cells{}
	}
	for g := range model.GroupCount {
		for part, terms := range s.seats(f, g) {
			rows[part][g] = terms
		}
	}
	t := table{kind: boardRows}
	for i := range f.Board {
		row := &f.Board[i]
		c, sum := *rows[row.Part], 0
		for g, n := range row.Counts {
			if n != nil {
				sum += *n
				s.put(place{t, i, column(g)}, c[g], *n, into(&row.Counts[g], &row.Hidden.Groups[g]))
			}
		}
		if row.Total != nil && *row.Total == sum {
			s.put(place{t, i, all}, c.everybody(), *row.Total, into(&row.Total, &row.Hidden.Total))
		}
	}
}

// seats gives the terms of a group in each part of a board that is counted: what the two
// parts of a side have in common with those of the other, where both add up to the whole.
func (s filler) seats(f *indicator.Figure, g int) map[indicator.BoardPart][]sums.Term {
	n, terms := map[indicator.BoardPart]int{}, map[indicator.BoardPart][]sums.Term{}
	var parts []indicator.BoardPart // in the order of printing
	for i := range f.Board {
		if of := f.Board[i].Counts[g]; of != nil {
			n[f.Board[i].Part], parts = *of, append(parts, f.Board[i].Part)
		}
	}
	whole, counted := n[indicator.WholeBoard]
	if !counted {
		for _, part := range parts {
			terms[part] = []sums.Term{s.unknown(n[part])}
		}
		return terms
	}
	var parted [][2]indicator.BoardPart
	for _, side := range sides {
		a, one := n[side[0]]
		b, other := n[side[1]]
		if one && other && a+b == whole {
			parted = append(parted, side)
		}
	}
	give := func(of int, in ...indicator.BoardPart) {
		seat := s.unknown(of)
		for _, part := range append(in, indicator.WholeBoard) {
			terms[part] = append(terms[part], seat)
		}
	}
	switch len(parted) {
	case 0:
		give(whole)
	case 1:
		give(n[parted[0][0]], parted[0][0])
		give(n[parted[0][1]], parted[0][1])
	default: // any spread over the four kinds of seat will do that makes these sums
		both := min(n[indicator.Voting], n[indicator.Executive])
		give(both, indicator.Voting, indicator.Executive)
		give(n[indicator.Voting]-both, indicator.Voting, indicator.NonExecutive)
		give(n[indicator.Executive]-both, indicator.NonVoting, indicator.Executive)
		give(n[indicator.NonExecutive]-n[indicator.Voting]+both, indicator.NonVoting, indicator.NonExecutive)
	}
	for _, part := range parts {
		if terms[part] == nil { // of a side that is not whole
			terms[part] = []sums.Term{s.unknown(n[part])}
			if n[part] <= whole {
				s.partOf(terms[part], terms[indicator.WholeBoard])
			}
		}
	}
	return terms
}

// parts puts the parts of a year's recruitment on the sheet: a campaign is what all but it
// lack, and no two campaigns have an applicant in common, nor have internal and external
// applicants.
func (s filler) parts(f *indicator.Figure, of string, events, atRisk cells) {
	var campaigns, sides [2]cells
	taken := map[string][2]cells{}
	for i := range f.Parts {
		p := &f.Parts[i]
		if p.Without {
			continue
		}
		own := [2]cells{}
		for g := range p.Groups {
			gf := &p.Groups[g]
			own[0][g], own[1][g] = s.some(gf.Events), s.some(gf.AtRisk)
			if p.Campaign == "" && sides[1][g] != nil { // the second side: often all who are not of the first
				own[0][g] = s.otherSide(events[g], sides[0][g], gf.Events)
				own[1][g] = s.otherSide(atRisk[g], sides[1][g], gf.AtRisk)
			}
		}
		if taken[p.Campaign] = own; p.Campaign != "" {
			campaigns = [2]cells{campaigns[0].plus(own[0]), campaigns[1].plus(own[1])}
		} else {
			sides = [2]cells{sides[0].plus(own[0]), sides[1].plus(own[1])}
		}
		s.putPart(p, i, of, own)
	}
	for i := range f.Parts {
		if p := &f.Parts[i]; p.Without {
			own := taken[p.Campaign]
			s.putPart(p, i, of, [2]cells{allBut(events, own[0]), allBut(atRisk, own[1])})
		}
	}
	for i := range f.Parts {
		for j := range f.Parts {
			if f.Parts[i].Campaign == f.Parts[j].Campaign {
				s.together[i] = append(s.together[i], j)
			}
		}
	}
	for i, whole := range []cells{events, atRisk} {
		s.within(campaigns[i], whole)
		s.within(sides[i], whole)
		for g := range whole {
			if campaigns[i][g] != nil && whole[g] != nil && s.sum(campaigns[i][g]) == s.sum(whole[g]) { // nobody is in none
				s.partOf(whole[g], campaigns[i][g])
			}
		}
	}
}

// otherSide gives the terms of internal or external applicants: where everyone is one or the
// other, all who are not of the side before.
func (s filler) otherSide(whole, side []sums.Term, n *int) []sums.Term {
	if n == nil || whole == nil || side == nil {
		return s.some(n)
	}
	return s.sumOf(without(whole, side), *n)
}

func (s filler) some(n *int) []sums.Term {
	if n == nil {
		return nil
	}
	return []sums.Term{s.unknown(*n)}
}

// allBut gives the cells of a whole without those of a part.
func allBut(whole, part cells) (c cells) {
	for g := range c {
		if whole[g] != nil && part[g] != nil {
			c[g] = without(whole[g], part[g])
		}
	}
	return c
}

// putPart puts the counts of one part on the sheet; cells that are empty are known to be no
// sum of others.
func (s filler) putPart(p *indicator.Part, at int, of string, own [2]cells) {
	for g := range p.Groups {
		gf := &p.Groups[g]
		if gf.Events != nil {
			s.put(place{table{kind: partEventRow, of: of}, at, column(g)}, s.sumOf(own[0][g], *gf.Events), *gf.Events, into(&gf.Events, &gf.HiddenEvents))
		}
		if gf.AtRisk != nil {
			s.put(place{table{kind: partAtRiskRow, of: of}, at, column(g)}, s.sumOf(own[1][g], *gf.AtRisk), *gf.AtRisk, into(&gf.AtRisk, &gf.HiddenAtRisk))
		}
	}
	for g := range p.Groups {
		events, atRisk := s.at[place{table{kind: partEventRow, of: of}, at, column(g)}], s.at[place{table{kind: partAtRiskRow, of: of}, at, column(g)}]
		if events != nil && atRisk != nil && events.value <= atRisk.value {
			s.partOf(events.terms, atRisk.terms)
		}
	}
}
