package indicator

import (
	"wres/model"
	"wres/model/stats"
)

// boardParts is the table of the board's parts: which seats belong to each.
var boardParts = []struct {
	part BoardPart
	has  func(model.Seat) model.Answer // NotGiven: the source does not say
}{
	{WholeBoard, func(model.Seat) model.Answer { return model.Yes }},
	{Voting, func(s model.Seat) model.Answer { return s.Voting }},
	{NonVoting, func(s model.Seat) model.Answer { return not(s.Voting) }},
	{Executive, func(s model.Seat) model.Answer { return s.Executive }},
	{NonExecutive, func(s model.Seat) model.Answer { return not(s.Executive) }},
}

func not(a model.Answer) model.Answer {
	switch a {
	case model.Yes:
		return model.No
	case model.No:
		return model.Yes
	}
	return model.NotGiven
}

func boardFigure(c *computation, _ *Indicator, ret *model.Return) Figure {
	var f Figure
	if len(ret.Board) == 0 {
		return f
	}
	f.State = model.Reported
	workforce := workforceShare(ret)
	if workforce == nil {
		f.warn("difference: n/a, because the %s share of the workforce is %s", c.label(model.BME), workforceMissing(ret))
	}
	for _, part := range boardParts {
		row := BoardRow{Part: part.part, Workforce: workforce}
		if members, split := membersOf(ret.Board, part.has); split {
			fillBoardRow(&row, members)
		}
		if row.Share != nil && workforce != nil {
			row.Difference = &stats.Estimate{Value: row.Share.Value - workforce.Value}
		}
		f.Board = append(f.Board, row)
	}
	c.warnOfParts(&f)
	return f
}

func workforceMissing(ret *model.Return) string {
	if withheldWorkforce(ret) {
		return "withheld"
	}
	return "not supplied"
}

// membersOf sums the seats of a part; split is false where any seat does not say
// whether it belongs.
func membersOf(board map[model.Seat]model.Tally, has func(model.Seat) model.Answer) (members model.Tally, split bool) {
	for seat, t := range board {
		switch has(seat) {
		case model.Yes:
			members.AddTally(t)
		case model.NotGiven:
			return model.Tally{}, false
		}
	}
	return members, true
}

// fillBoardRow counts a group that no row names as nought: a list of members
// names only those who are there.
func fillBoardRow(row *BoardRow, members model.Tally) {
	total := members.Total()
	row.Total = &total
	for _, g := range model.Groups() {
		n := members.Group(g)
		row.Counts[g] = &n
	}
	row.Share, _ = stats.Proportion(stats.Count{Events: members.Group(model.BME), AtRisk: total})
}

func (c *computation) warnOfParts(f *Figure) {
	unsplit := false
	for _, row := range f.Board {
		if row.Total == nil {
			unsplit = true
		} else if *row.Total == 0 {
			f.warn("%s: n/a, because the board has no such members", row.Part)
		}
	}
	if unsplit {
		f.warn("the board extract does not say which members vote or are executives, so only the parts that it gives are shown")
	}
}
