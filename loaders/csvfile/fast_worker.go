package csvfile

import (
	"bytes"
	"context"
	"io"
)

// scanWorker reads chunks. Its memory is reused, so that a row costs none.
type scanWorker struct {
	run     *scanRun
	sink    Sink
	buf     []byte // the chunk, what was read behind it, and zeros to a block's end
	index   index
	fields  [][]byte // one for each wanted column
	scratch []byte   // unescaped text of the row's fields
	fold    bool     // a cell of the chunk may hold CRLF, which is to be LF
	counts  Counts   // of the current chunk
}

// work reads chunks until there are no more.
func (r *scanRun) work(ctx context.Context, sink Sink) {
	w := &scanWorker{run: r, sink: sink, fields: make([][]byte, len(r.Columns)), index: index{plain: r.plain}}
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
func (w *scanWorker) chunk(k, begin int64, length int) error {
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
func (w *scanWorker) irregular(begin int64, first, at int) error {
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
func (w *scanWorker) fill(begin int64, have, want int) (int, error) {
	n := int(min(int64(want), w.run.size-begin))
	if room := n + blockBytes; len(w.buf) < room {
		w.buf = append(make([]byte, 0, room), w.buf[:have]...)[:room]
	}
	if got, err := w.run.r.ReadAt(w.buf[have:n], begin+int64(have)); got < n-have {
		if err == io.EOF {
			err = io.ErrUnexpectedEOF // the file has become shorter
		}
		return 0, err
	}
	clear(w.buf[n : n+blockBytes])
	return n, nil
}

// rows hands over the indexed records from the first on.
func (w *scanWorker) rows(begin int64, first int) error {
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
	w.fold = r.file != nil && all > 0
	returns := 0 // records that end in CR
	for _, to := range x.rows[first:] {
		offset := begin + int64(start)
		end := x.ends[to]
		text := w.buf[start:end]
		if len(text) > 0 && text[len(text)-1] == '\r' {
			returns++
			text = text[:len(text)-1]
		}
		n := int(to-from) + 1
		switch {
		case (len(text) > MaxFieldBytes || n > MaxFields) && !w.withinLimits(from, n, text):
			return &IrregularError{Offset: offset}
		case len(text) == 0 || !isFilled(text[0], r.Delimiter) && isBlankRecord(text, r.Delimiter):
			w.counts.Blank++
		case r.odd.mayBe(text, offset) && w.isAside(offset, from, text):
		case n != r.Fields && w.isRagged(from, n, text):
			w.ragged(offset, text)
		default:
			w.counts.Records++
			w.row(offset, from, start+uint32(len(text)))
		}
		from, start = to+1, end+1
	}
	if i := loneReturn(region, returns, all); i >= 0 {
		return &IrregularError{Offset: regionOffset + int64(i)}
	}
	if !x.ascii && !isUTF8(region) {
		w.counts.UTF8 = false
	}
	return nil
}

// row hands over the record whose first end is ends[from] and whose text ends at end,
// which may be a CR before that of the last field.
func (w *scanWorker) row(offset int64, from, end uint32) {
	ends, buf := w.index.ends, w.buf
	w.scratch = w.scratch[:0]
	for i, c := range w.run.Columns {
		at := int(from) + c
		field := buf[ends[at-1]+1 : min(ends[at], end)]
		if len(field) > 0 && field[0] == '"' {
			field = w.unquoted(field)
		}
		w.fields[i] = field
	}
	w.sink.Row(offset, w.fields)
}

// unquoted returns the text of a field in quotes.
func (w *scanWorker) unquoted(field []byte) []byte {
	field = field[1 : len(field)-1]
	if w.fold && bytes.IndexByte(field, '\r') >= 0 {
		return w.folded(field)
	}
	if bytes.IndexByte(field, '"') < 0 {
		return field
	}
	begin := len(w.scratch)
	for {
		i := bytes.IndexByte(field, '"')
		if i < 0 {
			w.scratch = append(w.scratch, field...)
			return w.scratch[begin:len(w.scratch):len(w.scratch)]
		}
		w.scratch = append(w.scratch, field[:i+1]...)
		field = field[i+2:]
	}
}

// folded returns the text of a field in quotes, with CRLF as LF.
func (w *scanWorker) folded(field []byte) []byte {
	begin := len(w.scratch)
	for i := 0; i < len(field); i++ {
		switch c := field[i]; {
		case c == '\r' && i+1 < len(field) && field[i+1] == '\n':
			continue
		case c == '"':
			i++ // it is doubled
		}
		w.scratch = append(w.scratch, field[i])
	}
	return w.scratch[begin:len(w.scratch):len(w.scratch)]
}

// isRagged reports whether a record of n fields, not Scan.Fields, has too few, or a
// value in one too many, or more than a record may have at all.
func (w *scanWorker) isRagged(from uint32, n int, text []byte) bool {
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
func (w *scanWorker) withinLimits(from uint32, n int, text []byte) bool {
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
