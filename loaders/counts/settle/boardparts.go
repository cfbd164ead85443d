package settle

import "wres/model"

// knowledge says how far a count is known.
type knowledge uint8

const (
	unsaid  knowledge = iota // the source does not give the part at all
	absent                   // the part is given, and no row of it names the group
	hidden                   // the group's row was refused
	counted                  // the source gives the count, or the counts that make it
)

// parts gives the members of each part of a board that can be known: as it is
// given, else as the sum of its seats, else as the rest of the whole. A part is
// left out where the source does not say it; a group of it, where the group's row
// was refused, or no row of the board counts the group.
func (b *board) parts() map[model.Seat]model.Tally {
	parts := map[model.Seat]model.Tally{}
	for _, p := range []model.Seat{allMembers, voting, nonVoting, executive, nonExecutive} {
		var members model.Tally
		var known [model.GroupCount]bool
		said := true
		for _, g := range model.Groups() {
			n, state := b.part(p, g)
			said = said && state != unsaid
			known[g] = state == counted && b.names(g)
			members.Add(model.GroupEthnicity(g), n)
		}
		if said {
			parts[p] = only(members, known)
		}
	}
	return parts
}

// names reports whether any row counts a group: of one that none does nothing is known.
func (b *board) names(g model.Group) bool {
	for _, t := range b.given {
		if t.Has(g) {
			return true
		}
	}
	return false
}

// part gives a group's members in a part.
func (b *board) part(p model.Seat, g model.Group) (int, knowledge) {
	whole, wholeKnown := b.whole(g)
	if p == allMembers {
		return whole, wholeKnown
	}
	if n, state := b.side(p, g); state != unsaid {
		return n, state
	}
	if n, state := b.sum(allSeats, g); state == counted && wholeKnown == counted && n == whole {
		n, _ := b.sum(seatsOf[p], g) // the seats given are all there are
		return n, counted
	}
	rest, restKnown := b.side(opposite(p), g)
	switch {
	case restKnown == unsaid || wholeKnown == unsaid:
		return 0, unsaid
	case restKnown == hidden || wholeKnown == hidden:
		return 0, hidden
	case rest > whole:
		return 0, unsaid
	}
	return whole - rest, counted
}

// whole gives a group's members in the whole board: the total where it is given,
// else the sum of two sides.
func (b *board) whole(g model.Group) (int, knowledge) {
	n, state := b.rowsOn(allMembers, g)
	if state == counted {
		return n, counted
	}
	isHidden := state == hidden
	for _, p := range []model.Seat{voting, executive} {
		yes, yesKnown := b.side(p, g)
		no, noKnown := b.side(opposite(p), g)
		if yesKnown == counted && noKnown == counted {
			return yes + no, counted
		}
		isHidden = isHidden || yesKnown == hidden || noKnown == hidden
	}
	sum, seats := b.sum(allSeats, g)
	switch {
	case seats == counted && state == absent: // a total stands beside the seats, without this group
		return sum, counted
	case isHidden || seats == hidden:
		return 0, hidden
	case state == absent:
		return 0, counted
	}
	return 0, unsaid
}

// side gives a group's members in a margin, as it is given or as the sum of its
// two seats.
func (b *board) side(p model.Seat, g model.Group) (int, knowledge) {
	n, state := b.rowsOn(p, g)
	if state == counted || state == hidden {
		return n, state
	}
	sum, seats := b.sum(seatsOf[p], g)
	switch {
	case seats == hidden:
		return 0, hidden
	case state == absent:
		return sum, counted
	}
	for _, seat := range seatsOf[p] {
		if _, known := b.rowsOn(seat, g); known == unsaid {
			return 0, unsaid
		}
	}
	return sum, counted
}

// sum adds up a group's members in several parts: counted where one of them is
// given, hidden where one of them is.
func (b *board) sum(parts []model.Seat, g model.Group) (n int, state knowledge) {
	for _, p := range parts {
		m, known := b.rowsOn(p, g)
		n += m
		if known == absent {
			known = counted
		}
		if state != hidden && known != unsaid {
			state = known
		}
	}
	return n, state
}

// rowsOn gives a group's members as the rows of one part count them.
func (b *board) rowsOn(p model.Seat, g model.Group) (int, knowledge) {
	t, given := b.given[p]
	switch {
	case b.hidden[hiddenSeat{p, g}]:
		return 0, hidden
	case t.Has(g):
		return t.Group(g), counted
	case given:
		return 0, absent
	}
	for _, other := range model.Groups() {
		if b.hidden[hiddenSeat{p, other}] {
			return 0, absent
		}
	}
	return 0, unsaid
}

// opposite gives the margin that has the members whom a margin leaves out.
func opposite(p model.Seat) model.Seat {
	return map[model.Seat]model.Seat{voting: nonVoting, nonVoting: voting, executive: nonExecutive, nonExecutive: executive}[p]
}
