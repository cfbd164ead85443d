package csvfile

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"
)

// File is a text file that can be read as records. But for what it is told before they are
// read, of its rows ([File.Counts]) and of how their cells are meant ([File.Amend]), it
// does not change, so several goroutines may read it; a Reader belongs to one.
type File struct {
	// Encoding is that of the bytes; the values are UTF-8.
	Encoding Encoding
	// Guess is a sentence for people when the encoding is in doubt, else "".
	Guess string
	// Delimiter is the character between fields, an ASCII character.
	Delimiter rune
	// Header is the record with the column names, raw: match them by Fold. Where the
	// header has several rows it is the last of them, and its values are the names of
	// all rows combined ("2024 White"). Its Line is check's header_line. A header with
	// faults can still be shown.
	Header Record
	// HeaderRows are the rows of the header as the file has them: nearly always one.
	HeaderRows []Record
	// Preamble is what stands above the header and is not blank: titles, dates of the
	// run, markings. It is no data, and a notice says so.
	Preamble []Record
	// Notices say what was guessed and what was not read as data.
	Notices []Notice
	// Cells tells that the records are rows of a spreadsheet: no delimiter parts them.
	Cells bool
	// Columns is the number of fields that a record should have: those of the header,
	// without unnamed columns at its end that hold nothing (Excel's trailing commas).
	Columns int

	body      scanner  // stands behind the header; copied for each reading
	lastNames []string // the last row of the header, as the file has it
	under     below    // what stands under the table
	mark      int64    // bytes of the byte order mark, which is not in the text
	peeked    bool     // text is the beginning only
	longest   int      // fields that a record may have: trailing delimiters are a habit of some programs
	counts    []bool   // columns of values above any other table; nil: the rows may be persons
	amend     *Amendments
}

// Decode finds out how a file is written and where its header is. data is the
// whole file and is not kept. The error is always a [*Refusal]: the file is empty
// or blank, over [MaxFileBytes], or no text at all. A file with a header and no
// record is not refused.
func Decode(data []byte) (*File, error) { return DecodeContext(context.Background(), data) }

// DecodeContext is Decode, and gives up with the error of ctx soon after that is done.
func DecodeContext(ctx context.Context, data []byte) (*File, error) {
	if err := CheckSize(int64(len(data))); err != nil {
		return nil, err
	}
	if r := refuseBytes(data); r != nil {
		return nil, r
	}
	d, err := transcode(ctx, data)
	if err != nil {
		return nil, err
	}
	f, err := outline(d, dropPadding(d.text))
	if err != nil {
		return nil, err
	}
	f.findTail(f.body, 0)
	return f, nil
}

// DecodeCells is Decode for the text of a sheet of a workbook, as package workbook writes
// it: UTF-8 with commas, whatever stands in its first cell. [Decode] would guess.
func DecodeCells(data []byte) (*File, error) {
	if err := CheckSize(int64(len(data))); err != nil {
		return nil, err
	}
	d := decoded{text: string(data), encoding: UTF8, guess: doubtTwice(data)}
	f, err := outlineAs(scanner{text: d.text, line: 1, delim: ','}, d, nil)
	if err != nil {
		return nil, err
	}
	f.Cells = true
	f.findTail(f.body, 0)
	return f, nil
}

// outline finds the delimiter, the header and what rows look like.
func outline(d decoded, text string) (*File, error) {
	if r := refuseText(text); r != nil {
		return nil, r
	}
	s := scanner{text: text, line: 1}
	var doubt []Notice
	if delim, rest, ok := sepLine(text); ok {
		s.delim = delim
		s.pos = len(text) - len(rest) // at its line end: a blank record, which counts as a line
	} else {
		s.delim, doubt = sniffDelimiter(text)
	}
	return outlineAs(s, d, doubt)
}

// outlineAs finds the header and what rows look like, where s begins.
func outlineAs(s scanner, d decoded, doubt []Notice) (*File, error) {
	h, ok := findHeader(&s)
	if !ok {
		return nil, refuse("the file holds only blank lines; make the extract again")
	}
	f := &File{Encoding: d.encoding, Guess: d.guess, Delimiter: rune(s.delim), Header: h.names, HeaderRows: h.rows,
		Preamble: h.preamble, Notices: append(doubt, h.notices()...), body: s, lastNames: h.rows[len(h.rows)-1].Values, mark: d.mark}
	f.measure()
	f.checkSwallowed(&f.Header, false)
	for _, recs := range [][]Record{f.Preamble, f.HeaderRows} {
		for i := range recs {
			f.checkSwallowed(&recs[i], false)
		}
	}
	return f, nil
}

