package loaders

import (
	"hash/fnv"
	"regexp"
	"strings"
	"sync"

	"wres/loaders/csvfile"
	"wres/model"
)

// unit names a directorate while the staff lists are read: a hash of its name, so that
// it is the same whatever the order of the rows. 0 is none.
type unit uint32

const (
	unitBits = 26 // the room at the bottom of a person's value
	unitMask = 1<<unitBits - 1
	// maxUnits bounds the directorates of a folder. A column with more holds something
	// else, such as teams of a few people, and is not reported on.
	maxUnits = 1000
)

// units are the directorates that the staff lists have named.
type units struct {
	mutex sync.Mutex
	of    map[string]unit // by folded name
	names map[unit]string // for a message; "" where it may be about a person
	over  bool            // there were more than a report is made of
}

func newUnits() units { return units{of: map[string]unit{}, names: map[unit]string{}} }

// read numbers a directorate.
func (u *units) read(raw string) unit {
	key := csvfile.Fold(raw)
	if key == "" || model.IsTotal(raw) {
		return 0
	}
	u.mutex.Lock()
	defer u.mutex.Unlock()
	name := strings.Clone(shown(raw))
	if !looksLikeLabel(codeBefore.ReplaceAllString(strings.TrimSpace(raw), "")) {
		name = ""
	}
	if id, seen := u.of[key]; seen {
		u.names[id] = min(u.names[id], name)
		return id
	}
	if len(u.of) == maxUnits {
		u.over = true
		return 0
	}
	h := fnv.New32a()
	h.Write([]byte(key))
	id := unit(h.Sum32() & unitMask)
	for _, taken := u.names[id]; taken || id == 0; _, taken = u.names[id] {
		id = (id + 1) & unitMask
	}
	u.of[key], u.names[id] = id, name
	return id
}

// codeBefore is the employer's number before the name of a part of it: "338 L3 Surgery".
var codeBefore = regexp.MustCompile(`^[0-9]{3,4} `)

// unitCell is where someone without an employee number is counted by directorate.
type unitCell struct {
	year  model.Year
	unit  unit
	known bool
}

// lastListed gives the last year that a staff list gives the workforce of, with the
// first list that has it and says the directorate.
func (l *loading) lastListed() (last model.Year, by *listFile) {
	for _, li := range l.lists.files {
		if li.file.kind != "staff list" || li.at[directorateField] < 0 {
			continue
		}
		for y, a := range li.years {
			if a.rows > 0 && y > last && !l.lists.refuses("workforce", y) {
				last, by = y, li
			}
		}
	}
	return last, by
}

// countUnits counts the staff of a year by directorate, each person once.
func (l *loading) countUnits(year model.Year) map[unit]*undeclared {
	all := map[unit]*undeclared{}
	add := func(id unit, n int, known bool) {
		u := all[id]
		if u == nil {
			u = &undeclared{name: l.lists.units.names[id]}
			all[id] = u
		}
		if u.staff += n; !known {
			u.missing += n
		}
	}
	for c, n := range l.lists.counts.units {
		if c.year == year {
			add(c.unit, n, c.known)
		}
	}
	l.lists.staff.all(func(_ person, y model.Year, v uint64) {
		if y == year && v&isCounted != 0 {
			_, e, _ := staffOf(v)
			add(unit(v&unitMask), 1, e.Group() != model.Unknown)
		}
	})
	return all
}
