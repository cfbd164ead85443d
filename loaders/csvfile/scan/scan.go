package scan

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"unicode/utf8"

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

// Limits of one record, as every reader of a list has them.
const (
	// MaxFieldBytes is the largest single cell, in bytes of UTF-8.
	MaxFieldBytes = 1 << 20
	// MaxFields is the largest number of fields in a record (as many as Excel has columns).
	MaxFields = 16384
)

// Scan says what is read of a file, and how it is written.
type Scan struct {
	Delimiter byte  // an ASCII character, as Decode found it
	Columns   []int // the fields that are wanted, from 0; only they are touched
	Runs      []Run // fields side by side that are wanted as one cell, behind those of Columns
	Fields    int   // fields that a record has: fewer, or a value in a later one, is ragged
	Longest   int   // fields that a record may have if the later ones are blank; 0 for Fields
	Start     int64 // offset of the first record behind the header
	Workers   int   // 0 for as many as there are processors
	Chunk     int   // bytes that a worker reads at a time, 0 for the usual; what is found does not depend on it

	Table Table // tells records that are no rows; nil: a record of the right shape is a row

	tail int // for tests: overrunBytes where 0
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
	// Odd takes the place of Row for a record that is no row of the table, or has too few
	// or too many fields. text is the record without its line end, valid during the call
	// only.
	Odd(offset int64, text []byte)
}

// Table knows the header, and so which records are no rows. Several goroutines ask it.
type Table interface {
	// MayBeOdd reports whether a record is to be looked at closely. It is asked of every
	// record, and should cost little: first is its first field that is not blank, without
	// quotes and the space around it, in which a doubled quote is still two.
	MayBeOdd(offset int64, first []byte) bool
	// IsOdd reports whether a record is no row, and whether those below it have to be read
	// in another way because of it: then the file is irregular. It is asked where MayBeOdd
	// says so, and of a record whose cells hold a line break and the delimiters of a row.
	IsOdd(offset int64, text []byte) (odd, turns bool)
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
	run := &run{Scan: s, r: r, size: size, chunks: chunks, progress: progress, done: s.Start, total: Counts{UTF8: true}}
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
	if c := s.Delimiter; c == 0 || c == '"' || c == '\r' || c == '\n' || c >= utf8.RuneSelf {
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
