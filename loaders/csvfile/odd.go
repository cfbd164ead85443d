package csvfile

import (
	"bytes"
	"slices"
	"strings"

	"wres/loaders/csvfile/scan"
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

// Scan returns a scan of the file that f was decoded from, and false if the bytes
// cannot be scanned as they are. Its records are those of [File.Records], with the
// same values; [File.Odd] has the faults and asides of those that are no rows.
// [TextEnd] gives the size to scan to.
func (f *File) Scan(columns []int, runs ...scan.Run) (scan.Scan, bool) {
	if f.Encoding != UTF8 {
		return scan.Scan{}, false
	}
	s := scan.Scan{Delimiter: f.body.delim, Columns: columns, Runs: runs, Fields: f.Columns, Longest: f.longest, Start: f.mark + int64(f.body.pos)}
	if f.Columns > 1 { // in a list of names nothing is told apart
		s.Table = newTable(f)
	}
	return s, true
}

// Odd returns a record of a scan of the file as [File.Records] has it, given the offset
// of its first byte and its text without the line end, which is kept.
func (f *File) Odd(offset int64, text []byte) OddRecord {
	s := scanner{text: string(text), line: 1, delim: f.body.delim}
	rec, _ := s.next()
	f.judge(&rec, offset-f.mark, &section{})
	return OddRecord{Record: rec, Offset: offset, text: text}
}

// table tells a scan of a File which records are no rows.
type table struct {
	file   *File
	end    int64     // offset behind the table
	names  [][]byte  // of the header
	begins [256]bool // bytes in small letters that one of them begins with
}

func newTable(f *File) *table {
	t := &table{file: f, end: f.mark + f.under.end}
	for _, name := range f.lastNames {
		if name = strings.TrimSpace(name); name != "" {
			t.names, t.begins[name[0]|0x20] = append(t.names, []byte(name)), true
		}
	}
	return t
}

// MayBeOdd implements [scan.Table].
func (t *table) MayBeOdd(offset int64, first []byte) bool {
	if offset >= t.end {
		return true
	}
	switch first[0] | 0x20 {
	case 't', 'g', 's', 'o', 'r':
		if len(first) >= len("total") && hasTotal(first) {
			return true
		}
	case 'p':
		if len(first) > len("page ") && strings.EqualFold(string(first[:len("page ")]), "page ") {
			return true
		}
	}
	if t.begins[first[0]|0x20] && slices.ContainsFunc(t.names, func(name []byte) bool { return bytes.EqualFold(name, first) }) {
		return true
	}
	return bytes.IndexByte(first, '"') >= 0 // doubled: the text is another
}

// IsOdd implements [scan.Table].
func (t *table) IsOdd(offset int64, text []byte) (odd, turns bool) {
	rec := t.file.Odd(offset, text)
	turns = rec.Aside == HeaderMoved || rec.Aside == SecondTable && offset < t.end
	return rec.Aside != "" || rec.Refused(), turns
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
