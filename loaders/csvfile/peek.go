package csvfile

import (
	"bytes"
	"context"
	"io"
	"unicode/utf8"
)

const (
	// headBytes is how much of a large file Peek reads from its start: a little more
	// than doubtTwice looks at.
	headBytes = twiceBytes + 64<<10
	// headRecords is how many records behind the header have to be sound and within
	// the head, so that nothing which looks at the first records would have looked
	// further. Each such look is at fewer: leadRecords, measureRecords, and 50 of them
	// in package loaders.
	headRecords = 64
	// leadBytes is how much of the head is made text first: more than sniffDelimiter
	// looks at, and headRecords of any usual list.
	leadBytes = sniffBytes + 32<<10
)

// IsLarge reports whether a file of size bytes is one that Peek can find anything out
// about.
func IsLarge(size int64) bool { return size > headBytes }

// Peek finds out of a large file what [Decode] would, from its beginning and its end
// alone. The File has the records of the beginning only, whatever their number: for
// more than a look at what the first 50 hold, use [File.Scan].
//
// It answers nil where only the whole file tells: it is not UTF-8, or something about
// its first records is odd. What is in the middle it takes for granted. So where a
// scan finds an irregularity, or [Counts].UTF8 false, Decode may find another
// encoding. The error is that of r.
func Peek(r io.ReaderAt, size int64) (*File, error) {
	if !IsLarge(size) {
		return nil, nil
	}
	head := make([]byte, headBytes)
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return nil, endOf(err)
	}
	end := bytes.LastIndexByte(head, '\n') + 1
	if end < twiceBytes+len(bomUTF8) || refuseBytes(head) != nil {
		return nil, nil
	}
	f := peekHead(head[:end], bytes.LastIndexByte(head[:leadBytes], '\n')+1)
	if f == nil {
		f = peekHead(head[:end], end) // its records are long
	}
	if f == nil {
		return nil, nil
	}
	f.peeked = true
	return f, f.peekTail(r, size)
}

// peekHead finds out of the head of a file what Peek does, with the records of its
// first bytes up to end, a line's. It answers nil where they do not tell.
func peekHead(head []byte, end int) *File {
	d, err := transcode(context.Background(), head[:end])
	if err != nil || d.encoding != UTF8 || refuseText(d.text) != nil {
		return nil
	}
	if end < len(head) {
		all := head[d.mark:]
		if !utf8.Valid(all) || len(d.text) <= sniffBytes {
			return nil
		}
		d.guess = doubtTwice(all)
	}
	f, err := outline(d, d.text)
	if err != nil || !f.soundHead() {
		return nil
	}
	return f
}

// Peeked reports whether the File is Peek's, and has the beginning only.
func (f *File) Peeked() bool { return f.peeked }

// soundHead reports whether a look at the first records of the whole file would find
// just what it finds in its head.
func (f *File) soundHead() bool {
	for _, rec := range append(f.HeaderRows, f.Preamble...) {
		if len(rec.Faults) > 0 {
			return false
		}
	}
	s := f.body
	for range headRecords {
		if rec, ok := nextFilled(&s); !ok || len(rec.Faults) > 0 {
			return false
		}
	}
	return true
}

// peekTail finds where the table ends.
func (f *File) peekTail(r io.ReaderAt, size int64) error {
	end, err := TextEnd(r, size)
	if err != nil {
		return err
	}
	s := f.body
	base := max(end-f.mark-tailBytes, int64(s.pos))
	tail := make([]byte, max(end-f.mark-base, 0))
	if n, err := r.ReadAt(tail, f.mark+base); n < len(tail) {
		return endOf(err)
	}
	s.text, s.pos = string(tail), 0
	if base > int64(f.body.pos) { // as readTail begins in the middle
		n := bytes.IndexAny(tail, "\r\n")
		if n < 0 {
			n = len(tail)
		}
		s.pos = n
	}
	f.findTail(s, base)
	return nil
}

// endOf is the error of a read that gave less than a file's size promised.
func endOf(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}
