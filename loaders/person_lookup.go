package loaders

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"wres/loaders/csvfile"
	"wres/model"
)

// lookup reads the cells of a column of categories, each spelling once. Looking a
// cell up costs no memory and little time: a column has a few dozen spellings, which
// their length and their two ends nearly always tell apart.
type lookup[V any] struct {
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
	// maxSpellings bounds what a lookup remembers: a column of names under the header
	// of a category would fill the memory.
	maxSpellings = 4096
	// maxProbes bounds the search for one: spellings can be made to meet in one place.
	maxProbes = 32
)

func newLookup[V any](read func(string) V) lookup[V] {
	const room = 6 // bits
	return lookup[V]{read: read, table: make([]seen[V], 1<<room), shift: 64 - room}
}

// of gives what a cell says.
func (l *lookup[V]) of(cell []byte) V { return *l.at(cell) }

// at gives what a cell says, where it is remembered: it is not to be changed.
func (l *lookup[V]) at(cell []byte) *V {
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

// ofBlank gives what the empty cell says.
func (l *lookup[V]) ofBlank() *V {
	if l.blank == nil {
		v := l.read("")
		l.blank = &v
	}
	return l.blank
}

// search looks for a cell in whose place another stands, and reads it if it has not
// been met.
func (l *lookup[V]) search(cell []byte, first, end, home uint64) *V {
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
func (l *lookup[V]) meet(s seen[V]) *V {
	if l.used == maxSpellings {
		l.lost++
		return &s.value
	}
	if 4*l.used >= len(l.table) {
		l.grow()
	}
	l.put(s)
	return &s.value
}

// crowded reports that many spellings were not remembered: looking one up takes longer
// then than reading it.
func (l *lookup[V]) crowded() bool { return l.lost > maxSpellings }

// put remembers a spelling, unless too many meet in its place.
func (l *lookup[V]) put(s seen[V]) {
	home := spellingHash(s.first, s.end, len(s.cell)) >> l.shift
	for probes := range uint64(maxProbes) {
		if at := &l.table[(home+probes)&uint64(len(l.table)-1)]; len(at.cell) == 0 {
			*at = s
			l.used++
			return
		}
	}
	l.lost++
}

func (l *lookup[V]) grow() {
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

// strange counts the rows of a label that no table knows.
type strange struct {
	field, label string // the label is "" where it must not be shown
	written      string // the label as the list has it, likewise
	folded       string // as it is matched, likewise
	n            int
	first        int64 // where the first of its rows stands
}

// note counts a row under the label, if there is one.
func (s *strange) note(at int64) {
	if s == nil {
		return
	}
	if s.n == 0 {
		s.first = at
	}
	s.n++
}

// hiddenLabel stands in a report for labels that may be about a person.
const hiddenLabel = "(not shown: it may not be a category)"

// hiddenHeader stands for the headers of a file of no kind whose first row may be
// about a person.
const hiddenHeader = "(not shown: it may be data)"

// maxStrange is how many labels of one column are listed. A column with more than
// maxLabels holds something else than categories, and none of it is shown.
const (
	maxStrange = 50
	maxLabels  = maxSpellings
)

// strange gives the count of a label that no table knows. Labels that may be about
// a person share one, without the label; those of a column of yes and no always may.
func (w *worker) strange(field listField, raw string) *strange {
	key := strangeKey{field, "", ""}
	if looksLikeLabel(raw) && field != primaryField && len(w.listed[field]) <= maxLabels {
		key.label, key.folded = strings.Clone(shown(raw)), csvfile.Fold(raw)
	}
	s := w.strangers[key]
	if s == nil {
		s = &strange{field: fieldNames[field], label: key.label}
		w.strangers[key] = s
		if key.label != "" {
			s.written, s.folded = strings.Clone(raw), key.folded
			w.listed[field][key.folded] = true
		}
	}
	return s
}

type strangeKey struct {
	field         listField
	label, folded string
}

// What is about a person even where a category should stand: a National Insurance
// or another long number, a date, an address of any kind, a title before a name. Compiled
// when first asked for.
var (
	personalShape = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)[0-9]{3}|[a-z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[a-d]\b|[0-9]{1,2}[-/. ](?:[0-9]{1,2}|[a-z]{3,9})[-/. ][0-9]{2}|@|\b[a-z]{1,2}[0-9][0-9a-z]? [0-9][a-z]{2}\b`)
	})
	titledName = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(?i)^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|sister)\b\.? `)
	})
)

