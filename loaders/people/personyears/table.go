// Package personyears holds who is in a year, each person once: the rows of lists go in,
// each a person, a year and a value; of each person-year one row comes out, that with the
// largest value, whatever the order of the rows. What a value means, the package people
// knows.
//
// A [Table] holds no employee number: a keyed hash under a seed that is drawn for each load
// tells one person from another, and only while the folder is read.
//
// Rows are taken as they come, by several goroutines, each with an [Adder]; then they are
// united, shard by shard: it is found out which of them are of one person-year. A shard of
// a national list fits into a core's cache, where all of its million and a half people do
// not. Made by hand: 16 bytes a row, and nothing for the garbage collector to follow.
package personyears

import (
	"iter"
	"sync/atomic"

	"wres/loaders/parallel"
	"wres/model"
)

// Table is a set of person-years, each with the row that counts for it. The zero Table is
// empty.
type Table struct {
	shards [1 << shardBits]shard
}

const (
	shardBits = 6
	empBits   = 45 // of the hash, kept in a row's key; the shard tells six more
	orgBits   = 12
	yearBits  = 7

	// FirstYear and Years make the years of the standard fit into the key of a row, none
	// of them 0.
	FirstYear = 1999
	Years     = 1 << yearBits
	// LastOrg is the highest number that an organisation can have.
	LastOrg = 1<<orgBits - 1
)

// Person is someone as a row names them.
type Person struct {
	Hash uint64
	Org  uint16 // the number of the organisation; 0: the list names none
}

func (p Person) shard() int { return int(p.Hash >> (64 - shardBits)) }

func (p Person) emp() uint64 { return p.Hash & (1<<empBits - 1) }

func (p Person) key(y model.Year) uint64 {
	return p.emp()<<(orgBits+yearBits) | uint64(p.Org)<<yearBits | uint64(y-FirstYear)
}

// Row is one person-year: the key holds hash, organisation and year, the value whatever
// the kind of list keeps. No key and no value is 0.
type Row struct{ key, Value uint64 }

// Year is of the person-year.
func (r Row) Year() model.Year { return model.Year(r.key&(1<<yearBits-1)) + FirstYear }

// parts takes a key apart.
func (r Row) parts() (emp uint64, org uint16, y model.Year) {
	return r.key >> (orgBits + yearBits), uint16(r.key >> yearBits & (1<<orgBits - 1)), r.Year()
}

// Met is told of each row when it is united, with the value that stood then for its
// person-year: 0 for none. What it answers is marked in the value that stands.
type Met func(y model.Year, value, before uint64) (mark uint64)

// Adder adds rows to a table, for one goroutine.
type Adder struct {
	table *Table
	met   Met
	pages [1 << shardBits]page // on their way into the shards
	index index                // of the shard that is being united
}

// Adder makes one.
func (t *Table) Adder(met Met) *Adder { return &Adder{table: t, met: met} }

// Add adds a row. The person may have other rows.
func (a *Adder) Add(p Person, y model.Year, value uint64) {
	i := p.shard()
	rows := a.pages[i]
	if len(rows) == cap(rows) {
		a.handOver(i)
		rows = make(page, 0, pageRows)
	}
	a.pages[i] = append(rows, Row{p.key(y), value})
}

// handOver gives a page to its shard.
func (a *Adder) handOver(i int) {
	rows, s := a.pages[i], &a.table.shards[i]
	if len(rows) == 0 {
		return
	}
	a.pages[i] = nil
	s.Lock()
	defer s.Unlock()
	s.take(rows)
	if s.full() {
		a.unite(s)
	}
}

// unite finds out which rows of a shard are of one person-year.
func (a *Adder) unite(s *shard) {
	a.index.forget()
	s.unite(&a.index, a.met)
}

// Unite leaves one row of each person-year, once all are added, with the adders that
// added them: each tells its own of the rows that it unites.
func (t *Table) Unite(adders ...*Adder) {
	for _, a := range adders {
		for i := range a.pages {
			a.handOver(i)
		}
	}
	var taken atomic.Int64
	parallel.Do(len(adders), func(n int) {
		for i := taken.Add(1); i <= int64(len(t.shards)); i = taken.Add(1) {
			adders[n].unite(&t.shards[i-1])
		}
	})
}

// Merge takes over the rows of a table that is united, and is united then too. met is
// told of each of them, with the value that stood here.
func (t *Table) Merge(other *Table, met Met) {
	for i := range t.shards {
		s := &t.shards[i]
		for _, p := range other.shards[i].pages {
			s.take(p)
		}
		s.unite(&s.index, met)
	}
}

// Replace takes over another table as it is.
func (t *Table) Replace(by *Table) {
	for i := range t.shards {
		from, to := &by.shards[i], &t.shards[i]
		to.pages, to.rows, to.united, to.again, to.index = from.pages, from.rows, from.united, from.again, from.index
	}
}

// Empty reports whether no row was added.
func (t *Table) Empty() bool {
	for i := range t.shards {
		if t.shards[i].rows > 0 {
			return false
		}
	}
	return true
}

// All gives each person-year of a table that is united.
func (t *Table) All() iter.Seq2[Person, Row] { return t.Part(0, 1) }

// Part gives one of several parts of all person-years: the nth, from 0.
func (t *Table) Part(nth, parts int) iter.Seq2[Person, Row] {
	return func(yield func(Person, Row) bool) {
		for i := nth; i < len(t.shards); i += parts {
			for _, p := range t.shards[i].pages {
				for _, row := range p {
					emp, org, _ := row.parts()
					if !yield(Person{uint64(i)<<(64-shardBits) | emp, org}, row) {
						return
					}
				}
			}
		}
	}
}

// Find looks a person up who is named in another list: in the year itself, else in
// the nearest, an earlier one first. Where one of the two lists names no
// organisation the number alone decides. It answers false where two organisations
// have different people under the number. The table is united.
func (t *Table) Find(p Person, y model.Year, same func(a, b uint64) bool) (value uint64, found bool) {
	s := &t.shards[p.shard()]
	if s.rows == 0 {
		return 0, false
	}
	s.index.hold(s)
	best, clash := 0, false
	for i := s.index.home(p.key(y)); s.index.places[i] != 0; i = (i + 1) & (len(s.index.places) - 1) {
		at := s.at(int(s.index.places[i]) - 1)
		emp, org, year := at.parts()
		if emp != p.emp() || org != p.Org && org != 0 && p.Org != 0 {
			continue
		}
		far := 2 * int(y-year)
		if far < 0 {
			far = -far + 1
		}
		switch {
		case !found || far < best:
			value, best, found, clash = at.Value, far, true, false
		case far == best:
			clash = clash || !same(at.Value, value)
			value = max(value, at.Value)
		}
	}
	return value, found && !clash
}
