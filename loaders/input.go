package loaders

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"wres/loaders/csvfile"
	"wres/loaders/csvfile/scan"
	"wres/loaders/labels"
	"wres/loaders/people"
	"wres/loaders/workbook"
	"wres/model/source"
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
func unreadable(err error) error {
	return fmt.Errorf("the file cannot be read: %w", labels.Reason(err))
}

// readInput reads a file up to facts: a large list piece by piece, and every other
// file whole.
func (l *loading) readInput(name string, in *input) *file {
	if in.ReaderAt != nil && csvfile.IsLarge(in.size) && !l.reading.whole && !l.books.wanted(in.size) {
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
	columns, sure := l.columns.Read(l.ctx, name, text, l.options.AssumeYear)
	if !sure || !columns.IsList() {
		return nil
	}
	f := &file{File: columns}
	if first := l.twinOf(f); first != nil {
		f.copyOf(first)
		f.SayAside()
		return f
	}
	list, why, err := l.people.Scan(l.ctx, columns, text, in, in.size, l.wayOfLists())
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
	l.take(f, list)
	f.SayAside()
	return f
}

// take takes a list that has been read, unless its rows have told that it cannot be.
func (l *loading) take(f *file, list *people.List) {
	if f.Reason == "" {
		f.list = list
		return
	}
	f.outcome = source.NotUsed
	f.refused, f.aside = list.Rows()
	f.GiveUp()
}

// wayOfLists is how the people's reader is to go about a list.
func (l *loading) wayOfLists() people.Way {
	return people.Way{Slow: l.reading.slow, Workers: l.reading.workers, Chunk: l.reading.chunk, Tell: l.goOn}
}

// readWhole reads a file that is held in memory as long as it is read.
func (l *loading) readWhole(name string, in *input) *file {
	data, text, err := l.decode(in)
	if err != nil {
		return refusedFile(name, err)
	}
	return l.readText(name, data, text, nil)
}

// readText reads a file of which all is in memory: its bytes, and of a sheet its table.
func (l *loading) readText(name string, data []byte, text *csvfile.File, t *workbook.Table) *file {
	columns, _ := l.columns.Read(l.ctx, name, text, l.options.AssumeYear)
	f := &file{File: columns}
	if t != nil {
		sayMerged(columns, text, t)
	}
	switch first := f.twinIn(l, text); {
	case first != nil:
		f.copyOf(first)
	case f.Reason != "":
		l.notUsed(f, text)
	case f.IsList():
		l.take(f, l.people.Read(l.ctx, columns, text, data, l.wayOfLists()))
	default:
		var err error
		if f.counts, err = l.counts.Read(columns, text, l.goOn); err != nil { // a header of standard names: nothing is left that can fail
			f.Reason = "its header cannot be read: " + labels.Shown(err.Error())
			l.notUsed(f, text)
		}
	}
	f.SayAside()
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

// whyTooLarge refuses a list over the limit of the slow reader, which it needs.
func whyTooLarge(u *people.Unread, r io.ReaderAt, size int64) error {
	where := ""
	if u.At >= 0 {
		line, err := scan.LineAt(r, u.At)
		if err != nil {
			return unreadable(err)
		}
		where = fmt.Sprintf("line %d: ", line)
	}
	const mib = 1 << 20
	return fmt.Errorf("%s%s, and a list like that is read up to %d MiB only, where this one has %d MiB; save it as CSV UTF-8, or split it by year or by organisation",
		where, u.What, csvfile.MaxFileBytes/mib, (size+mib-1)/mib)
}
