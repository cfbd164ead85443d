package loaders

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"wres/loaders/csvfile"
)

// input is a file of the folder while it is read.
type input struct {
	io.ReaderAt // nil: it can be read from its start only
	file        fs.File
	size        int64
}

// input opens a file. Its error is why the file is refused.
func (l *loading) input(name string) (*input, error) {
	info, err := fs.Stat(l.fsys, name)
	if err != nil {
		return nil, unreadable(err)
	}
	if !info.Mode().IsRegular() { // before it is opened: a pipe would be waited for
		return nil, errors.New("it is not a file that holds text; remove it from the folder")
	}
	f, err := l.fsys.Open(name)
	if err != nil {
		return nil, unreadable(err)
	}
	in := &input{file: f, size: info.Size()}
	if at, ok := f.(io.ReaderAt); ok {
		in.ReaderAt = patientAt{l.ctx, at}
	}
	return in, nil
}

// unreadable words an error of the file system.
func unreadable(err error) error { return fmt.Errorf("the file cannot be read: %w", reasonOf(err)) }

// readInput reads a file up to facts: a large list piece by piece, and every other
// file whole.
func (l *loading) readInput(name string, in *input) *file {
	if in.ReaderAt != nil && csvfile.IsLarge(in.size) && !l.reading.whole {
		text, err := csvfile.Peek(in, in.size)
		if err != nil {
			return refusedFile(name, unreadable(err))
		}
		if text != nil {
			if f := l.readLarge(name, text, in); f != nil {
				return f
			}
		}
	}
	return l.readWhole(name, in)
}

// readLarge reads a list of which text is the beginning. It answers nil for a file
// that has to be read whole: it is no list, or needs the slow reader.
func (l *loading) readLarge(name string, text *csvfile.File, in *input) *file {
	f := newFile(name)
	l.unsure = false
	if !l.findKind(f, text) || l.unsure {
		return nil
	}
	if first := l.twinOf(f); first != nil {
		f.copyOf(first)
		return f
	}
	li := l.newList(f)
	why, err := li.scan(text, in, in.size)
	switch {
	case err != nil && l.ctx.Err() != nil:
		return f // the whole of it is given up
	case err != nil:
		return refusedFile(name, unreadable(err))
	case why != nil && in.size > csvfile.MaxFileBytes:
		return refusedFile(name, whyTooLarge(why, in, in.size))
	case why != nil:
		return nil
	}
	li.finish()
	f.sayAside()
	return f
}

// readWhole reads a file that is held in memory as long as it is read.
func (l *loading) readWhole(name string, in *input) *file {
	data, text, err := l.decode(in)
	if err != nil {
		return refusedFile(name, err)
	}
	f := newFile(name)
	list := l.findKind(f, text)
	switch first := l.twinOf(f); {
	case first != nil:
		f.copyOf(first)
	case list:
		l.readList(f, text, data)
	case f.reason != "":
		l.notUsed(f, text, f.reason)
	default:
		l.decodeRows(f, text)
	}
	f.sayAside()
	return f
}

// decode reads a file's bytes and finds out how they are written.
func (l *loading) decode(in *input) ([]byte, *csvfile.File, error) {
	if err := csvfile.CheckSize(in.size); err != nil {
		return nil, nil, err
	}
	// A file that grows meanwhile is read as far as it was long.
	data := bytes.NewBuffer(make([]byte, 0, in.size+bytes.MinRead))
	if _, err := data.ReadFrom(io.LimitReader(&patient{l.ctx, in.file}, in.size)); err != nil {
		return nil, nil, unreadable(err)
	}
	text, err := csvfile.DecodeContext(l.ctx, data.Bytes())
	return data.Bytes(), text, err
}

// patientAt is patient for an io.ReaderAt, of which small pieces are asked.
type patientAt struct {
	ctx context.Context
	r   io.ReaderAt
}

// ReadAt implements io.ReaderAt.
func (p patientAt) ReadAt(b []byte, off int64) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	return p.r.ReadAt(b, off)
}

// patient reads until it is told to stop.
type patient struct {
	ctx context.Context
	r   io.Reader
}

// Read reads a piece small enough that a stop is soon seen.
func (p *patient) Read(b []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	const piece = 1 << 20
	return p.r.Read(b[:min(len(b), piece)])
}
