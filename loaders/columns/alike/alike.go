// Package alike finds the columns of a table that tell rows apart which are alike in all
// that is used of them: records go in; the columns that tell rows apart, or part them in a
// few, come out. It decides nothing.
package alike

import (
	"slices"
	"strconv"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/kinds"
	"wres/loaders/labels"
	"wres/model"
)

// Rows remembers the rows of a file by the cells of the columns that are used, counts
// apart.
type Rows struct {
	keys   []int // columns
	Others []*Column
	first  map[string]csvfile.Record
	Count  int
}

// Column is a column that is not used.
type Column struct {
	At      int // from 0
	Name    string
	Values  []string       // distinct, as they come; no more than enough to know that they are many
	count   map[string]int // rows by value
	blank   int
	numbers bool                // no cell is text
	with    []map[string]string // by key column: the value beside each of its cells; nil: they do not go together
	Lines   [2]int              // two rows that only such columns tell apart; 0: none
}

// Look prepares to look at a table by the columns that are used, but for its counts, and
// by others, of which the place and the name are given.
func Look(keys []int, others []*Column) *Rows {
	for _, u := range others {
		u.count, u.numbers = map[string]int{}, true
		for range keys {
			u.with = append(u.with, map[string]string{})
		}
	}
	return &Rows{keys: keys, Others: others, first: map[string]csvfile.Record{}}
}

// Add looks at a row.
func (a *Rows) Add(rec csvfile.Record) {
	a.Count++
	var key strings.Builder
	for _, k := range a.keys {
		key.WriteString(csvfile.Fold(rec.Value(k)))
		key.WriteByte(0)
	}
	for _, u := range a.Others {
		u.add(a.keys, rec)
	}
	first, twice := a.first[key.String()]
	if !twice {
		a.first[key.String()] = rec
		return
	}
	for _, u := range a.Others {
		one, two := csvfile.Fold(first.Value(u.At)), csvfile.Fold(rec.Value(u.At))
		if one != two && one != "" && two != "" && u.Lines[0] == 0 {
			u.Lines = [2]int{first.Line, rec.Line}
		}
	}
}

// numberSigns takes off what a number may be written with beside its digits.
var numberSigns = strings.NewReplacer(",", "", "%", "")

func (u *Column) add(keys []int, rec csvfile.Record) {
	cell := rec.Value(u.At)
	value := csvfile.Fold(cell)
	if value == "" {
		u.blank++
		return
	}
	if u.count[value]++; u.count[value] == 1 {
		u.Values = append(u.Values, strings.Clone(cell))
	}
	if _, err := strconv.ParseFloat(numberSigns.Replace(strings.TrimSpace(cell)), 64); err != nil {
		u.numbers = false
	}
	for i, k := range keys {
		with := u.with[i]
		if with == nil {
			continue
		}
		beside := csvfile.Fold(rec.Value(k))
		if other, seen := with[beside]; seen && other != value {
			u.with[i] = nil
			continue
		}
		with[beside] = value
	}
}

// Telling gives the columns that tell rows apart that are alike. Numbers that are
// different on every row count the rows.
func (a *Rows) Telling() []*Column {
	return slices.DeleteFunc(slices.Clone(a.Others), func(u *Column) bool {
		return u.Lines[0] == 0 || u.numbers && len(u.Values) == a.Count
	})
}

// Parts reports whether the column parts the rows in a few, so that what is counted may
// be of different places, without being another name for a column that is used.
func (u *Column) Parts(rows int) bool {
	const few = 2
	if u.numbers || u.blank > 0 || len(u.Values) < few || len(u.Values)*few > rows+1 { // two values part three rows
		return false
	}
	return !slices.ContainsFunc(u.with, func(with map[string]string) bool {
		return len(with) > few && len(with) == len(u.Values)
	})
}

// Shown names a few of the values, unless they may be about persons.
func (u *Column) Shown() string {
	if kinds.Identifies(csvfile.Fold(u.Name)) || slices.ContainsFunc(u.Values, labels.LooksPersonal) {
		return labels.Plural(len(u.Values), "value")
	}
	names := make([]string, len(u.Values))
	for i, v := range u.Values {
		names[i] = labels.Quoted(v)
	}
	return labels.Few(names)
}

// Known reports whether most of the column's labels are read by words, and whether no two
// labels have one meaning then. Totals are of no meaning.
func (u *Column) Known(words func(cell string) (string, bool)) (known, apart bool) {
	look, all, met := 0, 0, map[string]bool{}
	for _, v := range u.Values {
		if model.NamesTotal(v) {
			continue
		}
		all++
		if meaning, ok := words(v); ok {
			look++
			met[meaning] = true
		}
	}
	return 2*look > all, len(met) == look
}
