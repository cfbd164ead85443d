package people

import (
	"iter"
	"math/bits"
	"sync"

	"wres/model"
)

// personTable is a set of person-years, each with the row that counts for it. It holds
// no employee number: a keyed hash under a seed that is drawn for each load tells
// one person from another, and only while the folder is read. Several goroutines
// may add to it.
//
// Rows are taken as they come, and it is united shard by shard which of them are of
// one person-year: a shard of a national list fits into a core's cache, where all of
// its million and a half people do not. 16 bytes a row, and nothing for the garbage
// collector to follow.
type personTable struct {
	shards [1 << shardBits]shard
}

const (
	shardBits = 6
	empBits   = 45 // of the hash, kept in a slot's key; the shard tells six more
	orgBits   = 12
	yearBits  = 7

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
	pages  []personPage
	rows   int // in the pages
	united int // the first so many rows are of different person-years, and their pages full
	again  int // rows that were united and were of a person-year that had one
	index  placeIndex
}

// personPage is some rows. It has room for pageRows.
type personPage []personSlot

// personSlot is one person-year: the key holds hash, organisation and year, the value
// whatever the kind keeps. Of two values the larger stands, so that the order of
// rows is irrelevant. No key and no value is 0.
type personSlot struct{ key, value uint64 }

// placeIndex tells in which place of a shard's pages a united row stands. The search
// for a person begins where their employee number says, so that the years of a person
// stand together; so do the people of several organisations who share a number, of whom
// there are few.
type placeIndex struct {
	places []uint32 // counted from 1, 0 is free; their number is a power of two, at least twice the rows
	rows   int
}

// person is someone as a row names them.
type person struct {
	hash uint64
	org  uint16 // 0: the list names none
}

func (p person) shard() int { return int(p.hash >> (64 - shardBits)) }

func (p person) emp() uint64 { return p.hash & (1<<empBits - 1) }

// firstYear makes the years of the standard fit into yearBits, none of them 0.
const firstYear = 1999

func (p person) key(y model.Year) uint64 {
	return p.emp()<<(orgBits+yearBits) | uint64(p.org)<<yearBits | uint64(y-firstYear)
}

// year is of the person-year.
func (s personSlot) year() model.Year { return model.Year(s.key&(1<<yearBits-1)) + firstYear }

// parts takes a key apart.
func (s personSlot) parts() (emp uint64, org uint16, y model.Year) {
	return s.key >> (orgBits + yearBits), uint16(s.key >> yearBits & (1<<orgBits - 1)), s.year()
}

// take adds a page to the shard, which is locked.
func (s *shard) take(page personPage) {
	s.pages = append(s.pages, page)
	s.rows += len(page)
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
func (s *shard) at(i int) *personSlot {
	return &s.pages[i>>pageBits][:pageRows][i&(pageRows-1)]
}

// unite leaves one row of each person-year, that with the largest value. met is told
// of each row that was not united before, with the value that stood then: 0 for none.
// What it answers is marked in the value that stands.
func (s *shard) unite(index *placeIndex, met func(y model.Year, value, before uint64) (mark uint64)) {
	if s.united == s.rows {
		return
	}
	index.hold(s)
	kept, skip := s.united, s.united&(pageRows-1)
	for _, page := range s.pages[s.united>>pageBits:] {
		for _, row := range page[skip:] {
			var before uint64
			i := index.place(s, row.key, kept)
			if i < kept {
				stands := s.at(i)
				before = stands.value
				stands.value = max(before, row.value)
			} else {
				// No row is overtaken: pages that are not full only bring this place forward.
				*s.at(kept) = row
				kept++
			}
			if mark := met(row.year(), row.value, before); mark != 0 {
				s.at(i).value |= mark
			}
		}
		skip = 0
	}
	s.again += s.rows - kept
	s.cut(kept)
	index.rows = kept
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
func (x *placeIndex) forget() { x.places, x.rows = x.places[:0], 0 }

// hold makes room for all rows of a shard, and knows the united ones then.
func (x *placeIndex) hold(s *shard) {
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
func (x *placeIndex) place(s *shard, key uint64, next int) int {
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
func (x *placeIndex) home(key uint64) int {
	return int(key >> (64 - bits.Len(uint(len(x.places)-1))))
}

// add takes over the rows of a table that is united, and is united then too. met is
// told of each of them, with the value that stood here.
func (t *personTable) add(other *personTable, met func(y model.Year, value, before uint64) (mark uint64)) {
	for i := range t.shards {
		s := &t.shards[i]
		for _, page := range other.shards[i].pages {
			s.take(page)
		}
		s.unite(&s.index, met)
	}
}

// replace takes over another table as it is.
func (t *personTable) replace(by *personTable) {
	for i := range t.shards {
		from, to := &by.shards[i], &t.shards[i]
		to.pages, to.rows, to.united, to.again, to.index = from.pages, from.rows, from.united, from.again, from.index
	}
}

func (t *personTable) empty() bool {
	for i := range t.shards {
		if t.shards[i].rows > 0 {
			return false
		}
	}
	return true
}

// all gives each person-year of a table that is united.
func (t *personTable) all() iter.Seq2[person, personSlot] { return t.part(0, 1) }

// part gives one of several parts of all person-years: the nth, from 0.
func (t *personTable) part(nth, parts int) iter.Seq2[person, personSlot] {
	return func(yield func(person, personSlot) bool) {
		for i := nth; i < len(t.shards); i += parts {
			for _, page := range t.shards[i].pages {
				for _, row := range page {
					emp, org, _ := row.parts()
					if !yield(person{uint64(i)<<(64-shardBits) | emp, org}, row) {
						return
					}
				}
			}
		}
	}
}

// find looks a person up who is named in another list: in the year itself, else in
// the nearest, an earlier one first. Where one of the two lists names no
// organisation the number alone decides. It answers false where two organisations
// have different people under the number. The table is united.
func (t *personTable) find(p person, y model.Year, same func(a, b uint64) bool) (value uint64, found bool) {
	s := &t.shards[p.shard()]
	if s.rows == 0 {
		return 0, false
	}
	s.index.hold(s)
	best, clash := 0, false
	for i := s.index.home(p.key(y)); s.index.places[i] != 0; i = (i + 1) & (len(s.index.places) - 1) {
		at := s.at(int(s.index.places[i]) - 1)
		emp, org, year := at.parts()
		if emp != p.emp() || org != p.org && org != 0 && p.org != 0 {
			continue
		}
		far := 2 * int(y-year)
		if far < 0 {
			far = -far + 1
		}
		switch {
		case !found || far < best:
			value, best, found, clash = at.value, far, true, false
		case far == best:
			clash = clash || !same(at.value, value)
			value = max(value, at.value)
		}
	}
	return value, found && !clash
}
