package csvfile

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"sync"

	"wres/loaders/parallel"
)

const (
	// chunkBytes is what a worker reads at a time: large enough that a call to the
	// system costs little, small enough that chunk and index stay in a core's cache.
	chunkBytes = 256 << 10
	// overrunBytes is read behind each chunk for the record that crosses its end. A
	// longer record costs a second read.
	overrunBytes = 4 << 10
	// maxRecordBytes bounds the memory of a worker. A longer record is left to the
	// slow reader; as a rule it is a quote that nobody closed.
	maxRecordBytes = 4 * MaxFieldBytes
)

// Scan reads the records of a large file in parallel, where its quoting is regular
// as RFC 4180 has it, and hands over the wanted fields only.
//
// The bytes are UTF-8 or another encoding that keeps ASCII. Each worker takes the
// next chunk of the file, counts its quotes and hands on whether they leave a cell
// open; so every worker knows for certain whether its chunk begins inside a cell,
// and owns the records that begin behind a line end in its chunk. Nothing is
// guessed, and nothing read so far is kept.
//
// Where it reads a file without error, the records are those of [File.Records],
// with these differences:
//
//   - CRLF inside a cell stays CRLF, unless the Scan is of a [File].
//   - Bytes are not decoded; [Counts].UTF8 tells whether they were UTF-8 throughout.
//
// What the slow reader forgives is an [*IrregularError] here: a quote inside a bare
// cell, text or spaces behind a closing quote, a quote that is never closed, a lone
// CR outside quotes, and what is over [MaxFieldBytes] or [MaxFields]. encoding/csv
// forgives the lone CR and has no limits; else the two find the same errors.
//
// What it costs: finding out what a list of 20,000 rows of 24 columns is and counting it
// by three columns took one worker 0.27 of the time of encoding/csv with ReuseRecord and
// the same tables of labels, and 0.075 of that of gocsv, with the same counts
// (BenchmarkFast, on an AMD EPYC). A worker holds a chunk and its index, whatever the
// size of the file.
type Scan struct {
	Delimiter byte  // an ASCII character, as Decode found it
	Columns   []int // the fields that are wanted, from 0; only they are touched
	Runs      []Run // fields side by side that are wanted as one cell, behind those of Columns
	Fields    int   // fields that a record has: fewer, or a value in a later one, is ragged
	Longest   int   // fields that a record may have if the later ones are blank; 0 for Fields
	Start     int64 // offset of the first record behind the header
	Workers   int   // 0 for as many as there are processors
	Chunk     int   // bytes that a worker reads at a time, 0 for the usual; what is found does not depend on it

	file *File // what stands around its table is told apart; nil: no record is an aside
	tail int   // for tests: overrunBytes where 0
}

// Run is some fields side by side, from 0. Its cell is what stands in the file, with
// quotes and delimiters: in many files the cells of such fields repeat together.
type Run struct{ First, Last int }

// Sink takes the records of one worker, in ascending order; the workers' records
// interleave. It is called from one goroutine at a time.
type Sink interface {
	// Row takes a record: the offset of its first byte, and its cells. These are the
	// wanted fields in the order of Scan.Columns, without their quotes; behind them the
	// wanted runs as they stand in the file; and last an empty cell. The cells are valid during the
	// call only.
	Row(offset int64, cells *Cells)
	// Odd takes the place of Row for a record that is no row of the table, by its
	// Aside, or has too few or too many fields, which is its one fault.
	Odd(OddRecord)
}

// Cells are fields of one record: places in a buffer, as a slice for each would take
// longer to make than to read.
type Cells struct {
	text  []byte
	spans []cellSpan

	worker *scanWorker // nil: the record was read otherwise
	ends   []uint32    // of the record's fields, with that before the first
}

// cellSpan is where a cell begins, and where it ends.
type cellSpan struct{ from, to uint32 }

// At gives a field, from 0. It is valid as long as the Cells are.
func (c *Cells) At(i int) []byte {
	s := c.spans[i]
	return c.text[s.from:s.to]
}

// Field gives any field of a scanned record, from 0, without its quotes. It takes longer
// than At, and is not for cells that were appended.
func (c *Cells) Field(i int) []byte {
	w := c.worker
	span := w.unquoted(cellSpan{c.ends[i] + 1, c.ends[i+1]})
	c.text = w.buf
	return c.text[span.from:span.to]
}

// Reset takes all fields away.
func (c *Cells) Reset() { c.text, c.spans = c.text[:0], c.spans[:0] }

// Append adds a field of a record that was read otherwise.
func (c *Cells) Append(field string) {
	from := uint32(len(c.text))
	c.text = append(c.text, field...)
	c.spans = append(c.spans, cellSpan{from, uint32(len(c.text))})
}

// Counts accounts for every record of a file: each is blank, odd or was given to Row.
type Counts struct {
	Records int64 // those that are not blank; Records - Odd went to Row
	Blank   int64 // those of empty and space fields only; no Sink sees them
	Odd     int64 // those given to Sink.Odd
	UTF8    bool  // all that was read is UTF-8, as it is for an empty file
}

func (c *Counts) add(d Counts) {
	c.Records += d.Records
	c.Blank += d.Blank
	c.Odd += d.Odd
	c.UTF8 = c.UTF8 && d.UTF8
}

// IrregularError says that a file has to be read by the slow reader, from its start:
// what the sinks were given is void.
type IrregularError struct {
	Offset int64 // where the first irregularity is, whatever the number of workers
}

// Error names the place as an offset; LineAt turns it into a line.
func (e *IrregularError) Error() string {
	return fmt.Sprintf("the quotes, line ends or sizes at byte %d are not regular", e.Offset)
}

