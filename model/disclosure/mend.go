package disclosure

import (
	"maps"
	"slices"
	"sort"
)

// mend gives up other numbers until a reader is left enough values of a small one, and
// reports whether that hid any. Of the steps in their order it takes those up to the first
// with which it is enough, and then takes back what it is enough without, the last first. A
// number for which nothing is enough costs all.
func (s *attacked) mend(q question) bool {
	t := trial{s, q, s.hidden(), maps.Clone(s.seen)}
	steps := order{s.sheet}.steps(q.of)
	if !t.enough(steps) {
		return !slices.Equal(t.before, s.hidden())
	}
	least := sort.Search(len(steps), func(n int) bool { return t.enough(steps[:n]) })
	taken := slices.Clone(steps[:least])
	for size := least; size > 0; size /= 2 {
		for end := len(taken); end > 0; end -= size {
			without := slices.Delete(slices.Clone(taken), max(0, end-size), end)
			if len(without) < len(taken) && t.enough(without) {
				taken = without
			}
		}
	}
	t.enough(taken)
	return true
}

// headline reports whether what an indicator says first rests on a number: how many of all
// staff are of a group, the events of a group and those at risk, and the whole board.
func (n *number) headline() bool {
	return slices.ContainsFunc(n.places, func(p place) bool {
		switch p.kind {
		case workforceRow:
			return true
		case eventRow, atRiskRow:
			return p.column == white || p.column == bme
		case boardRows:
			return p.row == wholeBoard && (p.column == bme || p.column == all)
		}
		return false
	})
}

// giveBack shows a number again that was given up for one small number, where by now, with
// all that was given up for others, no small number needs it.
func (s *attacked) giveBack(n *number) {
	before, seen := s.hidden(), s.seen
	n.hidden, s.seen = false, map[asked]values{}
	s.settle()
	s.read()
	if _, found := s.narrow(); !found && !n.hidden {
		return
	}
	for i, n := range s.numbers {
		n.hidden = before[i]
	}
	s.read()
	s.seen = seen
}

// trial is what was hidden, and found possible, before steps are tried.
type trial struct {
	*attacked
	question
	before []bool
	known  map[asked]values
}

// enough hides the places of some steps, and no more than them, and reports whether that is
// enough.
func (t trial) enough(steps [][]place) bool {
	for i, n := range t.numbers {
		n.hidden = t.before[i]
	}
	for _, step := range steps {
		for _, p := range step {
			t.conceal(p)
		}
	}
	t.settle()
	t.read()
	t.seen = maps.Clone(t.known) // what could be with more hidden may not be possible now
	return t.left(t.question)
}

// hidden lists of each number whether it is hidden.
func (s *sheet) hidden() []bool {
	all := make([]bool, len(s.numbers))
	for i, n := range s.numbers {
		all[i] = n.hidden
	}
	return all
}
