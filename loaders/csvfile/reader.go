package csvfile

import (
	"encoding/csv"
	"io"
	"strings"

	"wres/loaders/csvfile/scan"
)

// Reader reads a File as gocsv wants it: the header first, then each record,
// squared to File.Columns (short records filled with "", long ones cut), raw text
// throughout. No record is left out: [Reader.Record] tells which are not to be
// used, and keeps the cells as they stand.
//
// gocsv.NewUnmarshaller takes a *csv.Reader only: give it the one that [Reader.CSV]
// returns.
//
//	rows := file.Reader()
//	um, err := gocsv.NewUnmarshaller(rows.CSV(), Row{})
//	for {
//		row, err := um.Read() // io.EOF at the end
//		rec := rows.Record()  // the same record: rec.Refused(), rec.Pos(i)
//	}
type Reader struct {
	file  *File
	body  scanner
	rec   Record
	begun bool
}

// Reader returns a Reader that stands before the header.
func (f *File) Reader() *Reader { return &Reader{file: f, body: f.body} }

// Read returns the header's names at the first call, then the next record's cells,
// File.Columns of them; io.EOF at the end. There is no other error.
func (r *Reader) Read() ([]string, error) {
	if !r.begun {
		r.begun = true
		r.rec = r.file.Header
		return r.squared(), nil
	}
	rec, ok := r.file.next(&r.body)
	if !ok {
		return nil, io.EOF
	}
	r.rec = rec
	return r.squared(), nil
}

// Record returns the record that Read, or the reader of CSV, returned last: first
// the header, and after io.EOF the last record.
func (r *Reader) Record() Record { return r.rec }

// Behind returns how many bytes of the text are behind the record that was returned
// last.
func (r *Reader) Behind() int64 { return int64(r.body.pos) }

// squared returns the current record's cells, as many as there are columns. A cell
// over the limit is left out: its record is refused.
func (r *Reader) squared() []string {
	row := make([]string, r.file.Columns)
	for i := range row {
		if v := r.rec.Value(i); len(v) <= scan.MaxFieldBytes {
			row[i] = v
		}
	}
	return row
}

// CSV returns an encoding/csv reader of the same rows. It and r keep step: after
// each of its Reads, r.Record is the record just read. It never returns another
// error than io.EOF. Take positions from r, not from its FieldPos, which knows only
// the rows as they are handed over. One thing differs from Read: a line break CR CR
// LF inside a cell arrives as LF.
func (r *Reader) CSV() *csv.Reader {
	return csv.NewReader(&feed{rows: r})
}

// feed writes rows as plain CSV, each cell in quotes. It gives at most one row a
// Read, and csv.Reader asks for more only when it has used up what it was given,
// so the two keep step.
type feed struct {
	rows *Reader
	rest string
}

// Read implements io.Reader.
func (f *feed) Read(p []byte) (int, error) {
	if f.rest == "" {
		row, err := f.rows.Read()
		if err != nil {
			return 0, err
		}
		f.rest = plainRow(row)
	}
	n := copy(p, f.rest)
	f.rest = f.rest[n:]
	return n, nil
}

// plainRow writes one row with every cell in quotes.
func plainRow(row []string) string {
	var b strings.Builder
	for i, cell := range row {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('"')
		b.WriteString(strings.ReplaceAll(cell, `"`, `""`))
		b.WriteByte('"')
	}
	b.WriteByte('\n')
	return b.String()
}
