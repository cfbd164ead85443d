package csvfile

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// OddRecord is a record that is no sound row of a table: it has an Aside, or a
// fault. Its lines count from its own first line, which is 1.
type OddRecord struct {
	Record
	Offset int64 // of its first byte in the file
	text   []byte
}

// OffsetOf returns the offset of a place on a line of the record, as its faults
// number them, for [LinesAt]. It is valid during the call to the sink only.
func (r OddRecord) OffsetOf(line int) int64 {
	at := 0
	for ; line > 1; line-- {
		n := bytes.IndexAny(r.text[at:], "\r\n")
		if n < 0 {
			break
		}
		at += n
		if bytes.HasPrefix(r.text[at:], []byte("\r\n")) {
			at++
		}
		at++
	}
	return r.Offset + int64(at)
}

// oddity tells which records have to be looked at more closely, to find those that
// are no rows of the table. It is asked for every row of a file, and its answer is
// nearly always no.
type oddity struct {
	file  *File      // nil: no record is an aside
	first [256]bool  // bytes with which an aside may begin
	name  []byte     // the first name of the header that is not blank
	end   int64      // offset behind the table
	shape *File      // what a row should look like
	begin [256]uint8 // by a letter: which words may begin with it
}

// Words that a cell may begin with, for oddity.begin.
const (
	sumWord = 1 << iota
	pageWord
)

func newOddity(s Scan) oddity {
	if s.file == nil {
		return oddity{shape: &File{Columns: s.Fields, longest: s.Longest, Delimiter: rune(s.Delimiter)}}
	}
	o := oddity{file: s.file, shape: s.file, end: s.file.mark + s.file.under.end}
	if s.Fields < 2 {
		o.file = nil // as asideOf has it
		return o
	}
	for _, c := range "tgsor" {
		o.begin[c], o.begin[c-'a'+'A'] = sumWord, sumWord
	}
	o.begin['p'], o.begin['P'] = pageWord, pageWord
	if name, _ := (Record{Values: s.file.lastNames}).first(); name != "" {
		o.name = []byte(name)
		o.first[name[0]] = true
	}
	for c := range o.first {
		// Quotes, blanks and what may be a blank of Unicode hide where a cell begins.
		o.first[c] = o.first[c] || o.begin[c] != 0 || c == '"' || c <= ' ' || c >= utf8.RuneSelf
	}
	o.first[s.Delimiter] = true
	return o
}

// mayBe reports whether a record that is not blank may be an aside.
func (o *oddity) mayBe(text []byte, offset int64) bool {
	return o.file != nil && (o.first[text[0]] || offset >= o.end)
}

// suspects reports whether a record whose first filled cell begins as first may be
// an aside.
func (o *oddity) suspects(first []byte) bool {
	switch word := o.begin[first[0]]; {
	case bytes.IndexByte(first, '"') >= 0:
		return true // doubled: the text is another
	case word&sumWord != 0 && len(first) >= len("total") && hasTotal(first), word&pageWord != 0 && len(first) > len("page ") && strings.EqualFold(string(first[:len("page ")]), "page "):
		return true
	}
	return bytes.Equal(first, o.name)
}

// hasTotal reports whether a cell holds the word, in any case.
func hasTotal(cell []byte) bool {
	for i := 0; i+len("total") <= len(cell); i++ {
		n := bytes.IndexAny(cell[i:], "tT")
		if n < 0 {
			return false
		}
		if i += n; i+len("total") <= len(cell) && strings.EqualFold(string(cell[i:i+len("total")]), "total") {
			return true
		}
	}
	return false
}

// isAside reports whether a record is no row of the table, and hands it over if so.
func (w *scanWorker) isAside(offset int64, from uint32, text []byte) bool {
	o := &w.run.odd
	if offset < o.end && !o.suspects(w.firstCell(from, text)) {
		return false
	}
	rec := w.record(text)
	if rec.Aside = o.file.asideOf(rec, offset-o.file.mark); rec.Aside == "" {
		return false
	}
	w.odd(offset, text, rec)
	return true
}

// firstCell returns the first field that is not blank, of a record that has one,
// without its quotes and the space around it.
func (w *scanWorker) firstCell(from uint32, text []byte) []byte {
	ends := w.index.ends
	start := ends[from-1] + 1
	for at := from; ; at++ {
		field := text[ends[at-1]+1-start : min(ends[at]-start, uint32(len(text)))]
		if len(field) > 0 && field[0] == '"' {
			field = field[1 : len(field)-1]
		}
		if field = bytes.TrimSpace(field); len(field) > 0 {
			return field
		}
	}
}

// record reads a record by the rules of the slow reader.
func (w *scanWorker) record(text []byte) Record {
	s := scanner{text: string(text), line: 1, delim: w.run.Delimiter}
	rec, _ := s.next()
	return rec
}

// ragged hands over a record of the wrong shape.
func (w *scanWorker) ragged(offset int64, text []byte) {
	rec := w.record(text)
	w.run.odd.shape.checkShape(&rec)
	w.odd(offset, text, rec)
}

func (w *scanWorker) odd(offset int64, text []byte, rec Record) {
	w.counts.Records++
	w.counts.Odd++
	w.sink.Odd(OddRecord{Record: rec, Offset: offset, text: text})
}
