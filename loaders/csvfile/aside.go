package csvfile

import (
	"strings"
	"unicode"
	"wres/model/pattern"
)

// Aside says why a record under the header is no row of the table.
type Aside string

// What a record can be other than a row.
const (
	// Total: the sum of rows, by the word in its first cell.
	Total Aside = "total"
	// Footnote: a note, a source or a remark under the table.
	Footnote Aside = "footnote"
	// SecondTable: a part of another table, with its title and header.
	SecondTable Aside = "second table"
	// HeaderAgain: the column names once more, as at the top of a page.
	HeaderAgain Aside = "header again"
	// HeaderMoved: the column names in another order, by which the rows below are read.
	HeaderMoved Aside = "header in another order"
)

// tailBytes is how much of a file's end is looked at for what stands under the
// table.
const tailBytes = 64 << 10

// below is what was found out about the rows, to tell them from what stands under
// them.
type below struct {
	valued    []bool // columns of numbers and dates
	narrowest int    // the fewest fields up to the last that is not blank, in the first rows
	end       int64  // the byte behind the table's last row in the text, or the text's length
	kind      Aside  // what stands there
}

// tailRecord is a record near the end of the file.
type tailRecord struct {
	Record
	pos   int64 // its first byte in the text
	gap   bool  // blank lines stand before it
	given int
}

// asideOf says whether a record that begins at byte pos is no row. in is where the
// record stands, and changes with a row of column names.
func (f *File) asideOf(rec Record, pos int64, in *section) Aside {
	if rec.Refused() || f.Columns < 2 {
		return ""
	}
	order, again := f.namesAgain(rec)
	switch {
	case f.isTotal(rec) && !in.other:
		return Total
	case isPageMark(rec):
		return Footnote
	case pos >= f.under.end:
		return f.under.kind
	case in.upper && !again:
		return HeaderAgain
	case again && (!in.other || len(f.HeaderRows) == 1 || in.upper):
		*in = section{order: order}
		if order != nil {
			return HeaderMoved
		}
		return HeaderAgain
	case in.other:
		return SecondTable
	case f.counts != nil && f.otherNames(rec), f.moreOrFewerNames(rec):
		*in = section{other: true}
		return SecondTable
	}
	return ""
}

// isTotalWord reports whether a folded word stands alone in the first cell of a sum.
func isTotalWord(key string) bool {
	switch key {
	case "total", "totals", "grandtotal", "subtotal", "overalltotal", "totalheadcount",
		"totalstaff", "totalrecords", "reporttotal", "totalrows", "totalnumber":
		return true
	}
	return false
}

// isTotal reports whether the record is a sum: a word for it alone in the first
// cell that is given, or at the start of that cell where most others are blank.
func (f *File) isTotal(rec Record) bool {
	first, _ := rec.first()
	// Every row of a file is asked, so the first letter decides nearly always.
	if len(first) > maxName || len(first) < len("total") || !strings.ContainsRune("tgsor", rune(first[0]|0x20)) || !strings.Contains(strings.ToLower(first), "total") {
		return false
	}
	key := Fold(strings.TrimRight(first, ":"))
	if isTotalWord(key) {
		return true
	}
	starts := strings.HasPrefix(key, "total") || strings.HasPrefix(key, "grandtotal") || strings.HasPrefix(key, "subtotal")
	return starts && 2*given(rec) <= f.Columns
}

// findTail finds where the table ends. Only what stands at the very end, or below
// a blank line with a header of its own, is set aside; a sparse row in doubt stays a
// row, and its faults say what is wrong with it.
//
// s stands behind the header, or anywhere behind it where text lacks what is before;
// base bytes of the file's text are not in its text.
func (f *File) findTail(s scanner, base int64) {
	f.under.end = base + int64(len(s.text))
	if f.Columns < 2 {
		return
	}
	tail := readTail(s, base)
	end := len(tail)
	if i := f.secondTable(tail); i < end {
		end = i
		f.under.end, f.under.kind = tail[i].pos, SecondTable
	}
	if i := f.notesFrom(tail[:end]); i < end {
		f.under.end = tail[i].pos
		if end == len(tail) {
			f.under.kind = Footnote
		}
	}
}

// readTail reads the last records. In a large file it begins in the middle, at a
// line's start: should that be inside a cell, the places found there are those of
// no record, and nothing is set aside.
func readTail(s scanner, base int64) []tailRecord {
	if from := len(s.text) - tailBytes; from > s.pos {
		n := strings.IndexAny(s.text[from:], "\r\n")
		if n < 0 {
			return nil
		}
		s.pos = from + n
	}
	var all []tailRecord
	gap := false
	for {
		pos := s.pos
		rec, ok := s.next()
		if !ok {
			return all
		}
		if rec.Blank() {
			gap = true
			continue
		}
		all = append(all, tailRecord{rec, base + int64(pos), gap, given(rec)})
		gap = false
	}
}

