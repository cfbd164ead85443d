package loaders

import (
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
// a few of their bytes nearly always tell apart.
type lookup[V any] struct {
	read  func(string) V
	table []seen[V] // by the hash of the spelling; its length is a power of two
	used  int
}

// seen is a spelling that has been read.
type seen[V any] struct {
	spelling
	middle string // what stands between the bytes of a longer one
	value  V
}

const (
	// maxSpellings bounds what a lookup remembers: a column of names under the header
	// of a category would fill the memory.
	maxSpellings = 4096
	// maxProbes bounds the search for one: spellings can be made to meet in one place.
	maxProbes = 32
)

func newLookup[V any](read func(string) V) lookup[V] {
	return lookup[V]{read: read, table: make([]seen[V], 64)}
}

// of gives what a cell says.
func (l *lookup[V]) of(cell []byte) V {
	// As spellingOf has it, which is not inlined.
	n := len(cell)
	if cap(cell) < word {
		cell = roomy(cell)
	}
	end := max(n, word)
	text, mask := cell[:end], lowBytes[min(n, word)]
	first := binary.LittleEndian.Uint64(text) & mask
	second := binary.LittleEndian.Uint64(text[min(end-word, word):]) & mask
	third := binary.LittleEndian.Uint64(text[max(end-2*word, 0):]) & mask
	last := binary.LittleEndian.Uint64(text[end-word:]) & mask
	i := hashOf(first, second, third, last, n)
	for range maxProbes {
		at := &l.table[i&(len(l.table)-1)]
		if (at.first^first)|(at.second^second)|(at.third^third)|(at.last^last)|uint64(at.size^(n+1)) == 0 &&
			(n < spelled || at.middle == string(middleOf(cell))) {
			return at.value
		}
		if at.size == 0 {
			break
		}
		i++
	}
	return l.meet(cell[:n])
}

// meet reads a spelling, and remembers it if there is room.
func (l *lookup[V]) meet(cell []byte) V {
	s, v := spellingOf(cell), l.read(string(cell))
	if l.used < maxSpellings {
		if 2*l.used >= len(l.table) {
			l.grow()
		}
		new := seen[V]{spelling: s, value: v}
		if s.size > spelled {
			new.middle = string(middleOf(cell))
		}
		l.put(new)
	}
	return v
}

// put remembers a spelling, unless too many meet in its place.
func (l *lookup[V]) put(s seen[V]) {
	last := len(l.table) - 1
	for i, probes := s.hash()&last, 0; probes < maxProbes; probes++ {
		if l.table[i].size == 0 {
			l.table[i] = s
			l.used++
			return
		}
		i = (i + 1) & last
	}
}

func (l *lookup[V]) grow() {
	old := l.table
	l.table, l.used = make([]seen[V], 2*len(old)), 0
	for _, s := range old {
		if s.size > 0 {
			l.put(s)
		}
	}
}

// word is how many bytes are looked at together.
const word = 8

// spelling holds the two words at the begin of a cell and the two at its end, which
// overlap where it has fewer than spelled bytes: together with its length they are
// all of it then. It is made and compared without a branch on what the cell holds,
// since a processor could not foresee it.
type spelling struct {
	first, second, third, last uint64
	size                       int // of the cell, and one more
}

// spelled is how long a cell may be of which a spelling holds every byte.
const spelled = 4*word + 1

func spellingOf(cell []byte) spelling {
	n := len(cell)
	if cap(cell) < word {
		cell = roomy(cell)
	}
	end := max(n, word)
	cell = cell[:end]
	mask := lowBytes[min(n, word)]
	return spelling{
		first:  binary.LittleEndian.Uint64(cell) & mask,
		second: binary.LittleEndian.Uint64(cell[min(end-word, word):]) & mask,
		third:  binary.LittleEndian.Uint64(cell[max(end-2*word, 0):]) & mask,
		last:   binary.LittleEndian.Uint64(cell[end-word:]) & mask,
		size:   n + 1,
	}
}

// lowBytes are masks of the first bytes of a word, by their number.
var lowBytes = func() (masks [word + 1]uint64) {
	for n := 1; n <= word; n++ {
		masks[n] = ^uint64(0) >> (64 - 8*n)
	}
	return masks
}()

// middleOf gives what a spelling does not hold of a longer cell.
func middleOf(cell []byte) []byte { return cell[2*word : len(cell)-2*word] }

func (s *spelling) hash() int { return hashOf(s.first, s.second, s.third, s.last, s.size-1) }

func hashOf(first, second, third, last uint64, size int) int {
	h := (first ^ bits.RotateLeft64(second, 17) ^ bits.RotateLeft64(third, 31) ^ bits.RotateLeft64(last, 47) ^ uint64(size)) * 0x9e3779b97f4a7c15
	return int(h >> 33)
}

// roomy gives a short cell the room of a word.
func roomy(cell []byte) []byte { return append(make([]byte, 0, word), cell...) }

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
// a person share one, without the label.
func (w *worker) strange(field listField, raw string) *strange {
	key := strangeKey{field, "", ""}
	if looksLikeLabel(raw) && w.listedLabels[field] <= maxLabels {
		key.label, key.folded = strings.Clone(shown(raw)), csvfile.Fold(raw)
	}
	s := w.strangers[key]
	if s == nil {
		s = &strange{field: fieldNames[field], label: key.label}
		w.strangers[key] = s
		if key.label != "" {
			s.written, s.folded = strings.Clone(raw), key.folded
			w.listedLabels[field]++
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
	strange *strange
}

func (w *worker) readEthnicity(raw string) ethnicityCell {
	c := ethnicityCell{ethnicityRead: w.file.l.readEthnicity(raw)}
	if !c.known && !c.total {
		c.ethnicity = model.UnknownEthnicity
		c.strange = w.strange(ethnicityField, raw)
	}
	return c
}

// stated reports whether the category says more than that it is not known.
func stated(e model.Ethnicity) bool { return e != model.Missing && e != model.UnknownEthnicity }

// writtenAt is how an organisation's name is written, and where it first stands.
type writtenAt struct {
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
			w.organisations[key] = writtenAt{raw, w.at}
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
