package disclosure

import (
	"math/bits"
	"sync"
)

// Left is how many of the values from 1 to the threshold are left to a reader of the small
// number that is told most of; 0 where there is none.
type Left struct {
	Any  int // to anybody who reads the view
	Told int // to one who is told besides which of the marks are small counts
	One  int // to the one person of a count of 1, who is told that too
}

// Least is what is left to the reader who is left least; 0 where there is no small number.
func (l Left) Least() int {
	least := l.Any
	for _, n := range []int{l.Told, l.One} {
		if n > 0 {
			least = min(least, n)
		}
	}
	return least
}

// kept are the readers of a year, to be asked more once its view is made.
type kept struct {
	mu      sync.Mutex // they find out what they are asked
	readers *attacked
}

// Left works out what the readers of a year are left. It takes about as long as the view
// did, and may be called from several goroutines.
func (of YearAccount) Left() Left {
	if of.kept == nil {
		return Left{}
	}
	of.kept.mu.Lock()
	defer of.kept.mu.Unlock()
	return of.kept.readers.narrowest()
}

// narrowest asks the readers what they are left. What narrow has asked already is known. Of what
// small counts tell of each other when nothing is shown no view can tell less: it is not of
// the view.
func (s *attacked) narrowest() Left {
	var l Left
	for _, n := range s.small {
		s.leave(&l.Any, asked{s.any, nil, n})
		if !n.derived() && s.mendable(question{asked{s.alone, nil, n}, 2}) {
			s.leave(&l.Told, asked{s.told, nil, n})
		}
	}
	for _, one := range s.numbers {
		if one.hidden && !one.derived() && s.rule.small(one.value) {
			s.leaveOne(&l.One, one)
		}
	}
	return l
}

// leave takes in how many values of a number are left to a reader, where they are fewer
// than so far.
func (s *attacked) leave(least *int, q asked) {
	if *least == 0 {
		*least = s.rule.Small
	}
	if !s.left(question{q, *least}) {
		*least = max(bits.OnesCount32(uint32(s.seen[q])), 1)
	}
}

// leaveOne takes in what is left to the one person of a number, of those that do not hold
// him or her.
func (s *attacked) leaveOne(least *int, one *number) {
	if !s.left(question{asked{s.told, one, nil}, 0}) {
		return // it is told to be more than 1
	}
	for _, n := range s.small {
		if n.derived() || s.holds(n, one) || !s.mendable(question{asked{s.alone, one, n}, 2}) {
			continue
		}
		s.leave(least, asked{s.told, one, n})
	}
}