// notesFrom finds the first of the notes at the end of the records, or their
// number. Notes are sparse; and one of them begins like a note, follows a total, or
// is a sentence below a blank line.
func (f *File) notesFrom(tail []tailRecord) int {
	start := len(tail)
	for start > 0 && f.sparse(tail[start-1]) {
		start--
	}
	for i := start; i < len(tail); i++ {
		rec := tail[i]
		first, column := rec.first()
		after := i > 0 && f.isTotal(tail[i-1].Record)
		sentence := rec.gap && rec.given == 1 && column <= 1 && f.Columns > 2 && isSentence(first)
		if !f.isTotal(rec.Record) && (after || sentence || column <= 1 && beginsNote(first)) {
			return i
		}
	}
	return len(tail)
}

// sparse reports whether a record fills too few cells for a row.
func (f *File) sparse(rec tailRecord) bool {
	return !rec.Refused() && (rec.given == 1 || 3*rec.given <= f.Columns || f.isTotal(rec.Record))
}

// noteStart is how notes under a table begin.
var noteStart = pattern.Of(`^(?i)(?:(?:foot)?notes?\b|n\.?b\.?\b|sources?\b|data (?:source|as at|from)\b|(?:this|these) (?:report|table|figures?|data)\b` +
	`|(?:figures|percentages|numbers|counts|rows) .|(?:ex|in)cludes? .|based on .|see .|key:|legend\b|caveats?\b|end of\b|page \d|report (?:run|generated|produced|date)\b` +
	`|(?:generated|produced|printed|extracted|run|created) (?:on|by|from|at|date)\b|official\b|(?:crown )?copyright\b|©|\(?\d+ (?:rows?|records?)\b` +
	`|[*†‡§^¹²³] ?.*[a-z]|[\[(][a-z0-9*]{1,3}[\])] ?.*[a-z])`)

func beginsNote(cell string) bool {
	return len(cell) > 3 && noteStart().MatchString(cell[:min(len(cell), maxName)])
}

// isSentence tells a remark from a label: it is long, or has a full stop or a
// colon.
func isSentence(cell string) bool {
	if !strings.ContainsFunc(cell, unicode.IsLetter) || !strings.Contains(cell, " ") {
		return false
	}
	return len(cell) >= 25 || strings.HasSuffix(cell, ".") || strings.Contains(cell, ":")
}

// maxTitles is how many title rows a second table may have.
const maxTitles = 4

// secondTable finds where another table begins, its titles included, or the number
// of records: below a blank line stands a row of names above values, which is no
// row of the first table.
func (f *File) secondTable(tail []tailRecord) int {
	for i := range tail {
		if !tail[i].gap {
			continue
		}
		at := i
		for at < len(tail) && at-i < maxTitles && tail[at].given == 1 && !isValue(firstOf(tail[at])) {
			at++
		}
		if at+1 < len(tail) && f.beginsTable(tail[at], tail[at+1], at > i && !isPage(firstOf(tail[i]))) {
			return i
		}
	}
	return len(tail)
}

func firstOf(rec tailRecord) string { first, _ := rec.first(); return first }

// pageMark is the number of a page, which reports print between rows.
var pageMark = pattern.Of(`^(?i)page \d{1,6}(?: ?(?:of|/) ?\d{1,6})?$`)

func isPage(cell string) bool {
	return len(cell) > 5 && cell[0]|0x20 == 'p' && len(cell) <= maxName && pageMark().MatchString(cell)
}

// isPageMark reports whether the record is the number of a page alone.
func isPageMark(rec Record) bool {
	first, _ := rec.first()
	return isPage(first) && given(rec) == 1
}

// beginsTable reports whether a record is the header of another table, of which
// next is the first row. titled says that a title stands above it.
func (f *File) beginsTable(rec, next tailRecord, titled bool) bool {
	n, names := rec.count()
	if n < 2 || names < n || rec.Refused() || next.given < 2 || f.isTotal(rec.Record) {
		return false
	}
	if _, again := f.namesAgain(rec.Record); again {
		return titled
	}
	over := false // a name above a value
	other := rec.filled() < f.under.narrowest || rec.filled() > f.Columns
	for i, v := range rec.Values {
		if blank(v) {
			continue
		}
		over = over || isValue(next.Value(i)) && !isYear(v)
		other = other || i < len(f.under.valued) && f.under.valued[i] && !isValue(v)
	}
	return over && other
}