// looksLikeLabel reports whether a cell may be the label of a category, and can be
// shown to the user to map.
func looksLikeLabel(raw string) bool {
	s := csvfile.Clean(raw)
	const longest = 80
	if s == "" || utf8.RuneCountInString(s) > longest || personalShape().MatchString(s) || titledName().MatchString(s) {
		return false
	}
	return strings.ContainsFunc(s, unicode.IsLetter) || !strings.ContainsFunc(s, unicode.IsDigit)
}

// categoryCell is what a cell of a column of categories says.
type categoryCell[V any] struct {
	value   V
	blank   bool
	strange *strange // of a label that no table knows
}

// categories makes the lookup of a column of categories.
func categories[V any](w *worker, field listField, parse func(string) (V, bool)) lookup[categoryCell[V]] {
	return newLookup(func(raw string) categoryCell[V] {
		v, ok := parse(raw)
		c := categoryCell[V]{value: v, blank: strings.TrimSpace(raw) == ""}
		if !ok {
			c.strange = w.strange(field, raw)
		}
		return c
	})
}

// ethnicityCell is what a cell of ethnicity says.
type ethnicityCell struct {
	ethnicityRead
	empty   bool // blank, or a number that is no code of an ethnicity
	strange *strange
}

func (w *worker) readEthnicity(raw string) ethnicityCell {
	c := ethnicityCell{ethnicityRead: w.file.l.readEthnicity(raw)}
	c.empty = strings.TrimSpace(raw) == "" || !c.known && strings.Trim(raw, " .0123456789") == ""
	if !c.known && !c.total {
		c.ethnicity = model.UnknownEthnicity
		c.strange = w.strange(ethnicityField, raw)
	}
	return c
}

// stated reports whether the category says more than that it is not known.
func stated(e model.Ethnicity) bool { return e != model.Missing && e != model.UnknownEthnicity }

// spelling is how an organisation's name is written, and where it first stands.
type spelling struct {
	written string
	at      int64
}

// organisationCell is what a cell of an organisation's name says.
type organisationCell struct {
	id   uint16
	mix  uint64 // makes up for ids that have run out
	ours bool   // of the organisation that is asked for
}

func (w *worker) readOrganisation(raw string) organisationCell {
	l := w.file.l
	key := csvfile.Fold(raw)
	if key == "" || model.IsTotal(raw) {
		return organisationCell{ours: true}
	}
	if len(w.organisations) < maxSpellings {
		if _, seen := w.organisations[key]; !seen {
			w.organisations[key] = spelling{raw, w.at}
		}
	}
	c := organisationCell{ours: l.options.Organisation == "" || key == csvfile.Fold(l.options.Organisation)}
	c.id, c.mix = l.lists.organisation(key)
	return c
}

// yearCell is what a cell of a year or a date says.
type yearCell struct {
	year            model.Year
	ok, blank       bool
	snapshot, total bool
	day             model.Day // where it names one
}

func readYearCell(raw string) yearCell {
	y, snapshot, err := model.ParseYear(raw)
	day, _ := model.ParseDay(raw)
	return yearCell{y, err == nil, strings.TrimSpace(raw) == "", snapshot, model.IsTotal(raw), day}
}

// answerCell is what a cell says that answers yes or no.
type answerCell struct {
	answer model.Answer
	ok     bool
}

// readAnswer reads yes and no, and the column's own word with "non" or "not" before
// it or without: "Executive", "Non-Executive Director", "not voting".
func readAnswer(word string) func(string) answerCell {
	return func(raw string) answerCell {
		if a, ok := parseAnswer(raw); ok {
			return answerCell{a, true}
		}
		key := csvfile.Fold(raw)
		for _, not := range []string{"non", "not"} {
			if strings.HasPrefix(key, not+word) {
				return answerCell{model.No, true}
			}
		}
		if strings.HasPrefix(key, word) {
			return answerCell{model.Yes, true}
		}
		return answerCell{}
	}
}
