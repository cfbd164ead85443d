package personyears

import (
	"math/bits"
	"sync"
)

const (
	pageBits = 7 // of the number of a row in its page: 2 KiB
	pageRows = 1 << pageBits
	// uniteRows is how many rows a shard has before it looks for those of one
	// person-year, and then whenever it has twice as many as there were person-years, or
	// four times where few came again: no more is held of a list that names everyone again
	// and again.
	uniteRows = 8192
)

// shard is a part of the set with a lock of its own.
type shard struct {
	sync.Mutex
	pages  []page
	rows   int // in the pages
	united int // the first so many rows are of different person-years, and their pages full
	again  int // rows that were united and were of a person-year that had one
	index  index
}

// page is some rows. It has room for pageRows.
type page []Row

// index tells in which place of a shard's pages a united row stands. The search
// for a person begins where their employee number says, so that the years of a person
// stand together; so do the people of several organisations who share a number, of whom
// there are few.
type index struct {
	places []uint32 // counted from 1, 0 is free; their number is a power of two, at least twice the rows
	rows   int
}

// take adds a page to the shard, which is locked.
func (s *shard) take(p page) {
	s.pages = append(s.pages, p)
	s.rows += len(p)
}

// full reports whether the shard should be united before it takes more.
func (s *shard) full() bool {
	const few = 8 // one in so many
	times := 2
	if few*s.again < s.united {
		times = 4
	}
	return s.rows >= max(uniteRows, times*s.united)
}

// at gives the place of a united row.
func (s *shard) at(i int) *Row {
	return &s.pages[i>>pageBits][:pageRows][i&(pageRows-1)]
}

// unite leaves one row of each person-year, that with the largest value. met is told
// of each row that was not united before, with the value that stood then: 0 for none.
// What it answers is marked in the value that stands.
func (s *shard) unite(x *index, met Met) {
	if s.united == s.rows {
		return
	}
	x.hold(s)
	kept, skip := s.united, s.united&(pageRows-1)
	for _, p := range s.pages[s.united>>pageBits:] {
		for _, row := range p[skip:] {
			var before uint64
			i := x.place(s, row.key, kept)
			if i < kept {
				stands := s.at(i)
				before = stands.Value
				stands.Value = max(before, row.Value)
			} else {
				// No row is overtaken: pages that are not full only bring this place forward.
				*s.at(kept) = row
				kept++
			}
			if mark := met(row.Year(), row.Value, before); mark != 0 {
				s.at(i).Value |= mark
			}
		}
		skip = 0
	}
	s.again += s.rows - kept
	s.cut(kept)
	x.rows = kept
}

// cut leaves the first rows, which are united.
func (s *shard) cut(rows int) {
	pages := (rows + pageRows - 1) >> pageBits
	clear(s.pages[pages:])
	s.pages = s.pages[:pages]
	for i := range s.pages {
		s.pages[i] = s.pages[i][:min(pageRows, rows-i<<pageBits)]
	}
	s.rows, s.united = rows, rows
}

// forget makes the index ready for another shard.
func (x *index) forget() { x.places, x.rows = x.places[:0], 0 }

// hold makes room for all rows of a shard, and knows the united ones then.
func (x *index) hold(s *shard) {
	if x.rows == s.united && len(x.places) >= 2*s.rows {
		return
	}
	size := 1 << bits.Len(uint(2*s.rows))
	if cap(x.places) < size {
		x.places = make([]uint32, size)
	}
	x.places = x.places[:size]
	clear(x.places)
	for i := range s.united {
		x.place(s, s.at(i).key, i)
	}
	x.rows = s.united
}

// place gives the place of a person-year's row. If it has none yet, it gets the next.
func (x *index) place(s *shard, key uint64, next int) int {
	for i := x.home(key); ; i = (i + 1) & (len(x.places) - 1) {
		at := int(x.places[i])
		if at == 0 {
			x.places[i] = uint32(next + 1)
			return next
		}
		if s.at(at-1).key == key {
			return at - 1
		}
	}
}

// home is where the search for the person of a key begins.
func (x *index) home(key uint64) int {
	return int(key >> (64 - bits.Len(uint(len(x.places)-1))))
}
