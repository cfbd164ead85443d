package indicator

import (
	"slices"

	"wres/model"
	"wres/model/judge"
	"wres/model/stats"
)

// board is the board's BME share beside that of the workforce.
type board struct{}

func (board) String() string { return "board" }

// Headline is the difference of the whole board.
func (board) Headline(f *Figure) *stats.Estimate {
	if row := f.BoardRow(WholeBoard); row != nil {
		return row.Difference
	}
	return nil
}

func (board) Of(*Indicator) Comparison { return BoardWorkforce }

func (board) Sides(_ *Indicator, f *Figure) []Side {
	row := f.BoardRow(WholeBoard)
	if row.Counts[model.BME] == nil || row.Total == nil || row.Workforce == nil {
		return nil
	}
	return []Side{{Events: row.Counts[model.BME], AtRisk: row.Total}, {Share: row.Workforce}}
}

func (board) Values(_ *Indicator, f *Figure) []Value {
	var all []Value
	for _, part := range f.Board {
		measure := "board-" + string(part.Part)
		all = append(all, Value{Measure: measure, Group: model.BME.String(), Value: part.Share, Events: part.Counts[model.BME], AtRisk: part.Total,
			HiddenValue: part.Hidden.Share(), HiddenEvents: part.Hidden.Groups[model.BME], HiddenAtRisk: part.Hidden.Total})
		all = append(all, headcounts(Value{Measure: measure + "-headcount"}, part.Counts, part.Hidden)...)
		all = append(all, Value{Measure: measure + "-difference", Group: "board - workforce", Value: part.Difference, HiddenValue: part.Hidden.Share() || part.HiddenWorkforce})
	}
	return all
}

func (board) Grouped() bool { return false }

func (board) Beside() []model.Group { return nil }

func (board) Census() bool { return true }

func (board) Measures(b model.Benchmark) bool { return b.Measure == model.Difference || bmeShare(b) }

func (board) amongWorkforce(*Indicator, *model.Return) bool { return true }

func (board) changes(c *computation, ind *Indicator, from, to *Figure) []Change {
	return []Change{c.gapChange(from, to, from.Headline(ind), to.Headline(ind))}
}

// boardParts is the table of the board's parts: the answers that their members
// share. An answer that is not given takes both.
var boardParts = []struct {
	part BoardPart
	seat model.Seat
}{
	{WholeBoard, model.Seat{}},
	{Voting, model.Seat{Voting: model.Yes}},
	{NonVoting, model.Seat{Voting: model.No}},
	{Executive, model.Seat{Executive: model.Yes}},
	{NonExecutive, model.Seat{Executive: model.No}},
}

// belongs reports whether the members in a seat are of a part; NotGiven: the
// source does not say.
func belongs(seat, part model.Seat) model.Answer {
	answer := model.Yes
	for _, a := range [][2]model.Answer{{seat.Voting, part.Voting}, {seat.Executive, part.Executive}} {
		switch {
		case a[1] == model.NotGiven || a[0] == a[1]:
		case a[0] == model.NotGiven:
			answer = model.NotGiven
		default:
			return model.No
		}
	}
	return answer
}

func (board) figure(c *computation, ind *Indicator, ret *model.Return) Figure {
	var f Figure
	if len(ret.Board) == 0 && len(ret.BoardParts) == 0 {
		return f
	}
	f.State = model.Reported
	workforce := c.workforceShare(ret)
	if workforce == nil {
		f.warn(workforceMissing(ret))
	}
	own := ret.RefusedOf(ind.ID)
	counted := boardCounts(&f, ret, own.Groups)
	unsplit := false
	for _, part := range boardParts {
		row := BoardRow{Part: part.part, Workforce: workforce}
		members, hidden, split := membersOf(ret, part.seat, counted)
		if hidden = union(hidden, refusedSeats(own, ret, part.seat)); split {
			c.fillBoardRow(&row, members, hidden, counted)
		}
		unsplit = unsplit || !split
		if row.Total != nil && *row.Total == 0 {
			f.warn(Warning{Kind: NoSuchMembers, What: string(row.Part)})
		}
		if row.Part == WholeBoard && hidden.Any() {
			f.shareBetween(BoardBetween, members, boardGaps(own, ret))
		}
		if row.Share != nil && workforce != nil {
			c.compareBoard(&f, &row, ret.Headcount(), !c.lack(ind, ret).Any())
		}
		f.Board = append(f.Board, row)
	}
	if unsplit {
		f.warn(Warning{Kind: BoardUnsplit})
	}
	return f
}

