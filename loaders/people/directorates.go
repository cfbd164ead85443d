package people

import (
	"hash/fnv"
	"regexp"
	"strings"
	"sync"

	"wres/loaders/columns"
	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
)

// unit stands for a directorate while the staff lists are read: a hash of its name, so
// that it is the same whatever the order of the rows. 0 is none.
type unit uint32

const (
	unitBits  = 25 // the room near the bottom of a person's value
	unitShift = 1
	unitMask  = 1<<unitBits - 1
	// maxUnits bounds the directorates of a folder. A column with more holds something
	// else, such as teams of a few people, and is not reported on.
	maxUnits = 1000
)

// readUnit reads a directorate.
func (l *looking) readUnit(raw string) unit {
	key := csvfile.Fold(raw)
	if key == "" || model.IsTotal(raw) {
		return 0
	}
	name := labels.Shown(raw)
	if !labels.LooksLikeLabel(codeBefore().ReplaceAllString(strings.TrimSpace(raw), "")) {
		name = ""
	}
	if !l.units.Add(key, name) {
		return 0
	}
	return unitOf(key)
}

func unitOf(key string) unit {
	h := fnv.New32a()
	h.Write([]byte(key))
	return unit(max(h.Sum32()&unitMask, 1))
}

// unitNames gives the directorates by what stands for them. Two that share it, which is
// rare, have no name: their people cannot be told apart.
func unitNames(t *labels.Names) map[unit]string {
	names := map[unit]string{}
	for key, name := range t.Of {
		id := unitOf(key)
		if _, taken := names[id]; taken {
			name = ""
		}
		names[id] = name
	}
	return names
}

// codeBefore is the employer's number before the name of a part of it: "338 L3 Surgery".
var codeBefore = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[0-9]{3,4} `) })

// unitCell is where someone without an employee number is counted by directorate.
type unitCell struct {
	year  model.Year
	unit  unit
	known bool
}

// LastListed gives the last year that a staff list gives the workforce of, with the
// first list that has it and says the directorate.
func (p *People) LastListed() (last model.Year, by *columns.File) {
	for _, li := range p.files {
		if li.file.Fit.Extract.Figures != kinds.Workforce || li.at[directorateField] < 0 {
			continue
		}
		for y, a := range li.years {
			if a.rows > 0 && y > last && !p.refuses("workforce", y) {
				last, by = y, li.file
			}
		}
	}
	return last, by
}

// Directorate counts the staff of a directorate, and those whose ethnicity is missing.
type Directorate struct {
	Name           string // "": it is not told
	Staff, Missing int
}

// Directorates counts the staff of a year by directorate, each person once. It gives
// none where there are too many to be directorates.
func (p *People) Directorates(year model.Year) []Directorate {
	if p.units.Over {
		return nil
	}
	all, names := map[unit]*Directorate{}, unitNames(&p.units)
	add := func(id unit, n int, known bool) {
		u := all[id]
		if u == nil {
			u = &Directorate{Name: names[id]}
			all[id] = u
		}
		if u.Staff += n; !known {
			u.Missing += n
		}
	}
	for c, n := range p.counts.units {
		if c.year == year {
			add(c.unit, n, c.known)
		}
	}
	for _, row := range p.staff.All() {
		if row.Year() == year && row.Value&isCounted != 0 {
			_, e, _ := staffOf(row.Value)
			add(unit(row.Value>>unitShift&unitMask), 1, e.Group() != model.Unknown)
		}
	}
	var some []Directorate
	for _, u := range all {
		some = append(some, *u)
	}
	return some
}
