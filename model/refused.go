package model

import "slices"

// GroupSet says of each group whether it is meant.
type GroupSet [GroupCount]bool

// Any reports whether a group is meant.
func (s GroupSet) Any() bool { return s != GroupSet{} }

// Refusals are the rows of an extract that could not be used in a year, and the cells
// that could not be read in rows that were: a hidden count, half a number. What they
// would have counted is missing from the figures, and it is not nought.
type Refusals struct {
	Extract string // kind of the extract
	Rows    int
	Cells   int
	Undated int // further rows, whose year cannot be read
	// Where the rest of a row could be read: the groups whose count is not whole,
	// and of the workforce and the board the cells that have none.
	Groups GroupSet
	Posts  map[Post]GroupSet
	Seats  map[Seat]GroupSet
	Gaps   []Gap
	// Unread says that the rest of one could not, so that any count may lack it.
	Unread bool
	// Organisations names those of several whose figures are not whole: they withhold theirs,
	// or lack a part that the others give. What their counts are is not known.
	Organisations []string
}

// Gap is a count that is missing, and how many people it can be of.
type Gap struct {
	Group Group
	Event bool // of those to whom something happened, and not of those to whom it could
	Seat  Seat // of a board
	Bounds
}

// Bounds are the least and the most that a count can be.
type Bounds struct {
	Least, Most int
	Open        bool // Most says nothing
}

// Add adds what another count can be.
func (b *Bounds) Add(other Bounds) {
	b.Least, b.Most, b.Open = b.Least+other.Least, b.Most+other.Most, b.Open || other.Open
}

// Any reports whether rows, cells or organisations are missing for certain.
func (r Refusals) Any() bool { return r.Rows+r.Cells+len(r.Organisations) > 0 }

// Missing gives what the gaps of a group can be, and whether there is one.
func (r Refusals) Missing(of func(Gap) bool) (sum Bounds, some bool) {
	sum.Open = r.Unread
	for _, g := range r.Gaps {
		if of(g) {
			sum.Add(g.Bounds)
			some = true
		}
	}
	return sum, some
}

// RefusedOf gives what was refused of an indicator's own extract.
func (r *Return) RefusedOf(indicator string) Refusals {
	if own := r.Refused[indicator]; own != nil {
		return *own
	}
	return Refusals{}
}

// Refuse gives an indicator's refusals to be filled in. Loaders fill a return
// through it.
func (r *Return) Refuse(indicator, extract string) *Refusals {
	if r.Refused == nil {
		r.Refused = map[string]*Refusals{}
	}
	if r.Refused[indicator] == nil {
		r.Refused[indicator] = &Refusals{Extract: extract, Posts: map[Post]GroupSet{}, Seats: map[Seat]GroupSet{}}
	}
	return r.Refused[indicator]
}

// And adds what else a figure lacks.
func (r Refusals) And(other Refusals) Refusals {
	r.Rows, r.Cells, r.Undated, r.Unread = r.Rows+other.Rows, r.Cells+other.Cells, r.Undated+other.Undated, r.Unread || other.Unread
	for g, in := range other.Groups {
		r.Groups[g] = r.Groups[g] || in
	}
	r.Gaps = slices.Concat(r.Gaps, other.Gaps)
	r.Organisations = slices.Concat(r.Organisations, other.Organisations)
	slices.Sort(r.Organisations)
	r.Organisations = slices.Compact(r.Organisations)
	return r
}
