package loaders

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"sync"

	"wres/model"
)

// personTable is a set of person-years, each with the row that counts for it. It holds
// no employee number: a keyed hash under a seed that is drawn for each load tells
// one person from another, and only while the folder is read. Several goroutines
// may add to it.
//
// It is a table of its own, and not a map, because a national list has a million
// and a half people: 16 bytes a slot, grown as needed, and nothing for the garbage
// collector to follow.
type personTable struct {
	shards [1 << shardBits]shard
}

const (
	shardBits = 6
	empBits   = 45 // of the hash, kept in a slot's key; the shard tells six more
	orgBits   = 12
	yearBits  = 7
)

// shard is a part of the set with a lock of its own.
type shard struct {
	sync.Mutex
	slots []personSlot
	used  int
}

// personSlot is one person-year: the key holds hash, organisation and year, the value
// whatever the kind keeps. Of two values the larger stands, so that the order of
// rows is irrelevant. A key of 0 is an empty slot.
type personSlot struct{ key, value uint64 }

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

// parts takes a key apart.
func (s personSlot) parts() (emp uint64, org uint16, y model.Year) {
	return s.key >> (orgBits + yearBits), uint16(s.key >> yearBits & (1<<orgBits - 1)), model.Year(s.key&(1<<yearBits-1)) + firstYear
}

// home is where the search for a person begins: it depends on the employee number
// alone, so that a person's years stand together.
func home(emp uint64, slots int) int {
	hi, _ := bits.Mul64(emp<<(64-empBits), uint64(slots))
	return int(hi)
}

// add gives a person-year a value, and returns the one that stood before: 0 for
// none. A value is never 0.
func (t *personTable) add(p person, y model.Year, value uint64) (before uint64) {
	s := &t.shards[p.shard()]
	s.Lock()
	defer s.Unlock()
	return s.add(personSlot{p.key(y), value})
}

// add gives a person-year a value. The shard is locked.
func (s *shard) add(row personSlot) (before uint64) {
	if s.room() < 1 {
		s.grow(usualGrowth)
	}
	emp, _, _ := row.parts()
	for i := home(emp, len(s.slots)); ; i++ {
		if i == len(s.slots) {
			i = 0
		}
		switch at := &s.slots[i]; at.key {
		case 0:
			*at = row
			s.used++
			return 0
		case row.key:
			before = at.value
			at.value = max(before, row.value)
			return before
		}
	}
}

func (t *personTable) empty() bool {
	for i := range t.shards {
		if t.shards[i].used > 0 {
			return false
		}
	}
	return true
}

// room is how many more person-years the shard takes before it has to grow.
func (s *shard) room() int { return 4*len(s.slots)/5 - s.used }

// touch looks at where rows will be searched for, all at once: the processor fetches
// the memory of each while it waits for that of the others.
func (s *shard) touch(rows []personSlot) (keys uint64) {
	if len(s.slots) == 0 {
		return 0
	}
	for _, row := range rows {
		emp, _, _ := row.parts()
		keys ^= s.slots[home(emp, len(s.slots))].key
	}
	return keys
}

// usualGrowth is how many times the person-years that are there a shard makes room
// for, where nothing tells how many are still to come.
const usualGrowth = 1.25

// grow makes room for so many times the person-years that are there, and a few more.
func (s *shard) grow(times float64) {
	const spare = 1.3 // what full asks for, and a little more
	old := s.slots
	s.slots = make([]personSlot, max(16, len(old)+len(old)/8, int(spare*times*float64(s.used))))
	// Written to before it is looked at: a new page that is read first is faulted in twice.
	const inPage = 4096 / 16
	for i := 0; i < len(s.slots); i += inPage {
		s.slots[i].key = 0
	}
	for _, o := range old {
		if o.key == 0 {
			continue
		}
		emp, _, _ := o.parts()
		i := home(emp, len(s.slots))
		for s.slots[i].key != 0 {
			if i++; i == len(s.slots) {
				i = 0
			}
		}
		s.slots[i] = o
	}
}

// all calls do for each person-year. Nothing may be added meanwhile.
func (t *personTable) all(do func(p person, y model.Year, value uint64)) {
	for i := range t.shards {
		for _, at := range t.shards[i].slots {
			if at.key != 0 {
				emp, org, y := at.parts()
				do(person{uint64(i)<<(64-shardBits) | emp, org}, y, at.value)
			}
		}
	}
}

// find looks a person up who is named in another list: in the year itself, else in
// the nearest, an earlier one first. Where one of the two lists names no
// organisation the number alone decides. It answers false where two organisations
// have different people under the number.
func (t *personTable) find(p person, y model.Year, same func(a, b uint64) bool) (value uint64, found bool) {
	s := &t.shards[p.shard()]
	if len(s.slots) == 0 {
		return 0, false
	}
	best, clash := 0, false
	for i := home(p.emp(), len(s.slots)); s.slots[i].key != 0; {
		emp, org, year := s.slots[i].parts()
		if emp == p.emp() && (org == p.org || org == 0 || p.org == 0) {
			far := 2 * int(y-year)
			if far < 0 {
				far = -far + 1
			}
			switch v := s.slots[i].value; {
			case !found || far < best:
				value, best, found, clash = v, far, true, false
			case far == best:
				clash = clash || !same(v, value)
				value = max(value, v)
			}
		}
		if i++; i == len(s.slots) {
			i = 0
		}
	}
	return value, found && !clash
}

// numberHash hashes an employee number, or tells that the cell holds none. Lists
// write one number in several ways: with noughts before it, which a spreadsheet
// drops, with ".0" behind it, in capitals. A number in scientific form has lost
// digits, and two people could share what is left: it is none.
func (w *worker) numberHash(cell []byte) (hash uint64, state numberState) {
	if plainDigits(cell) {
		return maphash.Bytes(w.seed, cell), numbered
	}
	digits, letters, start := 0, 0, -1
	b := w.number[:0]
	for _, c := range cell {
		switch {
		case c == ' ' || c == '\t':
			continue
		case c >= '0' && c <= '9':
			digits++
			if start < 0 && c != '0' {
				start = len(b)
			}
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
			letters++
		case c != '.' && c != '+':
			letters++
		}
		b = append(b, c)
	}
	w.number = b
	switch {
	case digits == 0:
		return 0, unnumbered // empty, "n/a", "-"
	case lostDigits(b):
		return 0, lostNumber
	}
	if letters == 0 {
		if start < 0 {
			return 0, unnumbered // 0, 0000
		}
		b = b[start:]
		if i := slices.Index(b, '.'); i >= 0 && allZero(b[i+1:]) {
			b = b[:i]
		}
	}
	return maphash.Bytes(w.seed, b), numbered
}

// plainDigits reports a number that is written as it is hashed: digits alone, of which
// the first is no nought. Nearly all are.
func plainDigits(cell []byte) bool {
	for _, c := range cell {
		if c-'0' > 9 {
			return false
		}
	}
	return len(cell) > 0 && cell[0] != '0'
}

// numberState says what a cell of employee numbers holds.
type numberState uint8

const (
	numbered numberState = iota
	unnumbered
	lostNumber
)

// lostDigits reports a number in scientific form: 1.23E+11, in lower case.
func lostDigits(b []byte) bool {
	i := slices.Index(b, 'e')
	if i <= 0 || i+2 >= len(b) || b[i+1] != '+' && b[i+1] != '-' {
		return false
	}
	for j, c := range b {
		if j != i && j != i+1 && c != '.' && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

func allZero(b []byte) bool {
	return !slices.ContainsFunc(b, func(c byte) bool { return c != '0' })
}
