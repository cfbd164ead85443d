package plan

import "slices"

// HistoryLimit is how many steps back a History keeps. A plan of 50 actions
// shares most of its text with its neighbours, so 200 steps cost a megabyte or
// two at most.
const HistoryLimit = 200

// History is the plan on the screen with those before it (undo) and those that
// were undone (redo). It is a value, as Plan is: each method returns another
// History and leaves the old one valid. The zero History holds an empty plan.
type History struct {
	// Histories share these: they are only ever cut shorter or copied and
	// lengthened, never appended to in place.
	past    []Plan // oldest first
	current Plan
	future  []Plan // the next to be redone last
}

// NewHistory starts a history at a plan, with nothing to undo.
func NewHistory(p Plan) History { return History{current: p} }

// Current gives the plan as it stands now.
func (h History) Current() Plan { return h.current }

// Do makes p the current plan. The one before it can be had back by Undo; what
// had been undone is gone. Beyond HistoryLimit the oldest step is forgotten.
func (h History) Do(p Plan) History {
	past := append(slices.Clone(h.past), h.current)
	if len(past) > HistoryLimit {
		past = past[len(past)-HistoryLimit:]
	}
	return History{past: past, current: p}
}

// Undo goes one step back. It reports false, and returns h as it was, if there
// is none.
func (h History) Undo() (History, bool) {
	if len(h.past) == 0 {
		return h, false
	}
	last := len(h.past) - 1
	return History{
		past:    h.past[:last],
		current: h.past[last],
		future:  append(slices.Clone(h.future), h.current),
	}, true
}

// Redo takes the last Undo back. It reports false, and returns h as it was, if
// there is none.
func (h History) Redo() (History, bool) {
	if len(h.future) == 0 {
		return h, false
	}
	last := len(h.future) - 1
	return History{
		past:    append(slices.Clone(h.past), h.current),
		current: h.future[last],
		future:  h.future[:last],
	}, true
}
