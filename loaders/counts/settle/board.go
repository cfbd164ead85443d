package settle

import (
	"fmt"
	"slices"

	"wres/loaders/labels"
	"wres/model"
	"wres/model/source"
)

// The parts of a board, each a seat whose blank answers are sums over both.
var (
	allMembers   = model.Seat{}
	voting       = model.Seat{Voting: model.Yes}
	nonVoting    = model.Seat{Voting: model.No}
	executive    = model.Seat{Executive: model.Yes}
	nonExecutive = model.Seat{Executive: model.No}

	bothSeats   = model.Seat{Voting: model.Yes, Executive: model.Yes}
	votingOnly  = model.Seat{Voting: model.Yes, Executive: model.No}
	execOnly    = model.Seat{Voting: model.No, Executive: model.Yes}
	neitherSeat = model.Seat{Voting: model.No, Executive: model.No}
)

// allSeats are the seats that a member can have.
var allSeats = []model.Seat{bothSeats, votingOnly, execOnly, neitherSeat}

// seatsOf gives the seats of each margin.
var seatsOf = map[model.Seat][]model.Seat{
	voting: {bothSeats, votingOnly}, nonVoting: {execOnly, neitherSeat},
	executive: {bothSeats, execOnly}, nonExecutive: {votingOnly, neitherSeat},
}

// boardSums are the sums of a board, each with parts that may not be more than it.
var boardSums = []struct {
	sum   model.Seat
	parts []model.Seat
}{
	{voting, seatsOf[voting]}, {nonVoting, seatsOf[nonVoting]},
	{executive, seatsOf[executive]}, {nonExecutive, seatsOf[nonExecutive]},
	{allMembers, []model.Seat{voting, nonVoting}}, {allMembers, []model.Seat{executive, nonExecutive}},
	{allMembers, allSeats},
}

// board is the members of one organisation's board in one year.
type board struct {
	year   model.Year
	facts  []*Fact
	plain  bool // rows of all organisations beside rows of one: sums like any others
	given  map[model.Seat]model.Tally
	hidden map[hiddenSeat]bool // groups whose count at a seat is not known
}

type hiddenSeat struct {
	seat  model.Seat
	group model.Group
}

// settleBoards settles the members of each board. Seats add up like other counts.
// A board that is given as margins - the return's own layout: the total, those who
// vote, the executives - counts each member several times, and not one of these
// sums is to be lost for another: each part of the board is read by itself.
func settleBoards(rows []*Row, facts []*Fact) Boards {
	settleParts(facts)
	settleUnlabelled(facts)
	settleGroups(facts)
	lost := lostOf(rows)
	parts := map[model.Year][]map[model.Seat]model.Tally{}
	for _, b := range boardsOf(facts) {
		b.hideLost(lost)
		b.count()
		if !b.byMargins() {
			settleSums(b.facts, lost)
			continue
		}
		b.settle()
		if b.place() {
			parts[b.year] = append(parts[b.year], b.parts())
		}
	}
	sums := Boards{}
	for year, boards := range parts {
		sums[year] = addBoards(boards)
	}
	return sums
}

// boardsOf parts the facts by year and organisation, in their order.
func boardsOf(facts []*Fact) []*board {
	type key struct {
		year         model.Year
		organisation string
	}
	all, one := map[model.Year]bool{}, map[model.Year]bool{}
	for _, f := range facts {
		if f.Dims[0] == Wild {
			all[f.Year] = true
		} else {
			one[f.Year] = true
		}
	}
	var boards []*board
	byKey := map[key]*board{}
	for _, f := range facts {
		plain := all[f.Year] && one[f.Year]
		k := key{f.Year, f.Dims[0]}
		if plain {
			k.organisation = ""
		}
		if byKey[k] == nil {
			byKey[k] = &board{year: f.Year, plain: plain, hidden: map[hiddenSeat]bool{}}
			boards = append(boards, byKey[k])
		}
		byKey[k].facts = append(byKey[k].facts, f)
	}
	return boards
}

// addBoards adds up the parts that every board has.
func addBoards(boards []map[model.Seat]model.Tally) map[model.Seat]model.Tally {
	sum := map[model.Seat]model.Tally{}
	for seat := range boards[0] {
		var members model.Tally
		known := [model.GroupCount]bool{true, true, true}
		inAll := true
		for _, b := range boards {
			t, ok := b[seat]
			inAll = inAll && ok
			for _, g := range model.Groups() {
				known[g] = known[g] && t.Has(g)
				members.Add(model.GroupEthnicity(g), t.Group(g))
			}
		}
		if inAll {
			sum[seat] = only(members, known)
		}
	}
	return sum
}

// only leaves out of a tally the groups that are not known.
func only(t model.Tally, known [model.GroupCount]bool) (kept model.Tally) {
	for _, g := range model.Groups() {
		if known[g] {
			kept.Add(model.GroupEthnicity(g), t.Group(g))
		}
	}
	return kept
}

