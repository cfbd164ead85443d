package labels

import (
	"bytes"
	"encoding/binary"
	"iter"
	"math/bits"
)

// Lookup reads the cells of a column of categories, each spelling once. Looking a
// cell up costs no memory and little time: a column has a few dozen spellings, which
// their length and their two ends nearly always tell apart.
type Lookup[V any] struct {
	read  func(string) V
	blank *V        // of the empty cell
	table []seen[V] // by the hash of the cell; its length is a power of two
	shift int       // leaves of a hash the place in the table
	used  int
	lost  int // spellings that there was no room for
}

// seen is a spelling that has been read.
type seen[V any] struct {
	first, end uint64 // the two ends of the cell, which nearly always tell it from others
	cell       []byte // empty: the place is free
	value      V
}

const (
	// MaxSpellings bounds what a lookup remembers: a column of names under the header
	// of a category would fill the memory.
	MaxSpellings = 4096
	// maxProbes bounds the search for one: spellings can be made to meet in one place.
	maxProbes = 32
)

func NewLookup[V any](read func(string) V) Lookup[V] {
	const room = 6 // bits
	return Lookup[V]{read: read, table: make([]seen[V], 1<<room), shift: 64 - room}
}

// Of gives what a cell says.
func (l *Lookup[V]) Of(cell []byte) V { return *l.At(cell) }

// At gives what a cell says, where it is remembered: it is not to be changed.
func (l *Lookup[V]) At(cell []byte) *V {
	if len(cell) == 0 {
		return l.ofBlank()
	}
	first, end := ends(cell)
	home := spellingHash(first, end, len(cell)) >> l.shift
	at := &l.table[home&uint64(len(l.table)-1)]
	if at.first == first && at.end == end && len(at.cell) == len(cell) && (len(cell) <= 16 || sameMiddle(at.cell, cell)) {
		return &at.value
	}
	return l.search(cell, first, end, home)
}

// All gives what the spellings say that are remembered.
func (l *Lookup[V]) All() iter.Seq[*V] {
	return func(yield func(*V) bool) {
		if l.blank != nil && !yield(l.blank) {
			return
		}
		for i := range l.table {
			if len(l.table[i].cell) > 0 && !yield(&l.table[i].value) {
				return
			}
		}
	}
}

// ofBlank gives what the empty cell says.
func (l *Lookup[V]) ofBlank() *V {
	if l.blank == nil {
		v := l.read("")
		l.blank = &v
	}
	return l.blank
}

// search looks for a cell in whose place another stands, and reads it if it has not
// been met.
func (l *Lookup[V]) search(cell []byte, first, end, home uint64) *V {
	for probes := range uint64(maxProbes) {
		at := &l.table[(home+probes)&uint64(len(l.table)-1)]
		if at.first == first && at.end == end && string(at.cell) == string(cell) {
			return &at.value
		}
		if len(at.cell) == 0 {
			break
		}
	}
	return l.meet(seen[V]{first, end, bytes.Clone(cell), l.read(string(cell))})
}

// meet remembers a spelling if there is room.
func (l *Lookup[V]) meet(s seen[V]) *V {
	if l.used == MaxSpellings {
		l.lost++
		return &s.value
	}
	if 4*l.used >= len(l.table) {
		l.grow()
	}
	if at := l.put(s); at != nil {
		return at
	}
	return &s.value
}

// Crowded reports that many spellings were not remembered: looking one up takes longer
// then than reading it.
func (l *Lookup[V]) Crowded() bool { return l.lost > MaxSpellings }

// put remembers a spelling and gives the place of its value, unless too many meet in its
// place.
func (l *Lookup[V]) put(s seen[V]) *V {
	home := spellingHash(s.first, s.end, len(s.cell)) >> l.shift
	for probes := range uint64(maxProbes) {
		if at := &l.table[(home+probes)&uint64(len(l.table)-1)]; len(at.cell) == 0 {
			*at = s
			l.used++
			return &at.value
		}
	}
	l.lost++
	return nil
}

func (l *Lookup[V]) grow() {
	old := l.table
	l.table, l.shift, l.used = make([]seen[V], 2*len(old)), l.shift-1, 0
	for _, s := range old {
		if len(s.cell) > 0 {
			l.put(s)
		}
	}
}

// ends returns the first eight bytes of a cell and the last eight, which overlap where
// it has fewer than sixteen: together with its length they are all of it then.
func ends(cell []byte) (first, end uint64) {
	switch n := len(cell); {
	case n >= 8:
		return binary.LittleEndian.Uint64(cell), binary.LittleEndian.Uint64(cell[n-8:])
	case n >= 4:
		return uint64(binary.LittleEndian.Uint32(cell)), uint64(binary.LittleEndian.Uint32(cell[n-4:]))
	case n > 0:
		return uint64(cell[0]) | uint64(cell[n/2])<<8 | uint64(cell[n-1])<<16, 0
	}
	return 0, 0
}

// sameMiddle compares what stands between the first eight bytes of two cells of one
// length and the last eight: by words, where they are too short for a call to pay.
func sameMiddle(a, b []byte) bool {
	if len(a) > 40 {
		return string(a) == string(b)
	}
	for i := 8; i+8 < len(a) && i+8 < len(b); i += 8 {
		if binary.LittleEndian.Uint64(a[i:]) != binary.LittleEndian.Uint64(b[i:]) {
			return false
		}
	}
	return true
}

// spellingHash hashes a cell by its length and its two ends. The upper bits are the
// better ones: the last letters of an end matter to them too.
func spellingHash(first, end uint64, size int) uint64 {
	return (first ^ bits.RotateLeft64(end, 29) + uint64(size)) * 0x9e3779b97f4a7c15
}