// What may stand behind the text of a file and is no part of it: the Ctrl-Z that ended
// files under DOS and that old exports still write, and the zeros that a broken copy is
// padded with; and what may stand between these.
const (
	textEnds = "\x1a\x00"
	padding  = textEnds + " \r\n"
)

// Counts tells that each row is a count. Then column names may stand between the rows
// that are those of another table: what is below them is set aside.
func (f *File) Counts() {
	var rows []Record
	s := f.body
	for range measureRecords {
		rec, ok := nextFilled(&s)
		if n, names := rec.count(); !ok || n > 1 && names == n && len(rows) > 0 {
			break
		}
		rows = append(rows, rec)
	}
	f.counts = valued(rows)
}

// dropPadding takes off what stands behind the text, from the first textEnds on.
func dropPadding(text string) string {
	end := len(strings.TrimRight(text, padding))
	if end == 0 && strings.IndexByte(text, 0) >= 0 {
		return text // there is none, and it is refused as binary
	}
	if n := strings.IndexAny(text[end:], textEnds); n >= 0 {
		return text[:end+n]
	}
	return text
}

// TextEnd returns the size that [Scan.Run] is to read to: that of the file, or less
// where it ends in the Ctrl-Z that old exports write, or in zeros, which [Decode] drops
// as well.
func TextEnd(r io.ReaderAt, size int64) (int64, error) {
	at, err := lastNotIn(r, size, padding)
	if err != nil {
		return 0, err
	}
	buf := make([]byte, 512)
	for at < size {
		b := buf[:min(int64(len(buf)), size-at)]
		if n, err := r.ReadAt(b, at); n < len(b) {
			return 0, endOf(err)
		}
		if n := bytes.IndexAny(b, textEnds); n >= 0 {
			return at + int64(n), nil
		}
		at += int64(len(b))
	}
	return size, nil
}

// lastNotIn returns the offset behind the last byte before size that is not one of
// set, or 0 if there is none.
func lastNotIn(r io.ReaderAt, size int64, set string) (int64, error) {
	buf := make([]byte, 512)
	for size > 0 {
		b := buf[:min(int64(len(buf)), size)]
		if n, err := r.ReadAt(b, size-int64(len(b))); n < len(b) {
			return 0, endOf(err)
		}
		if text := bytes.TrimRight(b, set); len(text) > 0 {
			return size - int64(len(b)-len(text)), nil
		}
		size -= int64(len(b))
	}
	return 0, nil
}

// nextFilled reads the next record that is not blank, with the faults of its
// quotes and sizes only.
func nextFilled(s *scanner) (Record, bool) {
	for {
		rec, ok := s.next()
		if !ok || !rec.Blank() {
			return rec, ok
		}
	}
}

// measureRecords is how many records decide what their usual width is.
const measureRecords = 50

// measure sets Columns, longest and the looks of a row from the header and the first
// records.
func (f *File) measure() {
	f.Columns = f.Header.filled()
	f.longest = len(f.Header.Values)
	filled := make([]int, f.longest) // records with a value in each column
	widths := map[int]int{}
	var rows []Record // down to the first blank line: what is below may be no row
	records, end := 0, 0
	s := f.body
	for ; records < measureRecords; records++ {
		rec, ok := nextFilled(&s)
		if !ok {
			break
		}
		if len(rows) == records && (records == 0 || rec.Line == end+1) {
			rows = append(rows, rec)
		}
		end = rec.EndLine
		for i := f.Columns; i < min(rec.filled(), f.longest); i++ {
			if !blank(rec.Values[i]) {
				filled[i]++
			}
		}
		widths[len(rec.Values)]++
	}
	// A column without a name that most records fill is a column; one that few fill
	// is where cells end up that an unquoted delimiter has shifted.
	for i := f.longest; i > f.Columns; i-- {
		if 2*filled[i-1] > records {
			f.Columns = i
		}
	}
	for n, times := range widths {
		if times > 1 && 2*times > records && n > f.longest {
			f.longest = n
		}
	}
	f.under.valued = valued(rows)
	f.under.narrowest = f.Columns
	for _, rec := range rows {
		if f.isTotal(rec) || given(rec) == 1 {
			continue // as what stands right under the table
		}
		f.under.narrowest = min(f.under.narrowest, rec.filled())
	}
}

