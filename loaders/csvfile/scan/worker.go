package scan

import (
	"bytes"
	"context"
	"io"
	"unicode/utf8"
)

// worker reads chunks. Its memory is reused, so that a row costs none.
type worker struct {
	run    *run
	sink   Sink
	buf    []byte // the chunk, what was read behind it, and zeros to a block's end
	index  index
	cells  Cells  // of the row; their text is buf
	room   int    // where buf has room for text that is not in the file as it is
	fold   bool   // a cell of the chunk may hold CRLF, which is to be LF
	counts Counts // of the current chunk
	turned bool   // a record says that those below it are to be read in another way
}

// work reads chunks until there are no more.
func (r *run) work(ctx context.Context, sink Sink) {
	w := &worker{run: r, sink: sink, cells: Cells{spans: make([]span, len(r.Columns)+len(r.Runs)+1)}}
	w.cells.worker = w
	for {
		k, ok := r.take(ctx)
		if !ok {
			return
		}
		begin := r.Start + k*int64(r.Chunk)
		length := int(min(int64(r.Chunk), r.size-begin))
		w.counts = Counts{UTF8: true}
		if err := w.chunk(k, begin, length); err != nil {
			r.stop(err)
			return
		}
		r.finish(int64(length), w.counts)
	}
}

// chunk reads chunk k, which has length bytes, and the records that begin behind
// its line ends, or for the first chunk at its begin.
func (w *worker) chunk(k, begin int64, length int) error {
	r := w.run
	n, err := w.fill(begin, 0, length+r.tail)
	if err != nil {
		return err
	}
	inside, ok := r.inside(k, bytes.Count(w.buf[:length], []byte{'"'})%2 == 1)
	if !ok {
		return nil // what went wrong is known
	}
	x := &w.index
	first := 0
	if k > 0 {
		first = 1 // the record before the first line end began in an earlier chunk
	}
	for {
		x.build(w.buf, n, length, inside, r.Delimiter)
		if x.bad >= 0 {
			return w.irregular(begin, first, x.bad)
		}
		if x.complete || len(x.rows) < first {
			break // or no record begins here
		}
		last := x.lastBegin()
		if begin+int64(n) == r.size {
			if x.inside {
				return w.irregular(begin, first, last)
			}
			if last < n {
				x.endText(n)
			}
			break
		}
		if n-last > maxRecordBytes {
			return w.irregular(begin, first, last)
		}
		if n, err = w.fill(begin, n, 2*n); err != nil {
			return err
		}
	}
	return w.rows(begin, first)
}

// irregular returns the error for an irregularity at the place at of the chunk, or
// for one before it which the index does not show, so that it is always the first in
// the file that is reported.
func (w *worker) irregular(begin int64, first, at int) error {
	x := &w.index
	for len(x.rows) > 0 && int(x.ends[x.rows[len(x.rows)-1]]) >= at {
		x.rows = x.rows[:len(x.rows)-1]
	}
	if err := w.rows(begin, first); err != nil {
		return err
	}
	if len(x.rows) >= first {
		last := x.lastBegin()
		if at-last > maxRecordBytes {
			at = last
		}
		if i := loneReturn(w.buf[last:at+1], -1, 0); i >= 0 {
			at = last + i
		}
	}
	return &IrregularError{Offset: begin + int64(at)}
}

// fill reads the bytes from have to want, as far as the file has them, of those that
// begin at begin, and returns how many there are.
func (w *worker) fill(begin int64, have, want int) (int, error) {
	n := int(min(int64(want), w.run.size-begin))
	w.room = n + blockBytes
	if cap(w.buf) < w.room {
		w.buf = append(make([]byte, 0, w.room+blockBytes), w.buf[:have]...)
	}
	w.buf = w.buf[:w.room]
	if got, err := w.run.r.ReadAt(w.buf[have:n], begin+int64(have)); got < n-have {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF // the file has become shorter
		}
		return 0, err
	}
	clear(w.buf[n:])
	return n, nil
}