// Scan returns a Scan of the file that f was decoded from, and false if the bytes
// cannot be scanned as they are. Its records are those of [File.Records], with the
// same faults and asides and the same values. [TextEnd] gives the size to scan to.
func (f *File) Scan(columns []int, runs ...Run) (Scan, bool) {
	if f.Encoding != UTF8 {
		return Scan{}, false
	}
	return Scan{Delimiter: f.body.delim, Columns: columns, Runs: runs, Fields: f.Columns, Longest: f.longest, Start: f.mark + int64(f.body.pos), file: f}, true
}

// Run reads the records from s.Start to size. It asks for one sink per worker before
// it begins, and has returned from all calls to them when it returns. progress, if
// not nil, is told how many bytes of the file and how many records are behind it, in
// ascending order and never twice at a time.
//
// After an error what the sinks hold is void: an [*IrregularError], the error of ctx,
// which is looked at several times a millisecond, or that of r.
func (s Scan) Run(ctx context.Context, r io.ReaderAt, size int64, sink func(worker int) Sink, progress func(done, records int64)) (Counts, error) {
	if err := s.prepare(); err != nil {
		return Counts{}, err
	}
	chunks := max(0, (size-s.Start+int64(s.Chunk)-1)/int64(s.Chunk))
	workers := int(min(int64(s.Workers), chunks))
	run := &scanRun{Scan: s, odd: newOddity(s), r: r, size: size, chunks: chunks, progress: progress, done: s.Start, total: Counts{UTF8: true}}
	run.turn.L = &run.mu
	sinks := make([]Sink, workers)
	for i := range sinks {
		sinks[i] = sink(i)
	}
	parallel.Do(workers, func(i int) {
		sound := false
		defer func() {
			if !sound { // it panics: the others must not wait for its chunk
				run.stop(errors.New("a worker broke down"))
			}
		}()
		run.work(ctx, sinks[i])
		sound = true
	})
	if run.err != nil {
		return Counts{}, run.err
	}
	return run.total, nil
}

// prepare checks the settings and fills in those that are zero.
func (s *Scan) prepare() error {
	if !validDelimiter(s.Delimiter) {
		return fmt.Errorf("the delimiter %q cannot divide fields", s.Delimiter)
	}
	if s.Fields < 1 || s.Start < 0 {
		return errors.New("a scan needs the header's number of fields and the offset behind it")
	}
	for _, c := range s.Columns {
		if c < 0 || c >= s.Fields {
			return fmt.Errorf("field %d is wanted of records that have %d", c+1, s.Fields)
		}
	}
	for _, r := range s.Runs {
		if r.First < 0 || r.Last < r.First || r.Last >= s.Fields {
			return fmt.Errorf("fields %d to %d are wanted of records that have %d", r.First+1, r.Last+1, s.Fields)
		}
	}
	s.Longest = max(s.Longest, s.Fields)
	if s.Workers <= 0 {
		s.Workers = runtime.GOMAXPROCS(0)
	}
	if s.Chunk <= 0 {
		s.Chunk = chunkBytes
	}
	if s.tail == 0 {
		s.tail = overrunBytes
	}
	return nil
}

// scanRun is what the workers of one Run share.
type scanRun struct {
	Scan
	odd      oddity
	r        io.ReaderAt
	size     int64
	chunks   int64
	progress func(done, records int64)

	mu     sync.Mutex
	turn   sync.Cond // signalled when parity has moved on or err was set
	taken  int64     // chunks that a worker has taken
	known  int64     // the chunk whose beginning odd is about
	inCell bool      // an odd number of quotes stands before chunk known: it begins inside a cell
	done   int64     // bytes behind all the workers
	total  Counts
	err    error // as fail keeps it
}

// take gives a worker its next chunk, or false when there is none or none is needed.
func (r *scanRun) take(ctx context.Context) (int64, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if err := ctx.Err(); err != nil {
		r.fail(err)
	}
	// The chunks before the one with an irregularity are all taken by now: their
	// workers go on, and may find an earlier one.
	if r.err != nil || r.taken == r.chunks {
		return 0, false
	}
	r.taken++
	return r.taken - 1, true
}

// inside waits until it is known whether chunk begins inside a quoted cell, and
// tells the next chunk the same given that this one has an odd number of quotes.
// It returns false for ok if there is an error, since then that may never be known:
// not for a chunk behind a read that failed, and behind an irregularity it means
// nothing. A chunk before one has had its turn.
func (r *scanRun) inside(chunk int64, odd bool) (inside, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for r.known != chunk {
		if r.err != nil {
			return false, false
		}
		r.turn.Wait()
	}
	inside = r.inCell
	r.inCell = r.inCell != odd
	r.known++
	r.turn.Broadcast()
	return inside, true
}

// finish adds up a chunk that was read.
func (r *scanRun) finish(bytes int64, counts Counts) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done += bytes
	r.total.add(counts)
	// Under the lock, so that the calls come in order and one at a time.
	if r.progress != nil && r.err == nil {
		r.progress(r.done, r.total.Records)
	}
}

// stop ends the run with an error.
func (r *scanRun) stop(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.fail(err)
}

// fail keeps the first error, but of irregularities the earliest in the file: workers
// find them in any order. mu is held.
func (r *scanRun) fail(err error) {
	var was, is *IrregularError
	if r.err == nil || errors.As(r.err, &was) && errors.As(err, &is) && is.Offset < was.Offset {
		r.err = err
	}
	r.turn.Broadcast()
}
