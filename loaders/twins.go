package loaders

import (
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"

	"wres/loaders/labels"
	"wres/model/source"
)

// findTwins finds, for each file, the files before it that hold the same bytes. Only
// files of one size are read for it, each once, however many there are: what they hold is
// told by its SHA-256.
func (l *loading) findTwins(names []string) {
	bySize := map[int64][]string{}
	for _, name := range names {
		info, err := fs.Stat(l.fsys, name)
		if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
			continue // it is refused when it is read
		}
		bySize[info.Size()] = append(bySize[info.Size()], name)
	}
	for _, alike := range bySize {
		if len(alike) < 2 {
			continue
		}
		same := map[[sha256.Size]byte][]string{}
		for _, name := range alike {
			sum, err := l.sumOf(name)
			if err != nil {
				continue // what cannot be read is not the same
			}
			if before := same[sum]; before != nil {
				l.twins[name] = before
			}
			same[sum] = append(same[sum], name)
		}
	}
}

// sumOf reads a file piece by piece, however large it is.
func (l *loading) sumOf(name string) (sum [sha256.Size]byte, err error) {
	f, err := l.fsys.Open(name)
	if err != nil {
		return sum, err
	}
	defer f.Close() // it was read only
	hash := sha256.New()
	if _, err := io.Copy(hash, &patient{l.ctx, f}); err != nil {
		return sum, err
	}
	return [sha256.Size]byte(hash.Sum(nil)), nil
}

// twinOf finds the file of which f is a copy: one with the same bytes that counts the
// same. Two years with the same few people can be equal, where only the files' names
// tell them apart.
func (l *loading) twinOf(f *file) *file {
	if f.Reason != "" {
		return nil
	}
	for _, name := range l.twins[f.Name] {
		first := l.byName[name]
		if first != nil && first.Reason == "" && first.twin == nil &&
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
