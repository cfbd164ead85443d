package loaders

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"

	"wres/loaders/csvfile"
	"wres/loaders/labels"
	"wres/model"
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

// wanted reports whether a file of a size is read whole for what its cells say: the folder
// has workbooks, of whose sheets it may be a copy.
func (w *workbooks) wanted(size int64) bool {
	return len(w.sheets) > 0 && size <= csvfile.MaxFileBytes
}

// twinIn finds the file of which f is a copy: with the same bytes, or, where there are
// workbooks, with the same in its cells, as a sheet and the CSV file that was saved of it.
func (f *file) twinIn(l *loading, text *csvfile.File) *file {
	if first := l.twinOf(f); first != nil || len(l.books.sheets) == 0 || f.Reason != "" {
		return first
	}
	sum := sumOfCells(l.ctx, text)
	l.twins[f.Name] = l.same[sum]
	l.same[sum] = append(l.same[sum], f.Name)
	first := l.twinOf(f)
	if first != nil {
		f.cells = true
	}
	return first
}

// sumOfCells sums up what the cells of a file say, however it is written: numbers by their
// value and days as such. Blank rows, and blank cells at the end of a row, say nothing.
func sumOfCells(ctx context.Context, text *csvfile.File) (sum [sha256.Size]byte) {
	hash := sha256.New()
	var b []byte
	add := func(rec csvfile.Record) {
		b = b[:0]
		end := 0
		for _, v := range rec.Values {
			if v = meant(v); v != "" {
				b = append(b, v...)
				end = len(b) + 1
			}
			b = append(b, 0)
		}
		hash.Write(append(b[:min(end, len(b))], '\n')) // a hash takes all
	}
	add(text.Header)
	for rec := range csvfile.Until(ctx, text.Records()) {
		add(rec)
	}
	return [sha256.Size]byte(hash.Sum(nil))
}

// meant gives what a cell says, in one form.
func meant(cell string) string {
	cell = strings.TrimSpace(cell)
	if cell == "" || cell[0] != '-' && cell[0] != '.' && (cell[0] < '0' || cell[0] > '9') {
		return strings.Join(strings.Fields(cell), " ")
	}
	if day, ok := model.DayFirst.Day(cell); ok {
		return strconv.Itoa(int(day)) + " days"
	}
	number, percent := strings.CutSuffix(cell, "%")
	v, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", ""), 64)
	if err != nil {
		return cell
	}
	cell = strconv.FormatFloat(v, 'g', 15, 64)
	if percent {
		cell += "%"
	}
	return cell
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
	how := "byte for byte"
	if f.cells {
		how = "cell by cell"
	}
	f.Reason = fmt.Sprintf("it is a copy of %s, %s; delete one of the two", labels.Quoted(first.Name), how)
	f.GiveUp()
}