// Records yields every record behind the header that is not blank, in order, with
// its faults; records that are no rows of the table too, with their Aside. It may be
// called again and begins at the first record each time.
func (f *File) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		s := f.body
		for {
			rec, ok := f.next(&s)
			if !ok || !yield(rec) {
				return
			}
		}
	}
}

// Until yields what seq does, until ctx is done.
func Until[T any](ctx context.Context, seq iter.Seq[T]) iter.Seq[T] {
	const between = 1024 // a fraction of a millisecond's work
	return func(yield func(T) bool) {
		n := 0
		for v := range seq {
			if n++; n%between == 0 && ctx.Err() != nil || !yield(v) {
				return
			}
		}
	}
}

// Walk yields what [File.Records] does, and with each record how many bytes of the
// text are behind it, of [File.Size].
func (f *File) Walk() iter.Seq2[Record, int64] {
	return func(yield func(Record, int64) bool) {
		s := f.body
		for {
			rec, ok := f.next(&s)
			if !ok || !yield(rec, int64(s.pos)) {
				return
			}
		}
	}
}

// Size is the length of the text in bytes, header and all.
func (f *File) Size() int64 { return int64(len(f.body.text)) }

// next reads the next record that is not blank, with all its faults.
func (f *File) next(s *scanner) (Record, bool) {
	for {
		pos := s.pos
		rec, ok := s.next()
		if !ok {
			return rec, false
		}
		if rec.Blank() {
			continue
		}
		f.enter(s, rec)
		f.judge(&rec, int64(pos), &s.in)
		f.amend.apply(&rec)
		return rec, true
	}
}

// judge says what is wrong with a record that begins at byte pos of the text, beside its
// quotes and sizes, or why it is no row. in is the section that it stands in.
func (f *File) judge(rec *Record, pos int64, in *section) {
	f.checkSwallowed(rec, true)
	if rec.Aside = f.asideOf(*rec, pos, in); rec.Aside == "" {
		f.checkShape(rec)
	}
	if in.order != nil && (rec.Aside == "" || rec.Aside == Total) && !rec.Refused() {
		rec.reorder(in.order)
	}
}

// checkShape reports a record with fewer or more fields than the header. A record
// whose quotes are broken is not measured: its number of fields means nothing.
func (f *File) checkShape(rec *Record) {
	if rec.Refused() {
		return
	}
	n := len(rec.Values)
	switch {
	case f.Cells && rec.filled() > f.Columns:
		line, column := rec.Pos(rec.filled() - 1)
		rec.fault(LongRecord, line, column, "this row has a value where no column of the header is; name the column above it, or delete the cell")
	case n < f.Columns:
		_, column := rec.Pos(n)
		rec.fault(ShortRecord, rec.EndLine, column, fmt.Sprintf(
			"this row has %d fields where the header has %d; it may be cut off or lack a delimiter: mend it or delete it",
			n, f.Columns))
	case rec.filled() > f.Columns:
		line, column := rec.Pos(rec.filled() - 1)
		rec.fault(LongRecord, line, column, fmt.Sprintf(
			"this row has a value in field %d where the header names %d columns; "+
				"put cells that hold %s in quotes", column, f.Columns, delimiterName(f.Delimiter)))
	case n > f.longest:
		line, column := rec.Pos(n - 1)
		rec.fault(LongRecord, line, column, fmt.Sprintf(
			"this row has %d fields where the header has %d, and no value in the last; delete the delimiters too many at its end, or put cells that hold %s in quotes",
			n, f.longest, delimiterName(f.Delimiter)))
	}
}

// delimiterName names a delimiter in a sentence.
func delimiterName(d rune) string {
	switch d {
	case ',':
		return "a comma"
	case ';':
		return "a semicolon"
	case '\t':
		return "a tab"
	case '|':
		return "a vertical bar"
	}
	return fmt.Sprintf("the sign %c", d)
}
