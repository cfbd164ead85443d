package model

// GroupSet says of each group whether it is meant.
type GroupSet [GroupCount]bool

// Any reports whether a group is meant.
func (s GroupSet) Any() bool { return s != GroupSet{} }

// Refusals are the rows of an extract that could not be used in a year: a hidden
// count, half a number. What they would have counted is missing from the figures,
// and it is not nought.
type Refusals struct {
	Extract string // kind of the extract
	Rows    int
	Undated int // further rows, whose year cannot be read
	// Where the rest of a row could be read: the groups whose count is not whole,
	// and of the workforce and the board the cells that have none.
	Groups GroupSet
	Posts  map[Post]GroupSet
	Seats  map[Seat]GroupSet
	Cells  []Lacking // each count by itself, where its place could be read
}

// Lacking is one count that a source does not give: it is hidden, or cannot be read.
type Lacking struct {
	Group   Group
	Post    Post   // of the workforce
	Seat    Seat   // of a board
	Measure string // which count, as the extract calls it: "shortlisted", "appointed"
	// The people it can be, where what stands in its place says: "<5" is 1 to 4.
	AtLeast, AtMost int
	Bounded         bool // AtMost is known
}

// RefusedOf gives the rows that were refused of an indicator's own extract.
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