// rows hands over the indexed records from the first on.
func (w *worker) rows(begin int64, first int) error {
	x, r := &w.index, w.run
	if len(x.rows) <= first {
		return nil
	}
	from := uint32(1) // the first end of the record
	if first > 0 {
		from = x.rows[first-1] + 1
	}
	start := x.ends[from-1] + 1
	region := w.buf[start:x.ends[x.rows[len(x.rows)-1]]]
	regionOffset := begin + int64(start)
	all := bytes.Count(region, []byte{'\r'})
	w.fold = all > 0
	inner := x.inner
	inside := all != 0 && !w.returnsEndRows(x.rows[first:], all) // CRs stand inside cells too
	returns := 0                                                 // records that end in CR
	for _, to := range x.rows[first:] {
		offset := begin + int64(start)
		end := x.ends[to]
		text := w.buf[start:end]
		if len(text) > 0 && text[len(text)-1] == '\r' {
			returns++
			text = text[:len(text)-1]
		}
		n := int(to-from) + 1
		breaks := inside
		for ; len(inner) > 0 && inner[0] < end; inner = inner[1:] {
			breaks = breaks || inner[0] >= start
		}
		switch {
		case (len(text) > MaxFieldBytes || n > MaxFields) && !w.withinLimits(from, n, text):
			return &IrregularError{Offset: offset}
		case len(text) == 0 || !isFilled(text[0], r.Delimiter) && isBlankRecord(text, r.Delimiter):
			w.counts.Blank++
		case r.Table != nil && w.isOdd(offset, from, n, breaks, text), n != r.Fields && w.isRagged(from, n, text):
			w.counts.Records++
			w.counts.Odd++
			if w.turned {
				return &IrregularError{Offset: offset}
			}
			w.sink.Odd(offset, text)
		default:
			w.counts.Records++
			x.ends[to] = start + uint32(len(text)) // that of the last field is before a CR
			w.row(offset, x.ends[from-1:])
			x.ends[to] = end
		}
		from, start = to+1, end+1
	}
	if i := loneReturn(region, returns, all); i >= 0 {
		return &IrregularError{Offset: regionOffset + int64(i)}
	}
	if !x.ascii && !utf8.Valid(region) {
		w.counts.UTF8 = false
	}
	return nil
}

// returnsEndRows reports whether all CRs of some records, given by their line ends, are
// those of these.
func (w *worker) returnsEndRows(rows []uint32, all int) bool {
	if all != len(rows) {
		return false
	}
	for _, to := range rows {
		if end := w.index.ends[to]; end == 0 || w.buf[end-1] != '\r' {
			return false
		}
	}
	return true
}

// row hands over a record, given the end before its first field and those of its fields.
func (w *worker) row(offset int64, ends []uint32) {
	w.buf = w.buf[:w.room]
	columns, buf := w.run.Columns, w.buf
	spans := w.cells.spans[:len(columns)]
	for i, c := range columns {
		of := ends[c : c+2]
		field := span{of[0] + 1, of[1]}
		// An empty field has its end there, which is no quote.
		if buf[field.from] == '"' {
			field = w.unquoted(field)
		}
		spans[i] = field
	}
	spans = w.cells.spans[len(columns):]
	for i, r := range w.run.Runs {
		spans[i] = span{ends[r.First] + 1, ends[r.Last+1]}
	}
	w.cells.text, w.cells.ends = w.buf, ends
	w.sink.Row(offset, &w.cells)
}

// unquoted returns the text of a field, which may stand in quotes. What is not in the
// file as it is gets a place behind what is.
func (w *worker) unquoted(of span) span {
	if w.buf[of.from] != '"' {
		return of
	}
	of.from, of.to = of.from+1, of.to-1
	field := w.buf[of.from:of.to]
	fold := w.fold && bytes.IndexByte(field, '\r') >= 0
	if !fold && bytes.IndexByte(field, '"') < 0 {
		return of
	}
	begin := uint32(len(w.buf))
	for i := 0; i < len(field); i++ {
		switch c := field[i]; {
		case fold && c == '\r' && i+1 < len(field) && field[i+1] == '\n':
			continue
		case c == '"':
			i++ // it is doubled
		}
		w.buf = append(w.buf, field[i])
	}
	return span{begin, uint32(len(w.buf))}
}

// isOdd reports whether a record of n fields is no row of the table. breaks says that its
// cells may hold line breaks: with the delimiters of a row they may hold a row.
func (w *worker) isOdd(offset int64, from uint32, n int, breaks bool, text []byte) bool {
	r := w.run
	if breaks && bytes.Count(text, []byte{r.Delimiter})-(n-1) >= r.Fields-1 || r.Table.MayBeOdd(offset, w.firstCell(from, text)) {
		odd, turns := r.Table.IsOdd(offset, text)
		w.turned = turns
		return odd
	}
	return false
}

// isRagged reports whether a record of n fields, not Scan.Fields, has too few, or a
// value in one too many, or more than a record may have at all.
func (w *worker) isRagged(from uint32, n int, text []byte) bool {
	r := w.run
	if n < r.Fields || n > r.Longest {
		return true
	}
	ends := w.index.ends
	beyond := ends[int(from)+r.Fields-1] - ends[from-1] // where text's field r.Fields begins
	return !isBlankRecord(text[beyond:], r.Delimiter)
}

// withinLimits reports whether a record of n fields can be handed over: the slow
// reader gives one that cannot a fault of its own.
func (w *worker) withinLimits(from uint32, n int, text []byte) bool {
	if n > MaxFields || len(text) > maxRecordBytes {
		return false
	}
	ends := w.index.ends
	start := ends[from-1] + 1
	for i := range n {
		at := int(from) + i
		field := text[ends[at-1]+1-start : min(int(ends[at]-start), len(text))]
		size := len(field)
		if size > 0 && field[0] == '"' {
			size -= 2
		}
		if size > MaxFieldBytes {
			return false
		}
	}
	return true
}

// firstCell returns the first field that is not blank, of a record that has one,
// without its quotes and the space around it.
func (w *worker) firstCell(from uint32, text []byte) []byte {
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