// hideLost marks the cells of a board that were refused as they were read.
func (b *board) hideLost(lost []*Fact) {
	known := newGiven()
	for _, f := range b.facts {
		known.add(f)
	}
	for _, f := range lost {
		if f.Year == b.year && f.Dims[0] == b.facts[0].Dims[0] && !f.AnyEthnicity && !f.Unread && known.before(f) == nil {
			b.hidden[hiddenSeat{f.Seat, f.Ethnicity.Group()}] = true
		}
	}
}

// count adds up the facts that stand, by seat.
func (b *board) count() {
	b.given = map[model.Seat]model.Tally{}
	for _, f := range b.facts {
		if f.Stands() && !f.AnyEthnicity {
			t := b.given[f.Seat]
			t.Add(f.Ethnicity, f.N)
			b.given[f.Seat] = t
		}
	}
}

// byMargins reports whether the board is given in sums that its seats do not
// cover. A total that is the sum of the seats beside it says nothing more.
func (b *board) byMargins() bool {
	if b.plain {
		return false
	}
	said := func(seat model.Seat) bool {
		for _, g := range model.Groups() {
			if b.hidden[hiddenSeat{seat, g}] {
				return true
			}
		}
		_, ok := b.given[seat]
		return ok
	}
	votes, execs, total := said(voting) || said(nonVoting), said(executive) || said(nonExecutive), said(allMembers)
	seats := slices.ContainsFunc(allSeats, said)
	switch {
	case votes || execs:
		return total || seats || votes && execs
	case !total || !seats:
		return false
	}
	for _, g := range model.Groups() {
		whole := b.given[allMembers]
		if n, state := b.sum(allSeats, g); state == hidden || b.hidden[hiddenSeat{allMembers, g}] || whole.Has(g) && n != whole.Group(g) {
			return true
		}
	}
	return false
}

// settle refuses what is given twice and what cannot be, and compares the sums.
func (b *board) settle() {
	byMask := map[mask][]*Fact{}
	var masks []mask
	for _, f := range b.facts {
		f.aside = f.aside || f.AnyEthnicity
		m := f.mask()
		if byMask[m] == nil {
			masks = append(masks, m)
		}
		byMask[m] = append(byMask[m], f)
	}
	g := newGiven()
	rowsOf(b.facts, func(row []*Fact) {
		parts := slices.DeleteFunc(slices.Clone(row), func(f *Fact) bool { return f.aside })
		if row[0].Row.State == Used {
			g.accept(parts)
		}
	})
	b.count()
	for b.refuseExcess() {
		b.count()
	}
	b.compare()
	for _, m := range masks {
		if m&sumOfGroups != 0 {
			compareSums(byMask[m], m, partSums(m, byMask, []mask{m &^ sumOfGroups}), nil)
		}
	}
	rowsOf(b.facts, setAside)
}

// refuseExcess refuses a sum whose parts are more than it, and reports whether it
// did.
func (b *board) refuseExcess() bool {
	for _, s := range boardSums {
		for _, g := range model.Groups() {
			whole := b.given[s.sum]
			n, _ := b.sum(s.parts, g)
			if !whole.Has(g) || n <= whole.Group(g) {
				continue
			}
			for _, f := range b.at(s.sum, g) {
				f.Row.Refuse(f.Column, f.Row.File.FieldAt(f.Column), fmt.Sprintf(
					"the total %s of %s is less than the %s in the parts of it that other rows give, so it is left out: check which is right; a blank answer means all, whichever it is",
					labels.Thousands(whole.Group(g)), f.words(), labels.Thousands(n)))
				for _, other := range f.Row.Facts { // a wide row is refused with all its groups
					b.hidden[hiddenSeat{s.sum, other.Ethnicity.Group()}] = true
				}
			}
			return true
		}
	}
	return false
}

// compare says where parts that should be the whole of a sum are not.
func (b *board) compare() {
	margins := false
	for seat := range seatsOf {
		_, ok := b.given[seat]
		margins = margins || ok
	}
	for _, s := range boardSums {
		all := !slices.ContainsFunc(s.parts, func(p model.Seat) bool { _, ok := b.given[p]; return !ok })
		if len(s.parts) == len(allSeats) {
			all = !margins // a seat that no row names is empty
		}
		for _, g := range model.Groups() {
			whole := b.given[s.sum]
			if n, state := b.sum(s.parts, g); all && state != hidden && whole.Has(g) && n < whole.Group(g) {
				f := b.at(s.sum, g)[0]
				f.Row.Say(source.Notice, f.Column, f.Row.File.FieldAt(f.Column), fmt.Sprintf(
					"the total %s of %s differs from the sum of its parts, %s; each is shown as it is given: check which is right",
					labels.Thousands(whole.Group(g)), f.words(), labels.Thousands(n)))
			}
		}
	}
}

// at gives the facts that stand for a group at a seat.
func (b *board) at(seat model.Seat, g model.Group) []*Fact {
	return slices.DeleteFunc(slices.Clone(b.facts), func(f *Fact) bool {
		return !f.Stands() || f.AnyEthnicity || f.Seat != seat || f.Ethnicity.Group() != g
	})
}

// place takes the facts that stand out of those that are placed one by one, and
// reports whether there are any.
func (b *board) place() bool {
	some := false
	for _, f := range b.facts {
		f.unwanted = true
		some = some || f.Stands()
	}
	return some
}
