package loaders

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"wres/loaders/labels"
	"wres/model/source"
)

// findTwins finds, for each file, the files before it that hold the same bytes. Only
// files of one size are read for it.
func (l *loading) findTwins(names []string) {
	bySize := map[int64][][]string{} // files with the same bytes, together
	for _, name := range names {
		info, err := fs.Stat(l.fsys, name)
		if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
			continue // it is refused when it is read
		}
		alike := bySize[info.Size()]
		i := slices.IndexFunc(alike, func(files []string) bool { return l.sameBytes(files[0], name) })
		if i < 0 {
			bySize[info.Size()] = append(alike, []string{name})
			continue
		}
		l.twins[name] = slices.Clone(alike[i])
		alike[i] = append(alike[i], name)
	}
}

// sameBytes compares two files piece by piece, however large they are. What cannot be
// read is not the same.
func (l *loading) sameBytes(a, b string) bool {
	var files [2]io.Reader
	for i, name := range []string{a, b} {
		f, err := l.fsys.Open(name)
		if err != nil {
			return false
		}
		defer f.Close() // it was read only
		files[i] = &patient{l.ctx, f}
	}
	const piece = 64 << 10
	one, other := make([]byte, piece), make([]byte, piece)
	for {
		n, err := io.ReadFull(files[0], one)
		m, otherErr := io.ReadFull(files[1], other)
		if !bytes.Equal(one[:n], other[:m]) || err != otherErr {
			return false
		}
		if err != nil {
			return err == io.EOF || err == io.ErrUnexpectedEOF
		}
	}
}

// twinOf finds the file of which f is a copy: one with the same bytes that counts the
// same. Two years with the same few people can be equal, where only the files' names
// tell them apart.
func (l *loading) twinOf(f *file) *file {
	if f.Reason != "" {
		return nil
	}
	for _, first := range l.files {
		if slices.Contains(l.twins[f.Name], first.Name) && first.Reason == "" && first.twin == nil &&
			first.Kind == f.Kind && first.Year == f.Year && first.Fit.Count == f.Fit.Count && first.summary().RowsRead > 0 {
			return first
		}
	}
	return nil
}

// copyOf refuses the rows of a file that is another once more: people without a number
// would count twice, and nothing else could tell.
func (f *file) copyOf(first *file) {
	f.twin, f.outcome = first, source.NotUsed
	f.Reason = fmt.Sprintf("it is a copy of %s, byte for byte; delete one of the two", labels.Quoted(first.Name))
	f.GiveUp()
}