// boardCounts says which groups the source counts on the board at all, and warns of White
// and BME members where nothing does.
func boardCounts(f *Figure, ret *model.Return, refused model.GroupSet) model.GroupSet {
	counted := refused
	for _, seats := range []map[model.Seat]model.Tally{ret.Board, ret.BoardParts} {
		for _, t := range seats {
			for _, g := range model.Groups() {
				counted[g] = counted[g] || t.Has(g)
			}
		}
	}
	for _, g := range []model.Group{model.White, model.BME} {
		if !counted[g] {
			f.warn(Warning{Kind: NoRowOfGroup, Group: g})
		}
	}
	return counted
}

// boardGaps are what is missing of the whole board: of one whose parts are each given by
// themselves, what is missing of its total.
func boardGaps(own model.Refusals, ret *model.Return) model.Refusals {
	if len(ret.BoardParts) > 0 {
		own.Gaps = slices.DeleteFunc(slices.Clone(own.Gaps), func(g model.Gap) bool { return g.Seat != model.Seat{} })
	}
	return own
}

// compareBoard sets a part of the board against the workforce. The two are taken as
// independent: the few members who are staff too are counted in both.
func (c *computation) compareBoard(f *Figure, row *BoardRow, staff model.Tally, whole bool) {
	members := stats.Count{Events: *row.Counts[model.BME], AtRisk: *row.Total}
	all := stats.Count{Events: staff.Group(model.BME), AtRisk: staff.Total()}
	row.Difference = c.difference(members, all)
	if row.Part == WholeBoard && whole {
		var rest stats.Rest
		if rest, f.Verdict = c.rules().Drawn(members, all); f.Verdict != judge.NotTestable {
			f.Lot = &rest.Drawn
		}
	}
}

// workforceMissing says why the share of the workforce is not there.
func workforceMissing(ret *model.Return) Warning {
	if withheldWorkforce(ret) {
		return Warning{Kind: WorkforceShareUnsaid, State: model.Withheld}
	}
	if ret.RefusedOf(WorkforceID).Groups.Any() {
		return Warning{Kind: WorkforceShareRefused}
	}
	return Warning{Kind: WorkforceShareUnsaid}
}

// membersOf sums the members of a part. split is false where the source does not
// say of all members whether they belong; hidden are the groups whose members in
// the part are not known.
func membersOf(ret *model.Return, part model.Seat, meant model.GroupSet) (members model.Tally, hidden model.GroupSet, split bool) {
	for seat, t := range ret.Board {
		switch belongs(seat, part) {
		case model.Yes:
			members.AddTally(t)
		case model.NotGiven:
			return model.Tally{}, hidden, false
		}
	}
	if len(ret.BoardParts) > 0 {
		t, known := ret.BoardParts[part]
		if !known {
			return model.Tally{}, hidden, false
		}
		members.AddTally(t)
		for _, g := range model.Groups() {
			hidden[g] = meant[g] && !t.Has(g)
		}
	}
	return members, hidden, true
}

// fillBoardRow counts a group that is counted elsewhere on the board as nought where no
// row names it. Where a group is hidden, or nothing counts White or BME members, so are
// the number of all members and the share.
func (c *computation) fillBoardRow(row *BoardRow, members model.Tally, hidden, counted model.GroupSet) {
	for _, g := range model.Groups() {
		if n := members.Group(g); !hidden[g] && counted[g] {
			row.Counts[g] = &n
		}
	}
	row.Refused = hidden.Any()
	if row.Refused || !counted[model.White] || !counted[model.BME] {
		return
	}
	total := members.Total()
	row.Total = &total
	row.Share, _ = c.proportion(stats.Count{Events: members.Group(model.BME), AtRisk: total})
}
